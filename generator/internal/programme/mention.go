package programme

import (
	"cmp"
	"slices"
	"strings"
)

// A Mention is a place where the text names a body, or a group of bodies.
type Mention struct {
	Agency  string // id
	Words   string // as the text has them
	Section string
	Clause  string // id; empty outside of clauses
	Before  string // of the sentence, what precedes the words
	After   string // and what follows them

	span span
}

// A wording is one way in which the text may name a body.
type wording struct{ agency, words string }

// findMentions finds the bodies' names and aliases. Longer wordings come first,
// so that a body named inside the name of another is not taken for itself;
// where two bodies share a wording, the first of the file has it.
func (d *Document) findMentions() {
	var taken []span
	for _, w := range d.wordings() {
		for _, place := range occurrences(d.text, span{0, len(d.text)}, w.words) {
			if !wholeWords(d.text, place) || slices.ContainsFunc(taken, place.meets) || place.end > d.block(place.start).span.end {
				continue
			}
			taken = append(taken, place)
			d.Mentions = append(d.Mentions, d.mention(w.agency, place))
		}
	}
	slices.SortFunc(d.Mentions, func(a, b *Mention) int { return cmp.Compare(a.span.start, b.span.start) })
}

func (d *Document) wordings() []wording {
	var all []wording
	for _, a := range d.agencies {
		name, _ := a.Name.In(d.Lang)
		for _, words := range append([]string{name}, a.Aliases...) {
			if words = fold(words); words != "" {
				all = append(all, wording{a.ID, words})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b wording) int { return cmp.Compare(len(b.words), len(a.words)) })
	return all
}

func (d *Document) mention(agency string, place span) *Mention {
	b := d.block(place.start)
	m := &Mention{Agency: agency, Words: d.text[place.start:place.end], Section: b.Section, span: place}
	sentence := d.sentence(b, place)
	m.Before, m.After = d.text[sentence.start:place.start], d.text[place.end:sentence.end]
	for _, c := range d.Clauses {
		if place.meets(c.span) {
			m.Clause = c.ID
		}
	}
	return m
}

// sentence is the part of a block around a place, from full stop to full stop.
func (d *Document) sentence(b *Block, place span) span {
	s := b.span
	if i := strings.LastIndex(d.text[s.start:place.start], ". "); i >= 0 {
		s.start += i + len(". ")
	}
	if i := strings.Index(d.text[place.end:s.end], ". "); i >= 0 {
		s.end = place.end + i + len(".")
	}
	return s
}
