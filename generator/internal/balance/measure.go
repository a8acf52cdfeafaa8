package balance

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A Concentration says how far people gather in few codes of a dimension.
type Concentration struct {
	Origin
	Dimension  model.Dimension
	Herfindahl Interval
	Normalised Interval // 0 to 1
	Effective  Interval // equally large codes that would give the same: 1/Herfindahl
	Parts      []Part   // contributions sum to Herfindahl where none is withheld
}

func (b *builder) concentration(dimension model.Dimension) {
	t := b.find(dimension)
	if t == nil {
		b.miss(OfConcentration, 0, MissingTable, dimension)
		return
	}
	m := margin{t, []model.Dimension{dimension}}
	for _, year := range t.Years {
		d, reason := m.along(year, 0, "")
		if reason != "" {
			b.miss(OfConcentration, year, reason, dimension)
			continue
		}
		n := len(d.codes)
		h := d.bound(slices.Repeat([]float64{1}, n), herfindahl)
		b.balance.Concentrations = append(b.balance.Concentrations, Concentration{
			Origin: m.origin(year), Dimension: dimension, Herfindahl: h,
			Normalised: Interval{normalised(h.Low, n), normalised(h.High, n)},
			Effective:  Interval{1 / h.High, 1 / h.Low},
			Parts:      d.parts(func(_ int, share float64) float64 { return share * share }),
		})
	}
}

// A Specialisation says which place has more than its share of which field.
type Specialisation struct {
	Origin
	Cells  []Cell  // by place, field
	Fields []Field // how unevenly each is spread
}

// A Cell is a field in a place.
type Cell struct {
	Place, Field string
	Withheld     bool // the cell or a sum that it is divided by; then the rest is 0
	Count        int
	Quotient     float64
	Excess       float64 // people more than if the place had the structure of all; less than 0 where it has fewer
}

// A Field is one of a specialisation.
type Field struct {
	Code string
	Gini Interval
}

func (b *builder) specialisation() {
	dimensions := []model.Dimension{model.ByLocality, model.ByField}
	t := b.find(dimensions...)
	if t == nil {
		b.miss(OfSpecialisation, 0, MissingTable, dimensions...)
		return
	}
	m := margin{t, dimensions}
	for _, year := range t.Years {
		places, reason := m.along(year, 0, workforce.Total)
		if reason == "" && places.anyWithheld() {
			reason = MarginWithheld
		}
		if reason != "" {
			b.miss(OfSpecialisation, year, reason, dimensions...)
			continue
		}
		s := Specialisation{Origin: m.origin(year)}
		for i, place := range places.codes {
			for _, field := range m.codes(year, 1) {
				s.Cells = append(s.Cells, m.cell(year, place, field, places.counts[i], places.total))
			}
		}
		s.Fields = m.fields(year, places)
		b.balance.Specialisations = append(b.balance.Specialisations, s)
	}
}

// cell measures one field in one place. Where nobody is in the place or in the
// field there is no quotient, and it counts as 1.
func (m margin) cell(year int, place, field string, inPlace, total float64) Cell {
	c := Cell{Place: place, Field: field}
	count, published := m.value(year, place, field)
	inField, fieldPublished := m.value(year, workforce.Total, field)
	if !published || !fieldPublished {
		c.Withheld = true
		return c
	}
	c.Count, c.Quotient = int(count), 1
	if inPlace > 0 && inField > 0 {
		c.Quotient = quotient(count, inPlace, inField, total)
		c.Excess = count - inPlace*inField/total
	}
	return c
}

// fields are the Gini coefficients of the fields whose total is published and
// not zero.
func (m margin) fields(year int, places distribution) []Field {
	var fields []Field
	for _, field := range m.codes(year, 1) {
		d, reason := m.along(year, 0, field)
		if reason != "" {
			continue
		}
		measure := func(counts []float64) float64 { return gini(counts, places.counts) }
		fields = append(fields, Field{field, d.bound(places.counts, measure)})
	}
	return fields
}

// A Distance says how far the structure of the workforce is from a target that
// a source states.
type Distance struct {
	Origin
	Structure     string // id
	Dimension     model.Dimension
	Dissimilarity Interval
	People        Interval  // who would have to bear another code
	Parts         []Part    // contributions sum to Dissimilarity where none is withheld
	Targets       []float64 // shares, as Parts
}

func (b *builder) distance(s model.Structure) {
	m, found := b.tableOf(s)
	if !found {
		b.balance.Missing = append(b.balance.Missing, Missing{Of: OfDistance, Dimensions: []model.Dimension{s.Dimension}, Structure: s.ID, Reason: MissingTable})
		return
	}
	for _, year := range m.table.Years {
		d, reason := m.along(year, 0, "")
		if reason == "" && !hasCodes(d.codes, s) {
			reason = MissingTable
		}
		if reason != "" {
			b.balance.Missing = append(b.balance.Missing, Missing{Of: OfDistance, Dimensions: []model.Dimension{s.Dimension}, Structure: s.ID, Year: year, Reason: reason})
			continue
		}
		b.balance.Distances = append(b.balance.Distances, d.distance(s, m.origin(year)))
	}
}

// distance measures a year. Codes that the target doesn't name have no share
// in it.
func (d distribution) distance(s model.Structure, origin Origin) Distance {
	origin.Illustrative = origin.Illustrative || s.Illustrative
	targets := make([]float64, len(d.codes))
	for _, share := range s.Shares {
		targets[slices.Index(d.codes, share.Code)] = share.Percent
	}
	whole := sumOf(targets)
	for i := range targets {
		targets[i] /= whole
	}
	measure := func(counts []float64) float64 { return dissimilarity(counts, targets) }
	bounds := d.bound(targets, measure)
	return Distance{
		Origin: origin, Structure: s.ID, Dimension: s.Dimension, Targets: targets,
		Dissimilarity: bounds, People: Interval{bounds.Low * d.total, bounds.High * d.total},
		Parts: d.parts(func(i int, share float64) float64 { return dissimilarityPart(share, targets[i]) }),
	}
}

// tableOf finds the first table that in its last year has all codes of a
// structure.
func (b *builder) tableOf(s model.Structure) (margin, bool) {
	for _, t := range b.published.Tables {
		m := margin{t, []model.Dimension{s.Dimension}}
		if counts(t, m.dimensions) && hasCodes(m.codes(t.Years[len(t.Years)-1], 0), s) {
			return m, true
		}
	}
	return margin{}, false
}

// hasCodes reports whether a structure names none but these codes.
func hasCodes(codes []string, s model.Structure) bool {
	return !slices.ContainsFunc(s.Shares, func(share model.Share) bool { return !slices.Contains(codes, share.Code) })
}
