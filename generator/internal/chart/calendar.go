package chart

import (
	"fmt"
	"slices"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// A timetable sets the categories of a figure in rows of equal slots: days in
// rows of months, or months in rows of years.
type timetable struct {
	times []time.Time
	slots int
	unit  func(time.Time) string // names the row
}

// timetable reads the categories; false where one is no date.
func (f *Figure) timetable() (t timetable, ok bool) {
	layout := "2006-01-02"
	t.slots, t.unit = 31, f.Dates.axis
	if len(f.Categories) > 0 && len(f.Categories[0]) == len("2006-01") {
		layout = "2006-01"
		t.slots, t.unit = 12, func(at time.Time) string { return at.Format("2006") }
	}
	for _, name := range f.Categories {
		at, err := time.Parse(layout, name)
		if err != nil {
			return t, false
		}
		t.times = append(t.times, at)
	}
	return t, len(t.times) > 0 && len(f.Series) > 0
}

// slot is the place of a time in its row, from 0.
func (t timetable) slot(at time.Time) int {
	if t.slots == 12 {
		return int(at.Month()) - 1
	}
	return at.Day() - 1
}

// rows names the rows from the first to the last time, gaps included.
func (t timetable) rows() []string {
	first, last := slices.MinFunc(t.times, time.Time.Compare), slices.MaxFunc(t.times, time.Time.Compare)
	var rows []string
	for at := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC); !at.After(last) && len(rows) < 600; at = at.AddDate(0, 1, 0) {
		if name := t.unit(at); len(rows) == 0 || rows[len(rows)-1] != name {
			rows = append(rows, name)
		}
	}
	return rows
}

// calendar shades a row of days for each month, or of months for each year.
// Categories that are no dates make it a heat map.
func calendar(s *sheet) model {
	f := s.fig
	t, ok := f.timetable()
	if !ok {
		return heatMap(s)
	}
	all, zero := f.numbers()
	shades := classify(all)
	s.classLegend(shades, zero)
	rows := t.rows()
	grid := s.calendarGrid(rows, t.slots)
	items := s.calendarDays(t, rows, grid, shades)
	chart := frames(charts.NewHeatMap(), grid.frame(numbered(t.slots), rows))
	chart.AddSeries(f.Series[0].Name, nil, data(items))
	return chart
}

// calendarGrid writes the names of rows and the numbers of columns.
func (s *sheet) calendarGrid(rows []string, slots int) cells {
	left := widest(rows, s.size) + 8
	width := s.width - left
	step := width / float64(slots)
	every := 1
	if step < s.textWidth("00")+4 {
		every = 5
	}
	for i := range slots {
		if n := i + 1; every == 1 || n == 1 || n%every == 0 && n < slots {
			s.pen(inkSoft).text(left+(float64(i)+0.5)*step, s.y+s.leading()/2, middle, fmt.Sprint(n))
		}
	}
	s.y += s.leading() + 2
	high := max(s.leading(), min(step, 22))
	c := cells{x: left, y: s.y, width: width, height: high * float64(len(rows)), columns: slots, rows: len(rows)}
	for i, name := range rows {
		_, y := c.centre(0, i)
		s.pen(ink).text(0, y, start, name)
		s.rule(left, c.y+float64(i+1)*high, s.width, c.y+float64(i+1)*high, rule, false)
	}
	s.y += c.height
	return c
}

// calendarDays returns the items of the days that have a number.
func (s *sheet) calendarDays(t timetable, rows []string, grid cells, shades classes) []datum {
	place := make(map[string]int, len(rows))
	for i, name := range rows {
		place[name] = i
	}
	labelled := s.labelsFit(grid)
	var items []datum
	for i, at := range t.times {
		row, ok := place[t.unit(at)]
		if !ok {
			continue
		}
		column := t.slot(at)
		v := s.fig.Series[0].Values[i]
		x, y, w, h := grid.cell(column, row)
		switch {
		case v.Status == Withheld:
			s.tells(s.fig.told(0, i))
			s.withheld(x+1, y+1, w-2, h-2)
			s.ofNone()
		case v.drawn() && v.Number != 0:
			item := s.shadedCell(grid, column, row, v, shades.colour(v.Number), labelled)
			item.Name, item.Told = s.fig.Categories[i], s.fig.told(0, i)
			items = append(items, item)
		}
	}
	return items
}

func numbered(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint(i + 1)
	}
	return out
}
