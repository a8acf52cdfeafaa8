package forecast

import "math"

// A margin is a published sum over some cells.
type margin struct {
	cells []int
	sum   float64
}

// complete estimates cells that are withheld from the sums that are not:
// the withheld cells, equal or as they come to begin with, are scaled to what
// each sum leaves for them, in turn, until all fit (iterative proportional
// fitting: Deming and Stephan, Annals of Mathematical Statistics 11, 1940).
// The outcome is a function of published figures and tells no more than they.
func complete(cells []float64, known []bool, margins []margin) {
	const rounds, enough = 200, 1e-9
	for range rounds {
		worst := 0.0
		for _, m := range margins {
			worst = max(worst, m.fit(cells, known))
		}
		if worst < enough {
			return
		}
	}
}

// fit scales the unknown cells of a margin and returns the greatest relative
// change.
func (m margin) fit(cells []float64, known []bool) float64 {
	rest, filled := m.sum, 0.0
	for _, i := range m.cells {
		if known[i] {
			rest -= cells[i]
		} else {
			filled += cells[i]
		}
	}
	if filled == 0 {
		return 0
	}
	factor := max(0, rest) / filled
	for _, i := range m.cells {
		if !known[i] {
			cells[i] *= factor
		}
	}
	return math.Abs(factor - 1)
}
