package world

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// corrections reads data/corrections.yaml. What was, or is now, may be null:
// nothing. A record of which nothing is left need not be there.
func (l *loader) corrections() {
	for _, r := range l.list("corrections", Correction) {
		l.index.addNext(Correction, r)
		of := r.Enum("of", source.Required, "task", "indicator", "register", "clause", "table")
		id := r.Value("id", source.Required)
		gone := !r.Has("field") && r.Has("now") && !r.Value("now", source.Optional).Given()
		if of != "" && !gone {
			l.ref(Kind(of), id)
		}
		l.world.Corrections = append(l.world.Corrections, model.Correction{
			Date:         r.Date("date", source.Required),
			Of:           of,
			ID:           id.Plain(),
			Field:        r.String("field", source.Optional),
			Was:          r.Text("was", unlessNull(r, "was")),
			Now:          r.Text("now", unlessNull(r, "now")),
			Reason:       r.Text("reason", source.Required),
			Illustrative: l.mark(r) || l.whole["corrections"],
		})
		r.Done()
	}
}

// unlessNull requires a key to be written and leaves its value open.
func unlessNull(r *source.Record, key string) source.Presence {
	return source.Presence(!r.Has(key))
}
