// Package source is the only reader of a site's files. In go the folders data/
// and content/ of a site, and optionally a folder of person records kept
// elsewhere; out come records, pages and pictures that know where in which
// file each of their values stands. It refuses what can't be read in one way
// only: text that is not UTF-8, YAML with faults, tags of its own, doubled keys
// or a second document, names that differ only in case, links out of the site
// and kinds of files that have no place there. What the records mean is for
// package world to judge.
package source

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"congbo/generator/internal/diag"
)

// Files holds everything that a site's folders say, as saved.
type Files struct {
	problems  *diag.List
	languages []string
	topics    map[string]*File   // data/<topic>.yaml
	folders   map[string][]*File // data/<folder>/**
	pages     []*Page
	pictures  []Picture
	copies    []Copy
	byName    map[string]*File
}

// Open reads the folders of site, and person records from people instead of
// data/intellectuals where people is not empty. What is wrong in the files
// goes to problems; the error is that of a folder or file that is not there or
// can't be read.
func Open(site, people string, problems *diag.List) (*Files, error) {
	files := &Files{
		problems: problems,
		topics:   map[string]*File{},
		folders:  map[string][]*File{},
		byName:   map[string]*File{},
	}
	if err := files.openSite(site, people != ""); err != nil {
		return nil, err
	}
	if people != "" {
		if err := files.openPeople(site, people); err != nil {
			return nil, err
		}
	}
	files.languages = files.readLanguages()
	return files, files.readPages(site)
}

func (f *Files) openSite(site string, peopleElsewhere bool) error {
	tree, err := openTree(f, site, "")
	if err != nil {
		return err
	}
	defer tree.close()
	if peopleElsewhere {
		tree.skip = path.Join("data", peopleFolder)
	}
	return tree.walk("data", func(name string) error {
		return f.addData(tree, name, strings.TrimPrefix(name, "data/"))
	})
}

func (f *Files) openPeople(site, people string) error {
	shown, err := relative(site, people)
	if err != nil {
		return err
	}
	tree, err := openTree(f, people, shown)
	if err != nil {
		return err
	}
	defer tree.close()
	return tree.walk(".", func(name string) error {
		return f.addData(tree, name, path.Join(peopleFolder, name))
	})
}

func (f *Files) readPages(site string) error {
	tree, err := openTree(f, site, "")
	if err != nil {
		return err
	}
	defer tree.close()
	return tree.walk("content", func(name string) error {
		return f.addContent(tree, name, strings.TrimPrefix(name, "content/"))
	})
}

// relative is the way from the site to a folder, with slashes; the folder's
// full path where there is no way.
func relative(site, folder string) (string, error) {
	from, err := filepath.Abs(site)
	if err != nil {
		return "", fmt.Errorf("find the site: %w", err)
	}
	to, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find the person records: %w", err)
	}
	if rel, err := filepath.Rel(from, to); err == nil {
		to = rel
	}
	return filepath.ToSlash(to), nil
}

// Topic returns the file data/<name>.yaml.
func (f *Files) Topic(name string) (*File, bool) {
	file, ok := f.topics[name]
	return file, ok
}

// Folder returns the files below data/<name>, sorted by name.
func (f *Files) Folder(name string) []*File { return f.folders[name] }

// Languages lists the languages that data/site.yaml declares, the default
// first; nil where it doesn't.
func (f *Files) Languages() []string { return f.languages }

// Has reports whether there is a file of that name, readable or not.
func (f *Files) Has(name string) bool {
	_, ok := f.byName[name]
	return ok
}

// Pages returns the pages of content/, sorted by file.
func (f *Files) Pages() []*Page { return f.pages }

// Pictures returns the pictures of content/, sorted by file.
func (f *Files) Pictures() []Picture { return f.pictures }

// Copies returns the copies of evidence below data/evidence/, sorted by file.
func (f *Files) Copies() []Copy { return f.copies }

// Line returns one line of a file by its name, as a diag.LineReader does.
func (f *Files) Line(name string, line int) (string, bool) {
	file, ok := f.byName[name]
	if !ok {
		return "", false
	}
	return file.Line(line)
}

// readLanguages looks ahead into data/site.yaml, since every text depends on
// it; what is wrong there is reported when the file itself is read.
func (f *Files) readLanguages() []string {
	site, ok := f.topics["site"]
	if !ok {
		return nil
	}
	quiet := &File{Name: site.Name, files: &Files{problems: new(diag.List)}, text: site.text, whole: site.whole}
	record, ok := quiet.Record()
	if !ok {
		return nil
	}
	var languages []string
	for _, v := range record.Refs("languages", Optional) {
		languages = append(languages, v.Plain())
	}
	return slices.Clip(languages)
}

// read takes in one file as it is saved.
func (f *Files) read(t *tree, name string) (*File, error) {
	saved, err := t.readFile(name)
	if err != nil {
		return nil, err
	}
	file := &File{Name: t.shown(name), files: f, text: strings.TrimPrefix(string(saved), byteOrderMark)}
	file.whole = file.checkEncoding()
	f.byName[file.Name] = file
	return file, nil
}
