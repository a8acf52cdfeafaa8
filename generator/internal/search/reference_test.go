package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reference ranks pages for a query by reading every one of them, as the
// comment of chi-muc.js says it. It knows nothing of the index but how a text
// is cut into passages.
func reference(pages []Page, query string) []string {
	asked := parse(query)
	var ranked []rank
	for _, p := range pages {
		if r := judge(p, asked); r.words > 0 {
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

type asked struct {
	folded, spelled string
	open            bool
}

func parse(query string) []asked {
	var list []asked
	words := Words(query)
	last, _ := utf8.DecodeLastRuneInString(query)
	typing := unicode.IsLetter(last) || unicode.IsNumber(last) || unicode.IsMark(last)
	for i, w := range words[:min(6, len(words))] {
		a := asked{folded: Fold(w), spelled: Spell(w)}
		a.open = typing && i == min(6, len(words))-1 && utf8.RuneCountInString(a.folded) > 1
		list = append(list, a)
	}
	return list
}

func judge(p Page, query []asked) rank {
	r := rank{address: p.Address}
	title := titleWords(p)
	fields := append([][]string{title}, bodies(p)...)
	for i, q := range query {
		best, whole := 0, false
		for f, field := range fields {
			for _, word := range field {
				at, isWhole := q.match(word, f == 0)
				best, whole = max(best, at), whole || isWhole
			}
		}
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
		if i+1 < len(query) && beside(fields, q.folded, query[i+1].folded) {
			r.points += 4
		}
	}
	return r
}

func bodies(p Page) [][]string {
	var fields [][]string
	for _, passage := range cutAll([]Page{p}) {
		fields = append(fields, Words(passage.text))
	}
	return fields
}

// match values a word: 1 folded in the text, 2 folded in the title, 3 exact in
// the text, 4 exact in the title.
func (q asked) match(word string, title bool) (value int, whole bool) {
	folded := Fold(word)
	whole = folded == q.folded
	switch {
	case whole && Spell(word) == q.spelled:
		value = 3
	case whole, q.open && strings.HasPrefix(folded, q.folded):
		value = 1
	default:
		return 0, false
	}
	if title {
		value++
	}
	return value, whole
}

func beside(fields [][]string, a, b string) bool {
	for _, field := range fields {
		for i := 1; i < len(field); i++ {
			if Fold(field[i-1]) == a && Fold(field[i]) == b {
				return true
			}
		}
	}
	return false
}
