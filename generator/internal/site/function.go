package site

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// functionPage says of every passage where it is followed: its page, its
// registers, its drawings; and, where nothing is recorded yet, who would.
func (e *edition) functionPage() page {
	p := page{
		Key: "chuong-trinh--chuc-nang", Path: "/chuong-trinh/chuc-nang/", Nav: "programme",
		Title:       e.T("functions"),
		Description: e.T("functions_description"),
		Trail:       []run{linked(e.T("section_programme"), e.address(sectionPath["programme"]))},
		Lead:        plain(e.T("functions_lead")),
		Notice:      e.notice(),
		Parts:       []part{e.documentFunctions()},
	}
	var list []filed
	for _, c := range e.Report.Clauses {
		list = append(list, filed{e.functionEntry(c), []string{c.ID}})
	}
	return e.withPart(p, e.bySection(list)...)
}

// documentFunctions leads to what the site says of the document itself.
func (e *edition) documentFunctions() links {
	to := func(key, anchor string) []run {
		return []run{linked(e.T(key), e.address(sectionPath["programme"])+"#"+anchor)}
	}
	return links{heading: heading{ID: "van-ban", Heading: e.T("functions_document")}, Links: [][]run{
		to("full_text", "toan-van"), to("programme_record", "van-ban"), to("programme_errata", "sai-sot"), to("upstream", "van-ban-lien-quan"),
		{linked(e.T("coverage"), e.address("/chuong-trinh/do-phu/"))},
	}}
}

func (e *edition) functionEntry(c tracking.Clause) entry {
	n := e.clauseEntry(c)
	add := func(key string, runs []run) {
		if len(runs) > 0 {
			n.Lines = append(n.Lines, append([]run{{Text: e.T(key) + ": "}}, runs...))
		}
	}
	registers := e.registersOf(c.ID)
	add("section_registers", listed(registers, e.registerRun))
	add("functions_figures", separated(e.figureRuns(c, registers)))
	add("section_tasks", separated(mapped(c.Tasks, func(t *tracking.Task) run { return e.to(t.Title, e.taskAddress(t.ID)) })))
	for _, r := range registers {
		if len(r.RowsUpTo(e.AsOf)) == 0 {
			n.Lines = append(n.Lines, e.emptyRegister(r))
			break // who would fill it is the same for all registers of a clause
		}
	}
	if len(n.Lines) == 0 {
		n.Lines = [][]run{{{Text: e.T("functions_text_only"), Kind: "unknown"}}}
	}
	return n
}

// registersOf is the registers that are kept for a clause.
func (e *edition) registersOf(clause string) []*model.Register {
	var found []*model.Register
	for i := range e.World.Registers {
		if r := &e.World.Registers[i]; slices.Contains(r.Clauses, clause) {
			found = append(found, r)
		}
	}
	return found
}

// registerRun is a register with the number of its rows.
func (e *edition) registerRun(r *model.Register) run {
	link := e.to(r.Title, e.registerAddress(r.ID))
	rows := e.T("rows_none")
	if n := len(r.RowsUpTo(e.AsOf)); n > 0 {
		rows = e.T("rows", locale.Args{"Rows": e.Int(n)})
	}
	link.Text += " (" + rows + ")"
	return link
}

// figureRuns leads to every drawing about a clause: of its registers,
// indicators and tables, and of what is computed from those tables.
func (e *edition) figureRuns(c tracking.Clause, registers []*model.Register) []run {
	var list []run
	for _, r := range registers {
		if len(r.Charts) > 0 && len(r.RowsUpTo(e.AsOf)) > 0 {
			list = append(list, e.to(r.Title, e.registerAddress(r.ID)+"#hinh-"+r.ID))
		}
	}
	for _, i := range c.Indicators {
		if len(i.Series)+len(i.Targets) > 0 {
			list = append(list, e.to(i.Title, e.indicatorAddress(i.ID)+"#hinh-"+i.ID))
		}
	}
	var tables []string
	for i := range e.World.Statistics.Tables {
		if t := &e.World.Statistics.Tables[i]; slices.Contains(t.Clauses, c.ID) {
			list = append(list, e.to(t.Title, e.tableAddress(t.ID)))
			tables = append(tables, t.ID)
		}
	}
	uses := func(id string) bool { return slices.Contains(tables, id) }
	if slices.ContainsFunc(e.Balance.Tables(), uses) {
		list = append(list, linked(e.T("section_balance"), e.address(sectionPath["balance"])))
	}
	if e.Forecast != nil && slices.ContainsFunc(e.Forecast.Tables, uses) {
		list = append(list, linked(e.T("section_forecast"), e.address(sectionPath["forecast"])))
	}
	return list
}
