package world

import "congbo/generator/internal/source"

// A reference is an id written in one record that must be that of another.
type reference struct {
	kind Kind
	from source.Value
}

// ref notes a reference, to be followed when all records are known.
func (l *loader) ref(kind Kind, v source.Value) string {
	id := v.Plain()
	if id != "" {
		l.references = append(l.references, reference{kind, v})
	}
	return id
}

// refs notes every reference of a list.
func (l *loader) refs(kind Kind, values []source.Value) []string {
	var ids []string
	for _, v := range values {
		ids = append(ids, l.ref(kind, v))
	}
	return ids
}

// resolve reports the references that lead nowhere, unless they may lead to a
// record in a file that can't be read.
func (l *loader) resolve() {
	for _, r := range l.references {
		if id := r.from.Plain(); !l.unread[r.kind] && !l.index.Has(r.kind, id) {
			r.from.Report(unknownReference, id, places[r.kind]).DidYouMean(id, l.index.IDs(r.kind))
		}
	}
}

// places says where the records of a kind are kept.
var places = map[Kind]string{
	Source:    "data/sources.yaml",
	Clause:    "data/clauses.yaml",
	Agency:    "data/agencies.yaml",
	Locality:  "data/localities.yaml",
	Task:      "data/tasks/",
	Indicator: "data/indicators/",
	Register:  "data/registers/",
	Table:     "data/statistics.yaml",
	Question:  "data/statistics.yaml",
}
