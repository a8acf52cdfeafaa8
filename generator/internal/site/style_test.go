package site

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
	"congbo/themes"
)

// Every kind of part that a page can have is shown on the page on style.
func TestStyleShowsEveryPart(t *testing.T) {
	words, err := locale.Load(themes.Gazette(), "vi", "vi")
	if err != nil {
		t.Fatal(err)
	}
	world := &model.World{Site: model.Site{Languages: []string{"vi"}}}
	clause := tracking.Clause{Clause: model.Clause{ID: "I.1"}}
	in := &Input{World: world, Report: &tracking.Report{Clauses: []tracking.Clause{clause}}}
	e := &edition{Input: in, Locale: words, index: newIndex(in), look: look(t)}
	shown := map[string]bool{}
	for _, p := range e.stylePage().Parts {
		shown[p.name()] = true
	}
	for _, name := range partNames(t) {
		if !shown[name] {
			t.Errorf("the page on style has no part %q", name)
		}
		if _, err := themes.Gazette().Open("layouts/_partials/parts/" + name + ".html"); err != nil {
			t.Error(err)
		}
	}
}

// partNames is the names that the types of parts give themselves in this
// package's source.
func partNames(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^func \(\*?\w+\) name\(\) string\s*\{ return "(\w+)" \}`).FindAllSubmatch(source, -1) {
			names = append(names, string(m[1]))
		}
	}
	if len(names) < 10 {
		t.Fatalf("only %d kinds of parts found", len(names))
	}
	return names
}
