package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// frontMatter is a page as Hugo reads it. Keys are lower case because Hugo
// makes them so.
type frontMatter struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	URL         string `json:"url"`
	Layout      string `json:"layout,omitempty"`
	Params      params `json:"params"`
}

type params struct {
	Nav          string `json:"nav,omitempty"`
	Number       string `json:"number,omitempty"`
	Trail        []run  `json:"trail,omitempty"`
	Marks        []mark `json:"marks,omitempty"`
	Lead         []run  `json:"lead,omitempty"`
	Notice       []run  `json:"notice,omitempty"`
	Illustrative bool   `json:"illustrative,omitempty"`
	Share        *share `json:"share,omitempty"`
	Report       run    `json:"report"`
	Feeds        []run  `json:"feeds"`
	Sheet        string `json:"sheet,omitempty"` // how the page is divided: classes of main

	Datasets []string       `json:"datasets,omitempty"` // as schema.org has them, JSON
	Contents []contentsLine `json:"contents,omitempty"`
	Top      []named        `json:"top,omitempty"`
	Parts    []named        `json:"parts"`
	Side     []named        `json:"side,omitempty"`

	Script string            `json:"script,omitempty"`
	Words  map[string]string `json:"words,omitempty"` // that the scripts say
}

// A tree is the folder that Hugo reads: settings, theme and one file a page.
type tree struct{ root string }

func (t tree) writePage(e *edition, p page) error {
	scripts := p.scripts()
	if err := t.writeBundle(scripts); err != nil {
		return err
	}
	described, err := e.schemaOrg(p)
	if err != nil {
		return fmt.Errorf("page %s: %w", p.Path, err)
	}
	front, err := marshal(frontMatter{
		Title:       p.Title,
		Description: p.Description,
		URL:         e.address(p.Path),
		Layout:      p.Layout,
		Params: params{
			Nav: p.Nav, Number: p.Number, Trail: p.Trail, Marks: p.Marks,
			Lead: p.Lead, Notice: p.Notice, Illustrative: p.Illustrative, Share: e.shareOf(p), Report: e.reportLink(p), Datasets: described,
			Sheet: p.sheet(), Contents: p.Contents, Top: p.standing(atTop), Parts: p.standing(inColumn), Side: p.standing(atSide),
			Feeds: e.feedsOf(p), Script: bundleOf(scripts), Words: e.scriptWords(scripts),
		},
	})
	if err != nil {
		return fmt.Errorf("page %s: %w", p.Path, err)
	}
	name := p.Key + ".html"
	if p.Path == "/" {
		name = "_index.html"
	}
	return t.write(filepath.Join("content", e.Lang, name), front)
}

// writeWords lays down the strings of an edition with none missing, since Hugo
// would leave out those that a language lacks.
func (t tree) writeWords(e *edition) error {
	words, err := json.Marshal(e.Words)
	if err != nil {
		return err
	}
	return t.write("themes/"+themeName+"/i18n/"+e.Lang+".yaml", words)
}

func (t tree) write(name string, data []byte) error { return writeFile(t.root, name, data) }

// copyTheme lays the theme's folder into the tree, without what the tree has
// no use for.
func (t tree) copyTheme(theme fs.FS) error {
	return fs.WalkDir(theme, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".json") {
			return err
		}
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return err
		}
		return t.write("themes/"+themeName+"/"+name, data)
	})
}

// lend lets the theme's scripts import what npm has installed.
func (t tree) lend(modules string) error {
	if modules == "" {
		return nil
	}
	at := filepath.Join(t.root, "node_modules")
	if err := os.Symlink(modules, at); err == nil {
		return nil
	}
	return os.CopyFS(at, os.DirFS(modules)) // Windows gives links to few
}

// marshal writes JSON without escaping HTML, so that drawings keep their size.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return out.Bytes(), err
}
