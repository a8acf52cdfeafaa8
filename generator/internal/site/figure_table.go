package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// homeFigureCount is how many tables the home page draws: the first declared.
const homeFigureCount = 3

func (e *edition) homeFigures() []*figure {
	var figures []*figure
	for _, t := range e.Tables.Tables[:min(homeFigureCount, len(e.Tables.Tables))] {
		f := e.tableFigure(t)
		f.Href = e.tableAddress(t.Declared.ID)
		figures = append(figures, f)
	}
	return figures
}

// tableFigure is a table as a chart of its latest year with all that belongs
// under it.
func (e *edition) tableFigure(t *workforce.Table) *figure {
	year := latestYear(t)
	f := &figure{
		Anchor:       "hinh-" + t.Declared.ID,
		Title:        e.Text(t.Declared.Title),
		Measure:      e.measured(t),
		Sentence:     e.tableSentence(t),
		Source:       plain(e.T("statistics_source")),
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads(t.Declared.ID),
		Illustrative: t.Illustrative,
	}
	cross := e.crossTable(t, year)
	f.Table = &cross
	f.chart = e.tableChart(t, f)
	return f
}

// needsSeries are the kinds that show nothing without a second dimension.
var needsSeries = []chart.Kind{
	chart.StackedBar, chart.Line, chart.Area, chart.HeatMap, chart.Pyramid, chart.SmallMultiples, chart.Slope, chart.Matrix,
}

// overTime are the kinds whose categories are points in time unless the data
// say otherwise.
var overTime = []chart.Kind{chart.Line, chart.Area, chart.Slope}

// axes decides what runs along a drawing and what makes its series: what the
// table declares, else its first dimensions in order, else the years.
func axes(t *model.Table, kind chart.Kind) (x, series model.Dimension) {
	x, series = t.Chart.X, t.Chart.Series
	free := slices.DeleteFunc(slices.Clone(t.Dimensions), func(d model.Dimension) bool { return d == x || d == series })
	next := func() model.Dimension {
		if len(free) == 0 {
			return model.Year
		}
		d := free[0]
		free = free[1:]
		return d
	}
	wanted := series == "" && slices.Contains(needsSeries, kind)
	if x == "" && (slices.Contains(overTime, kind) || wanted && len(free) == 1) && series != model.Year {
		x = model.Year
	}
	if x == "" {
		x = next()
	}
	if wanted {
		series = next()
	}
	return x, series
}

func (e *edition) tableChart(t *workforce.Table, f *figure) *chart.Figure {
	kind := chart.Kind(t.Declared.Chart.Kind)
	if !slices.Contains(chart.Kinds(), kind) {
		kind = chart.Bar
	}
	x, series := axes(&t.Declared, kind)
	drawn := e.figureOf(f, kind)
	drawn.Unit = e.T("people")
	drawn.AxisName = e.T("dimension_" + key(string(x)))
	drawn.Categories = e.names(x, e.positions(t, x))
	for _, s := range e.positions(t, series) {
		line := chart.Series{Name: e.positionName(series, s)}
		for _, c := range e.positions(t, x) {
			line.Values = append(line.Values, e.value(t, map[model.Dimension]string{x: c, series: s}))
		}
		drawn.Series = append(drawn.Series, line)
	}
	if kind == chart.TileMap && !e.tiles(drawn, x, e.positions(t, x)) {
		drawn.Kind = chart.Bar
	}
	return drawn
}

// figureOf is a drawing of a kind with the words that every drawing needs.
func (e *edition) figureOf(f *figure, kind chart.Kind) *chart.Figure {
	return &chart.Figure{
		ID:           f.Anchor,
		Kind:         kind,
		Title:        f.Title,
		Description:  f.Sentence,
		Illustrative: f.Illustrative,
		Numbers:      chart.Numbers{Decimal: e.DecimalSign(), Group: e.GroupSign()},
		Words: chart.Words{
			Illustrative: e.T("illustrative_band"),
			Withheld:     e.T("withheld"),
			Missing:      e.T("drawing_missing"),
			Preliminary:  e.T("preliminary"),
			Forecast:     e.T("drawing_forecast"),
			Target:       e.T("target"),
			Planned:      e.T("drawing_planned"),
			Alert:        e.T("schedule_overdue"),
			Today:        e.T("drawing_today"),
			Yes:          e.T("drawing_yes"),
			No:           e.T("drawing_no"),
			Nothing:      e.T("no_values"),
			AllWithheld:  e.T("drawing_all_withheld"),
		},
	}
}

// positions is the codes of a dimension, or the years; one empty position for
// no dimension.
func (e *edition) positions(t *workforce.Table, d model.Dimension) []string {
	switch d {
	case "":
		return []string{""}
	case model.Year:
		return mapped(t.Years, func(y int) string { return fmt.Sprint(y) })
	}
	return t.Codes(latestYear(t), slices.Index(t.Declared.Dimensions, d))
}

func (e *edition) positionName(d model.Dimension, position string) string {
	switch d {
	case "":
		return ""
	case model.Year:
		return position
	}
	return e.codeName(d, position).Text
}

func (e *edition) names(d model.Dimension, positions []string) []string {
	return mapped(positions, func(p string) string { return e.positionName(d, p) })
}

// value is one published cell: what the positions don't name stands at its
// total, the year at its latest.
func (e *edition) value(t *workforce.Table, at map[model.Dimension]string) chart.Value {
	year := latestYear(t)
	if y, named := at[model.Year]; named {
		fmt.Sscan(y, &year)
	}
	codes := make([]string, len(t.Declared.Dimensions))
	for i, d := range t.Declared.Dimensions {
		codes[i] = workforce.Total
		if code, named := at[d]; named {
			codes[i] = code
		}
	}
	count, withheld, ok := t.Value(codes, year)
	switch {
	case !ok:
		return chart.Value{Status: chart.Missing}
	case withheld:
		return chart.Value{Status: chart.Withheld}
	}
	return chart.Value{Number: float64(count)}
}

// tiles gives each category its place on the map, and reports whether all have
// one.
func (e *edition) tiles(f *chart.Figure, d model.Dimension, places []string) bool {
	if d != model.ByLocality {
		return false
	}
	for _, id := range places {
		tile := e.index.localities[id].Tile
		if tile == nil {
			return false
		}
		f.Tiles = append(f.Tiles, chart.Tile{Column: tile.Column, Row: tile.Row})
	}
	return len(places) > 0
}

// overTimeSentence says a first and a last value, or the only one.
func (e *edition) overTimeSentence(first, last model.Point, unit string) string {
	write := func(p model.Point) string { return e.inUnit(p, unit) }
	if first.Period == last.Period {
		return e.T("point_sentence", locale.Args{"Period": e.Period(last.Period), "Value": write(last)})
	}
	return e.T("points_sentence", locale.Args{
		"First": e.Period(first.Period), "Before": write(first),
		"Last": e.Period(last.Period), "After": write(last),
	})
}
