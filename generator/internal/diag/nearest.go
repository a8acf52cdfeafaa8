package diag

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the candidate with the smallest edit distance to word, or ""
// when none is within a third of the word's length (at least one edit). Ties
// go to the earlier candidate. Both are taken as an id would write them, so
// that a name finds the id made of it.
func Nearest(word string, candidates []string) string {
	written := asID(word)
	best, bestDistance := "", max(1, len(written)/3)+1
	for _, c := range candidates {
		if d := distance(written, asID(c)); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// asID is words without capitals and accents, with hyphens for all that is
// neither letter nor digit.
func asID(words string) []rune {
	var id []rune
	for _, r := range norm.NFD.String(strings.ToLower(words)) {
		switch {
		case r == 'đ':
			id = append(id, 'd')
		case unicode.IsLetter(r), unicode.IsDigit(r):
			id = append(id, r)
		case !unicode.Is(unicode.Mn, r):
			id = append(id, '-')
		}
	}
	return id
}

// distance is the number of insertions, deletions, substitutions and swaps of
// neighbours between a and b (optimal string alignment; Damerau 1964).
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 0
			if a[i-1] != b[j-1] {
				change = 1
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
