package site

import (
	"slices"
)

// searchPage lists every page by kind in alphabetical order, so that it serves
// without scripts and with the browser's own search in the page.
func (e *edition) searchPage(pages []page) page {
	p := page{
		Key: "tim-kiem", Path: sectionPath["search"], Nav: "search",
		Title:       e.T("section_search"),
		Description: e.T("search_description"),
		Lead:        plain(e.T("search_lead")),
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
			list.Links = append(list.Links, []run{{Text: title, Lang: q.TitleLang, Href: e.address(q.Path)}})
		}
		p.Parts = append(p.Parts, list)
	}
	return p
}
