package disclosure

import "slices"

// Whoever kept an earlier release has its figures too. A cell withheld then
// stays withheld. What was told then, and is as it was, is told: to withhold it
// now would hide nothing. So the cells that no release told are guarded a
// second time, against a reader who knows those told besides what is published
// now. A population that such a reader can't exclude, and the same one with the
// people left out that were recorded in between, agree with both releases.
//
// Counts that have changed since are not taken to be known: that what was added
// between two releases may show as their difference is not prevented.

// recall marks what earlier releases said of the cells.
func (s *space) recall(p *Problem) {
	for y, year := range p.Years {
		for t, table := range year.Tables {
			for _, e := range table.Earlier {
				c := &s.cells[s.tables[y][t][e.Cell]]
				c.kept = c.kept || e.Withheld
				c.told = c.told || e.Same
				c.retold = c.retold || !e.Withheld && !e.Same
			}
		}
	}
}

// remembers reports whether there was an earlier release.
func (s *space) remembers() bool {
	return slices.ContainsFunc(s.cells, func(c cell) bool { return c.kept || c.told })
}

// keep marks the cells that stay withheld.
func (s *space) keep() []bool {
	marked := make([]bool, len(s.cells))
	for i, c := range s.cells {
		marked[i] = c.kept && !c.told && c.count > 0
	}
	return marked
}

// A reader is what somebody knows besides this release, and what of it is to
// be kept from him.
type reader struct {
	knows  func(c *cell) bool
	guards func(c *cell) bool // among the withheld cells
}

// alone is a reader of this release only.
func (s *space) alone() reader {
	return reader{func(*cell) bool { return false }, func(*cell) bool { return true }}
}

// together is a reader of this release and those before it.
func (s *space) together() reader {
	return reader{
		func(c *cell) bool { return c.told },
		func(c *cell) bool { return !c.told && (c.kept || !c.retold) },
	}
}

// repairsTogether attacks as a reader of all releases does, and picks cells to
// withhold for what he gets. What the earlier releases alone give away can't
// be helped.
func (s *space) repairsTogether(hidden []bool) []int {
	r := s.together()
	unknown := make([]bool, len(hidden))
	for i := range hidden {
		unknown[i] = hidden[i] && !s.cells[i].told
	}
	short := slices.DeleteFunc(attack(s, unknown), func(f shortfall) bool { return !r.guards(&s.cells[f.cell]) })
	return repairs(s, unknown, short, r)
}
