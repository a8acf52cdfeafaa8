package prose

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"congbo/generator/internal/model"
)

// A Resolver finds the figures that articles name, or says which of the names
// the data don't have.
type Resolver interface {
	// Point is an indicator's value at a period; the latest where period
	// is empty.
	Point(indicator, period string) (Figure, *UnknownName)
	// Cell is a table's value in a year (the latest where empty) for the
	// codes given; dimensions without a code stand at their total.
	Cell(table, year string, codes map[model.Dimension]string) (Figure, *UnknownName)
}

// A Figure is a value as readers see it.
type Figure struct {
	Text         string // in the page's language: 9.800
	Value        string // for programs: 9800; empty where withheld
	Note         string // the source, as a sentence
	Href         string // of the page or file it comes from; may be empty
	Illustrative bool
	Withheld     bool // Text says so in words
}

// UnknownName says that an argument of a shortcode names nothing.
type UnknownName struct {
	Argument   string // the argument's name: id, ky, bang, nam or a dimension
	Value      string
	Candidates []string // what there is in its place
}

// A figureNode stands in the tree for a shortcode.
type figureNode struct {
	ast.BaseInline
	shortcode *shortcode
}

var kindFigure = ast.NewNodeKind("Figure")

func (n *figureNode) Kind() ast.NodeKind { return kindFigure }

func (n *figureNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Name": n.shortcode.name}, nil)
}

// figureParser puts the shortcodes found before into the tree.
type figureParser struct{}

var shortcodesKey = parser.NewContextKey()

func (figureParser) Trigger() []byte { return []byte{'{'} }

func (figureParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, segment := block.PeekLine()
	shortcodes, _ := pc.Get(shortcodesKey).([]*shortcode)
	for _, s := range shortcodes {
		if s.start == segment.Start && advance(block, s.end) {
			return &figureNode{shortcode: s}
		}
	}
	return nil
}

// advance moves block to the offset end, over lines where need be, and reports
// whether the block reaches that far.
func advance(block text.Reader, end int) bool {
	for {
		line, segment := block.PeekLine()
		if line == nil || segment.Start > end {
			return false
		}
		if end <= segment.Stop {
			block.Advance(end - segment.Start)
			return true
		}
		block.AdvanceLine()
	}
}

// figure resolves a shortcode, reporting names that the data don't have.
func (w *writer) figure(s *shortcode) (Figure, bool) {
	if w.ctx.Figures == nil || !s.sound {
		return Figure{}, false
	}
	figure, unknown := w.lookUp(s)
	if unknown == nil {
		return figure, true
	}
	at := s.start
	if a, ok := s.argument(unknown.Argument); ok {
		at = a.valueAt
	}
	note := w.problems.Report(w.tree.At(at), unknownFigure, unknown.Argument, unknown.Value)
	note.DidYouMean(unknown.Value, unknown.Candidates)
	return Figure{}, false
}

func (w *writer) lookUp(s *shortcode) (Figure, *UnknownName) {
	value := func(name string) string {
		a, _ := s.argument(name)
		return a.value
	}
	if s.name == pointShortcode {
		return w.ctx.Figures.Point(value("id"), value("ky"))
	}
	codes := map[model.Dimension]string{}
	for _, d := range model.Dimensions {
		if a, ok := s.argument(string(d)); ok {
			codes[d] = a.value
		}
	}
	return w.ctx.Figures.Cell(value("bang"), value("nam"), codes)
}
