package opendata

import (
	"slices"
	"strconv"

	"congbo/generator/internal/model"
)

// illustrativeName is the last field of every dataset.
const illustrativeName = "illustrative"

// field is one of our own, which a string names; a register's are named by
// itself.
func (w Describer) field(name string, t FieldType) Field {
	return Field{Name: name, Type: t, Title: w.Words.Say("data_field_" + name)}
}

// required is a field of our own that no row leaves empty.
func (w Describer) required(name string, t FieldType) Field {
	f := w.field(name, t)
	f.Required = true
	return f
}

// category is a string of our own that takes one of values.
func (w Describer) category(name string, values []Category) Field {
	f := w.field(name, String)
	f.Categories = values
	return f
}

// reference is an id of our own that to explains.
func (w Describer) reference(name string, to Reference) Field {
	f := w.field(name, String)
	f.References = &to
	return f
}

// prose is a string of our own that the site says in its first language.
func (w Describer) prose(name string) Field {
	f := w.field(name, String)
	f.Lang = w.first()
	return f
}

// first is the site's first language.
func (w Describer) first() string { return Meta{Site: w.World.Site}.language() }

// lists names what explains the field's values.
func (f *Field) lists() []Reference {
	if f.References != nil {
		return []Reference{*f.References}
	}
	var lists []Reference
	for _, id := range f.Lists {
		lists = append(lists, Reference{CodesKind, id, "code"})
	}
	return lists
}

// path is the referenced dataset's address below Folder, without an ending.
func (r Reference) path() string {
	return (&Dataset{Kind: r.Kind, ID: r.Dataset}).path()
}

// flag is the cell of a boolean.
func flag(set bool) string {
	if set {
		return "true"
	}
	return ""
}

// decimal writes a value with as many decimals as its source.
func decimal(value float64, digits int) string {
	return strconv.FormatFloat(value, 'f', digits, 64)
}

// anyIllustrative reports whether some row is marked so in the last field.
func anyIllustrative(rows [][]string) bool {
	for _, row := range rows {
		if row[len(row)-1] != "" {
			return true
		}
	}
	return false
}

// citedSources is the records that ids name, each once, in the world's order.
func citedSources(world *model.World, ids ...string) []model.Source {
	return slices.DeleteFunc(slices.Clone(world.Sources), func(s model.Source) bool { return !slices.Contains(ids, s.ID) })
}

// firstOf is a text in the first of the site's languages that it exists in.
func firstOf(world *model.World, t model.Text) string {
	text, _ := t.In(world.Site.Languages...)
	return text
}
