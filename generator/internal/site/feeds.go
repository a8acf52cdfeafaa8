package site

import (
	"strings"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
)

// feeds writes the changes as Atom feeds beside the pages that they belong to:
// of the whole site, and of each clause, task and body.
func (e *edition) feeds() ([]File, error) {
	all := func(*history.Change) bool { return true }
	feeds := []history.Feed{e.feed(sectionPath["changes"], e.T("section_changes"), all)}
	for _, c := range e.World.Clauses {
		title := e.T("document_anchor", locale.Args{"ID": c.ID})
		feeds = append(feeds, e.feed("/chuong-trinh/"+clauseSlug(c.ID)+"/", title, concernsClause(c.ID)))
	}
	for _, t := range e.World.Tasks {
		feeds = append(feeds, e.feed("/nhiem-vu/"+t.ID+"/", e.Text(t.Title), concernsTask(t.ID)))
	}
	for _, a := range e.World.Agencies {
		feeds = append(feeds, e.feed("/co-quan/"+a.ID+"/", e.Text(a.Name), concernsAgency(a.ID)))
	}
	var files []File
	for _, f := range feeds {
		file, err := f.Write(history.Imprint{Base: e.BaseURL, Publisher: locale.Plain(e.Text(e.World.Site.Publisher.Name)), Email: e.World.Site.Publisher.Email})
		if err != nil {
			return nil, err
		}
		files = append(files, File{Path: file.Path, Bytes: file.Bytes})
	}
	return files, nil
}

func (e *edition) feed(path, title string, concerns func(*history.Change) bool) history.Feed {
	f := history.Feed{
		Lang:   e.Lang,
		Page:   rootless(e.address(path)),
		Home:   rootless(e.address("/")),
		Title:  locale.Plain(title + " – " + e.Text(e.World.Site.Title)),
		Rights: locale.Plain(e.Text(e.World.Site.Licence)),
		AsOf:   e.AsOf,
	}
	for _, s := range e.about(concerns) {
		f.Items = append(f.Items, e.item(s))
	}
	return f
}

func (e *edition) item(s saying) history.Item {
	c := s.change
	item := history.Item{
		ID: s.id, Title: locale.Plain(textOf(s.headline)), Page: rootless(s.href), Date: c.Date,
		Kind: c.Kind, Label: e.T("change_"+string(c.Kind), locale.Args{"What": ""}),
		Summary: locale.Plain(strings.Join(mapped(s.lines, textOf), "\n")),
	}
	if c.Illustrative {
		item.Title = "[" + e.T("illustrative") + "] " + item.Title
	}
	return item
}

// rootless is an address without its first slash.
func rootless(address string) string { return strings.TrimPrefix(address, "/") }

// feedLink leads to the feed beside a page.
func (e *edition) feedLink(path string) run {
	return linked(e.T("feed_link"), e.address(path)+history.FeedName)
}

// feedsOf is what a feed reader may follow from a page: its own feed, if it
// has one, and that of the whole site.
func (e *edition) feedsOf(p page) []run {
	var feeds []run
	if p.Feed && p.Path != sectionPath["changes"] {
		feeds = append(feeds, linked(p.Title, e.address(p.Path)+history.FeedName))
	}
	return append(feeds, linked(e.T("section_changes"), e.address(sectionPath["changes"])+history.FeedName))
}
