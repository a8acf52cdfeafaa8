package cli

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/themes"
)

// invented is a language that nobody speaks (RFC 5646 keeps qaa to qtz free):
// every string of the theme stands in brackets.
const invented = "qps"

// A third language is a file of strings: in a site in the invented language,
// whatever is said outside brackets is marked as another language's.
func TestThirdLanguage(t *testing.T) {
	out := buildInvented(t)
	pages := 0
	err := filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if bytes.ContainsRune(data, '\U000E0001') {
			t.Errorf("%s was published with tags of languages", name)
		}
		if err != nil || !strings.HasSuffix(name, ".html") || !strings.HasPrefix(name, filepath.Join(out, invented)) {
			return err
		}
		pages++
		for _, words := range unmarked(t, name) {
			rel, _ := filepath.Rel(out, name)
			t.Errorf("%s says %q in no language", rel, words)
		}
		return nil
	})
	if err != nil || pages < 20 {
		t.Errorf("%d pages: %v", pages, err)
	}
}

func buildInvented(t *testing.T) string {
	t.Helper()
	site := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(site, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	declared := filepath.Join(site, "data", "site.yaml")
	data, err := os.ReadFile(declared)
	if err != nil {
		t.Fatal(err)
	}
	data = []byte(strings.Replace(string(data), "languages: [vi]", "languages: [vi, "+invented+"]", 1))
	if err := os.WriteFile(declared, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(site, "public")
	var problems diag.List
	_, err = run(t.Context(), request{
		Site: site, Lang: "vi", Out: out, AsOf: model.Date{Year: 2026, Month: 11, Day: 22}, Theme: inventedTheme(t), Build: true,
	}, &problems, func(string, string) {})
	if err != nil || len(problems.Problems()) > 0 {
		t.Fatal(err, problems.Problems())
	}
	return out
}

// A layered theme has a few files of its own.
type layered struct {
	fs.FS
	own fstest.MapFS
}

func (l layered) Open(name string) (fs.File, error) {
	if _, ok := l.own[name]; ok {
		return l.own.Open(name)
	}
	return l.FS.Open(name)
}

// ReadDir lists the added strings among the theme's.
func (l layered) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(l.FS, name)
	if own, _ := fs.ReadDir(l.own, name); name != "." && len(own) > 0 {
		entries = append(entries, own...)
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return entries, err
}

func inventedTheme(t *testing.T) fs.FS {
	t.Helper()
	data, err := fs.ReadFile(themes.Gazette(), "i18n/vi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := yaml.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	for key, text := range words {
		words[key] = "⟦" + text + "⟧"
	}
	data, err = yaml.Marshal(words)
	if err != nil {
		t.Fatal(err)
	}
	return layered{themes.Gazette(), fstest.MapFS{"i18n/" + invented + ".yaml": {Data: data}}}
}

// neutral is what is the same in every language, beside numbers, ids, names of
// files and codes of one letter. The last line is of the page on style, which
// lists the names that the style sheets use, and of files.
var neutral = []string{"CSV", "JSON", "XLSX", "Excel", "Atom", "SVG", "PNG", "ZIP", "HTML", "SHA-256", "kB", "json", "zip", "xlsx", "csv", "English", "Tiếng", "Việt", "link", "jsonld", invented,
	"illustrative", "datapackage", "dcat", "ink", "accent", "rule", "paper", "leading", "measure"}

// unmarked lists what a page says in letters without brackets and without
// marking it as another language. A look into a file is the file's own words.
// Drawings mix names of the data into words and have no marks; their words of
// the theme are tested where they are drawn.
func unmarked(t *testing.T, name string) []string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	var walk func(n *html.Node, marked bool)
	walk = func(n *html.Node, marked bool) {
		if n.Type == html.ElementNode {
			if slices.Contains([]string{"svg", "script", "style", "code"}, n.Data) || inPreview(n) {
				return
			}
			if lang := attribute(n, "lang"); lang != "" {
				marked = lang != invented
			}
			if said := spokenBy(n); !marked && saysSomething(said) {
				found = append(found, fmt.Sprintf("<%s> with %s", n.Data, said))
			}
		}
		if n.Type == html.TextNode && !marked && saysSomething(n.Data) {
			found = append(found, fmt.Sprintf("<%s class=%q>%s", n.Parent.Data, attribute(n.Parent, "class"), strings.TrimSpace(n.Data)))
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child, marked)
		}
	}
	walk(root, false)
	return found
}

// spokenBy is what an element that holds no text says by its attributes. On
// others a language can't be told for an attribute alone.
func spokenBy(n *html.Node) string {
	switch {
	case n.Data == "meta" && (attribute(n, "name") == "description" || strings.HasPrefix(attribute(n, "property"), "og:t") || attribute(n, "property") == "og:description"):
		return strings.TrimPrefix(strings.TrimPrefix(attribute(n, "content"), "website"), "article")
	case n.Data == "img":
		return attribute(n, "alt")
	case n.Data == "link":
		return attribute(n, "title")
	}
	return ""
}

func inPreview(n *html.Node) bool {
	return n.Data == "table" && n.Parent.Parent != nil && attribute(n.Parent.Parent, "class") == "dataset"
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// saysSomething reports whether a text has words of its own: more than
// brackets, numbers, ids and what is neutral.
func saysSomething(text string) bool {
	if strings.ContainsAny(text, "⟦⟧") {
		return false
	}
	for _, word := range strings.Fields(text) {
		word = strings.Trim(word, "().,:;")
		if slices.Contains(neutral, word) || len(word) == 1 {
			continue
		}
		if strings.ContainsFunc(word, unicode.IsLower) && !strings.ContainsAny(word, "0123456789-/@.") {
			return true
		}
	}
	return false
}
