package site

import (
	"congbo/generator/internal/locale"
	"congbo/generator/internal/opendata"
)

// downloads is the files of a dataset by its id, those to be read first before
// the others. They are the same in every language.
func (e *edition) downloads(id string) []download { return e.downloadsAt(opendata.Folder + id) }

// downloadsAt is the files of a dataset by its path.
func (e *edition) downloadsAt(path string) []download {
	d := e.index.datasets[path]
	var files []download
	for _, f := range opendata.Formats() {
		files = append(files, e.download(d.File(f), f.Name))
	}
	return files
}

func (e *edition) download(path, name string) download {
	return download{Href: "/" + path, Text: name, Size: e.fileSize(e.index.sizes[path])}
}

// fileSize is a number of bytes as readers know it, rounded up to whole
// kilobytes.
func (e *edition) fileSize(bytes int) string {
	if kilobytes := (bytes + 999) / 1000; kilobytes < 1000 {
		return e.Int(kilobytes) + "\u00a0kB"
	}
	return e.Number(float64(bytes)/1e6, 1) + "\u00a0MB"
}

// shownOn is the datasets that a page shows.
func (e *edition) shownOn(p page) []*opendata.Dataset {
	var shown []*opendata.Dataset
	for i := range e.Datasets {
		if d := &e.Datasets[i]; "/"+d.Page() == p.Path {
			shown = append(shown, d)
		}
	}
	return shown
}

// schemaOrg describes the datasets that a page shows to search engines.
func (e *edition) schemaOrg(p page) ([]string, error) {
	var described []string
	for _, d := range e.shownOn(p) {
		text, err := opendata.SchemaOrg(d, e.Meta, e.Lang)
		if err != nil {
			return nil, err
		}
		described = append(described, string(text))
	}
	return described, nil
}

// withDatasets ends every page that shows datasets with their files and how to
// cite them. The pages of data have both already.
func (e *edition) withDatasets(pages []page) []page {
	for i := range pages {
		shown := e.shownOn(pages[i])
		if len(shown) == 0 || pages[i].Nav == "data" {
			continue
		}
		list := datasets{
			heading: heading{ID: "tai-ve", Heading: e.T("download_data")},
			Further: []run{linked(e.T("data_how_to_read"), e.address(sectionPath["data"])+"#ky-hieu")},
		}
		if len(pages[i].standing(atSide)) > 0 {
			list.Place = atSide
		}
		for _, d := range shown {
			one := e.dataset(d)
			one.Citation = d.Cited(e.Meta, e.Locale)
			if len(shown) == 1 {
				one.Title = ""
			}
			list.Datasets = append(list.Datasets, one)
		}
		pages[i].Parts = append(pages[i].Parts, list)
	}
	return pages
}

// dataset is what a list says of a dataset: what it is, how large, its files.
func (e *edition) dataset(d *opendata.Dataset) dataset {
	return dataset{
		Title: e.Text(d.Title), Href: e.address("/" + d.Page()), Illustrative: d.Illustrative,
		Extent:    e.T("dataset_extent", locale.Args{"Rows": e.Int(len(d.Rows)), "Columns": e.Int(len(d.Fields))}),
		Downloads: e.downloadsAt(d.Path()),
	}
}

// previewRows is how many rows a look into a dataset shows, and previewText
// how much of a text.
const (
	previewRows = 3
	previewText = 80
)

// preview is a dataset with a look into it: its columns, its first rows.
func (e *edition) preview(d *opendata.Dataset) dataset {
	one := e.dataset(d)
	one.ID = previewAnchor(d)
	one.Citation = d.Cited(e.Meta, e.Locale)
	for i := range d.Fields {
		one.Columns = append(one.Columns, e.columnFact(&d.Fields[i]))
	}
	if len(d.Rows) > 0 {
		one.Preview = e.firstRows(d)
	}
	return one
}

// previewAnchor is where a page of previews shows the dataset.
func previewAnchor(d *opendata.Dataset) string { return string(d.Kind) + "-" + d.ID }

func (e *edition) columnFact(f *opendata.Field) fact {
	detail := []run{e.words(f.Title), {Text: " (" + e.T("field_type_"+string(f.Type)) + ")"}}
	if unit := e.words(f.Unit); unit.Text != "" {
		detail = append(detail, run{Text: ", "}, unit)
	}
	return fact{Term: f.Name, Details: [][]run{detail}}
}

func (e *edition) firstRows(d *opendata.Dataset) *table {
	rows := d.Rows[:min(previewRows, len(d.Rows))]
	t := &table{Caption: e.T("preview_caption", locale.Args{"Title": e.Text(d.Title), "Shown": e.Int(len(rows)), "Rows": e.Int(len(d.Rows))})}
	for _, f := range d.Fields {
		t.Columns = append(t.Columns, column{Name: f.Name, Numeric: f.Type == opendata.Integer || f.Type == opendata.Number})
	}
	for _, cells := range rows {
		var r row
		for i, said := range cells {
			r.Cells = append(r.Cells, cell{Runs: []run{e.spoken(d.Fields[i].Lang, shortened(said, previewText))}})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
