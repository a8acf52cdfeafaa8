package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/opendata"
)

// A shelf is the datasets that belong together on the pages of data.
type shelf struct {
	folder string // of its previews, and its anchor in the list
	title  string // key of its name
	kinds  []opendata.Kind
}

// shelves in the order of the list. What has none of the kinds of the others
// stands on the first.
var shelves = []shelf{
	{"chung", "data_general", nil},
	{"bang", "section_statistics", []opendata.Kind{opendata.TableKind, opendata.SeriesKind}},
	{"chi-tieu", "section_indicators", []opendata.Kind{opendata.IndicatorKind}},
	{"so-theo-doi", "section_registers", []opendata.Kind{opendata.RegisterKind}},
	{"tu-dien", "data_codes", []opendata.Kind{opendata.CodesKind}},
}

func (s shelf) holds(d *opendata.Dataset) bool {
	if s.kinds != nil {
		return slices.Contains(s.kinds, d.Kind)
	}
	return !slices.ContainsFunc(shelves, func(other shelf) bool { return slices.Contains(other.kinds, d.Kind) })
}

// on is the datasets of a shelf.
func (e *edition) on(s shelf) []*opendata.Dataset {
	var found []*opendata.Dataset
	for i := range e.Datasets {
		if d := &e.Datasets[i]; s.holds(d) {
			found = append(found, d)
		}
	}
	return found
}

// dataPages is the list of all data files and, for each shelf, pages with a
// look into its datasets.
func (e *edition) dataPages() []page {
	pages := []page{e.dataPage()}
	for _, s := range shelves {
		pages = append(pages, e.previewPages(s)...)
	}
	return pages
}

func (e *edition) dataPage() page {
	p := page{
		Key: "du-lieu", Path: sectionPath["data"], Nav: "data",
		Title:       e.T("section_data"),
		Description: e.T("data_description"),
		Lead:        plain(e.T("data_lead")),
	}
	for _, s := range shelves {
		p = e.withPart(p, e.shelfPart(s))
	}
	return e.withPart(p, e.signs(), e.forPrograms())
}

// shelfPart lists at most as many datasets as fit; the others stand with the
// previews.
func (e *edition) shelfPart(s shelf) part {
	found := e.on(s)
	head := heading{ID: s.folder, Heading: e.T(s.title)}
	if len(found) == 0 {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("data_empty"))}}
	}
	count := locale.Args{"Datasets": e.Int(len(found))}
	return datasets{
		heading:  head,
		Datasets: mapped(found[:min(listedOnShelf, len(found))], e.dataset),
		Further:  []run{linked(e.T("data_previews", count), e.previewAddress(s, 0))},
	}
}

// listedOnShelf is how many datasets of a shelf the list shows, and previewed how
// many of them a page of previews, so that no page grows heavy.
const (
	listedOnShelf = 100
	previewed     = 30
)

// previewAddress is where the previews of a shelf stand, in chunks.
func (e *edition) previewAddress(s shelf, chunk int) string {
	return e.address(numbered(previewPath(s), chunk))
}

func previewPath(s shelf) string { return sectionPath["data"] + s.folder + "/" }

func (e *edition) previewPages(s shelf) []page {
	chunks := slices.Collect(slices.Chunk(e.on(s), previewed))
	var pages []page
	for i, chunk := range chunks {
		p := page{
			Key: fmt.Sprintf("du-lieu--%s--%d", s.folder, i+1), Path: numbered(previewPath(s), i), Nav: "data",
			Title: e.titled(e.T("preview_title", locale.Args{"Shelf": e.T(s.title)}), i), Description: e.T("preview_description", locale.Args{"Shelf": e.T(s.title)}),
			Trail: []run{linked(e.T("section_data"), e.address(sectionPath["data"]))},
			Lead:  plain(e.T("preview_lead")),
			Parts: []part{datasets{
				heading:  heading{ID: "bo-du-lieu", Heading: e.T(s.title)},
				Datasets: mapped(chunk, e.preview),
			}},
		}
		pages = append(pages, e.withPages(p, previewPath(s), i, len(chunks)))
	}
	return pages
}

// signs explains what may stand in the cells of the files.
func (e *edition) signs() part {
	list := facts{heading: heading{ID: "ky-hieu", Heading: e.T("data_signs"), Place: atSide}}
	for _, s := range []struct{ sign, key string }{
		{"c", "sign_withheld"}, {"p", "sign_preliminary"}, {"f", "sign_forecast"}, {"_T", "sign_total"}, {"_Z", "sign_none"},
		{"illustrative", "sign_illustrative"}, {"'", "sign_formula"},
	} {
		list.Facts = append(list.Facts, fact{s.sign, [][]run{plain(e.T(s.key))}})
	}
	return list
}

// forPrograms is the files that describe and hold all the others.
func (e *edition) forPrograms() part {
	file := func(key, name string) []run {
		d := e.download(opendata.Folder+name, name)
		return []run{{Text: e.T(key) + " "}, linked(d.Text, d.Href), {Text: " (" + d.Size + ")"}}
	}
	return text{heading: heading{ID: "mo-ta", Heading: e.T("data_described"), Place: atSide}, Paragraphs: [][]run{
		file("data_all", "datapackage.zip"),
		file("data_package", "datapackage.json"),
		file("data_catalogue", "dcat.jsonld"),
		plain(e.T("data_csvw")),
		plain(e.T("data_addresses")),
		{linked(e.T("releases"), e.address("/"+history.CopiesFolder)), {Text: ": " + e.T("releases_description")}},
	}}
}
