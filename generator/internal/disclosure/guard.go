package disclosure

import (
	"cmp"
	"slices"
)

// A guard decides cell by cell what may be published without letting a reader,
// or the one person in a cell of one, derive a guarded cell by adding and
// subtracting (after Langsrud, "Secondary cell suppression by Gaussian
// elimination", PSD 2024).
type guard struct {
	space  *space
	know   *knowledge
	cells  []int // guarded, by number among the watched
	seeds  [2][]residue
	hashes [][2]residue // of what is left of each guarded cell
	ratios []residue
	alike  map[residue][]int // numbers by ratio: multiples of each other
}

// decide returns for each cell whether it is withheld: the small ones, those
// demanded, and whatever else would give one of these away to a reader.
func decide(s *space, demanded []bool, r reader) []bool {
	hidden := make([]bool, len(s.cells))
	g := newGuard(s)
	for i := range s.cells {
		c := &s.cells[i]
		hidden[i] = c.shown && c.small() || demanded[i]
		if r.knows(c) {
			g.tell(i)
		}
	}
	for i := range s.cells {
		if hidden[i] && r.guards(&s.cells[i]) {
			g.watch(i)
		}
	}
	for _, i := range candidates(s, hidden) {
		hidden[i] = !g.publish(i)
	}
	return hidden
}

// tell makes a cell known, whatever follows from it.
func (g *guard) tell(cell int) {
	if reduced := g.know.reduce(g.space.cells[cell].sum, nil); len(reduced) > 0 {
		g.know.learn(reduced)
	}
}

// candidates lists the cells to be decided on: first those that an earlier
// release told, since to withhold them hides nothing, then the most useful, the
// more general, then the larger.
func candidates(s *space, hidden []bool) []int {
	var cells []int
	for i := range s.cells {
		if s.cells[i].shown && !hidden[i] && s.cells[i].count > 0 {
			cells = append(cells, i)
		}
	}
	slices.SortStableFunc(cells, func(i, j int) int {
		a, b := &s.cells[i], &s.cells[j]
		return cmp.Or(compareBool(b.told, a.told), cmp.Compare(a.depth, b.depth), cmp.Compare(b.count, a.count))
	})
	return cells
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// newGuard knows the equations and nothing else.
func newGuard(s *space) *guard {
	g := &guard{space: s, know: newKnowledge(s.unknowns), alike: map[residue][]int{}}
	for seed := range g.seeds {
		for u := range s.unknowns {
			g.seeds[seed] = append(g.seeds[seed], mixed(uint64(seed)<<32, uint64(u)))
		}
	}
	for _, e := range s.equations {
		if reduced := g.know.reduce(e.left, e.right); len(reduced) > 0 {
			g.know.learn(reduced)
		}
	}
	g.know.onLearn = g.rehash
	return g
}

func (g *guard) watch(cell int) {
	number := g.know.watch(g.space.cells[cell].sum)
	g.cells = append(g.cells, cell)
	g.hashes = append(g.hashes, g.hash(g.know.watched[number]))
	g.ratios = append(g.ratios, ratio(g.hashes[number]))
	g.alike[g.ratios[number]] = append(g.alike[g.ratios[number]], number)
}

// publish tells the reader a cell, unless that gives a guarded one away.
func (g *guard) publish(cell int) bool {
	reduced := g.know.reduce(g.space.cells[cell].sum, nil)
	if len(reduced) == 0 {
		return true // he knows it already
	}
	if len(g.alike[ratio(g.hash(reduced))]) > 0 || g.helpsInsider(reduced) {
		return false
	}
	g.know.learn(reduced)
	return true
}

// hash maps a form to two numbers, linearly: multiples of each other have the
// same ratio, and others have not.
func (g *guard) hash(f form) [2]residue {
	var h [2]residue
	for _, t := range f {
		for seed := range h {
			h[seed] = h[seed].add(t.factor.times(g.seeds[seed][t.unknown]))
		}
	}
	return h
}

func ratio(hash [2]residue) residue { return hash[0].times(hash[1].inverse()) }

// rehash follows a guarded cell whose rest has changed.
func (g *guard) rehash(number int) {
	old := g.ratios[number]
	g.alike[old] = slices.DeleteFunc(g.alike[old], func(n int) bool { return n == number })
	g.hashes[number] = g.hash(g.know.watched[number])
	g.ratios[number] = ratio(g.hashes[number])
	g.alike[g.ratios[number]] = append(g.alike[g.ratios[number]], number)
}

// helpsInsider reports whether learning a reduced sum would make what is left
// of some cell of one a multiple of what is left of another small cell: then
// the one person in it, who knows that it is one, could work the other out.
func (g *guard) helpsInsider(reduced form) bool {
	pivot := g.know.pivot(reduced)
	learned := g.hash(reduced)
	scale := reduced.factor(pivot).inverse().negative()
	changed := map[residue][]int{}
	var affected []int
	for _, holder := range g.know.holding(pivot) {
		if number := int(holder) - len(g.know.solved); number >= 0 {
			affected = append(affected, number)
			times := g.know.watched[number].factor(pivot).times(scale)
			after := g.hashes[number]
			for seed := range after {
				after[seed] = after[seed].add(learned[seed].times(times))
			}
			changed[ratio(after)] = append(changed[ratio(after)], number)
		}
	}
	for after, numbers := range changed {
		for i, n := range numbers {
			for _, m := range numbers[:i] {
				if g.ratios[n] != g.ratios[m] && g.insider(n, m) {
					return true
				}
			}
			for _, m := range g.alike[after] {
				if !slices.Contains(affected, m) && g.insider(n, m) {
					return true
				}
			}
		}
	}
	return false
}

// insider reports whether one of two guarded cells is of one person and the
// other small.
func (g *guard) insider(n, m int) bool {
	a, b := &g.space.cells[g.cells[n]], &g.space.cells[g.cells[m]]
	return a.small() && b.small() && (a.count == 1 || b.count == 1)
}
