package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// cells is a grid of equal cells.
type cells struct {
	x, y, width, height float64 // of the whole; one cell is width/columns by height/rows
	columns, rows       int
}

// cell returns the rectangle of a cell.
func (c cells) cell(column, row int) (x, y, w, h float64) {
	w, h = c.width/float64(c.columns), c.height/float64(c.rows)
	return c.x + float64(column)*w, c.y + float64(row)*h, w, h
}

// centre returns the middle of a cell.
func (c cells) centre(column, row int) (x, y float64) {
	x, y, w, h := c.cell(column, row)
	return x + w/2, y + h/2
}

func (c cells) frame(columns, rows []string) frame {
	return frame{x: c.x, y: c.y, width: c.width, height: c.height, columns: columns, rows: rows}
}

// heatMap shades a cell for each series and category.
func heatMap(s *sheet) model {
	f := s.fig
	all, zero := f.numbers()
	shades := classify(all)
	s.classLegend(shades, zero)
	grid := s.grid(26)
	chart := frames(charts.NewHeatMap(), grid.frame(f.Categories, f.seriesNames()))
	var items []datum
	labelled := s.labelsFit(grid)
	for row, series := range f.Series {
		for column, v := range series.Values {
			told := series.Name + ", " + f.told(row, column)
			s.tells(told)
			if !s.emptyCell(grid, column, row, v) {
				item := s.shadedCell(grid, column, row, v, shades.colour(v.Number), labelled)
				item.Told = told
				items = append(items, item)
			}
		}
	}
	s.ofNone()
	chart.AddSeries(f.Unit, nil, data(items))
	return chart
}

// grid writes the names of rows and columns and moves the sheet below the
// cells, which are at least high.
func (s *sheet) grid(high float64) cells {
	f := s.fig
	names := f.seriesNames()
	left := min(widest(names, s.size), s.nameRoom(len(f.Categories)))
	wrapped := wrapAll(names, s.size, left, 3)
	left = s.columnHeads(left+8, len(f.Categories))
	height := max(high, float64(longest(wrapped))*s.leading()+4)
	c := cells{
		x: left, y: s.y, width: s.width - left, height: height * float64(len(names)),
		columns: max(1, len(f.Categories)), rows: max(1, len(names)),
	}
	for i, lines := range wrapped {
		_, y := c.centre(0, i)
		s.pen(ink).lines(0, y, start, lines)
	}
	s.y += c.height
	return c
}

// nameRoom is how wide the names of rows may be: the fewer columns there are,
// the wider.
func (s *sheet) nameRoom(columns int) float64 {
	least, column := 98.0, 64.0
	if s.variant == Wide {
		least, column = 210, 80
	}
	return max(least, s.width-8-column*float64(columns))
}

// columnHeads writes the names of columns above their cells, upright where
// they have no room across. It returns the left end of the cells.
func (s *sheet) columnHeads(left float64, n int) float64 {
	names := s.fig.Categories
	step := (s.width - left) / float64(max(1, n))
	across := true
	for _, name := range names {
		across = across && fits(name, s.size, step-4, 3)
	}
	if across {
		wrapped := wrapAll(names, s.size, step-4, 3)
		deep := float64(longest(wrapped)) * s.leading()
		for i, lines := range wrapped {
			y := s.y + deep - float64(len(lines))*s.leading()/2
			s.pen(inkSoft).lines(left+(float64(i)+0.5)*step, y, middle, lines)
		}
		s.y += deep + 4
		return left
	}
	s.uprightHeads(left, step)
	return left
}

// uprightHeads writes the names of columns upwards, in as many lines as a
// column has room for; where even one has not, every second, third … name.
func (s *sheet) uprightHeads(left, step float64) {
	lines := max(1, min(2, int(step/s.leading())))
	every := int(s.leading()/step) + 1
	const tall = 128.0
	wrapped := wrapAll(s.fig.Categories, s.size, tall, lines)
	deep := 0.0
	for _, w := range wrapped {
		deep = max(deep, widest(w, s.size))
	}
	for i, w := range wrapped {
		x := left + (float64(i)+0.5)*step - float64(len(w)-1)*s.leading()/2
		for _, line := range w {
			if i%every == 0 {
				s.pen(inkSoft).upright(x, s.y+deep, line)
			}
			x += s.leading()
		}
	}
	s.y += deep + 5
}

// labelsFit tells whether every number fits its cell; if one does not, none is
// written, since a few numbers among empty cells look like the only ones.
func (s *sheet) labelsFit(c cells) bool {
	_, _, w, _ := c.cell(0, 0)
	for _, series := range s.fig.Series {
		for _, v := range series.Values {
			if v.drawn() && s.textWidth(s.fig.label(v))+2 > w {
				return false
			}
		}
	}
	return true
}

// emptyCell draws a cell that has no number; it tells whether it did.
func (s *sheet) emptyCell(c cells, column, row int, v Value) bool {
	x, y, w, h := c.cell(column, row)
	switch v.Status {
	case Withheld:
		s.withheld(x+1, y+1, w-2, h-2)
	case Missing:
		s.dashedBox(x+2.5, y+2.5, w-5, h-5, rule)
	default:
		return false
	}
	return true
}

// shadedCell returns the item of a number, and writes the number on it.
func (s *sheet) shadedCell(c cells, column, row int, v Value, fill string, labelled bool) datum {
	x, y, w, h := c.cell(column, row)
	if labelled {
		s.pen(textOn(fill)).text(x+w/2, y+h/2, middle, s.fig.label(v))
	}
	if v.Number == 0 {
		s.box(x+1.5, y+1.5, w-3, h-3, noColour, inkSoft, above)
	}
	s.cellStanding(x, y, w, h, v, textOn(fill))
	return datum{Value: []any{column, row, v.Number}, ItemStyle: cellStyle(fill)}
}

// cellStanding outlines a cell that is preliminary, forecast or alarming.
func (s *sheet) cellStanding(x, y, w, h float64, v Value, colour string) {
	switch {
	case v.Alert:
		s.box(x+2.5, y+2.5, w-5, h-5, noColour, accent, above)
	case v.Status == Preliminary:
		s.box(x+2.5, y+2.5, w-5, h-5, noColour, colour, above)
	case v.Status == Forecast:
		s.dashedBox(x+2.5, y+2.5, w-5, h-5, colour)
	}
}

// cellStyle parts cells by a thin line of paper.
func cellStyle(fill string) *style {
	return &style{ItemStyle: opts.ItemStyle{Color: fill, BorderColor: paper, BorderWidth: 1}}
}

func (f *Figure) seriesNames() []string {
	names := make([]string, len(f.Series))
	for i, s := range f.Series {
		names[i] = s.Name
	}
	return names
}
