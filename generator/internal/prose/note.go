package prose

import (
	"fmt"
	"html"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A note is one entry of the list below the text: a footnote of the writer's,
// or the source of figures. Notes are numbered as the text first refers to
// them.
type note struct {
	number   int
	refs     int            // how often the text refers to it
	index    int            // of the writer's footnote; 0: the note names a source
	body     *east.Footnote // the writer's words
	source   Figure         // whose Note and Href are the source's
	rendered string
}

func (w *writer) addNote(n note) *note {
	n.number = len(w.notes) + 1
	w.notes = append(w.notes, &n)
	return &n
}

// footnote returns the note that a reference of the writer's leads to.
func (w *writer) footnote(link *east.FootnoteLink) *note {
	for _, n := range w.notes {
		if n.index == link.Index {
			return n
		}
	}
	added := note{index: link.Index}
	each(w.tree.Root, func(n ast.Node) {
		if body, ok := n.(*east.Footnote); ok && body.Index == link.Index {
			added.body = body
		}
	})
	return w.addNote(added)
}

// sourceNote returns the note that names a figure's source; figures of one
// source share it.
func (w *writer) sourceNote(f Figure) *note {
	for _, n := range w.notes {
		if n.index == 0 && n.source.Note == f.Note && n.source.Href == f.Href {
			return n
		}
	}
	return w.addNote(note{source: f})
}

// anchor is the note's id. No heading can have the same: Fold makes no _.
func (n *note) anchor() string { return fmt.Sprintf("chu_thich_%d", n.number) }

// refAnchor is the anchor of the i-th reference to the note, from 1.
func (n *note) refAnchor(i int) string {
	if i == 1 {
		return "ve_" + n.anchor()
	}
	return fmt.Sprintf("ve_%s_%d", n.anchor(), i)
}

func (w *writer) noteLink(n *note) {
	n.refs++
	w.print(`<sup class="note-ref"><a id="%s" href="#%s" role="doc-noteref">%d</a></sup>`,
		n.refAnchor(n.refs), n.anchor(), n.number)
}

// notesList writes the notes below the text. Notes may refer to further notes,
// so all bodies are written before the ways back are known.
func (w *writer) notesList() {
	if len(w.notes) == 0 {
		return
	}
	text := w.out.String()
	for i := 0; i < len(w.notes); i++ {
		w.out.Reset()
		w.noteBody(w.notes[i])
		w.notes[i].rendered = w.out.String()
	}
	w.out.Reset()
	w.out.WriteString(text)
	w.print(`<section class="notes" role="doc-endnotes" aria-label="%s">`+"\n<ol>\n", html.EscapeString(w.ctx.Words.Notes))
	for _, n := range w.notes {
		w.print(`<li id="%s">%s`, n.anchor(), n.rendered)
		for i := range n.refs {
			w.print(` <a class="note-back" href="#%s" role="doc-backlink" aria-label="%s">↩</a>`,
				n.refAnchor(i+1), html.EscapeString(fmt.Sprintf("%s %d.%d", w.ctx.Words.BackToText, n.number, i+1)))
		}
		w.print("</li>\n")
	}
	w.print("</ol>\n</section>\n")
}

func (w *writer) noteBody(n *note) {
	if n.body != nil {
		w.blocks(n.body)
		return
	}
	w.anchorElement(n.source.Href, "", func() { w.escaped(n.source.Note) })
}
