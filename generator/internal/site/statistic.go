package site

import (
	"fmt"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// tablesPage lists every table and series under the question that it answers.
func (e *edition) tablesPage() page {
	p := page{
		Key: "thong-ke", Path: sectionPath["statistics"], Nav: "statistics",
		Title:       e.T("section_statistics"),
		Description: e.T("statistics_description"),
		Lead:        plain(e.T("statistics_lead")),
	}
	asked := map[string][]entry{}
	for _, t := range e.Tables.Tables {
		p.Illustrative = p.Illustrative || t.Illustrative
		q := t.Declared.Question
		asked[q] = append(asked[q], e.gridEntry(e.tableGrid(t), e.measured(t)))
	}
	for _, s := range e.Series {
		asked[s.Declared.Question] = append(asked[s.Declared.Question], e.gridEntry(e.seriesGrid(s), e.derived(s)))
	}
	for _, q := range e.World.Statistics.Questions {
		if list := asked[q.ID]; len(list) > 0 {
			p.Parts = append(p.Parts, entries{heading: heading{ID: q.ID, Heading: e.Text(q.Title)}, Entries: list})
		}
	}
	if list := asked[""]; len(list) > 0 || len(p.Parts) == 0 {
		rest := entries{Entries: list, Empty: e.T("statistics_empty")}
		if len(p.Parts) > 0 {
			rest.heading = heading{ID: "bang-khac", Heading: e.T("statistics_others")}
		}
		p.Parts = append(p.Parts, rest)
	}
	return e.withPart(p, links{heading: heading{ID: "xem-tiep", Heading: e.T("statistics_further")}, Links: [][]run{
		{linked(e.T("section_balance"), e.address(sectionPath["balance"])), {Text: ": " + e.T("balance_description")}},
		{linked(e.T("section_forecast"), e.address(sectionPath["forecast"])), {Text: ": " + e.T("forecast_description")}},
	}})
}

func (e *edition) gridEntry(g *grid, measured string) entry {
	return entry{
		Numbers: e.clauseRuns(g.declared.Clauses),
		Title:   e.Text(g.declared.Title),
		Href:    e.tableAddress(g.declared.ID), Illustrative: g.illustrative,
		Lines: [][]run{plain(measured)},
	}
}

func (e *edition) tablePage(t *workforce.Table) page {
	g := e.tableGrid(t)
	p := e.gridPage(g)
	for i, part := range g.geographies() {
		f := e.tableFigure(t, part)
		f.TableOpen, f.Title = true, "" // the page has the title
		p.Parts = append(p.Parts, e.geography(f, part, i, len(g.geographies())))
		if len(t.Declared.Dimensions) > 1 {
			p.Parts = append(p.Parts, e.overTheYears(t, part, i)...)
		}
	}
	if relation := e.relation(g); relation != nil {
		p.Parts = append(p.Parts, *relation)
	}
	p.Parts = append(p.Parts, e.tableFacts(t))
	return e.withPart(p, e.correctionsOf(history.OfTable, t.Declared.ID)...)
}

// gridPage is the page of a table or a series, without its parts.
func (e *edition) gridPage(g *grid) page {
	id := g.declared.ID
	return page{
		Key: "thong-ke--" + id, Path: "/thong-ke/" + id + "/", Nav: "statistics",
		Title:        e.Text(g.declared.Title),
		Description:  e.T("table_description", locale.Args{"Title": e.Text(g.declared.Title)}),
		Trail:        []run{linked(e.T("section_statistics"), e.address(sectionPath["statistics"]))},
		Illustrative: g.illustrative,
	}
}

func (e *edition) tableFacts(t *workforce.Table) facts {
	list := []fact{
		{e.T("measure"), [][]run{plain(e.measured(t))}},
		{e.T("withholding"), [][]run{plain(e.T("withholding_rule", locale.Args{"Threshold": e.Int(t.Threshold)}))}},
	}
	list = append(list, e.whoCounts()...)
	for _, d := range t.Declared.Dimensions {
		if c := e.index.classifications[classificationOf[d]]; c != nil {
			list = append(list, fact{e.T("dimension_" + key(string(d))), [][]run{{e.words(c.Title), {Text: ". "}, e.words(c.Source)}}})
		}
	}
	if len(t.Declared.Clauses) > 0 {
		list = append(list, fact{e.T("task_clauses"), mapped(t.Declared.Clauses, e.clauseWithWords)})
	}
	return facts{heading: heading{ID: "phuong-phap", Heading: e.T("definition_and_method")}, Facts: list}
}

// whoCounts is the working definition and the coverage of the records, which
// every table and what is derived from it carries.
func (e *edition) whoCounts() []fact {
	stated := e.World.Statistics
	who := fact{Term: e.T("who_counts")}
	if len(stated.Definition) > 0 {
		who.Details = append(who.Details, []run{e.words(stated.Definition)})
	}
	who.Details = append(who.Details, []run{linked(e.T("definition_link"), e.address(sectionPath["about"]))})
	list := []fact{who}
	if len(stated.Coverage) > 0 {
		list = append(list, fact{e.T("coverage_of_records"), [][]run{{e.words(stated.Coverage)}}})
	}
	return list
}

// classificationOf names the code list behind a dimension; places, sex and age
// have none.
var classificationOf = map[model.Dimension]string{
	model.ByDegree: "degrees", model.ByRank: "ranks", model.ByField: "fields",
	model.BySector: "sectors", model.ByBranch: "branches", model.ByEthnicity: "ethnicities",
}

// measured says what a table counts, by what, when.
func (e *edition) measured(t *workforce.Table) string {
	var by []string
	for _, d := range t.Declared.Dimensions {
		by = append(by, e.T("by_"+key(string(d))))
	}
	words := e.T("measure_" + string(t.Declared.Measure))
	if len(t.Declared.Where) > 0 {
		words += " (" + e.filter(t.Declared.Where) + ")"
	}
	args := locale.Args{"Measure": words, "By": e.Join(by), "From": fmt.Sprint(t.Years[0]), "To": fmt.Sprint(t.Years[len(t.Years)-1])}
	return e.T("measured", args)
}

func (e *edition) filter(where map[model.Dimension][]string) string {
	var words []string
	for _, d := range model.Dimensions {
		for _, code := range where[d] {
			words = append(words, e.codeName(d, code).Text)
		}
	}
	return e.Join(words)
}

// codeName is what readers call a code of a dimension.
func (e *edition) codeName(d model.Dimension, code string) run {
	switch code {
	case workforce.Total:
		return run{Text: e.T("total")}
	case workforce.NotApplicable:
		return run{Text: e.T("not_applicable_" + string(d))}
	}
	switch d {
	case model.ByLocality:
		return e.locality(code)
	case model.ByRemote:
		return run{Text: e.T("remote_" + code)}
	case model.ByReason:
		return run{Text: e.T("left_reason_" + code)}
	case model.BySex:
		return run{Text: e.T("sex_" + code)}
	case model.ByAgeGroup:
		return run{Text: e.ageGroup(code)}
	}
	if c := e.index.classifications[classificationOf[d]]; c != nil {
		for _, entry := range c.Codes {
			if entry.Code == code {
				return e.words(entry.Name)
			}
		}
	}
	return run{Text: code}
}

// dimensionName heads what runs along a dimension; without one, it is all.
func (e *edition) dimensionName(d model.Dimension) string {
	if d == "" {
		return e.T("total")
	}
	return e.T("dimension_" + key(string(d)))
}

func (e *edition) ageGroup(code string) string {
	switch code {
	case "<30":
		return e.T("age_under_30")
	case "60+":
		return e.T("age_60_and_over")
	}
	return e.T("age_range", locale.Args{"From": code[:2], "To": code[3:]})
}
