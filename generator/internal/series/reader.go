package series

import (
	"maps"
	"slices"
	"strings"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A reader looks a table up by some of its dimensions, the others at their
// totals.
type reader struct {
	table  *workforce.Table
	places []model.Locality
}

// at is a published cell; the pseudo-dimension remote is none of the table's.
func (r reader) at(at map[model.Dimension]string, year int) Value {
	return Cell(r.table, r.codesAt(at), year)
}

func (r reader) codesAt(at map[model.Dimension]string) []string {
	codes := make([]string, len(r.table.Declared.Dimensions))
	for i, d := range r.table.Declared.Dimensions {
		codes[i] = workforce.Total
		if code, ok := at[d]; ok {
			codes[i] = code
		}
	}
	return codes
}

// with is the cell at some codes and others.
func (r reader) with(at map[model.Dimension]string, year int, others map[model.Dimension]string) Value {
	all := maps.Clone(at)
	maps.Copy(all, others)
	return r.at(all, year)
}

// Cell is a published count as a value.
func Cell(t *workforce.Table, codes []string, year int) Value {
	n, withheld, ok := t.Value(codes, year)
	switch {
	case !ok:
		return Value{Status: Missing}
	case withheld:
		return Value{Status: Withheld}
	}
	return Value{Number: float64(n)}
}

// codes lists those of a dimension in a year.
func (r reader) codes(d model.Dimension, year int) []string {
	if d == model.ByRemote {
		return []string{"true", "false"}
	}
	return r.table.Codes(year, slices.Index(r.table.Declared.Dimensions, d))
}

// remaining are the dimensions of a series of the table.
func (r reader) remaining(s model.Series) []model.Dimension {
	var kept []model.Dimension
	for _, d := range r.table.Declared.Dimensions {
		_, picked := s.Where[d]
		switch {
		case picked:
		case s.Kind == model.RetirementSeries && (d == model.ByAgeGroup || d == model.BySex):
		case s.Kind == model.RemoteSeries && d == model.ByLocality:
			kept = append(kept, model.ByRemote)
		default:
			kept = append(kept, d)
		}
	}
	return kept
}

// picked sums the cells of the codes that where picks.
func (r reader) picked(where map[model.Dimension][]string, at map[model.Dimension]string, year int) Value {
	picks := []map[model.Dimension]string{at}
	for _, d := range slices.Sorted(maps.Keys(where)) {
		var more []map[model.Dimension]string
		for _, pick := range picks {
			for _, code := range where[d] {
				next := maps.Clone(pick)
				next[d] = code
				more = append(more, next)
			}
		}
		picks = more
	}
	sum := Value{}
	for _, pick := range picks {
		sum = sum.plus(r.at(pick, year))
	}
	return sum
}

func (r reader) change(at map[model.Dimension]string, year int) Value {
	return Change(r.table, r.places, r.codesAt(at), year)
}

// placesAt are the places that a cell counts.
func (r reader) placesAt(at map[model.Dimension]string, year int) []string {
	if place := at[model.ByLocality]; place != workforce.Total {
		return []string{place}
	}
	return r.codes(model.ByLocality, year)
}

// remote sums the places that are remote, or those that aren't; missing where
// some place doesn't say.
func (r reader) remote(at map[model.Dimension]string, year int) Value {
	wanted := at[model.ByRemote]
	sum := Value{}
	for _, place := range r.codes(model.ByLocality, year) {
		i := slices.IndexFunc(r.places, func(l model.Locality) bool { return l.ID == place })
		if i < 0 || r.places[i].Remote == nil {
			return Value{Status: Missing}
		}
		if wanted == workforce.Total || *r.places[i].Remote == (wanted == "true") {
			sum = sum.plus(r.with(at, year, map[model.Dimension]string{model.ByLocality: place}))
		}
	}
	return sum
}

// Inhabitants sums the population of places in a year; missing where one has
// none of that year that is a number and no bound.
func Inhabitants(places []model.Locality, ids []string, year int) Value {
	sum := Value{}
	for _, id := range ids {
		sum = sum.plus(population(places, id, year))
	}
	return sum
}

func population(places []model.Locality, id string, year int) Value {
	for _, l := range places {
		for _, p := range l.Population {
			if l.ID == id && p.Period.Year == year && p.Bound == "" && p.Value > 0 {
				return Value{Number: p.Value}
			}
		}
	}
	return Value{Status: Missing}
}

// Ratio is a value as so many of another; missing where that is zero.
func Ratio(of, in Value, times float64) Value {
	v := Value{Status: max(of.Status, in.Status)}
	switch {
	case v.Status != Known:
	case in.Number == 0:
		v.Status = Missing
	default:
		v.Number = times * of.Number / in.Number
	}
	return v
}

func (v Value) plus(other Value) Value {
	sum := Value{Status: max(v.Status, other.Status)}
	if sum.Status == Known {
		sum.Number = v.Number + other.Number
	}
	return sum
}

func (v Value) minus(other Value) Value {
	other.Number = -other.Number
	return v.plus(other)
}

// Change is how many people more than the year before one cell of a table
// counts; missing in the first year, after a gap, and where places were others
// the year before.
func Change(t *workforce.Table, places []model.Locality, codes []string, year int) Value {
	if !model.SamePlaces(places, year-1, year) {
		return Value{Status: Missing}
	}
	return Cell(t, codes, year).minus(Cell(t, codes, year-1))
}

func join(codes []string) string { return strings.Join(codes, " ") }
