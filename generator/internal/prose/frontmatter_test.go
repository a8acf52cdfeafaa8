package prose

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// open reads a site of the given pages.
func open(t *testing.T, pages map[string]string) (*source.Files, *diag.List) {
	t.Helper()
	site := t.TempDir()
	pages["../data/site.yaml"] = "languages: [vi]\n"
	for name, text := range pages {
		file := filepath.Join(site, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var problems diag.List
	files, err := source.Open(site, "", &problems)
	if err != nil {
		t.Fatal(err)
	}
	return files, &problems
}

func TestFrontMatter(t *testing.T) {
	known := Known{Clauses: []string{"III.1", "III.2-4b"}, Tasks: []string{"doi-thoai"}}
	for _, c := range []struct{ path, text, problems string }{
		{"vi/tin-tuc/a.md", "---\ntitle: Đề\nsummary: Tóm\ndate: 2024-12-20\nclauses: [III.2-4b]\ntasks: [doi-thoai]\nstatistical: true\n---\nChữ", ""},
		{"vi/tin-tuc/a.md", "---\ntitle: Đề\n---\nChữ", "2:1 missing-key; 2:1 missing-key"},
		{"vi/tin-tuc/_index.md", "---\ntitle: Đề\n---\n", ""},
		{"vi/gioi-thieu/a.md", "---\ntitle: Đề\n---\nChữ", ""},
		{"vi/gioi-thieu/a.md", "Chữ", "1:1 missing-key"},
		{"vi/gioi-thieu/a.md", "---\ntitle: Đề\nurl: /\nsumary: Tóm\n---\nChữ", "3:1 unknown-key; 4:1 unknown-key"},
		{"vi/gioi-thieu/a.md", "---\ntitle: Đề\nclauses: [III.1, III.2-4c]\ntasks: [doi-thoi]\n---\n", "3:18 unknown-reference; 4:9 unknown-reference"},
		{"vi/tin-tuc/a.md", "---\ntitle: Đề\nsummary: Tóm\ndate: 2024-02-30\nstatistical: yes\n---\n", "4:7 bad-date; 5:14 bad-boolean"},
	} {
		files, problems := open(t, map[string]string{c.path: c.text})
		for _, page := range files.Pages() {
			ReadFrontMatter(page, known)
		}
		if got := listed(problems); got != c.problems {
			t.Errorf("%s %q:\n got %s\nwant %s", c.path, c.text, got, c.problems)
		}
	}
}

func TestFrontMatterIsRead(t *testing.T) {
	files, problems := open(t, map[string]string{
		"vi/tin-tuc/a.md": "---\ntitle: Đề\nsummary: Tóm\ndate: 2024-12-20\nclauses: [III.1]\ntasks: [x]\nstatistical: true\nillustrative: true\n---\nChữ",
	})
	got := ReadFrontMatter(files.Pages()[0], Known{[]string{"III.1"}, []string{"x"}})
	want := FrontMatter{"Đề", "Tóm", model.Date{Year: 2024, Month: 12, Day: 20}, []string{"III.1"}, []string{"x"}, true, false, true}
	if !reflect.DeepEqual(got, want) || listed(problems) != "" {
		t.Errorf("got %+v (%s), want %+v", got, listed(problems), want)
	}
}

// TestTitleInBody takes the heading that a page begins with for its title where
// no other is given, and out of its body.
func TestTitleInBody(t *testing.T) {
	files, problems := open(t, map[string]string{
		"vi/gioi-thieu/a.md": "<!-- ghi chú -->\n# Giới *thiệu*\n\n## Ai",
		"vi/gioi-thieu/b.md": "---\ntitle: Đề\n---\n# Ai",
		"vi/gioi-thieu/c.md": "Chữ\n\n# Ai",
	})
	for i, want := range []string{"Giới thiệu: <h2 id=\"ai\">Ai</h2>\n", "Đề: <h2 id=\"ai\">Ai</h2>\n", ": <p>Chữ</p>\n<h2 id=\"ai\">Ai</h2>\n"} {
		page := files.Pages()[i]
		front := ReadFrontMatter(page, Known{})
		article := Parse(Input{Body: page.Body, At: page.At, Headed: front.Headed}, problems)
		if got := front.Title + ": " + article.Render(small, problems); got != want {
			t.Errorf("%s is %q, want %q", page.File, got, want)
		}
	}
	if got := listed(problems); got != "1:1 missing-key" {
		t.Errorf("got %s", got)
	}
}

func TestOfficialTitle(t *testing.T) {
	files, problems := open(t, map[string]string{"vi/chuong-trinh/_index.md": "---\ntitle: Đề\ndate: 2024-01-01\n---\n"})
	if got := ReadOfficialTitle(files.Pages()[0]); got != "Đề" || listed(problems) != "3:1 unknown-key" {
		t.Errorf("got %q and %s", got, listed(problems))
	}
}

// TestPositionsInFile places a fault in a file as saved: with a mark at its
// beginning, line ends of Windows and letters taken apart, below front matter.
func TestPositionsInFile(t *testing.T) {
	files, _ := open(t, map[string]string{
		"vi/gioi-thieu/a.md": "\uFEFF---\r\ntitle: x\r\n---\r\n<!-- ghi\r\nchú --> Đa\u0306k To\u0302 <b>\r\n",
	})
	page := files.Pages()[0]
	var problems diag.List
	Parse(Input{Body: page.Body, At: page.At}, &problems)
	if got, want := listed(&problems), "5:18 raw-html"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// everything is a site that answers every address and has every figure.
type everything struct{ smallSite }

func (everything) Page(address string) (string, bool) { return address, true }

func (everything) Point(_, _ string) (Figure, *UnknownName) {
	return Figure{Text: "1", Value: "1"}, nil
}

func (everything) Cell(_, _ string, _ map[model.Dimension]string) (Figure, *UnknownName) {
	return Figure{Text: "1", Value: "1"}, nil
}

// TestOurPages reads the pages of the site that this program publishes.
func TestOurPages(t *testing.T) {
	var ofFiles, problems diag.List
	files, err := source.Open("../../..", t.TempDir(), &ofFiles)
	if err != nil {
		t.Fatal(err)
	}
	ctx := small
	ctx.Site, ctx.Figures = everything{}, everything{}
	for _, page := range files.Pages() {
		if page.Path == "chuong-trinh/_index.md" {
			continue
		}
		in := Input{Body: page.Body, At: page.At, Statistical: page.Front.Bool("statistical", source.Optional)}
		checkSafe(t, Parse(in, &problems).Render(ctx, &problems))
	}
	for _, p := range problems.Problems() {
		t.Errorf("%s:%d:%d: %s [%s]", p.File, p.Line, p.Column, p.Message("vi"), p.Rule.Code)
	}
}
