package site

import (
	"strings"
	"unicode/utf8"
)

// wideTable is how many columns fill a sheet of paper, margin included.
const wideTable = 7

// MarshalJSON says of a table whether it is wide.
func (t table) MarshalJSON() ([]byte, error) {
	type plainTable table
	return marshal(struct {
		plainTable
		Wide bool `json:"wide,omitempty"`
	}{plainTable(t), len(t.Columns) >= wideTable})
}

// longName is how many letters a column's name may have to stand on one line
// above numbers.
const longName = 12

// MarshalJSON says of a column whether its name is to be broken into lines.
func (c column) MarshalJSON() ([]byte, error) {
	type plainColumn column
	return marshal(struct {
		plainColumn
		Long bool `json:"long,omitempty"`
	}{plainColumn(c), c.Numeric && utf8.RuneCountInString(c.Name) > longName})
}

// standing is the page's parts that stand at a place, in order.
func (p *page) standing(at place) []named {
	var parts []named
	for _, part := range p.Parts {
		if part.stands() == at {
			parts = append(parts, named{part})
		}
	}
	return parts
}

// sheet is the classes that say how the page is divided. A table of contents
// takes the place of what else would stand at the side.
func (p *page) sheet() string {
	var classes []string
	switch {
	case len(p.Contents) > 0:
		classes = append(classes, "with-contents")
	case len(p.standing(atSide)) > 0:
		classes = append(classes, "with-side")
	}
	if p.Document {
		classes = append(classes, "is-document")
	}
	return strings.Join(classes, " ")
}
