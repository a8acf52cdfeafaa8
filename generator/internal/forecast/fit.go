package forecast

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// A fitted model is what the records tell about rates, with its uncertainty.
type fitted struct {
	records    *records
	beliefs    []*reconstruction // by probability of leaving from the legal age on
	likely     []float64         // cumulated weights of beliefs
	best       *reconstruction
	entrants   grid // Dirichlet weights of who enters
	enter      volatility
	leave      volatility
	study      volatility
	partitions []trend
}

const (
	simulations = 999 // 5, 25, 50, 75 and 95 % of them + 1 are whole numbers
	seed        = 45  // of the random numbers, whatever they are for
	jeffreys    = 0.5 // added to counts, after Jeffreys' prior
	shrinkage   = 10  // expected events that a cell's own count is weighed against
)

// Streams of random numbers that must not be the same.
const (
	ratesStream = iota << 32
	futureStream
)

// fit estimates the model from records of at least two years.
func fit(r *records) *fitted {
	f := &fitted{records: r, entrants: entrants(r)}
	f.believe()
	f.enter = f.entryVolatility()
	f.leave = f.leavingVolatility()
	f.study = f.studyVolatility()
	for _, p := range r.partitions {
		f.partitions = append(f.partitions, p.trend(r))
	}
	return f
}

// entrants are the counts of who entered, by age group and degree, with a
// prior of a few people spread as ages and degrees are on their own.
func entrants(r *records) grid {
	sum := newGrid(len(r.degrees))
	for _, g := range r.entered[1:] {
		sum.add(g)
	}
	var ages []float64
	degrees := make([]float64, len(r.degrees))
	for _, row := range sum {
		ages = append(ages, sumOf(row))
		for d, x := range row {
			degrees[d] += x
		}
	}
	total := sum.total()
	for g := range sum {
		for d := range sum[g] {
			sum[g][d] += shrinkage * quotient(ages[g]*degrees[d], total*total)
		}
	}
	return sum
}

// believe replays the records under a range of probabilities of leaving from
// the legal age on (and of shares of women, where they aren't published), and
// weighs them by how well they explain, year by year, who left in the two
// groups that retirement falls into.
func (f *fitted) believe() {
	const beliefs = 25
	h := crudeHazards(f.records)
	var logs []float64
	best := math.Inf(-1)
	for _, women := range f.records.sharesOfWomen() {
		for i := range beliefs {
			h.after = (float64(i) + 0.5) / beliefs
			rec := settle(f.records, h, women)
			log := rec.logLikelihood(f.records)
			if log > best {
				best, f.best = log, rec
			}
			f.beliefs, logs = append(f.beliefs, rec), append(logs, log)
		}
	}
	f.likely = cumulate(logs)
}

// sharesOfWomen are the published ones, or else a range of what they may be.
func (r *records) sharesOfWomen() [][][]float64 {
	if r.women != nil {
		return [][][]float64{r.women}
	}
	var all [][][]float64
	for _, share := range []float64{0.2, 0.35, 0.5, 0.65, 0.8} {
		var byYear [][]float64
		for range r.years {
			byYear = append(byYear, slices.Repeat([]float64{share}, groups))
		}
		all = append(all, byYear)
	}
	return all
}

// crudeHazards are leavers by people at risk, by age group; before the legal
// age, the last two groups begin with that of the group below.
func crudeHazards(r *records) hazards {
	var h hazards
	var left, risk [groups]float64
	for t := 1; t < len(r.years); t++ {
		for g := range groups {
			gone := sumOf(r.left[t][g])
			left[g] += gone
			risk[g] += gone + sumOf(r.stock[t][g]) - sumOf(r.entered[t][g])
		}
	}
	for g := range fifties {
		h.before[g] = clamp(quotient(left[g]+jeffreys, risk[g]+1), 0, 1)
	}
	h.before[fifties], h.before[sixties] = h.before[fifties-1], h.before[fifties-1]
	return h
}

// settle finds the hazard in the fifties before the legal age that explains
// how many left in all, given the one after; ages depend on it in turn.
func settle(r *records, h hazards, women [][]float64) *reconstruction {
	const rounds = 2
	rec := reconstruct(r, h, women)
	for range rounds {
		left := 0.0
		x := newExposure(len(r.degrees))
		for t, y := range rec.exposed {
			left += sumOf(r.left[t+1][fifties])
			x.add(y)
		}
		early := quotient(left-h.after*sumOf(x.reached[fifties]), sumOf(x.before[fifties]))
		h.before[fifties] = clamp(early, h.before[fifties-1]/4, 1)
		h.before[sixties] = h.before[fifties]
		rec = reconstruct(r, h, women)
	}
	return rec
}

// logLikelihood is that of the yearly leavers of the last two groups, Poisson
// around what the hazards let expect.
func (rec *reconstruction) logLikelihood(r *records) float64 {
	log := 0.0
	for t, x := range rec.exposed {
		for _, g := range []int{fifties, sixties} {
			if mean := x.leaversOf(&rec.hazards, g); mean > 0 {
				log += sumOf(r.left[t+1][g])*math.Log(mean) - mean
			}
		}
	}
	return log
}

func (f *fitted) entryVolatility() volatility {
	var observed, expected []float64
	for _, g := range f.records.entered[1:] {
		observed, expected = append(observed, g.total()), append(expected, 1)
	}
	return volatilityOf(observed, expected)
}

// leavingVolatility is that of all who left around what the hazards, corrected
// group by group, let expect.
func (f *fitted) leavingVolatility() volatility {
	left, expected := f.best.leavers(f.records)
	var observed, means []float64
	for t, x := range f.best.exposed {
		mean := 0.0
		for g := range groups {
			mean += quotient(left[g], expected[g]) * x.leaversOf(&f.best.hazards, g)
		}
		observed, means = append(observed, f.records.left[t+1].total()), append(means, mean)
	}
	return volatilityOf(observed, means)
}

// studyVolatility is that of all who earned the next degree around a constant
// share of those who could.
func (f *fitted) studyVolatility() volatility {
	var observed []float64
	for _, moved := range f.best.moved {
		observed = append(observed, max(0, moved))
	}
	return volatilityOf(observed, f.best.could)
}

// leavers are, by age group, who left and who was expected to.
func (rec *reconstruction) leavers(r *records) (left, expected [groups]float64) {
	for t, x := range rec.exposed {
		for g := range groups {
			left[g] += sumOf(r.left[t+1][g])
			expected[g] += x.leaversOf(&rec.hazards, g)
		}
	}
	return left, expected
}

// draw takes n processes from the posterior.
func (f *fitted) draw(n int) []*process {
	drawn := make([]*process, n)
	for i := range drawn {
		src := rand.NewPCG(seed, ratesStream+uint64(i))
		drawn[i] = f.sample(src, rand.New(src))
	}
	return drawn
}

// gamma draws around a count: its mean is count + Jeffreys' half, in units of
// exposure where that is given.
func gamma(count, exposure float64, src rand.Source) float64 {
	return distuv.Gamma{Alpha: count + jeffreys, Beta: exposure, Src: src}.Rand()
}
