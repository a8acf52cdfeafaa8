package prose

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// A shortcode is what stands between {{< and >}}, or {{% and %}}. They are
// found before Markdown is parsed, as Hugo would find them, so that none can
// hide behind code spans or HTML.
type shortcode struct {
	span
	name      string
	nameAt    int
	arguments []argument
	fault     int  // offset of what can't be read; -1: all can
	sound     bool // names a figure that can be shown where it stands
}

// An argument is name="value".
type argument struct {
	name, value     string
	nameAt, valueAt int
}

// The shortcodes that there are: a point of an indicator, a cell of a table.
const (
	pointShortcode = "chi-tieu"
	cellShortcode  = "so-lieu"
)

// argumentsOf lists what each shortcode takes; the first is required.
var argumentsOf = map[string][]string{
	pointShortcode: {"id", "ky"},
	cellShortcode:  append([]string{"bang", "nam"}, dimensionNames()...),
}

func dimensionNames() []string {
	var names []string
	for _, d := range model.Dimensions {
		names = append(names, string(d))
	}
	return names
}

func (s *shortcode) argument(name string) (argument, bool) {
	for _, a := range s.arguments {
		if a.name == name {
			return a, true
		}
	}
	return argument{}, false
}

func lexShortcodes(source []byte) []*shortcode {
	var found []*shortcode
	for at := 0; ; {
		next := bytes.Index(source[at:], []byte("{{"))
		if next < 0 {
			return found
		}
		at += next + len("{{")
		if at < len(source) && (source[at] == '<' || source[at] == '%') {
			s := lexShortcode(source, at-len("{{"))
			found = append(found, s)
			at = s.end
		}
	}
}

// lexShortcode reads the shortcode that begins at start.
func lexShortcode(source []byte, start int) *shortcode {
	closer := "%}}"
	if source[start+2] == '<' {
		closer = ">}}"
	}
	l := lexer{source: source, at: start + len("{{<")}
	s := &shortcode{fault: -1}
	s.start = start
	l.space()
	s.nameAt = l.at
	s.name = l.word()
	for {
		l.space()
		if l.accept(closer) || l.accept("/"+closer) {
			s.end = l.at
			return s
		}
		a, ok := l.argument()
		if !ok {
			s.fault = l.at
			s.end = l.recover(start, closer)
			return s
		}
		s.arguments = append(s.arguments, a)
	}
}

type lexer struct {
	source []byte
	at     int
}

func (l *lexer) space() {
	for l.at < len(l.source) && strings.IndexByte(" \t\n", l.source[l.at]) >= 0 {
		l.at++
	}
}

func (l *lexer) accept(s string) bool {
	ok := bytes.HasPrefix(l.source[l.at:], []byte(s))
	if ok {
		l.at += len(s)
	}
	return ok
}

// word reads letters, digits, - and _, and whatever else could be part of a
// name that isn't ours: all up to a space, a quote, = or a bracket.
func (l *lexer) word() string {
	start := l.at
	for l.at < len(l.source) {
		r, size := utf8.DecodeRune(l.source[l.at:])
		if unicode.IsSpace(r) || strings.ContainsRune("\"'`“”=<>%{}", r) {
			break
		}
		l.at += size
	}
	return string(l.source[start:l.at])
}

// argument reads name="value", name=`value` or name=value.
func (l *lexer) argument() (a argument, ok bool) {
	a.nameAt = l.at
	if a.name = l.word(); a.name == "" || !l.accept("=") {
		return a, false
	}
	for _, quote := range []string{`"`, "`"} {
		if l.accept(quote) {
			a.valueAt = l.at
			a.value, ok = l.until(quote)
			return a, ok
		}
	}
	a.valueAt = l.at
	a.value = l.word()
	return a, a.value != ""
}

// until reads up to quote, which must stand on the same line.
func (l *lexer) until(quote string) (string, bool) {
	stop := bytes.IndexAny(l.source[l.at:], quote+"\n")
	if stop < 0 || l.source[l.at+stop] == '\n' {
		return "", false
	}
	value := string(l.source[l.at : l.at+stop])
	l.at += stop + len(quote)
	return value, true
}

// recover returns where a shortcode that can't be read ends: after its closer
// if that stands before the line's end, else with the line.
func (l *lexer) recover(start int, closer string) int {
	line := len(l.source)
	if i := bytes.IndexByte(l.source[l.at:], '\n'); i >= 0 {
		line = l.at + i
	}
	if i := bytes.Index(l.source[start:line], []byte(closer)); i >= 0 {
		return max(start+i+len(closer), l.at)
	}
	return line
}

// checkShortcodes reports those that aren't ours, can't be read or stand where
// no figure can.
func (t *Tree) checkShortcodes(problems *diag.List) {
	shown := t.shownShortcodes()
	for _, s := range t.shortcodes {
		known, ok := argumentsOf[s.name]
		switch {
		case t.commented(s):
		case !ok:
			t.reportUnknown(s, problems)
		case s.fault >= 0:
			problems.Report(t.At(s.fault), shortcodeSyntax, s.name)
		case !shown[s]:
			problems.Report(t.At(s.start), misplacedShortcode, s.name)
		default:
			s.sound = t.checkArguments(s, known, problems)
		}
	}
}

// refuseShortcodes reports every one there is.
func (t *Tree) refuseShortcodes(problems *diag.List) {
	for _, s := range t.shortcodes {
		if !t.commented(s) {
			problems.Report(t.At(s.start), shortcodeInOfficialText)
		}
	}
}

func (t *Tree) commented(s *shortcode) bool {
	return slices.ContainsFunc(t.comments, func(c span) bool { return c.start < s.start && s.end <= c.end })
}

func (t *Tree) reportUnknown(s *shortcode, problems *diag.List) {
	note := problems.Report(t.At(s.start), unknownShortcode, s.name)
	note.DidYouMean(s.name, []string{pointShortcode, cellShortcode})
}

// shownShortcodes are those that became nodes of the tree outside of links and
// pictures, which can hold neither a figure's footnote nor its value.
func (t *Tree) shownShortcodes() map[*shortcode]bool {
	shown := map[*shortcode]bool{}
	var visit func(n ast.Node)
	visit = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link, *ast.Image:
			return
		case *figureNode:
			shown[n.shortcode] = true
		}
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			visit(child)
		}
	}
	visit(t.Root)
	return shown
}

func (t *Tree) checkArguments(s *shortcode, known []string, problems *diag.List) (sound bool) {
	sound = true
	for i, a := range s.arguments {
		switch earlier, _ := s.argument(a.name); {
		case !slices.Contains(known, a.name):
			sound = false
			problems.Report(t.At(a.nameAt), unknownArgument, s.name, a.name).DidYouMean(a.name, known)
		case earlier != s.arguments[i]:
			sound = false
			problems.Report(t.At(a.nameAt), repeatedArgument, a.name)
		}
	}
	if _, ok := s.argument(known[0]); !ok {
		sound = false
		problems.Report(t.At(s.start), missingArgument, s.name, known[0])
	}
	return sound
}
