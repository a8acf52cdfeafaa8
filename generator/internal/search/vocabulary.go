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
const wordLimit = 4000

// prefixSpan is how many files a browser reads for the beginning of a word.
// What spreads over more is summed up in a file of its own.
const prefixSpan = 2

// allSpellings stands in place of a spelling where they are told in one list.
const allSpellings = "*"

// A vocabulary is all words, folded, with the passages that hold each of
// their spellings. In a file a word is a list of triples: spelling ("" where
// it is the folded word itself), passages by title, passages by text. A title
// counts for the first passage of its page.
//
// A frequent word has many spellings, all of them frequent, of which a reader
// asks for one. Where they are more than wordLimit, the word itself has one
// triple with the sign for all of them, and each spelling an entry of its own,
// by title and by text: "so *…", "so số…". A space comes before every letter
// and digit, so that these stand right behind their word.
type vocabulary struct {
	words map[string]map[string]*places
	forms *forms
}

type places struct{ title, body []int }

func newVocabulary() vocabulary {
	return vocabulary{map[string]map[string]*places{}, newForms()}
}

func (v vocabulary) addTitle(passage int, words []string) {
	for _, word := range words {
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
	form := v.forms.read(word)
	if v.words[form.folded] == nil {
		v.words[form.folded] = map[string]*places{}
	}
	spellings := v.words[form.folded]
	if spellings[form.spelling] == nil {
		spellings[form.spelling] = &places{}
	}
	return spellings[form.spelling]
}

// sorted lists the folded words in order. A run of nothing but marks folds to
// nothing and can't be asked for.
func (v vocabulary) sorted() []string {
	words := slices.Sorted(maps.Keys(v.words))
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// files lays the words into files and returns the first entry of each.
func (v vocabulary) files() (files []File, firsts []string) {
	shelf := shelf{name: "tu", limit: wordLimit}
	firsts = []string{}
	add := func(key string, value []string) {
		if shelf.add(key, value) {
			firsts = append(firsts, key)
		}
	}
	for _, word := range v.sorted() {
		triples := v.triples(word)
		if len(strings.Join(triples, "")) <= wordLimit {
			add(word, triples)
			continue
		}
		all := v.sum([]string{word})
		add(word, []string{allSpellings, encode(all.title), encode(all.body)})
		for _, spelling := range slices.Sorted(maps.Keys(v.words[word])) {
			found := v.words[word][spelling]
			add(word+" "+spelling, []string{encode(found.title), encode(found.body)})
		}
	}
	shelf.close()
	return shelf.files, firsts
}

func (v vocabulary) triples(word string) []string {
	var out []string
	for _, spelling := range slices.Sorted(maps.Keys(v.words[word])) {
		found := v.words[word][spelling]
		if spelling == word {
			spelling = ""
		}
		out = append(out, spelling, encode(found.title), encode(found.body))
	}
	return out
}

// prefixFiles sums up each beginning of two letters or more whose words lie in
// more than prefixSpan files: one file each, with its passages by title and by
// text.
func (v vocabulary) prefixFiles(firsts []string) (files []File, prefixes []string) {
	words := v.sorted()
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
		word, _, _ := strings.Cut(first, " ")
		letters := []rune(word)
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
		for _, found := range v.words[word] {
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
