package forecast

import (
	"os"
	"strconv"
	"testing"

	"congbo/generator/internal/model"
)

// trials is how many populations a property is checked on: a fixed share, or
// SOAK of them.
func trials(t *testing.T, share int) int {
	n, err := strconv.Atoi(os.Getenv("SOAK"))
	if err != nil {
		return share
	}
	t.Logf("%d populations", n)
	return n
}

// A tally counts how often bands held, by dimension.
type tally map[model.Dimension]*[3]float64

func (c tally) add(dimension model.Dimension, b Bands, actual int) {
	if c[dimension] == nil {
		c[dimension] = new([3]float64)
	}
	n := c[dimension]
	n[0]++
	if b.Low50 <= actual && actual <= b.High50 {
		n[1]++
	}
	if b.Low90 <= actual && actual <= b.High90 {
		n[2]++
	}
}

func (c tally) share(dimension model.Dimension, of int) float64 {
	return c[dimension][of] / c[dimension][0]
}

func (c tally) all() (fifty, ninety float64) {
	var sum [3]float64
	for _, n := range c {
		for i := range sum {
			sum[i] += n[i]
		}
	}
	return sum[1] / sum[0], sum[2] / sum[0]
}

// covered forecasts populations that move by t for some years and counts how
// often what then came lies in the bands; spoil may falsify the rates.
func covered(t truth, populations, years int, hide func(r *records), spoil func(p *process)) tally {
	counted := tally{}
	last := firstYear + 5
	for seed := range uint64(populations) {
		e := live(t, seed, last+years)
		known := e.records(between(firstYear, last))
		hide(known)
		f := fit(known)
		drawn := f.draw(simulations)
		for _, p := range drawn {
			spoil(p)
		}
		ahead := between(last+1, last+years)
		fans := f.simulate(drawn, nil, ahead).fans(known)
		for i, s := range e.records(between(firstYear, last+years)).series(0) {
			for y, year := range ahead {
				actual, _ := s.observedIn(year)
				counted.add(s.Dimension, fans[i][y], actual)
			}
		}
	}
	return counted
}

func nothing(*records) {}
func honest(*process)  {}

// ageOnly makes the records what they are where leaving by degree isn't
// published.
func ageOnly(r *records) {
	r.byDegree = false
	for t, g := range r.left {
		var ages []float64
		for _, row := range g {
			ages = append(ages, sumOf(row))
		}
		r.left[t] = spread(ages, nil, r.stock[t])
	}
}

func TestBandsCover(t *testing.T) {
	restless, lasting, small := ordinary, ordinary, ordinary
	restless.unevenness = 0.3
	lasting.retiring = 0.25
	lasting.leaving = [groups]float64{0.06, 0.04, 0.02, 0.03, 0.03}
	small.entry = 25
	for _, c := range []struct {
		name        string
		truth       truth
		populations int
		years       int
		hide        func(*records)
	}{
		{"ordinary", ordinary, 20, 6, nothing},
		{"uneven years", restless, 12, 6, nothing},
		{"people stay on, and leave more when young", lasting, 8, 10, nothing},
		{"a small population", small, 10, 10, nothing},
		{"far ahead", ordinary, 6, 21, nothing},
		{"sexes unknown", ordinary, 6, 10, func(r *records) { r.women = nil }},
		{"leaving by age alone", ordinary, 8, 6, ageOnly},
	} {
		t.Run(c.name, func(t *testing.T) {
			counted := covered(c.truth, trials(t, c.populations), c.years, c.hide, honest)
			for d := range counted {
				t.Logf("%q: %.3f in the 50 %% bands, %.3f in the 90 %% bands", d, counted.share(d, 1), counted.share(d, 2))
			}
			fifty, ninety := counted.all()
			if ninety < 0.85 || ninety > 0.95 {
				t.Errorf("90 %% bands cover %.3f", ninety)
			}
			if fifty < 0.4 || fifty > 0.6 {
				t.Errorf("50 %% bands cover %.3f", fifty)
			}
		})
	}
}

// Halving any one rate must show where that rate tells.
func TestWrongRatesAreNoticed(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(p *process)
		in    model.Dimension
	}{
		{"entry", func(p *process) { p.entry /= 2 }, ""},
		{"leaving", func(p *process) { p.leaving.scale(0.5) }, ""},
		{"upgrading", func(p *process) { p.upgrading.scale(0.5) }, model.ByDegree},
		{"retiring", func(p *process) { p.hazards.after /= 2 }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			counted := covered(ordinary, trials(t, 5), 6, nothing, c.spoil)
			if share := counted.share(c.in, 2); share >= 0.85 {
				t.Errorf("90 %% bands still cover %.3f of %q", share, c.in)
			}
		})
	}
}

func TestBacktestCovers(t *testing.T) {
	counted := tally{}
	var own, rival float64
	for seed := range uint64(trials(t, 8)) {
		b := backtest(live(ordinary, 100+seed, firstYear+5).records(between(firstYear, firstYear+5)))
		for _, test := range b.Tests {
			counted.add(test.Dimension, test.Bands, test.Actual)
		}
		own, rival = own+b.Errors[0].MAE, rival+b.Errors[0].GrowthMAE
	}
	if _, ninety := counted.all(); ninety < 0.85 || ninety > 0.95 {
		t.Errorf("90 %% bands cover %.3f", ninety)
	}
	if own >= rival {
		t.Errorf("mean errors sum to %.0f, those of compound growth to %.0f", own, rival)
	}
}

// Intervals of rates hold the rates that people really moved by.
func TestRatesAreFound(t *testing.T) {
	held, all := map[Movement]float64{}, map[Movement]float64{}
	for seed := range uint64(trials(t, 12)) {
		e := live(ordinary, 200+seed, firstYear+5)
		f := fit(e.records(between(firstYear, firstYear+5)))
		for _, rate := range f.rates(f.draw(simulations)) {
			all[rate.Of]++
			if want := e.rate(rate); rate.Low <= want && want <= rate.High {
				held[rate.Of]++
			}
		}
	}
	for of, n := range all {
		t.Logf("%s: %.0f of %.0f intervals hold the rate", of, held[of], n)
		if held[of] < 0.7*n {
			t.Errorf("only %.0f of %.0f intervals of %s hold the rate", held[of], n, of)
		}
	}
}

// rate is the one that people really move by.
func (e *era) rate(of Rate) float64 {
	switch of.Of {
	case Entering:
		return e.truth.entry
	case Leaving:
		for g, code := range groupCodes {
			if code == of.AgeGroup {
				return e.truth.leaving[g]
			}
		}
	case Retiring:
		return e.truth.retiring
	}
	return e.upgradingRate(of.Degree)
}

// upgradingRate is a mean over the ages of the last year's stock.
func (e *era) upgradingRate(degree string) float64 {
	people, moves := 0.0, 0.0
	for _, w := range e.workers {
		if w.left != 0 || degreeCodes[w.degree] != degree {
			continue
		}
		people++
		rate := e.truth.upgrading[w.degree]
		if firstYear+5-w.birth >= 45 {
			rate /= 4
		}
		moves += rate
	}
	return moves / people
}
