package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words returns the words of a text as they stand: runs of letters and digits
// with the marks upon them. The browser's chu-viet.js must find the same.
func Words(text string) []string {
	return strings.FieldsFunc(norm.NFC.String(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
}

// Fold returns the form under which a word is found: lower case, without
// marks, đ as d. "Đào", "đạo" and "dao" are all "dao".
func Fold(word string) string {
	var out strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		switch {
		case unicode.IsMark(r):
		case r == 'đ':
			out.WriteByte('d')
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Spell returns what tells apart words that fold alike: lower case with all
// marks, the tone moved behind the last letter, since "hòa" and "hoà" are two
// ways to write one word.
func Spell(word string) string {
	var letters, tone strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if isTone(r) {
			tone.WriteRune(r)
		} else {
			letters.WriteRune(r)
		}
	}
	return norm.NFC.String(letters.String() + tone.String())
}

// isTone tells the five tone marks of Vietnamese: huyền, sắc, ngã, hỏi, nặng.
func isTone(r rune) bool {
	switch r {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
		return true
	}
	return false
}

// forms remembers how words fold and spell: a text uses few, often. It numbers
// the folded words through.
type forms struct {
	of     map[string]form
	number map[string]uint32
	folded []string // by their number
}

type form struct {
	folded, spelling string
	number           uint32 // of the folded word
}

func newForms() *forms { return &forms{of: map[string]form{}, number: map[string]uint32{}} }

func (f *forms) read(word string) form {
	known, ok := f.of[word]
	if !ok {
		known = form{folded: Fold(word), spelling: Spell(word)}
		known.number, ok = f.number[known.folded]
		if !ok {
			known.number = uint32(len(f.folded))
			f.number[known.folded] = known.number
			f.folded = append(f.folded, known.folded)
		}
		f.of[word] = known
	}
	return known
}
