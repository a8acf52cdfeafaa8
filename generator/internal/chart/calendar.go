package chart

import (
	"fmt"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// calendar shades a row of days for each month, or of months for each year.
// Categories that are no dates make it a heat map.
func calendar(s *sheet) model {
	f := s.fig
	layout, unit, slots := "2006-01-02", f.Dates.axis, 31
	if len(f.Categories) > 0 && len(f.Categories[0]) == len("2006-01") {
		layout, slots = "2006-01", 12
		unit = func(t time.Time) string { return t.Format("2006") }
	}
	var days []time.Time
	for _, name := range f.Categories {
		day, err := time.Parse(layout, name)
		if err != nil || len(f.Series) == 0 {
			return heatMap(s)
		}
		days = append(days, day)
	}
	all, zero := f.numbers()
	shades := classify(all)
	s.classLegend(shades, zero)
	rows := calendarRows(days, unit)
	grid := s.calendarGrid(rows, slots)
	items := s.calendarDays(days, unit, rows, grid, shades)
	chart := frames(charts.NewHeatMap(), grid.frame(numbered(slots), rows))
	chart.AddSeries(f.Series[0].Name, nil, data(items))
	return chart
}

// calendarRows names the rows from the first to the last day, gaps included.
func calendarRows(days []time.Time, unit func(time.Time) string) []string {
	first, last := days[0], days[0]
	for _, day := range days {
		if day.Before(first) {
			first = day
		}
		if day.After(last) {
			last = day
		}
	}
	var rows []string
	for day := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC); !day.After(last) && len(rows) < 600; day = day.AddDate(0, 1, 0) {
		if name := unit(day); len(rows) == 0 || rows[len(rows)-1] != name {
			rows = append(rows, name)
		}
	}
	return rows
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
func (s *sheet) calendarDays(days []time.Time, unit func(time.Time) string, rows []string, grid cells, shades classes) []datum {
	place := make(map[string]int, len(rows))
	for i, name := range rows {
		place[name] = i
	}
	labelled := s.labelsFit(grid)
	var items []datum
	for i, day := range days {
		row, ok := place[unit(day)]
		if !ok {
			continue
		}
		column := day.Day() - 1
		if grid.columns == 12 {
			column = int(day.Month()) - 1
		}
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
