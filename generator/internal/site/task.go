package site

import (
	"cmp"
	"slices"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// tasksPage lists all tasks: the overdue first, then by the date due.
func (e *edition) tasksPage() page {
	tasks := e.tasksByUrgency()
	list := entries{Empty: e.T("tasks_empty"), Filter: e.taskFilter(tasks)}
	for _, t := range tasks {
		n := e.taskEntry(t)
		n.Data = e.taskData(t)
		list.Entries = append(list.Entries, n)
	}
	return page{
		Key: "nhiem-vu", Path: sectionPath["tasks"], Nav: "tasks",
		Title:       e.T("section_tasks"),
		Description: e.T("tasks_description"),
		Lead:        plain(e.T("tasks_lead")),
		Notice:      e.notice(),
		Parts: []part{
			list,
		},
	}
}

func (e *edition) tasksByUrgency() []tracking.Task {
	tasks := slices.Clone(e.Report.Tasks)
	slices.SortStableFunc(tasks, func(a, b tracking.Task) int {
		return cmp.Or(cmp.Compare(urgency(a), urgency(b)), a.Due.Compare(b.Due))
	})
	return tasks
}

func urgency(t tracking.Task) int {
	return slices.Index([]tracking.Schedule{tracking.Overdue, tracking.DueSoon, tracking.NotDue, tracking.Closed}, t.Schedule)
}

// taskEntry is a task in a list: the calendar in the margin, the other two
// answers below the title.
func (e *edition) taskEntry(t tracking.Task) entry {
	return entry{
		Marks:        []mark{e.scheduleMark(t)},
		Title:        e.Text(t.Title),
		Href:         e.taskAddress(t.ID),
		Illustrative: t.Illustrative,
		Lines: [][]run{
			append([]run{e.agency(t.Lead), {Text: " · "}}, e.clauseRuns(t.Clauses)...),
			plain(e.reportedWord(t) + " · " + e.proofWord(t)),
		},
	}
}

func (e *edition) scheduleMark(t tracking.Task) mark {
	m := mark{Code: string(t.Schedule), Word: e.T("schedule_" + key(string(t.Schedule)))}
	switch t.Schedule {
	case tracking.Overdue:
		m.Detail = e.T("days_late", locale.Args{"Days": e.Int(-t.Days)})
	case tracking.DueSoon, tracking.NotDue:
		m.Detail = e.T("due_on", locale.Args{"Date": e.Date(t.Due)})
		m.Due = t.Due.String()
	}
	return m
}

// reportedWord is what the body says. A report of completion without
// documents is said to be just that.
func (e *edition) reportedWord(t tracking.Task) string {
	if t.Reported == tracking.Reported(model.Done) && t.Proof == tracking.NoProof {
		return e.T("reported_done_without_evidence")
	}
	return e.T("reported_" + key(string(t.Reported)))
}

func (e *edition) proofWord(t tracking.Task) string { return e.T("proof_" + string(t.Proof)) }

func (e *edition) taskPage(t tracking.Task) page {
	p := page{
		Key: "nhiem-vu--" + t.ID, Path: "/nhiem-vu/" + t.ID + "/", Nav: "tasks",
		Title:        e.Text(t.Title),
		Description:  e.T("task_description", locale.Args{"Title": e.Text(t.Title), "Lead": e.agency(t.Lead).Text}),
		Trail:        []run{linked(e.T("section_tasks"), e.address(sectionPath["tasks"]))},
		Notice:       e.notice(),
		Illustrative: t.Illustrative,
		Feed:         true,
		Parts: []part{
			e.taskAnswers(t),
			e.taskFacts(t),
			timeline{heading: heading{ID: "dien-bien", Heading: e.T("task_log")}, Entries: e.taskMoments(t), Empty: e.T("task_log_empty")},
			e.taskHistory(t.ID),
		},
	}
	if list := e.newsOf(func(a *Article) []string { return a.Tasks }, t.ID); len(list.Entries) > 0 {
		p.Parts = append(p.Parts, list)
	}
	return p
}

// taskAnswers is the three answers side by side; they are never merged.
func (e *edition) taskAnswers(t tracking.Task) answers {
	said := answer{Question: e.T("what_body_says"), Mark: mark{Code: "reported-" + string(t.Reported), Word: e.reportedWord(t)}}
	if !t.ReportedOn.IsZero() {
		said.Lines = append(said.Lines, []run{e.agency(t.ReportedBy), {Text: ", " + e.Date(t.ReportedOn)}})
	}
	if reason := e.stopped(t); len(reason) > 0 {
		said.Lines = append(said.Lines, reason)
	}
	shown := answer{Question: e.T("what_evidence_shows"), Mark: mark{Code: "proof-" + string(t.Proof), Word: e.proofWord(t)}}
	for _, item := range evidenceOf(t) {
		shown.Lines = append(shown.Lines, slices.Concat(e.evidenceRuns(item), e.copyRuns(item), e.sharedEvidence(t, item)))
	}
	due := answer{Question: e.T("what_calendar_says"), Mark: e.scheduleMark(t), Lines: [][]run{
		plain(e.T("as_of_day", locale.Args{"Date": e.Date(e.AsOf)})),
	}}
	return answers{Answers: []answer{said, shown, due}}
}

func (e *edition) taskFacts(t tracking.Task) facts {
	list := []fact{
		{e.T("task_lead"), [][]run{{e.agency(t.Lead)}}},
		{e.T("task_clauses"), mapped(t.Clauses, e.clauseWithWords)},
		{e.T("first_plan"), [][]run{plain(e.T("from_to", locale.Args{"From": e.Date(t.Plan.Start), "To": e.Date(t.Plan.Due)}))}},
	}
	if t.Due != t.Plan.Due {
		list = append(list, fact{e.T("due_now"), [][]run{plain(e.Date(t.Due))}})
	}
	if len(t.With) > 0 {
		list = append(list, fact{e.T("task_with"), [][]run{e.agencyRuns(t.With)}})
	}
	if len(t.Localities) > 0 {
		list = append(list, fact{e.T("task_localities"), [][]run{listed(t.Localities, e.locality)}})
	}
	return facts{heading: heading{ID: "ho-so", Heading: e.T("task_record"), Place: atSide}, Facts: list}
}

func listed[T any](items []T, f func(T) run) []run { return separated(mapped(items, f)) }

// clauseWithWords is a clause's number and the beginning of its words.
func (e *edition) clauseWithWords(id string) []run {
	return []run{e.clause(id), {Text: " "}, e.words(e.index.clauses[id].Quote)}
}

// taskMoments is the log, the latest entry first and the first plan last.
func (e *edition) taskMoments(t tracking.Task) []moment {
	due := t.Plan.Due
	moments := []moment{{
		Date: e.Date(t.Plan.Start), DateTime: t.Plan.Start.String(),
		Lines: [][]run{plain(e.T("planned", locale.Args{"Due": e.Date(t.Plan.Due)}))},
	}}
	for i, entry := range t.Log {
		moments = append(moments, e.taskMoment(t, entry, due, e.recordedLate(t.ID, i)))
		if !entry.Due.IsZero() {
			due = entry.Due
		}
	}
	slices.Reverse(moments)
	return moments
}

func (e *edition) taskMoment(t tracking.Task, entry model.LogEntry, due, recorded model.Date) moment {
	m := moment{Date: e.Date(entry.Date), DateTime: entry.Date.String()}
	if entry.Status != "" {
		m.Marks = append(m.Marks, mark{Code: "reported-" + string(entry.Status), Word: e.T("reported_" + key(string(entry.Status)))})
	}
	if !entry.Due.IsZero() {
		m.Lines = append(m.Lines, plain(e.T("due_moved", locale.Args{"From": e.Date(due), "To": e.Date(entry.Due)})))
	}
	m.Lines = append(m.Lines, e.entryLines(t, entry, recorded)...)
	return m
}

// entryLines is what an entry says beside its status and a new due date.
// recorded is the day on which one came that could have come before.
func (e *edition) entryLines(t tracking.Task, entry model.LogEntry, recorded model.Date) [][]run {
	by := entry.By
	if by == "" {
		by = t.Lead
	}
	lines := [][]run{{{Text: e.T("stated_by") + " "}, e.agency(by)}}
	if reason := e.words(entry.Reason); reason.Text != "" {
		lines = append(lines, []run{{Text: e.T("reason") + ": "}, reason})
	}
	if note := e.words(entry.Note); note.Text != "" {
		lines = append(lines, []run{note})
	}
	for _, v := range entry.Evidence {
		lines = append(lines, append([]run{{Text: e.T("evidence") + ": "}}, e.evidenceRuns(v)...))
		if v.Copy != nil {
			lines = append(lines, append(e.copyRuns(v), run{Text: " SHA-256 "}, run{Text: v.Copy.SHA256, Kind: "hash"}))
		}
	}
	if !recorded.IsZero() {
		lines = append(lines, []run{{Text: e.T("recorded_on", locale.Args{"Date": e.Date(recorded)}), Kind: "recorded"}})
	}
	return lines
}

// entryWord is an entry in one word or two.
func (e *edition) entryWord(entry model.LogEntry) string {
	switch {
	case entry.Status != "":
		return e.T("reported_" + key(string(entry.Status)))
	case !entry.Due.IsZero():
		return e.T("due_on", locale.Args{"Date": e.Date(entry.Due)})
	}
	return e.T("log_updated")
}

// addedEntry finds the entry of a log that a change tells of.
func (e *edition) addedEntry(c *history.Change) (entry model.LogEntry, t tracking.Task, ok bool) {
	if c.Entry == nil || c.Kind != history.Added {
		return entry, t, false
	}
	t, ok = e.Report.Task(c.ID)
	if !ok || c.Number > len(t.Log) {
		return entry, t, false
	}
	return t.Log[c.Number-1], t, true
}

// stopped is why a task was dropped.
func (e *edition) stopped(t tracking.Task) []run {
	if t.Reported != tracking.Reported(model.Stopped) {
		return nil
	}
	for _, entry := range slices.Backward(t.Log) {
		if entry.Status == model.Stopped && len(entry.Reason) > 0 {
			return []run{{Text: e.T("reason") + ": "}, e.words(entry.Reason)}
		}
	}
	return []run{{Text: e.T("reason_none"), Kind: "unknown"}}
}
