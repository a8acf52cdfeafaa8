package site

import (
	"strconv"
	"strings"

	"congbo/generator/internal/chart"
)

const monthsOfYear = 12

// monthTable lays out a drawing by months as it is drawn: a row for each year,
// a column for each month. Months before the first and after the last stay
// empty.
func (e *edition) monthTable(f *figure) *table {
	t := &table{Caption: f.Title, Columns: []column{{Name: e.T("dimension_year"), Head: true}}}
	for month := 1; month <= monthsOfYear; month++ {
		t.Columns = append(t.Columns, column{Name: e.Int(month), Numeric: true})
	}
	for _, y := range yearsOf(f.chart) {
		t.Rows = append(t.Rows, e.monthRow(f.chart, y))
	}
	return t
}

// yearsOf is the years of a drawing by months, in order.
func yearsOf(f *chart.Figure) []string {
	var years []string
	for _, month := range f.Categories {
		if year, _, _ := strings.Cut(month, "-"); len(years) == 0 || years[len(years)-1] != year {
			years = append(years, year)
		}
	}
	return years
}

func (e *edition) monthRow(f *chart.Figure, year string) row {
	cells := make([]cell, 1+monthsOfYear)
	cells[0] = cell{Runs: plain(year)}
	for i, category := range f.Categories {
		y, month, _ := strings.Cut(category, "-")
		if at, err := strconv.Atoi(month); err == nil && y == year {
			cells[at] = e.valueCell(f.Series[0].Values[i], f.Numbers)
		}
	}
	return row{Cells: cells}
}
