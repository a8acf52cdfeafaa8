package forecast

import (
	"math"
	"slices"

	"congbo/generator/internal/model"
)

// A Backtest is what the method would have said in earlier years, against what
// came.
type Backtest struct {
	Tests  []Test   // by origin, series, year
	Errors []Errors // of everybody, by degree, field and place, as far as there are tests
}

// A Test is one forecast of a year that is known.
type Test struct {
	Origin, Year int
	Dimension    model.Dimension
	Code         string
	Bands        Bands
	Growth       *int // compound growth; nil where it can't be computed
	Actual       int
}

// Errors sum the tests of a dimension up. Percentages are of the actual value,
// and leave out where that is 0; growth is compared on the tests that it has.
type Errors struct {
	Dimension            model.Dimension // empty for everybody
	Tests                int
	MAE, MAPE            float64 // people; percent
	GrowthMAE            float64
	GrowthMAPE           float64
	Covered50, Covered90 float64 // share of the tests that fell into the bands
}

// backtest forecasts from every year that has enough years behind it and one
// before it, with nothing that was known only later, and no scenario.
func backtest(r *records) Backtest {
	var b Backtest
	for n := testedYears; n < len(r.years); n++ {
		b.Tests = append(b.Tests, r.test(n)...)
	}
	for _, dimension := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
		if e := errorsOf(b.Tests, dimension); e.Tests > 0 {
			b.Errors = append(b.Errors, e)
		}
	}
	return b
}

// test forecasts the years after the n-th from those before.
func (r *records) test(n int) []Test {
	known := r.upTo(n)
	fitted := fit(known)
	years := r.years[n:]
	fans := fitted.simulate(fitted.draw(simulations), nil, years).fans(known)
	var tests []Test
	for i, s := range known.series(0) {
		if s.Reason != nil {
			continue
		}
		growth := compound(s.observedTo(known.origin()), len(years))
		for y, year := range years {
			actual, ok := s.observedIn(year)
			if !ok {
				continue
			}
			test := Test{Origin: known.origin(), Year: year, Dimension: s.Dimension, Code: s.Code, Bands: fans[i][y], Actual: actual}
			if growth != nil {
				test.Growth = &growth[y]
			}
			tests = append(tests, test)
		}
	}
	return tests
}

func (s Series) observedTo(year int) []Observation {
	return slices.DeleteFunc(slices.Clone(s.Observed), func(o Observation) bool { return o.Year > year })
}

func (s Series) observedIn(year int) (int, bool) {
	i := slices.IndexFunc(s.Observed, func(o Observation) bool { return o.Year == year && !o.Withheld })
	if i < 0 {
		return 0, false
	}
	return s.Observed[i].Count, true
}

func errorsOf(tests []Test, dimension model.Dimension) Errors {
	e := Errors{Dimension: dimension}
	var own, rival deviation
	for _, t := range tests {
		if t.Dimension != dimension {
			continue
		}
		e.Tests++
		own.add(t.Bands.Median, t.Actual)
		if t.Growth != nil {
			rival.add(*t.Growth, t.Actual)
		}
		if t.Bands.Low50 <= t.Actual && t.Actual <= t.Bands.High50 {
			e.Covered50++
		}
		if t.Bands.Low90 <= t.Actual && t.Actual <= t.Bands.High90 {
			e.Covered90++
		}
	}
	e.Covered50, e.Covered90 = quotient(e.Covered50, float64(e.Tests)), quotient(e.Covered90, float64(e.Tests))
	e.MAE, e.MAPE = own.means()
	e.GrowthMAE, e.GrowthMAPE = rival.means()
	return e
}

// A deviation sums absolute errors up.
type deviation struct{ tests, people, rated, percent float64 }

func (d *deviation) add(forecast, actual int) {
	off := math.Abs(float64(forecast - actual))
	d.tests++
	d.people += off
	if actual > 0 {
		d.rated++
		d.percent += 100 * off / float64(actual)
	}
}

func (d *deviation) means() (people, percent float64) {
	return quotient(d.people, d.tests), quotient(d.percent, d.rated)
}
