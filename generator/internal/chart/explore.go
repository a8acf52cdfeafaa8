package chart

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Interactive returns what the whole of ECharts shows of a figure in a reader's
// browser: its kind, the height that it needs, and an option of the same form as
// the drawing, with axes, legend, tooltip and zoom of ECharts' own in place of
// what a drawing has laid out. It is data only; each item carries under "told"
// what it says when asked, and what says nothing is there to be looked at only.
// There is none (nil) for a figure without a value.
func Interactive(fig Figure) (json.RawMessage, error) {
	if err := fig.check(); err != nil {
		return nil, err
	}
	f := normalise(fig)
	if _, nothing := f.nothing(); nothing || len(f.Series) == 0 && len(f.Spans) == 0 {
		return nil, nil
	}
	e := f.explorer()(f)
	raw, err := json.Marshal(props{"kind": f.Kind, "height": math.Round(e.height), "option": e.option(f)})
	if err != nil {
		return nil, fmt.Errorf("chart: figure %s: %w", f.ID, err)
	}
	return raw, nil
}

// props are a part of an option; go-echarts has no types for most of what a
// reader's own ECharts is asked.
type props map[string]any

// An explored is a figure made ready to be explored.
type explored struct {
	series []props
	x, y   props // axes; nil for none
	rows   bool  // the categories run down
	byItem bool  // the tooltip tells of one mark, not of all of a category
	height float64
	shades []props // of a grid, to be switched on and off
	above  float64 // room for what stands over the plot
}

// exploredHeight is the height of what has no rows.
const exploredHeight = 416

// explorer chooses the form of a figure: that of its drawing, and where that
// falls back on a simpler one, so does this.
func (f *Figure) explorer() func(*Figure) explored {
	low, _ := f.span()
	switch _, tiled := f.tiles(); {
	case f.Kind == Line, f.Kind == Fan, f.Kind == Slope, f.Kind == Area && low < 0:
		return exploreLines
	case f.Kind == Area:
		return exploreAreas
	case f.Kind == SmallMultiples && periods(f.Categories):
		return exploreLines
	case f.Kind == Pyramid && len(f.Series) == 2 && low >= 0:
		return explorePyramid
	case f.Kind == Dumbbell && len(f.Series) == 2:
		return exploreDumbbell
	case f.Kind == Funnel && len(f.Series) == 1 && low >= 0:
		return exploreFunnel
	case f.Kind == HeatMap:
		return exploreHeatMap
	case f.Kind == Matrix:
		return exploreMatrix
	case f.Kind == Calendar:
		return exploreCalendar
	case f.Kind == TileMap && tiled:
		return exploreTiles
	case f.Kind == TreeMap && low >= 0:
		return exploreTreeMap
	case f.Kind == Gantt && len(f.Spans) > 0:
		return exploreSpans
	}
	return exploreBars
}

// option completes a form with what all have in common.
func (e explored) option(f *Figure) props {
	notes := []string{}
	if f.Illustrative {
		notes = append(notes, clean(f.Words.Illustrative))
	}
	if f.Unit != "" {
		notes = append(notes, f.Unit)
	}
	for _, b := range f.Breaks {
		notes = append(notes, f.Categories[b.Before]+": "+b.Label)
	}
	trigger := "axis"
	if e.byItem {
		trigger = "item"
	}
	o := props{
		"title":   props{"text": clean(f.Title), "subtext": strings.Join(notes, "\n")},
		"tooltip": props{"trigger": trigger, "renderMode": "richText", "confine": true},
		"color":   dataColours(), "backgroundColor": paper, "animation": false, "series": e.series,
	}
	foot := 0.0 // from the lower edge up: the key, the slider, the labels of the axis
	if names := e.named(); len(names) > 1 {
		o["legend"] = props{"type": "scroll", "bottom": 0, "data": names}
		foot += footLine
	}
	if e.shades != nil {
		o["visualMap"] = props{"type": "piecewise", "orient": "horizontal", "left": "center", "bottom": 0, "dimension": 2, "seriesIndex": 0, "pieces": e.shades}
		foot += footLine
	}
	if e.x != nil && !e.rows && e.shades == nil && len(f.Categories) > zoomedFrom {
		o["dataZoom"] = []any{props{"type": "slider", "bottom": foot + 4, "height": 20}}
		foot += footLine
	}
	if e.x != nil {
		o["xAxis"], o["yAxis"] = e.x, e.y
		o["grid"] = props{"left": 8, "right": 24, "top": 56 + 18*float64(len(notes)) + e.above, "bottom": foot + footLine}
	}
	return o
}

// footLine is the height of one of the lines under a plot.
const footLine = 28.0

// zoomedFrom is how many points in time a reader may want to see a part of.
const zoomedFrom = 12

// named lists the series that have a name, each once.
func (e explored) named() []string {
	names := []string{}
	for _, s := range e.series {
		if name, _ := s["name"].(string); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func dataColours() []string {
	colours := make([]string, 8)
	for i := range colours {
		colours[i] = dataColour(i)
	}
	return colours
}

// category is an axis of names, measure one of numbers.
func category(names []string) props {
	return props{"type": "category", "data": names, "axisLabel": props{"hideOverlap": true}}
}

func measure() props { return props{"type": "value"} }

// The labels of axes, in the size that ECharts gives them.
const (
	labelSize    = 12
	labelLeading = 15
	rowNameWidth = 110
	mostColumns  = 250 // width that the names of columns may take side by side on a phone
)

// rowsOf is an axis of names down the left side, of a few lines each; what a
// mark tells has the whole name.
func rowsOf(names []string) props {
	short := make([]string, len(names))
	for i, lines := range rowNames(names) {
		short[i] = strings.Join(lines, "\n")
	}
	return props{"type": "category", "data": short, "inverse": true, "axisLabel": props{"interval": 0}}
}

func rowNames(names []string) [][]string { return wrapAll(names, labelSize, rowNameWidth, 3) }

// rowHeight is how high rows are that have room for their names.
func rowHeight(names []string, least float64) float64 {
	return max(least, labelLeading*float64(longest(rowNames(names)))+6)
}

// columnsOf is an axis of names above the plot, upright where they have no room
// beside one another; it takes so much room.
func columnsOf(names []string) (axis props, high float64) {
	axis = category(names)
	axis["position"] = "top"
	wide := widest(names, labelSize)
	if wide < 2*labelSize || wide*float64(len(names)) <= mostColumns { // of mere numbers some may be left out
		return axis, labelLeading
	}
	axis["axisLabel"] = props{"interval": 0, "rotate": 90, "width": rowNameWidth, "overflow": "truncate"}
	return axis, min(rowNameWidth, wide) + 8
}
