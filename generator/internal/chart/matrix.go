package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// matrix draws a sign for each series and category: full for yes, empty for
// no.
func matrix(s *sheet) model {
	f := s.fig
	s.legend([]sample{
		{clean(f.Words.Yes), func(x, y float64) { s.dot(x+8, y, 5, dataColour(0), dataColour(0)) }},
		{clean(f.Words.No), func(x, y float64) { s.dot(x+8, y, 5, paper, dataColour(0)) }},
	})
	grid := s.grid(24)
	for row := 0; row <= grid.rows; row++ {
		y := grid.y + float64(row)*grid.height/float64(grid.rows)
		s.rule(0, y, s.width, y, rule, false)
	}
	chart := frames(charts.NewScatter(), grid.frame(f.Categories, f.seriesNames()))
	_, _, w, _ := grid.cell(0, 0)
	var items []datum
	for row, series := range f.Series {
		for column, v := range series.Values {
			s.tells(f.covered(series, column))
			if !s.emptyCell(grid, column, row, v) {
				items = append(items, datum{Name: series.Name, Value: []any{column, row, v.Number}, ItemStyle: coverage(v), Told: f.covered(series, column)})
			}
		}
	}
	s.ofNone()
	chart.AddSeries(f.Title, nil, data(items), charts.WithScatterChartOpts(opts.ScatterChart{Symbol: "circle", SymbolSize: min(11, w-2)}), opaque())
	return chart
}

// covered is what a sign of a matrix tells.
func (f *Figure) covered(series Series, column int) string {
	return series.Name + ", " + f.Categories[column] + ": " + clean(f.coverageWord(series.Values[column]))
}

func (f *Figure) coverageWord(v Value) string {
	switch {
	case v.Status == Withheld:
		return f.Words.Withheld
	case v.Number > 0:
		return f.Words.Yes
	}
	return f.Words.No
}

// coverage is the style of a sign in a matrix.
func coverage(v Value) *style {
	colour := dataColour(0)
	if v.Alert {
		colour = accent
	}
	st := &style{ItemStyle: opts.ItemStyle{Color: colour, BorderColor: colour, BorderWidth: 1.5}}
	if v.Number <= 0 {
		st.Color = paper
	}
	if v.Status == Forecast {
		st.BorderType = "dashed"
	}
	return st
}
