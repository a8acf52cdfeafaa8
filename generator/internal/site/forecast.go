package site

import (
	"fmt"
	"slices"

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
	p.Parts = append(p.Parts, everybody, e.forecastLinks(), e.scenarios(), e.horizonTable("", model.ByDegree))
	return e.withPart(p, e.officialTable(), e.demandPart(), e.backtestTable(), e.forecastLimits())
}

// forecastLinks leads to the forecasts of the parts, and to what all hang on.
func (e *edition) forecastLinks() links {
	ways := mapped(forecastDimensions, func(d model.Dimension) []run {
		return []run{linked(e.T("forecast_by_"+string(d)), e.address(forecastPath(d)))}
	})
	ways = append(ways, []run{linked(e.T("forecast_drivers"), e.address(driversPath))})
	return links{heading: heading{ID: "cac-trang", Heading: e.T("forecast_pages")}, Links: ways}
}

// forecastDimensions have a page of their own, below the forecast's.
var forecastDimensions = []model.Dimension{model.ByDegree, model.ByField, model.ByLocality}

// forecastFolders are the addresses of those pages below the forecast's.
var forecastFolders = map[model.Dimension]string{model.ByDegree: "trinh-do/", model.ByField: "linh-vuc/", model.ByLocality: "dia-ban/"}

func forecastPath(d model.Dimension) string { return sectionPath["forecast"] + forecastFolders[d] }

// forecastPages are the page of the whole and, where there is a forecast, those
// of its dimensions and of its assumptions.
func (e *edition) forecastPages() []page {
	pages := []page{e.forecastPage()}
	if e.Forecast == nil {
		return pages
	}
	for _, d := range forecastDimensions {
		pages = append(pages, e.forecastDimensionPages(d)...)
	}
	return append(pages, e.driversPage())
}

// fanCount is how many drawings of fans a page can carry.
const fanCount = 6

func (e *edition) forecastDimensionPages(d model.Dimension) []page {
	if len(e.Forecast.Of(d)) == 0 {
		return []page{e.withPart(e.forecastDimensionPage(d, 0), e.missingForecast(d))}
	}
	var pages []page
	chunks := slices.Collect(slices.Chunk(e.fanFigures(d), fanCount))
	for i, fans := range chunks {
		p := e.forecastDimensionPage(d, i)
		if i == 0 {
			p.Parts = append(p.Parts, e.horizonTable(d))
		}
		pages = append(pages, e.withPages(e.withPart(p, fans...), forecastPath(d), i, len(chunks)))
	}
	return pages
}

func (e *edition) forecastDimensionPage(d model.Dimension, at int) page {
	p := e.belowForecast(fmt.Sprintf("%s--%d", d, at+1), numbered(forecastPath(d), at), e.titled(e.T("forecast_by_"+string(d)), at))
	if d != model.ByDegree {
		p.Lead = plain(e.T("forecast_follow_total"))
	}
	return p
}

// belowForecast begins a page that the forecast's leads to.
func (e *edition) belowForecast(key, path, title string) page {
	return page{
		Key: "du-bao--" + key, Path: path, Nav: "forecast",
		Title:        title,
		Description:  e.T("forecast_description"),
		Trail:        []run{linked(e.T("section_forecast"), e.address(sectionPath["forecast"]))},
		Illustrative: e.Forecast.Illustrative,
	}
}

// missingForecast says why a dimension isn't forecast.
func (e *edition) missingForecast(d model.Dimension) text {
	aspect := forecast.ByField
	if d == model.ByLocality {
		aspect = forecast.ByPlace
	}
	for _, m := range e.Forecast.Missing {
		if m.Of == aspect {
			return text{Paragraphs: [][]run{plain(e.reason(&m.Reason))}}
		}
	}
	return text{Paragraphs: [][]run{plain(e.T("forecast_none"))}}
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

func (e *edition) scenarios() facts {
	list := facts{heading: heading{ID: "kich-ban", Heading: e.T("forecast_scenarios"), Intro: plain(e.T("forecast_scenarios_intro"))}}
	for _, s := range e.Forecast.Scenarios {
		lines := [][]run{{e.words(s.Description)}}
		for _, c := range s.Changes {
			lines = append(lines, []run{{Text: e.changeWords(c) + ". "}, e.words(c.Reason)})
		}
		list.Facts = append(list.Facts, fact{e.Text(s.Title), lines})
	}
	return list
}

// changeWords says how much a scenario changes what, and when.
func (e *edition) changeWords(c model.Change) string {
	args := locale.Args{"Of": e.T("forecast_flow_" + key(string(c.Of))), "From": fmt.Sprint(c.From), "Until": fmt.Sprint(c.Until)}
	var amounts []string
	if c.Of != model.RetirementAge && c.Times != 1 {
		amounts = append(amounts, "× "+e.Number(c.Times, 2))
	}
	if c.Plus != 0 {
		amounts = append(amounts, e.signed(c.Plus, 1))
	}
	args["Amount"] = e.Join(amounts)
	if c.Until == 0 {
		return e.T("forecast_change_from", args)
	}
	return e.T("forecast_change_between", args)
}

// horizonTable says the series of some dimensions at every horizon under every
// scenario.
func (e *edition) horizonTable(of ...model.Dimension) tablePart {
	f := e.Forecast
	t := table{Caption: e.T("forecast_horizons_caption")}
	t.Columns = []column{{Name: e.T("forecast_of"), Head: true}, {Name: fmt.Sprint(f.Origin), Numeric: true}}
	for _, year := range f.Horizons {
		for _, s := range f.Scenarios {
			t.Columns = append(t.Columns, column{Name: fmt.Sprintf("%d: %s", year, e.Text(s.Title)), Numeric: true})
		}
	}
	for _, s := range f.Series {
		if s.Fans != nil && slices.Contains(of, s.Dimension) {
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

// forecastLimits says what the tables don't allow, and what a forecast can't
// say at all.
func (e *edition) forecastLimits() text {
	t := text{heading: heading{ID: "gioi-han", Heading: e.T("forecast_limits")}, Paragraphs: [][]run{plain(e.T("forecast_limits_text"))}}
	for _, m := range e.Forecast.Missing {
		t.Paragraphs = append(t.Paragraphs, plain(e.T("forecast_missing_"+key(string(m.Of)))+" "+e.reason(&m.Reason)))
	}
	return t
}
