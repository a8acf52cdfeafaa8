package forecast

import (
	"math"

	"congbo/generator/internal/model"
)

// Futures are simulated numbers of people, by series, year and simulation.
type futures [][][]float64

// simulate runs every process drawn through the years of a scenario. The same
// luck serves all scenarios, so that they differ by their assumptions alone.
func (f *fitted) simulate(drawn []*process, changes []model.Change, years []int) futures {
	all := make(futures, f.quantities())
	for i := range all {
		all[i] = make([][]float64, len(years))
		for y := range years {
			all[i][y] = make([]float64, len(drawn))
		}
	}
	run := f.newRun(changes, years)
	for i, p := range drawn {
		run.of(p, newLuck(futureStream+uint64(i)), func(quantity, y int, people float64) {
			all[quantity][y][i] = people
		})
	}
	return all
}

// quantities is how many series there are: everybody, degrees, parts.
func (f *fitted) quantities() int {
	n := 1 + len(f.records.degrees)
	for _, t := range f.partitions {
		n += len(t.start)
	}
	return n
}

// A run carries the workforce through the years of one scenario; what doesn't
// depend on the process is worked out once.
type run struct {
	fitted   *fitted
	changes  []model.Change
	years    []int
	eligible []eligibility // by year
	people   pyramid
	sums     grid
	parts    [][]float64
}

func (f *fitted) newRun(changes []model.Change, years []int) *run {
	n := len(f.records.degrees)
	r := &run{fitted: f, changes: changes, years: years, people: newPyramid(n), sums: newGrid(n)}
	for _, year := range years {
		r.eligible = append(r.eligible, eligibilityIn(year, shiftIn(year, changes)))
	}
	for _, t := range f.partitions {
		r.parts = append(r.parts, make([]float64, len(t.start)))
	}
	return r
}

// A year is the total of its beginning and end, and what happened between.
type year struct{ before, left, entered, total float64 }

// of runs one process and yields each quantity of each year.
func (r *run) of(p *process, luck chance, yield func(quantity, year int, people float64)) {
	r.people.copyFrom(p.start)
	for i, t := range r.fitted.partitions {
		copy(r.parts[i], t.start)
	}
	for y, number := range r.years {
		now := p.under(number, r.changes)
		passed := r.step(&now, &r.eligible[y], luck)
		yield(0, y, passed.total)
		quantity := 1
		for d := range r.fitted.records.degrees {
			yield(quantity, y, r.degree(d))
			quantity++
		}
		for i := range r.fitted.partitions {
			r.fitted.partitions[i].follow(r.parts[i], p.shares[i], passed, luck)
			for _, people := range r.parts[i] {
				yield(quantity, y, people)
				quantity++
			}
		}
	}
}

// step lets a year pass: people grow older, leave, earn degrees and enter.
func (r *run) step(p *process, e *eligibility, luck chance) year {
	passed := year{before: r.people.total()}
	r.people.growOlder()
	passed.left = r.leave(p, e, luck)
	r.upgrade(p, luck)
	passed.entered = r.enter(p, luck)
	passed.total = r.people.total()
	return passed
}

// leave lets people leave and returns how many did.
func (r *run) leave(p *process, e *eligibility, luck chance) float64 {
	effect := luck.about1(p.swings.leaving)
	exposed := r.people.exposed(e)
	var factor grid
	gone := 0.0
	for g := range groups {
		factor[g] = r.sums[g]
		for d := range factor[g] {
			people := exposed.before[g][d] + exposed.reached[g][d]
			expected := exposed.leavers(&p.hazards, g, d)
			left := luck.binomial(people, quotient(expected*p.leaving[g][d]*effect, people))
			factor[g][d] = quotient(left, expected)
			gone += left
		}
	}
	r.people.leave(&p.hazards, e, &factor)
	return gone
}

// upgrade moves people up by a degree, from the top down, so that nobody moves
// twice in a year.
func (r *run) upgrade(p *process, luck chance) {
	effect := luck.about1(p.swings.upgrading)
	r.people.sums(r.sums)
	for g := range groups {
		for d := len(r.sums[g]) - 2; d >= 0; d-- {
			moved := luck.binomial(r.sums[g][d], p.upgrading[g][d]*effect)
			r.people.move(g, d, min(1, quotient(moved, r.sums[g][d])))
		}
	}
}

// move lifts a share of a group by one degree.
func (p pyramid) move(group, degree int, share float64) {
	for sex := range p {
		from, to := &p[sex][degree], &p[sex][degree+1]
		for i := spans[group][0]; i < spans[group][1]; i++ {
			moved := from[i] * share
			to[i] += moved
			from[i] -= moved
		}
	}
}

// enter lets people enter and returns how many did.
func (r *run) enter(p *process, luck chance) float64 {
	mean := p.entry * luck.about1(p.swings.entry)
	came := 0.0
	for g, row := range p.entrants {
		for d, share := range row {
			people := luck.poisson(max(0, mean) * share)
			r.people.enter(g, d, people, p.women[g])
			came += people
		}
	}
	return came
}

// degree is the stock of one degree.
func (r *run) degree(d int) float64 {
	return sumOf(r.people[female][d][:]) + sumOf(r.people[male][d][:])
}

func round(x float64) int { return int(math.Round(x)) }
