package workforce

import (
	"slices"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// A Table is a declared table as published.
type Table struct {
	Declared     model.Table
	Threshold    int   // a count from 1 to below it is withheld
	Years        []int // ascending
	Illustrative bool  // somebody it counts is, all records are, or the lists that it counts by
	Cells        []Cell
	years        []tableYear // as Years
}

// A Cell is one published figure. Cells are in the order of codes, dimension
// by dimension as declared, totals last, and then of years.
type Cell struct {
	Codes  []string // by dimension as declared; Total for all
	Year   int
	Count  int // 0 where withheld
	Status Status
}

// Status says how a figure is to be read.
type Status string

// The statuses of the contract that counts can have.
const (
	Plain    Status = ""
	Withheld Status = "c"
)

// tableYear finds a year's figures by their codes.
type tableYear struct {
	codes  [][]string // by dimension, Total last
	places []map[string]int
	cells  []figure
}

// A figure is a true count and its fate.
type figure struct {
	count    int
	withheld bool
}

// published is the count, 0 where it is withheld.
func (f figure) published() int {
	if f.withheld {
		return 0
	}
	return f.count
}

// Codes lists the codes of the table's i-th dimension that year has, in the
// list's order and without Total; nothing for a year that the table hasn't.
func (t *Table) Codes(year, i int) []string {
	y := slices.Index(t.Years, year)
	if y < 0 {
		return nil
	}
	codes := t.years[y].codes[i]
	return codes[:len(codes)-1]
}

// Value looks up one figure; codes are by dimension as declared. ok is false
// where the table has no such cell, value 0 where it is withheld.
func (t *Table) Value(codes []string, year int) (value int, withheld, ok bool) {
	f, ok := t.figure(codes, year)
	return f.published(), f.withheld, ok
}

func (t *Table) figure(codes []string, year int) (figure, bool) {
	y := slices.Index(t.Years, year)
	if y < 0 {
		return figure{}, false
	}
	return t.years[y].figure(codes)
}

func (y *tableYear) figure(codes []string) (figure, bool) {
	if len(codes) != len(y.codes) {
		return figure{}, false
	}
	cell := 0
	for i, code := range codes {
		place, ok := y.places[i][code]
		if !ok {
			return figure{}, false
		}
		cell = cell*len(y.codes[i]) + place
	}
	return y.cells[cell], true
}

func (c *counts) publish(decision *disclosure.Decision, report disclosure.Report) *Publication {
	p := &Publication{Report: report, byID: map[string]*Table{}, then: map[past]*Table{}}
	for i, tally := range c.tables {
		if tally.past {
			continue
		}
		t := c.publishTable(i, func(y year) bool { return !y.past }, decision.Withheld)
		t.Cells = t.inOrder(c.unions(tally))
		p.Tables = append(p.Tables, t)
		p.byID[t.Declared.ID] = t
	}
	for _, e := range report.Exposed {
		p.Exposed = append(p.Exposed, c.figureAt(e))
	}
	for name, i := range c.then {
		p.then[name] = c.publishTable(i, func(year) bool { return true }, decision.Kept)
	}
	return p
}

// figureAt names a cell.
func (c *counts) figureAt(at disclosure.Place) Figure {
	t := c.tables[at.Table]
	f := Figure{Table: t.declared.ID, Year: c.years[at.Year].number}
	for _, axis := range slices.Backward(t.years[at.Year].axes) {
		code, row := Total, at.Cell%(len(axis.rows)+1)
		if row < len(axis.rows) {
			code = c.attributes[axis.attribute].codes[axis.rows[row].code].id
		}
		f.Codes = append([]string{code}, f.Codes...)
		at.Cell /= len(axis.rows) + 1
	}
	return f
}

// publishTable is a table over the years that are wanted.
func (c *counts) publishTable(i int, wanted func(year) bool, withheld func(year, table, cell int) bool) *Table {
	tally := c.tables[i]
	t := &Table{Declared: tally.declared, Threshold: tally.threshold, Illustrative: tally.illustrative}
	for j, y := range c.years {
		if !wanted(y) {
			continue
		}
		t.Years = append(t.Years, y.number)
		t.Illustrative = t.Illustrative || tally.years[j].illustrative
		t.years = append(t.years, c.publishYear(&tally.years[j], func(cell int) bool { return withheld(j, i, cell) }))
	}
	return t
}

func (c *counts) publishYear(tally *yearTally, withheld func(cell int) bool) tableYear {
	var y tableYear
	for _, axis := range tally.axes {
		var codes []string
		for _, row := range axis.rows {
			codes = append(codes, c.attributes[axis.attribute].codes[row.code].id)
		}
		y.add(append(codes, Total))
	}
	y.cells = make([]figure, len(tally.cells))
	for i, count := range tally.cells {
		y.cells[i] = figure{count, withheld(i)}
	}
	return y
}

func (y *tableYear) add(codes []string) {
	places := make(map[string]int, len(codes))
	for i, code := range codes {
		places[code] = i
	}
	y.codes, y.places = append(y.codes, codes), append(y.places, places)
}

// unions lists, by dimension, the codes that any year has, in the list's order.
func (c *counts) unions(t tally) [][]string {
	var unions [][]string
	for i := range t.declared.Dimensions {
		var rows []int
		attribute := 0
		for j, y := range t.years {
			if c.years[j].past {
				continue
			}
			attribute = y.axes[i].attribute
			for _, r := range y.axes[i].rows {
				rows = append(rows, r.code)
			}
		}
		slices.Sort(rows)
		var codes []string
		for _, r := range slices.Compact(rows) {
			codes = append(codes, c.attributes[attribute].codes[r].id)
		}
		unions = append(unions, append(codes, Total))
	}
	return unions
}

// inOrder lists the figures of all years, for every combination of codes.
func (t *Table) inOrder(unions [][]string) []Cell {
	var cells []Cell
	combinations(unions, func(codes []string) {
		for j := range t.years {
			f, ok := t.years[j].figure(codes)
			if !ok {
				continue
			}
			cell := Cell{Codes: codes, Year: t.Years[j], Count: f.published()}
			if f.withheld {
				cell.Status = Withheld
			}
			cells = append(cells, cell)
		}
	})
	return cells
}

// combinations calls yield with a new slice for every way to pick one string
// from each list, the last list fastest.
func combinations(lists [][]string, yield func([]string)) {
	picks := make([]int, len(lists))
	for {
		combination := make([]string, len(lists))
		for i, pick := range picks {
			combination[i] = lists[i][pick]
		}
		yield(combination)
		i := len(lists) - 1
		for i >= 0 {
			if picks[i]++; picks[i] < len(lists[i]) {
				break
			}
			picks[i] = 0
			i--
		}
		if i < 0 {
			return
		}
	}
}
