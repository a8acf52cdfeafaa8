package history

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/model"
)

// Subject is the kind of record that a change is of.
type Subject string

// The subjects; all but OfNews are those of a correction.
const (
	OfTask      Subject = "task"
	OfIndicator Subject = "indicator"
	OfRegister  Subject = "register"
	OfClause    Subject = "clause"
	OfTable     Subject = "table"
	OfNews      Subject = "news"
)

// Kind says what became of a statement.
type Kind string

// The kinds of changes.
const (
	Added     Kind = "added"
	Changed   Kind = "changed"
	Removed   Kind = "removed"
	Withheld  Kind = "withheld"  // published before, not any more: too few people
	Revealed  Kind = "revealed"  // withheld before
	Withdrawn Kind = "withdrawn" // a name, with its consent; it is not in the change
	Real      Kind = "real"      // an example became real
	Corrected Kind = "corrected" // a correction was listed
)

// A Change is one difference between what a site stated and what it states.
// Names of persons are never in it.
type Change struct {
	Date model.Date // from when readers can know it
	Kind Kind
	Of   Subject
	ID   string // of the record; of news, its address below the site's root
	// Field names what changed within the record, empty for the whole of it:
	//
	//	clause     quote, kind, cadence
	//	task       title, clauses, lead, plan.start, plan.due, log.<date>, evidence.<date>
	//	indicator  title, series.<period>, targets.<period>
	//	register   title, rows.<date, or number>, columns.<id>
	//	table      title, <year>
	//
	// An entry of a log or a row in which one key changed is followed by the key.
	// Of a correction it is what was written there.
	Field    string
	Number   int    // place in the log or among the rows, from 1; 0 for all else
	Was, Now string // in the first language; numbers and dates as in the CSV
	Title    model.Text
	Reason   model.Text   // of a correction
	Entry    *Entry       // of a log, where one was added
	Cells    []CellChange // of a table: those of the year, in order of place; none once told before
	Affected int          // how many cells

	Clauses, Tasks, Agencies []string // ids of what it concerns
	Correction               *model.Correction
	Illustrative             bool
}

// A CellChange is a published cell that is no longer what it was. Was or Now is
// empty where there was, or is, no such cell, and "c" where it is withheld.
type CellChange struct{ Place, Was, Now string }

// key tells changes apart. Rows have no ids, and their places move: what they
// say tells them apart, entries of a log their number.
type key struct {
	kind  Kind
	of    Subject
	id    string
	field string
	place string
}

func (c *Change) key() key {
	place := strconv.Itoa(c.Number)
	if c.Of == OfRegister {
		place = c.Now
	}
	return key{c.Kind, c.Of, c.ID, c.Field, place}
}

// addsDatedRow reports whether a change is a new row of a register that the
// records know the day of.
func (c *Change) addsDatedRow() bool {
	date, _, _ := strings.Cut(strings.TrimPrefix(c.Field, "rows."), ".")
	_, err := model.ParseDate(date)
	return c.Kind == Added && c.Of == OfRegister && err == nil
}

// TellsRowOnItsDay reports whether a change is a new row of a register, told on
// the day that the row itself gives: it wasn't recorded late.
func (c *Change) TellsRowOnItsDay() bool {
	return c.Kind == Added && c.Of == OfRegister && c.Field == "rows."+c.Date.String()
}

// latestFirst is the order of changes.
func latestFirst(a, b Change) int {
	return cmp.Or(
		b.Date.Compare(a.Date),
		cmp.Compare(a.Of, b.Of),
		cmp.Compare(a.ID, b.ID),
		cmp.Compare(a.Field, b.Field),
		cmp.Compare(a.Number, b.Number),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Was, b.Was),
		cmp.Compare(a.Now, b.Now),
	)
}

// Timeline joins what Compare found, what was told before and what Recorded
// knows, latest first, each change once. Where two know of the same, the day is
// that of the first of these, on which readers could know. What a listed
// correction tells is left to the correction, and a row told of is not any more
// once it is gone or says another thing.
func Timeline(compared, told, recorded []Change) []Change {
	var all []Change
	listed := map[*model.Correction]bool{}
	open := map[key][]Change{}
	for _, c := range recorded {
		listed[c.Correction] = c.Correction != nil
		open[c.key()] = append(open[c.key()], c)
	}
	for _, c := range compared {
		if listed[c.Correction] {
			continue
		}
		all = append(all, c)
		open[c.key()] = open[c.key()][min(1, len(open[c.key()])):]
	}
	for _, c := range told {
		known := open[c.key()]
		switch {
		case len(known) > 0:
			known[0].Date = c.Date
			all, open[c.key()] = append(all, known[0]), known[1:]
		case !c.addsDatedRow():
			all = append(all, c)
		}
	}
	for _, rest := range open {
		all = append(all, rest...)
	}
	slices.SortStableFunc(all, latestFirst)
	return all
}
