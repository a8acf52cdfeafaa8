package opendata

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"time"
)

// writeArchive puts a dataset, what explains its codes, and a README into one
// file. It is a Data Package of its own; folders are those below du-lieu/.
func writeArchive(c *catalogue, entry *catalogueEntry) ([]byte, error) {
	sub := catalogue{meta: c.meta, entries: []catalogueEntry{*entry}}
	for _, explains := range c.explaining(entry) {
		explains.files = slices.DeleteFunc(slices.Clone(explains.files), func(f File) bool {
			return !strings.HasSuffix(f.Path, ".csv") && !strings.HasSuffix(f.Path, ".csv-metadata.json")
		})
		sub.entries = append(sub.entries, explains)
	}
	m := c.meta
	datapackage, err := writeDataPackage(&sub, packageHead{
		name:        packageName(m.Site.BaseURL) + "." + entry.resourceName(),
		title:       m.text(entry.Title),
		description: m.plainDescription(entry.Dataset),
		citation:    m.text(entry.Citation(m)),
	})
	if err != nil {
		return nil, err
	}
	files := []File{
		{Path: Folder + readmeName, Bytes: readme(m, func(lang string) []note { return c.notes(entry.Dataset, lang) })},
		{Path: Folder + packageFileName, Bytes: datapackage},
	}
	return m.archive(append(files, sub.written()...))
}

// archiveOfAll holds every dataset in every format and what describes them.
func (c *catalogue) archiveOfAll(descriptions ...File) ([]byte, error) {
	files := append([]File{{Path: Folder + readmeName, Bytes: readme(c.meta, c.notesOfAll)}}, descriptions...)
	for _, file := range c.written() {
		if file.Media != archiveMedia {
			files = append(files, file)
		}
	}
	return c.meta.archive(files)
}

const (
	archiveMedia     = "application/zip"
	archiveOfAllName = "datapackage.zip"
	readmeName       = "README.txt"
)

// written is the files of all entries so far.
func (c *catalogue) written() []File {
	var files []File
	for _, entry := range c.entries {
		files = append(files, entry.files...)
	}
	return files
}

// explaining is the entries that explain the values of entry, and of those
// again, in the catalogue's order.
func (c *catalogue) explaining(entry *catalogueEntry) []catalogueEntry {
	needed := map[*catalogueEntry]bool{}
	var visit func(*catalogueEntry)
	visit = func(e *catalogueEntry) {
		for i := range e.Fields {
			for _, list := range e.Fields[i].lists() {
				if found := c.find(&list); found != nil && found != entry && !needed[found] {
					needed[found] = true
					visit(found)
				}
			}
		}
	}
	visit(entry)
	var entries []catalogueEntry
	for i := range c.entries {
		if needed[&c.entries[i]] {
			entries = append(entries, c.entries[i])
		}
	}
	return entries
}

// archive zips files below du-lieu/, dated by the day that they were computed
// for.
func (m Meta) archive(files []File) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	day := time.Date(m.AsOf.Year, time.Month(m.AsOf.Month), m.AsOf.Day, 0, 0, 0, 0, time.UTC)
	for _, file := range files {
		header := &zip.FileHeader{Name: strings.TrimPrefix(file.Path, Folder), Method: zip.Deflate, Modified: day}
		body, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := body.Write(file.Bytes); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// readme is notes as plain text, one language after the other.
func readme(m Meta, notes func(lang string) []note) []byte {
	var out bytes.Buffer
	for i, lang := range m.languages() {
		if i > 0 {
			out.WriteString(strings.Repeat("-", 72) + "\n\n")
		}
		for _, note := range append(notes(lang), m.speaking(lang).fileNote()) {
			out.WriteString(note.head + "\n")
			for _, line := range note.lines {
				out.WriteString("  " + strings.ReplaceAll(line, "\n", "\n  ") + "\n")
			}
			out.WriteString("\n")
		}
	}
	return out.Bytes()
}

// fileNote says what the files of an archive are, by their endings.
func (m Meta) fileNote() note {
	return note{m.say("data_files"), []string{
		".csv – " + m.say("data_file_csv"),
		".json – " + m.say("data_file_json"),
		".xlsx – " + m.say("data_file_xlsx"),
		".csv-metadata.json – " + m.say("data_file_csvw"),
		packageFileName + " – " + m.say("data_file_package"),
		codesFolder + " – " + m.say("data_file_codes"),
	}}
}

// notesOfAll is what a reader must know of all datasets together.
func (c *catalogue) notesOfAll(lang string) []note {
	m := c.meta.speaking(lang)
	notes := []note{{m.say("data_of_site"), []string{m.text(m.Site.Title), m.text(m.Site.Description)}}}
	var list []string
	for _, entry := range c.entries {
		line := entry.path() + " – " + m.text(entry.Title)
		if entry.Illustrative {
			line += " [" + m.say("data_illustrative") + "]"
		}
		list = append(list, line)
	}
	return append(notes,
		note{m.say("data_to_know"), []string{m.say("data_formulas")}},
		note{m.say("data_as_of"), []string{m.day()}},
		note{m.say("data_datasets"), list},
		note{m.say("data_licence"), []string{m.text(m.Site.Licence)}},
		note{m.say("data_cite"), []string{m.siteCitation()}})
}
