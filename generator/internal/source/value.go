package source

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// A Value is what stands under a key or as an item of a list. Its methods read
// it as one type each; they report what doesn't fit and return the zero of the
// type, so that the reading goes on. The zero Value is absent: every method
// returns zeros for it and reports nothing.
type Value struct {
	file *File
	node *yaml.Node
	key  string
}

// Given reports whether there is a value: null and empty text are none.
func (v Value) Given() bool { return v.node != nil }

// At is where the value begins.
func (v Value) At() diag.Position {
	if v.node == nil {
		return diag.Position{}
	}
	return v.file.at(v.node)
}

// Key is the key that the value, or the list it is an item of, stands under.
func (v Value) Key() string { return v.key }

// Report notes that rule is broken at the value.
func (v Value) Report(rule *diag.Rule, args ...any) diag.Note {
	return v.file.files.problems.Report(v.At(), rule, args...)
}

// Plain is the value as written, without its quotes and surrounding space.
// YAML's own idea of its type plays no part: 010 is "010".
func (v Value) Plain() string {
	switch {
	case v.node == nil:
		return ""
	case v.node.Kind != yaml.ScalarNode:
		v.Report(notAValue, v.key)
		return ""
	}
	return strings.TrimSpace(v.node.Value)
}

// IsList reports whether the value is a list.
func (v Value) IsList() bool { return v.node != nil && v.node.Kind == yaml.SequenceNode }

// IsMap reports whether the value has keys of its own.
func (v Value) IsMap() bool { return v.node != nil && v.node.Kind == yaml.MappingNode }

// Text reads a text for readers: one string in the first language of the site,
// or a map by its languages.
func (v Value) Text() model.Text {
	if !v.Given() {
		return nil
	}
	languages := v.file.files.languages
	if !v.IsMap() {
		if s := v.Plain(); s != "" {
			return model.Text{first(languages): s}
		}
		return nil
	}
	return v.textByLanguage(languages)
}

// translations are languages that a text may have ready for the day when the
// site declares them.
var translations = []string{"vi", "en"}

func (v Value) textByLanguage(languages []string) model.Text {
	text := model.Text{}
	for i := 0; i < len(v.node.Content); i += 2 {
		key, node := v.node.Content[i], v.node.Content[i+1]
		if languages != nil && !slices.Contains(languages, key.Value) && !slices.Contains(translations, key.Value) {
			v.file.files.problems.Report(v.file.at(key), unknownLanguage, key.Value).DidYouMean(key.Value, languages)
			continue
		}
		if s := v.file.value(node, v.key).Plain(); s != "" {
			text[key.Value] = s
		}
	}
	if languages != nil && text[first(languages)] == "" {
		v.Report(missingLanguage, v.key, first(languages))
	}
	return text
}

// first is the default language; Vietnamese where the site names none.
func first(languages []string) string {
	if len(languages) == 0 {
		return "vi"
	}
	return languages[0]
}

var (
	integer = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})$`)
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})(\.([0-9]{1,9}))?$`)
)

// Int reads a whole number; false where there is none.
func (v Value) Int() (int, bool) {
	s := v.Plain()
	if s == "" {
		return 0, false
	}
	if !integer.MatchString(s) {
		v.Report(badInteger, v.key, s)
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// Number reads a number and how many decimals it is written with; false where
// there is none. Neither exponents nor thousands separators are numbers here.
func (v Value) Number() (number float64, digits int, ok bool) {
	s := v.Plain()
	if s == "" {
		return 0, 0, false
	}
	parts := decimal.FindStringSubmatch(s)
	if parts == nil {
		v.Report(badNumber, v.key, s)
		return 0, 0, false
	}
	number, err := strconv.ParseFloat(s, 64)
	return number, len(parts[3]), err == nil
}

// Year reads a year of four digits; 0 where there is none.
func (v Value) Year() int {
	s := v.Plain()
	if s == "" {
		return 0
	}
	year, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || year < 1800 || year > 2200 {
		v.Report(badYear, v.key, s)
		return 0
	}
	return year
}

// Bool reads true or false; the second result tells whether there is one.
func (v Value) Bool() (value, ok bool) {
	s := v.Plain()
	switch s {
	case "":
		return false, false
	case "true", "false":
		return s == "true", true
	}
	v.Report(badBoolean, v.key, s)
	return false, false
}

// Date reads YYYY-MM-DD; zero where there is none.
func (v Value) Date() model.Date {
	s := v.Plain()
	if s == "" {
		return model.Date{}
	}
	date, err := model.ParseDate(s)
	if err != nil {
		v.Report(badDate, v.key, s)
	}
	return date
}

// Period reads YYYY, YYYY-MM or YYYY-MM-DD; zero where there is none.
func (v Value) Period() model.Period {
	s := v.Plain()
	if s == "" {
		return model.Period{}
	}
	period, err := model.ParsePeriod(s)
	if err != nil {
		v.Report(badPeriod, v.key, s)
	}
	return period
}

// Enum reads one of the values allowed; empty where there is none.
func (v Value) Enum(allowed ...string) string {
	s := v.Plain()
	if s == "" || slices.Contains(allowed, s) {
		return s
	}
	v.Report(unknownValue, v.key, s, strings.Join(allowed, ", ")).DidYouMean(s, allowed)
	return ""
}

var id = regexp.MustCompile(`^[a-z0-9-]+$`)

// ID reads an id of our own: [a-z0-9-]+.
func (v Value) ID() string {
	s := v.Plain()
	if s != "" && !id.MatchString(s) {
		v.Report(badID, v.key, s)
		return ""
	}
	return s
}

// URL reads an address that a page may link to: http, https, mailto, tel or
// one inside the site. Character references are decoded before the scheme is
// looked at.
func (v Value) URL() string {
	s := v.Plain()
	if s != "" && !linkable(html.UnescapeString(s)) {
		v.Report(badURL, v.key, s)
		return ""
	}
	return s
}

func linkable(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil || strings.ContainsAny(address, " \t\n\\") {
		return false
	}
	switch parsed.Scheme {
	case "http", "https":
		return parsed.Host != ""
	case "mailto", "tel":
		return parsed.Opaque != ""
	case "":
		return parsed.Host == "" && strings.HasPrefix(address, "/")
	}
	return false
}

// List reads the items of a list; null and empty items are left out.
func (v Value) List() []Value {
	if !v.Given() {
		return nil
	}
	if !v.IsList() {
		v.Report(notAList, v.key)
		return nil
	}
	items := make([]Value, 0, len(v.node.Content))
	for _, node := range v.node.Content {
		if item := v.file.value(node, v.key); item.Given() {
			items = append(items, item)
		}
	}
	return items
}

// Distinct reads a list of plain values and warns of one that comes twice.
func (v Value) Distinct() []Value {
	var items []Value
	seen := map[string]bool{}
	for _, item := range v.List() {
		s := item.Plain()
		switch {
		case s == "":
		case seen[s]:
			item.Report(duplicateItem, v.key, s)
		default:
			seen[s] = true
			items = append(items, item)
		}
	}
	return items
}

// Record reads a value with keys of its own.
func (v Value) Record() (*Record, bool) {
	if !v.Given() {
		return nil, false
	}
	if !v.IsMap() {
		v.Report(notAMap, v.key)
		return nil, false
	}
	return &Record{file: v.file, node: v.node}, true
}

// value wraps a node; null and empty text become the absent Value.
func (f *File) value(node *yaml.Node, key string) Value {
	if isNull(node) || node.Kind == yaml.ScalarNode && strings.TrimSpace(node.Value) == "" {
		return Value{}
	}
	return Value{f, node, key}
}
