package world

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// sources reads data/sources.yaml.
func (l *loader) sources() {
	for _, r := range l.list("sources", Source) {
		l.world.Sources = append(l.world.Sources, model.Source{
			ID:           l.enter(Source, r),
			Title:        r.Text("title", source.Required),
			Producer:     r.Text("producer", source.Required),
			Published:    r.Period("published", source.Optional),
			Accessed:     r.Period("accessed", source.Optional),
			URL:          r.URL("url", source.Optional),
			Licence:      r.Text("licence", source.Optional),
			Certainty:    r.Enum("certainty", source.Required, "A", "B", "C"),
			Illustrative: l.mark(r) || l.whole["sources"],
		})
		r.Done()
	}
}
