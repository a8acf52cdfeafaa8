package history

import "congbo/generator/internal/model"

// Told is a change that a site told its readers and that the records alone
// could not tell again: it is handed on from statement to statement.
type Told struct {
	Date         Day        `json:"date"`
	Kind         Kind       `json:"kind"`
	Of           Subject    `json:"of"`
	ID           string     `json:"id"`
	Field        string     `json:"field,omitempty"`
	Number       int        `json:"number,omitempty"`
	Was          string     `json:"was,omitempty"`
	Now          string     `json:"now,omitempty"`
	Cells        int        `json:"cells,omitempty"` // of a table: how many
	Title        model.Text `json:"title,omitempty"`
	Clauses      []string   `json:"clauses,omitempty"`
	Tasks        []string   `json:"tasks,omitempty"`
	Agencies     []string   `json:"agencies,omitempty"`
	Illustrative bool       `json:"illustrative,omitempty"`
}

// toldBefore is what was told up to a day, without names that may not be told
// any more.
func toldBefore(told []Told, names redaction, asOf model.Date) []Change {
	clean := func(text string) string { return string(names.text([]byte(text))) }
	var changes []Change
	for _, t := range told {
		if t.Date.After(asOf) {
			continue
		}
		changes = append(changes, Change{
			Date: t.Date.Date, Kind: t.Kind, Of: t.Of, ID: t.ID, Field: t.Field, Number: t.Number,
			Was: clean(t.Was), Now: clean(t.Now), Affected: t.Cells, Title: t.Title,
			Clauses: t.Clauses, Tasks: t.Tasks, Agencies: t.Agencies, Illustrative: t.Illustrative,
		})
	}
	return changes
}

// toTell is what of a timeline the records would not tell again on their own,
// on the same day.
func toTell(timeline, recorded []Change) []Told {
	known := map[key]map[model.Date]int{}
	for _, c := range recorded {
		if known[c.key()] == nil {
			known[c.key()] = map[model.Date]int{}
		}
		known[c.key()][c.Date]++
	}
	told := []Told{}
	for _, c := range timeline {
		if known[c.key()][c.Date] > 0 {
			known[c.key()][c.Date]--
			continue
		}
		told = append(told, Told{
			Date: Day{c.Date}, Kind: c.Kind, Of: c.Of, ID: c.ID, Field: c.Field, Number: c.Number,
			Was: c.Was, Now: c.Now, Cells: c.Affected, Title: c.Title,
			Clauses: c.Clauses, Tasks: c.Tasks, Agencies: c.Agencies, Illustrative: c.Illustrative,
		})
	}
	return told
}
