package chart

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Interactive returns the option of a figure for the whole of ECharts in a
// reader's browser: with axes, legend, tooltip and zoom of ECharts' own, in
// place of what a drawing has laid out. It is data only; each item carries
// under "told" what it says when asked. What changes over time becomes lines,
// all else bars. There is none (nil) for a figure without a value.
func Interactive(fig Figure) (json.RawMessage, error) {
	if err := fig.check(); err != nil {
		return nil, err
	}
	f := normalise(fig)
	if _, nothing := f.nothing(); nothing || len(f.Series) == 0 {
		return nil, nil
	}
	if f.overTime() {
		return f.explored(lineExplorer(f))
	}
	return f.explored(barExplorer(f))
}

// overTime tells whether the categories of a figure are points in time.
func (f *Figure) overTime() bool {
	switch f.Kind {
	case Line, Area, Fan, Slope:
		return true
	}
	return f.Kind == SmallMultiples && periods(f.Categories)
}

func lineExplorer(f *Figure) model {
	line := charts.NewLine()
	line.SetXAxis(f.Categories)
	for i, s := range f.Series {
		line.AddSeries(s.Name, nil, data(f.items(i)))
	}
	return line
}

// barExplorer sets bars in rows, since names are longer than bars are wide.
func barExplorer(f *Figure) model {
	bar := charts.NewBar()
	bar.SetXAxis(f.Categories)
	for i, s := range f.Series {
		stack := charts.WithSeriesOpts(func(*charts.SingleSeries) {})
		if f.Kind == StackedBar {
			stack = stacked("all")
		}
		bar.AddSeries(s.Name, nil, data(f.items(i)), stack)
	}
	bar.XYReversal()
	return bar
}

func (f *Figure) items(series int) []datum {
	items := make([]datum, len(f.Categories))
	for j, v := range f.Series[series].Values {
		items[j] = datum{Value: number(v), Told: f.told(series, j)}
	}
	return items
}

// explored completes an option with what the reader uses.
func (f *Figure) explored(m model) (json.RawMessage, error) {
	m.Validate()
	option := m.JSON()
	illustrative := ""
	if f.Illustrative {
		illustrative = clean(f.Words.Illustrative)
	}
	across := "xAxisIndex"
	if _, bars := m.(*charts.Bar); bars {
		across = "yAxisIndex"
		option["yAxis"] = []any{map[string]any{"type": "category", "data": f.Categories, "inverse": true}}
		option["xAxis"] = []any{map[string]any{"type": "value"}}
	}
	option["title"] = opts.Title{Title: clean(f.Title), Subtitle: illustrative}
	option["legend"] = map[string]any{"type": "scroll", "bottom": 0, "show": len(f.Series) > 1}
	option["tooltip"] = map[string]any{"trigger": "axis", "renderMode": "richText", "confine": true}
	option["dataZoom"] = []any{map[string]any{"type": "inside", across: 0}}
	option["grid"] = map[string]any{"containLabel": true, "left": 8, "right": 24, "top": 72, "bottom": 40}
	option["color"] = dataColours()
	option["backgroundColor"] = paper
	raw, err := json.Marshal(option)
	if err != nil {
		return nil, fmt.Errorf("chart: figure %s: %w", f.ID, err)
	}
	return raw, nil
}

func dataColours() []string {
	colours := make([]string, 8)
	for i := range colours {
		colours[i] = dataColour(i)
	}
	return colours
}
