package site

import (
	"fmt"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
)

// balancePage says how evenly the workforce is spread over branches, fields
// and places: each measure with its picture, its formula, where that is from,
// and what it can't say.
func (e *edition) balancePage() page {
	p := page{
		Key: "can-doi", Path: sectionPath["balance"], Nav: "statistics",
		Title:        e.T("section_balance"),
		Description:  e.T("balance_description"),
		Lead:         plain(e.T("balance_lead")),
		Trail:        []run{linked(e.T("section_statistics"), e.address(sectionPath["statistics"]))},
		Illustrative: e.Balance.Illustrative(),
	}
	for _, measured := range []struct {
		of    balance.Kind
		parts []part
	}{
		{balance.OfConcentration, e.concentrationParts()},
		{balance.OfSpecialisation, e.specialisationParts()},
		{balance.OfInequality, e.inequalityParts()},
		{balance.OfDistance, e.distanceParts()},
	} {
		p.Parts = append(p.Parts, e.measureQuestion(measured.of))
		p.Parts = append(p.Parts, measured.parts...)
		if reasons := e.missingMeasures(measured.of); len(reasons) > 0 {
			p.Parts = append(p.Parts, text{Paragraphs: reasons})
		}
		p.Parts = append(p.Parts, e.measureMethod(measured.of))
	}
	return p
}

// measureQuestion opens a measure with what it asks.
func (e *edition) measureQuestion(of balance.Kind) text {
	said := "balance_" + string(of)
	return text{heading: heading{ID: measureAnchor[of], Heading: e.T(said + "_title"), Intro: plain(e.T(said + "_intro"))}}
}

// measureMethod closes a measure: its formula, its source, its limits.
func (e *edition) measureMethod(of balance.Kind) facts {
	said := func(what string) [][]run { return [][]run{plain(e.T("balance_" + string(of) + "_" + what))} }
	return facts{Facts: []fact{
		{e.T("balance_formula"), said("formula")},
		{e.T("balance_reference"), said("reference")},
		{e.T("balance_limits"), said("limits")},
	}}
}

var measureAnchor = map[balance.Kind]string{
	balance.OfConcentration:  "tap-trung",
	balance.OfSpecialisation: "chuyen-mon-hoa",
	balance.OfInequality:     "chenh-lech",
	balance.OfDistance:       "khoang-cach",
}

// missingMeasures says which measures there aren't, and why: years with the
// same reason in one sentence.
func (e *edition) missingMeasures(of balance.Kind) [][]run {
	type gap struct {
		by     string
		reason balance.Reason
	}
	var gaps []gap
	years := map[gap][]string{}
	for _, m := range e.Balance.Missing {
		if m.Of != of {
			continue
		}
		g := gap{e.Join(mapped(m.Dimensions, func(d model.Dimension) string { return e.T("by_" + key(string(d))) })), m.Reason}
		if _, seen := years[g]; !seen {
			gaps = append(gaps, g)
		}
		years[g] = append(years[g], fmt.Sprint(m.Year))
	}
	return mapped(gaps, func(g gap) []run {
		args := locale.Args{"By": g.by, "Reason": e.T("balance_missing_" + key(string(g.reason))), "Years": e.Join(years[g])}
		if years[g][0] == "0" {
			return plain(e.T("balance_missing_always", args))
		}
		return plain(e.T("balance_missing_in", args))
	})
}

// interval writes a measure: the number, or the two that it lies between.
func (e *edition) interval(i balance.Interval, decimals int) string {
	if i.Exact() {
		return e.Number(i.Low, decimals)
	}
	return e.T("balance_between", locale.Args{"Low": e.Number(i.Low, decimals), "High": e.Number(i.High, decimals)})
}

// balanceFigure is a figure of the page with all that it has in common with
// the others.
func (e *edition) balanceFigure(anchor, title string, kind chart.Kind, illustrative bool) *figure {
	f := &figure{
		Anchor:       "hinh-" + anchor,
		Title:        title,
		Source:       []run{linked(e.T("balance_source"), e.address(sectionPath["statistics"]))},
		Computed:     e.Date(e.AsOf),
		Downloads:    e.downloadsAt(opendata.BalancePath),
		Illustrative: illustrative,
	}
	f.chart = e.figureOf(f, kind)
	return f
}

// share is a part's share in percent, or that it is withheld.
func (e *edition) share(p balance.Part) chart.Value {
	if p.Withheld {
		return chart.Value{Status: chart.Withheld}
	}
	return chart.Value{Number: 100 * p.Share}
}
