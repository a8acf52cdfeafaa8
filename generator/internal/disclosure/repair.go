package disclosure

import (
	"cmp"
	"slices"
)

// A shortfall is a withheld cell that no population was found to put above
// (direction 1) or below (−1) what it is; or one whose count the owner of a
// cell of one can work out.
type shortfall struct {
	cell, direction int
	owner           int // his cell + 1; 0: none
}

// patience is the moves allowed to each attempt at a cell.
var patience = []int{60, 200, 600}

// shortfalls tries every withheld cell in both directions; what isn't found
// counts as short.
func (a *attacker) shortfalls() []shortfall {
	var open []shortfall
	for i, hidden := range a.hidden {
		if hidden {
			open = append(open, shortfall{cell: i, direction: 1}, shortfall{cell: i, direction: -1})
		}
	}
	for attempt, moves := range patience {
		a.attempt = uint64(attempt)
		open = slices.DeleteFunc(open, func(s shortfall) bool {
			if a.sighted(s) {
				return true
			}
			a.reset()
			return a.push(s.cell, s.direction, moves) == reached
		})
	}
	return open
}

func (a *attacker) sighted(s shortfall) bool {
	if s.direction > 0 {
		return a.seen[s.cell].above
	}
	return a.seen[s.cell].below
}

// repairs picks the published cells to withhold so that every shortfall loses
// one that pins it down, preferring those that serve many shortfalls, are deep
// and small.
func repairs(s *space, hidden []bool, short []shortfall) []int {
	pins := pinning(s, hidden, short)
	var chosen []int
	for {
		serves := make([]int, len(s.cells))
		for _, cells := range pins {
			for _, c := range cells {
				serves[c]++
			}
		}
		best := slices.MaxFunc(indices(len(s.cells)), func(i, j int) int {
			return cmp.Or(cmp.Compare(worth(s, i, serves), worth(s, j, serves)), cmp.Compare(j, i))
		})
		if serves[best] == 0 {
			return chosen
		}
		chosen = append(chosen, best)
		pins = slices.DeleteFunc(pins, func(cells []int) bool { return slices.Contains(cells, best) })
	}
}

func worth(s *space, cell int, serves []int) float64 {
	c := &s.cells[cell]
	return float64(serves[cell]) * (float64(c.depth) + 0.01) / float64(5+c.count)
}

func indices(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// pinning lists for each shortfall the published cells whose figures keep it
// from moving: those with a dual price. Where none is found, it is any that
// shares an unknown.
func pinning(s *space, hidden []bool, short []shortfall) [][]int {
	a := newAttacker(s, hidden, true)
	var pins [][]int
	for _, f := range short {
		a.reset()
		var cells []int
		if a.push(f.cell, f.direction, patience[len(patience)-1]) != reached {
			for _, w := range a.slopes(f.cell) {
				if int(w.unknown) >= s.unknowns && s.cells[int(w.unknown)-s.unknowns].count > 0 {
					cells = append(cells, int(w.unknown)-s.unknowns)
				}
			}
		}
		pins = append(pins, cells)
	}
	return pins
}
