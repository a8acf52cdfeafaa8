package forecast

import (
	"math/rand/v2"
	"slices"

	"congbo/generator/internal/model"
)

// A process is one set of rates by which the workforce may move.
type process struct {
	start     pyramid
	women     []float64 // share among who enters, by age group
	hazards   hazards
	leaving   grid // factor on hazards
	upgrading grid // yearly probability of earning the next degree
	entry     float64
	entrants  grid // shares of who enters
	swings    swings
	shares    [][]float64 // of who comes in, by partition and part
}

// Swings are coefficients of variation from year to year.
type swings struct{ entry, leaving, upgrading float64 }

// sample draws one process from the posterior.
func (f *fitted) sample(src rand.Source, random *rand.Rand) *process {
	belief := f.beliefs[pick(f.likely, random.Float64())]
	enter, leave, study := f.enter.draw(random), f.leave.draw(random), f.study.draw(random)
	p := &process{
		start:   belief.last,
		women:   belief.women[len(belief.women)-1],
		hazards: belief.hazards,
		entry:   f.meanEntry() * about1(enter.level, src),
		swings:  swings{enter.yearly, leave.yearly, study.yearly},
	}
	p.leaving = f.sampleLeaving(belief, about1(leave.shared, src), src)
	p.upgrading = f.sampleUpgrading(belief, about1(study.shared, src), src)
	p.entrants = f.sampleEntrants(src)
	for i := range f.partitions {
		p.shares = append(p.shares, f.partitions[i].shares(src))
	}
	return p
}

// meanEntry is how many enter a year.
func (f *fitted) meanEntry() float64 {
	return f.records.meanEntry().total() + jeffreys/float64(len(f.records.years)-1)
}

// sampleLeaving draws what the hazards of each group must be multiplied by,
// and how degrees differ within it; cells with few people differ little.
func (f *fitted) sampleLeaving(belief *reconstruction, shared float64, src rand.Source) grid {
	left, expected := belief.leavers(f.records)
	factor := newGrid(len(f.records.degrees))
	for g := range factor {
		whole := shared * gamma(left[g], expected[g]+jeffreys, src)
		mean := 0.0
		for d := range factor[g] {
			due := f.expectedIn(belief, g, d)
			factor[g][d] = 1
			if f.records.byDegree {
				correction := quotient(left[g]+jeffreys, expected[g]+jeffreys)
				factor[g][d] = gamma(f.leftIn(g, d)+shrinkage, due*correction+shrinkage+jeffreys, src)
			}
			mean += factor[g][d] * quotient(due, expected[g])
		}
		for d := range factor[g] {
			factor[g][d] *= whole
			if mean > 0 {
				factor[g][d] /= mean
			}
		}
	}
	return factor
}

// leftIn is who left in all years, of one age group and degree.
func (f *fitted) leftIn(group, degree int) float64 {
	sum := 0.0
	for _, g := range f.records.left[1:] {
		sum += g[group][degree]
	}
	return sum
}

// expectedIn is who the hazards let leave in all years.
func (f *fitted) expectedIn(belief *reconstruction, group, degree int) float64 {
	sum := 0.0
	for _, x := range belief.exposed {
		sum += x.leavers(&belief.hazards, group, degree)
	}
	return sum
}

// sampleUpgrading draws the yearly probabilities of earning the next degree:
// their level from how many did in all, which stocks and flows by degree
// determine; their shape over age shrunk towards none. Where leaving by degree
// isn't published, the count is as uncertain as the leavers above it are many.
func (f *fitted) sampleUpgrading(belief *reconstruction, shared float64, src rand.Source) grid {
	n := len(f.records.degrees)
	rates := newGrid(n)
	for d := range n - 1 {
		moved, could := 0.0, 0.0
		for g := range groups {
			moved += belief.upgraded[g][d]
			could += belief.studying[g][d]
		}
		moved = max(0, moved) + jeffreys
		if could <= 0 {
			continue
		}
		noise := 0.0
		if !f.records.byDegree {
			noise = f.leftAbove(d)
		}
		shape := max(jeffreys, moved*moved/(moved+noise))
		level := shared * gamma(shape-jeffreys, shape, src)
		for g, weight := range upgradesByAge(belief, d, moved/could) {
			rates[g][d] = level * weight
		}
	}
	return rates
}

// leftAbove is who left of the degrees above one.
func (f *fitted) leftAbove(degree int) float64 {
	sum := 0.0
	for g := range groups {
		for d := degree + 1; d < len(f.records.degrees); d++ {
			sum += f.leftIn(g, d)
		}
	}
	return sum
}

// upgradesByAge are the yearly probabilities by age group that give as many
// upgrades as mean does.
func upgradesByAge(belief *reconstruction, degree int, mean float64) [groups]float64 {
	var rates [groups]float64
	all, given := 0.0, 0.0
	for g := range groups {
		could := belief.studying[g][degree]
		rates[g] = (max(0, belief.upgraded[g][degree]) + shrinkage) / (could + shrinkage/mean)
		all, given = all+could*mean, given+could*rates[g]
	}
	for g := range rates {
		rates[g] = min(1, rates[g]*quotient(all, given))
	}
	return rates
}

// sampleEntrants draws the shares of who enters.
func (f *fitted) sampleEntrants(src rand.Source) grid {
	var weights []float64
	for _, row := range f.entrants {
		for _, weight := range row {
			if weight > 0 {
				weight = gamma(weight-jeffreys, 1, src)
			}
			weights = append(weights, weight)
		}
	}
	return gridOf(normalise(weights), len(f.records.degrees))
}

// under is the process in a year of a scenario.
func (p *process) under(year int, changes []model.Change) process {
	q := *p
	stay := times(year, model.Leaving, changes)
	for g := range q.hazards.before {
		q.hazards.before[g] *= stay
	}
	q.entry = p.entry*times(year, model.Entry, changes) + plus(year, changes)
	if study := times(year, model.Upgrading, changes); study != 1 {
		q.upgrading = newGrid(len(p.upgrading[0]))
		for g, row := range p.upgrading {
			for d, rate := range row {
				q.upgrading[g][d] = min(1, rate*study)
			}
		}
	}
	return q
}

// clone copies a process so that its rates can be changed.
func (p *process) clone() *process {
	q := *p
	for g := range groups {
		q.leaving[g] = slices.Clone(p.leaving[g])
		q.upgrading[g] = slices.Clone(p.upgrading[g])
	}
	return &q
}
