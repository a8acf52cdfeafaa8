package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

func (e *edition) tablesPage() page {
	var list []entry
	for _, t := range e.Tables.Tables {
		list = append(list, entry{
			Title: e.Text(t.Declared.Title), Lang: e.Foreign(t.Declared.Title),
			Href: e.tableAddress(t.Declared.ID), Illustrative: t.Illustrative,
			Lines: [][]run{plain(e.measured(t)), e.clauseRuns(t.Declared.Clauses)},
		})
	}
	return page{
		Key: "thong-ke", Path: sectionPath["statistics"], Nav: "statistics",
		Title:        e.T("section_statistics"),
		Description:  e.T("statistics_description"),
		Lead:         plain(e.T("statistics_lead")),
		Illustrative: anyOf(e.Tables.Tables, func(t **workforce.Table) bool { return (*t).Illustrative }),
		Parts:        []part{entries{Entries: list, Empty: e.T("statistics_empty")}},
	}
}

func (e *edition) tablePage(t *workforce.Table) page {
	id := t.Declared.ID
	p := page{
		Key: "thong-ke--" + id, Path: "/thong-ke/" + id + "/", Nav: "statistics",
		Title:        e.Text(t.Declared.Title),
		TitleLang:    e.Foreign(t.Declared.Title),
		Description:  e.T("table_description", locale.Args{"Title": e.Text(t.Declared.Title)}),
		Trail:        []run{linked(e.T("section_statistics"), e.address(sectionPath["statistics"]))},
		Illustrative: t.Illustrative,
	}
	f := e.tableFigure(t)
	f.TableOpen, f.Title = true, "" // the page has the title
	p.Parts = append(p.Parts, f)
	if len(t.Declared.Dimensions) > 1 {
		p.Parts = append(p.Parts, e.overTheYears(t)...)
	}
	p.Parts = append(p.Parts, e.tableFacts(t))
	return p
}

func (e *edition) tableFacts(t *workforce.Table) facts {
	list := []fact{
		{e.T("measure"), [][]run{plain(e.measured(t))}},
		{e.T("withholding"), [][]run{plain(e.T("withholding_rule", locale.Args{"Threshold": e.Int(t.Threshold)}))}},
		{e.T("who_counts"), [][]run{{linked(e.T("definition_link"), e.address(sectionPath["about"]))}}},
	}
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
	args := locale.Args{"Measure": words, "By": e.Join(by), "From": fmt.Sprint(t.Years[0]), "To": fmt.Sprint(latestYear(t))}
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

func latestYear(t *workforce.Table) int { return t.Years[len(t.Years)-1] }

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

func (e *edition) ageGroup(code string) string {
	switch code {
	case "<30":
		return e.T("age_under_30")
	case "60+":
		return e.T("age_60_and_over")
	}
	return e.T("age_range", locale.Args{"From": code[:2], "To": code[3:]})
}

// crossTable lays out one year: the last dimension across, the others down.
// A table of one dimension has its years across instead.
func (e *edition) crossTable(t *workforce.Table, year int) table {
	dimensions := t.Declared.Dimensions
	if len(dimensions) == 1 {
		return e.yearsTable(t, 0)
	}
	down, across := dimensions[:len(dimensions)-1], dimensions[len(dimensions)-1]
	out := table{Caption: e.T("in_year", locale.Args{"Title": e.Text(t.Declared.Title), "Year": fmt.Sprint(year)})}
	for _, d := range down {
		out.Columns = append(out.Columns, column{Name: e.T("dimension_" + key(string(d))), Head: len(out.Columns) == 0})
	}
	columns := append(slices.Clone(t.Codes(year, len(down))), workforce.Total)
	for _, code := range columns {
		out.Columns = append(out.Columns, column{Name: e.codeName(across, code).Text, Numeric: true})
	}
	for _, codes := range rowCodes(t, year, len(down)) {
		r := row{Total: !slices.ContainsFunc(codes, func(c string) bool { return c != workforce.Total })}
		for i, code := range codes {
			r.Cells = append(r.Cells, cell{Runs: []run{e.codeName(down[i], code)}})
		}
		for _, code := range columns {
			r.Cells = append(r.Cells, e.countCell(t, append(slices.Clone(codes), code), year))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// yearsTable lays out one dimension down and the years across, everything
// else at its total.
func (e *edition) yearsTable(t *workforce.Table, dimension int) table {
	d := t.Declared.Dimensions[dimension]
	out := table{Caption: e.T("by_year", locale.Args{"Title": e.Text(t.Declared.Title), "By": e.T("by_" + key(string(d)))})}
	out.Columns = []column{{Name: e.T("dimension_" + key(string(d))), Head: true}}
	for _, year := range t.Years {
		out.Columns = append(out.Columns, column{Name: fmt.Sprint(year), Numeric: true})
	}
	for _, code := range codesOfAllYears(t, dimension) {
		r := row{Cells: []cell{{Runs: []run{e.codeName(d, code)}}}, Total: code == workforce.Total}
		for _, year := range t.Years {
			r.Cells = append(r.Cells, e.countCell(t, atTotal(t, dimension, code), year))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// overTheYears is, for tables of several dimensions, each on its own by year.
func (e *edition) overTheYears(t *workforce.Table) []part {
	var parts []part
	for i := range t.Declared.Dimensions {
		p := tablePart{Table: e.yearsTable(t, i)}
		if i == 0 {
			p.heading = heading{ID: "qua-cac-nam", Heading: e.T("over_the_years")}
		}
		parts = append(parts, p)
	}
	return parts
}

// atTotal is the codes of a cell with one dimension at code and the others at
// their totals.
func atTotal(t *workforce.Table, dimension int, code string) []string {
	codes := slices.Repeat([]string{workforce.Total}, len(t.Declared.Dimensions))
	codes[dimension] = code
	return codes
}

// codesOfAllYears is every code that some year has, totals last.
func codesOfAllYears(t *workforce.Table, dimension int) []string {
	var codes []string
	for _, year := range t.Years {
		for _, code := range t.Codes(year, dimension) {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return append(codes, workforce.Total)
}

// countCell is one figure as published; empty where the year has no such cell.
func (e *edition) countCell(t *workforce.Table, codes []string, year int) cell {
	value, withheld, ok := t.Value(codes, year)
	switch {
	case !ok:
		return cell{Runs: plain("–")}
	case withheld:
		return withheldCell
	}
	return cell{Runs: plain(e.Int(value))}
}

// tableSentence says the one thing that the latest year shows: the total and,
// along the first dimension, the largest part. It withholds with its cells.
func (e *edition) tableSentence(t *workforce.Table) string {
	year := latestYear(t)
	total, withheld, _ := t.Value(atTotal(t, 0, workforce.Total), year)
	args := locale.Args{"Year": fmt.Sprint(year), "Measure": e.T("measure_" + string(t.Declared.Measure))}
	if withheld {
		return e.T("sentence_withheld", args)
	}
	args["Total"] = e.Int(total)
	largest, count := largestPart(t, year, total)
	if largest == "" {
		return e.T("sentence_total", args)
	}
	args["Largest"], args["Count"] = e.codeName(t.Declared.Dimensions[0], largest).Text, e.Int(count)
	args["Share"] = e.Percent(float64(count) / float64(total))
	return e.T("sentence_largest", args)
}

// largestPart is the code with the largest published count along the first
// dimension; none where one that is withheld could be larger.
func largestPart(t *workforce.Table, year, total int) (string, int) {
	best, most, withheldSum := "", 0, total
	for _, code := range t.Codes(year, 0) {
		value, withheld, ok := t.Value(atTotal(t, 0, code), year)
		if !ok || withheld {
			continue
		}
		withheldSum -= value
		if value > most {
			best, most = code, value
		}
	}
	if withheldSum > most {
		return "", 0
	}
	return best, most
}

// rowCodes is every combination of codes of the first n dimensions, totals
// after the codes that they sum.
func rowCodes(t *workforce.Table, year, n int) [][]string {
	rows := [][]string{nil}
	for i := range n {
		var longer [][]string
		for _, r := range rows {
			for _, code := range append(slices.Clone(t.Codes(year, i)), workforce.Total) {
				longer = append(longer, append(slices.Clone(r), code))
			}
		}
		rows = longer
	}
	return rows
}
