// Package disclosure decides which figures about people may be published.
//
// A Problem goes in: who is counted in each year, and all tables that count
// them. Out come a Decision, which says of each cell whether it is withheld,
// and a Report on what that costs. Small counts are withheld, and so is
// whatever else would let a reader work one out by adding and subtracting, or
// would let the one person in a cell of one work out another. The decision is
// one over all tables and years; a figure that stands in several tables has one
// fate in all.
//
// A guard decides (guard.go). An attacker, which knows nothing of the guard's
// method, then looks for each withheld cell of count y for whole-number
// populations that agree with every published figure and put the cell at y+1
// or more, and at y−1 or less (attacker.go). Where it finds none, another cell
// is withheld. Nothing that it hasn't found such witnesses for is published.
//
// Zeros are published: they say that nobody is there. Not promised: that a
// small group exists is no secret, only its size is; a withheld count may be
// known to be from 1 to the threshold; guesses, people who put together what
// they know, and what follows from where the same person must have been in
// another year, are outside, save that stocks and flows add up over the years
// in what nobody ever changes.
//
// It refuses records and tables that contradict each other, which is a fault
// of the caller's.
package disclosure

import "slices"

// A Decision says for every cell of a problem whether it is withheld.
type Decision struct {
	tables [][][]int // cell by year, table and number
	hidden []bool    // by cell
	kept   []bool    // by cell: hidden, and from readers of earlier releases too
}

// Withheld reports the fate of a cell, by the positions of its year and table
// in the problem and its number in the table.
func (d *Decision) Withheld(year, table, cell int) bool {
	return d.hidden[d.tables[year][table][cell]]
}

// Kept reports whether a cell is withheld and no earlier release told it.
func (d *Decision) Kept(year, table, cell int) bool {
	return d.kept[d.tables[year][table][cell]]
}

// A Report says what a decision costs and how it was proven. A figure that
// stands in several tables counts once.
type Report struct {
	Cells         int     // with people in them
	Primary       int     // withheld because the count is small
	Secondary     int     // withheld because another could be worked out from them
	Entries       int     // people, each counted in every cell
	HiddenEntries int     // of these, in withheld cells
	Witnessed     int     // withheld cells seen to be possible with more and with less
	Repairs       int     // cells withheld because the attacker asked for it
	Exposed       []Place // what withholding can't keep from a reader of earlier releases
}

// A Place is a cell by the positions of its year and table and its number
// there; where it stands in several tables, the first is named.
type Place struct{ Year, Table, Cell int }

// place finds a cell.
func (s *space) place(cell int) Place {
	for y, tables := range s.tables {
		for t, cells := range tables {
			if number := slices.Index(cells, cell); number >= 0 {
				return Place{y, t, number}
			}
		}
	}
	return Place{}
}

// Protect decides which cells of p are withheld.
func Protect(p *Problem) (*Decision, Report, error) {
	s, err := newSpace(p)
	if err != nil {
		return nil, Report{}, err
	}
	hidden, report, err := s.protect(func() (*space, error) { return newSpace(p.before()) })
	return &Decision{s.tables, hidden, s.secret(hidden)}, report, err
}

// protect decides which cells are withheld. Before makes the same space as it
// is where this release publishes nothing.
func (s *space) protect(before func() (*space, error)) ([]bool, Report, error) {
	demanded := s.keep()
	for repaired := 0; ; {
		hidden := demanded
		var again, exposed []int
		for _, r := range s.readers() {
			hidden = decide(s, hidden, r)
			short, lost, err := s.preventable(before, r, attack(s, hidden, r))
			if err != nil {
				return nil, Report{}, err
			}
			exposed = append(exposed, lost...)
			again = append(again, repairs(s, hidden, short, r)...)
		}
		if len(again) == 0 {
			return hidden, reportOn(s, hidden, repaired, exposed), nil
		}
		for _, cell := range again {
			demanded[cell] = true
			repaired++
		}
	}
}

func reportOn(s *space, hidden []bool, repaired int, exposed []int) Report {
	r := Report{Repairs: repaired}
	slices.Sort(exposed)
	for _, cell := range slices.Compact(exposed) {
		r.Exposed = append(r.Exposed, s.place(cell))
	}
	for i := range s.cells {
		c := &s.cells[i]
		if c.count == 0 || !c.shown {
			continue
		}
		r.Cells++
		r.Entries += c.count
		if !hidden[i] {
			continue
		}
		r.HiddenEntries += c.count
		r.Witnessed++
		if c.small() {
			r.Primary++
		} else {
			r.Secondary++
		}
	}
	return r
}
