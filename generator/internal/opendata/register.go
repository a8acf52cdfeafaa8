package opendata

import (
	"slices"

	"congbo/generator/internal/model"
)

// Register describes what the public may see of a register on the day
// asOf: its public columns, the rows dated up to that day, names with consent,
// and counts of people that reach the threshold. A row's day is its first date
// column, public or not; a row without one is kept. Texts are in the first of
// the site's languages that they exist in.
func (w Describer) Register(register *model.Register, asOf model.Date) Dataset {
	d := Dataset{
		ID:           register.ID,
		Kind:         RegisterKind,
		Title:        register.Title,
		Description:  w.Words.Say("data_register_description"),
		Illustrative: register.Illustrative,
		Clauses:      register.Clauses,
	}
	columns := register.PublicColumns()
	for _, column := range columns {
		d.Fields = append(d.Fields, w.registerField(column))
	}
	d.Fields = append(d.Fields, w.field(illustrativeName, Boolean))
	d.Notes = w.registerNotes(columns)
	reader := publicReader{w.World, asOf}
	for _, row := range register.RowsUpTo(asOf) {
		d.Rows = append(d.Rows, reader.cells(register, columns, row))
	}
	d.Illustrative = d.Illustrative || anyIllustrative(d.Rows)
	return d
}

func (w Describer) registerField(column model.Column) Field {
	f := Field{Name: column.ID, Title: column.Title, Type: String}
	switch column.Type {
	case model.TextColumn:
		f.Lang = w.first()
	case model.NumberColumn, model.MoneyColumn:
		f.Type = Number
	case model.CountColumn:
		f.Type, f.Withholds = Integer, true
	case model.DateColumn:
		f.Type = Date
	case model.PersonColumn:
		f.Withholds = true
	case model.AgencyColumn:
		f.References = &Reference{CodesKind, agenciesList, "code"}
	case model.LocalityColumn:
		f.References = &Reference{CodesKind, localitiesList, "code"}
	case model.ClauseColumn:
		f.References = &Reference{ClausesKind, clausesID, "id"}
	case model.TaskColumn:
		f.References = &Reference{TasksKind, tasksID, "id"}
	case model.ChoiceColumn:
		f.Lang = w.first() // what there is to choose from may be words
		for _, choice := range column.Choices {
			f.Categories = append(f.Categories, Category{choice.ID, choice.Name})
		}
	}
	return f
}

func (w Describer) registerNotes(columns []model.Column) []model.Text {
	threshold := w.World.Statistics.Threshold
	has := func(t model.ColumnType) bool {
		return slices.ContainsFunc(columns, func(c model.Column) bool { return c.Type == t })
	}
	var notes []model.Text
	if has(model.CountColumn) && threshold > 1 {
		notes = append(notes, countNote(w.Words, "data_count_withheld", threshold))
	}
	if has(model.PersonColumn) {
		notes = append(notes, w.Words.Say("data_consent"))
	}
	return notes
}

// publicReader turns values into what a reader may know of them on a day.
type publicReader struct {
	world *model.World
	asOf  model.Date
}

func (r publicReader) cells(register *model.Register, columns []model.Column, row model.Row) []string {
	cells := make([]string, 0, len(columns)+1)
	for _, column := range columns {
		cell := ""
		if value, written := row.Values[column.ID]; written {
			cell = r.cell(column.Type, value)
		}
		cells = append(cells, cell)
	}
	return append(cells, flag(register.Illustrative || row.Illustrative))
}

func (r publicReader) cell(t model.ColumnType, v model.Value) string {
	switch t {
	case model.TextColumn:
		return firstOf(r.world, v.Text)
	case model.NumberColumn, model.MoneyColumn:
		return decimal(v.Number, v.Digits)
	case model.CountColumn:
		return count(v)
	case model.DateColumn:
		return v.Date.String()
	case model.PersonColumn:
		return r.person(v.Person)
	}
	return v.Ref
}

func count(v model.Value) string {
	if v.Withheld {
		return Withheld
	}
	return decimal(v.Number, 0)
}

func (r publicReader) person(p *model.NamedPerson) string {
	switch {
	case p == nil:
		return ""
	case p.MayBeNamed(r.asOf):
		return p.Name
	}
	return Withheld
}
