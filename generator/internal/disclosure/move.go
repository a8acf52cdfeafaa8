package disclosure

import (
	"cmp"
	"math"
	"slices"
)

// The outcomes of a push.
type outcome int

const (
	reached    outcome = iota
	impossible         // no population agrees with what is published
	lost               // not found in the moves allowed
)

// push looks for a population in which a withheld cell is larger than it is
// (direction 1) or smaller (−1), by the simplex method from where the attacker
// is now. It may pass through counts that aren't whole.
func (a *attacker) push(cell int, direction, moves int) outcome {
	for range moves {
		s, found := a.choose(a.slopes(cell), direction)
		if !found {
			return a.atBest(cell, direction)
		}
		if s.length > 0 {
			a.take(s)
			if a.look() && a.shift[cell]*direction > 0 {
				return reached
			}
		}
		if s.pivots {
			a.tableau.pivot(s.blocker, s.unknown)
		}
	}
	return lost
}

// atBest says what it means that no step carries the cell any further. Then
// nothing that agrees with what is published does, whole or not; but counts
// that aren't whole may have got it as far as needed.
func (a *attacker) atBest(cell, direction int) outcome {
	gain := -float64(a.space.cells[cell].count)
	for _, u := range a.space.cells[cell].sum {
		gain += a.value[u]
	}
	if gain*float64(direction) > 1-negligible {
		return lost
	}
	return impossible
}

// slopes says how the cell grows with each unknown that is not basic.
func (a *attacker) slopes(cell int) []weight { return a.tableau.reduce(a.combination(cell)) }

func (a *attacker) combination(cell int) []weight {
	combination := make([]weight, 0, len(a.space.cells[cell].sum))
	for _, u := range a.space.cells[cell].sum {
		combination = append(combination, weight{int32(u), 1})
	}
	return combination
}

// A step changes one unknown that is not basic by ±1 times its length, and the
// basic ones with it; then it may take the place of the one that blocks it.
type step struct {
	unknown int32
	by      int
	length  float64
	blocker int32 // row of the first basic unknown to fall to zero; -1: none
	pivots  bool
	kind    int // the less the better
}

// The kinds of steps.
const (
	whole    = iota // all counts stay whole
	broken          // some may not
	standing        // only the tableau changes
	none
)

// choose finds the next step that carries the cell in direction, false if
// there is none.
func (a *attacker) choose(slopes []weight, direction int) (step, bool) {
	best := step{kind: none}
	ties := 0
	for _, w := range a.inOrder(slopes) {
		s := step{unknown: w.unknown, by: direction}
		if w.factor < 0 {
			s.by = -direction
		}
		if int(w.unknown) >= a.tableau.movable || s.by < 0 && a.value[w.unknown] <= negligible {
			continue
		}
		a.measure(&s, math.Ceil(1/math.Abs(w.factor)-negligible))
		switch {
		case s.kind < best.kind:
			best, ties = s, 1
		case s.kind == best.kind:
			if ties++; a.attempt > 0 && a.pick(ties) == 0 {
				best = s
			}
		}
		if best.kind == whole {
			break
		}
	}
	return best, best.kind != none
}

// inOrder sorts slopes: the steepest first, and equals in an order of the
// attempt's own.
func (a *attacker) inOrder(slopes []weight) []weight {
	slices.SortFunc(slopes, func(v, w weight) int {
		return cmp.Or(
			cmp.Compare(math.Abs(w.factor), math.Abs(v.factor)),
			cmp.Compare(a.lot(v.unknown), a.lot(w.unknown)),
			cmp.Compare(v.unknown, w.unknown))
	})
	return slopes
}

func (a *attacker) lot(unknown int32) residue {
	if a.attempt == 0 {
		return 0
	}
	return mixed(a.attempt, uint64(unknown))
}

// pick varies the choice among n from move to move, so that steps that change
// only the tableau don't go round in circles.
func (a *attacker) pick(n int) int {
	a.picks++
	return int(mixed(a.attempt, a.picks) % residue(n))
}

// measure finds how long a step may be: until the unknown itself, or a basic
// one, falls to zero; as far as is needed; in whole numbers where that's more
// than nothing.
func (a *attacker) measure(s *step, needed float64) {
	limit, integral := math.Inf(1), true
	if s.by < 0 {
		limit = a.value[s.unknown]
	}
	s.blocker = -1
	for _, e := range a.tableau.column(s.unknown) {
		integral = integral && e.factor == math.Trunc(e.factor)
		if fall := e.factor * float64(s.by); fall > 0 {
			if allowed := max(0, a.value[a.tableau.basic[e.row]]/fall); allowed < limit-negligible {
				limit, s.blocker = allowed, e.row
			}
		}
	}
	switch {
	case limit <= negligible:
		s.kind, s.pivots = standing, s.blocker >= 0
	case integral && limit > 1-negligible:
		s.length = min(needed, math.Floor(limit+negligible))
		s.pivots = s.blocker >= 0 && s.length >= limit-negligible
	default:
		s.kind, s.length, s.pivots = broken, min(needed, limit), s.blocker >= 0 && limit <= needed
	}
}

// take makes a step.
func (a *attacker) take(s step) {
	by := float64(s.by) * s.length
	a.change(s.unknown, by)
	for _, e := range a.tableau.column(s.unknown) {
		a.change(a.tableau.basic[e.row], -e.factor*by)
	}
}

func (a *attacker) change(unknown int32, by float64) {
	a.value[unknown] = tidy(a.value[unknown] + by)
	a.moved = append(a.moved, unknown)
}
