package site

import (
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// indicatorFigure draws an indicator's points and targets over time, without a
// line across a break.
func (e *edition) indicatorFigure(i *model.Indicator) *figure {
	f := &figure{
		Anchor:       "hinh-" + i.ID,
		Title:        e.Text(i.Title),
		Sentence:     e.indicatorSentence(i),
		Source:       e.sourcesOf(i.Series, i.Targets),
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads(i.ID),
		TableOpen:    true,
		Illustrative: i.Illustrative,
	}
	points := e.indicatorTable(i)
	f.Table = &points
	if len(i.Series)+len(i.Targets) > 0 {
		f.chart = e.indicatorChart(i, f)
	}
	return f
}

func (e *edition) indicatorSentence(i *model.Indicator) string {
	series := inOrder(i.Series)
	unit := e.Text(i.Unit)
	switch {
	case len(series) > 0:
		return e.overTimeSentence(series[0], series[len(series)-1], unit)
	case len(i.Targets) > 0:
		target, _ := last(i.Targets)
		return e.T("targets_only_sentence", locale.Args{"Period": e.Period(target.Period), "Value": e.withUnit(i, target)})
	}
	return e.T("no_values")
}

func inOrder(points []model.Point) []model.Point {
	sorted := slices.Clone(points)
	slices.SortStableFunc(sorted, func(a, b model.Point) int { return a.Period.Compare(b.Period) })
	return sorted
}

// indicatorChart has one category a period, so that targets stand at theirs.
func (e *edition) indicatorChart(i *model.Indicator, f *figure) *chart.Figure {
	drawn := e.figureOf(f, chart.Line)
	drawn.Unit = e.Text(i.Unit)
	drawn.AxisName = e.T("period")
	periods := periodsOf(i)
	drawn.Categories = mapped(periods, e.Period)
	values := slices.Repeat([]chart.Value{{Status: chart.Missing}}, len(periods))
	for _, p := range i.Series {
		values[slices.Index(periods, p.Period)] = pointValue(p)
		drawn.Numbers.Decimals = max(drawn.Numbers.Decimals, p.Digits)
	}
	drawn.Series = []chart.Series{{Name: f.Title, Values: values}}
	for _, p := range i.Targets {
		drawn.Targets = append(drawn.Targets, chart.Target{Category: slices.Index(periods, p.Period), Value: pointValue(p)})
		drawn.Numbers.Decimals = max(drawn.Numbers.Decimals, p.Digits)
	}
	for _, b := range i.Breaks {
		if at := slices.IndexFunc(periods, func(p model.Period) bool { return p.Compare(b.From) >= 0 }); at > 0 {
			drawn.Breaks = append(drawn.Breaks, chart.Break{Before: at, Label: e.T("drawing_break")})
		}
	}
	return drawn
}

// periodsOf is every period of the series and targets, in order. Years are
// filled up, so that a gap in time is a gap in the drawing.
func periodsOf(i *model.Indicator) []model.Period {
	var periods []model.Period
	for _, p := range inOrder(slices.Concat(i.Series, i.Targets)) {
		if !slices.Contains(periods, p.Period) {
			periods = append(periods, p.Period)
		}
	}
	return withYearsBetween(periods)
}

// longestGap is how many years without a value a drawing still shows.
const longestGap = 10

func withYearsBetween(periods []model.Period) []model.Period {
	var filled []model.Period
	for i, p := range periods {
		if i > 0 && annual(p) && annual(periods[i-1]) && p.Year-periods[i-1].Year <= longestGap {
			for year := periods[i-1].Year + 1; year < p.Year; year++ {
				filled = append(filled, model.Period{Year: year})
			}
		}
		filled = append(filled, p)
	}
	return filled
}

func annual(p model.Period) bool { return p.Month == 0 && p.Day == 0 }

var bounds = map[model.Bound]chart.Bound{
	"": chart.Exact, model.AtLeast: chart.AtLeast, model.MoreThan: chart.MoreThan, model.About: chart.About,
}

func pointValue(p model.Point) chart.Value {
	v := chart.Value{Number: p.Value, Bound: bounds[p.Bound]}
	if p.Preliminary {
		v.Status = chart.Preliminary
	}
	return v
}
