package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// treeMap divides a rectangle by the numbers of the first series. Categories
// without a number stand below.
func treeMap(s *sheet) model {
	f := s.fig
	if low, high := f.span(); low < 0 || high == 0 || len(f.Series) == 0 {
		return bars(s)
	}
	height := s.plotHeight() + 50
	var numbers []float64
	var shown []int
	for i, v := range f.Series[0].Values {
		if v.drawn() && v.Number > 0 {
			numbers, shown = append(numbers, v.Number), append(shown, i)
		}
	}
	top := s.y
	s.y += height
	var list index
	nodes := make([]datum, len(shown))
	rects := squarify(numbers, s.width, height)
	for k, i := range shown {
		v, fill := f.Series[0].Values[i], dataColour(k)
		st := filled(v, fill)
		nodes[k] = datum{Name: f.Categories[i], Value: v.Number, ItemStyle: st, Told: f.told(0, i)}
		r := rects[k]
		r.y += top
		s.areaText(r, f.Categories[i], f.label(v), textOn(st.Color), &list)
	}
	s.index(list)
	s.unshown()
	return treeMapChart(f, nodes, top, height)
}

// areaText writes a name and its number at the top left of an area, or a
// number for the list where they do not fit.
func (s *sheet) areaText(r rect, name, label, colour string, list *index) {
	lines := int((r.height - 8) / s.leading())
	p := s.pen(colour)
	switch {
	case lines >= 2 && fits(name, s.size, r.width-12, min(lines-1, 4)) && s.textWidth(label) <= r.width-12:
		text := append(wrap(name, s.size, r.width-12, min(lines-1, 4)), label)
		p.lines(r.x+6, r.y+5+float64(len(text))*s.leading()/2, start, text)
	case lines >= 1 && s.textWidth(name+" "+label) <= r.width-12:
		p.text(r.x+6, r.y+r.height/2, start, name+" "+label)
	default:
		number := strconv.Itoa(len(list.entries) + 1)
		list.refer(name + " " + label)
		if lines >= 1 && s.textWidth(number) <= r.width-2 {
			p.text(r.x+r.width/2, r.y+r.height/2, middle, number)
		}
	}
}

// unshown names the categories that have no area: without a number, or zero.
func (s *sheet) unshown() {
	first := true
	for i, v := range s.fig.Series[0].Values {
		if v.drawn() && v.Number > 0 {
			continue
		}
		if first {
			s.y += 8
			first = false
		}
		left := 0.0
		if v.Status == Withheld {
			s.tells(s.fig.told(0, i))
			s.withheld(0, s.y+s.leading()/2-6, 16, 12)
			s.ofNone()
			left = sampleWidth
		}
		text := shorten(s.fig.Categories[i]+" "+s.fig.label(v), s.size, s.width-left)
		s.pen(ink).text(left, s.y+s.leading()/2, start, text)
		s.y += s.leading()
	}
}

// treeMapChart asks ECharts for the areas that squarify foretells: sorted,
// none left out for being small, and as square as may be.
func treeMapChart(f *Figure, nodes []datum, top, height float64) model {
	chart := charts.NewTreeMap()
	chart.AddSeries(f.Series[0].Name, nil, data(nodes), charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Left, s.Right, s.Top = "0", "0", px(top)
		s.Label = &opts.Label{Show: opts.Bool(false)}
		s.Roam = opts.Bool(false)
		s.ItemStyle = &opts.ItemStyle{BorderColor: paper}
		s.Levels = []opts.TreeMapLevel{{ItemStyle: &opts.ItemStyle{BorderColor: paper, GapWidth: areaGap}}}
	}))
	return treeMapModel{chart, height}
}

// treeMapModel adds to go-echarts' tree map the settings it has no field for.
type treeMapModel struct {
	*charts.TreeMap
	height float64
}

// JSON is the chart's option with its size settled.
func (m treeMapModel) JSON() map[string]any {
	obj := m.TreeMap.JSON()
	obj["series"] = []any{treeMapSeries{
		SingleSeries: m.MultiSeries[0], Width: "100%", Height: px(m.height), SquareRatio: 1, Sort: "desc",
		Breadcrumb: map[string]any{"show": false},
	}}
	return obj
}

// treeMapSeries is a series of a tree map in full.
type treeMapSeries struct {
	charts.SingleSeries
	Width       string         `json:"width"`
	Height      string         `json:"height"`
	SquareRatio float64        `json:"squareRatio"`
	VisibleMin  float64        `json:"visibleMin"` // 0: small areas stay
	Sort        string         `json:"sort"`
	NodeClick   bool           `json:"nodeClick"` // a drawing has no way back
	Breadcrumb  map[string]any `json:"breadcrumb"`
}
