package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// span is an item of the custom series "span": a bar from one number to
// another, thick high, in a row.
func span(name string, from, to float64, row int, thick float64, st *style) datum {
	return datum{Name: name, Value: []any{from, to, row, thick}, ItemStyle: st}
}

// spans returns a chart of such items.
func spans(f frame, name string, items []datum) *charts.Custom {
	chart := frames(charts.NewCustom(), f)
	chart.AddSeries(name, nil, data(items), renderItem("span"), charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Encode = &opts.Encode{X: []int{0, 1}, Y: 2}
	}))
	return chart
}

// dumbbell joins plan and actual of each category.
func dumbbell(s *sheet) model {
	f := s.fig
	if len(f.Series) != 2 {
		return bars(s)
	}
	plan, actual := f.Series[0], f.Series[1]
	s.legend([]sample{
		{plan.Name, func(x, y float64) { s.dot(x+8, y, 4, paper, inkSoft) }},
		{actual.Name, func(x, y float64) { s.dot(x+8, y, 4, dataColour(0), dataColour(0)) }},
	})
	gutter := s.labelWidth() + 14
	r := s.rows(f.Categories, 14, 2*gutter+hatchWidth)
	sc := s.dumbbellScale(r, gutter)
	var links []datum
	points := [2][]datum{}
	for j, name := range f.Categories {
		a, b := plan.Values[j], actual.Values[j]
		if a.drawn() && b.drawn() {
			links = append(links, span(name, math.Min(a.Number, b.Number), math.Max(a.Number, b.Number), j, 2, filled(Value{}, inkSoft)))
		}
		for i, v := range []Value{a, b} {
			if v.drawn() {
				points[i] = append(points[i], datum{
					Name: name, Value: []any{v.Number, j}, ItemStyle: dumbbellStyle(i, v), Symbol: "circle", Size: 9,
					Told: f.told(i, j),
				})
			}
		}
		if marks := s.dumbbellLabels(j, sc, r.at(j)) - 4; marks > r.x {
			s.rule(r.x, r.at(j), marks, r.at(j), rule, false)
		}
	}
	chart := spans(r.frame(f.Categories, sc), "", links)
	dots := charts.NewScatter()
	dots.AddSeries(plan.Name, nil, data(points[0]), opaque())
	dots.AddSeries(actual.Name, nil, data(points[1]), opaque())
	chart.Overlap(dots)
	return chart
}

// dumbbellStyle draws a plan hollow; an actual value as its status wants.
func dumbbellStyle(i int, v Value) *style {
	if i == 0 {
		return &style{ItemStyle: opts.ItemStyle{Color: paper, BorderColor: inkSoft, BorderWidth: 1.5}}
	}
	return filled(v, dataColour(0))
}

// dumbbellScale leaves room for a label at both ends. At the left, labels of
// greater values may reach into the plot, so that the room needed is less than
// the widest label. Dots show places, so the scale need not begin at zero.
func (s *sheet) dumbbellScale(r rowSet, gutter float64) scale {
	low, high := room(s.fig.reach())
	sc := scale{low, high, r.x, s.width - gutter - hatchWidth}
	for _, series := range s.fig.Series {
		for _, v := range series.Values {
			share := (v.Number - low) / (high - low)
			if v.drawn() && share < 0.8 {
				need := r.x + s.textWidth(s.fig.label(v)) + 12
				sc.from = max(sc.from, (need-share*sc.to)/(1-share))
			}
		}
	}
	return sc
}

// labelWidth is the width of the widest value.
func (s *sheet) labelWidth() (w float64) {
	for _, series := range s.fig.Series {
		for _, v := range series.Values {
			w = max(w, s.textWidth(s.fig.label(v)))
		}
	}
	return w
}

// dumbbellLabels writes the lesser value at the left and the greater at the
// right; what has no number stands at the far right. It returns where the
// first of them begins.
func (s *sheet) dumbbellLabels(category int, sc scale, y float64) float64 {
	defer s.ofNone()
	value := func(i int) Value { return s.fig.Series[i].Values[category] }
	left, right := 0, 1
	if a, b := value(0), value(1); b.drawn() && (!a.drawn() || b.Number < a.Number) {
		left, right = 1, 0
	}
	low, high := value(left), value(right)
	s.of(right, category)
	switch {
	case low.drawn() && high.drawn():
		s.pen(ink).text(sc.at(high.Number)+9, y, start, s.fig.label(high))
		if low.Number == high.Number && low.Bound == high.Bound {
			return sc.at(low.Number) - 5
		}
	case low.drawn():
		s.lacking(high, sc.at(low.Number)+9, y)
	default:
		s.lacking(high, sc.from, y)
		return sc.from
	}
	s.of(left, category)
	s.pen(ink).text(sc.at(low.Number)-9, y, end, s.fig.label(low))
	return sc.at(low.Number) - 9 - s.textWidth(s.fig.label(low))
}

// lacking draws the sign of a withheld value or writes the word for a missing
// one.
func (s *sheet) lacking(v Value, x, y float64) {
	if v.Status == Withheld {
		s.withheld(x, y-6, hatchWidth, 12)
		s.pen(ink).text(x+hatchWidth+4, y, start, s.fig.label(v))
		return
	}
	s.pen(inkSoft).text(x, y, start, shorten(s.fig.label(v), s.size, s.width-x))
}

// funnel draws a centred bar for each stage.
func funnel(s *sheet) model {
	f := s.fig
	if low, _ := f.span(); len(f.Series) != 1 || low < 0 {
		return bars(s)
	}
	const thick = 22.0
	gutter := s.labelWidth() + 8
	r := s.rows(f.Categories, thick, gutter)
	_, high := room(f.span())
	sc := scale{-high / 2, high / 2, r.x, s.width - gutter}
	var items []datum
	for j, v := range f.Series[0].Values {
		if v.drawn() {
			item := span(f.Categories[j], -v.Number/2, v.Number/2, j, thick, filled(v, dataColour(0)))
			item.Told = f.told(0, j)
			items = append(items, item)
			s.pen(ink).text(sc.at(v.Number/2)+6, r.at(j), start, f.label(v))
			continue
		}
		if v.Status == Withheld {
			s.of(0, j)
			s.withheld(sc.at(0)-hatchWidth/2, r.at(j)-thick/2, hatchWidth, thick)
			s.pen(ink).text(sc.at(0)+hatchWidth/2+5, r.at(j), start, f.label(v))
			s.ofNone()
			continue
		}
		s.pen(inkSoft).text((r.x+s.width)/2, r.at(j), middle, shorten(f.label(v), s.size, s.width-r.x-8))
	}
	return spans(r.frame(f.Categories, sc), f.Series[0].Name, items)
}
