package model

import (
	"maps"
	"slices"
)

// Text is what readers see, by language.
type Text map[string]string

// In returns the text in the first of langs that has one, and that language.
// Callers pass the language wanted and then the site's first. Words of the
// official text may have neither: they are given as they stand.
func (t Text) In(langs ...string) (text, lang string) {
	for _, l := range slices.Concat(langs, slices.Sorted(maps.Keys(t))) {
		if s := t[l]; s != "" {
			return s, l
		}
	}
	return "", ""
}
