package audit

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A pair is two withheld sums of which who stands alone in one learns the
// other.
type pair struct{ owner, other Figure }

func (p pair) String() string { return p.owner.String() + " → " + p.other.String() }

// pairs finds withheld sums that rise and fall together: who knows one of them
// works out the other, as does whoever stands alone in it.
func (p *part) pairs(judge Judge) []pair {
	var pairs []pair
	for _, quarries := range p.alike() {
		for _, other := range quarries {
			for _, owner := range quarries {
				if owner != other && !owner.told && !other.told && judge.Alone(owner.figures[0], other.figures[0]) {
					pairs = append(pairs, pair{owner.figures[0], other.figures[0]})
				}
			}
		}
	}
	return pairs
}

// alike groups the withheld sums that are multiples of each other but for
// what is known.
func (p *part) alike() [][]*quarry {
	byShape := map[string][]*quarry{}
	for i := range p.quarries {
		q := &p.quarries[i]
		if _, slopes := p.tableau.reduce(sumOf(q.sum, 1)); len(slopes) > 0 {
			byShape[slopes.shape()] = append(byShape[slopes.shape()], q)
		}
	}
	var groups [][]*quarry
	for _, shape := range slices.Sorted(maps.Keys(byShape)) {
		groups = append(groups, byShape[shape])
	}
	return groups
}

// shape is the same for lines that are multiples of each other.
func (l line) shape() string {
	var b strings.Builder
	for _, t := range l {
		fmt.Fprintf(&b, "%d:%.6f ", t.unknown, t.factor/l[0].factor)
	}
	return b.String()
}

// insiders lists the pairs that give something away: not those whose people
// are the same as the zeros around them say by themselves.
func (s *Site) insiders(pairs []pair) ([]Finding, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	bare, err := s.system(zeros)
	if err != nil {
		return nil, err
	}
	group := map[string]int{} // by figure
	groups := 0
	for _, part := range bare.parts() {
		if err := part.begin(); err != nil {
			return nil, err
		}
		for _, quarries := range part.alike() {
			groups++
			for _, q := range quarries {
				group[q.figures[0].String()] = groups
			}
		}
	}
	var found []Finding
	for _, p := range pairs {
		if group[p.owner.String()] != group[p.other.String()] && !s.contains(p.owner, p.other) {
			found = append(found, Finding{Figure: p.other, Owner: &p.owner})
		}
	}
	return found, nil
}

// contains reports whether whoever is counted in part is counted in whole by
// definition.
func (s *Site) contains(whole, part Figure) bool {
	a, b := s.counted(whole), s.counted(part)
	if whole.Year != part.Year || a.left != b.left {
		return false
	}
	for d, set := range a.sets {
		inside := b.sets[d]
		if inside == nil {
			return false
		}
		for code, in := range inside {
			if in && !set[code] {
				return false
			}
		}
	}
	return true
}

// A counting is whom a figure counts: those whose codes are in all of its sets.
type counting struct {
	left bool
	sets map[string][]bool
}

func (s *Site) counted(f Figure) counting {
	i := slices.IndexFunc(s.tables, func(t *table) bool { return t.ID == f.Table && t.release == f.Release })
	v := s.view(s.tables[i], f.Year)
	return counting{s.tables[i].Measure == left, v.sets(cell{codes: f.Codes})}
}
