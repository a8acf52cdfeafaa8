package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"congbo/generator/internal/diag"
)

// readAll reads a text as every kind of file there is, and every value in it.
func readAll(text string) (*Files, *diag.List) {
	problems := new(diag.List)
	files := &Files{problems: problems, byName: map[string]*File{}}
	file := &File{Name: "data/site.yaml", files: files, text: strings.TrimPrefix(text, byteOrderMark)}
	files.byName[file.Name] = file
	file.whole = file.checkEncoding()
	if node, ok := file.root(); ok && node != nil {
		readValue(file.value(node, "k"))
	}
	return files, problems
}

func readValue(v Value) {
	v.Text()
	v.Number()
	v.Date()
	v.URL()
	switch {
	case v.IsList():
		for _, item := range v.List() {
			readValue(item)
		}
	case v.IsMap():
		r, _ := v.Record()
		for _, key := range r.Keys() {
			readValue(r.Value(key, Required))
		}
		r.Done()
	}
}

// FuzzRead wants of any text whatever that reading it ends without a panic and
// that every problem stands at a place in the file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "a: b\n", "- {a: [1, 'x'], b: >-\n    c\n   d}\n", "a: &a [*a, *a]\n", "? [a]\n: b\n", "\ufeffa:\r\n  b\r", "---\n---\n",
		"a: \"\\ud800\"\n", "%YAML 1.1\n---\na", "!!binary x\n", "a: |+9\n", "\u2028: \u0085\n", "a: *Quan trọng*\n", "{a: 1}}\n", "a:\t- b\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		files, problems := readAll(text)
		for _, p := range problems.Problems() {
			line, ok := files.Line(p.File, p.Line)
			if !ok || p.Column < 0 || p.Column > utf8.RuneCountInString(line)+1 {
				t.Errorf("%q: no such place: %v [%s]", text, p.Position, p.Rule.Code)
			}
		}
	})
}

// FuzzPlaces wants of any body that places in it ascend and stay in the file.
func FuzzPlaces(f *testing.F) {
	f.Add("a\u0323 x\r\ny")
	f.Add("\u0301\u1100\u1161")
	f.Fuzz(func(t *testing.T, body string) {
		files := &Files{problems: new(diag.List)}
		file := &File{Name: "content/vi/a.md", files: files, text: body}
		if !file.checkEncoding() {
			return
		}
		page := newPage(file, "vi", "a.md", unixLines(body), 1)
		last := diag.Position{}
		for offset := range len(page.Body) + 1 {
			at := page.At(offset)
			line, ok := file.Line(at.Line)
			if !ok || at.Column > utf8.RuneCountInString(line)+1 || at.Line < last.Line || at.Line == last.Line && at.Column < last.Column {
				t.Fatalf("%q, offset %d: %v after %v", body, offset, at, last)
			}
			last = at
		}
	})
}
