package site

import (
	"slices"
	"strings"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// A saying is a change in the words of an edition.
type saying struct {
	change   *history.Change
	id       string // stays with the change, for feeds
	href     string // where a reader sees it
	headline []run  // of what, and what became of it
	lines    [][]run
}

// retell says every change of the site's past that the edition shows, the
// latest first.
func (e *edition) retell() []saying {
	var said []saying
	timeline := e.History.Timeline
	for i, id := range history.EntryIDs(timeline) {
		c := &timeline[i]
		if c.Of == history.OfNews && !e.showsNews(c.ID) {
			continue
		}
		subject := e.subject(c)
		s := saying{change: c, id: id, href: subject.Href, lines: e.details(c)}
		s.headline = append(s.headline, subject)
		if c.Of != history.OfNews {
			s.headline = append(s.headline, run{Text: ": " + e.became(c)})
		}
		if s.href == "" {
			s.href = e.address(sectionPath["changes"])
		}
		said = append(said, s)
	}
	return said
}

// about is the sayings that a test picks.
func (e *edition) about(picks func(*history.Change) bool) []saying {
	return slices.DeleteFunc(slices.Clone(e.past), func(s saying) bool { return !picks(s.change) })
}

func (e *edition) showsNews(address string) bool {
	return slices.ContainsFunc(e.news(), func(a *Article) bool { return a.path() == "/"+address })
}

// subject leads to the record that a change is of, or names one that is gone.
func (e *edition) subject(c *history.Change) run {
	r := e.words(c.Title)
	switch {
	case c.Of == history.OfNews:
		a := e.news()[slices.IndexFunc(e.news(), func(a *Article) bool { return a.path() == "/"+c.ID })]
		return run{Text: e.inItsLanguage(a, a.Title), Href: e.address(a.path())}
	case c.Of == history.OfClause:
		r.Text = e.T("document_anchor", locale.Args{"ID": c.ID})
	case r.Text == "":
		r.Text = e.T("corrected_"+string(c.Of)) + " " + c.ID
	}
	if e.index.has(c.Of, c.ID) {
		r.Href = e.recordAddress(string(c.Of), c.ID)
	}
	return r
}

// has reports whether there is a page of a record.
func (x *index) has(of history.Subject, id string) bool {
	switch of {
	case history.OfTask:
		return x.tasks[id] != nil
	case history.OfClause:
		return x.clauses[id] != nil
	case history.OfRegister:
		return x.registers[id] != nil
	case history.OfIndicator:
		return x.indicators[id] != nil
	case history.OfTable:
		return x.tables[id] != nil
	}
	return false
}

// recordAddress is where the page of a record stands.
func (e *edition) recordAddress(of, id string) string {
	return map[string]func(string) string{
		"task": e.taskAddress, "indicator": e.indicatorAddress, "register": e.registerAddress,
		"clause": e.clauseAddress, "table": e.tableAddress,
	}[of](id)
}

// became says what became of a record, or of a part of it.
func (e *edition) became(c *history.Change) string {
	if entry, _, ok := e.addedEntry(c); ok {
		return e.entryWord(entry)
	}
	return e.T("change_"+string(c.Kind), locale.Args{"What": e.field(c.Field)})
}

// field says which part of a record. Corrections name parts as press staff
// wrote them.
func (e *edition) field(name string) string {
	name, rest, _ := strings.Cut(strings.TrimSpace(name), ".")
	at, _, _ := strings.Cut(rest, ".")
	if p, err := model.ParsePeriod(name); err == nil {
		return e.T("field_year", locale.Args{"At": e.Period(p)})
	}
	if !slices.Contains(fields, name) {
		return name
	}
	if p, err := model.ParsePeriod(at); err == nil {
		at = e.Period(p)
	}
	if name == "plan" {
		at = ""
	}
	return e.T("field_"+name, locale.Args{"At": at})
}

// fields are the parts of records that changes name.
var fields = []string{
	"cadence", "clauses", "columns", "evidence", "kind", "lead", "log", "plan", "quote", "rows", "series", "targets", "title",
}

// details says in a few short lines all that there is to say.
func (e *edition) details(c *history.Change) [][]run {
	switch {
	case c.Correction != nil:
		return e.correctionLines(c.Correction)
	case c.Affected > 0:
		return [][]run{plain(e.T("change_cells", locale.Args{"Cells": e.Int(c.Affected)}))}
	case c.Kind == history.Changed:
		return e.wasAndNow(c)
	case c.Kind != history.Added:
		return nil
	}
	if entry, t, ok := e.addedEntry(c); ok {
		return e.entryLines(t, entry, c.Entry.Recorded.Date)
	}
	switch list, period, _ := strings.Cut(c.Field, "."); list {
	case "series", "targets":
		return e.addedPoint(c, list, period)
	case "rows":
		return e.addedRow(c)
	}
	return nil
}

// wasAndNow is for parts that are words or names; of all others it is enough
// to say that they changed.
func (e *edition) wasAndNow(c *history.Change) [][]run {
	value := map[string]func(string) run{
		"title":   func(text string) run { return e.spoken(e.World.Site.Languages[0], text) },
		"clauses": func(text string) run { return run{Text: text} },
		"kind":    func(kind string) run { return run{Text: e.T("kind_" + kind)} },
		"lead": func(id string) run {
			if e.index.agencies[id] == nil {
				return run{Text: id}
			}
			return e.agency(id)
		},
	}[c.Field]
	if value == nil {
		return nil
	}
	return [][]run{
		{{Text: e.T("corrected_was") + ": "}, value(c.Was)},
		{{Text: e.T("corrected_now") + ": "}, value(c.Now)},
	}
}

func (e *edition) addedPoint(c *history.Change, list, period string) [][]run {
	i := e.index.indicators[c.ID]
	if i == nil {
		return nil
	}
	points := i.Series
	if list == "targets" {
		points = i.Targets
	}
	at := slices.IndexFunc(points, func(p model.Point) bool { return p.Period.String() == period })
	if at < 0 {
		return nil
	}
	return [][]run{plain(e.withUnit(i, points[at]))}
}

// addedRow is the first words of a new row.
func (e *edition) addedRow(c *history.Change) [][]run {
	r := e.index.registers[c.ID]
	if r == nil || c.Number > len(r.RowsUpTo(e.AsOf)) {
		return nil
	}
	row := r.RowsUpTo(e.AsOf)[c.Number-1]
	for _, column := range r.PublicColumns() {
		if text := row.Values[column.ID].Text; column.Type == model.TextColumn && len(text) > 0 {
			return [][]run{{e.words(text)}}
		}
	}
	return nil
}

// moment is a saying in a list of dated entries.
func (e *edition) moment(s saying) moment {
	headline := s.headline
	if s.change.Illustrative {
		headline = append(slices.Clone(headline), run{Text: " "}, run{Text: e.T("illustrative"), Kind: "illustrative"})
	}
	return moment{
		Date: e.Date(s.change.Date), DateTime: s.change.Date.String(),
		Lines: append([][]run{headline}, s.lines...),
	}
}
