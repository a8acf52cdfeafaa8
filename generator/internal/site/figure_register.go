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

// registerFigure draws a register as it declares. X names the column whose
// values are the categories (dates by year), Series one whose values are the
// series; numbers of a category are summed, rows counted where no column has
// numbers. Some kinds read the columns their own way: see shapes. Nil where
// nothing is declared or there are no rows.
func (e *edition) registerFigure(r *model.Register) *figure {
	rows := r.RowsUpTo(e.AsOf)
	if r.Chart.Kind == "" || len(rows) == 0 {
		return nil
	}
	f := &figure{
		Anchor:       "hinh-" + r.ID,
		Title:        e.Text(r.Title),
		Sentence:     e.T("register_sentence", locale.Args{"Rows": e.Int(len(rows)), "Date": e.Date(e.AsOf)}),
		Source:       []run{linked(e.Text(r.Title), e.registerAddress(r.ID))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloads(r.ID),
		Illustrative: r.ShowsIllustrations(),
	}
	f.chart = e.registerChart(r, rows, f)
	f.Table = e.chartTable(f)
	return f
}

// shapes are the kinds that don't cross a column of categories with one of
// series.
var shapes = map[chart.Kind]func(*edition, *model.Register, []model.Row, *chart.Figure){
	chart.Funnel:   (*edition).stages,
	chart.Calendar: (*edition).months,
	chart.Gantt:    (*edition).spans,
	chart.Matrix:   (*edition).unitCoverage,
}

func (e *edition) registerChart(r *model.Register, rows []model.Row, f *figure) *chart.Figure {
	kind := chart.Kind(r.Chart.Kind)
	if !slices.Contains(chart.Kinds(), kind) {
		kind = chart.Bar
	}
	drawn := e.figureOf(f, kind)
	if shape, ok := shapes[kind]; ok {
		shape(e, r, rows, drawn)
	} else {
		e.crossed(r, rows, drawn)
	}
	return drawn
}

// crossed sums the rows by category and series.
func (e *edition) crossed(r *model.Register, rows []model.Row, drawn *chart.Figure) {
	x := e.chartColumn(r, r.Chart.X, func(c model.Column) bool { return !numeric(c.Type) })
	if x == nil {
		return
	}
	drawn.AxisName = e.Text(x.Title)
	sums := newSums()
	for _, row := range rows {
		for _, q := range e.quantities(r, row) {
			sums.add(e.label(*x, row), q.series, q.value)
		}
	}
	drawn.Categories = sums.categories
	if x.Type == model.DateColumn {
		slices.Sort(drawn.Categories)
	}
	sums.fill(drawn)
}

// stages makes a stage of each public column of numbers, in their order.
func (e *edition) stages(r *model.Register, rows []model.Row, drawn *chart.Figure) {
	sums := newSums()
	for _, c := range r.PublicColumns() {
		for _, row := range rows {
			if numeric(c.Type) {
				sums.add(e.Text(c.Title), drawn.Title, e.columnValue(c, row))
			}
		}
	}
	drawn.AxisName = e.T("stage")
	drawn.Categories = sums.categories
	sums.fill(drawn)
}

// months counts the rows of each month from the first to the as-of day.
func (e *edition) months(r *model.Register, rows []model.Row, drawn *chart.Figure) {
	var days []model.Date
	for _, row := range rows {
		if d := row.Values[r.DateColumn()].Date; !d.IsZero() {
			days = append(days, d)
		}
	}
	drawn.Categories, drawn.Series = e.monthly(days, e.T("rows_drawn"))
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
// has no end lasts to the as-of day.
func (e *edition) spans(r *model.Register, rows []model.Row, drawn *chart.Figure) {
	x := e.chartColumn(r, r.Chart.X, func(c model.Column) bool { return !numeric(c.Type) && c.Type != model.DateColumn })
	var dates []string
	for _, c := range r.PublicColumns() {
		if c.Type == model.DateColumn {
			dates = append(dates, c.ID)
		}
	}
	if x == nil || len(dates) < 2 {
		return
	}
	drawn.AsOf = day(e.AsOf)
	for _, row := range rows {
		start, end := row.Values[dates[0]].Date, row.Values[dates[1]].Date
		if start.IsZero() {
			continue
		}
		if end.IsZero() {
			end = e.AsOf
		}
		drawn.Spans = append(drawn.Spans, chart.Span{Category: len(drawn.Categories), Start: day(start), End: day(end)})
		drawn.Categories = append(drawn.Categories, e.label(*x, row))
	}
}

func day(d model.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// unitCoverage says of each body that the text makes carry out the register's
// clauses, members of groups one by one, whether a row names it.
func (e *edition) unitCoverage(r *model.Register, rows []model.Row, drawn *chart.Figure) {
	x := e.chartColumn(r, r.Chart.X, func(c model.Column) bool { return c.Type == model.AgencyColumn })
	if x == nil || x.Type != model.AgencyColumn {
		return
	}
	named := map[string]bool{}
	for _, row := range rows {
		named[row.Values[x.ID].Ref] = true
	}
	drawn.Categories = []string{drawn.Title}
	for _, id := range e.units(r) {
		v := chart.Value{}
		if named[id] {
			v.Number = 1
		}
		drawn.Series = append(drawn.Series, chart.Series{Name: e.agency(id).Text, Values: []chart.Value{v}})
	}
}

// units is every body that the text makes answer for the register's clauses,
// a group's members in place of the group.
func (e *edition) units(r *model.Register) []string {
	var units []string
	add := func(id string) {
		if !slices.Contains(units, id) {
			units = append(units, id)
		}
	}
	for _, clause := range r.Clauses {
		section := e.section(clause)
		if section == nil {
			continue
		}
		for _, verb := range verbs {
			for _, id := range verb.bodies(section) {
				members := e.index.agencies[id].Members
				for _, member := range members {
					add(member)
				}
				if len(members) == 0 {
					add(id)
				}
			}
		}
	}
	return units
}

// chartColumn is the public column that the chart names, else the first that
// fits.
func (e *edition) chartColumn(r *model.Register, id string, fits func(model.Column) bool) *model.Column {
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
func (e *edition) quantities(r *model.Register, row model.Row) []quantity {
	if named := e.chartColumn(r, r.Chart.Series, func(model.Column) bool { return false }); named != nil && !numeric(named.Type) {
		return []quantity{{e.label(*named, row), e.firstNumber(r, row)}}
	}
	var list []quantity
	for _, c := range r.PublicColumns() {
		if numeric(c.Type) && (r.Chart.Series == "" || r.Chart.Series == c.ID) {
			list = append(list, quantity{e.Text(c.Title), e.columnValue(c, row)})
		}
	}
	if len(list) == 0 {
		return []quantity{{e.T("rows_drawn"), chart.Value{Number: 1}}}
	}
	return list
}

// firstNumber is the row's value in its first public column of numbers; one
// where there is none.
func (e *edition) firstNumber(r *model.Register, row model.Row) chart.Value {
	for _, c := range r.PublicColumns() {
		if numeric(c.Type) {
			return e.columnValue(c, row)
		}
	}
	return chart.Value{Number: 1}
}

func (e *edition) columnValue(c model.Column, row model.Row) chart.Value {
	v, written := row.Values[c.ID]
	switch {
	case !written:
		return chart.Value{Status: chart.Missing}
	case c.Type == model.CountColumn && e.World.Statistics.Withholds(v.Number):
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
	words := ""
	for _, r := range e.registerCell(c, v).Runs {
		words += r.Text
	}
	return words
}

// sums adds values up by category and series. A withheld part withholds its
// sum; what is missing adds nothing.
type sums struct {
	categories, series []string
	values             map[[2]string]chart.Value
}

func newSums() *sums { return &sums{values: map[[2]string]chart.Value{}} }

func (s *sums) add(category, series string, v chart.Value) {
	if !slices.Contains(s.categories, category) {
		s.categories = append(s.categories, category)
	}
	if !slices.Contains(s.series, series) {
		s.series = append(s.series, series)
	}
	at := [2]string{category, series}
	sum, begun := s.values[at]
	switch {
	case v.Status == chart.Missing:
		return
	case !begun || v.Status == chart.Withheld:
		s.values[at] = v
	case sum.Status != chart.Withheld:
		sum.Number += v.Number
		s.values[at] = sum
	}
}

// fill gives a figure its series, with a value for each of its categories.
func (s *sums) fill(f *chart.Figure) {
	for _, name := range s.series {
		line := chart.Series{Name: name}
		for _, c := range f.Categories {
			line.Values = append(line.Values, s.value(c, name))
		}
		f.Series = append(f.Series, line)
	}
}

func (s *sums) value(category, series string) chart.Value {
	if v, ok := s.values[[2]string{category, series}]; ok {
		return v
	}
	return chart.Value{Status: chart.Missing}
}

// chartTable lays out the values of a drawing that is summed for it alone;
// nil for spans, which the register's own table has.
func (e *edition) chartTable(f *figure) *table {
	if len(f.chart.Series) == 0 {
		return nil
	}
	t := &table{Caption: f.Title, Blocks: len(f.chart.Series) < 3}
	t.Columns = []column{{Name: cmp.Or(f.chart.AxisName, e.T("period")), Head: true}}
	for _, s := range f.chart.Series {
		t.Columns = append(t.Columns, column{Name: s.Name, Numeric: true})
	}
	for i, category := range f.chart.Categories {
		r := row{Cells: []cell{{Runs: plain(category)}}}
		for _, s := range f.chart.Series {
			r.Cells = append(r.Cells, e.valueCell(s.Values[i], f.chart.Numbers))
		}
		t.Rows = append(t.Rows, r)
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
