// Package balance measures how evenly the workforce is spread over branches,
// fields and places. In go tables as published, the places with their
// population, and target structures that a source states; out come measures
// year by year, each with what every cell adds to it, so that a drawing can
// show more than the number. It refuses to guess: where a cell is withheld, a
// measure is an interval that holds it whatever the cell may be, and where the
// total is withheld, or a population has no source, there is none and the
// reason is given.
//
// Only published cells are read, so that no measure tells more than they do.
package balance

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A Balance is all measures of a site.
type Balance struct {
	Concentrations  []Concentration  // by dimension, year
	Specialisations []Specialisation // of places in fields, by year
	Inequalities    []Inequality     // between places, by year
	Distances       []Distance       // by structure, year
	Missing         []Missing
}

// An Interval holds a measure: both ends are the same where it is known.
type Interval struct{ Low, High float64 }

// Exact reports whether the measure is known.
func (i Interval) Exact() bool { return i.Low == i.High }

// An Origin says what a measure was computed from.
type Origin struct {
	Table        string // id
	Year         int
	Illustrative bool
}

// Missing is a measure that couldn't be computed.
type Missing struct {
	Of         Kind
	Dimensions []model.Dimension
	Structure  string // id, of a distance
	Year       int    // 0: in no year
	Reason     Reason
}

// A Kind names what is measured.
type Kind string

// The kinds of measures.
const (
	OfConcentration  Kind = "concentration"
	OfSpecialisation Kind = "specialisation"
	OfInequality     Kind = "inequality"
	OfDistance       Kind = "distance"
)

// A Reason says why there is no measure.
type Reason string

// The reasons.
const (
	MissingTable   Reason = "missing-table"   // none with these dimensions and codes
	TotalWithheld  Reason = "total-withheld"  // of all people counted
	Nobody         Reason = "nobody"          // to measure
	NoPopulation   Reason = "no-population"   // of that year, with a source, for every place
	OnlyOneCode    Reason = "only-one-code"   // there is nothing to compare
	MarginWithheld Reason = "margin-withheld" // of a row or a column that all cells need
)

// Compute measures the balance of what was published. Structures are the
// targets to measure the distance to.
func Compute(published *workforce.Publication, places []model.Locality, structures []model.Structure) *Balance {
	b := &builder{published: published}
	for _, dimension := range []model.Dimension{model.ByBranch, model.BySector, model.ByField, model.ByLocality} {
		b.concentration(dimension)
	}
	b.specialisation()
	b.inequality(places)
	for _, s := range structures {
		b.distance(s)
	}
	return &b.balance
}

// A builder collects the measures of one publication.
type builder struct {
	published *workforce.Publication
	balance   Balance
}

func (b *builder) miss(of Kind, year int, reason Reason, dimensions ...model.Dimension) {
	b.balance.Missing = append(b.balance.Missing, Missing{Of: of, Dimensions: dimensions, Year: year, Reason: reason})
}

// Illustrative reports whether anything measured is computed from what is not
// real.
func (b *Balance) Illustrative() bool {
	return slices.ContainsFunc(b.origins(), func(o Origin) bool { return o.Illustrative })
}

// Tables lists the ids of the tables that anything is measured from.
func (b *Balance) Tables() []string {
	var ids []string
	for _, o := range b.origins() {
		ids = append(ids, o.Table)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (b *Balance) origins() []Origin {
	return slices.Concat(
		originsOf(b.Concentrations, func(m Concentration) Origin { return m.Origin }),
		originsOf(b.Specialisations, func(m Specialisation) Origin { return m.Origin }),
		originsOf(b.Inequalities, func(m Inequality) Origin { return m.Origin }),
		originsOf(b.Distances, func(m Distance) Origin { return m.Origin }),
	)
}

func originsOf[M any](measures []M, origin func(M) Origin) []Origin {
	origins := make([]Origin, len(measures))
	for i, m := range measures {
		origins[i] = origin(m)
	}
	return origins
}
