package world

import (
	"regexp"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// names is who may not be named, and the values that never leave the files:
// what is written only there is told to nobody.
type names struct {
	withheld []string
	private  map[diag.Position]bool
}

// person notes a cell that names somebody. Without consent, or once it is
// withdrawn, the name may stand nowhere else. The day plays no part: consent
// given later than the as-of day makes no error.
func (n *names) person(v source.Value, p *model.NamedPerson) {
	n.keep(v)
	if p != nil && p.Name != "" && (p.Consent == nil || !p.Consent.Withdrawn.IsZero()) {
		n.withheld = append(n.withheld, p.Name)
	}
}

// keep notes a value that isn't published.
func (n *names) keep(v source.Value) { n.private[v.At()] = true }

// asPrinted are the files that say what the official document says; its words
// are public and never change.
var asPrinted = map[string]bool{"programme": true, "clauses": true}

// withheldNames reports every withheld name in what would be published: in the
// records, and in the pages of content/ but the official text.
func (l *loader) withheldNames() {
	if len(l.names.withheld) == 0 {
		return
	}
	seeker := nameSeeker(l.names.withheld)
	for _, topic := range source.Topics() {
		if file, ok := l.files.Topic(topic); ok && !asPrinted[topic] {
			file.Each(l.names.in(seeker))
		}
	}
	for _, folder := range []string{"classifications", "tasks", "indicators", "registers"} {
		for _, file := range l.files.Folder(folder) {
			file.Each(l.names.in(seeker))
		}
	}
	for _, page := range l.files.Pages() {
		if page.Path == officialText {
			continue
		}
		page.Front.Each(l.names.in(seeker))
		for _, at := range seeker.FindAllStringSubmatchIndex(page.Body, -1) {
			l.problems.Report(page.At(at[2]), withheldName)
		}
	}
}

func (n *names) in(seeker *regexp.Regexp) func(source.Value) bool {
	return func(v source.Value) bool {
		if n.private[v.At()] {
			return false
		}
		if v.IsScalar() && seeker.MatchString(v.Plain()) {
			v.Report(withheldName)
		}
		return true
	}
}

// nameSeeker finds names as whole words, however they are spaced, broken into
// lines, set in capitals or emphasised; its first group is the name.
func nameSeeker(all []string) *regexp.Regexp {
	const between = "[\\s\\p{Z}*_~`>]+"
	var patterns []string
	for _, name := range all {
		var words []string
		for _, word := range strings.Fields(name) {
			words = append(words, regexp.QuoteMeta(word))
		}
		patterns = append(patterns, strings.Join(words, between))
	}
	const noLetter = `[^\p{L}\p{M}\p{N}]`
	return regexp.MustCompile(`(?i)(?:^|` + noLetter + `)(` + strings.Join(patterns, "|") + `)(?:$|` + noLetter + `)`)
}
