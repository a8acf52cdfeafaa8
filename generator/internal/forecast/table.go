package forecast

import (
	"cmp"
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// find returns the declared table that counts everybody of a measure by some
// dimensions, whatever others it has: that with the fewest dimensions, then
// that with the coarsest codes. Tables agree on the cells that they share, so
// that any would do.
func find(published *workforce.Publication, measure model.Measure, dimensions ...model.Dimension) *workforce.Table {
	var found []*workforce.Table
	for _, t := range published.Tables {
		if cmp.Or(t.Declared.Measure, model.Stock) == measure && len(t.Declared.Where) == 0 && hasAll(t, dimensions) {
			found = append(found, t)
		}
	}
	if len(found) == 0 {
		return nil
	}
	depth := func(t *workforce.Table) int {
		deepest := 1 << 10
		sum := 0
		for _, d := range dimensions {
			sum += cmp.Or(t.Declared.Levels[d], deepest)
		}
		return sum
	}
	return slices.MinFunc(found, func(a, b *workforce.Table) int {
		return cmp.Or(cmp.Compare(len(a.Declared.Dimensions), len(b.Declared.Dimensions)), cmp.Compare(depth(a), depth(b)))
	})
}

func hasAll(t *workforce.Table, dimensions []model.Dimension) bool {
	return !slices.ContainsFunc(dimensions, func(d model.Dimension) bool { return !slices.Contains(t.Declared.Dimensions, d) })
}

// A view looks a table up by some of its dimensions, totals over the others.
type view struct {
	table *workforce.Table
	at    []int // positions of the dimensions in the table's
}

func viewOf(t *workforce.Table, dimensions ...model.Dimension) view {
	v := view{table: t}
	for _, d := range dimensions {
		v.at = append(v.at, slices.Index(t.Declared.Dimensions, d))
	}
	return v
}

// value returns a count, and whether it is published; a code that the year
// doesn't have counts nobody.
func (v view) value(year int, codes ...string) (count float64, published bool) {
	all := make([]string, len(v.table.Declared.Dimensions))
	for i := range all {
		all[i] = workforce.Total
	}
	for i, code := range codes {
		all[v.at[i]] = code
	}
	n, withheld, _ := v.table.Value(all, year)
	return float64(n), !withheld
}

// codes lists the codes of the view's i-th dimension in a year.
func (v view) codes(year, i int) []string { return v.table.Codes(year, v.at[i]) }

// read2 reads a year's cells by two dimensions, row by row; withheld ones are
// estimated from the sums that are published. filled is the share of the
// total that had to be.
func (v view) read2(year int, rows, columns []string) (cells []float64, filled float64) {
	cells = make([]float64, len(rows)*len(columns))
	known := make([]bool, len(cells))
	published := 0.0
	for i, row := range rows {
		for j, column := range columns {
			k := i*len(columns) + j
			if cells[k], known[k] = v.value(year, row, column); !known[k] {
				cells[k] = 1
				continue
			}
			published += cells[k]
		}
	}
	complete(cells, known, v.margins(year, rows, columns))
	if total, _ := v.value(year); total > 0 {
		filled = (total - published) / total
	}
	return cells, filled
}

// margins are the published sums over rows, columns and all of a year's cells.
func (v view) margins(year int, rows, columns []string) []margin {
	var margins []margin
	add := func(cells []int, codes ...string) {
		if sum, published := v.value(year, codes...); published {
			margins = append(margins, margin{cells, sum})
		}
	}
	var all []int
	for i, row := range rows {
		var cells []int
		for j := range columns {
			cells = append(cells, i*len(columns)+j)
		}
		add(cells, row, workforce.Total)
		all = append(all, cells...)
	}
	for j, column := range columns {
		var cells []int
		for i := range rows {
			cells = append(cells, i*len(columns)+j)
		}
		add(cells, workforce.Total, column)
	}
	add(all)
	return margins
}

// read1 reads a year's cells by one dimension, as read2 does.
func (v view) read1(year int, codes []string) []float64 {
	cells := make([]float64, len(codes))
	known := make([]bool, len(codes))
	var all []int
	for i, code := range codes {
		all = append(all, i)
		if cells[i], known[i] = v.value(year, code); !known[i] {
			cells[i] = 1
		}
	}
	if total, published := v.value(year); published {
		complete(cells, known, []margin{{all, total}})
	}
	return cells
}
