// Package prose turns the Markdown that press staff write into safe HTML. In
// go a page's body and where it begins in its file; out come a syntax tree for
// rooms that read the text themselves, and HTML without scripts, styles, event
// handlers or anything that Hugo could take for a template. It refuses, each
// at its line and column and all at once: raw HTML, links with a scheme other
// than http, https, mailto and tel, links and pictures that lead nowhere,
// shortcodes other than ours, and figures that the data don't have.
package prose

import (
	"congbo/generator/internal/diag"
)

// Input is the Markdown of one page.
type Input struct {
	Body        string                         // in NFC, with LF for line ends
	At          func(offset int) diag.Position // where the byte at an offset of Body stands
	Statistical bool                           // warn about figures that are typed instead of named
	Headed      bool                           // the heading that it begins with is its title and no part of it
}

// An Article is a page of press staff, parsed and checked as far as that can
// be done without knowing the rest of the site.
type Article struct {
	tree *Tree
}

// CheckAnchors reports links to a place that its page doesn't have; see
// Tree.CheckAnchors.
func (a *Article) CheckAnchors(address string, anchors func(address string) []string, problems *diag.List) {
	a.tree.CheckAnchors(address, anchors, problems)
}

// Parse reads an article. What is wrong in it is reported; the Article is
// usable all the same.
func Parse(in Input, problems *diag.List) *Article {
	tree := parse(in, problems)
	tree.checkShortcodes(problems)
	if h := tree.heading(); in.Headed && h != nil {
		tree.Root.RemoveChild(tree.Root, h)
	}
	tree.deepen()
	tree.checkUnreadLinks(problems)
	if in.Statistical {
		tree.checkBareFigures(problems)
	}
	return &Article{tree}
}

// ParseOfficial reads the official text of a programme, in which no shortcode
// has a place and every level of heading is the text's own.
func ParseOfficial(in Input, problems *diag.List) *Tree {
	tree := parse(in, problems)
	tree.refuseShortcodes(problems)
	return tree
}

// Context is what rendering needs to know of the world around an article.
type Context struct {
	Address string // of the page, from the root: /tin-tuc/x/
	Site    Site
	Figures Resolver
	Words   Words
}

// Words are the few words of our own that HTML needs, in the page's language.
type Words struct {
	Table        string // names the scroll region of a table, before its number
	Notes        string // heads the list of footnotes
	BackToText   string // names the way back from a footnote
	Illustrative string // follows a figure that is not real
}

// Site answers for what lies outside the page.
type Site interface {
	// Page returns how to link to what the site answers at address, which
	// is absolute and has neither query nor fragment.
	Page(address string) (href string, ok bool)
	// Picture returns a picture of the page by the name written in it.
	Picture(name string) (Picture, bool)
	// Addresses and Pictures list what there is, for hints.
	Addresses() []string
	Pictures() []string
}

// A Picture is an image file of the site.
type Picture struct {
	Src           string
	Width, Height int // pixels; 0 where not known
}

// Render writes the article as HTML. Links, pictures and figures that lead
// nowhere are reported and left out.
func (a *Article) Render(ctx Context, problems *diag.List) string {
	a.tree.CheckLinks(ctx.Address, ctx.Site, problems)
	w := writer{tree: a.tree, ctx: ctx, problems: problems, anchors: map[string]int{}}
	w.blocks(a.tree.Root)
	w.notesList()
	return Disarm(w.out.String())
}
