package site

import (
	"fmt"
	"math"
	"slices"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// specialisationParts draws the quotient of each field in each place, of the
// latest year, and how unevenly each field is spread.
func (e *edition) specialisationParts() []part {
	if len(e.Balance.Specialisations) == 0 {
		return nil
	}
	s := e.Balance.Specialisations[len(e.Balance.Specialisations)-1]
	year := locale.Args{"Year": fmt.Sprint(s.Year)}
	f := e.balanceFigure("chuyen-mon-hoa", e.T("balance_quotient_title", year), chart.HeatMap, s.Illustrative)
	f.Measure = e.T("balance_quotient_measure")
	f.Sentence = e.quotientSentence(s)
	f.chart = e.figureOf(f, chart.HeatMap)
	f.chart.Numbers.Decimals = 2
	fields, places := gridOf(s)
	f.chart.AxisName = e.T("dimension_field")
	f.chart.Categories = mapped(fields, func(code string) string { return e.codeName(model.ByField, code).Text })
	for _, place := range places {
		line := chart.Series{Name: e.locality(place).Text}
		for _, c := range s.Cells {
			if c.Place == place {
				line.Values = append(line.Values, quotientOf(c))
			}
		}
		f.chart.Series = append(f.chart.Series, line)
	}
	f.Table = e.gridTable(f, e.T("dimension_locality"))
	return []part{f, e.spreadFigure(s)}
}

// gridOf lists the fields and the places of a specialisation, in their order.
func gridOf(s balance.Specialisation) (fields, places []string) {
	for _, c := range s.Cells {
		if !slices.Contains(fields, c.Field) {
			fields = append(fields, c.Field)
		}
		if !slices.Contains(places, c.Place) {
			places = append(places, c.Place)
		}
	}
	return fields, places
}

func quotientOf(c balance.Cell) chart.Value {
	if c.Withheld {
		return chart.Value{Status: chart.Withheld}
	}
	return chart.Value{Number: c.Quotient}
}

// gridTable lays a heat map out as it is drawn: its rows down, its columns
// across; rows is what its rows are.
func (e *edition) gridTable(f *figure, rows string) *table {
	t := &table{Caption: f.Title, Columns: []column{{Name: rows, Head: true}}}
	for _, name := range f.chart.Categories {
		t.Columns = append(t.Columns, column{Name: name, Numeric: true})
	}
	for _, s := range f.chart.Series {
		r := row{Cells: []cell{textCell(s.Name)}}
		for _, v := range s.Values {
			r.Cells = append(r.Cells, e.valueCell(v, f.chart.Numbers))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// quotientSentence names the field and place furthest above the whole, in
// people.
func (e *edition) quotientSentence(s balance.Specialisation) string {
	most := slices.MaxFunc(s.Cells, func(a, b balance.Cell) int {
		switch {
		case a.Excess < b.Excess:
			return -1
		case a.Excess > b.Excess:
			return 1
		}
		return 0
	})
	return e.T("balance_quotient_sentence", locale.Args{
		"Place": e.locality(most.Place).Text, "Field": e.codeName(model.ByField, most.Field).Text,
		"Quotient": e.Number(most.Quotient, 2), "Excess": e.Number(most.Excess, 0), "Year": fmt.Sprint(s.Year),
	})
}

// spreadFigure draws the locational Gini of each field; where it is only known
// between two numbers, at the lower one.
func (e *edition) spreadFigure(s balance.Specialisation) *figure {
	f := e.balanceFigure("phan-bo-linh-vuc", e.T("balance_gini_title", locale.Args{"Year": fmt.Sprint(s.Year)}), chart.Bar, s.Illustrative)
	f.Measure = e.T("balance_gini_measure")
	f.Sentence = e.spreadSentence(s)
	f.chart = e.figureOf(f, chart.Bar)
	f.chart.Numbers.Decimals = 3
	f.chart.AxisName = e.T("dimension_field")
	line := chart.Series{Name: e.T("balance_gini")}
	for _, x := range s.Fields {
		f.chart.Categories = append(f.chart.Categories, e.codeName(model.ByField, x.Code).Text)
		v := chart.Value{Number: x.Gini.Low}
		if !x.Gini.Exact() {
			v.Bound = chart.AtLeast
		}
		line.Values = append(line.Values, v)
	}
	f.chart.Series = []chart.Series{line}
	f.Table = e.chartTable(f)
	return f
}

// spreadSentence names the field that is the most concentrated.
func (e *edition) spreadSentence(s balance.Specialisation) string {
	if len(s.Fields) == 0 {
		return e.T("no_values")
	}
	most := s.Fields[0]
	for _, x := range s.Fields {
		if x.Gini.Low > most.Gini.Low {
			most = x
		}
	}
	return e.T("balance_gini_sentence", locale.Args{
		"Year": fmt.Sprint(s.Year), "Field": e.codeName(model.ByField, most.Code).Text, "Gini": e.interval(most.Gini, 3),
	})
}

// inequalityParts compares, in the latest year whose population has a source,
// each place's share of the people with its share of the inhabitants, and
// takes Theil's index apart.
func (e *edition) inequalityParts() []part {
	if len(e.Balance.Inequalities) == 0 {
		return nil
	}
	i := e.Balance.Inequalities[len(e.Balance.Inequalities)-1]
	parts := []part{e.dueFigure(i), e.contributionFigure(i)}
	if i.Split != nil {
		parts = append(parts, e.splitFigure(i))
	}
	return parts
}

func (e *edition) dueFigure(i balance.Inequality) *figure {
	year := locale.Args{"Year": fmt.Sprint(i.Year)}
	f := e.balanceFigure("phan-dan-phan-nguoi", e.T("balance_due_title", year), chart.Dumbbell, i.Illustrative)
	f.Measure = e.T("balance_due_measure", year)
	f.Sentence = e.dueSentence(i)
	f.chart = e.figureOf(f, chart.Dumbbell)
	f.chart.Numbers.Decimals, f.chart.Numbers.Suffix = 1, e.percentSign()
	f.chart.AxisName = e.T("dimension_locality")
	due, has := chart.Series{Name: e.T("balance_inhabitants")}, chart.Series{Name: e.T("balance_people")}
	shares := dueShares(i)
	for k, p := range i.Places {
		f.chart.Categories = append(f.chart.Categories, e.locality(p.Code).Text)
		due.Values = append(due.Values, chart.Value{Number: 100 * shares[k]})
		has.Values = append(has.Values, e.share(p.Part))
	}
	f.chart.Series = []chart.Series{due, has}
	f.Table = e.chartTable(f)
	return f
}

// dueShares is each place's share of the inhabitants.
func dueShares(i balance.Inequality) []float64 {
	all := 0
	for _, p := range i.Places {
		all += p.Inhabitants
	}
	return mapped(i.Places, func(p balance.Place) float64 { return float64(p.Inhabitants) / float64(all) })
}

// dueSentence names the place whose two shares are the furthest apart, among
// those that are published.
func (e *edition) dueSentence(i balance.Inequality) string {
	shares, furthest := dueShares(i), -1
	apart := func(k int) float64 { return math.Abs(i.Places[k].Share - shares[k]) }
	for k, p := range i.Places {
		if !p.Withheld && (furthest < 0 || apart(k) > apart(furthest)) {
			furthest = k
		}
	}
	if furthest < 0 {
		return e.T("drawing_all_withheld")
	}
	return e.T("balance_due_sentence", locale.Args{
		"Year": fmt.Sprint(i.Year), "Place": e.locality(i.Places[furthest].Code).Text,
		"People": e.Percent(i.Places[furthest].Share), "Inhabitants": e.Percent(shares[furthest]),
	})
}

func (e *edition) contributionFigure(i balance.Inequality) *figure {
	args := locale.Args{"Year": fmt.Sprint(i.Year), "Theil": e.interval(i.Theil, 3)}
	f := e.balanceFigure("theil", e.T("balance_theil_title", args), chart.Bar, i.Illustrative)
	f.Measure = e.T("balance_theil_measure")
	f.Sentence = e.T("balance_theil_sentence", args)
	f.chart = e.figureOf(f, chart.Bar)
	f.chart.Numbers.Decimals = 3
	f.chart.AxisName = e.T("dimension_locality")
	line := chart.Series{Name: e.T("balance_contribution")}
	for _, p := range i.Places {
		v := chart.Value{Number: p.Contribution}
		if p.Withheld {
			v = chart.Value{Status: chart.Withheld}
		}
		f.chart.Categories = append(f.chart.Categories, e.locality(p.Code).Text)
		line.Values = append(line.Values, v)
	}
	f.chart.Series = []chart.Series{line}
	f.Table = e.chartTable(f)
	return f
}

// splitFigure draws what is between groups of places and what is within each.
func (e *edition) splitFigure(i balance.Inequality) *figure {
	s := i.Split
	args := locale.Args{
		"Year": fmt.Sprint(i.Year), "By": e.T("balance_grouped_by_" + string(s.By)),
		"Between": e.Number(s.Between, 3), "Within": e.Number(s.Within, 3),
	}
	f := e.balanceFigure("theil-nhom", e.T("balance_split_title", args), chart.Bar, i.Illustrative)
	f.Measure = e.T("balance_split_measure", args)
	f.Sentence = e.T("balance_split_sentence", args)
	f.chart = e.figureOf(f, chart.Bar)
	f.chart.Numbers.Decimals = 3
	f.chart.AxisName = e.T("balance_component")
	f.chart.Categories = []string{e.T("balance_between_groups")}
	line := chart.Series{Name: e.T("balance_contribution"), Values: []chart.Value{{Number: s.Between}}}
	for _, g := range s.Groups {
		f.chart.Categories = append(f.chart.Categories, e.T("balance_within_group", locale.Args{"Group": e.groupName(s.By, g.ID)}))
		line.Values = append(line.Values, chart.Value{Number: g.Within})
	}
	f.chart.Series = []chart.Series{line}
	f.Table = e.chartTable(f)
	return f
}

// groupName is what readers call a group of places.
func (e *edition) groupName(by balance.Grouping, id string) string {
	switch by {
	case balance.ByParent, balance.ByFormer:
		return e.locality(id).Text
	case balance.ByRemote:
		return e.T("remote_" + id)
	}
	for _, l := range e.World.Localities {
		if kind, _ := l.Kind.In("vi", "en"); kind == id {
			return e.Text(l.Kind)
		}
	}
	return id
}

// distanceParts draws the structure of the latest year against each target
// that a source states, or says that none does.
func (e *edition) distanceParts() []part {
	if len(e.World.Forecast.Structures) == 0 {
		return []part{text{Paragraphs: [][]run{plain(e.T("balance_no_structure"))}}}
	}
	var parts []part
	for _, s := range e.World.Forecast.Structures {
		var latest *balance.Distance
		for i, d := range e.Balance.Distances {
			if d.Structure == s.ID {
				latest = &e.Balance.Distances[i]
			}
		}
		if latest != nil {
			parts = append(parts, e.distanceFigure(s, *latest))
		}
	}
	return parts
}

func (e *edition) distanceFigure(s model.Structure, d balance.Distance) *figure {
	f := e.balanceFigure("co-cau-"+s.ID, e.Text(s.Title), chart.Dumbbell, d.Illustrative)
	f.Source = append(f.Source, run{Text: "; "}, e.source(s.Source))
	f.Sentence = e.T("balance_distance_sentence", locale.Args{
		"Year": fmt.Sprint(d.Year), "Distance": e.interval(d.Dissimilarity, 3), "People": e.interval(d.People, 0),
	})
	f.chart = e.figureOf(f, chart.Dumbbell)
	f.chart.Numbers.Decimals, f.chart.Numbers.Suffix = 1, e.percentSign()
	f.chart.AxisName = e.T("dimension_" + key(string(d.Dimension)))
	has, wanted := chart.Series{Name: fmt.Sprint(d.Year)}, chart.Series{Name: e.T("target")}
	for i, p := range d.Parts {
		f.chart.Categories = append(f.chart.Categories, e.codeName(d.Dimension, p.Code).Text)
		has.Values = append(has.Values, e.share(p))
		wanted.Values = append(wanted.Values, chart.Value{Number: 100 * d.Targets[i]})
	}
	f.chart.Series = []chart.Series{has, wanted}
	f.Table = e.chartTable(f)
	return f
}
