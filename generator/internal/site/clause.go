package site

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// clausePage is one promise: its words in context, who answers for it, how it
// stands and what leads to it.
func (e *edition) clausePage(c tracking.Clause) page {
	p := page{
		Key: "chuong-trinh--" + clauseSlug(c.ID), Path: "/chuong-trinh/" + clauseSlug(c.ID) + "/", Nav: "programme",
		Number:       c.ID,
		Title:        e.Text(c.Quote),
		Description:  e.T("clause_description", locale.Args{"ID": c.ID, "Words": e.Text(c.Quote)}),
		Trail:        e.clauseTrail(c.ID),
		Marks:        []mark{e.dutyMark(c)},
		Notice:       e.notice(),
		Illustrative: c.Illustrative,
		Feed:         true,
	}
	p.Parts = append(p.Parts, e.clausePassage(c), e.ladder(c.ID), e.clauseState(c), e.clauseAnswers(c.ID))
	p.Parts = append(p.Parts, e.clauseFigures(c)...)
	p.Parts = append(p.Parts, e.clauseActs(c), e.clauseTasks(c))
	if list := e.clauseLinks(c); len(list.Facts) > 0 {
		p.Parts = append(p.Parts, list)
	}
	if list := e.newsOf(func(a *Article) []string { return a.Clauses }, c.ID); len(list.Entries) > 0 {
		p.Parts = append(p.Parts, list)
	}
	return e.withPart(p, e.clauseHistory(c.ID), e.askPart(p), e.neighbours(c.ID))
}

func (e *edition) clauseTrail(clause string) []run {
	trail := []run{linked(e.T("section_programme"), e.address(sectionPath["programme"]))}
	for _, section := range slices.Compact([]string{partOf(clause), groupOf(clause)}) {
		trail = append(trail, linked(e.sectionTitle(section), e.sectionAddress(section)))
	}
	return trail
}

// clauseAnswers is who answers for the clause, in the text's own verbs; where
// the text says of no one that it leads, the page says just that.
func (e *edition) clauseAnswers(clause string) part {
	head := heading{ID: "trach-nhiem", Heading: e.T("clause_answers")}
	section := e.section(clause)
	if section == nil {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("clause_answers_none"))}}
	}
	list := facts{heading: head}
	if len(section.Lead) == 0 {
		list.Facts = append(list.Facts, fact{e.T("verb_lead"), [][]run{{{Text: e.T("no_lead"), Kind: "unknown"}}}})
	}
	for _, verb := range verbs {
		if bodies := verb.bodies(section); len(bodies) > 0 {
			list.Facts = append(list.Facts, fact{e.T("verb_" + verb.key), [][]run{e.agencyRuns(bodies)}})
		}
	}
	list.Facts = append(list.Facts, fact{e.T("today"), e.answersToday(section)})
	return list
}

// answersToday is who took over from the bodies that the text names, as far as
// a source says so; of the rest that it isn't known.
func (e *edition) answersToday(section *model.Section) [][]run {
	var lines [][]run
	var unknown []run
	seen := map[string]bool{}
	for _, verb := range verbs {
		for _, id := range verb.bodies(section) {
			if seen[id] {
				continue
			}
			seen[id] = true
			if a := e.index.agencies[id]; len(a.SucceededBy) > 0 {
				for _, line := range e.successors(a) {
					lines = append(lines, append([]run{e.agency(id), {Text: " → "}}, line...))
				}
			} else if a.ValidTo.IsZero() {
				unknown = append(unknown, e.agency(id))
			}
		}
	}
	switch {
	case len(unknown) > 0 && len(lines) > 0:
		rest := append([]run{{Text: e.T("unknown") + ": ", Kind: "unknown"}}, separated(unknown)...)
		lines = append(lines, rest)
	case len(lines) == 0:
		lines = append(lines, []run{{Text: e.T("today_unknown"), Kind: "unknown"}})
	}
	return lines
}

func (e *edition) clauseState(c tracking.Clause) facts {
	list := []fact{
		{e.T("clause_kind"), [][]run{plain(e.T("kind_" + string(c.Kind)))}},
		{e.T("clause_cadence"), [][]run{plain(e.cadence(c))}},
	}
	if !c.LastAct.IsZero() {
		list = append(list, fact{e.T("clause_last_act"), [][]run{plain(e.Date(c.LastAct))}})
	}
	if !c.NextDue.IsZero() {
		list = append(list, fact{e.T("clause_next_due"), [][]run{plain(e.Date(c.NextDue))}})
	}
	if c.SilentMonths != nil {
		list = append(list, fact{e.T("clause_silent_months"), [][]run{plain(e.T("months", locale.Args{"Months": e.Int(*c.SilentMonths)}))}})
	}
	list = append(list, fact{e.T("computed_day"), [][]run{{{Text: e.Date(e.AsOf) + ". "}, linked(e.T("clause_rules"), e.address(sectionPath["method"]))}}})
	return facts{heading: heading{ID: "tinh-trang", Heading: e.T("clause_state"), Place: atSide}, Facts: list}
}

func (e *edition) cadence(c tracking.Clause) string {
	args := locale.Args{"Months": ""}
	if c.EveryMonths > 0 {
		args["Months"] = e.Int(c.EveryMonths)
	}
	return e.T("cadence_"+string(c.Cadence), args)
}

// clauseActs is what was done, the latest first; where nothing was, who could
// say so.
func (e *edition) clauseActs(c tracking.Clause) timeline {
	list := timeline{heading: heading{ID: "da-lam", Heading: e.T("clause_acts")}, Empty: e.T("clause_acts_none")}
	for _, act := range slices.Backward(c.Acts[max(0, len(c.Acts)-historyCount):]) {
		line := e.actLine(act)
		if act.Illustrative {
			line = append(line, run{Text: " "}, run{Text: e.T("illustrative"), Kind: "illustrative"})
		}
		list.Entries = append(list.Entries, moment{Date: e.Date(act.Date), DateTime: act.Date.String(), Lines: [][]run{line}})
	}
	if len(c.Acts) > historyCount {
		list.Intro = e.cut(list.Intro, len(c.Acts), linked(e.T("section_changes"), e.address(sectionPath["changes"])))
	}
	return list
}

// actLine says what was done: a row by the words of its first column of text.
func (e *edition) actLine(act tracking.Act) []run {
	if act.Register != "" {
		r := e.index.registers[act.Register]
		line := []run{e.to(r.Title, e.registerAddress(r.ID))}
		if words := e.rowWords(r, r.Rows[act.Row]); words.Text != "" {
			line = append(line, run{Text: ": "}, words)
		}
		return line
	}
	t := e.index.tasks[act.Task]
	title := run{Text: e.Text(t.Title), Href: e.taskAddress(t.ID)}
	return append([]run{title, {Text: ": "}}, e.evidenceRuns(*act.Evidence)...)
}

func (e *edition) rowWords(r *model.Register, row model.Row) run {
	for _, c := range r.PublicColumns() {
		if c.Type == model.TextColumn {
			return e.words(row.Values[c.ID].Text)
		}
	}
	return run{}
}

func (e *edition) clauseTasks(c tracking.Clause) entries {
	list := entries{heading: heading{ID: "nhiem-vu", Heading: e.T("section_tasks")}, Empty: e.T("clause_tasks_none")}
	for _, t := range c.Tasks {
		list.Entries = append(list.Entries, e.taskEntry(*t))
	}
	return list
}

// clauseLinks is the registers, indicators and tables of a clause.
func (e *edition) clauseLinks(c tracking.Clause) facts {
	list := facts{heading: heading{ID: "theo-doi", Heading: e.T("clause_links"), Place: atSide}}
	add := func(key string, lines [][]run) {
		if len(lines) > 0 {
			list.Facts = append(list.Facts, fact{e.T(key), lines})
		}
	}
	add("clause_registers", namingClause(e.World.Registers, c.ID, func(r *model.Register) ([]string, run) {
		return r.Clauses, e.to(r.Title, e.registerAddress(r.ID))
	}))
	add("clause_indicators", namingClause(e.World.Indicators, c.ID, func(i *model.Indicator) ([]string, run) {
		return i.Clauses, e.to(i.Title, e.indicatorAddress(i.ID))
	}))
	add("clause_tables", namingClause(e.World.Statistics.Tables, c.ID, func(t *model.Table) ([]string, run) {
		return t.Clauses, e.to(t.Title, e.tableAddress(t.ID))
	}))
	return list
}

// namingClause is a line for each record that names the clause.
func namingClause[T any](records []T, clause string, about func(*T) ([]string, run)) [][]run {
	var lines [][]run
	for i := range records {
		if clauses, link := about(&records[i]); slices.Contains(clauses, clause) {
			lines = append(lines, []run{link})
		}
	}
	return lines
}

// to is a link with a text of the data.
func (e *edition) to(title model.Text, href string) run {
	r := e.words(title)
	r.Href = href
	return r
}

// neighbours leads to the clauses before and after, in file order.
func (e *edition) neighbours(clause string) links {
	list := links{heading: heading{ID: "doc-tiep", Heading: e.T("clause_neighbours"), Place: atSide}}
	i := slices.IndexFunc(e.Report.Clauses, func(c tracking.Clause) bool { return c.ID == clause })
	if i > 0 {
		id := e.Report.Clauses[i-1].ID
		list.Links = append(list.Links, []run{linked(e.T("clause_previous", locale.Args{"ID": id}), e.clauseAddress(id))})
	}
	if i+1 < len(e.Report.Clauses) {
		id := e.Report.Clauses[i+1].ID
		list.Links = append(list.Links, []run{linked(e.T("clause_next", locale.Args{"ID": id}), e.clauseAddress(id))})
	}
	return list
}
