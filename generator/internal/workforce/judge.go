package workforce

// An attack on what is published is judged here, so that the true counts need
// not leave the room to be compared with.

// A Figure is one figure of a table; of this release, or of one before it.
type Figure struct {
	Release string // its day; empty: this one
	Table   string
	Codes   []string
	Year    int
}

// LeavesOpen says whether a reader who has bounded a figure by low and high
// still can't tell its count to within one. A figure that no table has, or
// that is published, is open to nobody; one of an earlier release that need
// not be kept any more is open to all.
func (p *Publication) LeavesOpen(f Figure, low, high int) bool {
	found, ok := p.figure(f)
	if f.Release != "" && !found.withheld {
		return true
	}
	return ok && found.withheld && low < found.count && found.count < high
}

// Stands says of two withheld figures whether one person stands alone in the
// first, and whether the second is small: then that person must not be able to
// work it out.
func (p *Publication) Stands(owner, other Figure) bool {
	one, ok := p.figure(owner)
	another, found := p.figure(other)
	if !ok || !found || !one.withheld || !another.withheld {
		return false
	}
	t, _ := p.table(other)
	return one.count == 1 && another.count < t.Threshold
}

// Still says whether a figure of a table has this count today. Where there is
// no row any more there is nobody.
func (p *Publication) Still(f Figure, count int) bool {
	_, known := p.table(f)
	found, _ := p.figure(f)
	return known && found.count == count
}

func (p *Publication) figure(f Figure) (figure, bool) {
	t, ok := p.table(f)
	if !ok {
		return figure{}, false
	}
	return t.figure(f.Codes, f.Year)
}

func (p *Publication) table(f Figure) (t *Table, ok bool) {
	if f.Release == "" {
		return p.Table(f.Table)
	}
	t, ok = p.then[past{f.Release, f.Table}]
	return t, ok
}
