package chart

import "math"

// exploreLines are the series of a figure over time. Each is interrupted at
// breaks: its parts bear one name, so that they are switched together.
func exploreLines(f *Figure) explored {
	e := f.overTime()
	if low, _ := f.reach(); low > 0 {
		e.y["scale"] = true
	}
	for i, s := range f.Series {
		for k, b := range s.Bands {
			e.series = append(e.series, f.exploredBand(b, k)...)
		}
		for _, part := range f.unbroken() {
			e.series = append(e.series, f.exploredLine(i, part))
		}
	}
	return e.withTargets(f)
}

// exploreAreas stack the series; where any is lacking, none is stacked.
func exploreAreas(f *Figure) explored {
	e := f.overTime()
	_, whole := f.totals()
	for i := range f.Series {
		for _, part := range f.unbroken() {
			line := f.exploredLine(i, part)
			items := line["data"].([]datum)
			for j := range items {
				if !whole[j] {
					items[j].Value = nil
				}
			}
			line["stack"], line["areaStyle"] = "all", props{"color": dataColour(i), "opacity": 1}
			e.series = append(e.series, line)
		}
	}
	return e
}

func (f *Figure) overTime() explored {
	return explored{x: category(f.Categories), y: measure(), height: exploredHeight}
}

// unbroken divides the categories at breaks.
func (f *Figure) unbroken() []run {
	var parts []run
	for j := range f.Categories {
		if j == 0 || f.broken(j) {
			parts = append(parts, run{from: j})
		}
		parts[len(parts)-1].to = j
	}
	return parts
}

func (f *Figure) exploredLine(i int, part run) props {
	s, colour := f.Series[i], dataColour(i)
	items := make([]datum, len(s.Values))
	for j := part.from; j <= part.to; j++ {
		items[j] = f.exploredItem(i, j, colour)
	}
	kind := "solid"
	if s.Dashed {
		kind = "dashed"
	}
	return props{
		"type": "line", "name": s.Name, "data": items, "symbol": "circle", "symbolSize": 6, "showSymbol": len(f.Categories) <= zoomedFrom,
		"itemStyle": props{"color": colour}, "lineStyle": props{"type": kind, "color": colour},
	}
}

// exploredItem is a value with what it tells; what is missing tells nothing.
func (f *Figure) exploredItem(series, category int, colour string) datum {
	v := f.Series[series].Values[category]
	if v.Status == Missing {
		return datum{}
	}
	return datum{Value: number(v), ItemStyle: filled(v, colour), Told: f.told(series, category)}
}

// exploredBand draws a band as two lines that nobody sees, the upper stacked on
// the lower, with the area between them. It tells nothing: its line does.
func (f *Figure) exploredBand(b Band, k int) []props {
	lows, widths := make([]datum, len(b.Low)), make([]datum, len(b.Low))
	for j := range b.Low {
		if !math.IsNaN(b.Low[j]) {
			lows[j].Value, widths[j].Value = b.Low[j], b.High[j]-b.Low[j]
		}
	}
	edge := func(items []datum) props {
		return props{
			"type": "line", "name": b.Name, "data": items, "stack": b.Name, "stackStrategy": "all", "silent": true,
			"symbol": "none", "lineStyle": props{"opacity": 0}, "z": 1, "itemStyle": props{"color": bandStyle(k).Color},
		}
	}
	upper := edge(widths)
	upper["areaStyle"] = props{"color": bandStyle(k).Color, "opacity": 1}
	return []props{edge(lows), upper}
}

// withTargets adds the targets of a figure as diamonds.
func (e explored) withTargets(f *Figure) explored {
	if len(f.Targets) == 0 {
		return e
	}
	var items []datum
	for _, t := range f.Targets {
		at := []any{t.Category, t.Value.Number}
		if e.rows {
			at = []any{t.Value.Number, t.Category}
		}
		items = append(items, datum{Value: at, Told: f.Categories[t.Category] + ": " + f.label(t.Value)})
	}
	e.series = append(e.series, props{
		"type": "scatter", "name": clean(f.Words.Target), "data": items, "symbol": "diamond", "symbolSize": 13, "z": 5,
		"itemStyle": props{"color": paper, "borderColor": ink, "borderWidth": 1.5, "opacity": 1},
	})
	return e
}
