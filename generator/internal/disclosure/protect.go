// Package disclosure decides which figures about people may be published.
package disclosure

// A Decision says for every cell of a problem whether it is withheld.
type Decision struct {
	tables [][][]int // cell by year, table and number
	hidden []bool
}

// Withheld reports the fate of a cell, by the positions of its year and table
// in the problem and its number in the table.
func (d *Decision) Withheld(year, table, cell int) bool {
	return d.hidden[d.tables[year][table][cell]]
}

// A Report counts what a decision withholds.
type Report struct {
	Cells         int // distinct cells with people in them
	Primary       int // withheld because their count is small
	Secondary     int // withheld because others could be derived from them
	Entries       int // people counted in distinct cells
	HiddenEntries int // of these, in withheld ones
}

// Protect decides which cells of p are withheld.
func Protect(p *Problem) (*Decision, Report, error) {
	if err := p.check(); err != nil {
		return nil, Report{}, err
	}
	s, err := newSpace(p)
	if err != nil {
		return nil, Report{}, err
	}
	demanded := make([]bool, len(s.cells))
	var hidden []bool
	for {
		hidden = decide(s, demanded)
		a := newAttacker(s, hidden, false)
		short := a.shortfalls()
		println(len(short))
		n := 0
		for i := range a.seen {
			n += len(a.seen[i].unfooled)
		}
		ins := a.insiders()
		println(n, len(ins))
		if len(short) == 0 {
			break
		}
		for _, c := range repairs(s, hidden, short) {
			demanded[c] = true
		}
	}
	return &Decision{s.tables, hidden}, reportOn(s, hidden), nil
}

func reportOn(s *space, hidden []bool) Report {
	var r Report
	for i := range s.cells {
		c := &s.cells[i]
		if c.count == 0 {
			continue
		}
		r.Cells++
		r.Entries += c.count
		switch {
		case !hidden[i]:
			continue
		case c.small():
			r.Primary++
		default:
			r.Secondary++
		}
		r.HiddenEntries += c.count
	}
	return r
}
