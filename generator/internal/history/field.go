package history

import (
	"slices"
	"strconv"
	"strings"
)

// A fieldName is what a correction says has changed within a record. Press
// staff write the names that Change.Field documents, or less: a list for all in
// it, a date, a period or a place in the order for one, nothing for the whole
// record. A word that is none of these stands for the whole record, too. A cell
// of a table is "<codes, separated by commas>/<year>".
type fieldName struct {
	written  string // without surrounding space
	list     string // the first word of a Change.Field; empty: any
	selector string // what follows it; empty: all of the list
}

// fieldLists are the first words of the fields of changes, but for tables.
var fieldLists = []string{"title", "kind", "cadence", "clauses", "lead", "plan", "log", "evidence", "series", "targets", "rows", "columns", "quote"}

func parseField(written string) fieldName {
	f := fieldName{written: strings.TrimSpace(written)}
	if codes, year, ok := splitPlace(f.written); ok && codes != "" {
		f.selector = strconv.Itoa(year)
		return f
	}
	words := strings.FieldsFunc(f.written, func(r rune) bool { return strings.ContainsRune(".[] ", r) })
	switch {
	case len(words) == 0:
	case slices.Contains(fieldLists, words[0]):
		f.list = words[0]
		if len(words) > 1 {
			f.selector = words[1]
		}
	case '0' <= words[0][0] && words[0][0] <= '9':
		f.selector = words[0]
	}
	return f
}

// names reports whether a change is within what the field says.
func (n fieldName) names(f *finding) bool {
	list, rest, _ := strings.Cut(f.Field, ".")
	one, _, _ := strings.Cut(rest, ".")
	switch {
	case n.list != "" && n.list != list:
		return false
	case n.selector == "":
		return true
	case f.Of == OfTable:
		return n.selector == f.Field
	}
	return n.selector == one || f.Number > 0 && n.selector == strconv.Itoa(f.Number)
}

// isCell reports whether the field names one cell of a table.
func (n fieldName) isCell() bool { return strings.Contains(n.written, "/") }
