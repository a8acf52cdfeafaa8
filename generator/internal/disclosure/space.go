package disclosure

import (
	"fmt"
	"slices"
)

// A space is what a reader of all published tables doesn't know and what ties
// it together: unknown counts, the cells as sums of them, and equations that
// hold whatever is published.
type space struct {
	unknowns  int
	truth     []int // by unknown
	cells     []cell
	equations []equation
	tables    [][][]int // cell by year, table and number in the table
}

// A cell is one distinct figure, in however many tables it stands.
type cell struct {
	year      int // position in the problem
	depth     int // dimensions that it is restricted in
	count     int
	threshold int   // the strictest of its tables'; 0: stated by no row
	shown     bool  // in a table that is published, unless it is withheld there
	kept      bool  // withheld in an earlier release
	told      bool  // published in one with the count that it still has
	retold    bool  // published in one with another
	sum       []int // unknowns; none for a cell of zero
}

// small reports whether the count by itself must be withheld.
func (c *cell) small() bool { return c.count > 0 && c.count < c.threshold }

// An equation says that two sums of unknowns are equal.
type equation struct{ left, right []int }

// newSpace lays out a problem: the cells, and as unknowns the counts of the
// cliques that are not known to be zero.
func newSpace(p *Problem) (*space, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	if len(p.Dimensions) >= maxDimensions {
		return nil, fmt.Errorf("disclosure: %d dimensions, at most %d are handled", len(p.Dimensions), maxDimensions-1)
	}
	s := &space{}
	flows := newFlows(p)
	for i, year := range p.Years {
		s.tables = append(s.tables, make([][]int, len(year.Tables)))
		stock := s.addBlock(p, i, year.Stock, flows.stock[i], func(m Measure) bool { return m != Left })
		left := s.addBlock(p, i, year.Left, flows.left[i], func(m Measure) bool { return m == Left })
		if err := s.addCells(stock, left); err != nil {
			return nil, err
		}
		s.equations = append(s.equations, flows.equations(i, stock, left)...)
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	s.recall(p)
	s.dropZeros()
	return s, nil
}

// addBlock lays out one population of a year and counts its unknowns.
func (s *space) addBlock(p *Problem, year int, records []Record, link map[int]coding, counts func(Measure) bool) *block {
	b := newBlock(p, year, records)
	for i, t := range p.Years[year].Tables {
		if counts(t.Measure) {
			b.addTable(i, t)
		}
	}
	b.arrange(link)
	for i := range b.cliques {
		c := &b.cliques[i]
		c.first = s.unknowns
		s.unknowns += c.size
		s.truth = append(s.truth, make([]int, c.size)...)
		for _, person := range b.people {
			place, _ := c.place(c.combination(person))
			s.truth[c.first+place]++
		}
	}
	for _, e := range b.tree {
		s.equations = append(s.equations, b.agreement(e)...)
	}
	return b
}

// agreement ties two neighbouring cliques together over their separator.
func (b *block) agreement(e edge) []equation {
	shared := b.newClique(e.separator).axes
	return match(b.side(e.a, shared), b.side(e.b, shared))
}

// A side is unknowns by what they project to.
type side map[int][]int

func (b *block) side(clique int, shared []cliqueAxis) side {
	c := &b.cliques[clique]
	s := side{}
	for place, projection := range c.project(shared) {
		s[projection] = append(s[projection], c.first+place)
	}
	return s
}

// match makes an equation of each projection that either side has.
func match(a, b side) []equation {
	var projections []int
	for projection := range a {
		projections = append(projections, projection)
	}
	for projection := range b {
		projections = append(projections, projection)
	}
	slices.Sort(projections)
	var equations []equation
	for _, projection := range slices.Compact(projections) {
		equations = append(equations, equation{a[projection], b[projection]})
	}
	return equations
}

// addCells finds the distinct cells of the tables of a year's blocks.
func (s *space) addCells(blocks ...*block) error {
	for _, b := range blocks {
		numbers := map[key]int{}
		var fault error
		numberOf := func(k key, t *crossing, threshold int) int {
			number, known := numbers[k]
			if !known {
				number = len(s.cells)
				numbers[k] = number
				c, err := b.newCell(k, s.truth)
				if err != nil {
					fault = err
				}
				s.cells = append(s.cells, c)
			}
			c := &s.cells[number]
			if !t.past {
				c.shown, c.threshold = true, max(c.threshold, threshold)
			}
			return number
		}
		for i := range b.tables {
			t := &b.tables[i]
			b.absences(t, func(k key) {
				c := &s.cells[numberOf(k, t, 0)]
				c.told = c.told || t.told
				if c.count > 0 {
					fault = fmt.Errorf("disclosure: table %d has no row for some of the people it counts", t.table)
				}
			})
			b.cells(t, func(_ int, k key) {
				s.tables[b.year][t.table] = append(s.tables[b.year][t.table], numberOf(k, t, t.threshold))
			})
		}
		if fault != nil {
			return fault
		}
	}
	return nil
}

func (b *block) newCell(k key, truth []int) (cell, error) {
	home, err := b.home(k)
	if err != nil {
		return cell{}, err
	}
	c := cell{year: b.year, sum: home.sum(k, b.groups)}
	for _, group := range k[:b.entry()] {
		if group != 0 {
			c.depth++
		}
	}
	for _, u := range c.sum {
		c.count += truth[u]
	}
	return c, nil
}

// check makes sure that the truth satisfies the equations, without which
// nothing that follows would mean anything.
func (s *space) check() error {
	for _, e := range s.equations {
		if s.total(e.left) != s.total(e.right) {
			return fmt.Errorf("disclosure: the counts don't add up")
		}
	}
	return nil
}

func (s *space) total(sum []int) int {
	total := 0
	for _, u := range sum {
		total += s.truth[u]
	}
	return total
}

// dropZeros removes the unknowns that the zeros published in any release show
// to be zero, and numbers the others anew.
func (s *space) dropZeros() {
	alive := slices.Repeat([]bool{true}, s.unknowns)
	for i := range s.cells {
		if c := &s.cells[i]; c.count == 0 && (c.shown || c.told) {
			for _, u := range s.cells[i].sum {
				alive[u] = false
			}
		}
	}
	for spread(s.equations, alive) {
	}
	renumber := make([]int, s.unknowns)
	var truth []int
	for u, live := range alive {
		renumber[u] = -1
		if live {
			renumber[u] = len(truth)
			truth = append(truth, s.truth[u])
		}
	}
	s.truth, s.unknowns = truth, len(truth)
	for i := range s.cells {
		s.cells[i].sum = renumbered(s.cells[i].sum, renumber)
	}
	for i, e := range s.equations {
		s.equations[i] = equation{renumbered(e.left, renumber), renumbered(e.right, renumber)}
	}
	s.equations = slices.DeleteFunc(s.equations, func(e equation) bool { return len(e.left) == 0 && len(e.right) == 0 })
}

// spread carries zeros through the equations: where one side is zero, nothing
// on the other can be more. It reports whether it found any.
func spread(equations []equation, alive []bool) bool {
	found := false
	dead := func(u int) bool { return !alive[u] }
	for _, e := range equations {
		for _, sides := range [][2][]int{{e.left, e.right}, {e.right, e.left}} {
			if slices.ContainsFunc(sides[0], func(u int) bool { return alive[u] }) {
				continue
			}
			for _, u := range sides[1] {
				found = found || !dead(u)
				alive[u] = false
			}
		}
	}
	return found
}

func renumbered(sum []int, renumber []int) []int {
	kept := sum[:0]
	for _, u := range sum {
		if renumber[u] >= 0 {
			kept = append(kept, renumber[u])
		}
	}
	return kept
}
