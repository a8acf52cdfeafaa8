package opendata

import (
	"strconv"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// clausesID is the id, and so the address, of the list of clauses.
const clausesID = "dieu-khoan"

// Clauses describes all clauses of the programme, in the order of the file,
// with the heartbeat of those that are duties.
func (w Describer) Clauses(report *tracking.Report) Dataset {
	d := Dataset{
		ID:          clausesID,
		Kind:        ClausesKind,
		Title:       w.Words.Say("data_clauses"),
		Description: w.Words.Say("data_clauses_description"),
		Fields:      w.clauseFields(),
		Key:         []string{"id"},
	}
	for i := range report.Clauses {
		d.Rows = append(d.Rows, clauseRow(&report.Clauses[i]))
	}
	d.Illustrative = anyIllustrative(d.Rows)
	return d
}

func (w Describer) clauseFields() []Field {
	kinds := named(w.Words, "kind_", model.Duty, model.Objective, model.Vision, model.Principle, model.Requirement)
	states := named(w.Words, "state_", tracking.Ended, tracking.DutyClosed, tracking.NoData, tracking.Silent, tracking.Active, tracking.NotTracked)
	return []Field{
		w.required("id", String),
		w.category("kind", kinds),
		w.category("cadence", w.cadences()),
		w.field("last_act", Date),
		w.field("next_due", Date),
		w.field("silent_months", Integer),
		w.category("state", states),
		w.field("tasks", Integer),
		w.field("indicators", Integer),
		w.field(illustrativeName, Boolean),
	}
}

func (w Describer) cadences() []Category {
	var categories []Category
	for _, c := range []model.Cadence{model.Standing, model.Periodic, model.Yearly, model.Once, model.NoCadence} {
		categories = append(categories, Category{string(c), w.Words.Say("cadence_"+string(c), locale.Args{"Months": ""})})
	}
	return categories
}

func clauseRow(c *tracking.Clause) []string {
	silent := ""
	if c.SilentMonths != nil {
		silent = strconv.Itoa(*c.SilentMonths)
	}
	return []string{
		c.ID, string(c.Kind), string(c.Cadence),
		c.LastAct.String(), c.NextDue.String(), silent, string(c.State),
		strconv.Itoa(len(c.Tasks)), strconv.Itoa(len(c.Indicators)), flag(c.Illustrative || c.Clause.Illustrative),
	}
}
