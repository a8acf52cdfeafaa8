package prose

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"congbo/generator/internal/diag"
)

// A writer turns a tree into HTML. It knows every element that it writes, so
// that nothing of the source becomes markup.
type writer struct {
	tree     *Tree
	ctx      Context
	problems *diag.List
	out      strings.Builder
	anchors  map[string]int // how often each was used
	tables   int
	notes    []*note
}

// Disarm makes sure that Hugo sees no template in HTML.
func Disarm(page string) string { return strings.ReplaceAll(page, "{{", "&#123;&#123;") }

func (w *writer) print(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *writer) escaped(s string) { w.out.WriteString(html.EscapeString(s)) }

func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.print("<h%d id=\"%s\">", n.Level, w.anchor(w.tree.plain(n)))
		w.inlines(n)
		w.print("</h%d>\n", n.Level)
	case *ast.Paragraph:
		w.print("<p>")
		w.inlines(n)
		w.print("</p>\n")
	case *ast.TextBlock:
		w.inlines(n)
		if n.NextSibling() != nil {
			w.print("\n")
		}
	case *ast.Blockquote:
		w.print("<blockquote>\n")
		w.blocks(n)
		w.print("</blockquote>\n")
	case *ast.List:
		w.list(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.print(`<pre tabindex="0"><code>`)
		w.escaped(clean(string(n.Lines().Value(w.tree.Source))))
		w.print("</code></pre>\n")
	case *ast.ThematicBreak:
		w.print("<hr>\n")
	case *east.Table:
		w.table(n)
	}
}

func (w *writer) list(n *ast.List) {
	element := "ul"
	if n.IsOrdered() {
		element = "ol"
	}
	w.print("<%s", element)
	if n.IsOrdered() && n.Start != 1 {
		w.print(` start="%d"`, n.Start)
	}
	w.print(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.print("<li>")
		w.blocks(item)
		w.print("</li>\n")
	}
	w.print("</%s>\n", element)
}

// table writes a table in a region that scrolls and takes the keyboard's focus;
// its number makes the region's name its own.
func (w *writer) table(n *east.Table) {
	w.tables++
	w.print(`<div class="table-scroll" role="region" aria-label="%s %d" tabindex="0">`+"\n<table>\n",
		html.EscapeString(w.ctx.Words.Table), w.tables)
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if _, head := row.(*east.TableHeader); head {
			w.print("<thead>\n")
			w.row(row, true)
			w.print("</thead>\n")
			continue
		}
		if !body {
			w.print("<tbody>\n")
			body = true
		}
		w.row(row, false)
	}
	if body {
		w.print("</tbody>\n")
	}
	w.print("</table>\n</div>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	w.print("<tr>")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		cell, ok := n.(*east.TableCell)
		if !ok {
			continue
		}
		element, attributes := "td", ""
		if head && cell.HasChildren() { // an empty heading would head nothing
			element, attributes = "th", ` scope="col"`
		}
		if cell.Alignment != east.AlignNone {
			attributes += fmt.Sprintf(` class="align-%s"`, cell.Alignment)
		}
		w.print("<%s%s>", element, attributes)
		w.inlines(cell)
		w.print("</%s>", element)
	}
	w.print("</tr>\n")
}

func (w *writer) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.inline(n)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.escaped(w.tree.Text(n))
		if n.HardLineBreak() {
			w.print("<br>\n")
		} else if n.SoftLineBreak() {
			w.print("\n")
		}
	case *ast.CodeSpan:
		w.element("code", n)
	case *ast.Emphasis:
		w.element(map[int]string{1: "em", 2: "strong"}[n.Level], n)
	case *east.Strikethrough:
		w.element("del", n)
	case *ast.Link:
		w.link(n, resolve(n.Destination), resolve(n.Title))
	case *ast.AutoLink:
		href, _ := Href(w.tree.AutoLink(n), w.ctx.Address, w.ctx.Site)
		w.anchorElement(href, "", func() { w.escaped(clean(string(n.Label(w.tree.Source)))) })
	case *ast.Image:
		w.out.WriteString(w.tree.Image(n, w.ctx.Site))
	case *east.FootnoteLink:
		w.noteLink(w.footnote(n))
	case *figureNode:
		w.figureElement(n.shortcode)
	}
}

func (w *writer) element(name string, n ast.Node) {
	w.print("<%s>", name)
	w.inlines(n)
	w.print("</%s>", name)
}

func (w *writer) link(n ast.Node, destination, title string) {
	href, _ := Href(destination, w.ctx.Address, w.ctx.Site)
	w.anchorElement(href, title, func() { w.inlines(n) })
}

// anchorElement writes a link around content; content alone where href is
// empty, since it was refused.
func (w *writer) anchorElement(href, title string, content func()) {
	if href == "" {
		content()
		return
	}
	w.print(`<a href="%s"`, html.EscapeString(href))
	if title != "" {
		w.print(` title="%s"`, html.EscapeString(title))
	}
	if External(href) {
		w.print(` rel="external"`)
	}
	w.print(">")
	content()
	w.print("</a>")
}

// Image writes a picture of the page; nothing where the page doesn't have it.
func (t *Tree) Image(n *ast.Image, site Site) string {
	picture, ok := site.Picture(pictureName(resolve(n.Destination)))
	if !ok {
		return ""
	}
	var attributes strings.Builder
	if title := resolve(n.Title); title != "" {
		fmt.Fprintf(&attributes, ` title="%s"`, html.EscapeString(title))
	}
	if picture.Width > 0 && picture.Height > 0 {
		fmt.Fprintf(&attributes, ` width="%d" height="%d"`, picture.Width, picture.Height)
	}
	return fmt.Sprintf(`<img src="%s" alt="%s"%s loading="lazy">`,
		html.EscapeString(escapeURL(picture.Src)), html.EscapeString(t.plain(n)), attributes.String())
}

// figureElement writes a figure with the mark of the footnote that names its
// source. What is withheld has no value that a program could read.
func (w *writer) figureElement(s *shortcode) {
	figure, ok := w.figure(s)
	if !ok {
		return
	}
	class := "figure"
	if figure.Illustrative {
		class += " illustrative"
	}
	if figure.Withheld {
		w.print(`<span class="%s withheld">%s</span>`, class, html.EscapeString(figure.Text))
	} else {
		w.print(`<data class="%s" value="%s">%s</data>`, class, html.EscapeString(figure.Value), html.EscapeString(figure.Text))
	}
	if figure.Illustrative {
		w.print(` <span class="illustrative-note">(%s)</span>`, html.EscapeString(w.ctx.Words.Illustrative))
	}
	if figure.Note != "" {
		w.noteLink(w.sourceNote(figure))
	}
}
