package chart

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// A builder lays a figure out below what stands on the sheet already, and
// returns the go-echarts chart that draws its marks.
type builder func(*sheet) model

// model is what all chart types of go-echarts have in common.
type model interface {
	Validate()
	JSON() map[string]any
}

var builders map[Kind]builder

func init() { // not a literal: builders fall back on one another
	builders = map[Kind]builder{
		Bar: bars, StackedBar: stackedBars, Pyramid: pyramid, Bullet: bars,
		Line: lines, Area: areas, Fan: lines, Slope: slope,
		HeatMap: heatMap, Matrix: matrix, Calendar: calendar, TileMap: tileMap,
		TreeMap: treeMap, SmallMultiples: smallMultiples,
		Dumbbell: dumbbell, Funnel: funnel, Gantt: gantt,
	}
}

// option is a figure laid out: what ECharts is asked to draw, and how large.
type option struct {
	width, height float64
	size          float64 // of text
	json          json.RawMessage
}

// lay makes the option of a figure that is in order.
func lay(fig *Figure, variant Variant) (option, error) {
	s := newSheet(fig, variant)
	s.header()
	var m model
	if word, nothing := fig.nothing(); nothing {
		m = s.instead(word)
	} else {
		m = builders[fig.Kind](s)
		s.footer()
	}
	data, err := merge(m, s.elements)
	if err != nil {
		return option{}, fmt.Errorf("chart: figure %s: %w", fig.ID, err)
	}
	return option{width: s.width, height: float64(int(s.y + 0.999)), size: s.size, json: data}, nil
}

// nothing tells whether a figure has no value to draw, and which word says so.
func (f *Figure) nothing() (word string, nothing bool) {
	seen := f.statuses()
	if seen[Present] || seen[Preliminary] || seen[Forecast] || len(f.Spans) > 0 || len(f.Targets) > 0 {
		return "", false
	}
	if seen[Withheld] {
		return clean(f.Words.AllWithheld), true
	}
	return clean(f.Words.Nothing), true
}

// instead writes why there is no drawing.
func (s *sheet) instead(word string) model {
	lines := wrap(word, s.size, s.width-24, 4)
	height := float64(max(1, len(lines)))*s.leading() + 32
	s.dashedBox(0.5, s.y+0.5, s.width-1, height-1, inkSoft)
	s.pen(ink).lines(s.width/2, s.y+height/2, middle, lines)
	s.y += height
	return frames(charts.NewBar())
}

// merge completes what go-echarts can express: it adds the "graphic" elements,
// and takes out the title, legend, tooltip and toolbox, for which go-echarts
// writes empty objects and which our layout has no use for.
func merge(m model, elements []element) (json.RawMessage, error) {
	m.Validate()
	obj := m.JSON()
	for _, key := range []string{"title", "legend", "tooltip", "toolbox", "color"} {
		delete(obj, key)
	}
	if axes, ok := pointAxes(obj["xAxis"], obj["yAxis"]); ok {
		obj["xAxis"] = axes
	}
	obj["animation"] = false
	obj["graphic"] = map[string]any{"elements": elements}
	return json.Marshal(obj)
}

// pointAxis adds to go-echarts' axis whether categories are cells or points.
type pointAxis struct {
	opts.XAxis
	BoundaryGap bool `json:"boundaryGap"`
}

// pointAxes lets the lines of a plot begin and end at its edges: where y
// measures, the categories of x are points.
func pointAxes(x, y any) ([]pointAxis, bool) {
	xs, _ := x.([]opts.XAxis)
	ys, _ := y.([]opts.YAxis)
	if len(xs) == 0 || xs[0].Type != "category" || ys[0].Type != "value" {
		return nil, false
	}
	out := make([]pointAxis, len(xs))
	for i, axis := range xs {
		out[i] = pointAxis{XAxis: axis}
	}
	return out, true
}

// A frame is the rectangle of a pair of axes and what they measure. The axes
// themselves are not shown: their text and rules are the sheet's.
type frame struct {
	x, y, width, height float64
	columns, rows       []string // categories of the axis; nil where it measures
	low, high           float64  // of the axis that measures
	rightToLeft         bool
}

// rectangular is what the chart types with axes have in common.
type rectangular[C any] interface {
	model
	SetXAxis(any) C
	SetGlobalOptions(...charts.GlobalOpts) *charts.RectChart
	ExtendXAxis(...opts.XAxis)
	ExtendYAxis(...opts.YAxis)
}

// frames gives a chart its axes, one pair for each frame; without frames, an
// empty pair, since ECharts asks for one.
func frames[C rectangular[C]](c C, list ...frame) C {
	if len(list) == 0 {
		list = []frame{{width: 1, height: 1, high: 1}}
	}
	for i, f := range list {
		x, y := f.axes(i)
		if i == 0 {
			c.SetGlobalOptions(charts.WithXAxisOpts(x), charts.WithYAxisOpts(y))
			c.SetXAxis(x.Data) // go-echarts would else forget the first axis's
		} else {
			c.ExtendXAxis(x)
			c.ExtendYAxis(y)
		}
		c.SetGlobalOptions(charts.WithGridOpts(f.grid()))
	}
	return c
}

func (f frame) grid() opts.Grid {
	return opts.Grid{Left: px(f.x), Top: px(f.y), Width: px(f.width), Height: px(f.height)}
}

func (f frame) axes(i int) (opts.XAxis, opts.YAxis) {
	x := opts.XAxis{Show: opts.Bool(false), Type: "value", GridIndex: i, Inverse: opts.Bool(f.rightToLeft), Min: f.low, Max: f.high}
	y := opts.YAxis{Show: opts.Bool(false), Type: "value", GridIndex: i, Min: f.low, Max: f.high}
	if f.columns != nil {
		x.Type, x.Data, x.Min, x.Max = "category", f.columns, nil, nil
	}
	if f.rows != nil {
		y.Type, y.Data, y.Min, y.Max = "category", f.rows, nil, nil
		y.Inverse = opts.Bool(true) // the first row is the uppermost
	}
	return x, y
}

// px writes a length as go-echarts wants it: ECharts reads "12.5" as pixels.
func px(x float64) string { return strconv.FormatFloat(round(x), 'f', -1, 64) }

// A datum is one item of a series. go-echarts has a type for each kind of
// series; some lack the style or take whole numbers only, so that this one
// stands for all.
type datum struct {
	Name      string  `json:"name,omitempty"`
	Value     any     `json:"value"`
	ItemStyle *style  `json:"itemStyle,omitempty"`
	Symbol    string  `json:"symbol,omitempty"`
	Size      float64 `json:"symbolSize,omitempty"`
	Told      string  `json:"told,omitempty"` // to a reader who asks; ECharts hands it through
}

// style adds to go-echarts' item style the dashed border.
type style struct {
	opts.ItemStyle
	BorderType string `json:"borderType,omitempty"`
}

// filled is the style of a mark by its value's status: preliminary is hollow,
// forecast hollow and dashed, whatever must alarm is red.
func filled(v Value, colour string) *style {
	if v.Alert {
		colour = accent
	}
	st := &style{ItemStyle: opts.ItemStyle{Color: colour}}
	if v.Status == Preliminary || v.Status == Forecast {
		st.Color, st.BorderColor, st.BorderWidth = paper, colour, 1.5
	}
	if v.Status == Forecast {
		st.BorderType = "dashed"
	}
	return st
}

// data hands items to a series of any type.
func data(items []datum) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Data = items })
}

// opaque takes back the transparency that ECharts gives the dots of a scatter
// chart, which would weaken their contrast.
func opaque() charts.SeriesOpts {
	return charts.WithItemStyleOpts(opts.ItemStyle{Opacity: opts.Float(1)})
}

// axis chooses the pair of axes that a series is drawn on.
func axis(i int) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.XAxisIndex, s.YAxisIndex = i, i })
}

// number returns what ECharts reads for a value: null where there is no number.
func number(v Value) any {
	if !v.drawn() {
		return nil
	}
	return v.Number
}
