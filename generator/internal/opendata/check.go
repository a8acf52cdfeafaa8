package opendata

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"congbo/generator/internal/model"
)

// lexical is what a cell that is not empty looks like, by its field's type;
// strings and lists may be anything.
var lexical = map[FieldType]*regexp.Regexp{
	Integer: regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`),
	Number:  regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`),
	Year:    regexp.MustCompile(`^[0-9]{4}$`),
	Boolean: regexp.MustCompile(`^true$`),
}

// checkAll finds datasets that share an address or contradict their own
// description.
func checkAll(datasets []Dataset) error {
	var faults []error
	seen := map[string]bool{}
	for i := range datasets {
		d := &datasets[i]
		if seen[d.path()] {
			faults = append(faults, fmt.Errorf("%s %s: its address is taken", d.Kind, d.ID))
		}
		seen[d.path()] = true
		if err := d.check(); err != nil {
			faults = append(faults, fmt.Errorf("%s %s: %w", d.Kind, d.ID, err))
		}
	}
	return errors.Join(faults...)
}

func (d *Dataset) check() error {
	if err := d.checkFields(); err != nil {
		return err
	}
	for i, row := range d.Rows {
		if len(row) != len(d.Fields) {
			return fmt.Errorf("row %d has %d cells for %d fields", i+1, len(row), len(d.Fields))
		}
		for j, cell := range row {
			if err := d.Fields[j].check(cell); err != nil {
				return fmt.Errorf("row %d: %w", i+1, err)
			}
		}
	}
	return nil
}

func (d *Dataset) checkFields() error {
	names := map[string]bool{}
	for _, f := range d.Fields {
		if names[f.Name] {
			return fmt.Errorf("two fields are named %q", f.Name)
		}
		names[f.Name] = true
	}
	if n := len(d.Fields); n == 0 || d.Fields[n-1].Name != illustrativeName {
		return fmt.Errorf("the last field is not %q", illustrativeName)
	}
	if i := slices.IndexFunc(d.Key, func(name string) bool { return !names[name] }); i >= 0 {
		return fmt.Errorf("the key names %q, which is no field", d.Key[i])
	}
	return nil
}

func (f *Field) check(cell string) error {
	switch {
	case cell == "" && f.Required:
		return fmt.Errorf("%s is empty", f.Name)
	case cell == "" || cell == Withheld && f.Withholds || f.admits(cell):
		return nil
	}
	return fmt.Errorf("%s: %q is no %s of the field", f.Name, cell, f.Type)
}

// admits reports whether a cell that is not empty keeps to type, pattern and
// categories.
func (f *Field) admits(cell string) bool {
	if f.Type == Date {
		_, err := model.ParseDate(cell)
		return err == nil
	}
	if form := lexical[f.Type]; form != nil && !form.MatchString(cell) {
		return false
	}
	return len(f.Categories) == 0 || slices.ContainsFunc(f.Categories, func(c Category) bool { return c.Value == cell })
}
