package site

import (
	"fmt"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/series"
	"congbo/generator/internal/workforce"
)

// withDerived adds to a table of years what is derived from its cells: the
// share of the latest year's total, the change against the year before, and,
// for places, people per 10,000 inhabitants in the latest year whose
// population has a source. A column of which no cell is known is left out.
func (e *edition) withDerived(t *workforce.Table, g *grid, dimension int, out table) table {
	year := g.latest()
	e.addDerived(&out, g, dimension, e.T("column_share", locale.Args{"Year": fmt.Sprint(year)}), func(codes []string) (series.Value, string) {
		v := series.Ratio(series.Cell(t, codes, year), series.Cell(t, g.atCode(dimension, workforce.Total), year), 1)
		return v, e.Percent(v.Number)
	})
	e.addDerived(&out, g, dimension, e.T("column_change", locale.Args{"Year": fmt.Sprint(year), "Before": fmt.Sprint(year - 1)}), func(codes []string) (series.Value, string) {
		return e.change(t, codes, year)
	})
	if g.declared.Dimensions[dimension] != model.ByLocality {
		return out
	}
	for i := range g.years {
		year := g.years[len(g.years)-1-i]
		if series.Inhabitants(e.World.Localities, g.codesIn(year, dimension), year).Status != series.Known {
			continue
		}
		e.addDerived(&out, g, dimension, e.T("column_rate", locale.Args{"Year": fmt.Sprint(year)}), func(codes []string) (series.Value, string) {
			v := e.rate(t, g, dimension, codes, year)
			return v, e.Number(v.Number, 1)
		})
		break
	}
	return out
}

// change writes how many more than the year before, and per cent of those.
func (e *edition) change(t *workforce.Table, codes []string, year int) (series.Value, string) {
	v := series.Change(t, e.World.Localities, codes, year)
	written := e.signed(v.Number, 0)
	if share := series.Ratio(v, series.Cell(t, codes, year-1), 100); share.Status == series.Known {
		written = e.T("change_and_share", locale.Args{"Change": written, "Share": e.signed(share.Number, 1)})
	}
	return v, written
}

func (e *edition) rate(t *workforce.Table, g *grid, dimension int, codes []string, year int) series.Value {
	places := []string{codes[dimension]}
	if codes[dimension] == workforce.Total {
		places = g.codesIn(year, dimension)
	}
	return series.Ratio(series.Cell(t, codes, year), series.Inhabitants(e.World.Localities, places, year), 10000)
}

// signed writes a number with its sign; no sign before a zero.
func (e *edition) signed(x float64, decimals int) string {
	switch written := e.Number(x, decimals); {
	case written == e.Number(0, decimals) || written == "-"+e.Number(0, decimals):
		return e.Number(0, decimals)
	case x > 0:
		return "+" + written
	default:
		return "−" + e.Number(-x, decimals)
	}
}

// addDerived adds a column, unless it would hold nothing.
func (e *edition) addDerived(out *table, g *grid, dimension int, name string, derive func(codes []string) (series.Value, string)) {
	var cells []cell
	told := false
	for _, code := range g.codesOfAllYears(dimension) {
		v, written := derive(g.atCode(dimension, code))
		switch v.Status {
		case series.Known:
			cells, told = append(cells, textCell(written)), true
		case series.Withheld:
			cells = append(cells, withheldCell)
		default:
			cells = append(cells, textCell("–"))
		}
	}
	if !told {
		return
	}
	out.Columns = append(out.Columns, column{Name: name, Numeric: true})
	for i, c := range cells {
		out.Rows[i].Cells = append(out.Rows[i].Cells, c)
	}
}
