package opendata

import (
	"slices"
	"strconv"

	"congbo/generator/internal/model"
	"congbo/generator/internal/series"
	"congbo/generator/internal/workforce"
)

// Series describes a derived series, a row a value. What is missing has no
// row; what needs a withheld cell is withheld.
func (w Describer) Series(s *series.Series, notes ...model.Text) Dataset {
	d := Dataset{
		ID:           s.Declared.ID,
		Kind:         SeriesKind,
		Title:        s.Declared.Title,
		Description:  w.Words.Say("data_series_" + string(s.Declared.Kind)),
		Illustrative: s.Illustrative,
		Clauses:      s.Declared.Clauses,
		Notes:        slices.Clone(notes),
		Sources:      citedSources(w.World, s.Sources...),
	}
	if len(s.Declared.Where) > 0 {
		d.Notes = append(d.Notes, w.whereNote(s.Declared.Where))
	}
	for _, dimension := range s.Dimensions {
		f := w.category(string(model.ByRemote), w.remoteness())
		if dimension != model.ByRemote {
			f = w.dimensionField(dimension)
		}
		d.Fields, d.Key = append(d.Fields, f), append(d.Key, string(dimension))
	}
	d.Key = append(d.Key, string(model.Year))
	d.Fields = append(d.Fields,
		w.required(string(model.Year), Year), w.field("value", Number), w.category("status", statuses(w.Words)), w.field(illustrativeName, Boolean))
	for _, year := range s.Years {
		for _, codes := range s.Combinations(year) {
			if row := seriesRow(s.Value(codes, year)); row != nil {
				d.Rows = append(d.Rows, slices.Concat(codes, []string{strconv.Itoa(year)}, row, []string{flag(s.Illustrative)}))
			}
		}
	}
	return d
}

// seriesRow is a value and its status; nil for what is missing.
func seriesRow(v series.Value) []string {
	switch v.Status {
	case series.Known:
		return []string{measured(v.Number), ""}
	case series.Withheld:
		return []string{"", string(workforce.Withheld)}
	}
	return nil
}

// remoteness is the codes of the coarsening of places.
func (w Describer) remoteness() []Category {
	return append(named(w.Words, "remote_", "true", "false"), Category{workforce.Total, w.Words.Say("total")})
}
