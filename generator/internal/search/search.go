// Package search makes the index that a reader's browser searches. Published
// pages go in, as plain text; static files come out, of which a query loads
// only a few. It refuses nothing: a page without text is found by its title.
//
// # Files
//
// All files lie in the folder of the page that searches. Each is one call of
// a function that the page defines, and carries JSON:
//
//	__tim("tu-3",{"dao":["đaò","4","0a3"]});
//
// So the same bytes load as a script over http (where they pass the policy
// script-src 'self') and from a disk, where browsers allow no other way.
//
//	muc-luc.js              the head: what files there are; see [head]
//	<version>/tu-<n>.js     words in order, with where they occur; see [vocabulary]
//	<version>/dau-<n>.js    beginnings of words that spread over many files
//	<version>/cap-<n>.js    pairs of neighbouring words, by hash; see [pairs]
//	<version>/doan-<n>.js   passages with the title and address of their page
//
// The version is a hash of all files. A browser that kept an old head finds
// no file of that version, and asks again; it never mixes two builds.
//
// # Matching
//
// A page's text is cut into passages of at most 2,400 bytes, numbered
// through. Words are found by their folded form (see [Fold]), and told apart
// by their spelling (see [Spell]). Lists of passages are strings of gaps, see
// [encode]. How matches are ranked is said in the browser's chi-muc.js; this
// package's tests hold a second, independent implementation against it.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
)

// format is raised when browsers must read the files in another way.
const format = 1

// A Page is one published page as the index knows it. The order of pages
// decides between matches that are equally good.
type Page struct {
	Address string // below the root of the page's language: /nhiem-vu/x/
	Title   string
	Kind    string // results are grouped by it
	Number  string // of the clause, set before the title; may be empty
	Text    string // what the page says, without markup

	Illustrative bool // something on it isn't real, which a result must say
}

// A File is to be published as it is. Path is from the folder of the page that
// searches, slash-separated.
type File struct {
	Path  string
	Bytes []byte
}

// head says what files there are. It is what the browser loads first.
type head struct {
	Format    int      `json:"format"`
	Folder    string   `json:"folder"`    // of all other files
	Passages  int      `json:"passages"`  // how many there are
	Continued string   `json:"continued"` // passages of the same page as the one before
	Words     []string `json:"words"`     // the first word of each file tu-<n>
	Prefixes  []string `json:"prefixes"`  // what the files dau-<n> are about
	Pairs     int      `json:"pairs"`     // how many files cap-<n> there are
	Cards     int      `json:"cards"`     // how many passages each file doan-<n> holds
}

// Index makes the files of an index over pages: the same pages give the same
// bytes.
func Index(pages []Page) []File {
	passages := cutAll(pages)
	h := head{Format: format, Passages: len(passages), Continued: encode(continued(passages))}
	var wordFiles, prefixFiles, pairFiles []File
	var both sync.WaitGroup
	both.Go(func() {
		words := newVocabulary()
		eachText(pages, passages, words.addTitle, words.addBody)
		wordFiles, h.Words = words.files()
		prefixFiles, h.Prefixes = words.prefixFiles(h.Words)
	})
	both.Go(func() {
		pairs := newPairs()
		eachText(pages, passages, pairs.add, pairs.add)
		pairFiles = pairs.files()
		h.Pairs = len(pairFiles)
	})
	both.Wait()
	cards, perFile := cardFiles(pages, passages)
	h.Cards = perFile
	files := slices.Concat(wordFiles, prefixFiles, pairFiles, cards)
	h.Folder = version(files)
	for i := range files {
		files[i].Path = h.Folder + "/" + files[i].Path
	}
	return append([]File{newFile("muc-luc", h)}, files...)
}

// eachText hands over the words of each title and of each passage, in order.
func eachText(pages []Page, passages []passage, title, body func(passage int, words []string)) {
	for number, p := range passages {
		if p.first {
			title(number, titleWords(pages[p.page]))
		}
		body(number, Words(p.text))
	}
}

// version is the beginning of a SHA-256 over names and contents.
func version(files []File) string {
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s %d\n", f.Path, len(f.Bytes))
		sum.Write(f.Bytes)
	}
	return hex.EncodeToString(sum.Sum(nil)[:5])
}

// titleWords are the words of a page's number and title.
func titleWords(p Page) []string { return Words(p.Number + " " + p.Title) }
