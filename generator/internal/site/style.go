package site

import (
	"fmt"
	"slices"
	"strings"

	"congbo/generator/internal/locale"
)

// stylePage shows the look of the site: its tokens as the style sheets have
// them now, and every part that pages are made of, laid out by the same
// partials.
func (e *edition) stylePage() page {
	p := page{
		Key: "phong-cach", Path: sectionPath["style"], Nav: "style",
		Title:        e.T("section_style"),
		Description:  e.T("style_description"),
		Lead:         plain(e.T("style_lead")),
		Illustrative: true,
	}
	p.Parts = append(p.Parts, e.stylePrinciples(), e.colourTable(), e.dataColours(), e.sizeTable(), e.styleStates())
	return e.withPart(p, e.examples()...)
}

// stylePrinciples is what holds for the whole site.
func (e *edition) stylePrinciples() facts {
	list := facts{heading: heading{ID: "nguyen-tac", Heading: e.T("style_principles")}}
	for _, key := range []string{"text", "margin", "type", "colour", "wide", "print", "motion", "browsers"} {
		list.Facts = append(list.Facts, fact{e.T("style_" + key), [][]run{plain(e.T("style_" + key + "_text"))}})
	}
	return list
}

// intents is the colours that have a meaning, each with what it stands on.
var intents = []struct{ name, on string }{
	{"ink", "paper"}, {"ink-soft", "paper"}, {"link", "paper"}, {"underline", "paper"}, {"accent", "paper"}, {"on-accent", "accent"},
	{"rule", "paper"}, {"paper", "ink"}, {"paper-set-off", "ink"},
}

func (e *edition) colourTable() tablePart {
	t := table{Caption: e.T("style_colours_caption"), Columns: []column{
		{Name: e.T("style_token"), Head: true}, {Name: e.T("style_use")},
	}}
	for _, s := range schemes {
		t.Columns = append(t.Columns, column{Name: e.T(s.key()), Numeric: true})
	}
	for _, c := range intents {
		r := row{Cells: []cell{
			{Runs: []run{{Text: "■", Kind: "swatch swatch-" + c.name}, {Text: " " + c.name}}},
			{Runs: plain(e.T("style_use_" + key(c.name)))},
		}}
		for _, s := range schemes {
			values := e.look.in(s)
			r.Cells = append(r.Cells, cell{Runs: plain(values[c.name] + " · " + e.ratio(values[c.name], values[c.on]))})
		}
		t.Rows = append(t.Rows, r)
	}
	return tablePart{heading: heading{ID: "mau", Heading: e.T("style_colours"), Intro: plain(e.T("style_colours_intro"))}, Table: t}
}

func (s scheme) key() string {
	switch s {
	case scheme{dark: true}:
		return "style_dark"
	case scheme{moreContrast: true}:
		return "style_contrast"
	case scheme{dark: true, moreContrast: true}:
		return "style_dark_contrast"
	}
	return "style_light"
}

func (e *edition) ratio(a, b string) string {
	return e.T("style_ratio", locale.Args{"Ratio": e.Number(contrast(a, b), 1)})
}

// dataColours is the ordered colours of drawings.
func (e *edition) dataColours() tablePart {
	t := table{Caption: e.T("style_data_caption"), Columns: []column{
		{Name: e.T("style_token"), Head: true}, {Name: e.T("style_light"), Numeric: true}, {Name: e.T("style_dark"), Numeric: true},
	}}
	light, dark := e.look.in(scheme{}), e.look.in(scheme{dark: true})
	for _, name := range e.look.names("data-", "seq-") {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Runs: []run{{Text: "■", Kind: "swatch swatch-" + name}, {Text: " " + name}}},
			{Runs: plain(light[name] + " · " + e.ratio(light[name], light["paper"]))},
			{Runs: plain(dark[name] + " · " + e.ratio(dark[name], dark["paper"]))},
		}})
	}
	return tablePart{heading: heading{ID: "mau-so-lieu", Heading: e.T("style_data"), Intro: plain(e.T("style_data_intro"))}, Table: t}
}

// names is the tokens whose names begin with one of the prefixes, in order.
func (t tokens) names(prefixes ...string) []string {
	var names []string
	for _, r := range t {
		for _, name := range r.names {
			begins := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) })
			if begins && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

func (e *edition) sizeTable() tablePart {
	t := table{Caption: e.T("style_sizes_caption"), Blocks: true, Columns: []column{
		{Name: e.T("style_token"), Head: true}, {Name: e.T("style_value")}, {Name: e.T("style_sample")},
	}}
	values := e.look.in(scheme{})
	for _, name := range e.look.names("size-", "leading", "measure") {
		sample := run{Text: e.spoken("vi", e.T("style_sample_words")).Text, Kind: "sample sample-" + name}
		t.Rows = append(t.Rows, row{Cells: []cell{{Runs: plain(name)}, {Runs: plain(values[name])}, {Runs: []run{sample}}}})
	}
	return tablePart{heading: heading{ID: "co-chu", Heading: e.T("style_sizes"), Intro: plain(e.T("style_sizes_intro"))}, Table: t}
}

// styleStates is every mark with its sign and word.
func (e *edition) styleStates() entries {
	list := entries{heading: heading{ID: "dau", Heading: e.T("style_states"), Intro: plain(e.T("style_states_intro"))}}
	for _, group := range []struct {
		title, words, code string
		states             []string
	}{
		{"style_states_clauses", "state_", "", []string{"silent", "no-data", "active", "closed", "ended", "none"}},
		{"style_states_calendar", "schedule_", "", []string{"overdue", "due-soon", "not-due", "closed"}},
		{"style_states_reported", "reported_", "reported-", []string{"not-started", "under-way", "done", "stopped", "none"}},
		{"style_states_evidence", "proof_", "proof-", []string{"documented", "announced", "none"}},
	} {
		for i, state := range group.states {
			n := entry{Marks: []mark{{Code: group.code + state, Word: e.T(group.words + key(state))}}}
			if i == 0 {
				n.Title = e.T(group.title)
			}
			n.Lines = [][]run{{{Text: fmt.Sprintf(".mark-%s%s", group.code, state), Kind: "code"}}}
			list.Entries = append(list.Entries, n)
		}
	}
	return list
}
