// Package forecast says how many people the workforce may count in the years
// to come, and how far that can be known. In go tables as published, never
// person records, and the named scenarios of the plan; out come medians with
// 50 % and 90 % bands for everybody, by degree, by field and by place, beside
// them compound growth as the naive rival, the rates that were estimated, what
// the outcome hangs on, and a back-test from earlier years. It refuses to look
// ahead from fewer than five years of records, from fewer people than the
// threshold, or without the tables it needs, and says which.
//
// The model is a cohort-component one (Preston, Heuveline and Guillot,
// Demography, 2001, chapter 6) over single years of age: each year everybody
// grows older, some leave, more so from the legal age of retirement on, some
// earn the next degree, and some enter. Only age groups are published, so that
// ages within them are reconstructed from how many crossed from each group to
// the next, which published stocks and flows determine. Rates have Gamma
// posteriors, shrunk where counts are small; future years are simulated.
// Fields and places follow the total.
package forecast

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A Forecast is everything that is said about the years to come.
type Forecast struct {
	Origin       int   // the last year of records
	Years        []int // that are forecast, ascending and without gaps
	Horizons     []int // of Years, those that pages name
	Scenarios    []model.Scenario
	Series       []Series // everybody first, then by degree, field and place
	Rates        []Rate
	Drivers      []Driver // the widest swing first
	Backtest     Backtest
	Missing      []Missing // what the tables don't allow
	Tables       []string  // ids of the tables used, in the order of their declaration
	Filled       float64   // greatest share of a year's people in withheld cells, estimated from margins
	Illustrative bool
}

// A Series is one quantity over time. Degrees sum to everybody, and so do
// fields and places, in every simulated future and in the medians, where those
// without a fan are counted in.
type Series struct {
	Dimension model.Dimension // empty for everybody
	Code      string          // workforce.Total for everybody
	Table     string          // id of the one that Observed is from
	Observed  []Observation   // the years of records
	Growth    []int           // compound growth, by Forecast.Years; nil where it can't be computed
	Fans      []Fan           // by scenario; nil where Reason says why
	Reason    *Reason
}

// An Observation is a published count.
type Observation struct {
	Year, Count int
	Withheld    bool
}

// A Fan is the bands of one scenario, by Forecast.Years.
type Fan []Bands

// Bands are quantiles of the simulated futures, in people: 5, 25, 50, 75 and
// 95 %.
type Bands struct{ Low90, Low50, Median, High50, High90 int }

// Missing is something that wasn't forecast, or not as fully as it could be.
type Missing struct {
	Of     Aspect
	Reason Reason
}

// An Aspect is a part of the forecast that needs tables of its own.
type Aspect string

// The aspects.
const (
	ByField        Aspect = "field"
	ByPlace        Aspect = "place"
	Sexes          Aspect = "sexes"             // without it, the share of women is one more thing that is uncertain
	LeavingDegrees Aspect = "leaving-by-degree" // without it, leaving depends on age alone
)

// Run forecasts from what was published, to the last horizon of the plan.
// Either the forecast or the reason why there is none is nil.
func Run(published *workforce.Publication, plan model.Forecast, statistics model.Statistics) (*Forecast, *Reason) {
	if len(plan.Scenarios) == 0 || len(plan.Horizons) == 0 {
		return nil, &Reason{Code: NothingPlanned}
	}
	r, reason := read(published, statistics)
	if reason != nil {
		return nil, reason
	}
	f := &Forecast{Origin: r.origin(), Scenarios: plan.Scenarios, Missing: r.missing, Tables: r.tables, Filled: r.filled}
	f.Illustrative = r.illustrative || plan.Illustrative
	f.Horizons = slices.DeleteFunc(slices.Clone(plan.Horizons), func(year int) bool { return year <= f.Origin })
	if len(f.Horizons) == 0 {
		return nil, &Reason{Code: NothingPlanned, Year: f.Origin}
	}
	f.Years = between(f.Origin+1, slices.Max(f.Horizons))
	f.project(r)
	f.Backtest = backtest(r)
	return f, nil
}

// project fits the model to all records and simulates every scenario.
func (f *Forecast) project(r *records) {
	fitted := fit(r)
	drawn := fitted.draw(simulations)
	f.Series = r.series(len(f.Years))
	for _, scenario := range f.Scenarios {
		fans := fitted.simulate(drawn, scenario.Changes, f.Years).fans(r)
		for i := range f.Series {
			if f.Series[i].Reason == nil {
				f.Series[i].Fans = append(f.Series[i].Fans, fans[i])
			}
		}
	}
	f.Rates = fitted.rates(drawn)
	f.Drivers = fitted.drivers(drawn, f.Scenarios[0].Changes, f.Years)
}

// Find returns the series of a code; the one of everybody has no dimension.
func (f *Forecast) Find(dimension model.Dimension, code string) (Series, bool) {
	i := slices.IndexFunc(f.Series, func(s Series) bool { return s.Dimension == dimension && s.Code == code })
	if i < 0 {
		return Series{}, false
	}
	return f.Series[i], true
}

// Of lists the series of a dimension, in the order of its codes.
func (f *Forecast) Of(dimension model.Dimension) []Series {
	return slices.DeleteFunc(slices.Clone(f.Series), func(s Series) bool { return s.Dimension != dimension })
}

// between lists the years from first to last.
func between(first, last int) []int {
	var years []int
	for year := first; year <= last; year++ {
		years = append(years, year)
	}
	return years
}
