package prose

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"congbo/generator/internal/source"
)

// Slug is the part of an address that the name of a page's file makes: each
// folder and the name itself without accents, signs and capitals. A folder's
// own page, _index.md, has its folder's.
func Slug(name string) string {
	name = strings.TrimSuffix(name, path.Ext(name))
	var parts []string
	for part := range strings.SplitSeq(name, "/") {
		if part != "_index" {
			parts = append(parts, slugOf(part))
		}
	}
	return strings.Join(parts, "/")
}

// slugOf spells a name that has nothing of a-z and 0-9 by its first letter's
// number.
func slugOf(part string) string {
	if folded := Fold(part); folded != "" {
		return folded
	}
	first, _ := utf8.DecodeRuneInString(part)
	return fmt.Sprintf("u%x", first)
}

// Slugs keeps the addresses of pages apart. The zero value is ready.
type Slugs struct{ taken map[string]*source.Page }

// Take returns the slug of a page within its section and reports one that
// another page has.
func (s *Slugs) Take(page *source.Page) string {
	section, name, _ := strings.Cut(page.Path, "/")
	slug := Slug(name)
	address := path.Join("/", section, slug) + "/"
	if s.taken == nil {
		s.taken = map[string]*source.Page{}
	}
	if other := s.taken[page.Language+address]; other != nil {
		page.Front.Report("title", sharedAddress, address, other.File)
	}
	s.taken[page.Language+address] = page
	return slug
}
