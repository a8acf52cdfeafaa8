package source

import (
	"slices"
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
	return v.TextIn(first(v.file.files.languages))
}

// TextIn reads a text for readers whose one string is in lang, which a map must
// have too.
func (v Value) TextIn(lang string) model.Text {
	switch {
	case !v.Given():
		return nil
	case v.IsMap():
		return v.textByLanguage(lang)
	}
	if s := v.Plain(); s != "" {
		return model.Text{lang: s}
	}
	return nil
}

// translations are languages that a text may have ready for the day when the
// site declares them.
var translations = []string{"vi", "en"}

func (v Value) textByLanguage(needed string) model.Text {
	languages := v.file.files.languages
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
	if languages != nil && text[needed] == "" {
		v.Report(missingLanguage, v.key, needed)
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

// Each visits the value and everything below it, in the order of the file, but
// for names of keys; what visit answers with false is not entered.
func (v Value) Each(visit func(Value) bool) {
	if v.node == nil || !visit(v) {
		return
	}
	for i, child := range v.node.Content {
		if v.node.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		Value{v.file, child, v.key}.Each(visit)
	}
}

// IsScalar reports whether the value is neither a list nor has keys of its own.
func (v Value) IsScalar() bool { return v.node != nil && v.node.Kind == yaml.ScalarNode }
