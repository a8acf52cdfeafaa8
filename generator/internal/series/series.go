// Package series derives figures from published tables: shares, people per
// 10,000 inhabitants, changes against the year before, retirements due, people
// in remote places and elsewhere. In go tables as published, the places with
// their population, and the series that the site declares; out come their
// values by code and year. A value that needs a withheld cell is withheld, and
// one that needs what isn't known (a population without a source, a year
// before the first, the other side of a change of places) is missing: it never
// stands on a guess.
//
// Only published cells are read, so that no series tells more than they do.
package series

import (
	"slices"

	"congbo/generator/internal/forecast"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A Series is a declared series with its values.
type Series struct {
	Declared     model.Series
	Of           *workforce.Table
	Dimensions   []model.Dimension
	Years        []int
	Illustrative bool
	Sources      []string // ids, of populations
	codes        [][][]string
	values       []map[string]Value
}

// A Value is one figure, and whether there is one.
type Value struct {
	Number float64 // read only where Known
	Status Status
}

// A Status says why there is a figure or none.
type Status int

// The statuses. Known is the zero value's; what is withheld hides what is
// missing.
const (
	Known Status = iota
	Missing
	Withheld
)

// Compute derives every declared series. One whose table is not among the
// published ones has no years.
func Compute(published *workforce.Publication, declared []model.Series, places []model.Locality) []*Series {
	var all []*Series
	for _, d := range declared {
		s := &Series{Declared: d, Illustrative: d.Illustrative}
		if t, ok := published.Table(d.Of); ok {
			s.derive(t, places)
		}
		all = append(all, s)
	}
	return all
}

// Codes lists the codes of the series' i-th dimension in a year, in order and
// without the total.
func (s *Series) Codes(year, i int) []string {
	y := slices.Index(s.Years, year)
	if y < 0 {
		return nil
	}
	return s.codes[y][i]
}

// Value looks up one figure; codes are by dimension.
func (s *Series) Value(codes []string, year int) Value {
	y := slices.Index(s.Years, year)
	if y < 0 {
		return Value{Status: Missing}
	}
	v, ok := s.values[y][join(codes)]
	if !ok {
		return Value{Status: Missing}
	}
	return v
}

// Combinations lists the codes of every cell of a year, totals last.
func (s *Series) Combinations(year int) [][]string {
	combinations := [][]string{nil}
	for i := range s.Dimensions {
		var longer [][]string
		for _, c := range combinations {
			for _, code := range append(slices.Clone(s.Codes(year, i)), workforce.Total) {
				longer = append(longer, append(slices.Clone(c), code))
			}
		}
		combinations = longer
	}
	return combinations
}

func (s *Series) derive(t *workforce.Table, places []model.Locality) {
	s.Of, s.Years = t, t.Years
	s.Illustrative = s.Illustrative || t.Illustrative || t.Declared.Illustrative
	of := reader{t, places}
	formula := formulas[s.Declared.Kind]
	s.Dimensions = of.remaining(s.Declared)
	if s.Declared.Kind == model.RateSeries {
		s.cite(places)
	}
	for _, year := range s.Years {
		var codes [][]string
		for _, d := range s.Dimensions {
			codes = append(codes, of.codes(d, year))
		}
		s.codes = append(s.codes, codes)
		s.values = append(s.values, map[string]Value{})
		for _, c := range s.Combinations(year) {
			at := map[model.Dimension]string{}
			for i, d := range s.Dimensions {
				at[d] = c[i]
			}
			s.values[len(s.values)-1][join(c)] = formula(of, s.Declared, at, year)
		}
	}
}

// cite lists the sources of the populations, once each.
func (s *Series) cite(places []model.Locality) {
	for _, l := range places {
		for _, p := range l.Population {
			if slices.Contains(s.Years, p.Period.Year) && p.Source != "" && !slices.Contains(s.Sources, p.Source) {
				s.Sources = append(s.Sources, p.Source)
			}
			s.Illustrative = s.Illustrative || slices.Contains(s.Years, p.Period.Year) && p.Illustrative
		}
	}
}

// formulas derive a value at some codes, with the table's other dimensions at
// their totals.
var formulas = map[model.SeriesKind]func(of reader, s model.Series, at map[model.Dimension]string, year int) Value{
	model.ShareSeries: func(of reader, s model.Series, at map[model.Dimension]string, year int) Value {
		return Ratio(of.picked(s.Where, at, year), of.at(at, year), 100)
	},
	model.StructureSeries: func(of reader, _ model.Series, at map[model.Dimension]string, year int) Value {
		first := of.table.Declared.Dimensions[0]
		whole := of.with(at, year, map[model.Dimension]string{first: workforce.Total})
		return Ratio(of.at(at, year), whole, 100)
	},
	model.RateSeries: func(of reader, _ model.Series, at map[model.Dimension]string, year int) Value {
		return Ratio(of.at(at, year), Inhabitants(of.places, of.placesAt(at, year), year), perInhabitants)
	},
	model.ChangeSeries: func(of reader, _ model.Series, at map[model.Dimension]string, year int) Value {
		return of.change(at, year)
	},
	model.RetirementSeries: func(of reader, s model.Series, at map[model.Dimension]string, year int) Value {
		return of.retiring(at, year, s.YearsAhead)
	},
	model.RemoteSeries: func(of reader, _ model.Series, at map[model.Dimension]string, year int) Value {
		return of.remote(at, year)
	},
}

// perInhabitants is how many inhabitants a rate is of.
const perInhabitants = 10000

// retiring sums the people who reach the legal age of retirement within some
// years, taken to be spread evenly over the ages of their group. Groups of
// which nobody does needn't be known.
func (r reader) retiring(at map[model.Dimension]string, year, ahead int) Value {
	sum := Value{}
	for _, group := range r.codes(model.ByAgeGroup, year) {
		for _, sex := range r.codes(model.BySex, year) {
			share := forecast.ReachedShare(sex, group, year, ahead)
			if share == 0 {
				continue
			}
			cell := r.with(at, year, map[model.Dimension]string{model.ByAgeGroup: group, model.BySex: sex})
			cell.Number *= share
			sum = sum.plus(cell)
		}
	}
	return sum
}
