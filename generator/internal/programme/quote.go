package programme

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
)

// places returns where s stands in the sections that have the number id.
func (d *Document) places(id, s string) []span {
	var found []span
	for _, section := range d.Sections {
		if section.ID == id {
			found = append(found, occurrences(d.text, section.span, s)...)
		}
	}
	return found
}

// occurrences returns where s stands in a part of text; occurrences may
// overlap.
func occurrences(text string, in span, s string) []span {
	var found []span
	for at := in.start; s != ""; at++ {
		next := strings.Index(text[at:in.end], s)
		if next < 0 {
			break
		}
		at += next
		found = append(found, span{at, at + len(s)})
	}
	return found
}

// locate finds a quote in its section, where it must stand exactly once. What
// is wrong is reported at the quote.
func (r *reader) locate(section, quote string, at diag.Position) (span, bool) {
	found := r.places(section, quote)
	switch len(found) {
	case 1:
		return found[0], true
	case 0:
		r.hintNearest(r.problems.Report(at, quoteNotFound, section), section, quote)
	default:
		r.problems.Report(at, quoteAmbiguous, len(found), section).
			Hint(hintPlaces, r.surroundings(found[0]), r.surroundings(found[1]))
	}
	return span{}, false
}

// hintNearest says where in the text a quote may come from: from another
// section, or from where most of its words stand in a row.
func (r *reader) hintNearest(note diag.Note, section, quote string) {
	if elsewhere := occurrences(r.text, span{0, len(r.text)}, quote); len(elsewhere) > 0 {
		if b := r.block(elsewhere[0].start); b.Section != "" {
			note.Hint(hintElsewhere, b.Section)
			return
		}
	}
	for _, s := range r.Sections {
		if s.ID == section {
			if wrote, stands, ok := difference(strings.Fields(quote), strings.Fields(r.text[s.span.start:s.span.end])); ok {
				note.Hint(hintDifference, wrote, stands)
				return
			}
		}
	}
}

// shownWords is how many words a hint shows on each side of a place.
const shownWords = 4

// difference lays a quote against the text where the longest run of its words
// stands, and returns both where they first differ. Not ok: no two words of
// the quote (of a short one: no word) stand in a row anywhere.
func difference(quote, text []string) (wrote, stands string, ok bool) {
	from, at, length := longestRun(quote, text)
	if length == 0 || length == 1 && len(quote) > 2 {
		return "", "", false
	}
	for k, w := range quote {
		if i := at - from + k; i < 0 || i >= len(text) || text[i] != w {
			return window(quote, k), window(text, i), true
		}
	}
	return "", "", false
}

// longestRun returns the longest run of words that stands in both, the first
// where several are as long: by dynamic programming over all pairs of ends.
func longestRun(a, b []string) (inA, inB, length int) {
	above := make([]int, len(b)+1)
	for i := range a {
		row := make([]int, len(b)+1)
		for j := range b {
			if a[i] == b[j] {
				row[j+1] = above[j] + 1
				if row[j+1] > length {
					length = row[j+1]
					inA, inB = i+1-length, j+1-length
				}
			}
		}
		above = row
	}
	return inA, inB, length
}

// window shows the words around the k-th.
func window(words []string, k int) string {
	start, end := max(0, min(k-shownWords, len(words))), max(0, min(k+shownWords, len(words)))
	shown := strings.Join(words[start:end], " ")
	if start > 0 {
		shown = "…" + shown
	}
	if end < len(words) {
		shown += "…"
	}
	return shown
}

// surroundings shows what stands before and after a place.
func (d *Document) surroundings(place span) string {
	before := strings.Fields(d.text[:place.start])
	after := strings.Fields(d.text[place.end:])
	before = before[max(0, len(before)-shownWords):]
	after = after[:min(shownWords, len(after))]
	return strings.Join(slices.Concat(before, []string{"[…]"}, after), " ")
}
