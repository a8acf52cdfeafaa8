package workforce

// An attack on what is published is judged here, so that the true counts need
// not leave the room to be compared with.

// LeavesOpen says whether a reader who has bounded a figure by low and high
// still can't tell its count to within one. A figure that no table has, or
// that is published, is open to nobody.
func (p *Publication) LeavesOpen(table string, codes []string, year, low, high int) bool {
	f, ok := p.figure(table, codes, year)
	return ok && f.withheld && low < f.count && f.count < high
}

// Stands says of two withheld figures whether one person stands alone in the
// first, and whether the second is small: then that person must not be able to
// work it out.
func (p *Publication) Stands(owner, other string, ownerCodes, otherCodes []string, ownerYear, otherYear int) bool {
	one, ok := p.figure(owner, ownerCodes, ownerYear)
	another, found := p.figure(other, otherCodes, otherYear)
	if !ok || !found || !one.withheld || !another.withheld {
		return false
	}
	return one.count == 1 && another.count < p.byID[other].Threshold
}

// Still says whether a figure told earlier is the count of today.
func (p *Publication) Still(e Earlier) bool {
	f, ok := p.figure(e.Table, e.Codes, e.Year)
	return ok && !e.Withheld && f.count == e.Count
}

func (p *Publication) figure(table string, codes []string, year int) (figure, bool) {
	t, ok := p.Table(table)
	if !ok {
		return figure{}, false
	}
	return t.figure(codes, year)
}
