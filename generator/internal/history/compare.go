package history

import (
	"slices"
	"strconv"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/world"
)

// Compare tells what differs between what the site published last stated and
// what in states, latest first. Differences that rewrite the past and that no
// correction new since then lists go to problems, at their records.
//
// Where in is computed for an earlier day than prev, its records are held to
// prev as they stand on prev's day, and there is no change to tell.
func Compare(prev *Previous, in Input, index *world.Index, problems *diag.List) []Change {
	return compare(prev, in, index, problems).changes()
}

func compare(prev *Previous, in Input, index *world.Index, problems *diag.List) *comparison {
	earlier := in.Report.AsOf.Before(prev.AsOf.Date)
	in = in.notBefore(prev.AsOf.Date)
	c := &comparison{in: in, was: &prev.Statement, now: State(in, prev), index: index}
	c.find()
	c.correct(prev, problems)
	c.report(problems)
	if earlier {
		c.found = nil
	}
	return c
}

// find notes every difference.
func (c *comparison) find() {
	c.clauses()
	c.tasks()
	c.indicators()
	c.registers()
	c.tables()
}

// A comparison carries what was found from kind to kind.
type comparison struct {
	in       Input
	was, now *Statement
	index    *world.Index
	found    []*finding

	wrongSince map[*model.Correction]model.Date // by correction, where it is known
}

// A finding is a difference, and the rule that it breaks unless a correction
// lists it.
type finding struct {
	Change
	rule  *diag.Rule // nil: lawful
	at    diag.Position
	plain bool         // was and now are single values, which a correction must name
	open  []CellChange // cells of a table that no correction lists yet
	told  bool         // a correction lists it
}

// add notes a lawful change, told to readers from the day of this statement.
func (c *comparison) add(change Change) *finding {
	if change.Date.IsZero() {
		change.Date = c.now.AsOf.Date
	}
	f := &finding{Change: change}
	c.found = append(c.found, f)
	return f
}

// refuse notes a change that only a correction makes lawful.
func (c *comparison) refuse(rule *diag.Rule, at diag.Position, change Change) *finding {
	f := c.add(change)
	f.rule, f.at = rule, at
	return f
}

// at is where a record's key stands, or the place where records of its kind
// are kept once it is gone.
func (c *comparison) at(of Subject, id, key string) diag.Position {
	if c.index.Has(world.Kind(of), id) {
		return c.index.At(world.Kind(of), id, key)
	}
	return diag.Position{File: keptIn[of]}
}

// keptIn says where the records of a kind are.
var keptIn = map[Subject]string{
	OfClause:    "data/clauses.yaml",
	OfTask:      "data/tasks",
	OfIndicator: "data/indicators",
	OfRegister:  "data/registers",
	OfTable:     "data/statistics.yaml",
}

func (c *comparison) changes() []Change {
	changes := make([]Change, len(c.found))
	for i, f := range c.found {
		changes[i] = f.Change
	}
	slices.SortStableFunc(changes, latestFirst)
	return changes
}

func (s *Statement) text(t model.Text) string {
	text, _ := t.In(s.Language)
	return text
}

// removed notes that a whole record is gone. One that stated nothing may go,
// and examples may once nothing in their place is one.
func (c *comparison) removed(change Change, stated examples, siblings examples) {
	change.Kind, change.Illustrative = Removed, stated.illustrative > 0
	if stated.real == 0 && (stated.illustrative == 0 || c.cleared(siblings)) {
		c.add(change)
		return
	}
	c.refuse(removedRecord, c.at(change.Of, change.ID, ""), change)
}

// tell notes what may change freely.
func (c *comparison) tell(about Change, field, was, now string) {
	if was != now {
		about.Kind, about.Field, about.Was, about.Now = Changed, field, was, now
		c.add(about)
	}
}

func (c *comparison) retitled(about Change, was, now model.Text) {
	c.tell(about, "title", c.was.text(was), c.was.text(now))
}

// withheld reports whether a published figure or name is the sign for none.
func withheld(cell string) bool { return cell == opendata.Withheld }

// numbered is the field of a dated thing, or of one that has no date, by its
// place from 1.
func numbered(root, date string, number int) string {
	if date == "" {
		date = strconv.Itoa(number)
	}
	return root + "." + date
}
