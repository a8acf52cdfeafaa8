package world_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
	"congbo/generator/internal/world"
)

var update = flag.Bool("update", false, "write what is reported into the cases of testdata/rules")

var options = world.Options{ChartKinds: []string{"bar", "line", "stacked-bar"}, Spoken: []string{"vi", "en"}}

// A site is the files of a site by name.
type site map[string]string

// baseSite is the tiny site that every case starts from.
func baseSite(t testing.TB) site {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	s := site{}
	for _, f := range archive.Files {
		s[f.Name] = string(f.Data)
	}
	return s
}

// write puts the files into a folder and returns it.
func (s site) write(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range s {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// A loaded site, and what was reported of it.
type loaded struct {
	files    *source.Files
	world    *model.World
	index    *world.Index
	problems *diag.List
}

func (s site) load(t testing.TB, o world.Options) loaded {
	t.Helper()
	problems := new(diag.List)
	files, err := source.Open(s.write(t), "", problems)
	if err != nil {
		t.Fatal(err)
	}
	w, index := world.Load(files, o, problems)
	return loaded{files, w, index, problems}
}

// text is what people are told.
func (l loaded) text(t testing.TB, lang string) string {
	t.Helper()
	var out strings.Builder
	if err := diag.WriteText(&out, l.problems.Problems(), lang, l.files.Line); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestBaseSiteIsRight(t *testing.T) {
	if got := baseSite(t).load(t, options).text(t, "vi"); got != "" {
		t.Errorf("a right site is answered with:\n%s", got)
	}
}

// TestRules runs testdata/rules: each case replaces files of the base site (an
// empty one goes away) and holds the exact answer, in one language or both.
// Where its comment has the word release, it is loaded for one.
func TestRules(t *testing.T) {
	cases, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

func runCase(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := baseSite(t)
	answers := map[string]*txtar.File{}
	for i, f := range archive.Files {
		switch {
		case strings.HasPrefix(f.Name, "answer."):
			answers[strings.TrimPrefix(f.Name, "answer.")] = &archive.Files[i]
		case len(f.Data) == 0:
			delete(s, f.Name)
		default:
			s[f.Name] = string(f.Data)
		}
	}
	if len(answers) == 0 {
		t.Fatal("the case holds no answer")
	}
	o := options
	o.Release = strings.Contains(string(archive.Comment), "release")
	got := s.load(t, o)
	for lang, want := range answers {
		if answer := got.text(t, lang); answer != string(want.Data) {
			t.Errorf("answer in %s:\n%s\nwant:\n%s", lang, answer, want.Data)
			want.Data = []byte(answer)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestEveryRuleHasACase keeps the cases complete: one file for each rule of
// this room and of package source, named after it.
func TestEveryRuleHasACase(t *testing.T) {
	elsewhere := []string{"not-a-file", "outside-link"} // no archive can hold them; see package source
	for _, rule := range diag.Rules() {
		if slices.Contains(elsewhere, rule.Code) {
			continue
		}
		archive, err := txtar.ParseFile("testdata/rules/" + rule.Code + ".txtar")
		if err != nil {
			t.Errorf("no case for %s: %v", rule.Code, err)
			continue
		}
		for _, f := range archive.Files {
			if strings.HasPrefix(f.Name, "answer.") && !strings.Contains(string(f.Data), "["+rule.Code+"]") {
				t.Errorf("%s does not show its rule in %s", rule.Code, f.Name)
			}
		}
	}
}

// TestAnswersAreTheSameEachTime loads a site with many faults, some of them in
// files read side by side, and wants the same answer every time.
func TestAnswersAreTheSameEachTime(t *testing.T) {
	s := manyPeople(baseSite(t), 1000)
	delete(s, "data/classifications/fields.yaml")
	delete(s, "data/localities.yaml")
	first := s.load(t, options).text(t, "vi")
	if first == "" {
		t.Fatal("no faults")
	}
	for range 5 {
		if again := s.load(t, options).text(t, "vi"); again != first {
			t.Fatalf("another answer:\n%s\nthan:\n%s", again, first)
		}
	}
}
