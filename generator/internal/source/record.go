package source

import (
	"regexp"
	"slices"

	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// Presence says whether a key must have a value.
type Presence bool

// The two kinds of keys.
const (
	Optional Presence = false
	Required Presence = true
)

// A Record is a set of keys and values that knows where each stands. Reading
// a key makes it known; Done then reports the keys that nobody asked for.
type Record struct {
	file  *File
	node  *yaml.Node // a mapping; nil where a page has no front matter
	asked []string
}

// At is where a key's value begins, or the key where it has none; where there
// is no such key, it is where the record begins.
func (r *Record) At(key string) diag.Position {
	name, value := r.find(key)
	switch {
	case name == nil:
		return r.Position()
	case isNull(value):
		return r.file.at(name)
	}
	return r.file.at(value)
}

// Position is where the record begins.
func (r *Record) Position() diag.Position {
	if r.node == nil {
		return r.file.Position()
	}
	return r.file.at(r.node)
}

// Report notes that rule is broken at a key's value.
func (r *Record) Report(key string, rule *diag.Rule, args ...any) diag.Note {
	return r.file.files.problems.Report(r.At(key), rule, args...)
}

// Has reports whether the key is written, even with no value.
func (r *Record) Has(key string) bool {
	name, _ := r.find(key)
	return name != nil
}

// Keys lists the keys as they stand.
func (r *Record) Keys() []string {
	if r.node == nil {
		return nil
	}
	keys := make([]string, 0, len(r.node.Content)/2)
	for i := 0; i < len(r.node.Content); i += 2 {
		keys = append(keys, r.node.Content[i].Value)
	}
	return keys
}

// Value returns what stands under key.
func (r *Record) Value(key string, presence Presence) Value {
	r.asked = append(r.asked, key)
	if _, node := r.find(key); node != nil {
		if v := r.file.value(node, key); v.Given() {
			return v
		}
	}
	if presence == Required {
		r.Report(key, missingKey, key)
	}
	return Value{}
}

// Expect makes keys known that are read in another way, or are suggested for a
// misspelt one.
func (r *Record) Expect(keys ...string) { r.asked = append(r.asked, keys...) }

// Each visits every value of the record; see Value.Each.
func (r *Record) Each(visit func(Value) bool) { Value{r.file, r.node, ""}.Each(visit) }

// decimals as a key of a map in braces are what follows a decimal comma: a comma
// ends a value there.
var decimals = regexp.MustCompile(`^[0-9]+%?$`)

var decimalComma = diag.Phrase{
	Vi: "phần thập phân viết sau dấu chấm: 26.1, không phải 26,1",
	En: "decimals follow a point: 26.1, not 26,1",
}

// Done reports every key that was never asked for.
func (r *Record) Done() {
	if r.node == nil {
		return
	}
	for i := 0; i < len(r.node.Content); i += 2 {
		name := r.node.Content[i]
		if !slices.Contains(r.asked, name.Value) {
			note := r.file.files.problems.Report(r.file.at(name), unknownKey, name.Value)
			note.DidYouMean(name.Value, r.asked)
			if decimals.MatchString(name.Value) && r.node.Style&yaml.FlowStyle != 0 {
				note.Hint(decimalComma)
			}
		}
	}
}

func (r *Record) find(key string) (name, value *yaml.Node) {
	if r.node == nil {
		return nil, nil
	}
	for i := 0; i < len(r.node.Content); i += 2 {
		if r.node.Content[i].Value == key {
			return r.node.Content[i], r.node.Content[i+1]
		}
	}
	return nil, nil
}

// String reads the plain value of a key.
func (r *Record) String(key string, p Presence) string { return r.Value(key, p).Plain() }

// Text reads a text for readers.
func (r *Record) Text(key string, p Presence) model.Text { return r.Value(key, p).Text() }

// TextIn reads a text for readers whose one string is in lang.
func (r *Record) TextIn(lang, key string, p Presence) model.Text { return r.Value(key, p).TextIn(lang) }

// Date reads a day.
func (r *Record) Date(key string, p Presence) model.Date { return r.Value(key, p).Date() }

// Period reads a year, a month or a day.
func (r *Record) Period(key string, p Presence) model.Period { return r.Value(key, p).Period() }

// Year reads a year.
func (r *Record) Year(key string, p Presence) int { return r.Value(key, p).Year() }

// URL reads an address that a page may link to.
func (r *Record) URL(key string, p Presence) string { return r.Value(key, p).URL() }

// ID reads the record's own id.
func (r *Record) ID(key string) string { return r.Value(key, Required).ID() }

// Bool reads true or false, false where it isn't said.
func (r *Record) Bool(key string, p Presence) bool {
	value, _ := r.Value(key, p).Bool()
	return value
}

// Enum reads one of the values allowed.
func (r *Record) Enum(key string, p Presence, allowed ...string) string {
	return r.Value(key, p).Enum(allowed...)
}

// List reads the items of a list; a required one may be empty.
func (r *Record) List(key string, p Presence) []Value {
	if r.Has(key) {
		p = Optional
	}
	return r.Value(key, p).List()
}

// Refs reads a list of ids of other records, each once.
func (r *Record) Refs(key string, p Presence) []Value {
	if r.Has(key) {
		p = Optional
	}
	return r.Value(key, p).Distinct()
}

// Records reads a list of records.
func (r *Record) Records(key string, p Presence) []*Record { return records(r.List(key, p)) }

// Record reads a record within the record.
func (r *Record) Record(key string, p Presence) (*Record, bool) { return r.Value(key, p).Record() }

// records reads every item of a list as a record.
func records(items []Value) []*Record {
	var all []*Record
	for _, item := range items {
		if r, ok := item.Record(); ok {
			all = append(all, r)
		}
	}
	return all
}
