package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/model"
	"congbo/generator/internal/series"
	"congbo/generator/internal/workforce"
)

// A grid is figures by codes and year, as pages lay them out: a published
// table, or a series derived from one.
type grid struct {
	declared     model.Table
	years        []int // ascending
	illustrative bool
	unit         string
	numbers      chart.Numbers // decimals and what stands behind a value
	codesIn      func(year, dimension int) []string
	valueAt      func(codes []string, year int) chart.Value
	broken       func(year int) bool // places were others the year before
}

func (e *edition) tableGrid(t *workforce.Table) *grid {
	return &grid{
		declared: t.Declared, years: t.Years, illustrative: t.Illustrative, unit: e.T("people"),
		codesIn: t.Codes,
		valueAt: func(codes []string, year int) chart.Value { return drawnValue(series.Cell(t, codes, year)) },
		broken:  e.placesChanged(t.Years),
	}
}

func (e *edition) seriesGrid(s *series.Series) *grid {
	d := s.Declared
	g := &grid{
		declared: model.Table{ID: d.ID, Title: d.Title, Dimensions: s.Dimensions, Chart: d.Chart, Clauses: d.Clauses},
		years:    s.Years, illustrative: s.Illustrative, unit: e.T("series_unit_" + string(d.Kind)),
		codesIn: s.Codes,
		valueAt: func(codes []string, year int) chart.Value { return drawnValue(s.Value(codes, year)) },
		broken:  e.placesChanged(s.Years),
	}
	switch d.Kind {
	case model.ShareSeries, model.StructureSeries:
		g.numbers = chart.Numbers{Decimals: 1, Suffix: e.percentSign()}
	case model.RateSeries:
		g.numbers = chart.Numbers{Decimals: 1}
	}
	g.years = slices.DeleteFunc(slices.Clone(s.Years), g.isEmpty)
	return g
}

// isEmpty reports whether no value of a year is known or withheld.
func (g *grid) isEmpty(year int) bool {
	for _, codes := range g.rowCodes(year, len(g.declared.Dimensions)) {
		if g.valueAt(codes, year).Status != chart.Missing {
			return false
		}
	}
	return true
}

func drawnValue(v series.Value) chart.Value {
	switch v.Status {
	case series.Withheld:
		return chart.Value{Status: chart.Withheld}
	case series.Missing:
		return chart.Value{Status: chart.Missing}
	}
	return chart.Value{Number: v.Number}
}

// placesChanged tells before which of the years the places became others.
func (e *edition) placesChanged(years []int) func(year int) bool {
	return func(year int) bool {
		i := slices.Index(years, year)
		return i > 0 && !model.SamePlaces(e.World.Localities, years[i-1], year)
	}
}

func (g *grid) latest() int { return g.years[len(g.years)-1] }

// codes lists the codes of a dimension in a year.
func (g *grid) codes(year int, d model.Dimension) []string {
	return g.codesIn(year, slices.Index(g.declared.Dimensions, d))
}

// geographies parts a grid by place where places became others, the latest
// part first, so that no series runs across; a grid that isn't by place stays
// whole.
func (g *grid) geographies() []*grid {
	if !slices.Contains(g.declared.Dimensions, model.ByLocality) {
		return []*grid{g}
	}
	var parts []*grid
	from := 0
	for i := 1; i <= len(g.years); i++ {
		if i == len(g.years) || g.broken(g.years[i]) {
			part := *g
			part.years = g.years[from:i]
			parts = append(parts, &part)
			from = i
		}
	}
	slices.Reverse(parts)
	return parts
}

// atCode is the codes of a cell with one dimension at code and the others at
// their totals.
func (g *grid) atCode(dimension int, code string) []string {
	codes := slices.Repeat([]string{workforce.Total}, len(g.declared.Dimensions))
	if len(codes) > 0 {
		codes[dimension] = code
	}
	return codes
}

// total is the value of everybody in a year.
func (g *grid) total(year int) chart.Value {
	return g.valueAt(slices.Repeat([]string{workforce.Total}, len(g.declared.Dimensions)), year)
}

// codesOfAllYears is every code that some year has, totals last.
func (g *grid) codesOfAllYears(dimension int) []string {
	var codes []string
	for _, year := range g.years {
		for _, code := range g.codesIn(year, dimension) {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return append(codes, workforce.Total)
}

// rowCodes is every combination of codes of the first n dimensions, totals
// after the codes that they sum.
func (g *grid) rowCodes(year, n int) [][]string {
	rows := [][]string{nil}
	for i := range n {
		var longer [][]string
		for _, r := range rows {
			for _, code := range append(slices.Clone(g.codesIn(year, i)), workforce.Total) {
				longer = append(longer, append(slices.Clone(r), code))
			}
		}
		rows = longer
	}
	return rows
}

// positions is the codes of a dimension, or the years; one empty position for
// no dimension.
func (g *grid) positions(d model.Dimension) []string {
	switch d {
	case "":
		return []string{""}
	case model.Year:
		return mapped(g.years, func(y int) string { return fmt.Sprint(y) })
	}
	return g.codes(g.latest(), d)
}

// value is the one at some positions: what they don't name stands at its
// total, the year at its latest.
func (g *grid) value(at map[model.Dimension]string) chart.Value {
	codes := mapped(g.declared.Dimensions, func(d model.Dimension) string {
		if code := at[d]; code != "" {
			return code
		}
		return workforce.Total
	})
	year := g.latest()
	for _, y := range g.years {
		if fmt.Sprint(y) == at[model.Year] {
			year = y
		}
	}
	return g.valueAt(codes, year)
}
