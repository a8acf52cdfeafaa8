package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
)

// open writes files into a folder and opens it as a site.
func open(t testing.TB, files map[string]string) (*Files, *diag.List) {
	t.Helper()
	return openFolder(t, write(t, files), "")
}

func write(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
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

func openFolder(t testing.TB, site, people string) (*Files, *diag.List) {
	t.Helper()
	problems := new(diag.List)
	files, err := Open(site, people, problems)
	if err != nil {
		t.Fatal(err)
	}
	return files, problems
}

// wantProblems compares what was reported: place, code and the first of the
// message's lines.
func wantProblems(t *testing.T, problems *diag.List, want ...string) {
	t.Helper()
	var out strings.Builder
	none := func(string, int) (string, bool) { return "", false }
	if err := diag.WriteText(&out, problems.Problems(), "en", none); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "  hint:") {
			got = append(got, strings.TrimSpace(line))
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("reported:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// topic opens one file and returns its record.
func topic(t *testing.T, text string) (*Record, *diag.List) {
	t.Helper()
	files, problems := open(t, map[string]string{"data/site.yaml": text})
	file, _ := files.Topic("site")
	record, ok := file.Record()
	if !ok {
		t.Fatalf("no record: %v", problems.Problems())
	}
	return record, problems
}

// TestColumns counts characters of the file as saved: composed or not, after a
// byte order mark, with any line ends.
func TestColumns(t *testing.T) {
	for name, c := range map[string]struct {
		text, want string
	}{
		"accents before":     {"Đắk Hà: {Đắk Tô: a, due: x}\n", "data/site.yaml:1:26"},
		"composed":           {"a: [\u1ea1\u1ea1, x]\n", "data/site.yaml:1:9"},
		"decomposed":         {"a: [a\u0323a\u0323, x]\n", "data/site.yaml:1:11"},
		"byte order mark":    {"\ufeffa: x\n", "data/site.yaml:1:4"},
		"CRLF":               {"b: c\r\na: x\r\n", "data/site.yaml:2:4"},
		"CR":                 {"b: c\ra: x\r", "data/site.yaml:2:4"},
		"a line separator":   {"b: c\u2028d\na: x\n", "data/site.yaml:2:4"},
		"outside the plane":  {"a: [𝔸, x]\n", "data/site.yaml:1:8"},
		"a quoted value":     {"a: 'x'\n", "data/site.yaml:1:4"},
		"a value lines down": {"a:\n    x\n", "data/site.yaml:2:5"},
	} {
		t.Run(name, func(t *testing.T) {
			record, problems := topic(t, c.text)
			findX(record)
			wantProblems(t, problems, c.want+`: error: "x" found [test]`)
		})
	}
}

var found = &diag.Rule{Code: "test", Severity: diag.Error, Message: diag.Phrase{En: "%q found"}}

// findX reports wherever the value x stands.
func findX(r *Record) {
	for _, key := range r.Keys() {
		visitX(r.Value(key, Optional))
	}
}

func visitX(v Value) {
	switch {
	case v.IsMap():
		r, _ := v.Record()
		findX(r)
	case v.IsList():
		for _, item := range v.List() {
			visitX(item)
		}
	case v.Plain() == "x":
		v.Report(found, "x")
	}
}

// TestBooleans reads what YAML 1.2 takes for true and false, and nothing else.
func TestBooleans(t *testing.T) {
	for written, want := range map[string]string{"true": "true", "True": "true", "FALSE": "false", "False": "false", "yes": "", "tRUE": "", "1": ""} {
		record, problems := topic(t, "%YAML 1.2\n---\nk: "+written+"\n")
		got, ok := record.Value("k", Required).Bool()
		if ok != (want != "") || got != (want == "true") || ok != (len(problems.Problems()) == 0) {
			t.Errorf("%s is read as %t, %t; %v", written, got, ok, problems.Problems())
		}
	}
}

// TestTextAsWritten keeps values as they stand in the file, whatever YAML would
// make of them.
func TestTextAsWritten(t *testing.T) {
	for written, want := range map[string]string{
		"010": "010", "0123456701": "0123456701", "1e3": "1e3", "2024-03-01": "2024-03-01", "yes": "yes", "No": "No",
		"0x1F": "0x1F", "1_000": "1_000", "12:30": "12:30", ".5": ".5", "'505'": "505", "\" a \"": "a",
		"a\u0323": "\u1ea1", "~": "", "null": "", "''": "", "'null'": "null", ">-\n  a\n  b": "a b",
	} {
		record, problems := topic(t, "k: "+written+"\n")
		if got := record.String("k", Optional); got != want || len(problems.Problems()) != 0 {
			t.Errorf("%s is read as %q, want %q; %v", written, got, want, problems.Problems())
		}
	}
}

func TestNumbers(t *testing.T) {
	type number struct {
		value  float64
		digits int
		ok     bool
	}
	for written, want := range map[string]number{
		"0": {0, 0, true}, "12": {12, 0, true}, "-3.50": {-3.5, 2, true}, "'9674.18'": {9674.18, 2, true},
		"012": {}, "1e3": {}, "1_000": {}, "1.000.000": {}, "'1,5'": {}, ".5": {}, "5.": {}, "+1": {}, ".inf": {}, "0x1F": {},
		"12345678901234567890": {}, "một": {}, "": {},
	} {
		record, problems := topic(t, "a: 1\nk: "+written+"\n")
		value, digits, ok := record.Value("k", Optional).Number()
		if got := (number{value, digits, ok}); got != want {
			t.Errorf("%s is read as %v, want %v", written, got, want)
		}
		if reported := len(problems.Problems()) == 1; reported == (ok || written == "") {
			t.Errorf("%s: %v", written, problems.Problems())
		}
	}
}

func TestLinkable(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.vn": true, "http://example.vn/đường?x=1#y": true, "mailto:a@example.vn": true, "tel:+84260": true, "/tin-tuc/": true,
		"javascript:alert(1)": false, "java\tscript:alert(1)": false, "data:text/html,x": false,
		"//example.vn": false, "/\\example.vn": false, "www.example.vn": false, "https:///a": false, "https:a": false, "https://a b": false,
		"file:///etc/passwd": false, "mailto:": false, "%zz": false, "\x01javascript:x": false, "/\t/example.vn": false,
	} {
		if got := linkable(address); got != want {
			t.Errorf("linkable(%q) = %v", address, got)
		}
	}
}

// TestUnknownKeys suggests among the keys that were asked for.
func TestUnknownKeys(t *testing.T) {
	record, problems := topic(t, "titel: x\ntitle: y\n")
	record.String("title", Required)
	record.Done()
	wantProblems(t, problems, `data/site.yaml:1:1: error: there is no key "titel" here [unknown-key]`)
	if hint := problems.Problems()[0].Hint("en"); hint != `did you mean "title"?` {
		t.Errorf("hint %q", hint)
	}
}

func TestManyAliasesEndSoon(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString("a0: &a0 [x, x]\n")
	for i := range 60 {
		fmt.Fprintf(&bomb, "a%d: &a%[1]d [*a%d, *a%[2]d, *a%[2]d]\n", i+1, i)
	}
	files, problems := open(t, map[string]string{"data/site.yaml": bomb.String()})
	file, _ := files.Topic("site")
	if _, ok := file.Record(); ok || len(problems.Problems()) == 0 {
		t.Error("a file of aliases is read")
	}
}

func TestAccentInFileThatIsNotUTF8(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"Latin-1":         {"a: b\nĐắk: \xe9\n", "data/site.yaml:2:6: error: the file is not saved as UTF-8 (byte 0xE9) [not-utf8]"},
		"cut character":   {"a: \xef\xbf", "data/site.yaml:1:4: error: the file is not saved as UTF-8 (byte 0xEF) [not-utf8]"},
		"UTF-16":          {"\xff\xfea\x00", "data/site.yaml:1:1: error: the file is not saved as UTF-8 (byte 0xFF) [not-utf8]"},
		"NUL":             {"a: b\r\nb: \x00\n", "data/site.yaml:2:4: error: there is an invisible control character here (U+0000) [control-character]"},
		"a lawful U+FFFD": {"a: \ufffd\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := open(t, map[string]string{"data/site.yaml": c.text})
			if c.want == "" {
				wantProblems(t, problems)
				return
			}
			wantProblems(t, problems, c.want)
		})
	}
}

func TestLinks(t *testing.T) {
	outside := write(t, map[string]string{"secret.yaml": "[]\n"})
	site := write(t, map[string]string{"data/site.yaml": "a: 1\n", "data/real.md": "x\n", "shared/tasks.yaml": "[]\n"})
	link := func(to, name string) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(site, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(to, filepath.Join(site, name)); err != nil {
			t.Fatal(err)
		}
	}
	link(filepath.Join(outside, "secret.yaml"), "data/sources.yaml")
	link("../../../../../../etc/passwd", "data/tasks/a.yaml")
	link("../../shared/tasks.yaml", "data/tasks/b.yaml")
	link("../../data", "data/tasks/loop")
	link(outside, "content")
	files, problems := openFolder(t, site, "")
	wantProblems(t, problems,
		"content:1:1: error: this link leads to no file inside the site [outside-link]",
		"data/sources.yaml:1:1: error: this link leads to no file inside the site [outside-link]",
		"data/tasks/a.yaml:1:1: error: this link leads to no file inside the site [outside-link]",
		"data/tasks/loop:1:1: error: this link leads to no file inside the site [outside-link]",
	)
	if tasks := files.Folder("tasks"); len(tasks) != 1 || tasks[0].Name != "data/tasks/b.yaml" {
		t.Errorf("tasks: %v", tasks)
	}
}

func TestNamesThatDifferOnlyInComposition(t *testing.T) {
	_, problems := open(t, map[string]string{"data/site.yaml": "a: 1\n", "content/vi/tin-tuc/ạ.md": "x\n", "content/vi/tin-tuc/a\u0323.md": "x\n"})
	wantProblems(t, problems, `content/vi/tin-tuc/ạ.md:1:1: error: this name differs from "content/vi/tin-tuc/a`+"\u0323"+`.md" only in case or in how accents are encoded [name-clash]`)
}

func TestWhatLiesAbout(t *testing.T) {
	_, problems := open(t, map[string]string{
		"data/site.yaml": "a: 1\n", "data/.gitkeep": "", "data/.DS_Store": "\x00", "data/~$nhiem-vu.yaml": "\x00",
		"data/README.md": "x", "data/tasks/README": "x", "data/Thumbs.db": "\x00", "content/README.md": "x", "content/vi/.keep": "",
	})
	wantProblems(t, problems)
}

func TestPeopleKeptElsewhere(t *testing.T) {
	site := write(t, map[string]string{"site/data/intellectuals/a.yaml": "x: [", "people/b.yaml": "- id: KT-1\n  x: {\n"})
	files, problems := openFolder(t, filepath.Join(site, "site"), filepath.Join(site, "people"))
	folder := files.Folder("intellectuals")
	if len(folder) != 1 || folder[0].Name != "../people/b.yaml" {
		t.Fatalf("people: %v", folder)
	}
	folder[0].Records()
	wantProblems(t, problems, "../people/b.yaml:2:6: error: can't be read: this is not valid YAML [yaml-syntax]")
	if line, ok := files.Line("../people/b.yaml", 1); line != "- id: KT-1" || !ok {
		t.Errorf("line %q", line)
	}
}

func TestFolderThatIsNotThere(t *testing.T) {
	site := write(t, map[string]string{"data/site.yaml": "a: 1\n"})
	for _, c := range [][2]string{{filepath.Join(site, "no"), ""}, {site, filepath.Join(site, "no")}} {
		if _, err := Open(c[0], c[1], new(diag.List)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Open(%q, %q): %v", c[0], c[1], err)
		}
	}
}

// TestFaultInALongFile finds the place at once although the file is long.
func TestFaultInALongFile(t *testing.T) {
	var text strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&text, "- id: KT-%06d\n  degree: [{from: 2006, code: bachelor}]\n", i)
		if i == 15_000 {
			text.WriteString("  note: Nghị quyết: về\n")
		}
	}
	files, problems := open(t, map[string]string{"data/intellectuals/a.yaml": text.String()})
	files.Folder("intellectuals")[0].Records()
	wantProblems(t, problems, "data/intellectuals/a.yaml:30003:9: error: can't be read: this is not valid YAML [yaml-syntax]")
}

func TestBracketsWithinBrackets(t *testing.T) {
	files, problems := open(t, map[string]string{"data/site.yaml": strings.Repeat("[", 100_000)})
	file, _ := files.Topic("site")
	file.Record()
	wantProblems(t, problems, "data/site.yaml:1: error: can't be read: this is not valid YAML [yaml-syntax]")
}
