package chart

import "github.com/go-echarts/go-echarts/v2/charts"

// tileMap shades a square for each place, at its rough position; a name that
// does not fit its square stands below, by number.
func tileMap(s *sheet) model {
	f := s.fig
	tiles, ok := f.tiles()
	if !ok {
		return bars(s)
	}
	all, zero := f.numbers()
	shades := classify(all)
	s.classLegend(shades, zero)
	grid := s.tileGrid(tiles)
	within := s.namesFit(grid)
	var items []datum
	var list index
	for i, v := range f.Series[0].Values {
		column, row := tiles[i].Column, tiles[i].Row
		fill := paper
		s.tells(f.told(0, i))
		if !s.emptyCell(grid, column, row, v) {
			fill = shades.colour(v.Number)
			item := s.shadedCell(grid, column, row, v, fill, false)
			item.Name, item.Told = f.Categories[i], f.told(0, i)
			items = append(items, item)
		}
		s.ofNone()
		s.tileText(grid, tiles[i], i, fill, within, &list)
	}
	s.index(list)
	chart := frames(charts.NewHeatMap(), grid.frame(numbered(grid.columns), numbered(grid.rows)))
	chart.AddSeries(f.Series[0].Name, nil, data(items))
	return chart
}

// tiles returns the places if each category has one of its own.
func (f *Figure) tiles() ([]Tile, bool) {
	if len(f.Series) == 0 || len(f.Categories) == 0 || len(f.Tiles) < len(f.Categories) {
		return nil, false
	}
	tiles := f.Tiles[:len(f.Categories)]
	taken := make(map[Tile]bool)
	for _, t := range tiles {
		if !within(t.Column, 40) || !within(t.Row, 60) || taken[t] {
			return nil, false
		}
		taken[t] = true
	}
	return fromOrigin(tiles), true
}

// fromOrigin moves tiles so that their first column and row are the first of
// the drawing.
func fromOrigin(tiles []Tile) []Tile {
	first := tiles[0]
	for _, t := range tiles {
		first.Column, first.Row = min(first.Column, t.Column), min(first.Row, t.Row)
	}
	moved := make([]Tile, len(tiles))
	for i, t := range tiles {
		moved[i] = Tile{t.Column - first.Column, t.Row - first.Row}
	}
	return moved
}

// tileGrid centres the squares.
func (s *sheet) tileGrid(tiles []Tile) cells {
	columns, rows := 0, 0
	for _, t := range tiles {
		columns, rows = max(columns, t.Column+1), max(rows, t.Row+1)
	}
	side := min(s.width/float64(columns), 92)
	c := cells{
		x: (s.width - side*float64(columns)) / 2, y: s.y,
		width: side * float64(columns), height: side * float64(rows), columns: columns, rows: rows,
	}
	s.y += c.height
	return c
}

// namesFit tells whether every name fits its square, above its number.
func (s *sheet) namesFit(c cells) bool {
	_, _, w, h := c.cell(0, 0)
	lines := int((h-8)/s.leading()) - 1
	if lines < 1 {
		return false
	}
	for i, name := range s.fig.Categories {
		v := s.fig.Series[0].Values[i]
		if !fits(name, s.size, w-8, lines) || s.textWidth(tileLabel(s.fig, v)) > w-6 {
			return false
		}
	}
	return true
}

// tileLabel is the number on a tile; a missing one has no room for its word,
// which the key has.
func tileLabel(f *Figure, v Value) string {
	if v.Status == Missing {
		return ""
	}
	return f.label(v)
}

// tileText writes a tile's name and number, or its place in the list.
func (s *sheet) tileText(c cells, t Tile, i int, fill string, within bool, list *index) {
	v := s.fig.Series[0].Values[i]
	x, y := c.centre(t.Column, t.Row)
	name, label := s.fig.Categories[i], tileLabel(s.fig, v)
	if !within {
		s.onHatch(v, x, y, list.refer(name+" "+s.fig.label(v)), fill)
		return
	}
	_, _, w, _ := c.cell(t.Column, t.Row)
	lines := wrap(name, s.size, w-8, 3)
	if label != "" {
		lines = append(lines, label)
	}
	if v.Status == Withheld {
		s.paperBehind(x, y, lines)
	}
	s.pen(textOn(fill)).lines(x, y, middle, lines)
}

// onHatch writes a short text, on paper where the tile is hatched.
func (s *sheet) onHatch(v Value, x, y float64, text, fill string) {
	if v.Status == Withheld {
		s.paperBehind(x, y, []string{text})
	}
	s.pen(textOn(fill)).text(x, y, middle, text)
}

// paperBehind clears the hatching behind text.
func (s *sheet) paperBehind(x, y float64, lines []string) {
	w, h := widest(lines, s.size)+4, float64(len(lines))*s.leading()
	s.box(x-w/2, y-h/2, w, h, paper, noColour, above)
}
