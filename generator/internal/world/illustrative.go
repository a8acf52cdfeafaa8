package world

import "congbo/generator/internal/source"

// mark reads a record's key illustrative. In a release every mark is an error
// at its place.
func (l *loader) mark(r *source.Record) bool {
	marked := r.Bool("illustrative", source.Optional)
	if marked && l.options.Release {
		r.Report("illustrative", illustrativeInRelease)
	}
	return marked
}

// illustrativeKinds are the families that site.yaml can declare as a whole.
var illustrativeKinds = []string{
	"people", "tasks", "registers", "indicators", "programme", "clauses", "agencies",
	"localities", "classifications", "sources", "corrections", "statistics", "forecast",
}

// markKinds reads the list of site.yaml; true stands for every kind.
func (l *loader) markKinds(r *source.Record) []string {
	value := r.Value("illustrative", source.Optional)
	if !value.Given() {
		return nil
	}
	if !value.IsList() {
		all, ok := value.Bool()
		if !ok || !all {
			return nil
		}
		l.refuseInRelease(value)
		return l.markAll(illustrativeKinds)
	}
	var kinds []string
	for _, item := range value.Distinct() {
		if kind := item.Enum(illustrativeKinds...); kind != "" {
			l.refuseInRelease(item)
			kinds = append(kinds, kind)
		}
	}
	return l.markAll(kinds)
}

func (l *loader) refuseInRelease(v source.Value) {
	if l.options.Release {
		v.Report(illustrativeInRelease)
	}
}

func (l *loader) markAll(kinds []string) []string {
	for _, kind := range kinds {
		l.whole[kind] = true
	}
	return kinds
}
