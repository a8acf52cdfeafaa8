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
	earlier := in.Report.AsOf.Before(prev.AsOf.Date)
	in = in.notBefore(prev.AsOf.Date)
	c := &comparison{in: in, was: &prev.Statement, now: State(in, prev), index: index}
	c.clauses()
	c.tasks()
	c.indicators()
	c.registers()
	c.tables()
	c.correct(problems)
	c.report(problems)
	if earlier {
		return nil
	}
	return c.changes()
}

// A comparison carries what was found from kind to kind.
type comparison struct {
	in       Input
	was, now *Statement
	index    *world.Index
	found    []*finding
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

// removed notes that a whole record is gone. Examples may go once nothing in
// their place is one.
func (c *comparison) removed(change Change, siblings examples) {
	change.Kind = Removed
	if change.Illustrative && c.cleared(siblings) {
		c.add(change)
		return
	}
	c.refuse(removedRecord, c.at(change.Of, change.ID, ""), change)
}

// retitled notes new words at the head of a record.
func (c *comparison) retitled(about Change, was, now model.Text) {
	if c.was.text(was) != c.was.text(now) {
		about.Kind, about.Field = Changed, "title"
		about.Was, about.Now = c.was.text(was), c.was.text(now)
		c.add(about)
	}
}

func (c *comparison) clauses() {
	before := byID(c.was.Clauses, Clause.id)
	after := byID(c.now.Clauses, Clause.id)
	for _, now := range c.now.Clauses {
		about := aboutClause(now)
		if was := before[now.ID]; was == nil {
			about.Kind, about.Now = Added, c.was.text(now.Quote)
			c.add(about)
		} else {
			c.quote(about, was, now)
		}
	}
	for _, was := range c.was.Clauses {
		if after[was.ID] == nil {
			about := aboutClause(was)
			about.Was = c.was.text(was.Quote)
			c.removed(about, examplesAmong(c.now.Clauses, func(c Clause) bool { return c.Illustrative }))
		}
	}
}

func aboutClause(clause Clause) Change {
	return Change{Of: OfClause, ID: clause.ID, Clauses: []string{clause.ID}, Illustrative: clause.Illustrative}
}

func (c *comparison) quote(about Change, was *Clause, now Clause) {
	about.Field = "quote"
	about.Was, about.Now = c.was.text(was.Quote), c.was.text(now.Quote)
	switch {
	case was.Illustrative && !now.Illustrative:
		about.Kind, about.Field = Real, ""
		c.add(about)
	case about.Was != about.Now, !was.Illustrative && now.Illustrative:
		about.Kind = Changed
		c.refuse(changedValue, c.at(OfClause, now.ID, "quote"), about)
	}
}

// examples counts the records that stand in one place.
type examples struct{ illustrative, real int }

func examplesAmong[T any](records []T, illustrative func(T) bool) examples {
	var e examples
	for _, r := range records {
		if illustrative(r) {
			e.illustrative++
		} else {
			e.real++
		}
	}
	return e
}

// cleared reports whether an example may be gone: real records stand in its
// place and no other example does, or nothing on the site is one.
func (c *comparison) cleared(siblings examples) bool {
	return siblings.illustrative == 0 && (siblings.real > 0 || !c.now.hasExamples())
}

func (s *Statement) hasExamples() bool {
	return slices.ContainsFunc(s.Clauses, func(c Clause) bool { return c.Illustrative }) ||
		slices.ContainsFunc(s.Tasks, func(t Task) bool { return t.Illustrative }) ||
		slices.ContainsFunc(s.Indicators, Indicator.hasExamples) ||
		slices.ContainsFunc(s.Registers, func(r Register) bool { return r.Illustrative }) ||
		slices.ContainsFunc(s.Tables, func(t Table) bool { return t.Illustrative })
}

func (i Indicator) hasExamples() bool {
	return i.Illustrative || slices.ContainsFunc(slices.Concat(i.Series, i.Targets), func(p Point) bool { return p.Illustrative })
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
