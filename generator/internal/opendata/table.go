package opendata

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// Table describes a published table of counts, a row a cell. The notes of
// the caller (such as who is counted at all, and what the records cover) come
// before those that the table itself calls for.
func (w Describer) Table(table *workforce.Table, notes ...model.Text) Dataset {
	declared := table.Declared
	illustrative := table.Illustrative || declared.Illustrative
	d := Dataset{
		ID:           declared.ID,
		Kind:         TableKind,
		Title:        declared.Title,
		Description:  w.Words.Say("data_measure_" + string(cmp.Or(declared.Measure, model.Stock))),
		Illustrative: illustrative,
		Clauses:      declared.Clauses,
		Notes:        slices.Concat(notes, w.tableNotes(table)),
	}
	for _, dimension := range declared.Dimensions {
		d.Fields = append(d.Fields, w.dimensionField(dimension))
		d.Key = append(d.Key, string(dimension))
	}
	d.Key = append(d.Key, string(model.Year))
	d.Counts = &Count{cmp.Or(declared.Measure, model.Stock), declared.Where, table.Threshold}
	d.Fields = append(d.Fields,
		w.required(string(model.Year), Year),
		w.field("value", Integer),
		w.category("status", statuses(w.Words)),
		w.field(illustrativeName, Boolean))
	for _, cell := range table.Cells {
		d.Rows = append(d.Rows, tableRow(cell, illustrative))
	}
	return d
}

func (w Describer) dimensionField(dimension model.Dimension) Field {
	return Field{
		Name:       string(dimension),
		Type:       String,
		Title:      dimensionTitle(w.Words, dimension),
		Required:   true,
		References: &Reference{CodesKind, dimensionLists[dimension], "code"},
	}
}

// tableRow leaves the value of a withheld cell empty, whatever stands in it.
func tableRow(cell workforce.Cell, illustrative bool) []string {
	value := ""
	if cell.Status != workforce.Withheld {
		value = strconv.Itoa(cell.Count)
	}
	return append(slices.Clone(cell.Codes), strconv.Itoa(cell.Year), value, string(cell.Status), flag(illustrative))
}

func (w Describer) tableNotes(table *workforce.Table) []model.Text {
	var notes []model.Text
	if len(table.Declared.Where) > 0 {
		notes = append(notes, w.whereNote(table.Declared.Where))
	}
	if table.Threshold > 1 {
		notes = append(notes, countNote(w.Words, "data_cell_withheld", table.Threshold))
	}
	return notes
}

// whereNote says which people only the table counts.
func (w Describer) whereNote(where map[model.Dimension][]string) model.Text {
	return w.Words.Each(func(l *locale.Locale) string {
		var parts []string
		for _, dimension := range model.Dimensions {
			if codes, restricted := where[dimension]; restricted {
				parts = append(parts, l.T("dimension_"+key(string(dimension)))+" – "+strings.Join(w.namesOf(dimension, codes, l), ", "))
			}
		}
		return l.T("data_where", locale.Args{"Where": strings.Join(parts, "; ")})
	})
}

// namesOf is the names of codes in a language; a code that no list explains
// stands for itself.
func (w Describer) namesOf(dimension model.Dimension, codes []string, l *locale.Locale) []string {
	list := w.dimensionEntries(dimension)
	var names []string
	for _, code := range codes {
		name := code
		if i := slices.IndexFunc(list, func(e codeEntry) bool { return e.code == code }); i >= 0 {
			name = cmp.Or(l.Text(list[i].name), code)
		}
		names = append(names, name)
	}
	return names
}
