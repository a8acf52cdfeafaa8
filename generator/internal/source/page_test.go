package source

import (
	"strings"
	"testing"

	"congbo/generator/internal/diag"
)

func onlyPage(t *testing.T, text string) (*Page, *diag.List) {
	t.Helper()
	files, problems := open(t, map[string]string{"content/vi/tin-tuc/a.md": text})
	if len(files.Pages()) != 1 {
		t.Fatalf("%d pages; %v", len(files.Pages()), problems.Problems())
	}
	return files.Pages()[0], problems
}

func TestPages(t *testing.T) {
	for name, c := range map[string]struct {
		text, title, body string
		line              int
	}{
		"front matter":      {"---\ntitle: Tin\n---\n\n# Thân\n", "Tin", "\n# Thân\n", 4},
		"none":              {"# Thân\n", "", "# Thân\n", 1},
		"empty":             {"---\n---\nx", "", "x", 3},
		"CRLF and a mark":   {"\ufeff---\r\ntitle: Tin\r\n---\r\nx\r\ny", "Tin", "x\ny", 4},
		"decomposed":        {"---\ntitle: Ti\u0301n\n---\na\u0323", "Tín", "\u1ea1", 4},
		"rules in the body": {"---\ntitle: a\n---\nx\n\n---\n\ny", "a", "x\n\n---\n\ny", 4},
		"nothing at all":    {"", "", "", 1},
	} {
		t.Run(name, func(t *testing.T) {
			page, problems := onlyPage(t, c.text)
			wantProblems(t, problems)
			if got := page.Front.String("title", Optional); got != c.title {
				t.Errorf("title %q, want %q", got, c.title)
			}
			if page.Body != c.body || page.BodyLine != c.line {
				t.Errorf("body %q on line %d, want %q on %d", page.Body, page.BodyLine, c.body, c.line)
			}
			if page.Language != "vi" || page.Path != "tin-tuc/a.md" || page.File != "content/vi/tin-tuc/a.md" {
				t.Errorf("%q %q %q", page.Language, page.Path, page.File)
			}
		})
	}
}

func TestFrontMatterFaults(t *testing.T) {
	files, problems := open(t, map[string]string{
		"content/vi/a.md": "---\ntitle: a: b\n---\nx\n",
		"content/vi/b.md": "---\n- a\n---\nx\n",
		"content/vi/c.md": "---\na: 1\na: 2\n---\nx\n",
		"content/vi/d.md": "x\x00\n",
	})
	wantProblems(t, problems,
		"content/vi/a.md:2:8: error: can't be read: this is not valid YAML [yaml-syntax]",
		`content/vi/b.md:2:1: error: "---" must consist of lines "key: value" [not-a-map]`,
		`content/vi/c.md:3:1: error: key "a" is already on line 2 [duplicate-key]`,
		"content/vi/d.md:1:2: error: there is an invisible control character here (U+0000) [control-character]",
	)
	if len(files.Pages()) != 1 {
		t.Errorf("%d pages", len(files.Pages()))
	}
}

func TestMissingKeyOfAPageWithoutFrontMatter(t *testing.T) {
	page, problems := onlyPage(t, "# Thân\n")
	page.Front.Text("title", Required)
	page.Front.Done()
	wantProblems(t, problems, `content/vi/tin-tuc/a.md:1:1: error: "title" is missing [missing-key]`)
}

// TestPlacesInABody finds the place of x as saved, though the body is composed.
func TestPlacesInABody(t *testing.T) {
	for saved, want := range map[string]diag.Position{
		"ạạ x":                        {Line: 4, Column: 4},
		"a\u0323a\u0323 x":            {Line: 4, Column: 6},
		"đ\r\nơ\u0323 e\u0302\u0301x": {Line: 5, Column: 7},
		"x":                           {Line: 4, Column: 1},
	} {
		page, _ := onlyPage(t, "---\ntitle: a\n---\n"+saved)
		want.File = page.File
		if got := page.At(strings.IndexByte(page.Body, 'x')); got != want {
			t.Errorf("%q: %v, want %v", saved, got, want)
		}
	}
}

// TestNamesTakenApart finds what is called by a name whose accents its system
// keeps apart from their letters.
func TestNamesTakenApart(t *testing.T) {
	files, problems := open(t, map[string]string{"content/vi/tin-tuc/ha\u0300ng.png": "", "content/vi/tin-tuc/ha\u0300ng.md": ""})
	wantProblems(t, problems)
	want := Picture{File: "content/vi/tin-tuc/ha\u0300ng.png", Language: "vi", Path: "tin-tuc/h\u00e0ng.png"}
	if got := files.Pictures(); len(got) != 1 || got[0] != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := files.Pages(); len(got) != 1 || got[0].Path != "tin-tuc/h\u00e0ng.md" {
		t.Errorf("got %+v", got)
	}
}

func TestPictures(t *testing.T) {
	files, problems := open(t, map[string]string{"content/vi/tin-tuc/Ảnh.JPG": "x", "content/en/a.webp": "x"})
	wantProblems(t, problems)
	want := []Picture{{"content/en/a.webp", "en", "a.webp"}, {"content/vi/tin-tuc/Ảnh.JPG", "vi", "tin-tuc/Ảnh.JPG"}}
	if got := files.Pictures(); len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("pictures %v", got)
	}
}
