package site

import (
	"slices"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// unitCoverage says of each body that the text makes answer for the register's
// clauses, members of groups one by one, whether a row names it. That none
// does means that nothing is recorded, never that nothing was done; without a
// single row there is nothing to draw.
func (e *edition) unitCoverage(r *model.Register, declared model.RegisterChart, rows []model.Row, f *figure) {
	x := chartColumn(r, declared.X, func(c model.Column) bool { return c.Type == model.AgencyColumn })
	if x == nil || x.Type != model.AgencyColumn {
		return
	}
	named := map[string]int{}
	for _, row := range rows {
		named[row.Values[x.ID].Ref]++
	}
	units := e.units(r)
	recorded := 0
	for _, id := range units {
		if named[id] > 0 {
			recorded++
		}
	}
	f.Title = e.T("units_title", locale.Args{"Title": f.Title})
	f.Sentence = e.T("units_sentence", locale.Args{"Recorded": e.Int(recorded), "Units": e.Int(len(units)), "Date": e.Date(e.AsOf)})
	f.Table, f.TableOpen = e.unitTable(f.Title, units, named), len(rows) == 0
	if len(rows) > 0 {
		f.chart = e.unitChart(f, units, named)
	}
}

func (e *edition) unitChart(f *figure, units []string, named map[string]int) *chart.Figure {
	drawn := e.figureOf(f, chart.Matrix)
	drawn.Words.Yes, drawn.Words.No = e.T("unit_recorded"), e.T("unit_not_recorded")
	drawn.Categories = []string{e.T("unit_records")}
	for _, id := range units {
		value := chart.Value{Number: float64(named[id])}
		drawn.Series = append(drawn.Series, chart.Series{Name: e.agency(id).Text, Values: []chart.Value{value}})
	}
	return drawn
}

func (e *edition) unitTable(caption string, units []string, named map[string]int) *table {
	t := &table{Caption: caption, Columns: []column{{Name: e.T("unit_heading"), Head: true}, {Name: e.T("unit_records"), Numeric: true}}}
	for _, id := range units {
		value := cell{Runs: []run{{Text: e.T("unit_not_recorded"), Kind: "unknown"}}}
		if n := named[id]; n > 0 {
			value = cell{Runs: plain(e.Int(n))}
		}
		t.Rows = append(t.Rows, row{Cells: []cell{{Runs: []run{e.agency(id)}}, value}})
	}
	return t
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
