// Package history holds a site to its word. What is stated now and the folder
// of the site that was published last go in; out come the statement to publish
// with this site, every difference between the two as a dated Change, Atom
// feeds of the changes, and the dated copies to carry over. It refuses what
// rewrites the past: a first plan that moved, a log that does not begin with
// the published one, a figure, a row, a quote or a cell that is no longer what
// it was, unless data/corrections.yaml lists it; and a correction that was
// published and is gone. New statements are never refused.
//
// # The statement
//
// A site publishes at StatementPath, as one JSON object, all that it may not
// change in silence later:
//
//	schema       "congbo-statement/1"
//	as_of        the day that the site was computed for
//	language     the site's first language, in which texts are compared
//	clauses      id, quote, kind, cadence, every_months
//	tasks        id, title, clauses, lead, start, due (the first plan), log: date,
//	             by, due, status, reason, note, evidence, recorded
//	indicators   id, title, clauses, series and targets: period, value, bound,
//	             derived, preliminary, source
//	registers    id, title, clauses, columns (id, type), rows: the cells of the
//	             public columns as in the CSV, and then "true" for an example
//	tables       id, title, clauses, counts (dimensions, measure, levels, where,
//	             threshold; older statements leave it out), cells: from "<codes>/<year>" to the
//	             published count, or to "c" where it is withheld
//	corrections  date, of, id, field, was, now, reason
//
// A record that is made up is marked illustrative. Dates are YYYY-MM-DD,
// values have the decimals of their source, texts are by language; what is not
// given is left out. An entry of a log is recorded on the day of the first
// statement that has it although the one before could have had it, too; an
// entry that came in time has no such day. Nothing in a statement is unknown
// to who reads the site: no hidden column, no name without consent, no true
// count behind a withheld cell.
//
// # What is held to what
//
// Only what is dated up to the day of the published site is compared, also
// where this site is computed for an earlier day. Texts are compared in the
// first language; translations may be mended freely. How a record is headed and
// placed (its title, clauses and lead, the kind and cadence of a clause, the
// source of a value) may change, and is told.
//
// Examples are held to the same rules as everything else, since they show
// readers how the site keeps its word, with two ways out: an example may
// become real, and examples may be removed once real records stand in their
// place, or once nothing on the site is an example any more. A real statement
// never becomes an example.
package history

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
)

// Where the statement and the dated copies stand below the site's root. No
// dataset can have the id phat-hanh, so none can take these addresses.
const (
	CopiesFolder  = "du-lieu/phat-hanh/"
	StatementPath = CopiesFolder + "phat-bieu.json"
)

// Input is what a site states.
type Input struct {
	World  *model.World
	Report *tracking.Report       // of the day that the site is computed for
	Tables *workforce.Publication // nil: no tables

	Exposed []workforce.RegisterCount // that readers of earlier releases work out all the same
}

// notBefore is the same records as they stand on a day, if the site is
// computed for an earlier one.
func (in Input) notBefore(day model.Date) Input {
	if in.Report.AsOf.Before(day) {
		in.Report = tracking.Assess(in.World, day)
	}
	return in
}

// A File is published as it is; Path is from the site's root, slash-separated.
type File struct {
	Path  string
	Bytes []byte
}
