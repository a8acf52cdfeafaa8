package world_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"congbo/generator/internal/diag"
)

// mutations is how many spoilt sites the property test looks at.
const mutations = 200

// TestSpoiltSites takes the right site and spoils one line of one file: it is
// deleted, doubled, or mistyped. Whatever comes of it, loading doesn't panic,
// and every problem has a place that is in a file.
func TestSpoiltSites(t *testing.T) {
	random := rand.New(rand.NewPCG(45, 2023))
	base := baseSite(t)
	names := slices.Sorted(maps.Keys(base))
	for range mutations {
		s := maps.Clone(base)
		name := names[random.IntN(len(names))]
		s[name] = spoil(random, s[name])
		l := s.load(t, options)
		for _, p := range l.problems.Problems() {
			if !placed(l, p.Position) {
				t.Fatalf("no such place: %+v [%s] in\n%s", p.Position, p.Rule.Code, s[name])
			}
		}
	}
}

// spoil changes one line of a text.
func spoil(random *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	at := random.IntN(len(lines))
	switch random.IntN(3) {
	case 0:
		lines = slices.Delete(lines, at, at+1)
	case 1:
		lines = slices.Insert(lines, at, lines[at])
	default:
		lines[at] = mistype(random, lines[at])
	}
	return strings.Join(lines, "")
}

// mistype replaces one character by one that means something to YAML.
func mistype(random *rand.Rand, line string) string {
	characters := []rune(line)
	if len(characters) == 0 {
		return line
	}
	signs := []rune(" :-[]{},&*!|>'\"%@`#?~\t0ạ\u0301\u2028")
	characters[random.IntN(len(characters))] = signs[random.IntN(len(signs))]
	return string(characters)
}

// placed reports whether a place is in a file of the site: a line that is
// there, a column at most one after its end; or a file as a whole.
func placed(l loaded, p diag.Position) bool {
	if p.Line == 0 {
		return p.Column == 0 && p.File != ""
	}
	line, ok := l.files.Line(p.File, p.Line)
	return ok && p.Column >= 0 && p.Column <= utf8.RuneCountInString(line)+1
}
