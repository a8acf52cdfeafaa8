package world

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// row reads one record of a register by its columns.
func (l *loader) row(r *source.Record, columns []model.Column, inherited bool) model.Row {
	defer r.Done()
	row := model.Row{Values: map[string]model.Value{}, Illustrative: l.mark(r) || inherited}
	for _, c := range columns {
		if v := r.Value(c.ID, source.Optional); v.Given() {
			row.Values[c.ID] = l.cell(c, v)
			if !c.Public {
				l.names.keep(v)
			}
		}
	}
	return row
}

// cell reads one field by the type of its column.
func (l *loader) cell(c model.Column, v source.Value) model.Value {
	switch c.Type {
	case model.TextColumn:
		return model.Value{Text: v.Text()}
	case model.NumberColumn, model.MoneyColumn:
		number, digits, _ := v.Number()
		return model.Value{Number: number, Digits: digits}
	case model.CountColumn:
		return model.Value{Number: float64(count(v))}
	case model.DateColumn:
		return model.Value{Date: v.Date()}
	case model.URLColumn:
		return model.Value{Ref: v.URL()}
	case model.ChoiceColumn:
		return model.Value{Ref: v.Enum(choiceIDs(c)...)}
	case model.PersonColumn:
		person := namedPerson(v)
		l.names.person(v, person)
		return model.Value{Person: person}
	case model.AgencyColumn, model.LocalityColumn, model.ClauseColumn, model.TaskColumn:
		return model.Value{Ref: l.ref(Kind(c.Type), v)}
	}
	return model.Value{} // the column's type has been reported
}

// count reads how many there are.
func count(v source.Value) int {
	n, _ := v.Int()
	if n < 0 {
		v.Report(tooSmall, v.Key(), 0)
		return 0
	}
	return n
}

func choiceIDs(c model.Column) []string {
	var ids []string
	for _, choice := range c.Choices {
		ids = append(ids, choice.ID)
	}
	return ids
}

// namedPerson reads {name, consent?}.
func namedPerson(v source.Value) *model.NamedPerson {
	r, ok := v.Record()
	if !ok {
		return nil
	}
	defer r.Done()
	return &model.NamedPerson{Name: r.String("name", source.Required), Consent: consent(r)}
}

func consent(r *source.Record) *model.Consent {
	c, ok := r.Record("consent", source.Optional)
	if !ok {
		return nil
	}
	defer c.Done()
	read := model.Consent{
		Basis:     c.Text("basis", source.Required),
		Date:      c.Date("date", source.Required),
		Scope:     c.Text("scope", source.Required),
		Withdrawn: c.Date("withdrawn", source.Optional),
	}
	forward(c, "date", read.Date, "withdrawn", read.Withdrawn)
	return &read
}
