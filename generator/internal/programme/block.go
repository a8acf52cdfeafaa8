package programme

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/text/unicode/norm"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/prose"
)

// A Block is a heading, a paragraph, an item of a list or a cell of a table.
type Block struct {
	Kind     Kind
	Level    int      // of a heading, 1 to 6; else how deep in lists it stands
	Number   string   // of an ordered item, as shown: "1."; part of Text
	Text     string   // rendered words: NFC, white space folded, marks ignored
	Section  string   // number of the innermost section: III.2, III or none
	Anchor   string   // HTML id where the block begins a section
	Clauses  []string // ids of those that begin in it
	Position diag.Position

	span  span
	node  ast.Node
	marks []mark
	after bool // stands after the numbered part, though in its last section
}

// Kind says what a block is; it is a CSS class, too.
type Kind string

// The kinds of blocks.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	Item      Kind = "item"
	Cell      Kind = "cell"
	Code      Kind = "code"
	Footnote  Kind = "footnote"
)

// A mark is what a range of a block's text is written in, or, where start is
// end, what stands at a place of it. Offsets are those of the block's text.
type mark struct {
	span
	node ast.Node // nil for the number of an item
}

// flatten collects the blocks of the tree.
func (d *Document) flatten() {
	d.visit(d.tree.Root, scope{})
	var text strings.Builder
	for _, b := range d.Blocks {
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		b.span = span{text.Len(), text.Len() + len(b.Text)}
		text.WriteString(b.Text)
	}
	d.text = text.String()
}

// A scope is what a block stands in.
type scope struct {
	depth    int    // of lists
	number   string // of the ordered item that the next block begins
	footnote bool
}

func (d *Document) visit(parent ast.Node, in scope) {
	number := 0
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *ast.CodeBlock, *ast.FencedCodeBlock, *east.TableCell:
			d.add(n, in)
			in.number = ""
		case *ast.ListItem:
			list := parent.(*ast.List)
			if list.IsOrdered() {
				in.number = fmt.Sprintf("%d%c", list.Start+number, list.Marker)
				number++
			}
			d.visit(n, in)
		case *ast.List:
			d.visit(n, scope{depth: in.depth + 1, footnote: in.footnote})
		case *east.FootnoteList:
			d.visit(n, scope{footnote: true})
		default:
			d.visit(n, in)
			in.number = ""
		}
	}
}

// add makes a block of a leaf; one without words is none.
func (d *Document) add(n ast.Node, in scope) {
	w := words{tree: d.tree}
	if in.number != "" {
		w.add(in.number)
		w.marks = append(w.marks, mark{span: span{0, len(in.number)}})
		w.add(" ")
	}
	if n.IsRaw() {
		w.add(string(n.Lines().Value(d.tree.Source)))
	} else {
		w.collect(n)
	}
	text, marks := w.finish()
	if text == "" {
		return
	}
	b := &Block{Kind: kind(n, in), Level: in.depth, Number: in.number, Text: text, marks: marks, node: n}
	b.Position = d.tree.At(start(n))
	if h, ok := n.(*ast.Heading); ok {
		b.Level = h.Level
	}
	d.Blocks = append(d.Blocks, b)
}

func kind(n ast.Node, in scope) Kind {
	switch {
	case in.footnote:
		return Footnote
	case n.Kind() == ast.KindHeading:
		return Heading
	case n.Kind() == east.KindTableCell:
		return Cell
	case n.IsRaw():
		return Code
	case in.depth > 0:
		return Item
	}
	return Paragraph
}

// start is where a leaf begins: an item with its mark, a heading with its
// signs, a cell with its table, else the first word.
func start(n ast.Node) int {
	if n.Kind() == east.KindTableCell {
		n = n.Parent().Parent()
	}
	if item, ok := n.Parent().(*ast.ListItem); ok && item.FirstChild() == n {
		n = item
	}
	if n.Pos() < 0 && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return max(n.Pos(), 0)
}

// words collects the words of one block and the marks on them.
type words struct {
	tree  *prose.Tree
	text  strings.Builder
	marks []mark
	space bool // the text ends with one
}

// add appends words, white space folded.
func (w *words) add(s string) {
	for _, r := range norm.NFC.String(s) {
		if !unicode.IsSpace(r) {
			w.text.WriteRune(r)
			w.space = false
		} else if w.text.Len() > 0 && !w.space {
			w.text.WriteByte(' ')
			w.space = true
		}
	}
}

func (w *words) collect(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		begin, at := w.text.Len(), len(w.marks)
		switch n := n.(type) {
		case *ast.Text:
			w.add(w.tree.Text(n))
			if n.HardLineBreak() {
				w.marks = append(w.marks, mark{span{w.text.Len(), w.text.Len()}, n})
			}
			if n.HardLineBreak() || n.SoftLineBreak() {
				w.add(" ")
			}
		case *ast.Image, *east.FootnoteLink:
			w.marks = append(w.marks, mark{span{begin, begin}, n})
		case *ast.AutoLink:
			w.add(string(n.Label(w.tree.Source)))
			w.marks = append(w.marks, mark{span{begin, w.text.Len()}, n})
		default:
			w.collect(n)
			if isMark(n) && w.text.Len() > begin {
				outer := mark{span{begin, w.text.Len()}, n}
				w.marks = append(w.marks[:at:at], append([]mark{outer}, w.marks[at:]...)...)
			}
		}
	}
}

func isMark(n ast.Node) bool {
	switch n.(type) {
	case *ast.Emphasis, *ast.CodeSpan, *ast.Link, *east.Strikethrough:
		return true
	}
	return false
}

// finish returns the text without the space at its end, and the marks within.
func (w *words) finish() (string, []mark) {
	text := strings.TrimSuffix(w.text.String(), " ")
	for i := range w.marks {
		w.marks[i].start = min(w.marks[i].start, len(text))
		w.marks[i].end = min(w.marks[i].end, len(text))
	}
	return text, w.marks
}

// fold writes s as texts are: NFC, each run of white space one space.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(norm.NFC.String(s), unicode.IsSpace), " ")
}
