package prose

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"
)

// plain returns the words inside n, without figures and pictures.
func (t *Tree) plain(n ast.Node) string { return t.passage(n, ast.KindImage).words.String() }

// A passage is the words of one block with the way back to the source.
type passage struct {
	words  strings.Builder
	pieces []piece
}

// A piece is one text node of a passage: from word on, the words are those of
// the source from source on.
type piece struct{ word, source int }

// passage collects the words below parent, except in nodes of a kind to skip.
func (t *Tree) passage(parent ast.Node, skip ...ast.NodeKind) *passage {
	p := &passage{}
	var visit func(ast.Node)
	visit = func(parent ast.Node) {
		for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
			if slices.Contains(skip, n.Kind()) {
				continue
			}
			switch n := n.(type) {
			case *ast.Text:
				p.add(t.Text(n), n.Segment.Start)
				if n.SoftLineBreak() || n.HardLineBreak() {
					p.words.WriteByte(' ')
				}
			case *ast.AutoLink:
				p.add(clean(string(n.Label(t.Source))), n.Pos())
			}
			visit(n)
		}
	}
	visit(parent)
	return p
}

func (p *passage) add(words string, source int) {
	p.pieces = append(p.pieces, piece{p.words.Len(), source})
	p.words.WriteString(words)
}

// source returns the offset in the source of the words from word on. Where
// escapes stand before it in the same text node it is a few bytes early.
func (p *passage) source(word int) int {
	i := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].word > word }) - 1
	if i < 0 {
		return 0
	}
	return p.pieces[i].source + word - p.pieces[i].word
}

// anchor makes an id from words that no other heading of the page has.
func (w *writer) anchor(words string) string {
	id := Fold(words)
	if id == "" {
		id = "muc"
	}
	w.anchors[id]++
	for n := w.anchors[id]; n > 1; n++ {
		numbered := fmt.Sprintf("%s-%d", id, n)
		if w.anchors[numbered] == 0 {
			w.anchors[numbered], w.anchors[id] = 1, n
			return numbered
		}
	}
	return id
}

// Fold spells words with a-z, 0-9 and single hyphens: đ becomes d, marks are
// dropped, all else separates.
func Fold(words string) string {
	var out strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(words)) {
		switch {
		case r == 'đ':
			r = 'd'
			fallthrough
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			out.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case out.Len() > 0 && !strings.HasSuffix(out.String(), "-"):
			out.WriteByte('-')
		}
	}
	return strings.TrimSuffix(out.String(), "-")
}
