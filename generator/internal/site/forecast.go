package site

// forecastPage says that there is no forecast, and what one would need: none
// is better than one whose method has not been published and tested.
func (e *edition) forecastPage() page {
	p := page{
		Key: "du-bao", Path: sectionPath["forecast"], Nav: "forecast",
		Title:       e.T("section_forecast"),
		Description: e.T("forecast_description"),
		Lead:        plain(e.T("forecast_none")),
	}
	return e.withPart(p, text{heading: heading{ID: "dieu-kien", Heading: e.T("forecast_needs_heading")}, Paragraphs: [][]run{plain(e.T("forecast_needs"))}})
}
