package search

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// passageLimit is the longest passage, in bytes; about 270 Vietnamese words, so
// that most pages are one passage, and lists of passages short.
const passageLimit = 2000

// cardLimit is how many bytes of passages go into one file. A query shows
// eight results, each of which may lie in another file.
const cardLimit = 2000

// A passage is a piece of a page: what a result shows a few lines of.
type passage struct {
	page  int
	first bool // of its page
	text  string
}

// cutAll cuts every page. A page without text has one empty passage.
func cutAll(pages []Page) []passage {
	var all []passage
	for i, p := range pages {
		for j, text := range cut(strings.Join(strings.Fields(norm.NFC.String(p.Text)), " ")) {
			all = append(all, passage{page: i, first: j == 0, text: text})
		}
	}
	return all
}

// cut divides a text into passages, behind the end of a sentence where there
// is one in the second half, else between words.
func cut(text string) []string {
	var passages []string
	for len(text) > passageLimit {
		at := cutPoint(text[:passageLimit])
		passages = append(passages, strings.TrimSpace(text[:at]))
		text = strings.TrimSpace(text[at:])
	}
	return append(passages, text)
}

// cutPoint returns how much of a piece to take; never nothing, and never a
// part of a character.
func cutPoint(piece string) int {
	for _, end := range []string{". ", "; ", " "} {
		if at := strings.LastIndex(piece, end); at > len(piece)/2 {
			return at + len(end)
		}
	}
	at := len(piece)
	for at > 1 && !utf8.ValidString(piece[:at]) && len(piece)-at < utf8.UTFMax {
		at--
	}
	return at
}

// continued numbers the passages that aren't the first of their page.
func continued(passages []passage) []int {
	var numbers []int
	for number, p := range passages {
		if !p.first {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// cardFiles lays passages into files, each with what a result shows of its
// page: address, kind, number, title, text. It returns the number of the first
// passage of each file too.
func cardFiles(pages []Page, passages []passage) (files []File, starts []int) {
	var cards [][5]string
	size := 0
	flush := func() {
		if len(cards) > 0 {
			files = append(files, newFile(fmt.Sprintf("doan-%d", len(files)), cards))
		}
		cards, size = nil, 0
	}
	for number, p := range passages {
		page := pages[p.page]
		card := [5]string{page.Address, page.Kind, page.Number, page.Title, p.text}
		length := len(strings.Join(card[:], ""))
		if size+length > cardLimit {
			flush()
		}
		if len(cards) == 0 {
			starts = append(starts, number)
		}
		cards = append(cards, card)
		size += length
	}
	flush()
	return files, starts
}
