package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// registerFigure draws a register as it declares: X names the column whose
// values are the categories (dates by year), Series one whose values are the
// series; numbers of a category are summed, rows counted where no column has
// numbers. Nil where nothing is declared or there are no rows.
func (e *edition) registerFigure(r *model.Register) *figure {
	rows := e.publishedRows(r)
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
		Illustrative: registerIllustrative(r),
	}
	f.chart = e.registerChart(r, rows, f)
	return f
}

func (e *edition) registerChart(r *model.Register, rows []model.Row, f *figure) *chart.Figure {
	kind := chart.Kind(r.Chart.Kind)
	if !slices.Contains(chart.Kinds(), kind) {
		kind = chart.Bar
	}
	x := e.chartColumn(r, r.Chart.X, func(c model.Column) bool { return !numeric(c.Type) })
	drawn := e.figureOf(f, kind)
	if x == nil {
		return drawn
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
	for _, s := range sums.series {
		line := chart.Series{Name: s}
		for _, c := range drawn.Categories {
			line.Values = append(line.Values, sums.value(c, s))
		}
		drawn.Series = append(drawn.Series, line)
	}
	return drawn
}

// chartColumn is the public column that the chart names, else the first that
// fits.
func (e *edition) chartColumn(r *model.Register, id string, fits func(model.Column) bool) *model.Column {
	columns := publicColumns(r)
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
	for _, c := range publicColumns(r) {
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
	for _, c := range publicColumns(r) {
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
	case c.Type == model.CountColumn && e.withheldCount(v.Number):
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

func (s *sums) value(category, series string) chart.Value {
	if v, ok := s.values[[2]string{category, series}]; ok {
		return v
	}
	return chart.Value{Status: chart.Missing}
}
