package history

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/world"
)

func (c *comparison) registers() {
	before, after := byID(c.was.Registers, Register.id), byID(c.now.Registers, Register.id)
	for _, now := range c.now.Registers {
		about := aboutRegister(now)
		if was := before[now.ID]; was == nil {
			about.Kind = Added
			c.add(about)
		} else {
			c.retitled(about, was.Title, now.Title)
			c.register(about, was, &now)
		}
	}
	for _, was := range c.was.Registers {
		if after[was.ID] == nil {
			c.removed(aboutRegister(was), was.examples(), examplesAmong(c.now.Registers, Register.hasExamples))
		}
	}
}

func aboutRegister(r Register) Change {
	return Change{Of: OfRegister, ID: r.ID, Title: r.Title, Clauses: r.Clauses, Illustrative: r.Illustrative}
}

func (r *Register) examples() examples { return examplesAmong(r.Rows, isExample) }

// isExample reads the last cell of a row.
func isExample(row []string) bool { return row[len(row)-1] != "" }

func (c *comparison) register(about Change, was, now *Register) {
	c.columns(about, was, now)
	for _, pair := range matchRows(was, now) {
		switch {
		case pair.was < 0:
			c.add(c.sinceLast(addedRow(about, now, pair.now)))
		case pair.now < 0:
			c.missingRow(about, was, pair.was, now)
		default:
			c.row(about, was, now, pair)
		}
	}
}

// columns notes columns that are no longer published. Names may always go.
func (c *comparison) columns(about Change, was, now *Register) {
	for i, column := range was.Columns {
		if now.column(column.ID) >= 0 {
			continue
		}
		about.Kind, about.Field = Removed, "columns."+column.ID
		filled := slices.ContainsFunc(was.Rows, func(row []string) bool { return row[i] != "" && !withheld(row[i]) })
		switch {
		case column.Type == model.PersonColumn:
			about.Kind = Withdrawn
			c.add(about)
		case !filled, was.examples().real == 0 && c.cleared(now.examples()):
			c.add(about)
		default:
			c.refuse(removedColumn, c.at(OfRegister, about.ID, "columns"), about)
		}
	}
}

func (r *Register) column(id string) int {
	return slices.IndexFunc(r.Columns, func(c Column) bool { return c.ID == id })
}

// addedRow leaves out the names in a row, since their consent may end.
func addedRow(about Change, r *Register, row int) Change {
	about.Kind, about.Was, about.Now = Added, "", r.rowText(row)
	if date, err := model.ParseDate(r.rowDate(row)); err == nil {
		about.Date = date
	}
	return aboutRow(about, r, row)
}

// sinceLast dates what the site published last could have had, and had not,
// on the day of this one.
func (c *comparison) sinceLast(change Change) Change {
	if !change.Date.After(c.was.AsOf.Date) {
		change.Date = c.now.AsOf.Date
	}
	return change
}

// aboutRow narrows a change of a register down to one of its rows.
func aboutRow(about Change, r *Register, row int) Change {
	about.Field, about.Number = numbered("rows", r.rowDate(row), row+1), row+1
	about.Illustrative = isExample(r.Rows[row])
	var named []string
	for i, column := range r.Columns {
		switch cell := r.Rows[row][i]; {
		case cell == "":
		case column.Type == model.AgencyColumn:
			about.Agencies = append(slices.Clone(about.Agencies), cell)
		case column.Type == model.TaskColumn:
			about.Tasks = append(slices.Clone(about.Tasks), cell)
		case column.Type == model.ClauseColumn && slices.Contains(r.Clauses, cell):
			named = append(named, cell)
		}
	}
	if len(named) > 0 {
		about.Clauses = named
	}
	return about
}

// rowDate is a row's first public date; empty where it has none.
func (r *Register) rowDate(row int) string {
	i := r.dateColumn()
	if i < 0 {
		return ""
	}
	return r.Rows[row][i]
}

func (r *Register) dateColumn() int {
	return slices.IndexFunc(r.Columns, func(c Column) bool { return c.Type == model.DateColumn })
}

func (r *Register) rowText(row int) string {
	var cells []string
	for i, column := range r.Columns {
		if cell := r.Rows[row][i]; cell != "" && column.Type != model.PersonColumn {
			cells = append(cells, cell)
		}
	}
	return strings.Join(cells, "; ")
}

func (c *comparison) missingRow(about Change, was *Register, row int, now *Register) {
	about.Kind, about.Was = Removed, was.rowText(row)
	about = aboutRow(about, was, row)
	if about.Illustrative && c.cleared(now.examples()) {
		c.add(about)
		return
	}
	c.refuse(removedValue, c.at(OfRegister, about.ID, "rows"), about)
}

// row tells what became of a row that has a partner.
func (c *comparison) row(about Change, was, now *Register, pair rowPair) {
	about = aboutRow(about, was, pair.was)
	about.Kind, about.Was, about.Now = pair.kind, was.rowText(pair.was), now.rowText(pair.now)
	example, stillExample := isExample(was.Rows[pair.was]), isExample(now.Rows[pair.now])
	switch {
	case pair.kind == "":
	case pair.kind != Changed:
		about.Was = "" // what is withheld now is not told again
		c.add(about)
	case example && !stillExample:
		about.Kind, about.Illustrative = Real, false
		c.add(about)
	case !example && stillExample:
		c.refuse(becameExample, c.rowAt(now, pair.now), about)
	default:
		about, name := narrowedRow(about, was, now, pair)
		rule := changedValue
		if name {
			rule = changedName
		}
		c.refuse(rule, c.rowAt(now, pair.now), about)
	}
}

// rowAt is where a row stands. Rows of a later day, which are not published,
// may stand before it.
func (c *comparison) rowAt(r *Register, row int) diag.Position {
	date := r.rowDate(row)
	if date == "" {
		return c.index.AtItem(world.Register, r.ID, "rows", "", "", row)
	}
	before := 0
	for i := range row {
		before += boolToInt(r.rowDate(i) == date)
	}
	return c.index.AtItem(world.Register, r.ID, "rows", r.Columns[r.dateColumn()].ID, date, before)
}

// narrowedRow names the cell where only one changed. If it is a name, it stays
// unsaid.
func narrowedRow(about Change, was, now *Register, pair rowPair) (narrowed Change, name bool) {
	var changed []int
	for i, column := range was.Columns {
		if j := now.column(column.ID); j >= 0 && was.Rows[pair.was][i] != now.Rows[pair.now][j] {
			changed = append(changed, i)
		}
	}
	if len(changed) != 1 {
		return about, false
	}
	column := was.Columns[changed[0]]
	about.Field += "." + column.ID
	about.Was, about.Now = "", ""
	if column.Type == model.PersonColumn {
		return about, true
	}
	about.Was, about.Now = was.Rows[pair.was][changed[0]], now.Rows[pair.now][now.column(column.ID)]
	return about, false
}
