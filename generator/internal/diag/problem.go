// Package diag describes what is wrong in the data and content that a site is
// made from. Rules go in with a position; out come messages in the language of
// the person at the keyboard, as text with the faulty line and a caret, or as
// JSON. It imports nothing of ours and refuses nothing: a fault in the program
// itself is a Go error and never passes through here.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

// Position is a place in a file of the site. File is slash-separated and
// relative to the site; Line and Column count from 1, Column in characters of
// the file as saved. Line is 0 where the file as a whole is meant, Column where
// it can't be known.
type Position struct {
	File         string
	Line, Column int
}

// Severity tells whether a problem keeps the site from being published.
type Severity string

// The two severities; the words are part of the output and not translated.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// A Phrase is one sentence in each language of messages; the verbs are those
// of fmt, the same in number and order (or indexed) in both.
type Phrase struct{ Vi, En string }

func (p Phrase) in(lang string, args []any) string {
	format := p.Vi
	if lang == "en" {
		format = p.En
	}
	if format == "" || len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// A Rule is one kind of fault: its code (stable, never translated), how bad it
// is, what is said of it and, where the same advice always helps, what to do.
type Rule struct {
	Code     string
	Severity Severity
	Message  Phrase
	Hint     Phrase
}

// A Problem is a rule broken at a place.
type Problem struct {
	Position
	Rule *Rule
	args []any
	hint *hint
}

type hint struct {
	phrase Phrase
	args   []any
}

// Message is what is wrong, in lang ("vi" or "en").
func (p Problem) Message(lang string) string { return p.Rule.Message.in(lang, p.args) }

// Hint is what to do about it, in lang; empty where there is nothing to say.
func (p Problem) Hint(lang string) string {
	if p.hint != nil {
		return p.hint.phrase.in(lang, p.hint.args)
	}
	return p.Rule.Hint.in(lang, nil)
}

// List collects the problems of one run. The zero value is ready and safe for
// use by several goroutines.
type List struct {
	mu       sync.Mutex
	problems []Problem
}

// Report notes that rule is broken at pos; args fill the verbs of its message.
// The returned Note can replace the rule's hint.
func (l *List) Report(pos Position, rule *Rule, args ...any) Note {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.problems = append(l.problems, Problem{Position: pos, Rule: rule, args: args})
	return Note{l, len(l.problems) - 1}
}

// A Note is a problem just reported, open for a hint of its own.
type Note struct {
	list  *List
	index int
}

// Hint replaces the rule's hint for this problem.
func (n Note) Hint(phrase Phrase, args ...any) {
	n.list.mu.Lock()
	defer n.list.mu.Unlock()
	n.list.problems[n.index].hint = &hint{phrase, args}
}

// DidYouMean hints at the candidate that is spelled most like word, if one is
// near enough to be meant.
func (n Note) DidYouMean(word string, candidates []string) {
	if near := Nearest(word, candidates); near != "" {
		n.Hint(Phrase{Vi: "có phải ý bạn là «%s»?", En: "did you mean %q?"}, near)
	}
}

// Problems returns what was reported, sorted by place and code, each once.
func (l *List) Problems() []Problem {
	l.mu.Lock()
	defer l.mu.Unlock()
	sorted := slices.Clone(l.problems)
	slices.SortStableFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Problem) bool { return compare(a, b) == 0 })
}

func compare(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Rule.Code, b.Rule.Code),
		cmp.Compare(a.Message("en"), b.Message("en")),
	)
}

// HasErrors reports whether anything in the list keeps the site from being
// published.
func (l *List) HasErrors() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(l.problems, func(p Problem) bool { return p.Rule.Severity == Error })
}

// rules holds every rule that a room has defined, for the documentation and
// for the test that each has a story.
var rules []*Rule

// Define makes a rule known; rooms call it when they are initialised.
func Define(rule Rule) *Rule {
	rules = append(rules, &rule)
	return &rule
}

// Rules returns every rule of the program, sorted by code and words.
func Rules() []*Rule {
	sorted := slices.Clone(rules)
	slices.SortFunc(sorted, func(a, b *Rule) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message.En, b.Message.En))
	})
	return sorted
}
