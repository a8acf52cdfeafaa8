package opendata

import (
	"strconv"
	"strings"

	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// tasksID is the id, and so the address, of the list of tasks.
const tasksID = "nhiem-vu"

// Tasks describes all tasks with the three answers on each: what its body
// reports, what the evidence shows, what the calendar says.
func (w Describer) Tasks(report *tracking.Report) Dataset {
	d := Dataset{
		ID:          tasksID,
		Kind:        TasksKind,
		Title:       w.Words.Say("section_tasks"),
		Description: w.Words.Say("data_tasks_description"),
		Fields:      w.taskFields(),
		Key:         []string{"id"},
	}
	for i := range report.Tasks {
		d.Rows = append(d.Rows, taskRow(&report.Tasks[i]))
	}
	d.Illustrative = anyIllustrative(d.Rows)
	return d
}

func (w Describer) taskFields() []Field {
	reported := append(named(w.Words, "reported_", tracking.NothingReported),
		named(w.Words, "reported_", model.NotStarted, model.UnderWay, model.Done, model.Stopped)...)
	return []Field{
		w.required("id", String),
		w.reference("lead", Reference{CodesKind, agenciesList, "code"}),
		w.field("clauses", List),
		w.field("start", Date),
		w.field("first_due", Date),
		w.field("due", Date),
		w.category("reported", reported),
		w.field("reported_on", Date),
		w.category("evidence", named(w.Words, "proof_", tracking.Documented, tracking.Announced, tracking.NoProof)),
		w.category("schedule", named(w.Words, "schedule_", tracking.Closed, tracking.Overdue, tracking.DueSoon, tracking.NotDue)),
		w.field("days", Integer),
		w.field(illustrativeName, Boolean),
	}
}

func taskRow(t *tracking.Task) []string {
	return []string{
		t.ID, t.Lead, strings.Join(t.Clauses, " "),
		t.Plan.Start.String(), t.Plan.Due.String(), t.Due.String(),
		string(t.Reported), t.ReportedOn.String(), string(t.Proof), string(t.Schedule),
		strconv.Itoa(t.Days), flag(t.Illustrative),
	}
}
