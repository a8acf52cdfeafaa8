package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// A coming is a day ahead of the as-of day, and what it is the day for.
type coming struct {
	date  model.Date
	lines [][]run
	illus bool
}

// calendarPage says what is next due when, and up to when figures are there.
func (e *edition) calendarPage() page {
	list := timeline{heading: heading{ID: "den-han", Heading: e.T("calendar_ahead")}, Empty: e.T("calendar_none")}
	for _, d := range e.ahead() {
		if d.illus {
			d.lines[0] = append(d.lines[0], run{Text: " "}, run{Text: e.T("illustrative"), Kind: "illustrative"})
		}
		list.Entries = append(list.Entries, moment{Date: e.Date(d.date), DateTime: d.date.String(), Due: d.date.String(), Lines: d.lines})
	}
	return page{
		Key: "lich", Path: sectionPath["calendar"], Nav: "calendar",
		Title:       e.T("section_calendar"),
		Description: e.T("calendar_description"),
		Lead:        plain(e.T("calendar_lead")),
		Notice:      e.notice(),
		Parts:       []part{list, e.freshness()},
	}
}

// ahead is every day to come that the records name, the nearest first.
func (e *edition) ahead() []coming {
	all := slices.Concat(e.dutiesAhead(), e.tasksAhead(), e.targetsAhead(), e.rowsAhead())
	if end := e.World.Programme.ValidTo; !end.IsZero() {
		all = append(all, coming{date: end, lines: [][]run{{linked(e.T("section_programme"), e.address(sectionPath["programme"])), {Text: ": " + e.T("calendar_ends")}}}})
	}
	all = slices.DeleteFunc(all, func(d coming) bool { return !d.date.After(e.AsOf) })
	slices.SortStableFunc(all, func(a, b coming) int { return a.date.Compare(b.date) })
	return all
}

func (e *edition) dutiesAhead() []coming {
	var all []coming
	for _, c := range e.Report.Clauses {
		if c.State == tracking.Active {
			title := linked(e.T("document_anchor", locale.Args{"ID": c.ID}), e.clauseAddress(c.ID))
			all = append(all, coming{c.NextDue, [][]run{{title, {Text: ": " + e.T("calendar_act")}}, {e.words(c.Quote)}}, c.Illustrative})
		}
	}
	return all
}

func (e *edition) tasksAhead() []coming {
	var all []coming
	for _, t := range e.Report.Tasks {
		if t.Schedule == tracking.Closed {
			continue
		}
		title := e.to(t.Title, e.taskAddress(t.ID))
		all = append(all,
			coming{t.Plan.Start, [][]run{{title, {Text: ": " + e.T("calendar_begins")}}}, t.Illustrative},
			coming{t.Due, [][]run{{title, {Text: ": " + e.T("calendar_due")}}}, t.Illustrative})
	}
	return all
}

func (e *edition) targetsAhead() []coming {
	var all []coming
	for i := range e.World.Indicators {
		r := &e.World.Indicators[i]
		for _, p := range r.Targets {
			line := []run{e.to(r.Title, e.indicatorAddress(r.ID)), {Text: ": " + e.T("calendar_target", locale.Args{"Value": e.withUnit(r, p)})}}
			all = append(all, coming{p.Period.End(), [][]run{line}, r.Illustrative || p.Illustrative})
		}
	}
	return all
}

// rowsAhead is what registers promise for a later day: dates beside the first,
// which says when the row happened.
func (e *edition) rowsAhead() []coming {
	var all []coming
	for i := range e.World.Registers {
		r := &e.World.Registers[i]
		first := r.DateColumn()
		for _, record := range r.RowsUpTo(e.AsOf) {
			for _, c := range r.PublicColumns() {
				if date := record.Values[c.ID].Date; c.Type == model.DateColumn && c.ID != first && !date.IsZero() {
					line := []run{e.to(r.Title, e.registerAddress(r.ID)), {Text: ": "}, e.words(c.Title)}
					all = append(all, coming{date, [][]run{line}, r.Illustrative || record.Illustrative})
				}
			}
		}
	}
	return all
}

// freshness says up to when there are figures, and what a next one would be
// for.
func (e *edition) freshness() tablePart {
	t := table{Caption: e.T("calendar_fresh"), Blocks: true, Columns: []column{
		{Name: e.T("calendar_figures"), Head: true}, {Name: e.T("calendar_latest")}, {Name: e.T("calendar_next")},
	}}
	add := func(title run, latest, next string) {
		t.Rows = append(t.Rows, row{Cells: []cell{{Runs: []run{title}}, {Runs: plain(latest)}, {Runs: plain(next)}}})
	}
	for _, table := range e.Tables.Tables {
		if len(table.Years) > 0 {
			year := slices.Max(table.Years)
			next := e.T("calendar_counted", locale.Args{"Date": e.Date(model.EndOfYear(year + 1))})
			add(e.to(table.Declared.Title, e.tableAddress(table.Declared.ID)), fmt.Sprint(year), next)
		}
	}
	for i := range e.World.Indicators {
		r := &e.World.Indicators[i]
		if p, ok := last(r.Series); ok {
			add(e.to(r.Title, e.indicatorAddress(r.ID)), e.Period(p.Period), e.T("calendar_unannounced"))
		}
	}
	return tablePart{heading: heading{ID: "so-lieu", Heading: e.T("calendar_fresh"), Intro: plain(e.T("calendar_fresh_intro"))}, Table: t}
}
