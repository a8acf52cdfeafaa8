package site

import (
	"encoding/json"
	"regexp"

	"congbo/generator/internal/diag"
)

// checkAnchors reports links of content/ to places that their pages don't
// have. It comes when all pages are finished.
func (e *edition) checkAnchors(pages []page, problems *diag.List) {
	byPath := map[string]page{}
	for _, p := range pages {
		byPath[p.Path] = p
	}
	anchors := func(path string) []string {
		if p, ok := byPath[path]; ok {
			return p.anchors()
		}
		return nil
	}
	for _, p := range pages {
		for _, part := range p.Parts {
			switch part := part.(type) {
			case *written:
				if part.article != nil {
					part.article.Body.CheckAnchors(p.Path, anchors, problems)
				}
			case *document:
				official, _ := e.official()
				official.CheckAnchors(p.Path, anchors, problems)
			}
		}
	}
}

// namedPlace finds what names a place in a page as the theme gets it: the keys
// that parts have for it, and HTML that is already written.
var namedPlace = regexp.MustCompile(`"(?:id|anchor)":"([^"]+)"|\bid=\\"([^"\\]+)\\"`)

// anchors lists the places of a page that a link may name.
func (p page) anchors() []string {
	names := []string{"noi-dung"} // of the theme's frame
	text, err := json.Marshal(p.Parts)
	if err != nil { // told when the page is written
		return nil
	}
	for _, found := range namedPlace.FindAllStringSubmatch(string(text), -1) {
		names = append(names, found[1]+found[2])
	}
	return names
}
