package site

import (
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// verbs are the official text's own words for what a body does, in order of
// weight, with the field of a section that names the bodies.
var verbs = []struct {
	key    string
	bodies func(*model.Section) []string
}{
	{"lead", func(s *model.Section) []string { return s.Lead }},
	{"coordinate", func(s *model.Section) []string { return s.Coordinate }},
	{"direct", func(s *model.Section) []string { return s.Direct }},
	{"implement", func(s *model.Section) []string { return s.Implement }},
}

func (e *edition) agenciesPage() page {
	var list []entry
	for i := range e.World.Agencies {
		list = append(list, e.agencyEntry(&e.World.Agencies[i]))
	}
	return page{
		Key: "co-quan", Path: sectionPath["bodies"], Nav: "bodies",
		Title:       e.T("section_bodies"),
		Description: e.T("bodies_description"),
		Lead:        plain(e.T("bodies_lead")),
		Notice:      e.notice(),
		Parts:       []part{entries{Entries: list, Empty: e.T("bodies_empty")}},
	}
}

func (e *edition) agencyEntry(a *model.Agency) entry {
	n := entry{Title: e.Text(a.Name), Href: e.agencyAddress(a.ID)}
	for _, role := range e.roles(a.ID) {
		n.Lines = append(n.Lines, append([]run{{Text: role.Term + ": "}}, role.Details[0]...))
	}
	return n
}

func (e *edition) agencyPage(a *model.Agency) page {
	p := page{
		Key: "co-quan--" + a.ID, Path: "/co-quan/" + a.ID + "/", Nav: "bodies",
		Title:       e.Text(a.Name),
		Description: e.T("body_description", locale.Args{"Name": e.Text(a.Name)}),
		Trail:       []run{linked(e.T("section_bodies"), e.address(sectionPath["bodies"]))},
		Notice:      e.notice(),
		Feed:        true,
		Parts: []part{
			e.agencyFacts(a),
			e.agencyRoles(a),
			e.agencyMentions(a),
		},
	}
	p.Parts = append(p.Parts, e.agencyTasks(a)...)
	if f := e.agencyActivity(a); f != nil {
		p.Parts = append(p.Parts, f)
	}
	return e.withPart(p, e.agencyHistory(a.ID))
}

// agencyActivity draws the body's entries in the logs of tasks by month; nil
// where there are none.
func (e *edition) agencyActivity(a *model.Agency) *figure {
	var days []model.Date
	illustrative := false
	for _, t := range e.Report.Tasks {
		for _, entry := range t.Log {
			if entry.By == a.ID || entry.By == "" && t.Lead == a.ID {
				days = append(days, entry.Date)
				illustrative = illustrative || t.Illustrative
			}
		}
	}
	if len(days) == 0 {
		return nil
	}
	f := &figure{
		heading:      heading{ID: "hoat-dong", Heading: e.T("body_activity")},
		Anchor:       "hinh-hoat-dong",
		Title:        e.T("body_activity_title"),
		Sentence:     e.T("body_activity_sentence", locale.Args{"Entries": e.Int(len(days)), "Date": e.Date(e.AsOf)}),
		Source:       []run{linked(e.T("section_tasks"), e.address(sectionPath["tasks"]))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads("nhiem-vu"),
		Illustrative: illustrative,
	}
	f.chart = e.figureOf(f, chart.Calendar)
	f.chart.Categories, f.chart.Series = e.monthly(days, e.T("body_activity_entries"))
	f.Table = e.chartTable(f)
	return f
}

func (e *edition) agencyFacts(a *model.Agency) facts {
	list := []fact{{e.T("body_kind"), [][]run{{e.words(a.Kind)}}}}
	if len(a.Aliases) > 0 {
		list = append(list, fact{e.T("named_in_text"), mapped(a.Aliases, e.original)})
	}
	if len(a.Members) > 0 {
		list = append(list, fact{e.T("members"), [][]run{e.agencyRuns(a.Members)}})
	}
	if groups := e.index.groups[a.ID]; len(groups) > 0 {
		list = append(list, fact{e.T("member_of"), [][]run{listed(groups, func(g *model.Agency) run { return e.agency(g.ID) })}})
	}
	if !a.ValidFrom.IsZero() || !a.ValidTo.IsZero() {
		list = append(list, fact{e.T("existed"), [][]run{plain(e.validity(a.ValidFrom, a.ValidTo))}})
	}
	if before := e.predecessors(a); len(before) > 0 {
		list = append(list, fact{e.T("took_over_from"), before})
	}
	list = append(list, fact{e.T("today"), e.successors(a)})
	if contact := e.words(a.Contact); contact.Text != "" {
		list = append(list, fact{e.T("contact"), [][]run{{contact}}})
	}
	return facts{Facts: list}
}

// original is words of the official text.
func (e *edition) original(words string) []run {
	return []run{e.spoken(e.World.Site.Original, words)}
}

// spoken is words in a language, marked where it is not the edition's.
func (e *edition) spoken(lang, words string) run {
	if lang != e.Lang {
		words = locale.Tag(words, lang)
	}
	return run{Text: words}
}

// validity says from when to when something existed.
func (e *edition) validity(from, to model.Date) string {
	switch {
	case from.IsZero():
		return e.T("until", locale.Args{"Date": e.Date(to)})
	case to.IsZero():
		return e.T("since", locale.Args{"Date": e.Date(from)})
	}
	return e.T("from_to", locale.Args{"From": e.Date(from), "To": e.Date(to)})
}

// successors is who took over, by which decision, and who from them: a line
// for each chain; not known where no source says so.
func (e *edition) successors(a *model.Agency) [][]run {
	if len(a.SucceededBy) == 0 {
		return [][]run{{{Text: e.T("unknown"), Kind: "unknown"}}}
	}
	var lines [][]run
	for _, s := range a.SucceededBy {
		link := append([]run{e.agency(s.Agency)}, e.decision(s)...)
		next := e.index.agencies[s.Agency]
		if len(next.SucceededBy) == 0 {
			lines = append(lines, link)
			continue
		}
		for _, line := range e.successors(next) {
			lines = append(lines, slices.Concat(link, []run{{Text: " → "}}, line))
		}
	}
	return lines
}

// decision is by what and when one body took over from another.
func (e *edition) decision(s model.Succession) []run {
	words := s.Decision
	if words == "" {
		words = e.T("decision_unknown")
	}
	if !s.Date.IsZero() {
		words += ", " + e.Date(s.Date)
	}
	return plain(" (" + words + ")")
}

// predecessors is from whom a body took over.
func (e *edition) predecessors(a *model.Agency) [][]run {
	var lines [][]run
	for i := range e.World.Agencies {
		before := &e.World.Agencies[i]
		for _, s := range before.SucceededBy {
			if s.Agency == a.ID {
				lines = append(lines, append([]run{e.agency(before.ID)}, e.decision(s)...))
			}
		}
	}
	return lines
}

// roles is what a body does where, in the text's own verbs: its own and, by
// way of them, those of the groups that it is a member of.
func (e *edition) roles(agency string) []fact {
	var list []fact
	for _, verb := range verbs {
		var where []run
		for i := range e.World.Sections {
			s := &e.World.Sections[i]
			if via, ok := e.named(verb.bodies(s), agency); ok {
				where = append(where, e.sectionRun(s.ID, via))
			}
		}
		if len(where) > 0 {
			list = append(list, fact{e.T("verb_" + verb.key), [][]run{separated(where)}})
		}
	}
	return list
}

// named reports whether bodies holds the agency, itself or by way of a group.
func (e *edition) named(bodies []string, agency string) (via *model.Agency, ok bool) {
	for _, b := range bodies {
		if b == agency {
			return nil, true
		}
	}
	for _, b := range bodies {
		for _, g := range e.index.groups[agency] {
			if g.ID == b {
				return g, true
			}
		}
	}
	return nil, false
}

func (e *edition) sectionRun(section string, via *model.Agency) run {
	r := linked(section, e.sectionAddress(section))
	if via != nil {
		r.Text += " (" + e.Text(via.Name) + ")"
	}
	return r
}

func (e *edition) agencyRoles(a *model.Agency) part {
	head := heading{ID: "vai-tro", Heading: e.T("body_roles"), Intro: plain(e.T("body_roles_intro"))}
	list := facts{heading: head}
	for _, verb := range verbs {
		if lines := e.roleLines(verb.bodies, a.ID); len(lines) > 0 {
			list.Facts = append(list.Facts, fact{e.T("verb_" + verb.key), lines})
		}
	}
	if len(list.Facts) == 0 {
		return text{heading: heading{ID: head.ID, Heading: head.Heading}, Paragraphs: [][]run{plain(e.T("body_roles_none"))}}
	}
	return list
}

// roleLines is a line for each section that names the body, with the clauses
// that the section's words are about.
func (e *edition) roleLines(bodies func(*model.Section) []string, agency string) [][]run {
	var lines [][]run
	for i := range e.World.Sections {
		s := &e.World.Sections[i]
		via, ok := e.named(bodies(s), agency)
		if !ok {
			continue
		}
		line := []run{e.sectionRun(s.ID, via)}
		var clauses []string
		for _, c := range e.World.Clauses {
			if e.section(c.ID) == s && c.ID != s.ID {
				clauses = append(clauses, c.ID)
			}
		}
		if len(clauses) > 0 {
			line = append(append(line, run{Text: ": "}), e.clauseRuns(clauses)...)
		}
		lines = append(lines, line)
	}
	return lines
}

// agencyTasks lists the body's tasks: the overdue, the open, the closed.
func (e *edition) agencyTasks(a *model.Agency) []part {
	lists := []*entries{
		{heading: heading{ID: "qua-han", Heading: e.T("body_tasks_overdue")}},
		{heading: heading{ID: "chua-xong", Heading: e.T("body_tasks_open")}},
		{heading: heading{ID: "khep-lai", Heading: e.T("body_tasks_closed")}},
	}
	for _, t := range e.tasksByUrgency() {
		if !takesPart(t, a.ID) {
			continue
		}
		list := lists[1]
		switch t.Schedule {
		case tracking.Overdue:
			list = lists[0]
		case tracking.Closed:
			list = lists[2]
		}
		list.Entries = append(list.Entries, e.taskEntry(t))
	}
	var parts []part
	for _, list := range lists {
		if len(list.Entries) > 0 {
			parts = append(parts, *list)
		}
	}
	if len(parts) == 0 {
		return []part{entries{heading: heading{ID: "nhiem-vu", Heading: e.T("section_tasks")}, Empty: e.T("body_tasks_none")}}
	}
	return parts
}

func takesPart(t tracking.Task, agency string) bool {
	if t.Lead == agency {
		return true
	}
	for _, w := range t.With {
		if w == agency {
			return true
		}
	}
	return false
}

// agencyMentions is the sentences of the official text that name the body.
func (e *edition) agencyMentions(a *model.Agency) entries {
	_, lang := e.official()
	list := entries{heading: heading{ID: "trong-van-ban", Heading: e.T("body_mentions"), Place: atSide}, Empty: e.T("body_mentions_none")}
	for _, m := range e.mentions(a.ID) {
		number, href := m.Clause, e.address(sectionPath["programme"])
		switch {
		case m.Clause != "":
			href = e.clauseAddress(m.Clause)
		case m.Section != "":
			number, href = m.Section, e.sectionAddress(m.Section)
		}
		words := []run{{Text: locale.Tag(m.Before, lang)}, {Text: locale.Tag(m.Words, lang), Kind: "named"}, {Text: locale.Tag(m.After, lang)}}
		list.Entries = append(list.Entries, entry{Title: e.T("body_mention", locale.Args{"ID": number}), Href: href, Lines: [][]run{words}})
	}
	return list
}
