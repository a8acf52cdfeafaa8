package site

import (
	"fmt"
	"slices"
	"strings"
	"time"

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
		f := e.tableFigure(t, e.tableGrid(t).geographies()[0])
		f.Href = e.tableAddress(t.Declared.ID)
		figures = append(figures, f)
	}
	return figures
}

// tableFigure is a table, or the part of it that is of one geography, as a
// chart of its latest year with all that belongs under it.
func (e *edition) tableFigure(t *workforce.Table, g *grid) *figure {
	f := e.gridFigure(g)
	f.Measure = e.measured(t)
	f.Sentence = e.gridSentence(g, e.T("measure_"+string(t.Declared.Measure)))
	f.Source = plain(e.T("statistics_source"))
	cross := e.crossTable(g)
	if len(t.Declared.Dimensions) == 1 {
		cross = e.withDerived(t, g, 0, cross)
	}
	f.Table = &cross
	f.chart = e.gridChart(g, f)
	return f
}

// gridFigure is what the figures of tables and series have in common.
func (e *edition) gridFigure(g *grid) *figure {
	return &figure{
		Anchor:       "hinh-" + g.declared.ID,
		Title:        e.Text(g.declared.Title),
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads(g.declared.ID),
		Illustrative: g.illustrative,
	}
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
	if series == x {
		series = "" // there is nothing else to tell apart
	}
	return x, series
}

func (e *edition) gridChart(g *grid, f *figure) *chart.Figure {
	kind := chart.Kind(g.declared.Chart.Kind)
	if !slices.Contains(chart.Kinds(), kind) {
		kind = chart.Bar
	}
	x, apart := axes(&g.declared, kind)
	drawn := e.figureOf(f, kind)
	drawn.Unit = g.unit
	drawn.Numbers.Decimals, drawn.Numbers.Suffix = g.numbers.Decimals, g.numbers.Suffix
	drawn.AxisName = e.dimensionName(x)
	along := g.positions(x)
	if kind == chart.Slope && x == model.Year && len(along) > 2 {
		along = []string{along[0], along[len(along)-1]}
	}
	drawn.Categories = e.names(x, along)
	for _, s := range g.positions(apart) {
		line := chart.Series{Name: e.positionName(apart, s)}
		for _, c := range along {
			line.Values = append(line.Values, g.value(map[model.Dimension]string{x: c, apart: s}))
		}
		drawn.Series = append(drawn.Series, line)
	}
	if x == model.Year {
		drawn.Breaks = e.gridBreaks(g, along)
	}
	if kind == chart.TileMap && !e.tiles(drawn, x, g.positions(x)) {
		drawn.Kind = chart.Bar
	}
	return drawn
}

// gridBreaks are the years from which on places were others.
func (e *edition) gridBreaks(g *grid, years []string) []chart.Break {
	var breaks []chart.Break
	for _, year := range g.years[1:] {
		if i := slices.Index(years, fmt.Sprint(year)); g.broken(year) && i > 0 {
			breaks = append(breaks, chart.Break{Before: i, Label: e.T("places_changed")})
		}
	}
	return breaks
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
		Dates: chart.Dates{
			Day:   func(t time.Time) string { return e.Date(model.DateOf(t)) },
			Month: func(t time.Time) string { return e.Period(model.Period{Year: t.Year(), Month: t.Month()}) },
			Axis:  func(t time.Time) string { return e.ShortMonth(t.Year(), t.Month()) },
		},
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

// percentSign is what the language writes behind a number of per cent.
func (e *edition) percentSign() string { return strings.TrimLeft(e.Percent(0), "0123456789.,") }

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
