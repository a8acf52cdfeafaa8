package opendata

import (
	"slices"

	"congbo/generator/internal/model"
)

// periodPattern is a year, a month or a day.
const periodPattern = `[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?`

// FromIndicator describes an indicator: its published points and then its
// targets, each in order of period.
func FromIndicator(indicator *model.Indicator, world *model.World) Dataset {
	d := Dataset{
		ID:          indicator.ID,
		Kind:        IndicatorKind,
		Title:       indicator.Title,
		Description: indicator.Definition,
		Clauses:     indicator.Clauses,
		Notes:       indicatorNotes(indicator),
		Sources:     sourcesOf(indicator, world),
		Fields:      indicatorFields(indicator.Unit),
	}
	d.addPoints("series", indicator.Series, indicator.Illustrative, world)
	d.addPoints("target", indicator.Targets, indicator.Illustrative, world)
	d.Illustrative = indicator.Illustrative || anyIllustrative(d.Rows)
	return d
}

func indicatorFields(unit model.Text) []Field {
	kind := category("kind", pointKinds)
	kind.Required = true
	period := required("period", String)
	period.Pattern = periodPattern
	value := required("value", Number)
	value.Unit = unit
	return []Field{
		kind, period, value,
		category("bound", bounds),
		category("status", pointStatuses),
		field("derived", String),
		reference("source", Reference{CodesKind, sourcesList, "code"}),
		field(illustrativeName, Boolean),
	}
}

func (d *Dataset) addPoints(kind string, points []model.Point, illustrative bool, world *model.World) {
	inOrder := slices.Clone(points)
	slices.SortStableFunc(inOrder, func(a, b model.Point) int { return a.Period.Compare(b.Period) })
	for _, p := range inOrder {
		status := ""
		if p.Preliminary {
			status = "p"
		}
		d.Rows = append(d.Rows, []string{
			kind, p.Period.String(), decimal(p.Value, p.Digits), string(p.Bound), status,
			firstOf(world, p.Derived), p.Source, flag(illustrative || p.Illustrative),
		})
	}
}

// indicatorNotes says how the values came about and where they can't be
// compared.
func indicatorNotes(indicator *model.Indicator) []model.Text {
	var notes []model.Text
	if len(indicator.Method) > 0 {
		notes = append(notes, indicator.Method)
	}
	if !indicator.Baseline.IsZero() {
		notes = append(notes, wordsf("Kỳ gốc: %s.", "Baseline: %s.", indicator.Baseline))
	}
	for _, b := range indicator.Breaks {
		notes = append(notes, breakNote(b))
	}
	return notes
}

// breakNote speaks each language that the reason is given in.
func breakNote(b model.Break) model.Text {
	opening := wordsf("Từ %s, số liệu không so sánh được với trước đó: ", "From %s on, values can't be compared with earlier ones: ", b.From)
	note := model.Text{}
	for lang, reason := range b.Reason {
		start, _ := opening.In(lang, "vi")
		note[lang] = start + reason
	}
	return note
}

// sourcesOf lists each source of the points once, in the world's order.
func sourcesOf(indicator *model.Indicator, world *model.World) []model.Source {
	var cited []string
	for _, p := range slices.Concat(indicator.Series, indicator.Targets) {
		cited = append(cited, p.Source)
	}
	return citedSources(world, cited...)
}
