package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// areas stacks the series on one another. Where any of them is lacking, the
// stack would lie about all: there it is interrupted, hatched where a value is
// withheld.
func areas(s *sheet) model {
	f := s.fig
	if low, _ := f.span(); low < 0 {
		return lines(s) // what is below zero cannot be stacked on what is above
	}
	ends := s.endLabels()
	totals, whole := f.totals()
	high := 0.0
	for _, t := range totals {
		high = max(high, t)
	}
	p := s.axes(0, high, max(s.plotHeight(), ends.height), ends.width)
	line := frames(charts.NewLine(), p.frame(f.Categories))
	for k, run := range f.wholeRuns(whole) {
		for i, series := range f.Series {
			s.area(line, series, i, run, "stack-"+strconv.Itoa(k))
		}
	}
	s.strips(p, whole)
	s.standing(p, totals, whole)
	if len(f.Series) > 1 {
		s.drawEnds(p, ends, f.areaMiddles(p, whole))
	}
	return line
}

// totals adds up each category and tells where nothing is lacking.
func (f *Figure) totals() (sums []float64, whole []bool) {
	sums, whole = make([]float64, len(f.Categories)), make([]bool, len(f.Categories))
	for j := range f.Categories {
		st := f.stack(j)
		sums[j], whole[j] = st.high, !st.withheld && !st.missing
	}
	return sums, whole
}

// wholeRuns divides the categories at gaps and breaks.
func (f *Figure) wholeRuns(whole []bool) []run {
	var out []run
	for j, ok := range whole {
		if !ok {
			continue
		}
		if n := len(out); n > 0 && out[n-1].to == j-1 && !f.broken(j) {
			out[n-1].to = j
			continue
		}
		out = append(out, run{from: j, to: j})
	}
	return out
}

// area hands one series' part of a run to ECharts.
func (s *sheet) area(line *charts.Line, series Series, i int, r run, name string) {
	items := make([]datum, len(series.Values))
	for j := r.from; j <= r.to; j++ {
		items[j] = datum{Name: s.fig.Categories[j], Value: number(series.Values[j]), Told: s.fig.told(i, j)}
	}
	colour := dataColour(i)
	line.AddSeries(series.Name, nil, data(items), stroke(paper, false), stacked(name),
		charts.WithSeriesOpts(func(c *charts.SingleSeries) {
			c.LineStyle.Width = 1
			c.ItemStyle.Color = colour
			c.AreaStyle = &opts.AreaStyle{Color: colour, Opacity: opts.Float(1)}
			c.Symbol = "circle"
			c.ShowSymbol = opts.Bool(r.from == r.to) // one point has no area
		}))
}

// strips hatches the categories at which something is withheld; each tells of
// all series there, which have no area.
func (s *sheet) strips(p plot, whole []bool) {
	for j, ok := range whole {
		if !ok && s.fig.stack(j).withheld {
			w := min(p.step, 24)
			s.tells(s.fig.toldTogether(j, func(Value) bool { return true }))
			s.withheld(p.at(j)-w/2, p.top(), w, p.bottom()-p.top())
		}
	}
	s.ofNone()
}

// standing marks the tops that are preliminary or forecast.
func (s *sheet) standing(p plot, totals []float64, whole []bool) {
	forecast := false
	for j := range totals {
		if !whole[j] {
			continue
		}
		preliminary, ahead := s.fig.standingAt(j)
		x, y := p.point(j, totals[j])
		if preliminary {
			s.dot(x, y, 3.5, paper, ink)
		}
		if ahead && !forecast {
			s.rule(x-p.step/2, p.top(), x-p.step/2, p.bottom(), ink, true)
		}
		forecast = ahead
	}
}

func (f *Figure) standingAt(j int) (preliminary, forecast bool) {
	for _, s := range f.Series {
		preliminary = preliminary || s.Values[j].Status == Preliminary
		forecast = forecast || s.Values[j].Status == Forecast
	}
	return preliminary, forecast
}

// areaMiddles returns the middle of each area at its right end.
func (f *Figure) areaMiddles(p plot, whole []bool) []float64 {
	last := -1
	for j, ok := range whole {
		if ok {
			last = j
		}
	}
	out := make([]float64, len(f.Series))
	base := 0.0
	for i, s := range f.Series {
		if last >= 0 {
			out[i] = p.up.at(base + s.Values[last].Number/2)
			base += s.Values[last].Number
			continue
		}
		out[i] = p.bottom()
	}
	return out
}
