package search

import (
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"
)

// pairLimit is about how many bytes of pairs go into one file.
const pairLimit = 3000

// pairs is the passages that hold two words, folded, one behind the other:
// "dao tao". A Vietnamese word is most often two syllables, so that a page
// with both beside each other is worth more than one with both somewhere.
type pairs struct {
	passages map[string][]int
	forms    forms
}

func newPairs(forms forms) pairs { return pairs{map[string][]int{}, forms} }

func (p pairs) add(passage int, words []string) {
	before := ""
	for _, word := range words {
		folded := p.forms.of(word).folded
		if before != "" && folded != "" {
			pair := before + " " + folded
			p.passages[pair] = insert(p.passages[pair], passage)
		}
		before = folded
	}
}

// files spreads the pairs over files by their hash: unlike for words, nobody
// asks for the beginning of a pair, and so no table of contents is needed.
func (p pairs) files() []File {
	ordered := slices.Sorted(maps.Keys(p.passages))
	size := 0
	for _, pair := range ordered {
		size += len(pair) + len(encode(p.passages[pair])) + len(`"":"",`)
	}
	shelves := make([]map[string]string, (size+pairLimit-1)/pairLimit)
	for i := range shelves {
		shelves[i] = map[string]string{}
	}
	for _, pair := range ordered {
		shelves[hash(pair)%uint32(len(shelves))][pair] = encode(p.passages[pair])
	}
	var files []File
	for i, shelf := range shelves {
		files = append(files, newFile(fmt.Sprintf("cap-%d", i), shelf)) // JSON writes keys in order
	}
	return files
}

// hash is FNV-1a (Fowler, Noll, Vo; 32 bits) over the UTF-16 units of a text,
// which is what a browser's strings are made of.
func hash(text string) uint32 {
	h := uint32(2166136261)
	for _, unit := range utf16.Encode([]rune(text)) {
		h = (h ^ uint32(unit)) * 16777619
	}
	return h
}
