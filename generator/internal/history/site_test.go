package history

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
	"congbo/generator/internal/world"
)

var update = flag.Bool("update", false, "write what is answered into testdata/stories")

// A site is the files of a site by name; cells is what its tables publish.
type site map[string]string

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

// with is the site with some words in a file replaced.
func (s site) with(t testing.TB, file, old, new string) site {
	t.Helper()
	if strings.Count(s[file], old) != 1 {
		t.Fatalf("%s has %q %d times", file, old, strings.Count(s[file], old))
	}
	changed := site{}
	for name, text := range s {
		changed[name] = text
	}
	changed[file] = strings.Replace(s[file], old, new, 1)
	return changed
}

// load reads the site for a day; it must be right.
func (s site) load(t testing.TB, asOf string) (Input, *world.Index, *source.Files) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range s {
		if strings.Contains(name, "/") {
			write(t, filepath.Join(folder, filepath.FromSlash(name)), text)
		}
	}
	problems := new(diag.List)
	files, err := source.Open(folder, "", problems)
	if err != nil {
		t.Fatal(err)
	}
	stated, index := world.Load(files, world.Options{Spoken: []string{"vi", "en"}}, problems)
	if problems.HasErrors() {
		var out strings.Builder
		if err := diag.WriteText(&out, problems.Problems(), "en", files.Line); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("the site is wrong:\n%s", out.String())
	}
	tables := &workforce.Publication{}
	for _, declared := range stated.Statistics.Tables {
		tables.Tables = append(tables.Tables, tableOf(t, declared, s["cells"]))
	}
	registers, _, err := workforce.Registers(stated, day(t, asOf), nil)
	if err != nil {
		t.Fatal(err)
	}
	stated.Registers = registers
	return Input{World: stated, Report: tracking.Assess(stated, day(t, asOf)), Tables: tables}, index, files
}

// tableOf reads cells: a line is the table, the place of the cell, its count.
// A withheld one gets a true count, which must not matter.
func tableOf(t testing.TB, declared model.Table, cells string) *workforce.Table {
	t.Helper()
	table := &workforce.Table{Declared: declared, Threshold: 5}
	for line := range strings.Lines(cells) {
		fields := strings.Fields(line)
		if fields[0] != declared.ID {
			continue
		}
		codes, year, _ := splitPlace(fields[1])
		cell := workforce.Cell{Codes: strings.Split(codes, ","), Year: year, Count: 3}
		if count, err := strconv.Atoi(fields[2]); err == nil {
			cell.Count = count
		} else {
			cell.Status = workforce.Withheld
		}
		table.Cells = append(table.Cells, cell)
	}
	return table
}

// publish makes the input the site published last, by way of its JSON.
func publish(t testing.TB, in Input, prev *Previous) *Previous {
	t.Helper()
	statement, err := parse(statementOf(t, in, prev))
	if err != nil {
		t.Fatal(err)
	}
	return &Previous{Statement: *statement}
}

func statementOf(t testing.TB, in Input, prev *Previous) []byte {
	t.Helper()
	text, err := State(in, prev).JSON()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func write(t testing.TB, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func day(t testing.TB, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const published, today = "2025-06-01", "2025-12-01"

// TestStories runs testdata/stories. A case replaces files of the base site, as
// it is now or, below previous/, as it was published last (an empty one goes
// away); where only previous/ has a file, the base's stands now. It holds the
// exact answers in both languages and the changes told.
func TestStories(t *testing.T) {
	cases, err := filepath.Glob("testdata/stories/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runStory(t, file) })
	}
}

var asOf = regexp.MustCompile(`as of ([0-9-]{10})`)

func runStory(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	was, now := baseSite(t), baseSite(t)
	want := map[string]string{}
	var kept []txtar.File
	for _, f := range archive.Files {
		switch name, before := strings.CutPrefix(f.Name, "previous/"); {
		case f.Name == "vi", f.Name == "en", f.Name == "changes":
			want[f.Name] = string(f.Data)
			continue
		case before:
			was.put(name, string(f.Data))
		default:
			now.put(name, string(f.Data))
		}
		kept = append(kept, f)
	}
	date := today
	if m := asOf.FindStringSubmatch(string(archive.Comment)); m != nil {
		date = m[1]
	}
	answers := tell(t, was, now, date)
	archive.Files = kept
	for _, name := range []string{"vi", "en", "changes"} {
		if answers[name] != want[name] {
			t.Errorf("%s:\n%s\nwant:\n%s", name, answers[name], want[name])
		}
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(answers[name])})
	}
	if *update {
		write(t, file, string(txtar.Format(archive)))
	}
}

func (s site) put(name, text string) {
	if text == "" {
		delete(s, name)
		return
	}
	s[name] = text
}

// tell publishes one site, compares the other with it, and says what came out.
func tell(t *testing.T, was, now site, date string) map[string]string {
	before, _, _ := was.load(t, published)
	after, index, files := now.load(t, date)
	problems := new(diag.List)
	changes := Compare(publish(t, before, nil), after, index, problems)
	answers := map[string]string{}
	for _, lang := range []string{"vi", "en"} {
		var out strings.Builder
		if err := diag.WriteText(&out, problems.Problems(), lang, files.Line); err != nil {
			t.Fatal(err)
		}
		answers[lang] = out.String()
	}
	for _, c := range changes {
		answers["changes"] += line(c)
	}
	return answers
}

// line is a change for people who read tests.
func line(c Change) string {
	text := fmt.Sprintf("%s %s %s %s %s [%s] -> [%s]", c.Date, c.Kind, c.Of, c.ID, c.Field, c.Was, c.Now)
	for _, cell := range c.Cells {
		text += fmt.Sprintf(" {%s: %s -> %s}", cell.Place, cell.Was, cell.Now)
	}
	if c.Correction != nil {
		text += " corrected"
	}
	if c.Illustrative {
		text += " illustrative"
	}
	return text + "\n"
}
