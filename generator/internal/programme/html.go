package programme

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"congbo/generator/internal/model"
	"congbo/generator/internal/prose"
)

// A View says how the document's surroundings are shown.
type View struct {
	Address string                     // of the page, for relative links of the text
	Site    prose.Site                 // answers for links and pictures of the text; never nil
	Agency  func(id string) string     // address of a body's page; nil or empty: no link
	Erratum func(model.Erratum) string // what to read, in words: [đọc là: …]; nil: not said
	Margin  func(b *Block) string      // HTML beside a block; nil or empty: none
	Deeper  int                        // how many levels headings are lowered by
}

func (v View) agency(id string) string {
	if v.Agency == nil {
		return ""
	}
	return v.Agency(id)
}

func (v View) erratum(e *model.Erratum) string {
	if v.Erratum == nil {
		return ""
	}
	return v.Erratum(*e)
}

// HTML writes the whole document. Its words stand unchanged and in order; what
// is added to them is in elements of the class "added". Sections and clauses
// have their anchors as ids.
func (d *Document) HTML(v View) string {
	w := d.writer(v, true)
	w.blocks(d.tree.Root)
	return prose.Disarm(w.out.String())
}

// BlockHTML writes one block on its own: a heading, or a paragraph for
// everything else.
func (d *Document) BlockHTML(b *Block, v View) string {
	w := d.writer(v, true)
	w.paragraph(b, w.name(b))
	return prose.Disarm(w.out.String())
}

// ClauseHTML writes the blocks that a clause stands in, the clause's own words
// in mark elements; no element has an id. Nothing for nil, a clause that the
// text doesn't have.
func (d *Document) ClauseHTML(c *Clause, v View) string {
	if c == nil {
		return ""
	}
	w := d.writer(v, false)
	for _, b := range d.Blocks {
		if b.span.meets(c.span) {
			w.open("p", string(b.Kind), "")
			w.words(b, d.marked(b, c, v))
			w.print("</p>\n")
		}
	}
	return prose.Disarm(w.out.String())
}

type writer struct {
	*Document
	view    View
	anchors bool
	out     strings.Builder
	byNode  map[ast.Node]*Block
}

func (d *Document) writer(v View, anchors bool) *writer {
	w := &writer{Document: d, view: v, anchors: anchors, byNode: map[ast.Node]*Block{}}
	for _, b := range d.Blocks {
		w.byNode[b.node] = b
	}
	return w
}

func (w *writer) print(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *writer) open(element, class, id string) {
	w.print("<%s", element)
	if class != "" {
		w.print(` class="%s"`, class)
	}
	if id != "" && w.anchors {
		w.print(` id="%s"`, id)
	}
	w.print(">")
}

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading, *ast.Paragraph, *ast.CodeBlock, *ast.FencedCodeBlock:
			if b := w.byNode[n]; b != nil {
				w.paragraph(b, w.name(b))
			}
		case *ast.TextBlock:
			if b := w.byNode[n]; b != nil {
				w.margin(b)
				w.words(b, w.ranges(b))
				w.print("\n")
			}
		case *ast.List:
			w.list(n)
		case *ast.ListItem:
			w.item(n)
		case *east.TableHeader, *east.TableRow:
			w.row(n)
		default:
			w.container(n)
		}
	}
}

// containers are the elements that hold blocks and nothing of their own.
var containers = map[ast.NodeKind][2]string{
	ast.KindBlockquote:    {"<blockquote>\n", "</blockquote>\n"},
	ast.KindThematicBreak: {"<hr>\n", ""},
	east.KindTable:        {`<table class="official">` + "\n", "</table>\n"},
	east.KindFootnoteList: {`<ol class="footnotes">` + "\n", "</ol>\n"},
}

func (w *writer) container(n ast.Node) {
	if footnote, ok := n.(*east.Footnote); ok {
		w.open("li", "", fmt.Sprintf("chu_thich_%d", footnote.Index))
		w.blocks(n)
		w.print("</li>\n")
		return
	}
	w.out.WriteString(containers[n.Kind()][0])
	w.blocks(n)
	w.out.WriteString(containers[n.Kind()][1])
}

func (w *writer) list(n *ast.List) {
	if !n.IsOrdered() {
		w.print("<ul>\n")
		w.blocks(n)
		w.print("</ul>\n")
		return
	}
	w.print(`<ol class="numbered" start="%d">`+"\n", n.Start) // the numbers are words of the text, too
	w.blocks(n)
	w.print("</ol>\n")
}

// item writes an item of a list; a tight one's first block gives it its id.
func (w *writer) item(n *ast.ListItem) {
	anchor := ""
	if first, ok := n.FirstChild().(*ast.TextBlock); ok && w.byNode[first] != nil {
		anchor = w.byNode[first].Anchor
	}
	w.open("li", "", anchor)
	w.blocks(n)
	w.print("</li>\n")
}

func (w *writer) row(n ast.Node) {
	w.print("<tr>\n")
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		w.print("<td>")
		if b := w.byNode[cell]; b != nil {
			w.words(b, w.ranges(b))
		}
		w.print("</td>\n")
	}
	w.print("</tr>\n")
}

// name is the element that a block is on its own.
func (w *writer) name(b *Block) string {
	if b.Kind == Heading {
		return fmt.Sprintf("h%d", min(6, b.Level+w.view.Deeper))
	}
	return "p"
}

func (w *writer) paragraph(b *Block, element string) {
	class := ""
	if b.Kind != Heading && b.Kind != Paragraph {
		class = string(b.Kind)
	}
	w.open(element, class, b.Anchor)
	w.margin(b)
	w.words(b, w.ranges(b))
	w.print("</%s>\n", element)
}

func (w *writer) margin(b *Block) {
	if w.view.Margin != nil {
		if beside := w.view.Margin(b); beside != "" {
			w.print(`<span class="margin added">%s</span>`, beside)
		}
	}
}

func (w *writer) escaped(s string) { w.out.WriteString(html.EscapeString(s)) }
