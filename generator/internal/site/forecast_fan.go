package site

import (
	"fmt"
	"math"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/forecast"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
)

// fanFigures draws every series of a dimension, under one heading.
func (e *edition) fanFigures(d model.Dimension) []part {
	var parts []part
	for i, s := range e.Forecast.Of(d) {
		f := e.fanFigure(s, e.codeName(s.Dimension, s.Code).Text)
		if i%fanCount == 0 {
			f.heading = heading{ID: "theo-" + string(d), Heading: e.T("forecast_by_" + string(d))}
		}
		parts = append(parts, f)
	}
	return parts
}

// fanFigure draws one series: the years counted, then the median of each
// scenario, with the bands of the first.
func (e *edition) fanFigure(s forecast.Series, title string) *figure {
	f := &figure{
		Anchor:       "hinh-" + anchorOf(s),
		Title:        title,
		Measure:      e.T("forecast_measure"),
		Source:       []run{linked(e.T("statistics_source"), e.address(sectionPath["statistics"]))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloadsAt(opendata.ForecastPath),
		Illustrative: e.Forecast.Illustrative,
	}
	if s.Fans == nil {
		f.Sentence = e.reason(s.Reason)
		return f
	}
	f.Sentence = e.fanSentence(s)
	f.chart = e.fanChart(s, f)
	f.Table = e.fanTable(s, title)
	return f
}

// toldEvery is how many years lie between the rows of a fan's table; the
// dataset has all of them.
const toldEvery = 5

// told reports whether a fan's table tells of a year: the horizons, and every
// fifth.
func (e *edition) told(year int) bool {
	return year%toldEvery == 0 || slices.Contains(e.Forecast.Horizons, year)
}

// fanTable is the bands of the first scenario and the medians of the others.
func (e *edition) fanTable(s forecast.Series, title string) *table {
	t := &table{Caption: title, Columns: []column{{Name: e.T("axis_year"), Head: true}}}
	for _, scenario := range e.Forecast.Scenarios {
		t.Columns = append(t.Columns, column{Name: e.Text(scenario.Title), Numeric: true})
	}
	if s.Growth != nil {
		t.Columns = append(t.Columns, column{Name: e.T("forecast_growth"), Numeric: true})
	}
	for i, year := range e.Forecast.Years {
		if !e.told(year) {
			continue
		}
		r := row{Cells: []cell{{Runs: plain(fmt.Sprint(year))}}}
		for j, fan := range s.Fans {
			words := e.Int(fan[i].Median)
			if j == 0 {
				words = e.bandWords(fan[i])
			}
			r.Cells = append(r.Cells, cell{Runs: plain(words), Status: "forecast"})
		}
		if s.Growth != nil {
			r.Cells = append(r.Cells, cell{Runs: plain(e.Int(s.Growth[i])), Status: "forecast"})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func (e *edition) bandWords(b forecast.Bands) string {
	return e.T("forecast_bands", locale.Args{"Median": e.Int(b.Median), "Low": e.Int(b.Low90), "High": e.Int(b.High90)})
}

func anchorOf(s forecast.Series) string {
	if s.Dimension == "" {
		return "tong"
	}
	return string(s.Dimension) + "-" + clauseSlug(s.Code)
}

func (e *edition) fanSentence(s forecast.Series) string {
	horizon := e.Forecast.Horizons[len(e.Forecast.Horizons)-1]
	b := e.bandsIn(s, 0, horizon)
	return e.T("forecast_sentence", locale.Args{
		"Year": fmt.Sprint(horizon), "Scenario": e.Text(e.Forecast.Scenarios[0].Title),
		"Median": e.Int(b.Median), "Low": e.Int(b.Low90), "High": e.Int(b.High90),
	})
}

func (e *edition) bandsIn(s forecast.Series, scenario, year int) forecast.Bands {
	return s.Fans[scenario][slices.Index(e.Forecast.Years, year)]
}

func (e *edition) fanChart(s forecast.Series, f *figure) *chart.Figure {
	drawn := e.figureOf(f, chart.Fan)
	drawn.Unit, drawn.AxisName = e.T("people"), e.T("axis_year")
	counted := chart.Series{Name: e.T("forecast_counted")}
	for _, o := range s.Observed {
		drawn.Categories = append(drawn.Categories, fmt.Sprint(o.Year))
		v := chart.Value{Number: float64(o.Count)}
		if o.Withheld {
			v = chart.Value{Status: chart.Withheld}
		}
		counted.Values = append(counted.Values, v)
	}
	for _, year := range e.Forecast.Years {
		drawn.Categories = append(drawn.Categories, fmt.Sprint(year))
	}
	drawn.Series = []chart.Series{counted}
	for i, scenario := range e.Forecast.Scenarios {
		drawn.Series = append(drawn.Series, e.fanSeries(s, i, e.Text(scenario.Title)))
	}
	if s.Growth != nil {
		drawn.Series = append(drawn.Series, e.growthSeries(s))
	}
	return drawn
}

// growthSeries is compound growth, the naive rival, beside the scenarios.
func (e *edition) growthSeries(s forecast.Series) chart.Series {
	line := chart.Series{Name: e.T("forecast_growth"), Dashed: true, Values: slices.Repeat([]chart.Value{{Status: chart.Missing}}, len(s.Observed))}
	for _, people := range s.Growth {
		line.Values = append(line.Values, chart.Value{Number: float64(people), Status: chart.Forecast})
	}
	return line
}

// fanSeries is the median of one scenario, behind the years counted; the first
// scenario has its bands, so that three fans don't cover each other.
func (e *edition) fanSeries(s forecast.Series, scenario int, name string) chart.Series {
	line := chart.Series{Name: name, Dashed: true, Values: slices.Repeat([]chart.Value{{Status: chart.Missing}}, len(s.Observed))}
	wide, narrow := chart.Band{Name: e.T("percent", locale.Args{"Number": e.Int(90)})}, chart.Band{Name: e.T("percent", locale.Args{"Number": e.Int(50)})}
	for range s.Observed {
		wide.Low, wide.High = append(wide.Low, nan), append(wide.High, nan)
		narrow.Low, narrow.High = append(narrow.Low, nan), append(narrow.High, nan)
	}
	for _, b := range s.Fans[scenario] {
		line.Values = append(line.Values, chart.Value{Number: float64(b.Median), Status: chart.Forecast})
		wide.Low, wide.High = append(wide.Low, float64(b.Low90)), append(wide.High, float64(b.High90))
		narrow.Low, narrow.High = append(narrow.Low, float64(b.Low50)), append(narrow.High, float64(b.High50))
	}
	if scenario == 0 {
		line.Bands = []chart.Band{wide, narrow}
	}
	return line
}

var nan = math.NaN()
