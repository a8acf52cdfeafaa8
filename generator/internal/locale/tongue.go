package locale

import (
	"strings"
	"unicode"
)

// A text in another language than the one spoken carries that language along,
// in the characters that Unicode has for it: U+E0001, the language's letters as
// tag characters, the text, U+E007F. So it can stand in a heading, a caption or
// within a sentence as any other string does, and whoever writes it out knows:
// a page turns the tags into its own marks (Pieces), what has none takes them
// away (Plain).
const (
	languageTag = '\U000E0001'
	cancelTag   = '\U000E007F'
	tagOffset   = 0xE0000
)

// Tag is text that says of itself which language it is in; text itself where
// lang is empty or there is nothing to say aloud, since figures and signs are
// in no language.
func Tag(text, lang string) string {
	if lang == "" || !strings.ContainsFunc(text, unicode.IsLetter) {
		return text
	}
	tag := strings.Map(func(r rune) rune { return tagOffset + r }, lang)
	return string(languageTag) + tag + text + string(cancelTag)
}

// Tagged reports whether some of a text says which language it is in.
func Tagged(text string) bool { return strings.ContainsRune(text, languageTag) }

// Plain is a text without its tags.
func Plain(text string) string {
	if !Tagged(text) {
		return text
	}
	var out strings.Builder
	for _, p := range Pieces(text) {
		out.WriteString(p.Text)
	}
	return out.String()
}

// A Piece is a stretch of a text in one language; empty for the one spoken.
type Piece struct{ Text, Lang string }

// Pieces takes a text apart. A text that was cut short is in its last language
// to the end.
func Pieces(text string) []Piece {
	var r reader
	for _, c := range text {
		r.read(c)
	}
	r.end()
	return r.pieces
}

// Language is the language that all words of a text are in; empty where that
// is the one spoken, or there are several.
func Language(text string) string {
	var lang string
	for _, p := range Pieces(text) {
		switch {
		case !strings.ContainsFunc(p.Text, unicode.IsLetter):
		case p.Lang == "" || lang != "" && lang != p.Lang:
			return ""
		default:
			lang = p.Lang
		}
	}
	return lang
}

// reader takes a text apart character by character.
type reader struct {
	pieces []Piece
	within []string // languages, the innermost last
	text   strings.Builder
	naming bool // between U+E0001 and the text
}

func (r *reader) read(c rune) {
	switch {
	case c == languageTag:
		r.end()
		r.within, r.naming = append(r.within, ""), true
	case c == cancelTag && len(r.within) > 0:
		r.end()
		r.within, r.naming = r.within[:len(r.within)-1], false
	case r.naming && c > tagOffset && c < cancelTag:
		r.within[len(r.within)-1] += string(c - tagOffset)
	default:
		r.naming = false
		r.text.WriteRune(c)
	}
}

// end ends a piece.
func (r *reader) end() {
	if r.text.Len() == 0 {
		return
	}
	p := Piece{Text: r.text.String()}
	if len(r.within) > 0 {
		p.Lang = r.within[len(r.within)-1]
	}
	r.pieces = append(r.pieces, p)
	r.text.Reset()
}
