package site

import (
	"path"
	"slices"
	"strings"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/opendata"
)

// releasesPages lists the dated copies of what was published, with a page of
// files for each.
func (e *edition) releasesPages() []page {
	list := entries{}
	pages := []page{}
	for _, r := range e.releases() {
		p := e.releasePage(r)
		n := entry{Number: e.Date(r.Day), Title: p.Title, Href: e.address(p.Path)}
		n.Lines = append([][]run{plain(e.T("release_files", locale.Args{"Files": e.Int(len(r.Files))}))}, e.erasures(r)...)
		list.Entries = append(list.Entries, n)
		pages = append(pages, p)
	}
	first := page{
		Key: "du-lieu--phat-hanh", Path: "/" + history.CopiesFolder, Nav: "data",
		Title:       e.T("releases"),
		Description: e.T("releases_description"),
		Lead:        plain(e.T("releases_lead")),
		Trail:       []run{linked(e.T("section_data"), e.address(sectionPath["data"]))},
		Parts: []part{list, links{heading: heading{ID: "phat-bieu", Heading: e.T("statement"), Intro: plain(e.T("statement_intro"))}, Links: [][]run{
			{linked(path.Base(history.StatementPath), "/"+history.StatementPath)},
		}}},
	}
	return append([]page{first}, pages...)
}

// releases is all of them, the latest first; that of this site with the files
// that stand in it.
func (e *edition) releases() []history.Release {
	releases := slices.Clone(e.History.Releases)
	own := &releases[0]
	for _, f := range e.Copies {
		own.Files = append(own.Files, strings.TrimPrefix(f.Path, own.Folder()))
	}
	slices.Sort(own.Files)
	return releases
}

func (e *edition) releasePage(r history.Release) page {
	p := page{
		Key: "du-lieu--phat-hanh--" + r.Day.String(), Path: "/" + r.Folder(), Nav: "data",
		Title:       e.T("release", locale.Args{"Date": e.Date(r.Day)}),
		Description: e.T("release_description", locale.Args{"Date": e.Date(r.Day)}),
		Trail: []run{
			linked(e.T("section_data"), e.address(sectionPath["data"])),
			linked(e.T("releases"), e.address("/"+history.CopiesFolder)),
		},
	}
	if lines := e.erasures(r); len(lines) > 0 {
		p.Parts = append(p.Parts, text{heading: heading{ID: "rut-ten", Heading: e.T("erasures")}, Paragraphs: lines})
	}
	return e.withPart(p, e.releaseFiles(r))
}

// releaseFiles is a line for each dataset with the forms that it was published
// in.
func (e *edition) releaseFiles(r history.Release) links {
	list := links{heading: heading{ID: "tep", Heading: e.T("release_contents")}}
	forms := map[string][]run{}
	var names []string
	for _, f := range r.Files {
		name, form := splitName(f)
		if forms[name] == nil {
			names = append(names, name)
		} else {
			forms[name] = append(forms[name], run{Text: " · "})
		}
		forms[name] = append(forms[name], linked(form, "/"+r.Folder()+f))
	}
	for _, name := range names {
		list.Links = append(list.Links, append([]run{e.releaseTitle(r, name), {Text: ": "}}, forms[name]...))
	}
	return list
}

// releaseTitle is what a dataset was called in a release; where it doesn't say,
// what it is called now or, of one that is no more, its name.
func (e *edition) releaseTitle(r history.Release, name string) run {
	if then := e.words(r.Title(name)); then.Text != "" {
		return then
	}
	if now := e.index.datasets[opendata.Folder+name]; now != nil {
		return e.words(now.Title)
	}
	return run{Text: name}
}

// splitName parts a file's name at its first dot; a name without one has no
// form but itself.
func splitName(file string) (name, form string) {
	folder, base := path.Split(file)
	name, form, ok := strings.Cut(base, ".")
	if !ok {
		return file, base
	}
	return folder + name, form
}

// erasures says when names were taken out of a copy, as a tombstone.
func (e *edition) erasures(r history.Release) [][]run {
	return mapped(r.Erasure, func(x history.Erasure) []run {
		return plain(e.T("erased", locale.Args{"Date": e.Date(x.On.Date), "Files": e.Int(len(x.Files))}))
	})
}
