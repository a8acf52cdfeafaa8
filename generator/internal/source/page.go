package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"congbo/generator/internal/diag"
)

// A Page is one Markdown file of content/.
type Page struct {
	File     string  // content/vi/tin-tuc/a.md
	Language string  // vi
	Path     string  // tin-tuc/a.md
	Front    *Record // what stands between the lines ---; without keys where nothing does
	Body     string  // the rest, in NFC, with LF for line ends
	BodyLine int     // the line of the file that Body begins on

	source *File
}

// A Picture is one picture file of content/.
type Picture struct {
	File     string // content/vi/tin-tuc/a.png
	Language string // vi
	Path     string // tin-tuc/a.png
}

// A Copy is a copy of evidence that press staff keep in data/evidence/.
type Copy struct {
	File   string // data/evidence/a.pdf
	Path   string // a.pdf
	SHA256 string // of its bytes, in lower-case hexadecimal
}

func (f *Files) addPage(t *tree, name, language, within string) error {
	file, err := f.read(t, name)
	if err != nil || !file.whole {
		return err
	}
	front, body, line := cutFront(unixLines(file.text))
	if line == 0 {
		f.problems.Report(file.Position(), frontMatterOpen)
		return nil
	}
	node, ok := file.parse(front)
	if !ok {
		return nil
	}
	page := newPage(file, language, within, body, line)
	if node != nil {
		record, ok := Value{file, node, "---"}.Record()
		if !ok {
			return nil
		}
		page.Front = record
	}
	f.pages = append(f.pages, page)
	return nil
}

// newPage makes a page without front matter whose body begins on line.
func newPage(file *File, language, within, body string, line int) *Page {
	return &Page{
		File: file.Name, Language: language, Path: within,
		Front: &Record{file: file}, Body: norm.NFC.String(body), BodyLine: line,
		source: file,
	}
}

// cutFront cuts a page into its front matter, opening line included so that
// lines keep their numbers, and its body, which begins on line; line is 0
// where the front matter never ends.
func cutFront(text string) (front, body string, line int) {
	lines := strings.SplitAfter(text, "\n")
	if !isFence(lines[0]) {
		return "", text, 1
	}
	length := len(lines[0])
	for i, l := range lines[1:] {
		if isFence(l) {
			return text[:length], text[length+len(l):], i + 3
		}
		length += len(l)
	}
	return "", "", 0
}

func isFence(line string) bool { return strings.TrimRight(line, " \t\r\n") == "---" }

// At turns a byte offset in Body into a place in the file as saved, whose
// characters may be composed differently.
func (p *Page) At(offset int) diag.Position {
	before := p.Body[:min(max(offset, 0), len(p.Body))]
	line := p.BodyLine + strings.Count(before, "\n")
	saved, _ := p.source.savedLine(line)
	inLine := len(before) - (strings.LastIndexByte(before, '\n') + 1)
	return diag.Position{File: p.File, Line: line, Column: 1 + savedColumns(saved, inLine)}
}

// savedColumns counts the characters of a line as saved that become its first
// n bytes in NFC.
func savedColumns(saved string, n int) int {
	columns := 0
	for n > 0 && saved != "" {
		size := norm.NFC.NextBoundaryInString(saved, true)
		n -= len(norm.NFC.String(saved[:size]))
		if n < 0 {
			break
		}
		columns += utf8.RuneCountInString(saved[:size])
		saved = saved[size:]
	}
	return columns
}
