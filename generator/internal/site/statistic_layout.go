package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// crossTable lays out one year: the last dimension across, the others down.
// A table of one dimension or none has its years across instead.
func (e *edition) crossTable(g *grid) table {
	dimensions, year := g.declared.Dimensions, g.latest()
	if len(dimensions) < 2 {
		return e.yearsTable(g, 0)
	}
	down, across := dimensions[:len(dimensions)-1], dimensions[len(dimensions)-1]
	out := table{Caption: e.T("in_year", locale.Args{"Title": e.Text(g.declared.Title), "Year": fmt.Sprint(year)})}
	for _, d := range down {
		out.Columns = append(out.Columns, column{Name: e.T("dimension_" + key(string(d))), Head: len(out.Columns) == 0})
	}
	columns := append(slices.Clone(g.codes(year, across)), workforce.Total)
	for _, code := range columns {
		out.Columns = append(out.Columns, column{Name: e.codeName(across, code).Text, Numeric: true})
	}
	for _, codes := range g.rowCodes(year, len(down)) {
		r := row{Total: !slices.ContainsFunc(codes, func(c string) bool { return c != workforce.Total })}
		for i, code := range codes {
			r.Cells = append(r.Cells, cell{Runs: []run{e.codeName(down[i], code)}})
		}
		for _, code := range columns {
			r.Cells = append(r.Cells, e.gridCell(g, append(slices.Clone(codes), code), year))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// yearsTable lays out one dimension down and the years across, everything
// else at its total.
func (e *edition) yearsTable(g *grid, dimension int) table {
	var d model.Dimension
	codes, by := []string{workforce.Total}, e.T("total")
	if len(g.declared.Dimensions) > 0 {
		d = g.declared.Dimensions[dimension]
		codes, by = g.codesOfAllYears(dimension), e.T("by_"+key(string(d)))
	}
	out := table{Caption: e.T("by_year", locale.Args{"Title": e.Text(g.declared.Title), "By": by}), Note: e.breakNote(g)}
	out.Columns = []column{{Name: e.dimensionName(d), Head: true}}
	for _, year := range g.years {
		out.Columns = append(out.Columns, column{Name: fmt.Sprint(year), Numeric: true})
	}
	for _, code := range codes {
		r := row{Cells: []cell{{Runs: []run{e.codeName(d, code)}}}, Total: code == workforce.Total}
		for _, year := range g.years {
			r.Cells = append(r.Cells, e.gridCell(g, g.atCode(dimension, code), year))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// breakNote says from which years on figures can't be compared with those
// before.
func (e *edition) breakNote(g *grid) string {
	var years []string
	for _, year := range g.years[1:] {
		if g.broken(year) {
			years = append(years, fmt.Sprint(year))
		}
	}
	if years == nil {
		return ""
	}
	return e.T("places_changed_note", locale.Args{"Years": e.Join(years)})
}

// gridCell is one figure as published.
func (e *edition) gridCell(g *grid, codes []string, year int) cell {
	return e.valueCell(g.valueAt(codes, year), g.numbers)
}

// overTheYears is, for tables of several dimensions, each on its own by year;
// n tells the geographies apart.
func (e *edition) overTheYears(t *workforce.Table, g *grid, n int) []part {
	var parts []part
	for i := range g.declared.Dimensions {
		p := tablePart{Table: e.withDerived(t, g, i, e.yearsTable(g, i))}
		if i == 0 {
			p.heading = heading{ID: numberedAnchor("qua-cac-nam", n), Heading: e.T("over_the_years")}
		}
		parts = append(parts, p)
	}
	return parts
}

// numberedAnchor keeps the anchors of a page apart; the first has no number.
func numberedAnchor(anchor string, n int) string {
	if n == 0 {
		return anchor
	}
	return fmt.Sprintf("%s-%d", anchor, n+1)
}

// geography heads a figure with the years and places that it is of, where a
// page has several.
func (e *edition) geography(f *figure, g *grid, n, of int) *figure {
	if of == 1 {
		return f
	}
	f.Anchor = numberedAnchor(f.Anchor, n)
	if f.chart != nil {
		f.chart.ID = f.Anchor
	}
	f.heading = heading{
		ID:      fmt.Sprintf("dia-gioi-%d", g.years[0]),
		Heading: e.T("geography_years", locale.Args{"Years": e.span(g.years)}),
		Intro:   plain(e.T("geography_intro")),
	}
	return f
}

// span writes a run of years.
func (e *edition) span(years []int) string {
	first, last := fmt.Sprint(years[0]), fmt.Sprint(years[len(years)-1])
	if first == last {
		return first
	}
	return first + "–" + last
}

// relation lists which place of an older geography became which of a newer
// one, as the places' records say; nil where the grid has one only.
func (e *edition) relation(g *grid) *tablePart {
	parts := g.geographies()
	if len(parts) < 2 {
		return nil
	}
	t := table{Caption: e.T("relation_caption"), Blocks: true, Columns: []column{{Name: e.T("relation_former"), Head: true}, {Name: e.T("relation_now")}}}
	newer := parts[0].codes(parts[0].latest(), model.ByLocality)
	for _, old := range parts[1].codes(parts[1].latest(), model.ByLocality) {
		var successors []run
		for _, id := range newer {
			if e.index.localities[id].Former == old {
				successors = append(successors, e.locality(id))
			}
		}
		if len(successors) > 0 {
			t.Rows = append(t.Rows, row{Cells: []cell{{Runs: []run{e.locality(old)}}, {Runs: separated(successors)}}})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return &tablePart{heading: heading{ID: "don-vi-cu-moi", Heading: e.T("relation")}, Table: t}
}

// gridSentence says the one thing that the latest year shows: the total and,
// along the first dimension, the largest part. It withholds with its cells.
func (e *edition) gridSentence(g *grid, measured string) string {
	year := g.latest()
	total := g.total(year)
	args := locale.Args{"Year": fmt.Sprint(year), "Measure": measured}
	switch total.Status {
	case chart.Withheld:
		return e.T("sentence_withheld", args)
	case chart.Missing:
		return ""
	}
	args["Total"] = e.writtenIn(g, total.Number)
	largest, count := g.largestPart(year, total.Number)
	if largest == "" || g.numbers.Decimals > 0 {
		return e.T("sentence_total", args)
	}
	args["Largest"], args["Count"] = e.codeName(g.declared.Dimensions[0], largest).Text, e.writtenIn(g, count)
	args["Share"] = e.Percent(count / total.Number)
	return e.T("sentence_largest", args)
}

func (e *edition) writtenIn(g *grid, x float64) string {
	return e.Number(x, g.numbers.Decimals) + g.numbers.Suffix
}

// largestPart is the code with the largest published count along the first
// dimension; none where one that is withheld could be larger.
func (g *grid) largestPart(year int, total float64) (string, float64) {
	best, most, rest := "", 0.0, total
	if len(g.declared.Dimensions) == 0 {
		return best, most
	}
	for _, code := range g.codesIn(year, 0) {
		v := g.valueAt(g.atCode(0, code), year)
		rest -= v.Number
		if v.Number > most {
			best, most = code, v.Number
		}
	}
	if rest > most {
		return "", 0
	}
	return best, most
}
