package audit

import (
	"math/rand/v2"
	"slices"
	"testing"

	"congbo/generator/internal/model"
)

// TestInsidersByBounds looks for what the audit's own test of insiders, that
// two figures rise and fall together, could miss: it holds the figure of who
// stands alone at one and bounds every other small one. Who is not fooled even
// by the zeros alone is exempt, as there.
func TestInsidersByBounds(t *testing.T) {
	pairs, missed, shown := 0, 0, 0
	for seed := range rounds(t, 15) {
		random := rand.New(rand.NewPCG(seed, 5))
		world := invented(random)
		s, tables, err := published(world)
		if err != nil {
			t.Fatal(err)
		}
		known := unfooled(t, s, world, now, counted{tables}, &pairs)
		given, none := map[string]bool{}, 0
		for _, p := range unfooled(t, s, world, zeros, counted{tables}, &none) {
			given[p.String()] = true
		}
		for _, p := range known {
			if !given[p.String()] {
				missed++
				t.Errorf("seed %d: who stands alone in %s works out %s", seed, p.owner, p.other)
			}
		}
		if s.show(random, world) {
			shown += len(unfooled(t, s, world, now, counted{tables}, &none)) - len(known)
		}
	}
	t.Logf("%d pairs, %d of them give something away; %d do once another figure is shown", pairs, missed, shown)
	if shown == 0 {
		t.Error("figures that are shown give nothing away: the test tests nothing")
	}
}

// unfooled lists the pairs in which the owner knows the other figure by a
// reading.
func unfooled(t *testing.T, s *Site, world *model.World, r reading, judge Judge, tried *int) []pair {
	t.Helper()
	sys, err := s.system(r)
	if err != nil {
		t.Fatal(err)
	}
	var found []pair
	for _, whole := range sys.parts() {
		for i, owner := range whole.quarries {
			held := &part{equations: slices.Clone(whole.equations)}
			held.equations = append(held.equations, equation{sumOf(owner.sum, 1), 1 - owner.rest})
			for j, other := range whole.quarries {
				p := pair{owner.figures[0], other.figures[0]}
				if i == j || !judge.Alone(p.owner, p.other) || s.contains(p.owner, p.other) {
					continue
				}
				*tried++
				held.quarries = []quarry{{figures: other.figures, sum: other.sum, rest: other.rest}}
				if !held.fools(t, s.count(world, p.other)) {
					found = append(found, p)
				}
			}
		}
	}
	return found
}

// fools reports whether the only quarry of a part could be more than it is, or
// less if that leaves somebody in it.
func (p *part) fools(t *testing.T, count int) bool {
	t.Helper()
	if err := p.begin(); err != nil {
		t.Fatal(err)
	}
	q := &p.quarries[0]
	for _, direction := range []float64{1, -1} {
		for {
			low, high := whole(q.low, q.high)
			if high > count || low < count && count > 1 {
				return true
			}
			moved, err := p.push(q, direction)
			if err != nil {
				t.Fatal(err)
			}
			if !moved {
				break
			}
		}
	}
	low, high := whole(q.low, q.high)
	return high > count || low < count && count > 1
}

// count is the true count of a figure.
func (s *Site) count(world *model.World, f Figure) int {
	for _, t := range s.tables {
		for _, c := range t.cells {
			if t.figure(c).String() == f.String() {
				return t.trueCount(world, c)
			}
		}
	}
	return 0
}
