package disclosure

import "slices"

// Whoever kept an earlier release has its figures too, those of tables that
// are no longer published as well: they count the same people. A cell withheld
// then stays withheld. What was told then, and is as it was, is told: to
// withhold it now would hide nothing. So the cells that no release told are
// guarded a second time, against a reader who knows those told besides what is
// published now. A population that such a reader can't exclude, and the same
// one with the people left out that were recorded in between, agree with both
// releases.
//
// What was added between two releases may show as the difference of two counts
// of a cell, which is not prevented. So that it helps with nothing else, the
// cells that no release told are guarded a third time, against who knows the
// counts that have changed with their change.

// recall marks what earlier releases said of the cells.
func (s *space) recall(p *Problem) {
	for y, year := range p.Years {
		for t, table := range year.Tables {
			for _, e := range table.Earlier {
				c := &s.cells[s.tables[y][t][e.Cell]]
				c.told = c.told || e.Same
				c.retold = c.retold || !e.Withheld && !e.Same
				if e.Withheld {
					c.kept, c.threshold = true, max(c.threshold, e.Threshold)
				}
			}
		}
	}
}

// remembered reports whether a reader of earlier releases is taken to know a
// cell.
func (c *cell) remembered() bool { return c.told || c.retold && !c.kept }

// remembers reports whether there was an earlier release.
func (s *space) remembers() bool {
	return slices.ContainsFunc(s.cells, func(c cell) bool { return c.kept || c.told || c.retold })
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
	knows   func(c *cell) bool
	guards  func(c *cell) bool // among the withheld cells
	guesses bool               // he may be wrong, so that what can't be kept from him is not given away
}

// readers lists all that are to be guarded against: the reader of this release
// alone, of all releases, and of all that has changed between them.
func (s *space) readers() []reader {
	readers := []reader{s.alone()}
	if s.remembers() {
		readers = append(readers, reader{
			knows:  func(c *cell) bool { return c.told },
			guards: func(c *cell) bool { return !c.told && (c.kept || !c.retold) },
		})
	}
	if slices.ContainsFunc(s.cells, func(c cell) bool { return c.retold }) {
		readers = append(readers, reader{(*cell).remembered, func(c *cell) bool { return !c.remembered() }, true})
	}
	return readers
}

// alone is a reader of this release only.
func (s *space) alone() reader {
	return reader{knows: func(*cell) bool { return false }, guards: func(*cell) bool { return true }}
}

// secret marks the hidden cells that no release has told.
func (s *space) secret(hidden []bool) []bool {
	marked := slices.Clone(hidden)
	for i := range marked {
		marked[i] = marked[i] && !s.cells[i].remembered()
	}
	return marked
}

// preventable leaves of what a reader gets what withholding could keep from
// him, and lists the cells where it couldn't: what follows from zeros and from
// what he knows besides this release. What he gets without this release is
// neither.
func (s *space) preventable(before func() (*space, error), r reader, short []shortfall) (left []shortfall, exposed []int, err error) {
	if len(short) == 0 || !s.remembers() {
		return short, nil, nil
	}
	past, err := before()
	if err != nil {
		return nil, nil, err
	}
	everything := slices.Repeat([]bool{true}, len(s.cells))
	given, bare := newAttacker(past, everything, r, false), newAttacker(s, everything, r, false)
	for _, f := range short {
		switch {
		case !given.fool(f):
		case bare.fool(f):
			left = append(left, f)
		case !r.guesses:
			exposed = append(exposed, f.cell)
		}
	}
	return left, exposed, nil
}

// before is a problem in which this release publishes nothing. Its cells have
// the same numbers.
func (p *Problem) before() *Problem {
	return p.with(func(t *Table) { t.Past = true })
}

// with is a problem whose tables are changed; what p has stays as it is.
func (p *Problem) with(change func(*Table)) *Problem {
	changed := &Problem{Dimensions: p.Dimensions}
	for _, year := range p.Years {
		year.Tables = slices.Clone(year.Tables)
		for t := range year.Tables {
			change(&year.Tables[t])
		}
		changed.Years = append(changed.Years, year)
	}
	return changed
}
