package source

import (
	"sync"

	"congbo/generator/internal/diag"
)

// A File is one file of records, as saved. Its YAML is read when its records
// are asked for.
type File struct {
	// Name is the path below the site, with slashes; for person records kept
	// elsewhere it leads there from the site.
	Name string

	files *Files
	text  string // without a byte order mark
	whole bool   // it is UTF-8 text
	cut   sync.Once
	lines []string
}

// Record reads a file that is one record. False where there is none; that has
// been reported.
func (f *File) Record() (*Record, bool) {
	node, ok := f.root()
	if !ok {
		return nil, false
	}
	if node == nil {
		f.files.problems.Report(f.Position(), emptyFile)
		return nil, false
	}
	return Value{f, node, f.Name}.Record()
}

// Records reads a file that is a list of records; an empty file is an empty
// list. False where it can't be read as one; that has been reported.
func (f *File) Records() ([]*Record, bool) {
	node, ok := f.root()
	if !ok || node == nil {
		return nil, ok
	}
	list := Value{f, node, f.Name}
	return records(list.List()), list.IsList()
}

// Each visits every value of the file; see Value.Each.
func (f *File) Each(visit func(Value) bool) {
	if node, ok := f.root(); ok && node != nil {
		Value{f, node, f.Name}.Each(visit)
	}
}

// Line returns the text of line n, counted from 1, without its end and fit to
// be shown.
func (f *File) Line(n int) (string, bool) {
	line, ok := f.savedLine(n)
	return visible(line), ok
}

func (f *File) savedLine(n int) (string, bool) {
	f.cut.Do(func() { f.lines = splitLines(f.text) })
	if n < 1 || n > len(f.lines) {
		return "", false
	}
	return f.lines[n-1], true
}

// Position is the beginning of the file.
func (f *File) Position() diag.Position { return diag.Position{File: f.Name, Line: 1, Column: 1} }
