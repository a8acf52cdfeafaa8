package opendata

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// periodPattern is a year, a month or a day.
const periodPattern = `[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?`

// Indicator describes an indicator: its published points and then its
// targets, each in order of period.
func (w Describer) Indicator(indicator *model.Indicator) Dataset {
	d := Dataset{
		ID:          indicator.ID,
		Kind:        IndicatorKind,
		Title:       indicator.Title,
		Description: indicator.Definition,
		Clauses:     indicator.Clauses,
		Notes:       w.indicatorNotes(indicator),
		Sources:     sourcesOf(indicator, w.World),
		Fields:      w.indicatorFields(indicator.Unit),
	}
	d.addPoints("series", indicator.Series, indicator.Illustrative, w.World)
	d.addPoints("target", indicator.Targets, indicator.Illustrative, w.World)
	d.Illustrative = indicator.Illustrative || anyIllustrative(d.Rows)
	return d
}

func (w Describer) indicatorFields(unit model.Text) []Field {
	kind := w.category("kind", []Category{{"series", w.Words.Say("data_observed")}, {"target", w.Words.Say("target")}})
	kind.Required = true
	period := w.required("period", String)
	period.Pattern = periodPattern
	value := w.required("value", Number)
	value.Unit = unit
	return []Field{
		kind, period, value,
		w.category("bound", named(w.Words, "data_bound_", model.AtLeast, model.MoreThan, model.About)),
		w.category("status", statuses(w.Words)[1:2]),
		w.prose("derived"),
		w.reference("source", Reference{CodesKind, sourcesList, "code"}),
		w.field(illustrativeName, Boolean),
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
func (w Describer) indicatorNotes(indicator *model.Indicator) []model.Text {
	var notes []model.Text
	if len(indicator.Method) > 0 {
		notes = append(notes, indicator.Method)
	}
	if !indicator.Baseline.IsZero() {
		notes = append(notes, w.Words.Each(func(l *locale.Locale) string {
			return l.T("data_baseline", locale.Args{"Period": l.Period(indicator.Baseline)})
		}))
	}
	for _, b := range indicator.Breaks {
		notes = append(notes, w.breakNote(b))
	}
	return notes
}

func (w Describer) breakNote(b model.Break) model.Text {
	return w.Words.Each(func(l *locale.Locale) string {
		return l.T("data_break", locale.Args{"Period": l.Period(b.From), "Reason": l.Text(b.Reason)})
	})
}

// sourcesOf lists each source of the points once, in the world's order.
func sourcesOf(indicator *model.Indicator, world *model.World) []model.Source {
	var cited []string
	for _, p := range slices.Concat(indicator.Series, indicator.Targets) {
		cited = append(cited, p.Source)
	}
	return citedSources(world, cited...)
}
