package opendata

import (
	"fmt"
	"slices"
)

// A File is one download. Path is relative to the site's root.
type File struct {
	Path    string
	Media   string // media type
	Bytes   []byte
	Dataset string // id of the dataset that it holds; empty for catalogues
	Kind    Kind   // of the dataset
}

// A Format is one way to write a dataset.
type Format struct {
	Ending string // of a file's name
	Name   string // as readers know it, the same in every language; none where it isn't for readers
	media  string
	write  func(*catalogue, *catalogueEntry) ([]byte, error)
	kept   bool // with each release, as nothing else that is kept says the same
}

// formats lists every way that each dataset is written. CSV is the first and
// the one that catalogues describe field by field; the archive, which holds
// the others, is the last.
var formats = []Format{
	{".csv", "CSV", "text/csv", writeCSV, true},
	{".json", "JSON", "application/json", writeJSON, true},
	{".xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeXLSX, false},
	{".csv-metadata.json", "", "application/csvm+json", writeCSVW, true},
	{".zip", "ZIP", archiveMedia, writeArchive, false},
}

// Formats is those that readers may choose from.
func Formats() []Format {
	return slices.DeleteFunc(slices.Clone(formats), func(f Format) bool { return f.Name == "" })
}

// Files writes the datasets in every format, and what describes and holds them
// all: datapackage.json (Data Package 2.0), dcat.jsonld (DCAT 3) and
// datapackage.zip. The order is that of datasets, the catalogues come last. An
// error is a fault of ours and names the dataset.
func Files(datasets []Dataset, meta Meta) ([]File, error) {
	if err := checkAll(datasets); err != nil {
		return nil, err
	}
	c := catalogue{meta: meta}
	for i := range datasets {
		c.entries = append(c.entries, catalogueEntry{Dataset: &datasets[i]})
	}
	for _, format := range formats {
		if err := c.write(format); err != nil {
			return nil, err
		}
	}
	return c.files()
}

// Kept picks from the files of datasets those that stay with each release, and
// describes just these in a datapackage.json of their own. Workbooks and
// archives say again what CSV and JSON say, at several times their size.
func Kept(datasets []Dataset, meta Meta, files []File) ([]File, error) {
	byPath := map[string]File{}
	for _, f := range files {
		byPath[f.Path] = f
	}
	c := catalogue{meta: meta}
	for i := range datasets {
		entry := catalogueEntry{Dataset: &datasets[i]}
		for _, format := range formats {
			if format.kept {
				entry.files = append(entry.files, byPath[entry.File(format)])
			}
		}
		c.entries = append(c.entries, entry)
	}
	datapackage, err := writeDataPackage(&c, c.whole())
	return append(c.written(), packageFile(datapackage)), err
}

func packageFile(text []byte) File {
	return File{Path: Folder + packageFileName, Media: "application/json", Bytes: text}
}

// catalogue gathers the written datasets for the files that describe them all.
type catalogue struct {
	meta    Meta
	entries []catalogueEntry
}

// catalogueEntry is a dataset and its files so far, in the order of formats.
type catalogueEntry struct {
	*Dataset
	files []File
}

// write adds a file of the format to every entry.
func (c *catalogue) write(format Format) error {
	for i := range c.entries {
		entry := &c.entries[i]
		bytes, err := format.write(c, entry)
		if err != nil {
			return fmt.Errorf("%s %s: %w", entry.Kind, entry.ID, err)
		}
		entry.files = append(entry.files, File{entry.File(format), format.media, bytes, entry.ID, entry.Kind})
	}
	return nil
}

// files returns everything; the Data Package comes after DCAT, since it
// describes that too, and the archive after both, since it holds them.
func (c *catalogue) files() ([]File, error) {
	var files []File
	for _, entry := range c.entries {
		files = append(files, entry.files...)
	}
	dcat, err := writeDCAT(c)
	if err != nil {
		return nil, err
	}
	dcatFile := File{Path: Folder + dcatName, Media: jsonLD, Bytes: dcat}
	archive := File{Path: Folder + archiveOfAllName, Media: archiveMedia} // holds the Data Package that names it
	datapackage, err := writeDataPackage(c, c.whole(), dcatFile, archive)
	if err != nil {
		return nil, err
	}
	description := packageFile(datapackage)
	archive.Bytes, err = c.archiveOfAll(dcatFile, description)
	return append(files, dcatFile, description, archive), err
}

// find is the entry that r names; nil if there is none.
func (c *catalogue) find(r *Reference) *catalogueEntry {
	for i := range c.entries {
		if entry := &c.entries[i]; r != nil && entry.Kind == r.Kind && entry.ID == r.Dataset {
			return entry
		}
	}
	return nil
}
