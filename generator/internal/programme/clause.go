package programme

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"congbo/generator/internal/model"
)

// A Clause is the place of one promise in the text: from its quote to the next
// clause's, or to the end of the block that its quote ends in.
type Clause struct {
	ID       string
	Anchor   string   // HTML id of where it begins; empty where its section has it
	Section  string   // III.2
	Headings []string // that it stands under, the Roman section's first
	Before   string   // of the blocks that it stands in: what precedes it
	Text     string   // its own words
	After    string   // what follows it

	span span
}

// clauseSection is the part of a clause's id that numbers its section.
var clauseSection = regexp.MustCompile(`^([IVXL]+\.[1-9][0-9]*)`)

// A wanted clause is one whose quote was found.
type wanted struct {
	id, section string
	quote       span
}

func (r *reader) clauses() {
	var found []wanted
	for i := range r.world.Clauses {
		if w, ok := r.clause(&r.world.Clauses[i]); ok {
			found = append(found, w)
		}
	}
	slices.SortStableFunc(found, func(a, b wanted) int { return cmp.Compare(a.quote.start, b.quote.start) })
	for i, w := range found {
		if i > 0 && found[i-1].quote.start == w.quote.start {
			r.problems.Report(r.at("clause", w.id, "quote"), sharedQuote, w.id, found[i-1].id)
		}
		r.Clauses = append(r.Clauses, r.extent(w, found[i+1:]))
	}
}

// clause follows one clause's quote; one without a quote in this language has
// no place in this text.
func (r *reader) clause(c *model.Clause) (wanted, bool) {
	quote := fold(c.Quote[r.Lang])
	section := clauseSection.FindString(c.ID)
	if quote == "" || section == "" || !r.knows("clause", c.ID, "id", section) {
		return wanted{}, false
	}
	place, ok := r.locate(section, quote, r.at("clause", c.ID, "quote"))
	return wanted{c.ID, section, place}, ok
}

// knows reports whether the text has a section, and reports the key that names
// it where not.
func (r *reader) knows(kind, id, key, section string) bool {
	if r.Section(section) != nil {
		return true
	}
	var numbers []string
	for _, s := range r.Sections {
		numbers = append(numbers, s.ID)
	}
	r.problems.Report(r.at(kind, id, key), unknownSection, section).DidYouMean(section, numbers)
	return false
}

// extent gives a clause its words, where later are the clauses after it.
// Clauses that begin at the same place share their words.
func (r *reader) extent(w wanted, later []wanted) *Clause {
	first, last := r.block(w.quote.start), r.block(w.quote.end-1)
	end := last.span.end
	for _, next := range later {
		if next.quote.start > w.quote.start {
			end = min(end, next.quote.start)
			break
		}
	}
	words := strings.TrimSuffix(r.text[w.quote.start:end], " ")
	end = w.quote.start + len(words)
	last = r.block(end - 1)
	first.Clauses = append(first.Clauses, w.id)
	return &Clause{
		ID:       w.id,
		Anchor:   r.clauseAnchor(w.id),
		Section:  w.section,
		Headings: r.headings(w.section),
		Before:   strings.TrimSuffix(r.text[first.span.start:w.quote.start], " "),
		Text:     words,
		After:    strings.TrimPrefix(r.text[end:last.span.end], " "),
		span:     span{w.quote.start, end},
	}
}

// clauseAnchor is a clause's HTML id, unless a section has the same.
func (r *reader) clauseAnchor(id string) string {
	if r.Section(id) != nil {
		return ""
	}
	return Anchor(id)
}

// headings are the titles of a section and of the Roman one around it, as far
// as they are titles and no promises.
func (r *reader) headings(section string) []string {
	var titles []string
	roman, _, _ := strings.Cut(section, ".")
	for _, id := range []string{roman, section} {
		if s := r.Section(id); s != nil && (s.first.Kind == Heading || r.names(s.first)) {
			titles = append(titles, s.Title)
		}
	}
	return titles
}

// sections follows the quotes that say who answers for a section and returns
// where they stand.
func (r *reader) sections() []span {
	var answers []span
	for i := range r.world.Sections {
		s := &r.world.Sections[i]
		quote := fold(s.Quote[r.Lang])
		if quote == "" && !r.original() || !r.knows("section", s.ID, "id", s.ID) || quote == "" {
			continue
		}
		if place, ok := r.locate(s.ID, quote, r.at("section", s.ID, "quote")); ok {
			answers = append(answers, place)
		}
	}
	return answers
}

// coverage warns of the blocks of numbered sections that no clause touches.
// What names a section or says who answers for it promises nothing.
func (r *reader) coverage(answers []span) {
	if len(r.Clauses) == 0 && (!r.original() || r.problems.HasErrors()) {
		return // there are none, or none that could be read
	}
	var table any
	for _, b := range r.Blocks {
		if b.Section == "" || b.after || b.Kind == Heading || b.Kind == Footnote || r.names(b) {
			continue
		}
		if b.Kind == Cell { // a table is reported once, and covered as a whole
			if whole := b.node.Parent().Parent(); whole == table {
				continue
			} else {
				table = whole
			}
		}
		if !r.touched(b, answers) {
			r.problems.Report(b.Position, uncoveredBlock, b.Section)
		}
	}
}

// names reports whether a block only names a section: it begins one that goes
// on after it, or a Roman one, which clauses don't belong to.
func (r *reader) names(b *Block) bool {
	return slices.ContainsFunc(r.Sections, func(s *Section) bool {
		return s.first == b && (s.ID == s.Roman() || s.span.end > b.span.end)
	})
}

func (r *reader) touched(b *Block, answers []span) bool {
	place := b.span
	if b.Kind == Cell {
		table := b.node.Parent().Parent()
		for _, c := range r.Blocks {
			if c.Kind == Cell && c.node.Parent().Parent() == table {
				place.end = c.span.end
			}
		}
	}
	return slices.ContainsFunc(answers, place.meets) ||
		slices.ContainsFunc(r.Clauses, func(c *Clause) bool { return place.meets(c.span) })
}
