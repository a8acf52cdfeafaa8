package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPeopleAddedAgainstBruteForce publishes some tables of a year, adds people
// who were recorded late, and publishes some tables again. Who has both releases
// and knows that people were only added must not learn what neither told: all
// pairs of populations, before and after, are tried.
func TestPeopleAddedAgainstBruteForce(t *testing.T) {
	questions, given, careless := 0, 0, 0
	for seed := range rounds(t, 300) {
		random := rand.New(rand.NewPCG(seed, 9))
		first := split(random, onlyStock(random))
		earlier := protected(t, seed, first)
		later := split(random, addPeople(random, first, earlier))
		decision, report, err := Protect(later)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if len(report.Exposed) > 0 {
			continue
		}
		unaware := protected(t, seed, forgetful(later))
		aware, blind := bothReleases(first, later, earlier, decision), bothReleases(first, later, earlier, unaware)
		everyCell(later, func(y, table, c int) {
			if first.Years[y].Tables[table].Past || !earlier.Withheld(y, table, c) || !decision.Kept(y, table, c) {
				return
			}
			for _, direction := range []int{1, -1} {
				questions++
				switch aware.canShift(y, table, c, direction) {
				case no:
					t.Errorf("seed %d: cell %d of table %d can't be shifted by %d", seed, c, table, direction)
				case unknown:
					given++
				}
				if blind.canShift(y, table, c, direction) == no {
					careless++
				}
			}
		})
	}
	t.Logf("%d questions, %d given up; protected alone, %d would come out", questions, given, careless)
	if careless == 0 {
		t.Error("releases protected each alone give nothing away: the test tests nothing")
	}
}

func protected(t *testing.T, seed uint64, p *Problem) *Decision {
	t.Helper()
	decision, _, err := Protect(p)
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	return decision
}

// onlyStock is a tiny problem of one year without flows, whose tables have a
// row for each category.
func onlyStock(random *rand.Rand) *Problem {
	p := tiny(random)
	year := Year{Number: p.Years[0].Number}
	for _, r := range p.Years[0].Stock {
		r.Entered = false
		year.Stock = append(year.Stock, r)
	}
	for _, table := range p.Years[0].Tables {
		table.Measure, table.Axes = Stock, slices.Clone(table.Axes)
		for i := range table.Axes {
			table.Axes[i].Groups = nil
			for c := range p.Dimensions[table.Axes[i].Dimension].Size {
				table.Axes[i].Groups = append(table.Axes[i].Groups, []int{c})
			}
		}
		year.Tables = append(year.Tables, table)
	}
	p.Years = []Year{year}
	return p
}

// addPeople records some more people and notes with each cell what a release
// said of it before.
func addPeople(random *rand.Rand, p *Problem, said *Decision) *Problem {
	year := p.Years[0]
	year.Stock, year.Tables = slices.Clone(year.Stock), slices.Clone(year.Tables)
	for range 1 + random.IntN(3) {
		year.Stock = append(year.Stock, randomRecord(random, p))
	}
	after := &Problem{Dimensions: p.Dimensions, Years: []Year{year}}
	everyCell(p, func(y, t, c int) {
		table := &year.Tables[t]
		if table.Past {
			return
		}
		withheld := said.Withheld(y, t, c)
		table.Earlier = append(table.Earlier, Earlier{
			Cell: c, Threshold: table.Threshold, Withheld: withheld, Same: !withheld && p.count(t, c) == after.count(t, c),
		})
	})
	return after
}

// count is the people of the only year in a cell.
func (p *Problem) count(table, cell int) int {
	b := &brute{problem: p}
	b.add(0, p.Years[0].Stock, false)
	_, n := b.sum(func(c combo) int { return b.in(c, 0, p.Years[0].Tables[table], cell) })
	return n
}

// A joint is two releases of a year, of which the second counts everybody whom
// the first did.
type joint struct {
	brute
	later *brute
}

func bothReleases(first, later *Problem, d1, d2 *Decision) *joint {
	withheld := func(p *Problem, d *Decision) func(y, t, c int) bool {
		return func(y, t, c int) bool { return p.Years[y].Tables[t].Past || d.Withheld(y, t, c) }
	}
	b1, b2 := newBrute(first, withheld(first, d1)), newBrute(later, withheld(later, d2))
	j := &joint{later: b2}
	for i, c := range b1.combos {
		if !c.left && !c.entered {
			j.combos = append(j.combos, c, c)
			j.truth = append(j.truth, b1.truth[i], b2.truth[i])
		}
	}
	for _, l := range b1.limits {
		j.limits = append(j.limits, j.on(l, 0))
	}
	for _, l := range b2.limits {
		j.limits = append(j.limits, j.on(l, 1))
	}
	for i := 0; i < len(j.combos); i += 2 {
		added := limit{factors: make([]int, len(j.combos)), max: infinite}
		added.factors[i], added.factors[i+1] = -1, 1
		j.limits = append(j.limits, added)
	}
	return j
}

// on is a limit on the people of the first release (0) or the second (1).
func (j *joint) on(l limit, release int) limit {
	on := limit{make([]int, len(j.combos)), l.min, l.max}
	at := release
	for i, c := range j.later.combos {
		if !c.left && !c.entered {
			on.factors[at] = l.factors[i]
			at += 2
		}
	}
	return on
}

// canShift searches for two populations in the second of which a cell is at
// least by more, or for a negative by, less.
func (j *joint) canShift(year, table, cell, by int) int {
	return j.search(3, j.on(j.later.shift(year, table, cell, by), 1))
}
