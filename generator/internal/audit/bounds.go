package audit

import (
	"errors"
	"math"
)

// A part is unknowns that have to do with each other: what is known of them,
// and the withheld sums of them.
type part struct {
	equations []equation
	quarries  []quarry
	tableau   *tableau
}

// A quarry is a withheld sum that is being bounded. It was seen to be anything
// from low to high.
type quarry struct {
	figures   []Figure
	sum       []int32
	rest      float64 // what the known of its unknowns sum to
	told      bool    // it need not be kept from this reader: he was told
	low, high float64
}

// attack bounds every withheld sum.
func (p *part) attack(judge Judge) ([]Finding, error) {
	var found []Finding
	for i := range p.quarries {
		q := &p.quarries[i]
		if q.told {
			continue
		}
		for _, direction := range []float64{1, -1} {
			for !q.safe(judge) {
				moved, err := p.push(q, direction)
				if err != nil {
					return nil, err
				}
				if !moved {
					break
				}
			}
		}
		low, high := whole(q.low, q.high)
		for _, f := range q.figures {
			if !judge.Safe(f, low, high) {
				found = append(found, Finding{Figure: f, Low: low, High: high})
			}
		}
	}
	return found, nil
}

func (q *quarry) safe(judge Judge) bool {
	low, high := whole(q.low, q.high)
	for _, f := range q.figures {
		if !judge.Safe(f, low, high) {
			return false
		}
	}
	return true
}

// begin finds some counts that agree with all that is known.
func (p *part) begin() error {
	p.tableau = newTableau()
	for _, e := range p.equations {
		if err := p.tableau.add(e); err != nil {
			return err
		}
	}
	if err := p.tableau.repair(); err != nil {
		return err
	}
	for i := range p.quarries {
		q := &p.quarries[i]
		q.low, q.high = math.Inf(1), math.Inf(-1)
	}
	p.look()
	return nil
}

// look notes where the withheld sums are now. Between two places where a sum
// was seen it can be anywhere.
func (p *part) look() {
	for i := range p.quarries {
		q := &p.quarries[i]
		now := q.rest
		for _, u := range q.sum {
			if r, basic := p.tableau.rowOf[u]; basic {
				now += p.tableau.rows[r].value
			}
		}
		q.low, q.high = min(q.low, now), max(q.high, now)
	}
}

// push takes one step that makes a sum larger (direction 1) or smaller (−1);
// false where there is none.
func (p *part) push(q *quarry, direction float64) (bool, error) {
	t := p.tableau
	for stalled := 0; stalled < patience; stalled++ {
		_, slopes := t.reduce(sumOf(q.sum, direction))
		entering := t.steepest(slopes, stalled > hesitation)
		if entering < 0 {
			return false, nil
		}
		r, length := t.block(entering)
		if r < 0 {
			if direction > 0 {
				q.high = math.Inf(1)
			}
			return direction < 0, nil
		}
		t.pivot(r, entering)
		if length > negligible {
			p.look()
			return true, nil
		}
	}
	return false, errStuck
}

// Steps that change only the tableau are taken by chance after some, and given
// up after many.
const (
	hesitation = 30
	patience   = 20000
)

var errStuck = errors.New("audit: a bound was not found")

// steepest picks the unknown by which a sum rises most; by chance one of those
// by which it rises at all. −1: there is none.
func (t *tableau) steepest(slopes line, byChance bool) int32 {
	best, steepness, candidates := int32(-1), negligible, 0
	for _, s := range slopes {
		switch {
		case s.factor <= negligible:
		case byChance:
			if candidates++; t.random.IntN(candidates) == 0 {
				best = s.unknown
			}
		case s.factor > steepness:
			best, steepness = s.unknown, s.factor
		}
	}
	return best
}

// block finds the row whose basic unknown keeps another from rising further,
// and how far it may. −1: none does.
func (t *tableau) block(entering int32) (int, float64) {
	blocking, length, size := -1, math.Inf(1), 0.0
	for _, r := range t.column(entering) {
		factor := t.rows[r].terms.factor(entering)
		if factor <= negligible {
			continue
		}
		far := max(0, t.rows[r].value) / factor
		if far < length-negligible || far < length+negligible && factor > size {
			blocking, length, size = r, min(far, length), factor
		}
	}
	return blocking, length
}

// repair carries the basic unknowns that are below zero up to it: the simplex
// method's first phase, on the sum of what they lack.
func (t *tableau) repair() error {
	for step := range patience {
		lacking := map[int32]float64{}
		most := -1
		for r := range t.rows {
			if t.rows[r].value >= -negligible {
				continue
			}
			most = r
			for _, term := range t.rows[r].terms {
				lacking[term.unknown] -= term.factor
			}
		}
		if most < 0 {
			return nil
		}
		entering := t.steepest(lineOf(lacking), step%2 == 1)
		if entering < 0 {
			return errContradiction
		}
		t.pivot(t.blockRepair(entering), entering)
	}
	return errStuck
}

// blockRepair finds the row to leave: the first that would fall below zero,
// else the last of those below it that reaches it.
func (t *tableau) blockRepair(entering int32) int {
	leaving, length := -1, 0.0
	for _, r := range t.column(entering) {
		factor, value := t.rows[r].terms.factor(entering), t.rows[r].value
		if value < -negligible && factor < -negligible {
			if far := value / factor; far > length {
				leaving, length = r, far
			}
		}
	}
	for _, r := range t.column(entering) {
		factor, value := t.rows[r].terms.factor(entering), t.rows[r].value
		if value >= -negligible && factor > negligible {
			if far := max(0, value) / factor; far < length {
				leaving, length = r, far
			}
		}
	}
	return leaving
}
