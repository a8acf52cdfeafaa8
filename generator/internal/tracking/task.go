package tracking

import "congbo/generator/internal/model"

// A Task is the three separate answers about one task: what its body says
// (Reported), what the evidence shows (Proof) and what the calendar says
// (Schedule).
type Task struct {
	*model.Task
	Log        []model.LogEntry // hides the record's own: entries stated by the day, with the evidence dated by then
	Due        model.Date       // as last changed; Plan.Due stays the first
	Reported   Reported
	ReportedOn model.Date // zero: nothing reported
	ReportedBy string     // agency id; empty: nothing reported
	Proof      Proof
	Schedule   Schedule
	Days       int // Due minus the day; negative once it has passed
}

// Reported is the last status that a task's body stated.
type Reported string

// NothingReported stands where no status was stated; the others are those of
// model.TaskStatus.
const NothingReported Reported = "none"

// Proof says how well a task is documented.
type Proof string

// The proofs of the contract, strongest first.
const (
	Documented Proof = "documented" // some evidence is a document or a dataset
	Announced  Proof = "announced"  // there is evidence, but only news or pictures
	NoProof    Proof = "none"
)

// Schedule says where a task stands in the calendar.
type Schedule string

// The schedules of the contract.
const (
	Closed  Schedule = "closed" // reported done or stopped
	Overdue Schedule = "overdue"
	DueSoon Schedule = "due-soon"
	NotDue  Schedule = "not-due"
)

// soon is the number of days before the due date from which a task is due soon.
const soon = 30

func assessTask(task *model.Task, asOf model.Date) Task {
	t := Task{Task: task, Log: logUpTo(task.Log, asOf), Due: task.Plan.Due, Reported: NothingReported}
	for _, entry := range t.Log {
		t.take(entry)
	}
	t.Proof = proofOf(t.Log)
	t.Days = t.Due.DaysSince(asOf)
	t.Schedule = t.schedule()
	return t
}

// take lets a later entry of the log replace what earlier ones stated.
func (t *Task) take(entry model.LogEntry) {
	if !entry.Due.IsZero() {
		t.Due = entry.Due
	}
	if entry.Status == "" {
		return
	}
	t.Reported, t.ReportedOn, t.ReportedBy = Reported(entry.Status), entry.Date, entry.By
	if entry.By == "" {
		t.ReportedBy = t.Lead
	}
}

func (t *Task) schedule() Schedule {
	switch {
	case t.Closed():
		return Closed
	case t.Days < 0:
		return Overdue
	case t.Days <= soon:
		return DueSoon
	}
	return NotDue
}

// Closed reports whether the task's body says that nothing more will be done.
func (t *Task) Closed() bool {
	return t.Reported == Reported(model.Done) || t.Reported == Reported(model.Stopped)
}

// logUpTo drops entries and evidence that are dated later than asOf, and copies
// of evidence that were seen later.
func logUpTo(log []model.LogEntry, asOf model.Date) []model.LogEntry {
	var known []model.LogEntry
	for _, entry := range log {
		if entry.Date.After(asOf) {
			continue
		}
		entry.Evidence = evidenceUpTo(entry.Evidence, asOf)
		known = append(known, entry)
	}
	return known
}

func evidenceUpTo(evidence []model.Evidence, asOf model.Date) []model.Evidence {
	var known []model.Evidence
	for _, e := range evidence {
		if e.Date.After(asOf) {
			continue
		}
		if e.Copy != nil && e.Copy.Seen.After(asOf) {
			e.Copy = nil
		}
		known = append(known, e)
	}
	return known
}

func proofOf(log []model.LogEntry) Proof {
	proof := NoProof
	for _, entry := range log {
		for _, e := range entry.Evidence {
			if e.Kind.Documents() {
				return Documented
			}
			proof = Announced
		}
	}
	return proof
}
