package forecast

import (
	"slices"

	"congbo/generator/internal/model"
)

// A Rate is one that was estimated, with its 90 % interval. Leaving is a
// yearly probability before the legal age of retirement, Retiring one from
// that age on, Upgrading that of earning the next degree; Entering is people a
// year.
type Rate struct {
	Of       Movement
	AgeGroup string // Leaving
	Degree   string // Upgrading: the degree that people have
	Low      float64
	Median   float64
	High     float64
}

// A Movement is what a rate is of, or what an assumption moves.
type Movement string

// The movements.
const (
	Entering  Movement = "entering"
	Leaving   Movement = "leaving"
	Retiring  Movement = "retiring"
	Upgrading Movement = "upgrading"
	LegalYear Movement = "legal-age" // of a driver: the legal age, in years later or earlier
)

// A dial is a rate that can be read off a process, and turned.
type dial struct {
	rate Rate
	read func(p *process) float64
	turn func(p *process, factor float64)
}

// rates are the medians and intervals of all dials over the processes drawn.
func (f *fitted) rates(drawn []*process) []Rate {
	var rates []Rate
	for _, d := range f.dials() {
		rates = append(rates, d.over(drawn))
	}
	return rates
}

// over is the dial's rate over the processes drawn.
func (d dial) over(drawn []*process) Rate {
	values := make([]float64, 0, len(drawn))
	for _, p := range drawn {
		values = append(values, d.read(p))
	}
	slices.Sort(values)
	at := func(percent int) float64 { return values[(len(values)+1)*percent/100-1] }
	rate := d.rate
	rate.Low, rate.Median, rate.High = at(5), at(50), at(95)
	return rate
}

func (f *fitted) dials() []dial {
	dials := []dial{{
		rate: Rate{Of: Entering},
		read: func(p *process) float64 { return p.entry },
		turn: func(p *process, factor float64) { p.entry *= factor },
	}}
	for g := range sixties {
		dials = append(dials, f.leavingDial(g))
	}
	dials = append(dials, f.retiringDial())
	for d, degree := range f.records.degrees[:len(f.records.degrees)-1] {
		dials = append(dials, f.upgradingDial(d, degree))
	}
	return dials
}

// leavingDial is the probability of leaving in an age group, degrees weighed
// by their last stock.
func (f *fitted) leavingDial(group int) dial {
	return dial{
		rate: Rate{Of: Leaving, AgeGroup: groupCodes[group]},
		read: func(p *process) float64 { return p.hazards.before[group] * f.weighed(p.leaving, group) },
		turn: func(p *process, factor float64) { p.hazards.before[group] *= factor },
	}
}

// retiringDial is the probability of leaving from the legal age on, as the
// oldest group shows it.
func (f *fitted) retiringDial() dial {
	return dial{
		rate: Rate{Of: Retiring},
		read: func(p *process) float64 { return min(1, p.hazards.after*f.weighed(p.leaving, sixties)) },
		turn: func(p *process, factor float64) { p.hazards.after *= factor },
	}
}

// upgradingDial is the probability of earning the next degree, ages weighed by
// the last stock.
func (f *fitted) upgradingDial(d int, degree string) dial {
	return dial{
		rate: Rate{Of: Upgrading, Degree: degree},
		read: func(p *process) float64 {
			moved, people := 0.0, 0.0
			for g := range groups {
				moved += p.upgrading[g][d] * f.lastStock()[g][d]
				people += f.lastStock()[g][d]
			}
			return quotient(moved, people)
		},
		turn: func(p *process, factor float64) {
			for g := range groups {
				p.upgrading[g][d] = min(1, p.upgrading[g][d]*factor)
			}
		},
	}
}

func (f *fitted) lastStock() grid { return f.records.stock[len(f.records.stock)-1] }

// weighed is the mean of a group's factors, degrees weighed by the last stock.
func (f *fitted) weighed(factor grid, group int) float64 {
	sum := 0.0
	for d, people := range f.lastStock()[group] {
		sum += factor[group][d] * people
	}
	return quotient(sum, sumOf(f.lastStock()[group]))
}

// A Driver is an assumption that the outcome hangs on: everybody in the last
// year when it alone is at the ends of its 90 % interval; for the legal age, a
// year earlier and a year later than the scenario has it.
type Driver struct {
	Rate        Rate // the interval; for LegalYear in years
	AtLow       int  // people in the last year
	AtHigh      int
	Unchanged   int // with all assumptions at their medians
	Consequence int // |AtHigh − AtLow|
}

// drivers turns one dial at a time around a process in which all stand at
// their medians, under the first scenario, and without luck.
func (f *fitted) drivers(drawn []*process, changes []model.Change, years []int) []Driver {
	centre := f.centre(drawn)
	unchanged := f.outcome(centre, changes, years)
	var drivers []Driver
	for _, d := range f.dials() {
		rate := d.over(drawn)
		driver := Driver{Rate: rate, Unchanged: unchanged}
		driver.AtLow = f.turned(centre, d, quotient(rate.Low, rate.Median), changes, years)
		driver.AtHigh = f.turned(centre, d, quotient(rate.High, rate.Median), changes, years)
		drivers = append(drivers, driver)
	}
	drivers = append(drivers, f.legalAgeDriver(centre, unchanged, changes, years))
	for i := range drivers {
		drivers[i].Consequence = max(drivers[i].AtHigh-drivers[i].AtLow, drivers[i].AtLow-drivers[i].AtHigh)
	}
	slices.SortStableFunc(drivers, func(a, b Driver) int { return b.Consequence - a.Consequence })
	return drivers
}

// centre is the mean of the processes drawn, with all dials at their medians.
func (f *fitted) centre(drawn []*process) *process {
	n := len(f.records.degrees)
	p := drawn[0].clone()
	p.start, p.hazards = f.best.last, f.best.hazards
	p.leaving, p.upgrading, p.entrants = newGrid(n), newGrid(n), newGrid(n)
	for _, q := range drawn {
		p.leaving.add(q.leaving)
		p.upgrading.add(q.upgrading)
		p.entrants.add(q.entrants)
	}
	for _, g := range []grid{p.leaving, p.upgrading, p.entrants} {
		g.scale(1 / float64(len(drawn)))
	}
	for _, d := range f.dials() {
		if was := d.read(p); was > 0 {
			d.turn(p, d.over(drawn).Median/was)
		}
	}
	return p
}

func (f *fitted) turned(centre *process, d dial, factor float64, changes []model.Change, years []int) int {
	p := centre.clone()
	d.turn(p, factor)
	return f.outcome(p, changes, years)
}

func (f *fitted) legalAgeDriver(centre *process, unchanged int, changes []model.Change, years []int) Driver {
	shifted := func(by float64) int {
		shift := model.Change{Of: model.RetirementAge, Times: 1, Plus: by, From: years[0]}
		return f.outcome(centre, append(slices.Clone(changes), shift), years)
	}
	return Driver{Rate: Rate{Of: LegalYear, Low: -1, High: 1}, AtLow: shifted(-1), AtHigh: shifted(1), Unchanged: unchanged}
}

// outcome is everybody in the last year, on average.
func (f *fitted) outcome(p *process, changes []model.Change, years []int) int {
	last := 0.0
	f.newRun(changes, years).of(p, expectation{}, func(quantity, _ int, people float64) {
		if quantity == 0 {
			last = people
		}
	})
	return round(last)
}
