package site

import (
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// clauseFigures is what can be drawn for a clause: its registers, and its
// indicators' latest values against their targets.
func (e *edition) clauseFigures(c tracking.Clause) []part {
	var parts []part
	for _, r := range e.registersOf(c.ID) {
		for _, f := range e.registerFigures(r) {
			f.Href = e.registerAddress(r.ID)
			parts = append(parts, f)
		}
	}
	for i, aimed := range e.aimedByUnit(c.Indicators) {
		parts = append(parts, e.targetsFigure(aimed, i))
	}
	if len(parts) > 0 {
		opening := parts[0].(*figure)
		opening.heading = heading{ID: "hinh", Heading: e.T("clause_figures")}
	}
	return parts
}

// aimedByUnit is the indicators that have targets, those of one unit together:
// only they can stand on one scale. A unit with a single one is drawn on that
// one's own page.
func (e *edition) aimedByUnit(indicators []*model.Indicator) [][]*model.Indicator {
	var units []string
	groups := map[string][]*model.Indicator{}
	for _, i := range indicators {
		if len(i.Targets) == 0 {
			continue
		}
		unit := e.Text(i.Unit)
		if !slices.Contains(units, unit) {
			units = append(units, unit)
		}
		groups[unit] = append(groups[unit], i)
	}
	var several [][]*model.Indicator
	for _, unit := range units {
		if len(groups[unit]) > 1 {
			several = append(several, groups[unit])
		}
	}
	return several
}

// targetsFigure sets the latest value of each indicator beside its latest
// target. Neither is made from the other; what is not known is left out.
func (e *edition) targetsFigure(indicators []*model.Indicator, place int) *figure {
	f := &figure{
		Anchor:   "hinh-muc-tieu" + []string{"", "-2", "-3", "-4", "-5"}[min(place, 4)],
		Title:    e.T("targets_figure"),
		Computed: e.Date(e.AsOf),
		Table:    &table{Caption: e.T("targets_figure")},
	}
	f.Table.Columns = []column{{Name: e.T("indicator"), Head: true}, {Name: e.T("targets_latest"), Numeric: true}, {Name: e.T("target"), Numeric: true}}
	f.chart = e.figureOf(f, chart.Bullet)
	f.chart.Unit = e.Text(indicators[0].Unit)
	measured := chart.Series{Name: e.T("targets_latest")}
	var points []model.Point
	known := 0
	for at, i := range indicators {
		value, latest := chart.Value{Status: chart.Missing}, cell{Runs: []run{{Text: e.T("unit_not_recorded"), Kind: "unknown"}}}
		if p, ok := last(i.Series); ok {
			value, latest = pointValue(p), cell{Runs: plain(e.pointIn(p))}
			points = append(points, p)
			f.chart.Numbers.Decimals = max(f.chart.Numbers.Decimals, p.Digits)
			known++
		}
		target, _ := last(i.Targets)
		points = append(points, target)
		f.chart.Categories = append(f.chart.Categories, e.Text(i.Title))
		measured.Values = append(measured.Values, value)
		f.chart.Targets = append(f.chart.Targets, chart.Target{Category: at, Value: pointValue(target)})
		f.Table.Rows = append(f.Table.Rows, row{Cells: []cell{{Runs: []run{e.to(i.Title, e.indicatorAddress(i.ID))}}, latest, {Runs: plain(e.pointIn(target))}}})
		f.Illustrative = f.Illustrative || i.Illustrative
	}
	f.chart.Series = []chart.Series{measured}
	f.Sentence = e.T("targets_sentence", locale.Args{"Targets": e.Int(len(indicators)), "Known": e.Int(known)})
	f.chart.Description, f.chart.Illustrative = f.Sentence, f.Illustrative
	f.Source = e.sourcesOf(points)
	return f
}

// pointIn is a point with its period.
func (e *edition) pointIn(p model.Point) string { return e.Point(p) + " (" + e.Period(p.Period) + ")" }
