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
