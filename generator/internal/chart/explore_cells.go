package chart

import (
	"slices"
)

// exploreHeatMap has a cell for each series and category.
func exploreHeatMap(f *Figure) explored {
	g := f.shadedGrid(f.Categories, f.seriesNames())
	for row, s := range f.Series {
		for column, v := range s.Values {
			g.put(column, row, v, s.Name+", "+f.told(row, column), f.label(v))
		}
	}
	return g.explored(32)
}

// exploreCalendar has a row of days for each month, or of months for each year.
func exploreCalendar(f *Figure) explored {
	t, ok := f.timetable()
	if !ok {
		return exploreHeatMap(f)
	}
	rows := t.rows()
	g := f.shadedGrid(numbered(t.slots), rows)
	for i, at := range t.times {
		if row := slices.Index(rows, t.unit(at)); row >= 0 { // what is too many has no row
			g.put(t.slot(at), row, f.Series[0].Values[i], f.told(0, i), "")
		}
	}
	return g.explored(28)
}

// exploreTiles places a cell for each place as on the map.
func exploreTiles(f *Figure) explored {
	tiles, _ := f.tiles()
	columns, rows := 0, 0
	for _, t := range tiles {
		columns, rows = max(columns, t.Column+1), max(rows, t.Row+1)
	}
	g := f.shadedGrid(numbered(columns), numbered(rows))
	for i, v := range f.Series[0].Values {
		g.put(tiles[i].Column, tiles[i].Row, v, f.told(0, i), f.Categories[i])
	}
	e := g.explored(64)
	e.x["show"], e.y["show"] = false, false
	for _, s := range e.series {
		s["label"].(props)["width"], s["label"].(props)["overflow"] = 280/columns, "break"
	}
	return e
}

// A shadedGrid is cells that are shaded by their numbers, and those that are
// withheld.
type shadedGrid struct {
	columns, rows   []string
	classes         classes
	numbers         Numbers
	zero            bool
	cells, withheld []props
}

func (f *Figure) shadedGrid(columns, rows []string) *shadedGrid {
	all, zero := f.numbers()
	return &shadedGrid{columns: columns, rows: rows, classes: classify(all), numbers: f.Numbers, zero: zero, cells: []props{}}
}

// put adds a cell; a missing one stays empty.
func (g *shadedGrid) put(column, row int, v Value, told, label string) {
	at := []any{column, row, v.Number}
	switch {
	case v.drawn():
		g.cells = append(g.cells, props{"value": at, "told": told, "label": props{"formatter": label, "color": textOn(g.classes.colour(v.Number))}})
	case v.Status == Withheld:
		g.withheld = append(g.withheld, props{"value": at[:2], "told": told})
	}
}

// explored sets the cells in rows, each so high.
func (g *shadedGrid) explored(high float64) explored {
	across, above := columnsOf(g.columns)
	e := explored{
		x: across, y: rowsOf(g.rows), rows: true, byItem: true, above: above,
		height: max(260, rowHeight(g.rows, high)*float64(len(g.rows))+170+above), shades: g.pieces(),
	}
	label := props{"show": true, "fontSize": 11, "lineHeight": 14}
	e.series = append(e.series, props{
		"type": "heatmap", "data": g.cells, "itemStyle": props{"borderColor": rule, "borderWidth": 1}, "label": label, "labelLayout": props{"hideOverlap": true},
	})
	if len(g.withheld) > 0 {
		e.series = append(e.series, props{
			"type": "scatter", "data": g.withheld, "symbol": "rect", "symbolSize": 16, "label": props{"show": true, "formatter": "…", "color": ink},
			"itemStyle": props{"color": paper, "borderColor": inkSoft, "borderWidth": 1, "borderType": "dashed", "opacity": 1},
		})
	}
	return e
}

// pieces are the classes, which a reader switches on and off.
func (g *shadedGrid) pieces() []props {
	pieces := []props{}
	if g.zero {
		pieces = append(pieces, props{"value": 0, "label": "0", "color": paper})
	}
	for i := range g.classes.count() {
		pieces = append(pieces, props{"gte": g.classes.low[i], "lte": g.classes.high[i], "label": g.classes.name(i, g.numbers), "color": g.classes.shade(i)})
	}
	return pieces
}

// exploreMatrix has a sign for each series and category.
func exploreMatrix(f *Figure) explored {
	across, above := columnsOf(f.Categories)
	names := f.seriesNames()
	e := explored{x: across, y: rowsOf(names), rows: true, byItem: true, above: above, height: max(260, rowHeight(names, 30)*float64(len(names))+150+above)}
	signs := map[string][]datum{}
	for row, s := range f.Series {
		for column, v := range s.Values {
			if v.Status == Missing {
				continue
			}
			item := datum{Value: []any{column, row}, ItemStyle: coverage(v), Told: f.covered(s, column)}
			if v.Status == Withheld {
				item.ItemStyle, item.Symbol = &style{}, "rect"
				item.ItemStyle.Color, item.ItemStyle.BorderColor, item.ItemStyle.BorderWidth = hatch, inkSoft, 1
			}
			word := f.coverageWord(v)
			signs[word] = append(signs[word], item)
		}
	}
	for _, word := range []string{f.Words.Yes, f.Words.No, f.Words.Withheld} {
		if items := signs[word]; len(items) > 0 {
			e.series = append(e.series, props{"type": "scatter", "name": clean(word), "data": items, "symbolSize": 12, "itemStyle": items[0].ItemStyle})
		}
	}
	return e
}

// exploreTreeMap has an area for each category.
func exploreTreeMap(f *Figure) explored {
	var nodes []props
	for i, v := range f.Series[0].Values {
		if v.drawn() && v.Number > 0 {
			colour := dataColour(len(nodes))
			nodes = append(nodes, props{
				"name": f.Categories[i], "value": v.Number, "told": f.told(0, i), "itemStyle": filled(v, colour), "label": props{"color": textOn(filled(v, colour).Color)},
			})
		}
	}
	return explored{byItem: true, height: exploredHeight, series: []props{{
		"type": "treemap", "data": nodes, "roam": false, "nodeClick": false, "breadcrumb": props{"show": false},
		"top": 84, "bottom": 8, "left": 8, "right": 8,
	}}}
}
