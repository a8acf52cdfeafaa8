package world

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// seriesKinds are what a series may be.
var seriesKinds = []string{
	string(model.ShareSeries), string(model.StructureSeries), string(model.RateSeries), string(model.ChangeSeries),
	string(model.RetirementSeries), string(model.RemoteSeries),
}

// series reads one that is derived from a table, which has been read before.
func (l *loader) series(r *source.Record, whole bool) model.Series {
	defer r.Done()
	s := model.Series{
		ID:       l.enterDataset(Table, r),
		Title:    r.Text("title", source.Required),
		Kind:     model.SeriesKind(r.Enum("kind", source.Required, seriesKinds...)),
		Of:       l.ref(Table, r.Value("of", source.Required)),
		Question: l.ref(Question, r.Value("question", source.Optional)),
		Clauses:  l.refs(Clause, r.Refs("clauses", source.Required)),
	}
	s.Illustrative = l.mark(r) || whole
	of := l.tableWith(s.Of)
	switch s.Kind {
	case model.ShareSeries:
		s.Where = l.where(r, source.Required)
	case model.RetirementSeries:
		s.YearsAhead = atLeast(r, "years_ahead", source.Required, 1)
	}
	chart := l.chart(r, source.Required, seriesAxes(of))
	s.Chart = model.TableChart{Kind: chart.kind, X: model.Dimension(chart.x), Series: model.Dimension(chart.series)}
	if of != nil {
		reportMissing(r, s, of)
	}
	return s
}

func (l *loader) tableWith(id string) *model.Table {
	tables := l.world.Statistics.Tables
	i := slices.IndexFunc(tables, func(t model.Table) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &tables[i]
}

// seriesAxes are what a drawing of a series may run along.
func seriesAxes(of *model.Table) []string {
	axes := []string{string(model.Year), string(model.ByRemote)}
	if of == nil {
		return append(axes, dimensionNames()...)
	}
	for _, d := range of.Dimensions {
		axes = append(axes, string(d))
	}
	return axes
}

// reportMissing names the dimensions that a series needs and its table lacks.
func reportMissing(r *source.Record, s model.Series, of *model.Table) {
	for _, d := range neededBy(s) {
		if !slices.Contains(of.Dimensions, d) {
			r.Report("of", seriesDimension, s.Kind, d, s.Of)
		}
	}
}

// neededBy lists the dimensions that the table of a series must have.
func neededBy(s model.Series) []model.Dimension {
	switch s.Kind {
	case model.RateSeries, model.RemoteSeries:
		return []model.Dimension{model.ByLocality}
	case model.RetirementSeries:
		return []model.Dimension{model.ByAgeGroup, model.BySex}
	case model.ShareSeries:
		var needed []model.Dimension
		for _, d := range model.Dimensions {
			if _, picked := s.Where[d]; picked {
				needed = append(needed, d)
			}
		}
		return needed
	}
	return nil
}
