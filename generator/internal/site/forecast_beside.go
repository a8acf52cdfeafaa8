package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// officialTable sets what official documents aim at beside the forecast, which
// is not fitted to it.
func (e *edition) officialTable() part {
	head := heading{ID: "de-an", Heading: e.T("forecast_official"), Intro: plain(e.T("forecast_official_intro"))}
	t := table{Caption: e.T("forecast_official"), Blocks: true, Columns: []column{
		{Name: e.T("forecast_official_indicator"), Head: true}, {Name: e.T("period")},
		{Name: e.T("target"), Numeric: true}, {Name: e.T("source")},
	}}
	for _, id := range e.World.Forecast.Official {
		at := slices.IndexFunc(e.World.Indicators, func(i model.Indicator) bool { return i.ID == id })
		if at < 0 {
			continue
		}
		i := &e.World.Indicators[at]
		name := e.words(i.Title)
		name.Href = e.indicatorAddress(id)
		for _, p := range i.Targets {
			t.Rows = append(t.Rows, row{Cells: []cell{
				{Runs: []run{name}}, textCell(e.Period(p.Period)), textCell(e.withUnit(i, p)), {Runs: []run{e.source(p.Source)}},
			}})
		}
	}
	if len(t.Rows) == 0 {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("forecast_official_none"))}}
	}
	return tablePart{heading: head, Table: t}
}

// demandPart compares, along one column of the register of needs, the posts
// that are needed with the people trained for them and with those who entered;
// where the register has no rows, it says so and who would fill it.
func (e *edition) demandPart() part {
	d := e.World.Forecast.Demand
	r := e.index.registers[d.Register]
	head := heading{ID: "cung-cau", Heading: e.T("forecast_demand"), Intro: plain(e.T("forecast_demand_intro"))}
	if r == nil {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("forecast_demand_none"))}}
	}
	rows := r.RowsUpTo(e.AsOf)
	if len(rows) == 0 {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("forecast_demand_no_rows")), e.emptyRegister(r)}}
	}
	f := &figure{
		heading: head, Anchor: "hinh-cung-cau", Title: e.T("forecast_demand_title"),
		Measure:      e.T("forecast_demand_measure"),
		Sentence:     e.T("register_sentence", locale.Args{"Rows": e.Int(len(rows)), "Date": e.Date(e.AsOf)}),
		Source:       []run{linked(e.Text(r.Title), e.registerAddress(r.ID))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads(r.ID),
		Illustrative: r.ShowsIllustrations(),
	}
	f.chart = e.demandChart(r, rows, f)
	f.Table = e.chartTable(f)
	e.addEntrants(f.Table, d, f.chart.Categories)
	return f
}

func (e *edition) demandChart(r *model.Register, rows []model.Row, f *figure) *chart.Figure {
	d := e.World.Forecast.Demand
	by, needed, supplied := columnOf(r, d.By), columnOf(r, d.Needed), columnOf(r, d.Supplied)
	drawn := e.figureOf(f, chart.Dumbbell)
	drawn.Unit, drawn.AxisName = e.T("people"), e.Text(by.Title)
	sums := newSums()
	for _, row := range rows {
		sums.add(e.label(by, row), e.Text(needed.Title), e.columnValue(needed, row))
		sums.add(e.label(by, row), e.Text(supplied.Title), e.columnValue(supplied, row))
	}
	drawn.Categories = sums.categories
	sums.fill(drawn)
	return drawn
}

// columnOf finds a column, which has been checked to be there.
func columnOf(r *model.Register, id string) model.Column {
	return r.Columns[slices.IndexFunc(r.Columns, func(c model.Column) bool { return c.ID == id })]
}

// addEntrants adds who entered in the latest year, where the column's choices
// are codes of a dimension and a table counts entrants by it.
func (e *edition) addEntrants(t *table, d model.Demand, categories []string) {
	at := slices.IndexFunc(e.Tables.Tables, func(t *workforce.Table) bool {
		return d.Dimension != "" && t.Declared.Measure == model.Entered && len(t.Declared.Where) == 0 && slices.Equal(t.Declared.Dimensions, []model.Dimension{d.Dimension})
	})
	if at < 0 {
		return
	}
	g := e.tableGrid(e.Tables.Tables[at])
	t.Columns = append(t.Columns, column{Name: e.T("forecast_entrants", locale.Args{"Year": fmt.Sprint(g.latest())}), Numeric: true})
	byName := map[string]cell{}
	for _, code := range g.codes(g.latest(), d.Dimension) {
		byName[e.codeName(d.Dimension, code).Text] = e.gridCell(g, []string{code}, g.latest())
	}
	for i, name := range categories {
		c, ok := byName[name]
		if !ok {
			c = textCell("–")
		}
		t.Rows[i].Cells = append(t.Rows[i].Cells, c)
	}
}
