package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"
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

// tiny invents a problem small enough for brute force.
func tiny(random *rand.Rand) *Problem {
	p := &Problem{}
	years := 1 + random.IntN(2)
	dimensions := 2 + random.IntN(2)
	for d := range dimensions {
		size := 2 + random.IntN(2)
		if years == 2 || dimensions == 3 {
			size = 2
		}
		p.Dimensions = append(p.Dimensions, Dimension{Size: size, Fixed: d == 0})
	}
	var people []Record
	for range 1 + random.IntN(12) {
		people = append(people, randomRecord(random, p))
	}
	measures := 1 + 2*random.IntN(2)
	for y := range years {
		year := Year{Number: 2020 + y}
		if y > 0 {
			people = year.follow(random, p, people)
		}
		year.Stock = slices.Clone(people)
		for range 1 + random.IntN(4) {
			year.Tables = append(year.Tables, randomTable(random, p, &year, Measure(random.IntN(measures))))
		}
		p.Years = append(p.Years, year)
	}
	return p
}

// follow lets some people leave, some change and some enter.
func (y *Year) follow(random *rand.Rand, p *Problem, people []Record) []Record {
	var stay []Record
	for _, r := range people {
		r.Entered = false
		r.Categories = slices.Clone(r.Categories)
		if random.IntN(4) == 0 {
			r.Categories[1] = uint16(random.IntN(p.Dimensions[1].Size))
		}
		if random.IntN(3) == 0 {
			y.Left = append(y.Left, r)
		} else {
			stay = append(stay, r)
		}
	}
	for range random.IntN(4) {
		r := randomRecord(random, p)
		r.Entered = true
		stay = append(stay, r)
	}
	return stay
}

func randomRecord(random *rand.Rand, p *Problem) Record {
	r := Record{}
	for _, d := range p.Dimensions {
		r.Categories = append(r.Categories, uint16(min(random.IntN(d.Size), random.IntN(d.Size))))
	}
	return r
}

func randomTable(random *rand.Rand, p *Problem, y *Year, measure Measure) Table {
	t := Table{Measure: measure, Threshold: 2 + random.IntN(3)}
	for _, d := range random.Perm(len(p.Dimensions))[:1+random.IntN(2)] {
		switch random.IntN(5) {
		case 0:
			t.Where = append(t.Where, Filter{d, []int{random.IntN(p.Dimensions[d].Size)}})
		case 1:
			t.Axes = append(t.Axes, Axis{d, [][]int{{0}, rest(p.Dimensions[d].Size)}})
		default:
			axis := Axis{Dimension: d}
			for c := range p.Dimensions[d].Size {
				axis.Groups = append(axis.Groups, []int{c})
			}
			t.Axes = append(t.Axes, axis)
		}
	}
	t.dropEmptyRow(random, y)
	return t
}

func rest(size int) []int {
	var rest []int
	for c := 1; c < size; c++ {
		rest = append(rest, c)
	}
	return rest
}

// dropEmptyRow sometimes leaves out a row that nobody stands in.
func (t *Table) dropEmptyRow(random *rand.Rand, y *Year) {
	if len(t.Axes) == 0 || random.IntN(3) > 0 {
		return
	}
	axis := &t.Axes[0]
	axis.Groups = slices.DeleteFunc(axis.Groups, func(group []int) bool {
		return !slices.ContainsFunc(slices.Concat(y.Stock, y.Left), func(r Record) bool {
			return slices.Contains(group, int(r.Categories[axis.Dimension]))
		})
	})
}

// everyCell calls yield for each cell of each table of a problem.
func everyCell(p *Problem, yield func(year, table, cell int)) {
	for y := range p.Years {
		for t := range p.Years[y].Tables {
			for cell := range p.Years[y].Tables[t].Size() {
				yield(y, t, cell)
			}
		}
	}
}

// TestAttackerAgainstBruteForce withholds cells at random, well or badly, and
// compares what the attacker finds with what there is.
func TestAttackerAgainstBruteForce(t *testing.T) {
	found, missed, given, leaks := 0, 0, 0, 0
	for seed := range rounds(t, 400) {
		random := rand.New(rand.NewPCG(seed, 2))
		p := tiny(random)
		s, err := newSpace(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		hidden := make([]bool, len(s.cells))
		for i := range hidden {
			hidden[i] = s.cells[i].count > 0 && (s.cells[i].small() || random.IntN(3) == 0)
		}
		short := newAttacker(s, hidden, s.alone(), false).shortfalls()
		leaks += len(short)
		b := newBrute(p, func(y, t, c int) bool { return hidden[s.tables[y][t][c]] })
		done := map[int]bool{}
		everyCell(p, func(y, table, c int) {
			cell := s.tables[y][table][c]
			if !hidden[cell] || done[cell] {
				return
			}
			done[cell] = true
			for _, direction := range []int{1, -1} {
				answer := b.canShift(y, table, c, direction)
				isShort := slices.ContainsFunc(short, func(f shortfall) bool { return f.cell == cell && f.direction == direction })
				switch {
				case answer == unknown:
					given++
				case answer == no && !isShort:
					t.Errorf("seed %d: cell %d of table %d in year %d can't be shifted by %d, yet a witness was found", seed, c, table, y, direction)
				case answer == yes && isShort:
					missed++
					t.Logf("seed %d: cell %d of table %d in year %d can be shifted by %d, and was not", seed, c, table, y, direction)
				default:
					found++
				}
			}
		})
	}
	t.Logf("%d answers agree, %d of them leaks; %d witnesses missed, %d searches given up", found, leaks, missed, given)
	if leaks == 0 {
		t.Error("no choice gave anything away: the comparison tests nothing")
	}
	if missed*100 > found {
		t.Errorf("missed %d witnesses of %d", missed, found)
	}
}

// TestProtectAgainstBruteForce makes sure that each withheld cell can be one
// more and one less.
func TestProtectAgainstBruteForce(t *testing.T) {
	cells, given := 0, 0
	for seed := range rounds(t, 400) {
		p := tiny(rand.New(rand.NewPCG(seed, 3)))
		decision, _, err := Protect(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		b := newBrute(p, decision.Withheld)
		everyCell(p, func(y, table, c int) {
			if !decision.Withheld(y, table, c) {
				return
			}
			for _, direction := range []int{1, -1} {
				cells++
				switch b.canShift(y, table, c, direction) {
				case no:
					t.Errorf("seed %d: cell %d of table %d in year %d can't be shifted by %d", seed, c, table, y, direction)
				case unknown:
					given++
				}
			}
		})
	}
	t.Logf("%d questions, %d given up", cells, given)
	if given*20 > cells {
		t.Errorf("gave up on %d of %d", given, cells)
	}
}

// TestReleasesAgainstBruteForce publishes some tables of a problem and then
// some of these and others, and makes sure that each cell which neither release
// told can be one more and one less for who has both, unless he knows from the
// first alone, or it is said to be exposed.
func TestReleasesAgainstBruteForce(t *testing.T) {
	cells, given, exposed, leaks := 0, 0, 0, 0
	for seed := range rounds(t, 300) {
		random := rand.New(rand.NewPCG(seed, 8))
		p := tiny(random)
		first := split(random, p)
		earlier, _, err := Protect(first)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		told := map[Place]bool{}
		everyCell(first, func(y, table, c int) {
			if first.Years[y].Tables[table].Past {
				return
			}
			withheld := earlier.Withheld(y, table, c)
			told[Place{y, table, c}] = !withheld
			tb := &p.Years[y].Tables[table]
			tb.Earlier = append(tb.Earlier, Earlier{Cell: c, Threshold: tb.Threshold, Withheld: withheld, Same: !withheld})
		})
		later := split(random, p)
		decision, report, err := Protect(later)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		unaware, _, err := Protect(forgetful(later))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		knows := func(d *Decision) func(y, table, c int) bool {
			return func(y, table, c int) bool {
				shown := !later.Years[y].Tables[table].Past && !d.Withheld(y, table, c)
				return !shown && !told[Place{y, table, c}]
			}
		}
		all, before, careless := newBrute(later, knows(decision)), newBrute(later, func(y, table, c int) bool { return !told[Place{y, table, c}] }), newBrute(later, knows(unaware))
		if exposed += len(report.Exposed); len(report.Exposed) > 0 {
			continue
		}
		everyCell(later, func(y, table, c int) {
			if !decision.Kept(y, table, c) {
				return
			}
			for _, direction := range []int{1, -1} {
				cells++
				switch all.canShift(y, table, c, direction) {
				case no:
					if before.canShift(y, table, c, direction) != no {
						t.Errorf("seed %d: cell %d of table %d in year %d can't be shifted by %d", seed, c, table, y, direction)
					}
				case unknown:
					given++
				}
				if careless.canShift(y, table, c, direction) == no && before.canShift(y, table, c, direction) == yes {
					leaks++
				}
			}
		})
	}
	t.Logf("%d questions, %d given up; %d cells exposed; protected alone, %d would come out", cells, given, exposed, leaks)
	if leaks == 0 {
		t.Error("releases protected each alone give nothing away: the test tests nothing")
	}
}

// split publishes a part of the tables of a problem.
func split(random *rand.Rand, p *Problem) *Problem {
	part := &Problem{Dimensions: p.Dimensions}
	for _, year := range p.Years {
		year.Tables = slices.Clone(year.Tables)
		for t := range year.Tables {
			year.Tables[t].Past = random.IntN(3) == 0
		}
		part.Years = append(part.Years, year)
	}
	return part
}

// forgetful is a problem without what earlier releases said.
func forgetful(p *Problem) *Problem {
	part := &Problem{Dimensions: p.Dimensions}
	for _, year := range p.Years {
		year.Tables = slices.Clone(year.Tables)
		for t := range year.Tables {
			year.Tables[t].Earlier = nil
		}
		part.Years = append(part.Years, year)
	}
	return part
}

// TestInsidersAgainstBruteForce makes sure that the one person in a cell of
// one can't work out another small cell.
func TestInsidersAgainstBruteForce(t *testing.T) {
	pairs, given := 0, 0
	for seed := range rounds(t, 300) {
		p := tiny(rand.New(rand.NewPCG(seed, 4)))
		decision, _, err := Protect(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		b := newBrute(p, decision.Withheld)
		everyCell(p, func(y, table, c int) {
			own, one := b.sum(func(m combo) int { return b.in(m, y, p.Years[y].Tables[table], c) })
			if one != 1 || p.Years[y].Tables[table].Threshold < 2 {
				return
			}
			own.min, own.max = 1, 1
			everyCell(p, func(y2, table2, c2 int) {
				other, count := b.sum(func(m combo) int { return b.in(m, y2, p.Years[y2].Tables[table2], c2) })
				if count == 0 || count >= p.Years[y2].Tables[table2].Threshold || count == 1 && b.meet(own, other) {
					return
				}
				pairs++
				fooled := func(b *brute) int {
					answer := b.canShift(y2, table2, c2, 1, own)
					if answer == no && count > 1 {
						answer = b.canShift(y2, table2, c2, -1, own)
					}
					return answer
				}
				switch fooled(b) {
				case no:
					if bare := newBrute(p, b.isPeopled); fooled(bare) == no {
						break // he is alone there too, a year later, and the zeros say so
					}
					t.Errorf("seed %d: who is alone in cell %d of table %d of year %d works out cell %d of table %d of year %d", seed, c, table, y, c2, table2, y2)
				case unknown:
					given++
				}
			})
		})
	}
	t.Logf("%d pairs, %d given up", pairs, given)
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
