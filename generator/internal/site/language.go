package site

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"congbo/generator/internal/locale"
)

// markLanguages turns the tags of words in another language into marks of HTML:
// lang of the element that holds nothing else, else of a span. Where HTML has
// no place for a mark (attributes, titles that mix languages) they go. A page
// without tags stays as it is, byte for byte.
func markLanguages(page []byte) []byte {
	if !locale.Tagged(string(page)) {
		return page
	}
	m := marker{tokens: tokensOf(page)}
	for m.at < len(m.tokens) {
		m.step()
	}
	return m.out.Bytes()
}

// An htmlToken is a piece of a page as it was written, and as it is read.
type htmlToken struct {
	html.Token
	raw string
}

func tokensOf(page []byte) []htmlToken {
	var tokens []htmlToken
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw()) // before Token, which changes it
		tokens = append(tokens, htmlToken{z.Token(), raw})
	}
	return tokens
}

// A marker goes through a page's tokens and knows where it stands.
type marker struct {
	tokens []htmlToken
	at     int
	open   []openElement
	out    bytes.Buffer
}

type openElement struct{ name, lang string }

var (
	voidElements = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
	textElements = []string{"title", "option", "textarea", "script", "style", "svg"} // hold no spans of HTML
	spoken       = []string{"content", "title", "alt", "aria-label", "data-label", "placeholder"}
)

func (m *marker) step() {
	token := m.tokens[m.at]
	switch token.Type {
	case html.StartTagToken, html.SelfClosingTagToken:
		m.start(token)
	case html.EndTagToken:
		m.end(token.Data)
		m.out.WriteString(token.raw)
	case html.TextToken:
		m.text(token.raw)
	default:
		m.out.WriteString(locale.Plain(token.raw))
	}
	m.at++
}

// start writes a tag, with a lang if all that it says is in one language.
func (m *marker) start(token htmlToken) {
	lang := attributeIn(token.Attr, "lang")
	void := slices.Contains(voidElements, token.Data)
	if lang == "" {
		lang = m.languageOf(token, void)
	}
	if lang == attributeIn(token.Attr, "lang") && !locale.Tagged(token.raw) {
		m.out.WriteString(token.raw)
	} else {
		for i := range token.Attr {
			token.Attr[i].Val = locale.Plain(token.Attr[i].Val)
		}
		if lang != "" && attributeIn(token.Attr, "lang") == "" {
			token.Attr = append(token.Attr, html.Attribute{Key: "lang", Val: lang})
		}
		m.out.WriteString(token.String())
	}
	if !void && token.Type == html.StartTagToken {
		m.open = append(m.open, openElement{token.Data, lang})
	}
}

// languageOf is the language of an element's only text and of what its
// attributes say; of those alone for one that holds no text.
func (m *marker) languageOf(token htmlToken, void bool) string {
	var said []string
	for _, a := range token.Attr {
		if slices.Contains(spoken, a.Key) {
			said = append(said, a.Val)
		}
	}
	if !void && len(m.tokens) > m.at+2 && m.tokens[m.at+1].Type == html.TextToken && m.tokens[m.at+2].Type == html.EndTagToken {
		said = append(said, m.tokens[m.at+1].raw)
	} else if !void {
		return ""
	}
	return locale.Language(strings.Join(said, " "))
}

// end closes what the tag closes, and what was left open in it.
func (m *marker) end(name string) {
	for i, element := range slices.Backward(m.open) {
		if element.name == name {
			m.open = m.open[:i]
			return
		}
	}
}

func (m *marker) text(raw string) {
	if !locale.Tagged(raw) || m.within(textElements) {
		m.out.WriteString(locale.Plain(raw))
		return
	}
	around := m.lang()
	for _, p := range locale.Pieces(raw) {
		if p.Lang == "" || p.Lang == around {
			m.out.WriteString(p.Text)
			continue
		}
		m.out.WriteString(`<span lang="` + html.EscapeString(p.Lang) + `">` + p.Text + `</span>`)
	}
}

func (m *marker) within(names []string) bool {
	return slices.ContainsFunc(m.open, func(e openElement) bool { return slices.Contains(names, e.name) })
}

// lang is the language that the text around is marked to be in.
func (m *marker) lang() string {
	for _, element := range slices.Backward(m.open) {
		if element.lang != "" {
			return element.lang
		}
	}
	return ""
}

func attributeIn(attributes []html.Attribute, key string) string {
	for _, a := range attributes {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
