package site

import (
	"path"

	"congbo/generator/internal/model"
)

// dataPage lists every data file with what is in it.
func (e *edition) dataPage() page {
	p := page{
		Key: "du-lieu", Path: sectionPath["data"], Nav: "data",
		Title:       e.T("section_data"),
		Description: e.T("data_description"),
		Lead:        plain(e.T("data_lead")),
	}
	p.Parts = append(p.Parts, e.dataList("du-lieu-chung", e.T("data_general"), []entry{
		e.dataEntry("nhiem-vu", model.Text{e.Lang: e.T("dataset_nhiem_vu")}, "/nhiem-vu/", false),
		e.dataEntry("dieu-khoan", model.Text{e.Lang: e.T("dataset_dieu_khoan")}, "/chuong-trinh/", false),
	}))
	var tables, indicators, registers []entry
	for _, t := range e.Tables.Tables {
		tables = append(tables, e.dataEntry(t.Declared.ID, t.Declared.Title, "/thong-ke/"+t.Declared.ID+"/", t.Illustrative))
	}
	for i := range e.World.Indicators {
		r := &e.World.Indicators[i]
		indicators = append(indicators, e.dataEntry(r.ID, r.Title, "/chi-tieu/"+r.ID+"/", r.Illustrative))
	}
	for i := range e.World.Registers {
		r := &e.World.Registers[i]
		registers = append(registers, e.dataEntry(r.ID, r.Title, "/so-theo-doi/"+r.ID+"/", r.ShowsIllustrations()))
	}
	return e.withPart(p,
		e.dataList("bang", e.T("section_statistics"), tables),
		e.dataList("chi-tieu", e.T("section_indicators"), indicators),
		e.dataList("so-theo-doi", e.T("section_registers"), registers),
		text{heading: heading{ID: "mo-ta", Heading: e.T("data_described"), Place: atSide}, Paragraphs: [][]run{
			{{Text: e.T("data_package") + " "}, linked("datapackage.json", "/du-lieu/datapackage.json")},
			plain(e.T("data_format")),
		}},
	)
}

func (e *edition) dataList(id, title string, list []entry) part {
	return entries{heading: heading{ID: id, Heading: title}, Entries: list, Empty: e.T("data_empty")}
}

func (e *edition) dataEntry(id string, title model.Text, at string, illustrative bool) entry {
	var files []run
	for i, d := range e.downloads(id) {
		if i > 0 {
			files = append(files, run{Text: " · "})
		}
		files = append(files, linked(d.Text, d.Href))
	}
	return entry{Title: e.Text(title), Lang: e.Foreign(title), Href: e.address(at), Illustrative: illustrative, Lines: [][]run{files}}
}

// datasetPart is the downloads of one dataset, below what shows it.
func (e *edition) datasetPart(id string, at place) part {
	files := mapped(e.downloads(id), func(d download) []run { return []run{linked(path.Base(d.Href), d.Href)} })
	return links{heading: heading{ID: "tai-ve", Heading: e.T("download_data"), Place: at}, Links: files}
}
