package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/themes"
)

// invented is a language that nobody speaks (RFC 5646 keeps qaa to qtz free):
// the theme's Vietnamese, every letter of it in another script.
const invented = "qps"

// A third language is a file of strings: in a site in the invented language,
// whatever is said in our letters is the site's own, and marked as Vietnamese.
// The small site says little, so that next to nothing passes for its own; the
// real one has every kind of page, drawing and file.
func TestThirdLanguage(t *testing.T) {
	for _, site := range []string{"testdata/site", "../../.."} {
		t.Run(filepath.Base(site), func(t *testing.T) {
			out := buildInvented(t, site)
			own := readOwn(t, site)
			read := 0
			err := filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() {
					return skipCopies(entry, err)
				}
				rel, _ := filepath.Rel(out, name)
				data, err := os.ReadFile(name)
				found := foreignIn(rel, data, own)
				for _, words := range found[:min(len(found), 5)] {
					t.Errorf("%s says %q", rel, words)
				}
				read++
				return err
			})
			if err != nil || read < 50 {
				t.Errorf("%d files: %v", read, err)
			}
		})
	}
}

// skipCopies passes over what is kept of each release: the same files again.
func skipCopies(entry fs.DirEntry, err error) error {
	if err == nil && entry.Name() == "phat-hanh" {
		return filepath.SkipDir
	}
	return err
}

func buildInvented(t *testing.T, from string) string {
	t.Helper()
	site := filepath.Join(t.TempDir(), "site")
	for _, folder := range []string{"data", filepath.Join("content", "vi")} {
		if err := os.CopyFS(filepath.Join(site, folder), os.DirFS(filepath.Join(from, folder))); err != nil {
			t.Fatal(err)
		}
	}
	declared := filepath.Join(site, "data", "site.yaml")
	data, err := os.ReadFile(declared)
	if err != nil {
		t.Fatal(err)
	}
	data = regexp.MustCompile(`(?m)^languages: .*$`).ReplaceAll(data, []byte("languages: [vi, "+invented+"]"))
	if err := os.WriteFile(declared, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(site, "public")
	var problems diag.List
	_, err = run(t.Context(), request{
		Site: site, Lang: "vi", Out: out, AsOf: model.Date{Year: 2026, Month: 11, Day: 22}, Theme: inventedTheme(t), Build: true,
	}, &problems, func(string, string) {})
	if err != nil || problems.HasErrors() {
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

// vietnamese is the file of strings that the invented language is made from.
func vietnamese(t *testing.T) []byte {
	t.Helper()
	data, err := fs.ReadFile(themes.Gazette(), "i18n/vi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func inventedTheme(t *testing.T) fs.FS {
	t.Helper()
	var words map[string]string
	if err := yaml.Unmarshal(vietnamese(t), &words); err != nil {
		t.Fatal(err)
	}
	for key, text := range words {
		words[key] = invent(text)
	}
	data, err := yaml.Marshal(words)
	if err != nil {
		t.Fatal(err)
	}
	return layered{themes.Gazette(), fstest.MapFS{"i18n/" + invented + ".yaml": {Data: data}}}
}

// places of a string are filled by Go ({{ .Date }}) or by a script ({n}).
var placesOfStrings = regexp.MustCompile(`{{.*?}}|{[a-z]+}`)

// invent puts a string into the invented language.
func invent(text string) string {
	var out strings.Builder
	at := 0
	for _, place := range placesOfStrings.FindAllStringIndex(text, -1) {
		out.WriteString(inventedLetters(text[at:place[0]]) + text[place[0]:place[1]])
		at = place[1]
	}
	return out.String() + inventedLetters(text[at:])
}

// inventedLetters takes a letter of the Georgian alphabet for each of ours.
func inventedLetters(text string) string {
	return strings.Map(func(r rune) rune {
		switch lower := unicode.ToLower(r); {
		case lower == 'đ':
			return 'ჱ'
		case lower >= 'a' && lower <= 'z':
			return 'ა' + lower - 'a'
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, norm.NFD.String(text))
}
