// Package world turns the files of a site into one typed, cross-checked world.
// In go the records that package source read; out come a model.World in which
// every reference leads somewhere, and an Index that tells where its records
// stand. It refuses what the data can't mean: unknown and missing keys, ids
// used twice, references to nothing, circles, impossible dates, places that
// were not there when somebody is counted in them. All faults of all files are
// reported together; the world returned is whole only when there is none.
package world

import (
	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// Options are what a load depends on beside the files.
type Options struct {
	ChartKinds []string // kinds of drawings that exist; others are warned of
	Spoken     []string // languages that the theme has words in; others are warned of
	Release    bool     // illustrative data is an error
}

// Load reads every record of files into a world. Faults go to problems.
func Load(files *source.Files, options Options, problems *diag.List) (*model.World, *Index) {
	l := &loader{
		files:    files,
		options:  options,
		problems: problems,
		world:    new(model.World),
		index:    newIndex(),
		lists:    map[model.Dimension]*codeList{},
		unread:   map[Kind]bool{},
		whole:    map[string]bool{},
		names:    names{private: map[diag.Position]bool{}},
		copies:   map[string]bool{},
	}
	l.site()
	l.sources()
	l.classifications()
	l.agencies()
	l.localities()
	l.programme()
	l.clauses()
	l.tasks()
	l.indicators()
	l.registers()
	l.statistics()
	l.forecast()
	l.corrections()
	l.resolve()
	l.people()
	l.content()
	l.unusedCopies()
	l.withheldNames()
	return l.world, l.index
}

// A loader carries one load from file to file.
type loader struct {
	files      *source.Files
	options    Options
	problems   *diag.List
	world      *model.World
	index      *Index
	references []reference
	lists      map[model.Dimension]*codeList
	unread     map[Kind]bool   // kinds of which some file can't be read
	whole      map[string]bool // kinds that site.yaml declares illustrative as a whole
	names      names
	copies     map[string]bool // of evidence, that some record names; by path
}

// topic reads a file that must be there and is one record of records of kind.
func (l *loader) topic(name string, kind Kind) (*source.Record, bool) {
	file, ok := l.files.Topic(name)
	if !ok {
		l.problems.Report(diag.Position{File: "data/" + name + ".yaml"}, missingFile)
		l.unread[kind] = true
		return nil, false
	}
	return l.record(file, kind)
}

// record reads a file that is one record.
func (l *loader) record(file *source.File, kind Kind) (*source.Record, bool) {
	r, ok := file.Record()
	if !ok {
		l.unread[kind] = true
	}
	return r, ok
}

// list reads a file that is a list of records and may be missing.
func (l *loader) list(name string, kind Kind) []*source.Record {
	file, ok := l.files.Topic(name)
	if !ok {
		return nil
	}
	return l.records(file, kind)
}

// records reads a file that is a list of records.
func (l *loader) records(file *source.File, kind Kind) []*source.Record {
	all, ok := file.Records()
	if !ok {
		l.unread[kind] = true
	}
	return all
}

// enter reads a record's id and files the record under it.
func (l *loader) enter(kind Kind, r *source.Record) string {
	id := r.ID("id")
	l.file(kind, id, r)
	return id
}

// file puts a record into the index and reports an id that is taken.
func (l *loader) file(kind Kind, id string, r *source.Record) (filed bool) {
	if id == "" {
		return false
	}
	earlier := l.index.add(kind, id, r)
	if earlier != nil {
		at := earlier.At("id")
		r.Report("id", duplicateID, id, at.File, at.Line)
	}
	return earlier == nil
}

// forward reports two dates of a record that stand the wrong way round.
func forward(r *source.Record, from string, start model.Date, to string, end model.Date) {
	if !start.IsZero() && !end.IsZero() && end.Before(start) {
		r.Report(to, dateOrder, to, end, from, start)
	}
}
