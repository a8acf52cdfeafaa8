package workforce

import (
	"slices"

	"congbo/generator/internal/disclosure"
)

// An Earlier is a figure of a table as a release before this one had it. Codes
// are by dimension as declared then.
type Earlier struct {
	Table    string
	Codes    []string
	Year     int
	Count    int // 0 where withheld
	Withheld bool
}

// remember notes with the cells what earlier releases said of them. A figure
// of a table or with codes that are no longer there says nothing that could be
// placed.
func (c *counts) remember(earlier []Earlier) {
	tables := map[string]*tally{}
	for i := range c.tables {
		tables[c.tables[i].declared.ID] = &c.tables[i]
	}
	years := map[int]int{}
	for i, y := range c.years {
		years[y.number] = i
	}
	for _, e := range earlier {
		t, declared := tables[e.Table]
		i, counted := years[e.Year]
		if !declared || !counted {
			continue
		}
		y := &t.years[i]
		if cell, ok := c.cellAt(y, e.Codes); ok {
			same := !e.Withheld && y.cells[cell] == e.Count
			y.earlier = append(y.earlier, disclosure.Earlier{Cell: cell, Withheld: e.Withheld, Same: same})
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
			place = slices.IndexFunc(a.rows, func(r row) bool { return c.attributes[a.attribute].codes[r.code].id == codes[i] })
		}
		if place < 0 {
			return 0, false
		}
		cell = cell*(len(a.rows)+1) + place
	}
	return cell, true
}
