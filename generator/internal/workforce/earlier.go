package workforce

import (
	"maps"
	"slices"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// A Release is what a release before this one said of people in its tables.
type Release struct {
	Day    string // names it
	Tables []EarlierTable
}

// An EarlierTable is a table as a release had it.
type EarlierTable struct {
	Declared  model.Table // as then; without dimensions: as the table of this id is now
	Threshold int
	Cells     []EarlierCell
}

// An EarlierCell is one figure. Codes are by dimension as declared then.
type EarlierCell struct {
	Codes    []string
	Year     int
	Count    int // 0 where withheld
	Withheld bool
}

// A table of a release is told from others by its day and its id.
type past struct{ day, table string }

// remember counts today's people in the tables of earlier releases, also those
// no longer declared, and notes with the cells what was said of them. Rows
// whose codes no list has any more can't be placed and say nothing.
func (c *counts) remember(releases []Release) {
	c.then = map[past]int{}
	for _, r := range releases {
		for _, t := range r.Tables {
			i, counts := c.counting(t)
			if !counts {
				continue
			}
			c.then[past{r.Day, t.Declared.ID}] = i
			for y := range c.years {
				c.tables[i].years[y].remember(c, t, c.years[y].number)
			}
		}
	}
}

// counting finds the table that counts as declared, or adds it; false where it
// isn't known how an earlier one counted.
func (c *counts) counting(then EarlierTable) (table int, known bool) {
	declared := then.Declared
	i := slices.IndexFunc(c.tables, func(t tally) bool {
		if len(declared.Dimensions) == 0 {
			return t.declared.ID == declared.ID
		}
		return countAlike(t.declared, declared)
	})
	if i >= 0 || len(declared.Dimensions) == 0 {
		return i, i >= 0
	}
	c.tables = append(c.tables, c.tally(declared, then.Threshold))
	c.tables[len(c.tables)-1].past = true
	return len(c.tables) - 1, true
}

// countAlike reports whether two tables have the same cells.
func countAlike(a, b model.Table) bool {
	return a.Measure == b.Measure && slices.Equal(a.Dimensions, b.Dimensions) &&
		maps.Equal(a.Levels, b.Levels) && maps.EqualFunc(a.Where, b.Where, slices.Equal[[]string])
}

// remember notes what a table said of a year.
func (y *yearTally) remember(c *counts, t EarlierTable, year int) {
	for _, e := range t.Cells {
		if e.Year != year {
			continue
		}
		if cell, ok := c.cellAt(y, e.Codes); ok {
			y.earlier = append(y.earlier, disclosure.Earlier{
				Cell: cell, Threshold: t.Threshold, Withheld: e.Withheld, Same: !e.Withheld && y.cells[cell] == e.Count,
			})
		}
	}
}

// cellAt finds a cell by its codes.
func (c *counts) cellAt(y *yearTally, codes []string) (int, bool) {
	if len(codes) != len(y.axes) {
		return 0, false
	}
	cell := 0
	for i, a := range y.axes {
		place := len(a.rows)
		if codes[i] != Total {
			code, known := c.attributes[a.attribute].index[codes[i]]
			place = slices.IndexFunc(a.rows, func(r row) bool { return known && r.code == code })
		}
		if place < 0 {
			return 0, false
		}
		cell = cell*(len(a.rows)+1) + place
	}
	return cell, true
}

// yearsOf lists the years that are counted now, and those that a release
// counted.
func yearsOf(declared []int, releases []Release) []int {
	counted := map[int]bool{}
	for _, year := range declared {
		counted[year] = true
	}
	for _, r := range releases {
		for _, t := range r.Tables {
			for _, c := range t.Cells {
				counted[c.Year] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(counted))
}
