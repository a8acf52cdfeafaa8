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

// forms remembers how words fold and spell: a text uses few, often.
type forms map[string]form

type form struct{ folded, spelling string }

func (f forms) of(word string) form {
	known, ok := f[word]
	if !ok {
		known = form{Fold(word), Spell(word)}
		f[word] = known
	}
	return known
}
