package opendata

import (
	"strconv"

	"congbo/generator/internal/forecast"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// The forecast stands in a folder of its own, so that any id is free for the
// site's tables.
const (
	forecastFolder = "du-bao/"
	forecastID     = "doi-ngu"
)

// everybody stands for the dimension of the series that isn't broken down.
const everybody = workforce.Total

// naive stands for the scenario of the rival: compound growth.
const naive = "_G"

// ForecastPath is where the forecast's files stand below the site's root,
// without the ending that tells the format.
const ForecastPath = Folder + forecastFolder + forecastID

// Forecast describes a forecast, a row a series, scenario and year: first
// the years counted, as published, then each scenario's bands and the naive
// rival's growth.
func (w Describer) Forecast(f *forecast.Forecast) Dataset {
	d := Dataset{
		ID:           forecastID,
		Kind:         ForecastKind,
		Title:        w.Words.Say("data_forecast"),
		Description:  w.Words.Say("data_forecast_description"),
		Illustrative: f.Illustrative,
		Fields:       w.forecastFields(f.Scenarios),
		Key:          []string{"dimension", "code", "scenario", "year"},
	}
	for _, s := range f.Series {
		for _, row := range forecastRows(f, s) {
			d.Rows = append(d.Rows, append(row, flag(f.Illustrative)))
		}
	}
	return d
}

func (w Describer) forecastFields(scenarios []model.Scenario) []Field {
	code := w.required("code", String)
	dimension := w.category("dimension", []Category{{everybody, w.Words.Say("forecast_everybody")}})
	for _, by := range []model.Dimension{model.ByDegree, model.ByField, model.ByLocality} {
		dimension.Categories = append(dimension.Categories, Category{string(by), dimensionTitle(w.Words, by)})
		code.Lists = append(code.Lists, dimensionLists[by])
	}
	dimension.Required = true
	scenario := w.category("scenario", []Category{{naive, w.Words.Say("forecast_growth")}})
	for _, s := range scenarios {
		scenario.Categories = append(scenario.Categories, Category{s.ID, s.Title})
	}
	fields := []Field{dimension, code, scenario, w.required("year", Year), w.field("value", Integer)}
	for _, band := range []string{"low_90", "low_50", "high_50", "high_90"} {
		fields = append(fields, w.field(band, Integer))
	}
	return append(fields, w.category("status", statuses(w.Words)), w.field(illustrativeName, Boolean))
}

// forecastRows is the rows of a series, without their last cell.
func forecastRows(f *forecast.Forecast, s forecast.Series) [][]string {
	dimension := string(s.Dimension)
	if dimension == "" {
		dimension = everybody
	}
	var rows [][]string
	add := func(scenario string, year int, status workforce.Status, numbers ...string) {
		cells := append([]string{dimension, s.Code, scenario, strconv.Itoa(year)}, numbers...)
		for range 5 - len(numbers) {
			cells = append(cells, "")
		}
		rows = append(rows, append(cells, string(status)))
	}
	for _, o := range s.Observed {
		if o.Withheld {
			add("", o.Year, workforce.Withheld)
		} else {
			add("", o.Year, "", strconv.Itoa(o.Count))
		}
	}
	for i, fan := range s.Fans {
		for j, b := range fan {
			add(f.Scenarios[i].ID, f.Years[j], forecastStatus, decimals(b.Median, b.Low90, b.Low50, b.High50, b.High90)...)
		}
	}
	for j, people := range s.Growth {
		add(naive, f.Years[j], forecastStatus, decimals(people)...)
	}
	return rows
}

// forecastStatus is the status of a value that lies ahead.
const forecastStatus workforce.Status = "f"

func decimals(numbers ...int) []string {
	cells := make([]string, len(numbers))
	for i, n := range numbers {
		cells[i] = strconv.Itoa(n)
	}
	return cells
}
