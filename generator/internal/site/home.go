package site

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/tracking"
)

// homePage answers at one glance: what was promised, how it stands, how many
// people there are and where, what is late, what is new.
func (e *edition) homePage() page {
	p := page{
		Key: "_index", Path: "/",
		Title:       e.Text(e.World.Site.Title),
		Description: e.Text(e.World.Site.Description),
		Lead:        unbroken(e.words(e.World.Site.Description)),
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
		Title: e.Text(c.Quote), Href: e.clauseAddress(c.ID),
	}
}
