package site

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"congbo/themes"
)

func readStrings(t *testing.T, name string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(themes.Gazette(), name)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := yaml.Unmarshal(data, &words); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return words
}

var places = regexp.MustCompile(`\.([A-Z]\w*)`)

// Every language says the same things with the same places to fill.
func TestLanguagesHaveTheSameStrings(t *testing.T) {
	files, err := fs.Glob(themes.Gazette(), "i18n/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	base := readStrings(t, "i18n/vi.yaml")
	for _, name := range files {
		words := readStrings(t, name)
		for _, key := range slices.Sorted(maps.Keys(base)) {
			text, ok := words[key]
			switch {
			case !ok:
				t.Errorf("%s lacks %q", path.Base(name), key)
			case !slices.Equal(filled(text), filled(base[key])):
				t.Errorf("%s: %q fills %v, in vi.yaml %v", path.Base(name), key, filled(text), filled(base[key]))
			}
		}
		for key := range words {
			if _, ok := base[key]; !ok {
				t.Errorf("%s has %q, which vi.yaml lacks", path.Base(name), key)
			}
		}
	}
}

func filled(text string) []string {
	var names []string
	for _, match := range places.FindAllStringSubmatch(text, -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

var (
	saidInGo       = regexp.MustCompile(`\bT\("([a-z0-9_]+)"[,)]`)
	saidInTemplate = regexp.MustCompile(`i18n "([a-z0-9_]+)"`)
)

// Every string that Go and the templates name is there.
func TestEveryStringSaidIsThere(t *testing.T) {
	base := readStrings(t, "i18n/vi.yaml")
	check := func(name, text string, said *regexp.Regexp) {
		for _, match := range said.FindAllStringSubmatch(text, -1) {
			if _, ok := base[match[1]]; !ok {
				t.Errorf("%s says %q, which vi.yaml lacks", name, match[1])
			}
		}
	}
	sources, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		check(name, string(data), saidInGo)
	}
	err = fs.WalkDir(themes.Gazette(), "layouts", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".html") {
			return err
		}
		data, err := fs.ReadFile(themes.Gazette(), name)
		check(name, string(data), saidInTemplate)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Keys are also built: a beginning before a code, or handed to what sets it
// before several; an ending behind one.
var (
	beginning = regexp.MustCompile(`"([a-z0-9_]+_)"(?:\s*\+|, )`)
	ending    = regexp.MustCompile(`\+\s*"(_[a-z0-9_]+)"`)
)

// No string is left over: somewhere Go, a template or a script names it, or
// what its key is built from.
func TestEveryStringIsSaid(t *testing.T) {
	var sources strings.Builder
	for _, folder := range []fs.FS{os.DirFS(".."), themes.Gazette()} {
		err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			said := slices.Contains([]string{".go", ".html", ".js"}, path.Ext(name)) && !strings.HasSuffix(name, "_test.go")
			if err != nil || entry.IsDir() || !said {
				return err
			}
			data, err := fs.ReadFile(folder, name)
			sources.Write(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	all := sources.String()
	begun, ended := parts(all, beginning), parts(all, ending)
	for key := range readStrings(t, "i18n/vi.yaml") {
		built := slices.ContainsFunc(begun, func(part string) bool { return strings.HasPrefix(key, part) }) ||
			slices.ContainsFunc(ended, func(part string) bool { return strings.HasSuffix(key, part) })
		if !built && !strings.Contains(all, `"`+key+`"`) {
			t.Errorf("nothing says %q", key)
		}
	}
}

// parts is what a pattern finds of keys in the sources.
func parts(sources string, pattern *regexp.Regexp) []string {
	var found []string
	for _, match := range pattern.FindAllStringSubmatch(sources, -1) {
		found = append(found, match[1])
	}
	return found
}
