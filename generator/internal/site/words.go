package site

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageWords is what a rendered page says in its main part.
type pageWords struct {
	text         string
	illustrative bool // some of it is marked so
}

// readWords reads a rendered page as its reader does, without what stands on
// every page or can't be asked for: title, ways up, the notice about the
// programme, drawings, numbers in tables, sources, controls.
func readWords(page []byte) pageWords {
	var w wordReader
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return pageWords{} // a reader of bytes doesn't fail
	}
	if main := element(root, atom.Main); main != nil {
		w.read(main)
	}
	return pageWords{strings.Join(strings.Fields(w.out.String()), " "), w.illustrative}
}

func element(n *html.Node, name atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.DataAtom == name {
			return c
		}
	}
	return nil
}

type wordReader struct {
	out          strings.Builder
	illustrative bool
}

func (w *wordReader) read(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.out.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && w.unread(n):
		return
	}
	for child := range n.ChildNodes() {
		w.read(child)
	}
	if !slices.Contains(inline, n.DataAtom) {
		w.part()
	}
}

// part sets what stood in a block apart from what follows it.
func (w *wordReader) part() {
	said := strings.TrimSpace(w.out.String())
	if said == "" || strings.ContainsAny(said[len(said)-1:], ".:;,!?") || strings.HasSuffix(said, "·") {
		w.out.WriteByte(' ')
		return
	}
	w.out.WriteString(" · ")
}

// inline are the elements whose words run on with those around them.
var inline = []atom.Atom{atom.A, atom.B, atom.Em, atom.I, atom.Span, atom.Strong, atom.Sup, atom.Sub, atom.Time, atom.Abbr, atom.Mark, atom.Small}

var (
	unreadElements = []atom.Atom{atom.H1, atom.Nav, atom.Svg, atom.Script, atom.Form, atom.Button, atom.Summary}
	unreadClasses  = []string{"notice", "source", "citation", "tools", "numeric", "illustrative-note"}
)

// unread tells what is passed over, and notes on the way what is illustrative.
func (w *wordReader) unread(n *html.Node) bool {
	classes := strings.Fields(attributeOf(n, "class"))
	if slices.ContainsFunc(classes, func(c string) bool { return c == "illustrative" || c == "is-illustrative" }) {
		w.illustrative = true
	}
	return slices.Contains(unreadElements, n.DataAtom) ||
		slices.ContainsFunc(classes, func(c string) bool { return slices.Contains(unreadClasses, c) })
}

func attributeOf(n *html.Node, key string) string {
	return attributeIn(n.Attr, key)
}
