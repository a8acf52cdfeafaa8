package site

import (
	"cmp"
	"slices"
	"strings"

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
	p.Parts = append(p.Parts, e.clauseStrip(), e.lateEntries())
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

// clauseStrip is every clause as a tile, in the text's order and groups.
func (e *edition) clauseStrip() strip {
	s := strip{heading: heading{ID: "cam-ket", Heading: e.T("promises"), Intro: plain(e.T("promises_intro"))}}
	counts := map[string]int{}
	groups := e.stripGroups()
	for _, c := range e.Report.Clauses {
		m := e.dutyMark(c)
		counts[m.Code]++
		if m.Illustrative {
			s.Note = e.T("promises_illustrative")
		}
		number := groups[c.ID]
		if n := len(s.Groups); n == 0 || s.Groups[n-1].Number != number {
			s.Groups = append(s.Groups, stripGroup{Number: number, Name: e.sectionName(number)})
		}
		g := &s.Groups[len(s.Groups)-1]
		g.Tiles = append(g.Tiles, tile{
			Number: cmp.Or(strings.TrimLeft(strings.TrimPrefix(c.ID, number), ".-"), c.ID),
			Href:   e.clauseAddress(c.ID),
			Title:  c.ID + ": " + e.Text(c.Quote) + " – " + m.Word,
			Mark:   m,
		})
	}
	s.Key = e.stateKey(counts)
	return s
}

// smallPart is how many clauses a Roman part may have to stay one group.
const smallPart = 6

// stripGroups says in which group a clause's tile stands: its Roman part where
// that is small, else its numbered section.
func (e *edition) stripGroups() map[string]string {
	sizes := map[string]int{}
	for _, c := range e.Report.Clauses {
		sizes[partOf(c.ID)]++
	}
	groups := map[string]string{}
	for _, c := range e.Report.Clauses {
		groups[c.ID] = groupOf(c.ID)
		if sizes[partOf(c.ID)] <= smallPart {
			groups[c.ID] = partOf(c.ID)
		}
	}
	return groups
}

// partOf is the Roman part that a clause stands in: III for III.2-4b.
func partOf(clause string) string {
	part, _, _ := strings.Cut(clause, ".")
	return part
}

// states is every state of a clause in the order that the key explains them.
var states = []tracking.State{
	tracking.Silent, tracking.NoData, tracking.Active, tracking.DutyClosed, tracking.Ended, tracking.NotTracked,
}

func (e *edition) stateKey(counts map[string]int) []keyEntry {
	var list []keyEntry
	for _, state := range states {
		if n := counts[string(state)]; n > 0 {
			list = append(list, keyEntry{
				Mark:  mark{Code: string(state), Word: e.T("state_" + key(string(state)))},
				Count: e.T("clauses", locale.Args{"Clauses": e.Int(n)}),
			})
		}
	}
	return list
}

// groupOf is the numbered section that a clause stands in: III.2 for III.2-4b,
// IV.2 for IV.2a.
func groupOf(clause string) string {
	group, _, _ := strings.Cut(clause, "-")
	return strings.TrimRight(group, "abcdefghijklmnopqrstuvwxyz")
}

// lateEntries is what is overdue among tasks and silent among duties.
func (e *edition) lateEntries() entries {
	list := entries{heading: heading{ID: "qua-han", Heading: e.T("late")}, Empty: e.T("late_none")}
	for _, t := range e.Report.Tasks {
		if t.Schedule == tracking.Overdue {
			list.Entries = append(list.Entries, e.taskEntry(t))
		}
	}
	for _, c := range e.Report.Clauses {
		if c.State == tracking.Silent {
			list.Entries = append(list.Entries, e.clauseEntry(c))
		}
	}
	return list
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
		heading: heading{ID: "moi-nhat", Heading: e.T("recent")},
		Entries: mapped(changes[:min(recentCount, len(changes))], func(c change) moment { return c.moment }),
		Empty:   e.T("recent_none"),
	}
}

// A change is a dated statement of the site, to be listed.
type change struct {
	date   model.Date
	moment moment
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
	return change{date, moment{Date: e.Date(date), DateTime: date.String(), Lines: [][]run{line}}}
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
