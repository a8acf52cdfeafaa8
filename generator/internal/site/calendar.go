package site

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// changesPage lists every dated statement, the latest first.
func (e *edition) changesPage() page {
	list := timeline{Empty: e.T("recent_none")}
	for _, c := range e.changes() {
		list.Entries = append(list.Entries, c.moment)
	}
	return page{
		Key: "thay-doi", Path: sectionPath["changes"], Nav: "changes",
		Title:       e.T("section_changes"),
		Description: e.T("changes_description"),
		Lead:        plain(e.T("changes_lead")),
		Notice:      e.notice(),
		Parts:       []part{list},
	}
}

// correctionsPage lists what was stated wrongly: since when, what, and why.
func (e *edition) correctionsPage() page {
	list := timeline{Empty: e.T("corrections_none")}
	corrections := slices.Clone(e.World.Corrections)
	slices.SortStableFunc(corrections, func(a, b model.Correction) int { return b.Date.Compare(a.Date) })
	for _, c := range corrections {
		if !c.Date.After(e.AsOf) {
			list.Entries = append(list.Entries, e.correctionMoment(c))
		}
	}
	return page{
		Key: "dinh-chinh", Path: sectionPath["corrections"], Nav: "corrections",
		Title:       e.T("section_corrections"),
		Description: e.T("corrections_description"),
		Lead:        plain(e.T("corrections_lead")),
		Parts:       []part{list},
	}
}

func (e *edition) correctionMoment(c model.Correction) moment {
	subject := e.correctedRecord(c)
	if c.Field != "" {
		subject = append(subject, run{Text: " (" + c.Field + ")"})
	}
	return moment{Date: e.Date(c.Date), DateTime: c.Date.String(), Lines: [][]run{
		subject,
		{{Text: e.T("corrected_was") + ": "}, e.words(c.Was)},
		{{Text: e.T("corrected_now") + ": "}, e.words(c.Now)},
		{{Text: e.T("reason") + ": "}, e.words(c.Reason)},
	}}
}

// correctedRecord leads to what a correction is of.
func (e *edition) correctedRecord(c model.Correction) []run {
	kind := e.T("corrected_" + c.Of)
	address := map[string]func(string) string{
		"task": e.taskAddress, "indicator": e.indicatorAddress, "register": e.registerAddress,
		"clause": e.clauseAddress, "table": e.tableAddress,
	}[c.Of]
	return []run{{Text: kind + " "}, linked(c.ID, address(c.ID))}
}

// calendarPage says when what is next due: duties and tasks by date.
func (e *edition) calendarPage() page {
	type due struct {
		date model.Date
		entry
	}
	var ahead []due
	for _, c := range e.Report.Clauses {
		if c.State == tracking.Active && c.NextDue.After(e.AsOf) {
			ahead = append(ahead, due{c.NextDue, e.clauseEntry(c)})
		}
	}
	for _, t := range e.Report.Tasks {
		if t.Schedule != tracking.Closed && t.Due.After(e.AsOf) {
			ahead = append(ahead, due{t.Due, e.taskEntry(t)})
		}
	}
	slices.SortStableFunc(ahead, func(a, b due) int { return a.date.Compare(b.date) })
	list := entries{Empty: e.T("calendar_none")}
	for _, d := range ahead {
		n := d.entry
		n.Lines = append([][]run{plain(e.T("due_by", locale.Args{"Date": e.Date(d.date)}))}, n.Lines...)
		list.Entries = append(list.Entries, n)
	}
	return page{
		Key: "lich", Path: sectionPath["calendar"], Nav: "calendar",
		Title:       e.T("section_calendar"),
		Description: e.T("calendar_description"),
		Lead:        plain(e.T("calendar_lead")),
		Notice:      e.notice(),
		Parts:       []part{list},
	}
}
