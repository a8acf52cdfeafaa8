package disclosure

// A Finding is what an attacker makes of a withheld figure. Where it stands in
// several tables of a year, the first is named.
type Finding struct {
	Year, Table, Cell int  // positions, as in Decision.Withheld
	More, Less        bool // some population that agrees with what is published has more there, or less
	Insiders          int  // owners of a cell of one who can work it out
}

// Safe reports whether nobody can work the figure out.
func (f Finding) Safe() bool { return f.More && f.Less && f.Insiders == 0 }

// Audit attacks a choice of withheld cells, however it was made, and returns a
// finding for each withheld figure. What isn't found counts as impossible.
// Figures of zero are taken to be published.
func Audit(p *Problem, withheld func(year, table, cell int) bool) ([]Finding, error) {
	s, err := newSpace(p)
	if err != nil {
		return nil, err
	}
	findings := make([]*Finding, len(s.cells))
	hidden := make([]bool, len(s.cells))
	var all []*Finding
	for y, tables := range s.tables {
		for t, cells := range tables {
			for number, cell := range cells {
				if findings[cell] == nil && s.cells[cell].count > 0 && withheld(y, t, number) {
					hidden[cell] = true
					findings[cell] = &Finding{Year: y, Table: t, Cell: number, More: true, Less: true}
					all = append(all, findings[cell])
				}
			}
		}
	}
	for _, f := range attack(s, hidden, s.alone()) {
		findings[f.cell].note(f)
	}
	var result []Finding
	for _, f := range all {
		result = append(result, *f)
	}
	return result, nil
}

func (f *Finding) note(s shortfall) {
	switch {
	case len(s.owners) > 0:
		f.Insiders++
	case s.direction > 0:
		f.More = false
	default:
		f.Less = false
	}
}

// A shortfall is a withheld cell that no population was found to put above
// (direction 1) or below (−1) what it is; or one whose count the owner of a
// cell of one can work out.
type shortfall struct {
	cell, direction int
	owners          []int // cells of one
}

// patience is the moves allowed to each attempt at a cell.
var patience = []int{60, 200, 600}

// attack tries everything a reader could do, and then every insider.
func attack(s *space, hidden []bool, r reader) []shortfall {
	a := newAttacker(s, hidden, r, false)
	short := a.shortfalls()
	return append(short, a.insiders()...)
}

// shortfalls tries every withheld cell in both directions; what isn't found
// counts as short.
func (a *attacker) shortfalls() []shortfall {
	var short []shortfall
	for i, guarded := range a.guarded {
		for _, direction := range []int{1, -1} {
			f := shortfall{cell: i, direction: direction}
			if guarded && !a.sighted(f) && a.try(f, len(patience)) != reached {
				short = append(short, f)
			}
		}
	}
	return short
}

func (a *attacker) sighted(f shortfall) bool {
	if f.direction > 0 {
		return a.seen[f.cell].above
	}
	return a.seen[f.cell].below
}
