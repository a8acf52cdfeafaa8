package world

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// points reads a list of points in the order of their periods, each period
// once. Illustrative ones need no source; inherited tells that they all are.
func (l *loader) points(r *source.Record, key string, p source.Presence, inherited bool) []model.Point {
	var points []model.Point
	lines := map[model.Period]int{}
	for _, record := range r.Records(key, p) {
		point := l.point(record, inherited)
		if line, twice := lines[point.Period]; twice && !point.Period.IsZero() {
			record.Report("period", duplicatePeriod, point.Period, line)
		}
		lines[point.Period] = record.At("period").Line
		points = append(points, point)
	}
	slices.SortStableFunc(points, func(a, b model.Point) int { return a.Period.Compare(b.Period) })
	return points
}

func (l *loader) point(r *source.Record, inherited bool) model.Point {
	defer r.Done()
	illustrative := l.mark(r) || inherited
	value, digits, _ := r.Value("value", source.Required).Number()
	return model.Point{
		Period:       r.Period("period", source.Required),
		Value:        value,
		Digits:       digits,
		Source:       l.ref(Source, r.Value("source", source.Presence(!illustrative))),
		Bound:        model.Bound(r.Enum("bound", source.Optional, "at-least", "more-than", "about")),
		Derived:      r.Text("derived", source.Optional),
		Preliminary:  r.Bool("preliminary", source.Optional),
		Illustrative: illustrative,
	}
}
