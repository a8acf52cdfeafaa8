package history

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// report turns the findings that break a rule and that no correction lists
// into problems, each with the line that would list it.
func (c *comparison) report(problems *diag.List) {
	for _, f := range c.found {
		if f.rule == nil || f.told {
			continue
		}
		phrase, own := advice[f.rule]
		if !own {
			phrase = plainAdvice
		}
		problems.Report(f.at, f.rule, f.args()...).Hint(phrase, f.line(c.now.AsOf.Date))
	}
}

// args fill the verbs of the rule's message.
func (f *finding) args() []any {
	switch f.rule {
	case removedRecord:
		return []any{f.ID}
	case changedName, removedColumn:
		return []any{f.ID, f.Field}
	case becameExample:
		return []any{f.ID, cmp.Or(f.Field, string(f.Of))}
	case removedValue:
		return []any{f.ID, f.Field, f.Was}
	case rewrittenTable:
		first := f.open[0]
		return []any{f.ID, f.Field, len(f.open), first.Place, first.Was, orNothing(first.Now)}
	}
	return []any{f.ID, f.Field, orNothing(f.Was), orNothing(f.Now)}
}

func orNothing(value string) string { return cmp.Or(value, "–") }

// line is what to add to data/corrections.yaml, as YAML in one line. The reason
// is left open, so that a line pasted without one is refused.
func (f *finding) line(day model.Date) string {
	was, now := f.Was, f.Now
	if len(f.open) > 0 {
		was, now = f.open[0].Was, f.open[0].Now
	}
	field := ""
	if f.Field != "" {
		field = ", field: " + quoted(f.Field)
	}
	return fmt.Sprintf("- {date: %s, of: %s, id: %s%s, was: %s, now: %s, reason: }", day, f.Of, quoted(f.ID), field, orNull(was), orNull(now))
}

func orNull(value string) string {
	if value == "" {
		return "null"
	}
	return quoted(value)
}

// quoted is a string as YAML and JSON both have it.
func quoted(text string) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return `""` // no string fails to encode
	}
	return string(bytes.TrimSuffix(out.Bytes(), []byte("\n")))
}
