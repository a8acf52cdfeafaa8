package source

import (
	"strings"
	"unicode/utf8"

	"congbo/generator/internal/diag"
)

const byteOrderMark = "\uFEFF"

// checkEncoding reports the first place where the file is not UTF-8 text.
func (f *File) checkEncoding() bool {
	for i, r := range f.text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(f.text[i:], utf8Replacement):
			f.files.problems.Report(f.position(i), notUTF8, f.text[i])
			return false
		case isControl(r):
			f.files.problems.Report(f.position(i), controlCharacter, r)
			return false
		}
	}
	return true
}

// utf8Replacement is U+FFFD as it may lawfully stand in a text.
const utf8Replacement = string(utf8.RuneError)

// position turns a byte offset in the file into a place.
func (f *File) position(offset int) diag.Position {
	line, column := lineAndColumn(f.text[:offset])
	return diag.Position{File: f.Name, Line: line, Column: column}
}

// lineAndColumn is the place right after a text.
func lineAndColumn(before string) (line, column int) {
	lines := splitLines(before)
	return len(lines), utf8.RuneCountInString(lines[len(lines)-1]) + 1
}

// isControl reports whether YAML 1.2 (5.1, c-printable) keeps r out of a text,
// line ends and the tab excepted.
func isControl(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r', r == '\u0085':
		return false
	case r < ' ', r >= 0x7F && r < 0xA0, r == 0xFFFE, r == 0xFFFF:
		return true
	}
	return false
}

// splitLines cuts text into lines without their ends, which are LF, CRLF or CR.
func splitLines(text string) []string {
	return strings.Split(unixLines(text), "\n")
}

// unixLines makes every line end LF.
func unixLines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// visible makes a line fit to be shown on a terminal.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && isControl(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(line, utf8Replacement))
}
