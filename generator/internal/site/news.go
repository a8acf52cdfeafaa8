package site

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/prose"
)

// An Article is a page of press staff, read and checked.
type Article struct {
	Lang    string
	Section string // tin-tuc, gioi-thieu or phuong-phap
	Slug    string // empty for the section's own page
	prose.FrontMatter
	Body *prose.Article
}

// path is the article's address without the language.
func (a *Article) path() string {
	if a.Slug == "" {
		return "/" + a.Section + "/"
	}
	return "/" + a.Section + "/" + a.Slug + "/"
}

// in is the articles of a section in this language and, where it lacks one,
// in the site's first; sections' own pages left out.
func (e *edition) in(section string) []*Article {
	var found []*Article
	for i := range e.Articles {
		a := &e.Articles[i]
		if a.Section == section && a.Slug != "" && e.reads(a) {
			found = append(found, a)
		}
	}
	return found
}

// reads reports whether the edition shows the article: it is in its language,
// or in the first and not there in its own.
func (e *edition) reads(a *Article) bool {
	if a.Lang == e.Lang {
		return true
	}
	if a.Lang != e.World.Site.Languages[0] {
		return false
	}
	return !anyOf(e.Articles, func(b *Article) bool { return b.Lang == e.Lang && b.path() == a.path() })
}

// news is the articles dated up to the as-of day, the latest first.
func (e *edition) news() []*Article {
	dated := slices.DeleteFunc(e.in("tin-tuc"), func(a *Article) bool { return a.Date.After(e.AsOf) })
	slices.SortStableFunc(dated, func(a, b *Article) int { return b.Date.Compare(a.Date) })
	return dated
}

// own is the page that press staff wrote for a section itself.
func (e *edition) own(section string) *Article {
	for i := range e.Articles {
		a := &e.Articles[i]
		if a.Section == section && a.Slug == "" && e.reads(a) {
			return a
		}
	}
	return nil
}

func (e *edition) newsPage() page {
	p := page{
		Key: "tin-tuc", Path: sectionPath["news"], Nav: "news",
		Title:       e.T("section_news"),
		Description: e.T("news_description"),
	}
	list := entries{Empty: e.T("news_empty")}
	for _, a := range e.news() {
		list.Entries = append(list.Entries, e.newsEntry(a))
	}
	return e.withPart(p, list)
}

// newsOf is the articles that name a record; links says which ids of its kind
// an article names.
func (e *edition) newsOf(links func(*Article) []string, id string) entries {
	list := entries{heading: heading{ID: "tin-lien-quan", Heading: e.T("related_news")}}
	about := slices.DeleteFunc(e.news(), func(a *Article) bool { return !slices.Contains(links(a), id) })
	list.Entries = mapped(about[:min(historyCount, len(about))], e.newsEntry)
	if len(about) > historyCount {
		list.Intro = e.cut(nil, len(about), linked(e.T("section_news"), e.address(sectionPath["news"])))
	}
	return list
}

func (e *edition) newsEntry(a *Article) entry {
	n := entry{Number: e.Date(a.Date), Title: e.inItsLanguage(a, a.Title), Href: e.address(a.path()), Illustrative: a.Illustrative}
	if a.Summary != "" {
		n.Lines = [][]run{{{Text: e.inItsLanguage(a, a.Summary)}}}
	}
	return n
}

// foreign is the article's language where it is not the edition's.
func (e *edition) foreign(a *Article) string {
	if a.Lang == e.Lang {
		return ""
	}
	return a.Lang
}

// inItsLanguage is words of an article, tagged where their language isn't the
// edition's.
func (e *edition) inItsLanguage(a *Article, words string) string {
	return locale.Tag(words, e.foreign(a))
}

// articlePage is an article at its address, in the section of the same name.
func (e *edition) articlePage(a *Article, nav string) page {
	p := page{
		Key: a.Section + "--" + a.Slug, Path: a.path(), Nav: nav,
		Title:       e.inItsLanguage(a, a.Title),
		Description: e.inItsLanguage(a, a.Summary),
		Trail:       []run{linked(e.T("section_"+nav), e.address(sectionPath[nav]))},

		Illustrative: a.Illustrative,
	}
	if a.Summary != "" {
		p.Lead = []run{{Text: e.inItsLanguage(a, a.Summary)}}
	} else {
		p.Description = a.Title
	}
	if !a.Date.IsZero() {
		p.Number = e.Date(a.Date)
	}
	p.Parts = append(p.Parts, &written{Lang: e.foreign(a), article: a})
	if p.Path == protectionPath {
		p.Parts = append(p.Parts, e.protection()...)
	}
	return e.withPart(p, e.articleLinks(a)...)
}

func (e *edition) articleLinks(a *Article) []part {
	var list []fact
	if len(a.Clauses) > 0 {
		list = append(list, fact{e.T("task_clauses"), mapped(a.Clauses, e.clauseWithWords)})
	}
	if len(a.Tasks) > 0 {
		list = append(list, fact{e.T("section_tasks"), mapped(a.Tasks, func(id string) []run {
			t := e.index.tasks[id]
			return []run{{Text: e.Text(t.Title), Href: e.taskAddress(id)}}
		})})
	}
	if len(list) == 0 {
		return nil
	}
	return []part{facts{Facts: list}}
}

// sectionPage is a section that press staff write: its own page, if there is
// one, and a list of the others in it.
func (e *edition) sectionPage(section, nav string) page {
	p := page{
		Key: section, Path: "/" + section + "/", Nav: nav,
		Title:       e.T("section_" + nav),
		Description: e.T(nav + "_description"),
	}
	if a := e.own(section); a != nil {
		p.Title, p.Illustrative = e.inItsLanguage(a, a.Title), a.Illustrative
		if a.Summary != "" {
			p.Description = e.inItsLanguage(a, a.Summary)
			p.Lead = plain(p.Description)
		}
		p.Parts = append(p.Parts, &written{Lang: e.foreign(a), article: a})
	}
	list := links{heading: heading{ID: "cac-trang", Heading: e.T("more_in_section"), Place: atSide}}
	for _, a := range e.in(section) {
		list.Links = append(list.Links, []run{{Text: e.inItsLanguage(a, a.Title), Href: e.address(a.path())}})
	}
	if len(list.Links) > 0 {
		p.Parts = append(p.Parts, list)
	}
	if len(p.Parts) == 0 {
		p.Parts = append(p.Parts, text{Paragraphs: [][]run{plain(e.T("section_unwritten"))}})
	}
	return p
}
