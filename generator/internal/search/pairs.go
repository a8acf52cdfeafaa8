package search

import (
	"fmt"
	"unicode/utf16"
)

// pairLimit is about how many bytes of pairs go into one file.
const pairLimit = 2500

// pairs is the passages that hold two words, folded, one behind the other:
// "dao tao". A Vietnamese word is most often two syllables, so that a page
// with both beside each other is worth more than one with both somewhere.
type pairs struct {
	passages map[[2]uint32][]int // by the numbers of both words
	forms    *forms
}

func newPairs() pairs { return pairs{map[[2]uint32][]int{}, newForms()} }

func (p pairs) add(passage int, words []string) {
	var before form
	for _, word := range words {
		form := p.forms.read(word)
		if before.folded != "" && form.folded != "" {
			pair := [2]uint32{before.number, form.number}
			p.passages[pair] = insert(p.passages[pair], passage)
		}
		before = form
	}
}

// written is the passages of each pair, as they are asked for and told.
func (p pairs) written() map[string]string {
	texts := make(map[string]string, len(p.passages))
	for pair, passages := range p.passages {
		texts[p.forms.folded[pair[0]]+" "+p.forms.folded[pair[1]]] = encode(passages)
	}
	return texts
}

// files spreads the pairs over files by their hash: unlike for words, nobody
// asks for the beginning of a pair, and so no table of contents is needed.
func (p pairs) files() []File {
	written := p.written()
	size := 0
	for pair, passages := range written {
		size += len(pair) + len(passages) + len(`"":"",`)
	}
	shelves := make([]map[string]string, (size+pairLimit-1)/pairLimit)
	for i := range shelves {
		shelves[i] = map[string]string{}
	}
	for pair, passages := range written {
		shelves[hash(pair)%uint32(len(shelves))][pair] = passages
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
