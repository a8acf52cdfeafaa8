package chart

import "math"

// exploreBars set bars in rows, since names are longer than bars are wide.
func exploreBars(f *Figure) explored {
	e := f.inRows(f.Categories, 18*float64(max(1, len(f.Series)))+12)
	if f.Kind == StackedBar {
		e = f.inRows(f.Categories, 30)
	}
	for i, s := range f.Series {
		bar := props{"type": "bar", "name": s.Name, "data": f.exploredItems(i), "itemStyle": props{"color": dataColour(i)}}
		if f.Kind == StackedBar {
			bar["stack"] = "all"
		}
		e.series = append(e.series, bar)
	}
	return e.withTargets(f)
}

// inRows is the form of a figure whose categories run down, each so high.
func (f *Figure) inRows(names []string, high float64) explored {
	return explored{x: measure(), y: rowsOf(names), rows: true, height: max(200, rowHeight(names, high)*float64(len(names))+170)}
}

func (f *Figure) exploredItems(series int) []datum {
	items := make([]datum, len(f.Categories))
	for j := range items {
		items[j] = f.exploredItem(series, j, dataColour(series))
	}
	return items
}

// explorePyramid turns the first series to the left, so that its numbers are
// negative; the axis writes them without a sign.
func explorePyramid(f *Figure) explored {
	e := f.inRows(f.Categories, 30)
	e.y["inverse"] = false // the first category is the lowest
	e.x["mirrored"] = true
	for i, s := range f.Series {
		items := f.exploredItems(i)
		for j, v := range s.Values {
			if i == 0 && v.drawn() {
				items[j].Value = -v.Number
			}
		}
		e.series = append(e.series, props{"type": "bar", "name": s.Name, "stack": "all", "data": items, "itemStyle": props{"color": dataColour(i)}})
	}
	return e
}

// exploreDumbbell joins two dots in each row.
func exploreDumbbell(f *Figure) explored {
	e := f.inRows(f.Categories, 34)
	if low, high := f.reach(); low > 0 {
		at, _ := ticks(low, high, 5)
		e.x["min"] = at[0]
	}
	plan, actual := f.Series[0], f.Series[1]
	from, long := make([]datum, len(f.Categories)), make([]datum, len(f.Categories))
	for j := range f.Categories {
		if a, b := plan.Values[j], actual.Values[j]; a.drawn() && b.drawn() {
			from[j].Value, long[j].Value = math.Min(a.Number, b.Number), math.Abs(a.Number-b.Number)
		}
	}
	e.series = stackedOn(from, long, props{"barWidth": 3, "itemStyle": props{"color": inkSoft}})
	for i, s := range f.Series {
		items := f.exploredItems(i)
		for j, v := range s.Values {
			items[j].Value = []any{number(v), j}
			items[j].ItemStyle = dumbbellStyle(i, v)
		}
		st := dumbbellStyle(i, Value{})
		e.series = append(e.series, props{"type": "scatter", "name": s.Name, "data": items, "symbolSize": 12, "itemStyle": props{
			"color": st.Color, "borderColor": st.BorderColor, "borderWidth": st.BorderWidth, "opacity": 1,
		}})
	}
	return e
}

// exploreFunnel centres a bar for each stage.
func exploreFunnel(f *Figure) explored {
	e := f.inRows(f.Categories, 40)
	e.x["show"] = false
	_, high := f.span()
	from := make([]datum, len(f.Categories))
	for j, v := range f.Series[0].Values {
		if v.drawn() {
			from[j].Value = (high - v.Number) / 2
		}
	}
	e.series = stackedOn(from, f.exploredItems(0), props{"name": f.Series[0].Name})
	return e
}

// stackedOn sets bars on others that nobody sees.
func stackedOn(from, bars []datum, as props) []props {
	as["type"], as["stack"], as["data"] = "bar", "all", bars
	unseen := props{"type": "bar", "stack": "all", "data": from, "silent": true, "itemStyle": props{"opacity": 0}}
	return []props{unseen, as}
}

// exploreSpans are the bars of a gantt chart on an axis of time, in
// milliseconds since 1970.
func exploreSpans(f *Figure) explored {
	const thick, millisecondsADay = 14.0, 86_400_000
	e := f.inRows(f.Categories, 44)
	first, last := f.days()
	e.x = props{"type": "time", "min": first * millisecondsADay, "max": last * millisecondsADay, "axisLabel": props{"hideOverlap": true}}
	e.byItem, e.above = true, 20
	groups := map[bool][]datum{}
	for _, sp := range f.Spans {
		height := thick
		if !sp.Planned {
			height -= 6
		}
		item := span(sp.Label, day(sp.Start)*millisecondsADay, (day(sp.End)+1)*millisecondsADay, sp.Category, height, spanStyle(sp))
		item.Told = f.duration(sp)
		groups[sp.Planned] = append(groups[sp.Planned], item)
	}
	for _, planned := range []bool{true, false} {
		if len(groups[planned]) > 0 {
			e.series = append(e.series, props{
				"type": "custom", "renderItem": "span", "data": groups[planned], "encode": props{"x": []int{0, 1}, "y": 2},
			})
		}
	}
	if !f.AsOf.IsZero() {
		e.series[0]["markLine"] = props{
			"silent": true, "symbol": "none", "lineStyle": props{"color": ink},
			"label": props{"position": "start", "align": "right", "formatter": clean(f.Words.Today) + " " + f.Dates.day(f.AsOf)},
			"data":  []any{props{"xAxis": (day(f.AsOf) + 0.5) * millisecondsADay}},
		}
	}
	return e
}
