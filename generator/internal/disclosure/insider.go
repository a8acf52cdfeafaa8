package disclosure

import "slices"

// An insider is the one person in a cell of one. He knows that it is one, and
// is fooled about another small cell if some population agrees with what is
// published, leaves his own cell alone, and puts the other one elsewhere than
// it is: above, or below if that leaves somebody in it, since he may be there
// himself.

// single reports whether a cell is one that an insider may own.
func (a *attacker) single(cell int32) bool {
	c := &a.space.cells[cell]
	return c.count == 1 && c.small()
}

// foolsInsider reports whether where a cell is now could fool an insider.
func (a *attacker) foolsInsider(cell int32) bool {
	c := &a.space.cells[cell]
	return c.small() && (a.shift[cell] > 0 || a.shift[cell] < 0 && c.count > 1)
}

// both keeps of old, if there is any, what is also in now.
func both(old, now []int32, any bool) []int32 {
	if !any {
		return slices.Clone(now)
	}
	return slices.DeleteFunc(old, func(c int32) bool { return !slices.Contains(now, c) })
}

// insiders tries each pair of a small cell and a cell of one whose owner has
// not been fooled about it, and returns those where it can't be done. Most
// owners can be fooled all at once.
func (a *attacker) insiders() []shortfall {
	var short []shortfall
	var bare *attacker
	for i := range a.seen {
		for _, f := range a.pairs(i) {
			if !slices.Contains(a.seen[i].unfooled, int32(f.owners[0])) || a.fool(f) {
				continue
			}
			if bare == nil {
				bare = a.withoutFigures()
			}
			if bare.fool(f) {
				short = append(short, f)
			}
		}
	}
	return short
}

// pairs lists what is to be tried of a cell once all its owners have been
// tried together.
func (a *attacker) pairs(cell int) []shortfall {
	all := shortfall{cell: cell}
	var pairs []shortfall
	for _, owner := range a.seen[cell].unfooled {
		if int(owner) != cell && !a.within(cell, int(owner)) {
			all.owners = append(all.owners, int(owner))
			pairs = append(pairs, shortfall{cell: cell, owners: []int{int(owner)}})
		}
	}
	if len(pairs) > 1 && a.fool(all) {
		return nil
	}
	return pairs
}

// within reports whether all of a cell's people are in another by definition.
func (a *attacker) within(cell, other int) bool {
	return contains(a.space.cells[other].sum, a.space.cells[cell].sum)
}

// withoutFigures is an attacker who knows the zeros and nothing else. Whom even
// he can't fool is alone in both cells, and the zeros around them say so.
func (a *attacker) withoutFigures() *attacker {
	hidden := slices.Repeat([]bool{true}, len(a.guarded))
	return newAttacker(a.space, hidden, a.space.alone(), false)
}

// fool looks for a population that fools the owners of a shortfall's cells.
func (a *attacker) fool(f shortfall) bool {
	return a.try(f, len(patience)) == reached
}

// try looks for a population that makes a shortfall good, with as many
// attempts as are given.
func (a *attacker) try(f shortfall, attempts int) outcome {
	result := impossible
	for _, direction := range f.directions(a.space) {
		for attempt := range attempts {
			a.attempt = uint64(attempt)
			a.reset()
			for _, owner := range f.owners {
				a.hold(owner)
			}
			outcome := a.push(f.cell, direction, patience[attempt])
			if outcome == reached {
				return reached
			}
			if outcome == impossible {
				break
			}
			result = lost
		}
	}
	return result
}

// directions lists the ways in which a shortfall could be made good.
func (f shortfall) directions(s *space) []int {
	switch {
	case len(f.owners) == 0:
		return []int{f.direction}
	case s.cells[f.cell].count == 1:
		return []int{1}
	}
	return []int{1, -1}
}

// hold fixes a cell at its true count until the next reset.
func (a *attacker) hold(cell int) {
	a.tableau.impose(a.combination(cell), a.rank)
}
