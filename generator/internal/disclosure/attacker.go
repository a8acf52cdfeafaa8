package disclosure

import (
	"math"
	"slices"
)

// An attacker plays a reader who knows every published figure and the
// equations. Starting from the true counts it moves to other populations that
// agree with all he knows, and notes which withheld cells were seen to be
// larger and which smaller than they are. It shares the layout of unknowns
// with the guard, and nothing of its method; what it claims to have seen is
// checked in whole numbers, so that no rounding can hide a leak.
type attacker struct {
	space   *space
	guarded []bool // by cell: to be kept from him
	tableau *tableau
	value   []float64 // by unknown, now
	moved   []int32   // unknowns changed since the last reset
	facts   [][]fact  // by unknown: what he knows of it
	balance []int     // by fact: how far a population is from satisfying it; zero between calls
	doubts  [][]int32 // by unknown: withheld cells that it is part of
	shift   []int     // by cell: count in the last population minus truth
	shifted []int32   // cells whose shift isn't zero
	singles []int32   // of these, the cells of one
	seen    []sight   // by cell
	attempt uint64    // varies the order in which moves are tried
	picks   uint64    // so far
}

// A fact is a published cell or an equation, and the sign of an unknown in it.
type fact struct {
	number int32
	sign   int
}

// A sight says where a withheld cell was seen, and which cells of one were off
// the truth whenever it was seen elsewhere than it is: the one person in such a
// cell, who knows that it is one, has not been fooled by any of these.
type sight struct {
	above, below bool
	unfooled     []int32 // meaningful once the cell was seen elsewhere
}

// newAttacker knows the equations, what is published and what a reader knows
// besides. With duals, the cells he knows stand in the tableau as unknowns of
// their own, numbered after the others, and show which of them pin a withheld
// cell down.
func newAttacker(s *space, hidden []bool, r reader, duals bool) *attacker {
	a := &attacker{
		space:   s,
		guarded: make([]bool, len(s.cells)),
		facts:   make([][]fact, s.unknowns),
		doubts:  make([][]int32, s.unknowns),
		shift:   make([]int, len(s.cells)),
		seen:    make([]sight, len(s.cells)),
	}
	for _, count := range s.truth {
		a.value = append(a.value, float64(count))
	}
	fixed := 0
	if duals {
		fixed = len(s.cells)
	}
	a.tableau = newTableau(s.unknowns, fixed)
	for _, e := range s.equations {
		a.know(e.left, e.right, nil)
	}
	for i := range s.cells {
		c := &s.cells[i]
		a.guarded[i] = hidden[i] && r.guards(c)
		switch known := c.shown && !hidden[i] || r.knows(c); {
		case a.guarded[i]:
			for _, u := range c.sum {
				a.doubts[u] = append(a.doubts[u], int32(i))
			}
		case !known:
		case duals:
			a.know(c.sum, nil, []weight{{int32(s.unknowns + i), -1}})
		default:
			a.know(c.sum, nil, nil)
		}
	}
	a.tableau.settle()
	return a
}

// know adds the fact that left − right + rest keeps its value.
func (a *attacker) know(left, right []int, rest []weight) {
	number := int32(len(a.balance))
	a.balance = append(a.balance, 0)
	var combination []weight
	for i, sum := range [][]int{left, right} {
		sign := 1 - 2*i
		for _, u := range sum {
			a.facts[u] = append(a.facts[u], fact{number, sign})
			combination = append(combination, weight{int32(u), float64(sign)})
		}
	}
	a.tableau.impose(append(combination, rest...), a.rank)
}

// rank prefers to make basic what can fall: a basic unknown of zero blocks
// every move that would make it negative.
func (a *attacker) rank(unknown int32) int { return -min(a.space.truth[unknown], 3) }

// reset goes back to the true counts.
func (a *attacker) reset() {
	for _, u := range a.moved {
		a.value[u] = float64(a.space.truth[u])
	}
	a.moved = a.moved[:0]
	a.tableau.reset()
}

// look takes the values for a population if they are whole, and if it agrees
// with all that is known notes where the withheld cells are in it.
func (a *attacker) look() bool {
	slices.Sort(a.moved)
	a.moved = slices.Compact(a.moved)
	for _, u := range a.moved {
		if math.Abs(a.value[u]-math.Round(a.value[u])) > negligible {
			return false
		}
	}
	if !a.agrees() {
		return false
	}
	a.locate()
	for _, cell := range a.shifted {
		a.see(cell)
	}
	return true
}

// by is how far an unknown is from the truth.
func (a *attacker) by(unknown int32) int {
	return int(math.Round(a.value[unknown])) - a.space.truth[unknown]
}

// agrees checks in whole numbers that no count is negative and that every fact
// holds that an unknown moved takes part in.
func (a *attacker) agrees() bool {
	for _, u := range a.moved {
		if a.space.truth[u]+a.by(u) < 0 {
			return false
		}
	}
	for _, u := range a.moved {
		for _, f := range a.facts[u] {
			a.balance[f.number] += f.sign * a.by(u)
		}
	}
	agrees := true
	for _, u := range a.moved {
		for _, f := range a.facts[u] {
			agrees = agrees && a.balance[f.number] == 0
		}
	}
	for _, u := range a.moved {
		for _, f := range a.facts[u] {
			a.balance[f.number] = 0
		}
	}
	return agrees
}

// locate finds the withheld cells that are off the truth.
func (a *attacker) locate() {
	for _, cell := range a.shifted {
		a.shift[cell] = 0
	}
	a.shifted, a.singles = a.shifted[:0], a.singles[:0]
	for _, u := range a.moved {
		by := a.by(u)
		if by == 0 {
			continue
		}
		for _, cell := range a.doubts[u] {
			a.shift[cell] += by
			a.shifted = append(a.shifted, cell)
		}
	}
	slices.Sort(a.shifted)
	a.shifted = slices.Compact(a.shifted)
	a.shifted = slices.DeleteFunc(a.shifted, func(c int32) bool { return a.shift[c] == 0 })
	for _, cell := range a.shifted {
		if a.single(cell) {
			a.singles = append(a.singles, cell)
		}
	}
}

// see notes where a withheld cell is in the last population.
func (a *attacker) see(cell int32) {
	shift, seen := a.shift[cell], &a.seen[cell]
	if a.foolsInsider(cell) {
		before := seen.above || seen.below && a.space.cells[cell].count > 1
		seen.unfooled = both(seen.unfooled, a.singles, before)
	}
	seen.above = seen.above || shift > 0
	seen.below = seen.below || shift < 0
}
