package disclosure

import (
	"slices"
)

// A brute looks for populations by trying all of them, straight from the
// problem: its unknowns are how many bear each combination of categories. It
// shares nothing with the code under test.
type brute struct {
	problem *Problem
	combos  []combo
	truth   []int
	limits  []limit // published figures, and the ties between years
}

// A combo is one combination of categories in one population of one year.
type combo struct {
	year       int
	left       bool
	entered    bool
	categories []uint16
}

// A limit bounds a sum of unknowns with factors 1 and −1.
type limit struct {
	factors  []int // by combo
	min, max int
}

func newBrute(p *Problem, withheld func(year, table, cell int) bool) *brute {
	b := &brute{problem: p}
	for y, year := range p.Years {
		b.add(y, year.Stock, false)
		b.add(y, year.Left, true)
	}
	for y, year := range p.Years {
		for t, table := range year.Tables {
			for cell := range table.Size() {
				if !withheld(y, t, cell) {
					b.equal(func(c combo) int { return b.in(c, y, table, cell) })
				}
			}
			for a := range table.Axes {
				b.equal(func(c combo) int { return b.absent(c, y, table, a) })
			}
		}
	}
	for y := 1; y < len(p.Years); y++ {
		b.tie(y)
	}
	return b
}

func (b *brute) add(year int, records []Record, left bool) {
	flags := []bool{false, true}
	if left {
		flags = flags[:1]
	}
	for _, entered := range flags {
		total := 1
		for _, d := range b.problem.Dimensions {
			total *= d.Size
		}
		for number := range total {
			c := combo{year: year, left: left, entered: entered}
			for _, d := range b.problem.Dimensions {
				c.categories = append(c.categories, uint16(number%d.Size))
				number /= d.Size
			}
			count := 0
			for _, r := range records {
				if slices.Equal(r.Categories, c.categories) && r.Entered == entered {
					count++
				}
			}
			b.combos, b.truth = append(b.combos, c), append(b.truth, count)
		}
	}
}

// counted reports whether a table counts a combination at all.
func (b *brute) counted(c combo, year int, t Table) bool {
	if c.year != year || c.left != (t.Measure == Left) || t.Measure == Entered && !c.entered {
		return false
	}
	return !slices.ContainsFunc(t.Where, func(f Filter) bool {
		return !slices.Contains(f.Categories, int(c.categories[f.Dimension]))
	})
}

// in is 1 for a combination that a cell counts.
func (b *brute) in(c combo, year int, t Table, cell int) int {
	if !b.counted(c, year, t) {
		return 0
	}
	for i := len(t.Axes) - 1; i >= 0; i-- {
		axis := t.Axes[i]
		group := cell % (len(axis.Groups) + 1)
		cell /= len(axis.Groups) + 1
		if group < len(axis.Groups) && !slices.Contains(axis.Groups[group], int(c.categories[axis.Dimension])) {
			return 0
		}
	}
	return 1
}

// absent is 1 for a combination that would need a row that a table hasn't got.
func (b *brute) absent(c combo, year int, t Table, axis int) int {
	category := int(c.categories[t.Axes[axis].Dimension])
	if !b.counted(c, year, t) || slices.ContainsFunc(t.Axes[axis].Groups, func(g []int) bool { return slices.Contains(g, category) }) {
		return 0
	}
	return 1
}

// tie states that who stayed or left was there the year before.
func (b *brute) tie(year int) {
	total := 1
	for _, d := range b.problem.Dimensions {
		if d.Fixed {
			total *= d.Size
		}
	}
	if b.problem.Years[year].Number != b.problem.Years[year-1].Number+1 {
		return
	}
	for number := range total {
		b.equal(func(c combo) int {
			rest := number
			for d, dimension := range b.problem.Dimensions {
				if dimension.Fixed {
					if int(c.categories[d]) != rest%dimension.Size {
						return 0
					}
					rest /= dimension.Size
				}
			}
			switch {
			case c.year == year-1 && !c.left:
				return -1
			case c.year == year && (c.left || !c.entered):
				return 1
			}
			return 0
		})
	}
}

// equal adds that a sum is what it truly is.
func (b *brute) equal(factor func(combo) int) {
	l, sum := b.sum(factor)
	l.min, l.max = sum, sum
	b.limits = append(b.limits, l)
}

func (b *brute) sum(factor func(combo) int) (l limit, truth int) {
	for i, c := range b.combos {
		l.factors = append(l.factors, factor(c))
		truth += factor(c) * b.truth[i]
	}
	return l, truth
}

// The answers of a search.
const (
	no = iota
	yes
	unknown // given up
)

// search looks for a population within the limits and the further ones given.
// No combination is borne by more than room people beyond those who do.
func (b *brute) search(room int, further ...limit) int {
	limits := slices.Concat(b.limits, further)
	s := searcher{truth: b.truth, most: slices.Max(b.truth) + room, parts: make([][]part, len(b.combos))}
	for l, limit := range limits {
		s.min, s.max = append(s.min, limit.min), append(s.max, limit.max)
		for i, f := range limit.factors {
			if f != 0 {
				s.parts[i] = append(s.parts[i], part{l, f})
				s.min[l] -= max(0, f) * s.most // the most that is still to come
				s.max[l] -= min(0, f) * s.most
			}
		}
	}
	return s.try(0)
}

// A searcher tries the values of one combination after the other. What the
// limits leave to those still to come is kept in min and max.
type searcher struct {
	truth    []int
	most     int
	parts    [][]part // by combination
	min, max []int
	steps    int
}

// A part is the factor that a combination has in a limit.
type part struct{ limit, factor int }

func (s *searcher) try(i int) int {
	const patience = 10000
	if s.steps++; s.steps > patience {
		return unknown
	}
	if i == len(s.parts) {
		return yes
	}
	for _, value := range around(s.truth[i], s.most) {
		fits := true
		for _, p := range s.parts[i] {
			s.settle(p, value, 1)
			fits = fits && s.min[p.limit] <= 0 && s.max[p.limit] >= 0
		}
		answer := no
		if fits {
			answer = s.try(i + 1)
		}
		for _, p := range s.parts[i] {
			s.settle(p, value, -1)
		}
		if answer != no {
			return answer
		}
	}
	return no
}

// settle replaces what a combination could have added by what it does.
func (s *searcher) settle(p part, value, sign int) {
	s.min[p.limit] += sign * (max(0, p.factor)*s.most - p.factor*value)
	s.max[p.limit] += sign * (min(0, p.factor)*s.most - p.factor*value)
}

// around lists 0 to most, the nearest to start first.
func around(start, most int) []int {
	var values []int
	for v := range most + 1 {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b int) int { return max(a-start, start-a) - max(b-start, start-b) })
	return values
}

// canShift searches for a population in which a cell is at least by more, or
// for a negative by, less.
func (b *brute) canShift(year, table, cell, by int, further ...limit) int {
	return b.search(3, append(further, b.shift(year, table, cell, by))...)
}

const infinite = 1 << 30

// shift demands that a cell is at least by more than it is, or less.
func (b *brute) shift(year, table, cell, by int) limit {
	l, truth := b.sum(func(c combo) int { return b.in(c, year, b.problem.Years[year].Tables[table], cell) })
	l.min, l.max = truth+by, infinite
	if by < 0 {
		l.min, l.max = -infinite, truth+by
	}
	return l
}

// isPeopled reports whether a cell is not zero.
func (b *brute) isPeopled(year, table, cell int) bool {
	_, count := b.sum(func(c combo) int { return b.in(c, year, b.problem.Years[year].Tables[table], cell) })
	return count > 0
}

// meet reports whether somebody is in both sums.
func (b *brute) meet(a, other limit) bool {
	for i := range b.truth {
		if b.truth[i] > 0 && a.factors[i] != 0 && other.factors[i] != 0 {
			return true
		}
	}
	return false
}
