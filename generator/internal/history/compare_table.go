package history

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/diag"
)

func (c *comparison) tables() {
	before, after := byID(c.was.Tables, Table.id), byID(c.now.Tables, Table.id)
	for _, now := range c.now.Tables {
		about := aboutTable(now)
		if was := before[now.ID]; was == nil {
			about.Kind = Added
			c.add(about)
		} else {
			c.table(about, was, &now)
		}
	}
	for _, was := range c.was.Tables {
		if after[was.ID] == nil {
			c.removed(aboutTable(was), oneOf(was.Illustrative), examplesAmong(c.now.Tables, Table.isExample))
		}
	}
}

func aboutTable(t Table) Change {
	return Change{Of: OfTable, ID: t.ID, Title: t.Title, Clauses: t.Clauses, Illustrative: t.Illustrative}
}

func (c *comparison) table(about Change, was, now *Table) {
	c.retitled(about, was.Title, now.Title)
	switch {
	case was.Illustrative && !now.Illustrative:
		about.Kind = Real
		c.add(about)
		return
	case !was.Illustrative && now.Illustrative:
		about.Kind = Changed
		c.refuse(becameExample, c.at(OfTable, about.ID, "id"), about)
	}
	for _, year := range cellChanges(was.Cells, now.Cells) {
		about.Kind, about.Field = year.kind, strconv.Itoa(year.number)
		about.Cells, about.Affected = year.cells, len(year.cells)
		if year.kind != Changed {
			c.add(about)
			continue
		}
		f := c.refuse(rewrittenTable, c.at(OfTable, about.ID, "id"), about)
		f.open = slices.Clone(year.cells)
	}
}

// refuseExposed refuses tables and registers whose withheld figures readers of
// earlier releases would work out, whatever else is withheld.
func (c *comparison) refuseExposed(problems *diag.List) {
	registers := byID(c.now.Registers, Register.id)
	for _, e := range c.in.Exposed {
		problems.Report(c.rowAt(registers[e.Register], e.Row), exposedCount, e.Register, e.Column)
	}
	if c.in.Tables == nil {
		return
	}
	for _, f := range c.in.Tables.Exposed {
		problems.Report(c.at(OfTable, f.Table, "id"), exposedFigure, f.Table, f.Year, strings.Join(f.Codes, ","))
	}
}

// A yearChange is the cells of a year to which one thing happened. What was
// published and is another number now, or no cell any more, is Changed.
type yearChange struct {
	number int
	kind   Kind
	cells  []CellChange // in order of place
}

func cellChanges(was, now map[string]string) []yearChange {
	var years []yearChange
	note := func(place string, kind Kind, change CellChange) {
		_, number, _ := splitPlace(place)
		i := slices.IndexFunc(years, func(y yearChange) bool { return y.number == number && y.kind == kind })
		if i < 0 {
			i, years = len(years), append(years, yearChange{number: number, kind: kind})
		}
		years[i].cells = append(years[i].cells, change)
	}
	for _, place := range sortedKeys(was) {
		if value, ok := now[place]; !ok || value != was[place] {
			note(place, kindOfCell(was[place], value), CellChange{place, was[place], value})
		}
	}
	for _, place := range sortedKeys(now) {
		if _, ok := was[place]; !ok {
			note(place, Added, CellChange{place, "", now[place]})
		}
	}
	slices.SortStableFunc(years, func(a, b yearChange) int {
		return cmp.Or(cmp.Compare(a.number, b.number), strings.Compare(string(a.kind), string(b.kind)))
	})
	return years
}

// kindOfCell tells what became of a published cell. To withhold what is out
// already hides nothing, but neither does it say another thing; whether a cell
// that was withheld may be shown is for disclosure control to judge.
func kindOfCell(was, now string) Kind {
	switch {
	case withheld(was) && now == "":
		return Removed
	case withheld(was):
		return Revealed
	case withheld(now):
		return Withheld
	}
	return Changed
}
