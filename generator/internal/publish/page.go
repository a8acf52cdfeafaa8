package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A page is what the check needs to know of an HTML page or a style sheet.
type page struct {
	ids    map[string]bool // of elements
	links  []link          // each once
	inline []string        // code that doesn't belong into a page
}

// A link leads from a page to something that should be there.
type link struct {
	place  string // element and attribute: a href
	target string // as written, entities decoded
	loads  bool   // the browser fetches it without being asked
	states bool   // it states an address of this site (canonical, alternate, where it is shared)
}

// readPage collects ids, links and inline code of an HTML page.
func readPage(data []byte) (page, error) {
	p := page{ids: map[string]bool{}}
	seen := map[link]bool{}
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return p, err
			}
			return p, nil
		case html.StartTagToken, html.SelfClosingTagToken:
			p.element(z.Token(), seen)
		}
	}
}

func (p *page) element(t html.Token, seen map[link]bool) {
	for _, a := range t.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			p.inline = append(p.inline, fmt.Sprintf("%s has an attribute %s", t.Data, a.Key))
		}
		for _, l := range linksOf(t, a) {
			if !seen[l] {
				seen[l] = true
				p.links = append(p.links, l)
			}
		}
	}
	if id := attribute(t, "id"); id != "" {
		p.ids[id] = true
	}
	switch {
	case t.Data == "style":
		p.inline = append(p.inline, "a style element")
	case t.Data == "script" && attribute(t, "src") == "" && !isJSON(attribute(t, "type")):
		p.inline = append(p.inline, "an inline script")
	}
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// isJSON reports whether a script's type makes it a block of data.
func isJSON(mediaType string) bool {
	mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	return mediaType == "application/json" || strings.HasSuffix(mediaType, "+json")
}

// linksOf returns the links that one attribute of an element holds.
func linksOf(t html.Token, a html.Attribute) []link {
	l := link{place: t.Data + " " + a.Key, target: strings.TrimSpace(a.Val), loads: true}
	switch a.Key {
	case "href", "xlink:href":
		rel := strings.Fields(strings.ToLower(attribute(t, "rel")))
		l.states = t.Data == "link" && containsAny(rel, "canonical", "alternate")
		l.loads = t.Data != "a" && t.Data != "area" && !l.states
		return []link{l}
	case "src", "poster":
		return []link{l}
	case "data":
		if t.Data == "object" {
			return []link{l}
		}
	case "action", "formaction":
		l.loads = false
		return []link{l}
	case "srcset", "imagesrcset":
		return candidates(l)
	case "content":
		return stated(t, l)
	}
	return nil
}

// stated returns the address that a page states where it is shared: its own
// or that of its picture.
func stated(t html.Token, l link) []link {
	property := attribute(t, "property")
	if t.Data != "meta" || property != "og:image" && property != "og:url" {
		return nil
	}
	return []link{{place: "meta " + property, target: l.target, states: true}}
}

// candidates returns the links of a list of pictures with their sizes.
func candidates(list link) []link {
	var links []link
	for candidate := range strings.SplitSeq(list.target, ",") {
		if parts := strings.Fields(candidate); len(parts) > 0 {
			links = append(links, link{place: list.place, target: parts[0], loads: true})
		}
	}
	return links
}

func containsAny(list []string, words ...string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return slices.Contains(words, s) })
}

var styleURL = regexp.MustCompile(`(?i)url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']*)["']`)

// readStyle collects what a style sheet loads.
func readStyle(data []byte) page {
	var p page
	for _, m := range styleURL.FindAllSubmatch(data, -1) {
		target := strings.TrimSpace(string(m[1]) + string(m[2]))
		p.links = append(p.links, link{place: "url", target: target, loads: true})
	}
	return p
}
