package site

import (
	"strings"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

func (e *edition) indicatorsPage() page {
	var list []filed
	for i := range e.World.Indicators {
		indicator := &e.World.Indicators[i]
		list = append(list, filed{e.indicatorEntry(indicator), indicator.Clauses})
	}
	parts := e.bySection(list)
	if len(parts) == 0 {
		parts = []part{entries{Empty: e.T("indicators_empty")}}
	}
	return page{
		Key: "chi-tieu", Path: sectionPath["indicators"], Nav: "indicators",
		Title:       e.T("section_indicators"),
		Description: e.T("indicators_description"),
		Lead:        plain(e.T("indicators_lead")),
		Parts:       parts,
	}
}

func (e *edition) indicatorEntry(i *model.Indicator) entry {
	n := entry{
		Title: e.Text(i.Title),
		Href:  e.indicatorAddress(i.ID), Illustrative: i.Illustrative,
	}
	if latest, ok := last(i.Series); ok {
		n.Lines = append(n.Lines, plain(e.T("latest_value", locale.Args{"Period": e.Period(latest.Period), "Value": e.withUnit(i, latest)})))
	} else {
		n.Lines = append(n.Lines, plain(e.T("no_values")))
	}
	if target, ok := last(i.Targets); ok {
		n.Lines = append(n.Lines, plain(e.T("latest_target", locale.Args{"Period": e.Period(target.Period), "Value": e.withUnit(i, target)})))
	}
	return n
}

// last is the point with the latest period.
func last(points []model.Point) (model.Point, bool) {
	var latest model.Point
	for _, p := range points {
		if latest.Period.IsZero() || p.Period.Compare(latest.Period) > 0 {
			latest = p
		}
	}
	return latest, len(points) > 0
}

func (e *edition) withUnit(i *model.Indicator, p model.Point) string {
	return e.inUnit(p, e.Text(i.Unit))
}

// inUnit writes a point with its unit; the language says how percent stand.
func (e *edition) inUnit(p model.Point, unit string) string {
	switch unit {
	case "":
		return e.Point(p)
	case "%":
		return e.T("percent", locale.Args{"Number": e.Point(p)})
	}
	return e.Point(p) + " " + unit
}

func (e *edition) indicatorPage(i *model.Indicator) page {
	f := e.indicatorFigure(i)
	f.Title = "" // the page has it
	p := page{
		Key: "chi-tieu--" + i.ID, Path: "/chi-tieu/" + i.ID + "/", Nav: "indicators",
		Title:        e.Text(i.Title),
		Description:  e.T("indicator_description", locale.Args{"Title": e.Text(i.Title)}),
		Trail:        []run{linked(e.T("section_indicators"), e.address(sectionPath["indicators"]))},
		Lead:         []run{e.words(i.Definition)},
		Illustrative: i.Illustrative,
		Parts:        []part{f},
	}
	if len(i.Targets) > 0 {
		p.Parts = append(p.Parts, e.progress(i))
	}
	p.Parts = append(p.Parts, e.indicatorFacts(i))
	return e.withPart(p, e.correctionsOf(history.OfIndicator, i.ID)...)
}

func (e *edition) indicatorFacts(i *model.Indicator) facts {
	list := []fact{
		{e.T("unit"), [][]run{{e.words(i.Unit)}}},
		{e.T("method"), [][]run{{e.words(i.Method)}}},
	}
	// A quantity that nobody set out to move has no wanted direction.
	if len(i.Targets) > 0 || !i.Baseline.IsZero() {
		list = append(list, fact{e.T("direction"), [][]run{plain(e.T("direction_" + i.Direction))}})
	}
	if len(i.Clauses) > 0 {
		list = append(list, fact{e.T("task_clauses"), mapped(i.Clauses, e.clauseWithWords)})
	}
	if !i.Baseline.IsZero() {
		list = append(list, fact{e.T("baseline"), [][]run{plain(e.Period(i.Baseline))}})
	}
	for _, b := range i.Breaks {
		list = append(list, fact{e.T("break_from", locale.Args{"Period": e.Period(b.From)}), [][]run{{e.words(b.Reason)}}})
	}
	return facts{heading: heading{ID: "dinh-nghia", Heading: e.T("definition_and_method"), Place: atSide}, Facts: list}
}

// progress sets a value beside each target as numbers and their difference,
// never as a grade. A change is computed from the baseline only within one
// unbroken run.
func (e *edition) progress(i *model.Indicator) text {
	t := text{heading: heading{ID: "muc-tieu", Heading: e.T("targets")}}
	for _, target := range i.Targets {
		line := e.T("target_line", locale.Args{"Period": e.Period(target.Period), "Target": e.withUnit(i, target)})
		measured, ok := valueFor(i, target.Period)
		switch {
		case !ok:
			line += " " + e.T("no_values")
		case measured.Period == target.Period:
			line += " " + e.T("target_reached_in", locale.Args{"Period": e.Period(measured.Period), "Value": e.withUnit(i, measured)})
		default:
			line += " " + e.T("target_latest", locale.Args{"Period": e.Period(measured.Period), "Value": e.withUnit(i, measured)})
		}
		if ok && measured.Bound == "" && !broken(i, measured.Period, target.Period) {
			line += " " + e.T("target_distance", e.difference(i, bare(target), measured))
		}
		t.Paragraphs = append(t.Paragraphs, append(plain(line+" "), e.sourceNote(target)...))
	}
	latest, measured := last(i.Series)
	if base, ok := baseline(i); ok && measured && latest.Bound == "" && latest.Period != base.Period && !broken(i, base.Period, latest.Period) {
		args := e.difference(i, base, latest)
		args["From"], args["To"] = e.Period(base.Period), e.Period(latest.Period)
		t.Paragraphs = append(t.Paragraphs, plain(e.T("change_since", args)))
	}
	return t
}

// valueFor is the value at the period that a target is for or, where there is
// none, the latest.
func valueFor(i *model.Indicator, period model.Period) (model.Point, bool) {
	for _, p := range i.Series {
		if p.Period == period {
			return p, true
		}
	}
	return last(i.Series)
}

// bare is a target's number without its bound: how far off it is can be said,
// whether it has to be passed or only met.
func bare(target model.Point) model.Point {
	target.Bound = ""
	return target
}

// difference is what a subtraction of before from after says.
func (e *edition) difference(i *model.Indicator, before, after model.Point) locale.Args {
	unit := e.Text(i.Unit)
	if unit == "%" {
		unit = e.T("percentage_points")
	}
	return locale.Args{
		"Before": e.Point(before), "After": e.Point(after), "Unit": unit,
		"Change": strings.Replace(e.Number(after.Value-before.Value, max(before.Digits, after.Digits)), "-", "−", 1),
	}
}

func (e *edition) sourceNote(p model.Point) []run {
	if p.Source == "" {
		return nil
	}
	return []run{{Text: "("}, e.source(p.Source), {Text: ")"}}
}

// baseline is the exact value of the baseline period, if there is one.
func baseline(i *model.Indicator) (model.Point, bool) {
	for _, p := range i.Series {
		if !i.Baseline.IsZero() && p.Period == i.Baseline && p.Bound == "" {
			return p, true
		}
	}
	return model.Point{}, false
}

// broken reports whether a break lies after from and not after to.
func broken(i *model.Indicator, from, to model.Period) bool {
	for _, b := range i.Breaks {
		if b.From.Compare(from) > 0 && b.From.Compare(to) <= 0 {
			return true
		}
	}
	return false
}

// indicatorTable lists every point with what qualifies it.
func (e *edition) indicatorTable(i *model.Indicator) table {
	t := table{
		Caption: e.Text(i.Title), Blocks: true,
		Columns: []column{{Name: e.T("period"), Head: true}, {Name: e.valueHeading(i), Numeric: true}, {Name: e.T("note")}, {Name: e.T("source")}},
	}
	for _, p := range i.Series {
		t.Rows = append(t.Rows, e.pointRow(p, ""))
	}
	for _, p := range i.Targets {
		t.Rows = append(t.Rows, e.pointRow(p, e.T("target")))
	}
	return t
}

func (e *edition) valueHeading(i *model.Indicator) string {
	if unit := e.Text(i.Unit); unit != "" {
		return e.T("value_in", locale.Args{"Unit": unit})
	}
	return e.T("value")
}

func (e *edition) pointRow(p model.Point, kind string) row {
	var notes []string
	if kind != "" {
		notes = append(notes, kind)
	}
	if p.Preliminary {
		notes = append(notes, e.T("preliminary"))
	}
	if derived := e.Text(p.Derived); derived != "" {
		notes = append(notes, e.T("derived", locale.Args{"How": derived}))
	}
	value := cell{Runs: plain(e.Point(p))}
	if p.Preliminary {
		value.Status = "preliminary"
	}
	origin := cell{}
	if p.Source != "" {
		origin.Runs = []run{e.source(p.Source)}
	}
	return row{Cells: []cell{{Runs: plain(e.Period(p.Period))}, value, {Runs: plain(strings.Join(notes, "; "))}, origin}}
}

// sourcesOf is every source that the points name, each once.
func (e *edition) sourcesOf(points ...[]model.Point) []run {
	var runs []run
	seen := map[string]bool{}
	for _, list := range points {
		for _, p := range list {
			if p.Source != "" && !seen[p.Source] {
				seen[p.Source] = true
				runs = append(runs, e.source(p.Source))
			}
		}
	}
	if len(runs) == 0 {
		return plain(e.T("no_source"))
	}
	return separated(runs)
}
