package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// concentrationParts draws, for places and fields, the share of each against
// the share that all would have if they were equal, and lists the indices of
// all years.
func (e *edition) concentrationParts() []part {
	var parts []part
	for _, d := range []model.Dimension{model.ByLocality, model.ByField, model.ByBranch, model.BySector} {
		years := e.concentrationsBy(d)
		if len(years) == 0 {
			continue
		}
		if d == model.ByLocality || d == model.ByField {
			parts = append(parts, e.evenFigure(years[len(years)-1]))
		}
		parts = append(parts, tablePart{Table: e.concentrationTable(d, years)})
	}
	return parts
}

func (e *edition) concentrationsBy(d model.Dimension) []balance.Concentration {
	return slices.DeleteFunc(slices.Clone(e.Balance.Concentrations), func(c balance.Concentration) bool { return c.Dimension != d })
}

func (e *edition) evenFigure(c balance.Concentration) *figure {
	args := locale.Args{"By": e.T("by_" + key(string(c.Dimension))), "Year": fmt.Sprint(c.Year)}
	f := e.balanceFigure("tap-trung-"+string(c.Dimension), e.T("balance_even_title", args), chart.Bullet, c.Illustrative)
	f.Measure = e.T("balance_even_measure", args)
	f.Sentence = e.T("balance_even_sentence", locale.Args{
		"By": args["By"], "Year": args["Year"], "Codes": e.Int(len(c.Parts)),
		"Effective": e.interval(c.Effective, 1), "Herfindahl": e.interval(c.Herfindahl, 3),
	})
	f.chart = e.figureOf(f, chart.Bullet)
	f.chart.AxisName = e.T("dimension_" + key(string(c.Dimension)))
	f.chart.Numbers.Decimals, f.chart.Numbers.Suffix = 1, e.percentSign()
	f.chart.Words.Target = e.T("balance_even")
	shares := chart.Series{Name: e.T("balance_share")}
	for i, p := range largestFirst(c.Parts) {
		f.chart.Categories = append(f.chart.Categories, e.codeName(c.Dimension, p.Code).Text)
		shares.Values = append(shares.Values, e.share(p))
		f.chart.Targets = append(f.chart.Targets, chart.Target{Category: i, Value: chart.Value{Number: 100 / float64(len(c.Parts))}})
	}
	f.chart.Series = []chart.Series{shares}
	f.Table = e.chartTable(f)
	return f
}

// largestFirst orders parts by their share; those withheld come last.
func largestFirst(parts []balance.Part) []balance.Part {
	sorted := slices.Clone(parts)
	slices.SortStableFunc(sorted, func(a, b balance.Part) int { return b.Count - a.Count })
	return sorted
}

func (e *edition) concentrationTable(d model.Dimension, years []balance.Concentration) table {
	t := table{
		Caption: e.T("balance_concentration_caption", locale.Args{"By": e.T("by_" + key(string(d)))}),
		Columns: []column{
			{Name: e.T("dimension_year"), Head: true}, {Name: e.T("balance_herfindahl"), Numeric: true},
			{Name: e.T("balance_normalised"), Numeric: true}, {Name: e.T("balance_effective"), Numeric: true},
		},
	}
	for _, c := range years {
		t.Rows = append(t.Rows, row{Cells: mapped(
			[]string{fmt.Sprint(c.Year), e.interval(c.Herfindahl, 3), e.interval(c.Normalised, 3), e.interval(c.Effective, 1)}, textCell,
		)})
	}
	return t
}

func textCell(s string) cell { return cell{Runs: plain(s)} }
