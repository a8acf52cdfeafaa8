package site

import (
	"cmp"
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// homePage answers at one glance: what was promised, how it stands, how many
// people there are and where, what is late, what is new.
func (e *edition) homePage() page {
	p := page{
		Key: "_index", Path: "/",
		Title:       e.Text(e.World.Site.Title),
		TitleLang:   e.Foreign(e.World.Site.Title),
		Description: e.Text(e.World.Site.Description),
		Lead:        []run{e.words(e.World.Site.Description)},
		Notice:      e.notice(),
	}
	p.Parts = append(p.Parts, e.questions(), e.clauseStrip(), e.lateEntries())
	for i, f := range e.homeFigures() {
		if i == 0 {
			f.heading = heading{ID: "doi-ngu", Heading: e.T("workforce"), Intro: plain(e.T("workforce_intro"))}
		}
		p.Parts = append(p.Parts, f)
	}
	return e.withPart(p, e.recentChanges())
}

func (e *edition) withPart(p page, more ...part) page {
	p.Parts = append(p.Parts, more...)
	return p
}

// lateEntries is what is overdue among tasks and silent among duties.
func (e *edition) lateEntries() entries {
	list := entries{heading: heading{ID: "qua-han", Heading: e.T("late")}, Empty: e.T("late_none")}
	for _, t := range e.overdue() {
		list.Entries = append(list.Entries, e.taskEntry(t))
	}
	for _, c := range e.silent() {
		list.Entries = append(list.Entries, e.clauseEntry(c))
	}
	if all := len(list.Entries); all > lateCount {
		list.Entries = list.Entries[:lateCount]
		list.More = []run{linked(e.T("late_all", locale.Args{"Count": e.Int(all)}), e.address("/chuong-trinh/do-phu/"))}
	}
	return list
}

// lateCount is how many late things the home page lists.
const lateCount = 12

func (e *edition) overdue() []tracking.Task {
	return slices.DeleteFunc(slices.Clone(e.Report.Tasks), func(t tracking.Task) bool { return t.Schedule != tracking.Overdue })
}

func (e *edition) silent() []tracking.Clause {
	return slices.DeleteFunc(slices.Clone(e.Report.Clauses), func(c tracking.Clause) bool { return c.State != tracking.Silent })
}

func (e *edition) clauseEntry(c tracking.Clause) entry {
	return entry{
		Number: c.ID, Marks: []mark{e.dutyMark(c)},
		Title: e.Text(c.Quote), Lang: e.Foreign(c.Quote), Href: e.clauseAddress(c.ID),
	}
}

// recentCount is how many of the latest changes the home page shows.
const recentCount = 6

// recentChanges is the latest dated statements: log entries, rows and news.
func (e *edition) recentChanges() timeline {
	changes := e.changes()
	return timeline{
		heading: heading{ID: "moi-nhat", Heading: e.T("recent"), Place: atSide},
		Entries: mapped(changes[:min(recentCount, len(changes))], func(c change) moment { return c.moment }),
		Empty:   e.T("recent_none"),
	}
}

// A change is a dated statement of the site, to be listed.
type change struct {
	date         model.Date
	moment       moment
	illustrative bool
}

// changes is every dated statement up to the as-of day, the latest first.
func (e *edition) changes() []change {
	var all []change
	for _, t := range e.Report.Tasks {
		for _, entry := range t.Log {
			all = append(all, e.logChange(t, entry))
		}
	}
	for i := range e.World.Registers {
		all = append(all, e.registerChanges(&e.World.Registers[i])...)
	}
	for _, a := range e.news() {
		line := []run{{Text: e.T("section_news") + ": "}, linked(a.Title, e.address(a.path()))}
		all = append(all, e.newChange(a.Date, line, false))
	}
	slices.SortStableFunc(all, func(a, b change) int { return cmp.Or(b.date.Compare(a.date)) })
	return all
}

func (e *edition) newChange(date model.Date, line []run, illustrative bool) change {
	if illustrative {
		line = append(line, run{Text: " "}, run{Text: e.T("illustrative"), Kind: "illustrative"})
	}
	return change{date, moment{Date: e.Date(date), DateTime: date.String(), Lines: [][]run{line}}, illustrative}
}

func (e *edition) logChange(t tracking.Task, entry model.LogEntry) change {
	title := run{Text: e.Text(t.Title), Lang: e.Foreign(t.Title), Href: e.taskAddress(t.ID)}
	said := e.T("log_updated")
	switch {
	case entry.Status != "":
		said = e.T("reported_" + key(string(entry.Status)))
	case !entry.Due.IsZero():
		said = e.T("due_on", locale.Args{"Date": e.Date(entry.Due)})
	}
	return e.newChange(entry.Date, []run{title, {Text: ": " + said}}, t.Illustrative)
}

func (e *edition) registerChanges(r *model.Register) []change {
	dated := r.DateColumn()
	if dated == "" {
		return nil
	}
	var all []change
	for _, record := range r.RowsUpTo(e.AsOf) {
		date := record.Values[dated].Date
		if date.IsZero() {
			continue
		}
		title := run{Text: e.Text(r.Title), Lang: e.Foreign(r.Title), Href: e.registerAddress(r.ID)}
		line := []run{{Text: e.T("row_added") + ": "}, title}
		all = append(all, e.newChange(date, line, r.Illustrative || record.Illustrative))
	}
	return all
}
