package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// passageLimit is the longest passage, in bytes; about 320 Vietnamese words, so
// that most pages are one passage, and lists of passages short.
const passageLimit = 2400

// cardSize is about how many bytes of passages go into one file. A query shows
// six results, each of which may lie in another file.
const cardSize = 2000

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

// A card is what a result shows: address, kind, number and title of a page,
// one passage of its text, and a sign where the page is illustrative.
type card []string

const illustrativeSign = "*"

// cardFiles lays the cards of passages into files, so many to each that a file
// has about cardSize. A passage's number divided by that is its file.
func cardFiles(pages []Page, passages []passage) (files []File, perFile int) {
	cards := make([]card, len(passages))
	size := 0
	for number, p := range passages {
		page := pages[p.page]
		cards[number] = card{page.Address, page.Kind, page.Number, page.Title, p.text}
		if page.Illustrative {
			cards[number] = append(cards[number], illustrativeSign)
		}
		size += len(strings.Join(cards[number], ""))
	}
	perFile = max(1, cardSize*len(cards)/max(1, size))
	for some := range slices.Chunk(cards, perFile) {
		files = append(files, newFile(fmt.Sprintf("doan-%d", len(files)), some))
	}
	return files, perFile
}
