package chart

import (
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// lines draws each series as a line that stops at gaps and breaks, with its
// name at its end, and the bands of a forecast behind it.
func lines(s *sheet) model {
	f := s.fig
	s.bandLegend()
	ends := s.endLabels()
	low, high := f.reach()
	height := max(s.plotHeight(), ends.height)
	p := s.axes(low, high, height, ends.width)
	line := frames(charts.NewLine(), p.frame(f.Categories))
	for i, series := range f.Series {
		s.bands(line, series)
		s.line(line, i, dataColour(i), 0, p.step)
		s.gaps(p, i)
	}
	s.targetsOnLine(p)
	if len(f.Series) == 1 {
		s.pointLabels(p, f.Series[0])
	} else {
		s.drawEnds(p, ends, s.lastPoints(p))
	}
	return line
}

// plotHeight is the height of a plot that no label asks more for. One point
// has no course to follow.
func (s *sheet) plotHeight() float64 {
	switch {
	case len(s.fig.Categories) < 2:
		return 100
	case s.variant == Wide:
		return 240
	}
	return 190
}

// line hands the nth series to ECharts as runs of points that one stroke joins. A
// point that two runs share has its dot from the first. step is how far the
// points stand apart.
func (s *sheet) line(chart *charts.Line, n int, colour string, on int, step float64) {
	series := s.fig.Series[n]
	dotted := -1
	for _, run := range s.fig.runs(series) {
		items := make([]datum, len(series.Values))
		for i := run.from; i <= run.to; i++ {
			v := series.Values[i]
			items[i] = datum{Name: s.fig.Categories[i], Value: number(v), ItemStyle: filled(v, colour), Symbol: "none", Told: s.fig.told(n, i)}
			if i > dotted && (step >= leastStep || run.from == run.to || v.singular()) {
				items[i].Symbol, dotted = "circle", i
			}
			if v.Status == Forecast && run.from < run.to {
				items[i].ItemStyle, items[i].Size = filled(Value{Alert: v.Alert}, colour), ahead
			}
		}
		chart.AddSeries(series.Name, nil, data(items), axis(on), stroke(colour, run.dashed))
	}
}

// leastStep is how far apart points stand at least to have a dot each: nearer,
// the dots hide the line.
const leastStep = 16

// singular tells whether a point says by its dot what the line can't.
func (v Value) singular() bool { return v.Status == Preliminary || v.Alert }

// ahead is the size of a forecast point whose dashed stroke says what it is: a
// ring would break it.
const ahead = 3

func stroke(colour string, dashed bool) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.ShowSymbol, s.SymbolSize = opts.Bool(true), 6
		s.ItemStyle = &opts.ItemStyle{Color: colour}
		s.LineStyle = &opts.LineStyle{Color: colour, Width: 2}
		if dashed {
			s.LineStyle.Type = "dashed"
		}
	})
}

// A run is a stretch of categories whose points one stroke joins; it may be a
// single point.
type run struct {
	from, to int
	dashed   bool
}

// runs divides a series where a value is lacking, at breaks, and where solid
// turns to dashed.
func (f *Figure) runs(series Series) []run {
	var out []run
	for i, v := range series.Values {
		if !v.drawn() {
			continue
		}
		if i == 0 || !series.Values[i-1].drawn() || f.broken(i) {
			out = append(out, run{i, i, series.Dashed})
			continue
		}
		dashed := series.Dashed || v.Status == Forecast || series.Values[i-1].Status == Forecast
		last := &out[len(out)-1]
		if last.dashed == dashed || last.from == last.to {
			last.to, last.dashed = i, dashed
			continue
		}
		out = append(out, run{i - 1, i, dashed})
	}
	return out
}

// gaps marks on the base line where a series is withheld.
func (s *sheet) gaps(p plot, series int) {
	for i, v := range s.fig.Series[series].Values {
		if v.Status == Withheld {
			s.of(series, i)
			s.withheld(p.at(i)-6, p.bottom()-12, 12, 12)
		}
	}
	s.ofNone()
}

// targetsOnLine draws each target apart from all lines, with its number where
// there is one line only; else the ends of the lines have the room, and the
// table has the number.
func (s *sheet) targetsOnLine(p plot) {
	var taken []extent
	for _, t := range s.fig.Targets {
		x, y := p.point(t.Category, t.Value.Number)
		s.diamond(x, y, 5)
		if len(s.fig.Series) > 1 {
			continue
		}
		taken = append(taken, s.targetLabel(x, y, s.fig.label(t.Value), taken))
	}
}

// targetLabel writes a target's number beside it, a line higher or lower where
// another stands there already, and returns the room it takes.
func (s *sheet) targetLabel(x, y float64, label string, taken []extent) extent {
	w := s.textWidth(label)
	left := x + 9
	if left+w > s.width {
		left = x - 9 - w
	}
	e := extent{left, y - s.leading()/2, left + w, y + s.leading()/2}
	for _, shift := range []float64{-s.leading(), 2 * s.leading()} {
		if slices.ContainsFunc(taken, e.meets) {
			e.top, e.bottom = e.top+shift, e.bottom+shift
		}
	}
	s.pen(ink).text(e.left, (e.top+e.bottom)/2, start, label)
	return e
}

// pointLabels writes the values of a single series at its points, on the side
// that the line leaves free: all of them where there is room, else the last,
// first, greatest and least before the others.
func (s *sheet) pointLabels(p plot, series Series) {
	var taken []extent
	for _, i := range s.labelOrder(series) {
		label := s.fig.label(series.Values[i])
		half := s.textWidth(label) / 2
		x, y := p.point(i, series.Values[i].Number)
		switch b := s.fig.bendAt(series, i); {
		case b == valley && y+1.3*s.leading() < p.bottom():
			y += s.leading() * 1.6
		case b == rising:
			x -= half * 0.8
		case b == falling:
			x += half * 0.8
		}
		y -= s.leading() * 0.8
		x = max(p.numbers+4+half, min(x, s.width-half))
		e := extent{x - half, y - s.leading()/2, x + half, y + s.leading()/2}
		if slices.ContainsFunc(taken, e.meets) || s.meetsTarget(p, e) {
			continue
		}
		taken = append(taken, e)
		s.haloed(ink).text(x, y, middle, label)
	}
}

// labelOrder lists the points with a number, those to be labelled first first.
func (s *sheet) labelOrder(series Series) []int {
	var all []int
	for i, v := range series.Values {
		if v.drawn() {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return nil
	}
	least, greatest := all[0], all[0]
	for _, i := range all {
		if series.Values[i].Number < series.Values[least].Number {
			least = i
		}
		if series.Values[i].Number > series.Values[greatest].Number {
			greatest = i
		}
	}
	return append([]int{all[len(all)-1], all[0], greatest, least}, all...)
}

// A bend is how a line runs through a point.
type bend int

const (
	peak bend = iota
	valley
	rising
	falling
)

// bendAt tells how a series runs through a point, by the neighbours that it is
// joined to.
func (f *Figure) bendAt(series Series, i int) bend {
	before, after := 0.0, 0.0 // the steps to and from the point
	if j := i - 1; j >= 0 && series.Values[j].drawn() && !f.broken(i) {
		before = series.Values[i].Number - series.Values[j].Number
	}
	if j := i + 1; j < len(series.Values) && series.Values[j].drawn() && !f.broken(j) {
		after = series.Values[j].Number - series.Values[i].Number
	}
	switch {
	case before < 0 && after > 0:
		return valley
	case after > 0:
		return rising
	case before < 0 && after <= 0:
		return falling
	}
	return peak
}

// meetsTarget tells whether a label would stand on a target or its number.
func (s *sheet) meetsTarget(p plot, e extent) bool {
	return slices.ContainsFunc(s.fig.Targets, func(t Target) bool {
		x, y := p.point(t.Category, t.Value.Number)
		w := s.textWidth(s.fig.label(t.Value)) + 10
		return e.meets(extent{x - w, y - s.leading()/2, x + w, y + s.leading()/2})
	})
}

// An extent is the rectangle that a text takes.
type extent struct{ left, top, right, bottom float64 }

func (e extent) meets(o extent) bool {
	return e.left < o.right+2 && o.left < e.right+2 && e.top < o.bottom && o.top < e.bottom
}

// bands draws the intervals of a forecast, widest first, each as one area.
func (s *sheet) bands(chart *charts.Line, series Series) {
	for k, b := range series.Bands {
		values := []any{0}
		for i := range b.Low {
			if !math.IsNaN(b.Low[i]) {
				values = append(values, i, b.Low[i], b.High[i])
			}
		}
		if len(values) == 1 {
			continue
		}
		values[0] = len(values) / 3
		band := charts.NewCustom()
		band.AddSeries(b.Name, nil, renderItem("band"), data([]datum{{
			Name: b.Name, Value: values, ItemStyle: &style{ItemStyle: bandStyle(k)},
		}}))
		chart.Overlap(band)
	}
}

// bandStyle outlines a band, since its light area alone has little contrast.
func bandStyle(k int) opts.ItemStyle {
	return opts.ItemStyle{Color: seqColour(min(k+2, 4)), BorderColor: seqColour(4), BorderWidth: 1}
}

// renderItem names the drawing function that the engine knows for a custom
// series, see engine.js.
func renderItem(name string) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.RenderItem = types.FuncStr(name) })
}

// bandLegend names the bands.
func (s *sheet) bandLegend() {
	var entries []sample
	seen := make(map[string]bool)
	for _, series := range s.fig.Series {
		for k, b := range series.Bands {
			if !seen[b.Name] {
				seen[b.Name] = true
				st := bandStyle(k)
				entries = append(entries, sample{b.Name, func(x, y float64) {
					s.box(x+2, y-6, 12, 12, st.Color, st.BorderColor, above)
				}})
			}
		}
	}
	s.legend(entries)
}
