package world

import (
	"strconv"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/source"
)

// A Kind is a family of records in which ids are unique.
type Kind string

// The kinds that an Index knows. Site and Programme have one record, whose id
// is empty; an erratum's and a correction's id is its place in the list, from
// 0 on.
const (
	Site           Kind = "site"
	Programme      Kind = "programme"
	Erratum        Kind = "erratum"
	Source         Kind = "source"
	Section        Kind = "section"
	Clause         Kind = "clause"
	Agency         Kind = "agency"
	Locality       Kind = "locality"
	Classification Kind = "classification"
	Task           Kind = "task"
	Correction     Kind = "correction"
	Indicator      Kind = "indicator"
	Register       Kind = "register"
	Statistics     Kind = "statistics"
	Question       Kind = "question"
	Table          Kind = "table"
	Scenario       Kind = "scenario"
	Structure      Kind = "structure"
)

// An Index tells where records stand in the site's files. Person records are
// not in it: there are many and nothing refers to them.
type Index struct {
	records map[Kind]map[string]*source.Record
	ids     map[Kind][]string // in the order of files and lines
}

func newIndex() *Index {
	return &Index{records: map[Kind]map[string]*source.Record{}, ids: map[Kind][]string{}}
}

// At is where the value of a record's key begins, or the record where the key
// is empty or not written; the zero Position where there is no such record.
func (x *Index) At(kind Kind, id, key string) diag.Position {
	record, ok := x.records[kind][id]
	switch {
	case !ok:
		return diag.Position{}
	case key == "":
		return record.Position()
	}
	return record.At(key)
}

// AtPart is where a key's value begins within the map that another key of a
// record has; the map where it hasn't the key.
func (x *Index) AtPart(kind Kind, id, key, part string) diag.Position {
	if record := x.records[kind][id]; record != nil {
		if inner, ok := record.Value(key, source.Optional).Record(); ok {
			return inner.At(part)
		}
	}
	return x.At(kind, id, key)
}

// AtItem is where an item of a record's list begins: of those whose key has
// the value, as it is written, the one with so many before it. Where key is
// empty, every item counts; where there is no such item, it is the list.
func (x *Index) AtItem(kind Kind, id, list, key, value string, before int) diag.Position {
	record := x.records[kind][id]
	if record == nil {
		return diag.Position{}
	}
	for _, item := range record.List(list, source.Optional) {
		inner, ok := item.Record()
		if !ok || key != "" && inner.String(key, source.Optional) != value {
			continue
		}
		if before--; before < 0 {
			return item.At()
		}
	}
	return record.At(list)
}

// Has reports whether there is a record of that kind and id.
func (x *Index) Has(kind Kind, id string) bool {
	_, ok := x.records[kind][id]
	return ok
}

// IDs lists the ids of a kind in the order of files and lines.
func (x *Index) IDs(kind Kind) []string { return x.ids[kind] }

// add enters a record and returns the one that has its id already.
func (x *Index) add(kind Kind, id string, r *source.Record) (earlier *source.Record) {
	if earlier := x.records[kind][id]; earlier != nil {
		return earlier
	}
	if x.records[kind] == nil {
		x.records[kind] = map[string]*source.Record{}
	}
	x.records[kind][id] = r
	x.ids[kind] = append(x.ids[kind], id)
	return nil
}

// addNext enters a record that has no id under its place in the list.
func (x *Index) addNext(kind Kind, r *source.Record) {
	x.add(kind, strconv.Itoa(len(x.ids[kind])), r)
}
