package site

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// registerFigures draws a register as it declares. X names the column whose
// values are the categories (dates by year), Series one whose values are the
// series; numbers of a category are summed, rows counted where no column has
// numbers. Some kinds read the columns their own way: see shapes. Where there
// are no rows, only a coverage of units has something to say: that nothing is
// known of any of them.
func (e *edition) registerFigures(r *model.Register) []*figure {
	var figures []*figure
	rows := r.RowsUpTo(e.AsOf)
	for i, declared := range r.Charts {
		if len(rows) > 0 || chart.Kind(declared.Kind) == chart.Matrix {
			figures = append(figures, e.registerFigure(r, declared, rows, i))
		}
	}
	return figures
}

func (e *edition) registerFigure(r *model.Register, declared model.RegisterChart, rows []model.Row, i int) *figure {
	f := &figure{
		Anchor:       "hinh-" + r.ID,
		Title:        e.Text(r.Title),
		Sentence:     e.T("register_sentence", locale.Args{"Rows": e.Int(len(rows)), "Date": e.Date(e.AsOf)}),
		Source:       []run{linked(e.Text(r.Title), e.registerAddress(r.ID))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads(r.ID),
		Illustrative: r.ShowsIllustrations(),
	}
	if i > 0 {
		f.Anchor += fmt.Sprint("-", i+1)
	}
	if chart.Kind(declared.Kind) == chart.Matrix {
		e.unitCoverage(r, declared, rows, f)
		return f
	}
	f.chart = e.registerChart(r, declared, rows, f)
	f.Table = e.chartTable(f)
	return f
}

// A view is a register on its way to a drawing.
type view struct {
	*edition
	register *model.Register
	declared model.RegisterChart
	rows     []model.Row
}

// shapes are the kinds that don't cross a column of categories with one of
// series.
var shapes = map[chart.Kind]func(view, *chart.Figure){
	chart.Funnel:   view.stages,
	chart.Calendar: view.months,
	chart.Gantt:    view.spans,
}

func (e *edition) registerChart(r *model.Register, declared model.RegisterChart, rows []model.Row, f *figure) *chart.Figure {
	kind := chart.Kind(declared.Kind)
	if !slices.Contains(chart.Kinds(), kind) {
		kind = chart.Bar
	}
	drawn := e.figureOf(f, kind)
	v := view{e, r, declared, rows}
	drawn.Numbers.Decimals = decimals(r, rows)
	if shape, ok := shapes[kind]; ok {
		shape(v, drawn)
	} else {
		v.crossed(drawn)
	}
	return drawn
}

// decimals is how many the register's numbers are written with.
func decimals(r *model.Register, rows []model.Row) int {
	most := 0
	for _, row := range rows {
		for _, c := range r.PublicColumns() {
			most = max(most, row.Values[c.ID].Digits)
		}
	}
	return most
}

// crossed sums the rows by category and series.
func (v view) crossed(drawn *chart.Figure) {
	x := chartColumn(v.register, v.declared.X, func(c model.Column) bool { return !numeric(c.Type) })
	if x == nil {
		return
	}
	drawn.AxisName = v.Text(x.Title)
	sums := newSums()
	for _, row := range v.rows {
		for _, q := range v.quantities(row) {
			sums.add(v.label(*x, row), q.series, q.value)
		}
	}
	drawn.Categories = sums.categories
	switch x.Type {
	case model.DateColumn:
		slices.Sort(drawn.Categories)
	case model.ChoiceColumn:
		v.asDeclared(*x, drawn.Categories)
	}
	sums.fill(drawn)
}

// asDeclared puts the names of a column's choices in the order in which it
// declares them.
func (v view) asDeclared(c model.Column, names []string) {
	declared := mapped(c.Choices, func(choice model.Choice) string { return v.Text(choice.Name) })
	slices.SortStableFunc(names, func(a, b string) int { return slices.Index(declared, a) - slices.Index(declared, b) })
}

// stages makes a stage of each value of the column X, in the order that it
// declares them, and else of each public column of numbers.
func (v view) stages(drawn *chart.Figure) {
	sums := newSums()
	drawn.AxisName = v.T("stage")
	if x := chartColumn(v.register, v.declared.X, func(model.Column) bool { return false }); x != nil {
		for _, choice := range x.Choices {
			sums.begin(v.Text(choice.Name))
		}
		for _, row := range v.rows {
			for _, q := range v.quantities(row) {
				sums.add(v.label(*x, row), q.series, q.value)
			}
		}
	} else {
		v.numericStages(sums, drawn.Title)
	}
	drawn.Categories = sums.categories
	sums.fill(drawn)
}

func (v view) numericStages(sums *sums, series string) {
	for _, c := range v.register.PublicColumns() {
		for _, row := range v.rows {
			if numeric(c.Type) {
				sums.add(v.Text(c.Title), series, v.columnValue(c, row))
			}
		}
	}
}

// months counts the rows of each month from the first to the as-of day.
func (v view) months(drawn *chart.Figure) {
	var days []model.Date
	for _, row := range v.rows {
		if d := row.Values[v.register.ToldDateColumn()].Date; !d.IsZero() {
			days = append(days, d)
		}
	}
	drawn.Categories, drawn.Series = v.monthly(days, v.T("rows_drawn"))
}

// monthly counts days by month, from the month of the first to that of the
// as-of day.
func (e *edition) monthly(days []model.Date, name string) ([]string, []chart.Series) {
	if len(days) == 0 {
		return nil, nil
	}
	counts := map[string]int{}
	first := days[0]
	for _, d := range days {
		counts[monthOf(d)]++
		if d.Before(first) {
			first = d
		}
	}
	var months []string
	line := chart.Series{Name: name}
	for d := (model.Date{Year: first.Year, Month: first.Month, Day: 1}); !d.After(e.AsOf); d = d.AddMonths(1) {
		months = append(months, monthOf(d))
		line.Values = append(line.Values, chart.Value{Number: float64(counts[monthOf(d)])})
	}
	return months, []chart.Series{line}
}

func monthOf(d model.Date) string {
	return model.Period{Year: d.Year, Month: d.Month}.String()
}

// spans makes a bar of each row, between its first two columns of dates; what
// has no end lasts to the as-of day. Rows of one X stand together, each named
// after its stage where Series names a column of them.
func (v view) spans(drawn *chart.Figure) {
	x := chartColumn(v.register, v.declared.X, func(c model.Column) bool { return !numeric(c.Type) && c.Type != model.DateColumn })
	stage := chartColumn(v.register, v.declared.Series, func(model.Column) bool { return false })
	var dates []string
	for _, c := range v.register.PublicColumns() {
		if c.Type == model.DateColumn {
			dates = append(dates, c.ID)
		}
	}
	if x == nil || len(dates) < 2 {
		return
	}
	drawn.AsOf = day(v.AsOf)
	for _, row := range v.rows {
		start, end := row.Values[dates[0]].Date, row.Values[dates[1]].Date
		if start.IsZero() {
			continue
		}
		name := v.label(*x, row)
		if stage != nil {
			name += " – " + v.label(*stage, row)
		}
		if end.IsZero() {
			end = v.AsOf
		}
		drawn.Spans = append(drawn.Spans, chart.Span{Category: len(drawn.Categories), Start: day(start), End: day(end)})
		drawn.Categories = append(drawn.Categories, name)
	}
}

func day(d model.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// chartColumn is the public column that the chart names, else the first that
// fits.
func chartColumn(r *model.Register, id string, fits func(model.Column) bool) *model.Column {
	columns := r.PublicColumns()
	for i := range columns {
		if columns[i].ID == id || id == "" && fits(columns[i]) {
			return &columns[i]
		}
	}
	return nil
}

// A quantity is what a row adds to a series.
type quantity struct {
	series string
	value  chart.Value
}

// quantities is what one row adds: to the series that it names, else to one
// series for each public column of numbers, else one row to one series.
func (v view) quantities(row model.Row) []quantity {
	if named := chartColumn(v.register, v.declared.Series, func(model.Column) bool { return false }); named != nil && !numeric(named.Type) {
		return []quantity{{v.label(*named, row), v.firstNumber(row)}}
	}
	var list []quantity
	for _, c := range v.register.PublicColumns() {
		if numeric(c.Type) && (v.declared.Series == "" || v.declared.Series == c.ID) {
			list = append(list, quantity{v.Text(c.Title), v.columnValue(c, row)})
		}
	}
	if len(list) == 0 {
		return []quantity{{v.T("rows_drawn"), chart.Value{Number: 1}}}
	}
	return list
}

// firstNumber is the row's value in its first public column of numbers; one
// where there is none.
func (v view) firstNumber(row model.Row) chart.Value {
	for _, c := range v.register.PublicColumns() {
		if numeric(c.Type) {
			return v.columnValue(c, row)
		}
	}
	return chart.Value{Number: 1}
}

func (e *edition) columnValue(c model.Column, row model.Row) chart.Value {
	v, written := row.Values[c.ID]
	switch {
	case !written:
		return chart.Value{Status: chart.Missing}
	case v.Withheld:
		return chart.Value{Status: chart.Withheld}
	}
	return chart.Value{Number: v.Number}
}

// label is a row's value in a column as the name of a category: dates by year.
func (e *edition) label(c model.Column, row model.Row) string {
	v, written := row.Values[c.ID]
	if !written {
		return e.T("unknown")
	}
	if c.Type == model.DateColumn {
		return fmt.Sprint(v.Date.Year)
	}
	return textOf(e.registerCell(c, v).Runs)
}

// chartTable lays out the values of a drawing that is summed for it alone;
// nil where nothing is drawn.
func (e *edition) chartTable(f *figure) *table {
	switch {
	case len(f.chart.Spans) > 0:
		return e.spanTable(f)
	case len(f.chart.Series) == 0:
		return nil
	case f.chart.Kind == chart.Calendar:
		return e.monthTable(f)
	}
	t := &table{Caption: f.Title}
	t.Columns = []column{{Name: cmp.Or(f.chart.AxisName, e.T("period")), Head: true}}
	for _, s := range f.chart.Series {
		t.Columns = append(t.Columns, column{Name: s.Name, Numeric: true})
	}
	for i, category := range f.chart.Categories {
		r := row{Cells: []cell{{Runs: plain(e.categoryName(f.chart, category))}}}
		for _, s := range f.chart.Series {
			r.Cells = append(r.Cells, e.valueCell(s.Values[i], f.chart.Numbers))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// categoryName is a category as its drawing says it: that of a calendar is a
// day or a month.
func (e *edition) categoryName(drawn *chart.Figure, category string) string {
	if p, err := model.ParsePeriod(category); err == nil && drawn.Kind == chart.Calendar {
		return e.Period(p)
	}
	return category
}

// spanTable lists the bars of a drawing of spans.
func (e *edition) spanTable(f *figure) *table {
	t := &table{Caption: f.Title, Blocks: true, Columns: []column{
		{Name: e.T("stage"), Head: true}, {Name: e.T("span_from")}, {Name: e.T("span_to")},
	}}
	for _, span := range f.chart.Spans {
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Runs: plain(f.chart.Categories[span.Category])},
			{Runs: plain(e.Date(model.DateOf(span.Start)))},
			{Runs: plain(e.Date(model.DateOf(span.End)))},
		}})
	}
	return t
}

// valueCell writes a value as its drawing does.
func (e *edition) valueCell(v chart.Value, numbers chart.Numbers) cell {
	switch v.Status {
	case chart.Withheld:
		return withheldCell
	case chart.Missing:
		return cell{Runs: plain("–")}
	}
	c := cell{Runs: plain(boundSign[v.Bound] + e.Number(v.Number, numbers.Decimals) + numbers.Suffix)}
	if v.Status == chart.Forecast {
		c.Status = "forecast"
	}
	return c
}

var boundSign = map[chart.Bound]string{chart.AtLeast: "≥ ", chart.MoreThan: "> ", chart.About: "≈ "}
