// Package programme reads the official text and finds in it what the records
// say about it. In go the Markdown of the text and the world; out comes a
// Document: its blocks and numbered sections, the place of every clause, of
// the errata and of the bodies it names, and its HTML, in which the words of
// the text stand unchanged and in order. It refuses quotes that are not in
// their section or more than once, sections that the text doesn't have, and
// errata that aren't there; it warns of blocks that no clause touches.
package programme

import (
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/prose"
)

// A Document is the official text in one language. Clauses, sections and
// mentions stand in the order of the text.
type Document struct {
	Lang     string
	Blocks   []*Block
	Sections []*Section
	Clauses  []*Clause
	Mentions []*Mention

	tree     *prose.Tree
	text     string // of all blocks, each end of a block a space
	errata   []erratum
	agencies []model.Agency
}

// A span is a range of byte offsets in the document's text.
type span struct{ start, end int }

func (s span) meets(t span) bool { return s.start < t.end && t.start < s.end }

// A Locator tells where a record's key stands in the data: kind is "section",
// "clause" or "erratum", id that of the record; an erratum's is its place in
// the list, from 0 on.
type Locator func(kind, id, key string) diag.Position

// Read reads the official text in lang and follows the world's quotes into it.
// What is wrong is reported; the Document holds what could be found.
func Read(in prose.Input, lang string, world *model.World, at Locator, problems *diag.List) *Document {
	d := &Document{Lang: lang, tree: prose.ParseOfficial(in, problems), agencies: world.Agencies}
	d.flatten()
	d.divide(problems)
	r := reader{Document: d, world: world, at: at, problems: problems}
	answers := r.sections()
	r.clauses()
	if r.original() {
		r.errataPlaces()
	}
	d.findMentions()
	r.coverage(answers)
	return d
}

// A reader follows the records into a document.
type reader struct {
	*Document
	world    *model.World
	at       Locator
	problems *diag.List
}

// original reports whether the document is the official text itself and not a
// translation.
func (r *reader) original() bool { return r.Lang == r.world.Site.Original }

// Clause returns a clause by its id; nil where the text doesn't have it.
func (d *Document) Clause(id string) *Clause {
	for _, c := range d.Clauses {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Section returns a section by its number, such as III or III.1; nil where the
// text doesn't have it.
func (d *Document) Section(id string) *Section {
	for _, s := range d.Sections {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// CheckLinks reports links and pictures of the text that lead nowhere; address
// is the page's own.
func (d *Document) CheckLinks(address string, site prose.Site, problems *diag.List) {
	d.tree.CheckLinks(address, site, problems)
}

// CheckAnchors reports links of the text to places that their pages don't have.
func (d *Document) CheckAnchors(address string, anchors func(address string) []string, problems *diag.List) {
	d.tree.CheckAnchors(address, anchors, problems)
}

// Anchor is the HTML id of a section or clause: III.2-4b becomes iii-2-4b.
func Anchor(id string) string { return strings.ToLower(strings.ReplaceAll(id, ".", "-")) }

// block returns the block that the byte at offset of the text belongs to.
func (d *Document) block(offset int) *Block {
	for _, b := range d.Blocks {
		if offset < b.span.end {
			return b
		}
	}
	return d.Blocks[len(d.Blocks)-1]
}
