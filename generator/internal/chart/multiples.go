package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// smallMultiples draws a panel for each series, all on one scale: lines where
// the categories are periods, else bars.
func smallMultiples(s *sheet) model {
	f := s.fig
	if len(f.Series) == 0 || len(f.Categories) == 0 {
		return bars(s)
	}
	if !periods(f.Categories) {
		return barPanels(s)
	}
	columns := s.panelColumns(2, 4)
	p := s.panels(columns, s.plotHeight()*0.42)
	low, high := room(f.span())
	var list []frame
	plots := make([]plot, len(f.Series))
	for i := range f.Series {
		plots[i] = s.panelPlot(p, i, low, high)
		list = append(list, plots[i].frame(f.Categories))
	}
	line := frames(charts.NewLine(), list...)
	for i, series := range f.Series {
		s.line(line, i, dataColour(0), i, plots[i].step)
		s.gaps(plots[i], i)
		s.panelEnds(plots[i], series)
	}
	return line
}

// periods tells whether all names are dates or parts of dates: 2018, 2018-03,
// 2018-03-01, 03/2018.
func periods(names []string) bool {
	for _, name := range names {
		if len(name) < 4 || strings.Trim(name, "0123456789-/") != "" {
			return false
		}
	}
	return true
}

// panels is the grid of panels, the head of each above its plot.
type panels struct {
	x, y, width, height float64 // of the first panel
	columns             int
	gapX, gapY          float64
	head                float64
}

// corner is where a panel begins.
func (p panels) corner(i int) (x, y float64) {
	return p.x + float64(i%p.columns)*(p.width+p.gapX), p.y + float64(i/p.columns)*(p.height+p.gapY)
}

func (s *sheet) panelColumns(narrow, wide int) int {
	columns := narrow
	if s.variant == Wide {
		columns = wide
	}
	return min(columns, len(s.fig.Series))
}

// panels writes the names of the series and moves the sheet below the panels,
// whose plots are high each.
func (s *sheet) panels(columns int, high float64) panels {
	p := panels{y: s.y, columns: columns, gapX: 16, gapY: 14}
	p.width = (s.width - p.gapX*float64(columns-1)) / float64(columns)
	heads := wrapAll(s.fig.seriesNames(), s.size*boldFactor, p.width, 2)
	p.head = float64(longest(heads)) * s.leading()
	p.height = p.head + high
	for i, lines := range heads {
		x, y := p.corner(i)
		s.bold(ink).lines(x, y+p.head-float64(len(lines))*s.leading()/2, start, lines)
	}
	rows := (len(s.fig.Series) + columns - 1) / columns
	s.y += float64(rows)*(p.height+p.gapY) - p.gapY
	return p
}

// panelPlot is the plot of a panel, with its base line and the first and last
// category below.
func (s *sheet) panelPlot(p panels, i int, low, high float64) plot {
	x, y := p.corner(i)
	top, bottom := y+p.head+s.leading()+2, y+p.height-s.leading()-2
	names := s.fig.Categories
	pl := plot{count: len(names), up: scale{low, high, bottom, top}}
	pl.place(x, x+p.width, 12)
	s.rule(x, pl.up.at(0), x+p.width, pl.up.at(0), inkSoft, false)
	first, last := names[0], names[len(names)-1]
	under := y + p.height - s.leading()/2
	s.pen(inkSoft).text(x, under, start, first)
	if len(names) > 1 && s.textWidth(first)+s.textWidth(last)+8 <= p.width {
		s.pen(inkSoft).text(x+p.width, under, end, last)
	}
	for _, b := range s.fig.Breaks {
		at := pl.at(b.Before) - pl.step/2
		s.rule(at, top, at, bottom, ink, true)
	}
	return pl
}

// panelEnds writes the first and the last value.
func (s *sheet) panelEnds(p plot, series Series) {
	last := lastDrawn(series)
	if last < 0 {
		return
	}
	right := p.right + 12
	label := s.fig.label(series.Values[last])
	x := min(p.at(last)+s.textWidth(label)/2, right)
	s.pen(ink).text(x, p.up.at(series.Values[last].Number)-s.leading()*0.75, end, label)
	for i, v := range series.Values {
		if !v.drawn() {
			continue
		}
		first := s.fig.label(v)
		from := max(p.left-12, p.at(i)-s.textWidth(first)/2)
		if i != last && from+s.textWidth(first)+8 < x-s.textWidth(label) {
			s.pen(ink).text(from, p.up.at(v.Number)-s.leading()*0.75, start, first)
		}
		return
	}
}

// barPanels draws a panel of horizontal bars for each series.
func barPanels(s *sheet) model {
	f := s.fig
	columns := s.panelColumns(1, 2)
	width := (s.width - 16*float64(columns-1)) / float64(columns)
	left, right := s.barGutters()
	column := min(widest(f.Categories, s.size), width*0.45, width-left-right-leastMarks)
	if column < 40 {
		return bars(s)
	}
	const thick = 12.0
	names := wrapAll(f.Categories, s.size, column, 3)
	height := max(thick+8, float64(longest(names))*s.leading()+4)
	p := s.panels(columns, height*float64(len(names))+4)
	low, high := room(f.span())
	var list []frame
	for i := range f.Series {
		x, y := p.corner(i)
		y += p.head + 4
		r := rowSet{first: y + height/2, height: height, count: len(names), bottom: y + height*float64(len(names))}
		sc := scale{low, high, x + column + 8 + left, x + width - right}
		for j, lines := range names {
			s.pen(ink).lines(x, r.at(j), start, lines)
		}
		s.baseline(r, sc.at(0))
		s.panelValues(i, r, sc, thick)
		list = append(list, r.frame(f.Categories, sc))
	}
	bar := frames(charts.NewBar(), list...)
	for i, series := range f.Series {
		items := make([]datum, len(series.Values))
		for j, v := range series.Values {
			items[j] = datum{Name: f.Categories[j], Value: number(v), ItemStyle: filled(v, dataColour(0)), Told: f.told(i, j)}
		}
		bar.AddSeries(series.Name, nil, data(items), axis(i), barSize(thick, 0))
	}
	return bar
}

// panelValues writes the values of a panel behind its bars.
func (s *sheet) panelValues(i int, r rowSet, sc scale, thick float64) {
	for j, v := range s.fig.Series[i].Values {
		s.of(i, j)
		s.barEnd(v, s.fig.target(j, i), sc, r.at(j), thick)
	}
	s.ofNone()
}
