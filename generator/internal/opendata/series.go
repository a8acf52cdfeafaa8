package opendata

import (
	"slices"
	"strconv"

	"congbo/generator/internal/model"
	"congbo/generator/internal/series"
	"congbo/generator/internal/workforce"
)

// seriesSaid says what the values of each kind of series are.
var seriesSaid = map[model.SeriesKind]model.Text{
	model.ShareSeries:      words("Tỷ lệ phần trăm, tính từ các ô đã công bố.", "Per cent, computed from published cells."),
	model.StructureSeries:  words("Tỷ trọng phần trăm của từng nhóm, tính từ các ô đã công bố.", "Per cent that each group has, computed from published cells."),
	model.RateSeries:       words("Số người trên 10.000 dân, tính từ các ô đã công bố và dân số có nguồn.", "People per 10,000 inhabitants, computed from published cells and populations with a source."),
	model.ChangeSeries:     words("Số người tăng thêm so với năm trước, tính từ các ô đã công bố.", "People more than the year before, computed from published cells."),
	model.RetirementSeries: words("Ước tính số người đến tuổi nghỉ hưu theo luật, coi tuổi trải đều trong từng nhóm tuổi đã công bố.", "Estimate of the people who reach the legal age of retirement, ages taken to be spread evenly within the published groups."),
	model.RemoteSeries:     words("Số người ở vùng sâu, vùng xa và ở nơi khác, cộng từ các ô đã công bố.", "People in remote places and elsewhere, summed from published cells."),
}

// FromSeries describes a derived series, a row a value. What is missing has no
// row; what needs a withheld cell is withheld.
func FromSeries(s *series.Series, world *model.World, notes ...model.Text) Dataset {
	d := Dataset{
		ID:           s.Declared.ID,
		Kind:         SeriesKind,
		Title:        s.Declared.Title,
		Description:  seriesSaid[s.Declared.Kind],
		Illustrative: s.Illustrative,
		Clauses:      s.Declared.Clauses,
		Notes:        slices.Clone(notes),
		Sources:      citedSources(world, s.Sources...),
	}
	if len(s.Declared.Where) > 0 {
		d.Notes = append(d.Notes, whereNote(s.Declared.Where, world))
	}
	for _, dimension := range s.Dimensions {
		f := category(string(model.ByRemote), remoteness)
		if dimension != model.ByRemote {
			f = dimensionField(dimension)
		}
		d.Fields, d.Key = append(d.Fields, f), append(d.Key, string(dimension))
	}
	d.Key = append(d.Key, string(model.Year))
	d.Fields = append(d.Fields,
		required(string(model.Year), Year), field("value", Number), category("status", statuses), field(illustrativeName, Boolean))
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
var remoteness = []Category{
	{"true", words("vùng sâu, vùng xa", "remote")},
	{"false", words("nơi khác", "elsewhere")},
	{workforce.Total, words("tất cả", "all")},
}
