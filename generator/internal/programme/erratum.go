package programme

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"congbo/generator/internal/model"
)

// An erratum is where a defect of the text stands.
type erratum struct {
	span
	record *model.Erratum
}

// errataPlaces finds every place that an erratum is about: its words in its
// section, wherever they stand as words of their own.
func (r *reader) errataPlaces() {
	for i := range r.world.Programme.Errata {
		e := &r.world.Programme.Errata[i]
		id, found := strconv.Itoa(i), fold(e.Found)
		if found == "" || e.Section == "" || !r.knows("erratum", id, "section", e.Section) {
			continue
		}
		places := r.places(e.Section, found)
		whole := slices.DeleteFunc(slices.Clone(places), func(p span) bool { return !wholeWords(r.text, p) })
		for _, p := range whole {
			r.errata = append(r.errata, erratum{p, e})
		}
		if len(whole) == 0 {
			note := r.problems.Report(r.at("erratum", id, "found"), erratumNotFound, e.Found, e.Section)
			if len(places) == 0 {
				r.hintNearest(note, e.Section, found)
			}
		}
	}
}

// wholeWords reports whether a place begins and ends where words do.
func wholeWords(text string, place span) bool {
	return !joins(text, place.start) && !joins(text, place.end)
}

// joins reports whether a letter or digit stands on both sides of at.
func joins(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
