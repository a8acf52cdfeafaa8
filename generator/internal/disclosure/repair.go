package disclosure

import (
	"cmp"
	"slices"
)

// repairs picks published cells to withhold so that every shortfall loses one
// that pins it down and that the reader doesn't know anyway; first those that
// are deep, small and serve many shortfalls.
func repairs(s *space, hidden []bool, short []shortfall, r reader) []int {
	if len(short) == 0 {
		return nil
	}
	pins := pinning(s, hidden, short, r)
	var chosen []int
	for len(pins) > 0 {
		serves := make([]int, len(s.cells))
		for _, cells := range pins {
			for _, c := range cells {
				serves[c]++
			}
		}
		best := 0
		for i := range s.cells {
			if cmp.Compare(s.worth(i, serves[i]), s.worth(best, serves[best])) > 0 {
				best = i
			}
		}
		chosen = append(chosen, best)
		pins = slices.DeleteFunc(pins, func(cells []int) bool { return slices.Contains(cells, best) })
	}
	return chosen
}

// worth weighs what withholding a cell would mend against what it would cost.
// The last resort is a figure with no restriction at all.
func (s *space) worth(cell, serves int) float64 {
	const lastResort = 0.01
	c := &s.cells[cell]
	return float64(serves) * (float64(c.depth) + lastResort) / float64(5+c.count)
}

// pinning lists for each shortfall the published cells whose figures keep it
// from moving: those with a dual price where the attacker got stuck. Where it
// finds none, they are all that share an unknown with the cell, or else all.
func pinning(s *space, hidden []bool, short []shortfall, r reader) [][]int {
	a := newAttacker(s, hidden, r, true)
	var pins [][]int
	for _, f := range short {
		var cells []int
		for _, direction := range f.directions(s) {
			cells = append(cells, a.prices(f, direction)...)
		}
		known := func(i int) bool { return r.knows(&s.cells[i]) }
		cells = slices.DeleteFunc(cells, known)
		if len(cells) == 0 {
			cells = s.published(hidden, func(c *cell) bool { return !r.knows(c) && meet(c.sum, s.cells[f.cell].sum) })
		}
		if len(cells) == 0 {
			cells = s.published(hidden, func(c *cell) bool { return !r.knows(c) })
		}
		if len(cells) > 0 {
			slices.Sort(cells)
			pins = append(pins, slices.Compact(cells))
		}
	}
	return pins
}

// prices lists the published cells that hold a shortfall where it is.
func (a *attacker) prices(f shortfall, direction int) []int {
	a.reset()
	for _, owner := range f.owners {
		a.hold(owner)
	}
	if a.push(f.cell, direction, patience[len(patience)-1]) == reached {
		return nil
	}
	var cells []int
	for _, w := range a.slopes(f.cell) {
		if cell := int(w.unknown) - a.space.unknowns; cell >= 0 {
			cells = append(cells, cell)
		}
	}
	return cells
}

// published lists the cells with people in them that this release tells.
func (s *space) published(hidden []bool, wanted func(*cell) bool) []int {
	var cells []int
	for i := range s.cells {
		if c := &s.cells[i]; c.shown && !hidden[i] && c.count > 0 && wanted(c) {
			cells = append(cells, i)
		}
	}
	return cells
}

func meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(u int) bool { return slices.Contains(b, u) })
}
