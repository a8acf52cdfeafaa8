package search

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

// wordLimit is how many bytes of words go into one file. A word that is longer
// by itself has a file of its own.
const wordLimit = 3000

// prefixSpan is how many files a browser reads for the beginning of a word.
// What spreads over more is summed up in a file of its own.
const prefixSpan = 2

// A vocabulary is all words, folded, with the passages that hold each of
// their spellings. In a file a word is a list of triples: spelling ("" where
// it is the folded word itself), passages by title, passages by text. A title
// counts for the first passage of its page.
type vocabulary map[string]map[string]*places

type places struct{ title, body []int }

func newVocabulary() vocabulary { return vocabulary{} }

// titleWords are the words of a page's number and title.
func titleWords(p Page) []string { return Words(p.Number + " " + p.Title) }

func (v vocabulary) addTitle(passage int, p Page) {
	for _, word := range titleWords(p) {
		found := v.places(word)
		found.title = insert(found.title, passage)
	}
}

func (v vocabulary) addBody(passage int, words []string) {
	for _, word := range words {
		found := v.places(word)
		found.body = insert(found.body, passage)
	}
}

func (v vocabulary) places(word string) *places {
	folded, spelling := Fold(word), Spell(word)
	if spelling == folded {
		spelling = ""
	}
	if v[folded] == nil {
		v[folded] = map[string]*places{}
	}
	if v[folded][spelling] == nil {
		v[folded][spelling] = &places{}
	}
	return v[folded][spelling]
}

// words lists the folded words in order. A run of nothing but marks folds to
// nothing and can't be asked for.
func (v vocabulary) words() []string {
	words := slices.Sorted(maps.Keys(v))
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// files lays the words into files and returns the first word of each.
func (v vocabulary) files() (files []File, firsts []string) {
	shelf := shelf{name: "tu", limit: wordLimit}
	firsts = []string{}
	for _, word := range v.words() {
		if shelf.add(word, v.triples(word)) {
			firsts = append(firsts, word)
		}
	}
	shelf.close()
	return shelf.files, firsts
}

func (v vocabulary) triples(word string) []string {
	var out []string
	for _, spelling := range slices.Sorted(maps.Keys(v[word])) {
		found := v[word][spelling]
		out = append(out, spelling, encode(found.title), encode(found.body))
	}
	return out
}

// prefixFiles sums up each beginning of two letters or more whose words lie in
// more than prefixSpan files: one file each, with its passages by title and by
// text.
func (v vocabulary) prefixFiles(firsts []string) (files []File, prefixes []string) {
	words := v.words()
	prefixes = wide(firsts)
	for i, prefix := range prefixes {
		sum := v.sum(withPrefix(words, prefix))
		files = append(files, newFile(fmt.Sprintf("dau-%d", i), [2]string{encode(sum.title), encode(sum.body)}))
	}
	return files, prefixes
}

// wide lists, in order, the beginnings whose words lie in more than
// prefixSpan files. Such a beginning starts the first words of some of them.
func wide(firsts []string) []string {
	found := map[string]bool{}
	for _, first := range firsts {
		letters := []rune(first)
		for end := 2; end <= len(letters); end++ {
			if prefix := string(letters[:end]); span(firsts, prefix) > prefixSpan {
				found[prefix] = true
			}
		}
	}
	return append([]string{}, slices.Sorted(maps.Keys(found))...)
}

// span counts the files that may hold words with a prefix: those whose first
// word begins with it, and the one before, unless the first of them is the
// prefix itself.
func span(firsts []string, prefix string) int {
	inside := withPrefix(firsts, prefix)
	if len(inside) > 0 && (inside[0] == prefix || inside[0] == firsts[0]) {
		return len(inside)
	}
	return len(inside) + 1
}

// withPrefix returns the part of ordered words that begins with prefix.
func withPrefix(words []string, prefix string) []string {
	from := sort.SearchStrings(words, prefix)
	to := from + sort.Search(len(words)-from, func(i int) bool { return !strings.HasPrefix(words[from+i], prefix) })
	return words[from:to]
}

// sum is all places of several words in one.
func (v vocabulary) sum(words []string) places {
	var all places
	for _, word := range words {
		for _, found := range v[word] {
			all.title = append(all.title, found.title...)
			all.body = append(all.body, found.body...)
		}
	}
	for _, list := range []*[]int{&all.title, &all.body} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return all
}
