package world

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// indicators reads data/indicators/, one indicator a file.
func (l *loader) indicators() {
	for _, file := range l.files.Folder("indicators") {
		if r, ok := l.record(file, Indicator); ok {
			l.world.Indicators = append(l.world.Indicators, l.indicator(r))
		}
	}
}

func (l *loader) indicator(r *source.Record) model.Indicator {
	defer r.Done()
	illustrative := l.mark(r) || l.whole["indicators"]
	indicator := model.Indicator{
		ID:           l.enterDataset(Indicator, r),
		Title:        r.Text("title", source.Required),
		Unit:         r.Text("unit", source.Required),
		Direction:    r.Enum("direction", source.Required, "up", "down"),
		Clauses:      l.refs(Clause, r.Refs("clauses", source.Required)),
		Definition:   r.Text("definition", source.Required),
		Method:       r.Text("method", source.Required),
		Baseline:     r.Period("baseline", source.Optional),
		Targets:      l.points(r, "targets", source.Optional, illustrative),
		Series:       l.points(r, "series", source.Required, illustrative),
		Breaks:       breaks(r),
		Illustrative: illustrative,
	}
	checkBaseline(r, indicator)
	return indicator
}

func breaks(r *source.Record) []model.Break {
	var breaks []model.Break
	for _, b := range r.Records("breaks", source.Optional) {
		breaks = append(breaks, model.Break{From: b.Period("from", source.Required), Reason: b.Text("reason", source.Required)})
		b.Done()
	}
	slices.SortStableFunc(breaks, func(a, b model.Break) int { return a.From.Compare(b.From) })
	return breaks
}

// checkBaseline warns of a baseline at which nothing was measured.
func checkBaseline(r *source.Record, i model.Indicator) {
	at := func(p model.Point) bool { return p.Period == i.Baseline }
	if !i.Baseline.IsZero() && !slices.ContainsFunc(i.Series, at) {
		r.Report("baseline", baselineWithoutPoint, i.Baseline)
	}
}
