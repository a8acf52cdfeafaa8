package opendata

import "fmt"

// A File is one download. Path is relative to the site's root.
type File struct {
	Path    string
	Media   string // media type
	Bytes   []byte
	Dataset string // id of the dataset that it holds; empty for catalogues
	Kind    Kind   // of the dataset
}

// format is one way to write a dataset.
type format struct {
	ending string
	media  string
	data   bool // holds the rows, and doesn't only describe them
	write  func(*Dataset, Meta) ([]byte, error)
}

// formats lists every way that each dataset is written; CSV is the first and
// the one that catalogues describe field by field.
var formats = []format{
	{".csv", "text/csv", true, writeCSV},
	{".json", "application/json", true, writeJSON},
	{".csv-metadata.json", "application/csvm+json", false, writeCSVW},
}

// Files writes the datasets in every format, and the catalogues that describe
// them all: datapackage.json (Data Package 2.0) and dcat.jsonld (DCAT 3). The
// order is that of datasets, the catalogues come last. An error is a fault of
// ours and names the dataset.
func Files(datasets []Dataset, meta Meta) ([]File, error) {
	if err := checkAll(datasets); err != nil {
		return nil, err
	}
	c := catalogue{meta: meta}
	for i := range datasets {
		if err := c.add(&datasets[i]); err != nil {
			return nil, fmt.Errorf("%s %s: %w", datasets[i].Kind, datasets[i].ID, err)
		}
	}
	return c.files()
}

// catalogue gathers the written datasets for the files that describe them all.
type catalogue struct {
	meta    Meta
	entries []catalogueEntry
}

// catalogueEntry is a dataset and its files, in the order of formats.
type catalogueEntry struct {
	*Dataset
	files []File
}

func (c *catalogue) add(d *Dataset) error {
	entry := catalogueEntry{Dataset: d}
	for _, format := range formats {
		bytes, err := format.write(d, c.meta)
		if err != nil {
			return err
		}
		entry.files = append(entry.files, File{Folder + d.path() + format.ending, format.media, bytes, d.ID, d.Kind})
	}
	c.entries = append(c.entries, entry)
	return nil
}

// files returns everything; the Data Package comes after DCAT, since it
// describes that too.
func (c *catalogue) files() ([]File, error) {
	var files []File
	for _, entry := range c.entries {
		files = append(files, entry.files...)
	}
	dcat, err := writeDCAT(c)
	if err != nil {
		return nil, err
	}
	files = append(files, File{Path: Folder + dcatName, Media: jsonLD, Bytes: dcat})
	datapackage, err := writeDataPackage(c, files[len(files)-1])
	if err != nil {
		return nil, err
	}
	return append(files, File{Path: Folder + "datapackage.json", Media: "application/json", Bytes: datapackage}), nil
}
