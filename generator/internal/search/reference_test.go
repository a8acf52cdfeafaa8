package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A reference ranks pages for a query by reading every one of them, as the
// comment of chi-muc.js says it. It knows nothing of the index but how a text
// is cut into passages.
type reference []readPage

type readPage struct {
	address string
	fields  [][]readWord // the title first, then the passages
}

type readWord struct{ folded, spelled string }

func read(pages []Page) reference {
	var all reference
	for _, p := range pages {
		page := readPage{address: p.Address, fields: [][]readWord{readWords(p.Number + " " + p.Title)}}
		for _, passage := range cutAll([]Page{p}) {
			page.fields = append(page.fields, readWords(passage.text))
		}
		all = append(all, page)
	}
	return all
}

func readWords(text string) []readWord {
	var all []readWord
	for _, w := range Words(text) {
		all = append(all, readWord{Fold(w), Spell(w)})
	}
	return all
}

func (all reference) search(query string) []string {
	asked := parse(query)
	var ranked []rank
	for _, p := range all {
		if r := p.judge(asked); r.words > 0 {
			ranked = append(ranked, r)
		}
	}
	slices.SortStableFunc(ranked, func(a, b rank) int {
		return cmp.Or(cmp.Compare(b.words, a.words), cmp.Compare(b.exact, a.exact), cmp.Compare(b.points, a.points))
	})
	var addresses []string
	for _, r := range ranked {
		if ranked[0].words < len(asked) || r.words == len(asked) {
			addresses = append(addresses, r.address)
		}
	}
	return addresses
}

type rank struct {
	address              string
	words, exact, points int
}

type askedWord struct {
	readWord
	open bool // still being typed
}

func parse(query string) []askedWord {
	words := readWords(query)
	words = words[:min(6, len(words))]
	last, _ := utf8.DecodeLastRuneInString(query)
	typing := unicode.IsLetter(last) || unicode.IsNumber(last) || unicode.IsMark(last)
	var list []askedWord
	for i, w := range words {
		open := typing && i == len(words)-1 && utf8.RuneCountInString(w.folded) > 1
		list = append(list, askedWord{w, open})
	}
	return list
}

func (p readPage) judge(query []askedWord) rank {
	r := rank{address: p.address}
	for i, q := range query {
		best, whole := p.best(q)
		if best == 0 {
			continue
		}
		r.words++
		if best >= 3 {
			r.exact++
		}
		if best%2 == 0 {
			r.points += 6
		}
		if whole {
			r.points += 2
		}
		if i+1 < len(query) && p.beside(q.folded, query[i+1].folded) {
			r.points += 4
		}
	}
	return r
}

// best values the best place of a word: 1 folded in the text, 2 folded in the
// title, 3 exact in the text, 4 exact in the title, 0 not there.
func (p readPage) best(q askedWord) (best int, whole bool) {
	for f, field := range p.fields {
		for _, word := range field {
			value := q.match(word)
			whole = whole || word.folded == q.folded
			if value > 0 && f == 0 {
				value++
			}
			best = max(best, value)
		}
	}
	return best, whole
}

func (q askedWord) match(word readWord) int {
	switch {
	case word == q.readWord:
		return 3
	case word.folded == q.folded, q.open && strings.HasPrefix(word.folded, q.folded):
		return 1
	}
	return 0
}

func (p readPage) beside(a, b string) bool {
	for _, field := range p.fields {
		for i := 1; i < len(field); i++ {
			if field[i-1].folded == a && field[i].folded == b {
				return true
			}
		}
	}
	return false
}
