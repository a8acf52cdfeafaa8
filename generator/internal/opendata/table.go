package opendata

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// FromTable describes a published table of counts, a row a cell. The notes of
// the caller (such as who is counted at all, and what the records cover) come
// before those that the table itself calls for.
func FromTable(table *workforce.Table, world *model.World, notes ...model.Text) Dataset {
	declared := table.Declared
	illustrative := table.Illustrative || declared.Illustrative
	d := Dataset{
		ID:           declared.ID,
		Kind:         TableKind,
		Title:        declared.Title,
		Description:  measures[cmp.Or(declared.Measure, model.Stock)],
		Illustrative: illustrative,
		Clauses:      declared.Clauses,
		Notes:        slices.Concat(notes, tableNotes(table, world)),
	}
	for _, dimension := range declared.Dimensions {
		d.Fields = append(d.Fields, dimensionField(dimension))
		d.Key = append(d.Key, string(dimension))
	}
	d.Key = append(d.Key, string(model.Year))
	d.Counts = &Count{cmp.Or(declared.Measure, model.Stock), declared.Where, table.Threshold}
	d.Fields = append(d.Fields,
		required(string(model.Year), Year),
		field("value", Integer),
		category("status", statuses),
		field(illustrativeName, Boolean))
	for _, cell := range table.Cells {
		d.Rows = append(d.Rows, tableRow(cell, illustrative))
	}
	return d
}

func dimensionField(dimension model.Dimension) Field {
	return Field{
		Name:       string(dimension),
		Type:       String,
		Title:      dimensionTitles[dimension],
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

func tableNotes(table *workforce.Table, world *model.World) []model.Text {
	var notes []model.Text
	if len(table.Declared.Where) > 0 {
		notes = append(notes, whereNote(table.Declared.Where, world))
	}
	if table.Threshold > 1 {
		notes = append(notes, withholdingNote(table.Threshold))
	}
	return notes
}

// whereNote says which people only the table counts.
func whereNote(where map[model.Dimension][]string, world *model.World) model.Text {
	note := model.Text{}
	for lang, opening := range words("Chỉ tính người thuộc: ", "Only people of: ") {
		var parts []string
		for _, dimension := range model.Dimensions {
			if codes, restricted := where[dimension]; restricted {
				title, _ := dimensionTitles[dimension].In(lang)
				parts = append(parts, title+" – "+strings.Join(namesOf(dimension, codes, lang, world), ", "))
			}
		}
		note[lang] = opening + strings.Join(parts, "; ") + "."
	}
	return note
}

// namesOf is the names of codes in lang, or in the site's own languages where
// they have none in it; a code that no list explains stands for itself.
func namesOf(dimension model.Dimension, codes []string, lang string, world *model.World) []string {
	list := dimensionEntries(dimension, world)
	var names []string
	for _, code := range codes {
		name := code
		if i := slices.IndexFunc(list, func(e codeEntry) bool { return e.code == code }); i >= 0 {
			found, _ := list[i].name.In(append([]string{lang}, world.Site.Languages...)...)
			name = cmp.Or(found, code)
		}
		names = append(names, name)
	}
	return names
}
