package site

import (
	"fmt"
	"math"
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/forecast"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/workforce"
)

// forecastPage is the workforce ahead, with its method's errors; or the reason
// why there is no forecast, and what one would need.
func (e *edition) forecastPage() page {
	p := page{
		Key: "du-bao", Path: sectionPath["forecast"], Nav: "forecast",
		Title:       e.T("section_forecast"),
		Description: e.T("forecast_description"),
	}
	f := e.Forecast
	if f == nil {
		p.Lead = plain(e.T("forecast_none"))
		return e.withPart(p, text{heading: heading{ID: "vi-sao", Heading: e.T("forecast_why_none")}, Paragraphs: [][]run{
			plain(e.reason(e.NoForecast)), plain(e.T("forecast_needs")),
		}})
	}
	p.Illustrative = f.Illustrative
	p.Lead = plain(e.T("forecast_lead", locale.Args{"Origin": fmt.Sprint(f.Origin), "Last": fmt.Sprint(f.Years[len(f.Years)-1])}))
	total, _ := f.Find("", workforce.Total)
	everybody := e.fanFigure(total, e.T("forecast_everybody"))
	everybody.heading = heading{ID: "tat-ca", Heading: e.T("forecast_total")}
	p.Parts = append(p.Parts, everybody, e.scenarios(), e.horizonTable())
	for i, s := range f.Of(model.ByDegree) {
		figure := e.fanFigure(s, e.codeName(s.Dimension, s.Code).Text)
		if i == 0 {
			figure.heading = heading{ID: "trinh-do", Heading: e.T("forecast_by_degree")}
		}
		p.Parts = append(p.Parts, figure)
	}
	return e.withPart(p, e.driverFigure(), e.rateTable(), e.backtestTable(), e.forecastLimits())
}

// reason says in words why something can't be forecast.
func (e *edition) reason(r *forecast.Reason) string {
	if r == nil {
		return e.T("forecast_reason_nothing_planned")
	}
	var by []string
	for _, d := range r.Dimensions {
		by = append(by, e.T("by_"+key(string(d))))
	}
	args := locale.Args{"Found": e.Int(r.Found), "Needed": e.Int(r.Needed), "Year": fmt.Sprint(r.Year), "By": e.Join(by), "Measure": ""}
	if r.Measure != "" {
		args["Measure"] = e.T("measure_" + string(r.Measure))
	}
	return e.T("forecast_reason_"+key(string(r.Code)), args)
}

// fanFigure draws one series: the years counted, then the median of each
// scenario, with the bands of the first.
func (e *edition) fanFigure(s forecast.Series, title string) *figure {
	f := &figure{
		Anchor:       "hinh-" + anchorOf(s),
		Title:        title,
		Measure:      e.T("forecast_measure"),
		Source:       []run{linked(e.T("statistics_source"), e.address(sectionPath["statistics"]))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloadsAt(opendata.ForecastPath),
		Illustrative: e.Forecast.Illustrative,
	}
	if s.Fans == nil {
		f.Sentence = e.reason(s.Reason)
		return f
	}
	f.Sentence = e.fanSentence(s)
	f.chart = e.fanChart(s, f)
	f.Table = e.fanTable(s, title)
	return f
}

// fanTable is the bands of the first scenario, year by year, and the medians of
// the others.
func (e *edition) fanTable(s forecast.Series, title string) *table {
	t := &table{Caption: title, Columns: []column{{Name: e.T("axis_year"), Head: true}}}
	for _, scenario := range e.Forecast.Scenarios {
		t.Columns = append(t.Columns, column{Name: e.Text(scenario.Title), Numeric: true})
	}
	for i, year := range e.Forecast.Years {
		r := row{Cells: []cell{{Runs: plain(fmt.Sprint(year))}}}
		for j, fan := range s.Fans {
			words := e.Int(fan[i].Median)
			if j == 0 {
				words = e.bandWords(fan[i])
			}
			r.Cells = append(r.Cells, cell{Runs: plain(words), Status: "forecast"})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func (e *edition) bandWords(b forecast.Bands) string {
	return e.T("forecast_bands", locale.Args{"Median": e.Int(b.Median), "Low": e.Int(b.Low90), "High": e.Int(b.High90)})
}

func anchorOf(s forecast.Series) string {
	if s.Dimension == "" {
		return "tong"
	}
	return string(s.Dimension) + "-" + clauseSlug(s.Code)
}

func (e *edition) fanSentence(s forecast.Series) string {
	horizon := e.Forecast.Horizons[len(e.Forecast.Horizons)-1]
	b := e.bandsIn(s, 0, horizon)
	return e.T("forecast_sentence", locale.Args{
		"Year": fmt.Sprint(horizon), "Scenario": e.Text(e.Forecast.Scenarios[0].Title),
		"Median": e.Int(b.Median), "Low": e.Int(b.Low90), "High": e.Int(b.High90),
	})
}

func (e *edition) bandsIn(s forecast.Series, scenario, year int) forecast.Bands {
	return s.Fans[scenario][slices.Index(e.Forecast.Years, year)]
}

func (e *edition) fanChart(s forecast.Series, f *figure) *chart.Figure {
	drawn := e.figureOf(f, chart.Fan)
	drawn.Unit, drawn.AxisName = e.T("people"), e.T("axis_year")
	counted := chart.Series{Name: e.T("forecast_counted")}
	for _, o := range s.Observed {
		drawn.Categories = append(drawn.Categories, fmt.Sprint(o.Year))
		v := chart.Value{Number: float64(o.Count)}
		if o.Withheld {
			v = chart.Value{Status: chart.Withheld}
		}
		counted.Values = append(counted.Values, v)
	}
	for _, year := range e.Forecast.Years {
		drawn.Categories = append(drawn.Categories, fmt.Sprint(year))
	}
	drawn.Series = []chart.Series{counted}
	for i, scenario := range e.Forecast.Scenarios {
		drawn.Series = append(drawn.Series, e.fanSeries(s, i, e.Text(scenario.Title)))
	}
	return drawn
}

// fanSeries is the median of one scenario, behind the years counted; the first
// scenario has its bands, so that three fans don't cover each other.
func (e *edition) fanSeries(s forecast.Series, scenario int, name string) chart.Series {
	line := chart.Series{Name: name, Dashed: true, Values: slices.Repeat([]chart.Value{{Status: chart.Missing}}, len(s.Observed))}
	wide, narrow := chart.Band{Name: "90 %"}, chart.Band{Name: "50 %"}
	for range s.Observed {
		wide.Low, wide.High = append(wide.Low, nan), append(wide.High, nan)
		narrow.Low, narrow.High = append(narrow.Low, nan), append(narrow.High, nan)
	}
	for _, b := range s.Fans[scenario] {
		line.Values = append(line.Values, chart.Value{Number: float64(b.Median), Status: chart.Forecast})
		wide.Low, wide.High = append(wide.Low, float64(b.Low90)), append(wide.High, float64(b.High90))
		narrow.Low, narrow.High = append(narrow.Low, float64(b.Low50)), append(narrow.High, float64(b.High50))
	}
	if scenario == 0 {
		line.Bands = []chart.Band{wide, narrow}
	}
	return line
}

func (e *edition) scenarios() facts {
	list := facts{heading: heading{ID: "kich-ban", Heading: e.T("forecast_scenarios"), Intro: plain(e.T("forecast_scenarios_intro"))}}
	for _, s := range e.Forecast.Scenarios {
		lines := [][]run{{e.words(s.Description)}}
		for _, c := range s.Changes {
			lines = append(lines, []run{e.words(c.Reason)})
		}
		list.Facts = append(list.Facts, fact{e.Text(s.Title), lines})
	}
	return list
}

// horizonTable says every series at every horizon under every scenario.
func (e *edition) horizonTable() tablePart {
	f := e.Forecast
	t := table{Caption: e.T("forecast_horizons_caption")}
	t.Columns = []column{{Name: e.T("forecast_of"), Head: true}, {Name: fmt.Sprint(f.Origin), Numeric: true}}
	for _, year := range f.Horizons {
		for _, s := range f.Scenarios {
			t.Columns = append(t.Columns, column{Name: fmt.Sprintf("%d: %s", year, e.Text(s.Title)), Numeric: true})
		}
	}
	for _, s := range f.Series {
		if s.Fans != nil {
			t.Rows = append(t.Rows, e.horizonRow(s))
		}
	}
	return tablePart{heading: heading{ID: "cac-moc", Heading: e.T("forecast_horizons")}, Table: t, Downloads: e.downloadsAt(opendata.ForecastPath)}
}

func (e *edition) horizonRow(s forecast.Series) row {
	name := run{Text: e.T("total")}
	if s.Dimension != "" {
		name = e.codeName(s.Dimension, s.Code)
	}
	last := s.Observed[len(s.Observed)-1]
	counted := cell{Runs: plain(e.Int(last.Count))}
	if last.Withheld {
		counted = withheldCell
	}
	r := row{Total: s.Dimension == "", Cells: []cell{{Runs: []run{name}}, counted}}
	for _, year := range e.Forecast.Horizons {
		for i := range e.Forecast.Scenarios {
			b := e.bandsIn(s, i, year)
			r.Cells = append(r.Cells, cell{Runs: plain(e.bandWords(b)), Status: "forecast"})
		}
	}
	return r
}

// driverFigure shows what the outcome hangs on most.
func (e *edition) driverFigure() part {
	last := e.Forecast.Years[len(e.Forecast.Years)-1]
	f := &figure{
		heading:      heading{ID: "phu-thuoc", Heading: e.T("forecast_drivers"), Intro: plain(e.T("forecast_drivers_intro", locale.Args{"Year": fmt.Sprint(last)}))},
		Anchor:       "hinh-phu-thuoc",
		Title:        e.T("forecast_drivers_title", locale.Args{"Year": fmt.Sprint(last)}),
		Source:       plain(e.T("statistics_source")),
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloadsAt(opendata.ForecastPath),
		Illustrative: e.Forecast.Illustrative,
	}
	if len(e.Forecast.Drivers) > 0 {
		widest := e.Forecast.Drivers[0]
		f.Sentence = e.T("forecast_drivers_sentence", locale.Args{"Rate": e.rateName(widest.Rate), "Low": e.Int(widest.AtLow), "High": e.Int(widest.AtHigh)})
	}
	f.chart = e.figureOf(f, chart.Dumbbell)
	f.chart.Unit = e.T("people")
	low, high := chart.Series{Name: e.T("forecast_at_low")}, chart.Series{Name: e.T("forecast_at_high")}
	for _, d := range e.Forecast.Drivers[:min(driverCount, len(e.Forecast.Drivers))] {
		f.chart.Categories = append(f.chart.Categories, e.rateName(d.Rate))
		low.Values = append(low.Values, chart.Value{Number: float64(d.AtLow), Status: chart.Forecast})
		high.Values = append(high.Values, chart.Value{Number: float64(d.AtHigh), Status: chart.Forecast})
	}
	f.chart.Series = []chart.Series{low, high}
	f.Table = e.chartTable(f)
	return f
}

// driverCount is how many assumptions the sensitivity picture shows.
const driverCount = 10

func (e *edition) rateName(r forecast.Rate) string {
	args := locale.Args{"AgeGroup": "", "Degree": ""}
	if r.AgeGroup != "" {
		args["AgeGroup"] = e.ageGroup(r.AgeGroup)
	}
	if r.Degree != "" {
		args["Degree"] = e.codeName(model.ByDegree, r.Degree).Text
	}
	return e.T("forecast_rate_"+key(string(r.Of)), args)
}

func (e *edition) rateTable() tablePart {
	t := table{Caption: e.T("forecast_rates_caption"), Blocks: true, Columns: []column{
		{Name: e.T("forecast_rate"), Head: true}, {Name: e.T("forecast_low"), Numeric: true},
		{Name: e.T("forecast_median"), Numeric: true}, {Name: e.T("forecast_high"), Numeric: true},
	}}
	for _, r := range e.Forecast.Rates {
		write := e.Percent
		if r.Of == forecast.Entering {
			write = func(x float64) string { return e.Number(x, 0) }
		}
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Runs: plain(e.rateName(r))}, {Runs: plain(write(r.Low))}, {Runs: plain(write(r.Median))}, {Runs: plain(write(r.High))},
		}})
	}
	return tablePart{heading: heading{ID: "muc", Heading: e.T("forecast_rates"), Intro: plain(e.T("forecast_rates_intro"))}, Table: t}
}

// backtestTable says how wrong the method was in years that are known, beside
// compound growth as the naive rival.
func (e *edition) backtestTable() part {
	head := heading{ID: "kiem-chung", Heading: e.T("forecast_backtest"), Intro: plain(e.T("forecast_backtest_intro"))}
	if len(e.Forecast.Backtest.Errors) == 0 {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("forecast_backtest_none"))}}
	}
	t := table{Caption: e.T("forecast_backtest"), Blocks: true}
	for i, name := range []string{"forecast_of", "forecast_tests", "forecast_mae", "forecast_mape", "forecast_growth_mape", "forecast_covered_50", "forecast_covered_90"} {
		t.Columns = append(t.Columns, column{Name: e.T(name), Head: i == 0, Numeric: i > 0})
	}
	for _, x := range e.Forecast.Backtest.Errors {
		of := e.T("total")
		if x.Dimension != "" {
			of = e.T("dimension_" + key(string(x.Dimension)))
		}
		t.Rows = append(t.Rows, row{Cells: mapped([]string{
			of, e.Int(x.Tests), e.Number(x.MAE, 1), e.Percent(x.MAPE / 100), e.Percent(x.GrowthMAPE / 100), e.Percent(x.Covered50), e.Percent(x.Covered90),
		}, func(s string) cell { return cell{Runs: plain(s)} })})
	}
	return tablePart{heading: head, Table: t}
}

// forecastLimits says what the tables don't allow, and what a forecast can't
// say at all.
func (e *edition) forecastLimits() text {
	t := text{heading: heading{ID: "gioi-han", Heading: e.T("forecast_limits")}, Paragraphs: [][]run{plain(e.T("forecast_limits_text"))}}
	for _, m := range e.Forecast.Missing {
		t.Paragraphs = append(t.Paragraphs, plain(e.T("forecast_missing_"+key(string(m.Of)))+" "+e.reason(&m.Reason)))
	}
	return t
}

var nan = math.NaN()
