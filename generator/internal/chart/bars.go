package chart

import (
	"math"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// hatchWidth is the width of the hatched box that stands for a withheld bar:
// the same whatever the number is.
const hatchWidth = 18

// bars draws a row for each category and a bar for each series, with its
// value, and its target if it has one, written behind it.
func bars(s *sheet) model {
	f := s.fig
	if len(f.Series) > 1 {
		s.seriesLegend()
	}
	const gap = 2.0
	thick := 16.0
	if len(f.Series) > 1 {
		thick = 14
	}
	group := float64(len(f.Series))*(thick+gap) - gap
	left, right := s.barGutters()
	r := s.rows(f.Categories, group, left+right)
	low, high := room(f.span())
	sc := scale{low, high, r.x + left, s.width - right}
	s.baseline(r, sc.at(0))
	bar := frames(charts.NewBar(), r.frame(f.Categories, sc))
	for i, series := range f.Series {
		items := make([]datum, len(series.Values))
		offset := float64(i)*(thick+gap) - group/2 + thick/2
		for j, v := range series.Values {
			items[j] = datum{Name: f.Categories[j], Value: number(v), ItemStyle: filled(v, dataColour(i)), Told: f.told(i, j)}
			s.of(i, j)
			s.barEnd(v, f.target(j, i), sc, r.at(j)+offset, thick)
		}
		bar.AddSeries(series.Name, nil, data(items), barSize(thick, gap))
	}
	s.ofNone()
	return bar
}

// barGutters is the room that values need beyond the bars' ends.
func (s *sheet) barGutters() (left, right float64) {
	for i, series := range s.fig.Series {
		for j, v := range series.Values {
			t := s.fig.target(j, i)
			w := s.textWidth(s.fig.barLabel(v, t)) + 8
			if v.Status == Withheld {
				w += hatchWidth
			}
			switch {
			case t != nil:
				right = max(right, w+6) // a diamond may stand at the very end
			case v.drawn() && v.Number < 0:
				left = max(left, w)
			default:
				right = max(right, w)
			}
		}
	}
	return left, right
}

// target returns the target of a value, if it has one.
func (f *Figure) target(category, series int) *Target {
	for i, t := range f.Targets {
		if t.Category == category && t.Series == series {
			return &f.Targets[i]
		}
	}
	return nil
}

// barLabel is what stands behind a bar: its value, and its target.
func (f *Figure) barLabel(v Value, t *Target) string {
	switch {
	case t == nil:
		return f.label(v)
	case v.Status == Missing:
		return clean(f.Words.Missing) + " / " + f.label(t.Value)
	}
	return f.label(v) + " / " + f.label(t.Value)
}

// barEnd writes what stands behind a bar whose middle is y.
func (s *sheet) barEnd(v Value, t *Target, sc scale, y, thick float64) {
	x, colour := sc.at(0), ink
	switch {
	case v.Status == Withheld:
		s.withheld(x+1, y-thick/2, hatchWidth, thick)
		x += hatchWidth
	case v.Status == Missing:
		colour = inkSoft
	case v.Number < 0 && t == nil:
		s.pen(ink).text(sc.at(v.Number)-5, y, end, s.fig.label(v))
		return
	default:
		x = max(x, sc.at(v.Number))
	}
	if t != nil {
		at := sc.at(t.Value.Number)
		s.diamond(at, y, 5)
		if at+6 > x {
			x = at + 6
		}
	}
	s.pen(colour).text(x+5, y, start, s.fig.barLabel(v, t))
}

func barSize(thick, gap float64) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.BarWidth = px(thick)
		s.BarGap = strconv.FormatFloat(gap/thick*100, 'f', 4, 64) + "%"
	})
}

// stackedBars draws a row for each category, with the series end to end. The
// total stands behind a row only when all of its parts are known.
func stackedBars(s *sheet) model {
	f := s.fig
	s.seriesLegend()
	const thick = 18.0
	stacks := make([]stack, len(f.Categories))
	for j := range stacks {
		stacks[j] = f.stack(j)
	}
	low, high, right := s.stackExtent(stacks)
	r := s.rows(f.Categories, thick, right)
	sc := scale{low, high, r.x, s.width - right}
	s.baseline(r, sc.at(0))
	for j, st := range stacks {
		s.stackEnd(j, st, sc, r.at(j), thick)
	}
	return s.stackedSeries(r, sc, thick)
}

// stackedSeries hands the parts to ECharts and labels those that have room.
func (s *sheet) stackedSeries(r rowSet, sc scale, thick float64) model {
	f := s.fig
	bar := frames(charts.NewBar(), r.frame(f.Categories, sc))
	ends := make([]stack, len(f.Categories))
	for i, series := range f.Series {
		items := make([]datum, len(series.Values))
		for j, v := range series.Values {
			st := filled(v, dataColour(i))
			items[j] = datum{Name: f.Categories[j], Value: number(v), ItemStyle: st, Told: f.told(i, j)}
			from, to := ends[j].push(v)
			s.of(i, j)
			s.inside(f.label(v), v, st.Color, sc.at(from), sc.at(to), r.at(j))
		}
		bar.AddSeries(series.Name, nil, data(items), barSize(thick, 0), stacked("all"))
	}
	s.ofNone()
	return bar
}

// inside writes a part's value within it where it fits.
func (s *sheet) inside(label string, v Value, fill string, from, to, y float64) {
	if v.drawn() && v.Number != 0 && s.textWidth(label)+6 <= math.Abs(to-from) {
		s.pen(textOn(fill)).text((from+to)/2, y, middle, label)
	}
}

func stacked(name string) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Stack = name })
}

// A stack is the parts of one row, added up to both sides of zero.
type stack struct {
	low, high         float64
	withheld, missing bool
}

// push adds a part and returns where it lies.
func (st *stack) push(v Value) (from, to float64) {
	switch {
	case v.Status == Withheld:
		st.withheld = true
	case v.Status == Missing:
		st.missing = true
	case v.Number < 0:
		st.low += v.Number
		return st.low - v.Number, st.low
	default:
		st.high += v.Number
		return st.high - v.Number, st.high
	}
	return st.high, st.high
}

func (f *Figure) stack(category int) stack {
	var st stack
	for _, s := range f.Series {
		st.push(s.Values[category])
	}
	return st
}

// total is what stands behind a row.
func (f *Figure) total(st stack) string {
	switch {
	case st.withheld:
		return "…"
	case st.missing || st.low < 0:
		return "" // a sum that is none
	}
	return f.Numbers.format(st.high)
}

// stackExtent is the least and greatest end of a row, and the room that signs
// and totals need beyond.
func (s *sheet) stackExtent(stacks []stack) (low, high, right float64) {
	for _, st := range stacks {
		low, high = min(low, st.low), max(high, st.high)
		w := s.textWidth(s.fig.total(st)) + 8
		if st.withheld {
			w += hatchWidth
		}
		if st.missing {
			w += hatchWidth + 2
		}
		right = max(right, w)
	}
	low, high = room(low, high)
	return low, high, right
}

// stackEnd writes what stands behind a row: signs for the parts that are not
// known, and the total.
func (s *sheet) stackEnd(category int, st stack, sc scale, y, thick float64) {
	x := sc.at(st.high)
	if st.missing {
		s.dashedBox(x+2.5, y-thick/2+0.5, hatchWidth-3, thick-1, inkSoft)
		x += hatchWidth + 2
	}
	if st.withheld {
		s.tells(s.fig.toldTogether(category, Value.withheld))
		s.withheld(x+1, y-thick/2, hatchWidth, thick)
		s.ofNone()
		x += hatchWidth
	}
	s.pen(ink).text(x+5, y, start, s.fig.total(st))
}
