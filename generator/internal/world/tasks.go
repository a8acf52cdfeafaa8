package world

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// tasks reads data/tasks/, a list of tasks a file.
func (l *loader) tasks() {
	for _, file := range l.files.Folder("tasks") {
		for _, r := range l.records(file, Task) {
			l.world.Tasks = append(l.world.Tasks, l.task(r))
		}
	}
}

func (l *loader) task(r *source.Record) model.Task {
	defer r.Done()
	log, marked := l.log(r)
	return model.Task{
		ID:           l.enter(Task, r),
		Title:        r.Text("title", source.Required),
		Clauses:      l.refs(Clause, r.Refs("clauses", source.Required)),
		Lead:         l.ref(Agency, r.Value("lead", source.Required)),
		With:         l.refs(Agency, r.Refs("with", source.Optional)),
		Localities:   l.refs(Locality, r.Refs("localities", source.Optional)),
		Plan:         plan(r),
		Log:          log,
		Illustrative: l.mark(r) || marked || l.whole["tasks"],
	}
}

func plan(r *source.Record) model.Plan {
	p, ok := r.Record("plan", source.Required)
	if !ok {
		return model.Plan{}
	}
	defer p.Done()
	read := model.Plan{Start: p.Date("start", source.Required), Due: p.Date("due", source.Required)}
	forward(p, "start", read.Start, "due", read.Due)
	return read
}

// log reads a task's log, which is kept in order of date.
func (l *loader) log(r *source.Record) (log []model.LogEntry, marked bool) {
	var last model.Date
	for _, e := range r.Records("log", source.Optional) {
		entry, entryMarked := l.logEntry(e)
		if !entry.Date.IsZero() && entry.Date.Before(last) {
			e.Report("date", logOrder, entry.Date, last)
		}
		if !entry.Date.IsZero() {
			last = entry.Date
		}
		log = append(log, entry)
		marked = marked || entryMarked
	}
	return log, marked
}

func (l *loader) logEntry(r *source.Record) (entry model.LogEntry, marked bool) {
	defer r.Done()
	evidence, marked := l.evidence(r)
	entry = model.LogEntry{
		Date:     r.Date("date", source.Required),
		By:       l.ref(Agency, r.Value("by", source.Optional)),
		Due:      r.Date("due", source.Optional),
		Status:   model.TaskStatus(r.Enum("status", source.Optional, "not-started", "under-way", "done", "stopped")),
		Reason:   r.Text("reason", source.Optional),
		Note:     r.Text("note", source.Optional),
		Evidence: evidence,
	}
	if !entry.Due.IsZero() && len(entry.Reason) == 0 {
		r.Report("due", dueWithoutReason)
	}
	return entry, l.mark(r) || marked
}

func (l *loader) evidence(r *source.Record) (evidence []model.Evidence, marked bool) {
	for _, e := range r.Records("evidence", source.Optional) {
		evidence = append(evidence, model.Evidence{
			Title:  e.Text("title", source.Required),
			URL:    e.URL("url", source.Required),
			Date:   e.Date("date", source.Required),
			Kind:   model.EvidenceKind(e.Enum("kind", source.Required, "document", "dataset", "news", "photo")),
			Proves: e.Text("proves", source.Required),
			Copy:   l.copyOf(e),
		})
		marked = l.mark(e) || marked
		e.Done()
	}
	return evidence, marked
}
