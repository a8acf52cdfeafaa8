package site

import (
	"fmt"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/forecast"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
)

// driversPath is below the forecast's page, which has enough to say without.
var driversPath = sectionPath["forecast"] + "phu-thuoc/"

// driversPage says what the forecast assumes, and what hangs on that.
func (e *edition) driversPage() page {
	p := e.belowForecast("phu-thuoc", driversPath, e.T("forecast_drivers"))
	p.Lead = plain(e.T("forecast_drivers_intro"))
	return e.withPart(p, e.driverFigure(), e.rateTable())
}

// driverFigure shows what the outcome hangs on most.
func (e *edition) driverFigure() part {
	last := e.Forecast.Years[len(e.Forecast.Years)-1]
	f := &figure{
		heading:      heading{ID: "gia-dinh", Heading: e.T("forecast_assumptions")},
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
	t := table{Caption: e.T("forecast_rates_caption"), Columns: []column{
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
	t := table{Caption: e.T("forecast_backtest")}
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
