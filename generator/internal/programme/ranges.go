package programme

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"congbo/generator/internal/prose"
)

// A layer orders elements that overlap: those of a lower layer stay whole, and
// those of a higher one are cut where a lower one begins or ends.
type layer int

const (
	clauseLayer layer = iota
	linkLayer
	erratumLayer
	markLayer
)

// A tagged range is a part of a block's text within an element. Where start is
// end, open stands at that place and close is empty.
type tagged struct {
	span
	layer layer
	open  string
	again string // opens what is left behind a cut
	added string // stands before the close, at the range's end
	close string
}

// ranges are the elements on a block's words in the document.
func (w *writer) ranges(b *Block) []tagged {
	var all []tagged
	for _, c := range w.Clauses {
		if place, first, ok := b.clip(c.span); ok {
			again := fmt.Sprintf(`<span class="clause" data-clause="%s">`, html.EscapeString(c.ID))
			t := tagged{span: place, layer: clauseLayer, open: again, again: again, close: "</span>"}
			if first && c.Anchor != "" {
				t.open = fmt.Sprintf(`<span class="clause" id="%s" data-clause="%s">`,
					html.EscapeString(c.Anchor), html.EscapeString(c.ID))
			}
			all = append(all, t)
		}
	}
	return append(all, w.inner(b, w.view)...)
}

// marked are the elements on a block's words on a clause's own page.
func (d *Document) marked(b *Block, c *Clause, v View) []tagged {
	place, _, _ := b.clip(c.span)
	own := tagged{span: place, layer: clauseLayer, open: `<mark class="clause">`, close: "</mark>"}
	own.again = own.open
	return append([]tagged{own}, d.inner(b, v)...)
}

// inner are the elements on a block's words wherever they are shown: bodies,
// errata, and what the text itself is written in.
func (d *Document) inner(b *Block, v View) []tagged {
	var all []tagged
	for _, m := range b.marks {
		all = append(all, d.mark(m, v))
	}
	all = slices.DeleteFunc(all, func(t tagged) bool { return t.open == "" })
	for _, e := range d.errata {
		if place, _, ok := b.clip(e.span); ok {
			t := tagged{span: place, layer: erratumLayer, open: `<span class="erratum">`, close: "</span>"}
			t.again = t.open
			if e.end <= b.span.end {
				t.added = `<span class="erratum-note added"> ` + html.EscapeString(v.erratum(e.record)) + "</span>"
			}
			all = append(all, t)
		}
	}
	return append(all, d.bodies(b, v, all)...)
}

// bodies are the links to the bodies that a block names, except inside links
// of the text's own.
func (d *Document) bodies(b *Block, v View, others []tagged) []tagged {
	var all []tagged
	for _, m := range d.Mentions {
		place, _, ok := b.clip(m.span)
		inLink := slices.ContainsFunc(others, func(t tagged) bool { return t.layer == linkLayer && t.meets(place) })
		if href := v.agency(m.Agency); ok && !inLink && href != "" {
			t := tagged{span: place, layer: linkLayer, close: "</a>"}
			t.open = fmt.Sprintf(`<a class="agency" href="%s">`, html.EscapeString(href))
			t.again = t.open
			all = append(all, t)
		}
	}
	return all
}

// clip returns the part of a document's range that lies in the block, in the
// block's offsets, and whether the range begins in it.
func (b *Block) clip(s span) (place span, first, ok bool) {
	place = span{max(s.start, b.span.start) - b.span.start, min(s.end, b.span.end) - b.span.start}
	return place, s.start >= b.span.start, place.start < place.end
}

// mark is the element of a mark of the text.
func (d *Document) mark(m mark, v View) tagged {
	t := tagged{span: m.span, layer: markLayer}
	set := func(element string) {
		t.open, t.close = "<"+element+">", "</"+element+">"
	}
	switch n := m.node.(type) {
	case nil:
		t.open, t.close = `<span class="number">`, "</span>"
	case *ast.Emphasis:
		set(map[int]string{1: "em", 2: "strong"}[n.Level])
	case *ast.CodeSpan:
		set("code")
	case *east.Strikethrough:
		set("del")
	case *ast.Text:
		t.open = "<br>"
	case *east.FootnoteLink:
		t.open = fmt.Sprintf(`<sup class="added"><a href="#chu_thich_%d">%d</a></sup>`, n.Index, n.Index)
	case *ast.Link:
		t.link(prose.Destination(n.Destination), v)
	case *ast.AutoLink:
		t.link(d.tree.AutoLink(n), v)
	case *ast.Image:
		t.open = d.tree.Image(n, v.Site)
	}
	t.again = t.open
	return t
}

func (t *tagged) link(destination string, v View) {
	href, ok := prose.Href(destination, v.Address, v.Site)
	if ok {
		t.layer, t.close = linkLayer, "</a>"
		t.open = fmt.Sprintf(`<a href="%s">`, html.EscapeString(href))
		if prose.External(href) {
			t.open = fmt.Sprintf(`<a href="%s" rel="external">`, html.EscapeString(href))
		}
	}
}

// words writes a block's words within their elements.
func (w *writer) words(b *Block, ranges []tagged) {
	ranges = nest(ranges)
	var open []tagged
	at := 0
	for _, next := range edges(b, ranges) {
		w.escaped(b.Text[at:next])
		at = next
		for len(open) > 0 && open[len(open)-1].end == at {
			last := open[len(open)-1]
			w.out.WriteString(last.added + last.close)
			open = open[:len(open)-1]
		}
		for _, t := range ranges {
			if t.start == at {
				w.out.WriteString(t.open)
			}
			if t.start == at && t.end > at {
				open = append(open, t)
			}
		}
	}
}

// edges are the offsets at which elements begin or end, sorted; the text's end
// is one.
func edges(b *Block, ranges []tagged) []int {
	all := []int{len(b.Text)}
	for _, t := range ranges {
		all = append(all, t.start, t.end)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// nest cuts elements so that no two overlap but one within the other, and
// orders them as they open; what stands at a place comes before what opens
// there.
func nest(ranges []tagged) []tagged {
	ranges = slices.Clone(ranges)
	slices.SortStableFunc(ranges, func(a, b tagged) int { return cmp.Compare(a.layer, b.layer) })
	var nested []tagged
	for _, t := range ranges {
		nested = append(nested, t.cut(nested)...)
	}
	slices.SortStableFunc(nested, func(a, b tagged) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.width(), b.width()))
	})
	return nested
}

// width orders elements that open at the same offset: those that stand at a
// place first, then the longer before the shorter.
func (t tagged) width() int {
	if t.start == t.end {
		return math.MinInt
	}
	return t.start - t.end
}

// cut cuts an element at the edges within it of those that it overlaps and
// doesn't hold.
func (t tagged) cut(others []tagged) []tagged {
	var at []int
	for _, o := range others {
		if o.start < t.start && t.start < o.end && o.end < t.end {
			at = append(at, o.end)
		}
		if t.start < o.start && o.start < t.end && t.end < o.end {
			at = append(at, o.start)
		}
	}
	slices.Sort(at)
	var pieces []tagged
	for _, edge := range slices.Compact(at) {
		piece := t
		piece.end, piece.added = edge, ""
		pieces = append(pieces, piece)
		t.start, t.open = edge, t.again
	}
	return append(pieces, t)
}
