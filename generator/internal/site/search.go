package site

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/search"
)

// searchPage asks for words in the reader's browser and, below that, lists
// every page by kind in alphabetical order, so that it serves without scripts.
func (e *edition) searchPage(pages []page) page {
	p := page{
		Key: "tim-kiem", Path: sectionPath["search"], Nav: "search",
		Title:       e.T("section_search"),
		Description: e.T("search_description"),
		Lead:        plain(e.T("search_lead")),
		Parts:       []part{searchBox{Action: e.address(sectionPath["search"])}},
	}
	byNav := map[string][]page{}
	for _, q := range pages {
		if q.Nav != "" && q.Path != sectionPath[q.Nav] {
			byNav[q.Nav] = append(byNav[q.Nav], q)
		}
	}
	compare := e.Compare()
	for _, nav := range []string{"programme", "tasks", "bodies", "statistics", "indicators", "registers", "news", "method", "about"} {
		found := byNav[nav]
		if len(found) == 0 {
			continue
		}
		if nav != "programme" {
			slices.SortStableFunc(found, func(a, b page) int { return compare(a.Title, b.Title) })
		}
		list := links{heading: heading{ID: nav, Heading: e.T("section_" + nav)}}
		for _, q := range found {
			title := q.Title
			if q.Number != "" && nav == "programme" {
				title = q.Number + " " + title
			}
			list.Links = append(list.Links, []run{{Text: title, Href: e.address(q.Path)}})
		}
		p.Parts = append(p.Parts, list)
	}
	return p
}

// writeSearch lays an index of every page of each language below the page that
// searches it. It reads the pages as they were rendered: what isn't published
// can't be found either.
func (c *Composition) writeSearch(destination string) error {
	for i, e := range c.editions {
		var readable []search.Page
		for _, p := range c.pages[i] {
			if p.Path == sectionPath["search"] {
				continue
			}
			r, err := e.readable(destination, p)
			if err != nil {
				return err
			}
			readable = append(readable, r)
		}
		for _, f := range search.Index(readable) {
			if err := writeFile(destination, e.address(sectionPath["search"])+f.Path, f.Bytes); err != nil {
				return err
			}
		}
	}
	return nil
}

// readable is a page as the index knows it.
func (e *edition) readable(destination string, p page) (search.Page, error) {
	data, err := os.ReadFile(filepath.Join(destination, filepath.FromSlash(e.address(p.Path)), "index.html"))
	if err != nil {
		return search.Page{}, err
	}
	words := readWords(data)
	return search.Page{
		Address: p.Path, Title: locale.Plain(p.Title), Kind: p.Nav, Number: strings.TrimSpace(p.Number),
		Text: words.text, Illustrative: p.Illustrative || words.illustrative,
	}, nil
}
