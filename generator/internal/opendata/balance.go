package opendata

import (
	"strconv"
	"strings"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// The measures of balance stand in a folder of their own, so that any id is
// free for the site's tables.
const (
	balanceFolder = "can-doi/"
	balanceID     = "do-can-doi"
)

// BalancePath is where the measures' files stand below the site's root, without
// the ending that tells the format.
const BalancePath = Folder + balanceFolder + balanceID

// measuresOfBalance is what a row of the dataset may hold.
var measuresOfBalance = []string{
	"herfindahl", "herfindahl-normalised", "effective", "share", "quotient", "excess", "gini",
	"theil", "theil-part", "theil-between", "theil-within", "per-10000", "dissimilarity",
}

// Balance describes the measures of balance, a row a measure, year and
// code.
func (w Describer) Balance(b *balance.Balance) Dataset {
	measure := w.category("measure", named(w.Words, "data_balance_", measuresOfBalance...))
	measure.Required = true
	d := Dataset{
		ID:           balanceID,
		Kind:         BalanceKind,
		Title:        w.Words.Say("data_balance"),
		Description:  w.Words.Say("data_balance_description"),
		Illustrative: b.Illustrative(),
		Fields: []Field{
			measure,
			w.required("table", String), w.required("year", Year), w.required("code", String), w.field("part", String),
			w.field("low", Number), w.field("high", Number), w.category("status", statuses(w.Words)), w.field(illustrativeName, Boolean),
		},
		Key: []string{"measure", "table", "year", "code", "part"},
	}
	rows := balanceRows{}
	rows.concentrations(b.Concentrations)
	rows.specialisations(b.Specialisations)
	rows.inequalities(b.Inequalities)
	rows.distances(b.Distances)
	d.Rows = rows.all
	return d
}

type balanceRows struct{ all [][]string }

func (r *balanceRows) add(of balance.Origin, measure, code, part string, i balance.Interval) {
	r.append(of, measure, code, part, measured(i.Low), measured(i.High), "")
}

// cell adds a measure of one cell, which is known or withheld.
func (r *balanceRows) cell(of balance.Origin, measure, code, part string, withheld bool, x float64) {
	if withheld {
		r.append(of, measure, code, part, "", "", string(workforce.Withheld))
		return
	}
	r.add(of, measure, code, part, balance.Interval{Low: x, High: x})
}

func (r *balanceRows) append(of balance.Origin, measure, code, part, low, high, status string) {
	r.all = append(r.all, []string{measure, of.Table, strconv.Itoa(of.Year), code, part, low, high, status, flag(of.Illustrative)})
}

// measured writes a measure with six digits behind the point at most.
func measured(x float64) string {
	written := strings.TrimRight(strconv.FormatFloat(x, 'f', 6, 64), "0")
	if written = strings.TrimSuffix(written, "."); written == "-0" {
		return "0"
	}
	return written
}

func (r *balanceRows) concentrations(all []balance.Concentration) {
	for _, c := range all {
		by := string(c.Dimension)
		r.add(c.Origin, "herfindahl", workforce.Total, by, c.Herfindahl)
		r.add(c.Origin, "herfindahl-normalised", workforce.Total, by, c.Normalised)
		r.add(c.Origin, "effective", workforce.Total, by, c.Effective)
		for _, p := range c.Parts {
			r.cell(c.Origin, "share", p.Code, by, p.Withheld, p.Share)
		}
	}
}

func (r *balanceRows) specialisations(all []balance.Specialisation) {
	for _, s := range all {
		for _, c := range s.Cells {
			r.cell(s.Origin, "quotient", c.Place, c.Field, c.Withheld, c.Quotient)
			r.cell(s.Origin, "excess", c.Place, c.Field, c.Withheld, c.Excess)
		}
		for _, f := range s.Fields {
			r.add(s.Origin, "gini", f.Code, string(model.ByField), f.Gini)
		}
	}
}

func (r *balanceRows) inequalities(all []balance.Inequality) {
	for _, i := range all {
		r.add(i.Origin, "theil", workforce.Total, "", i.Theil)
		for _, p := range i.Places {
			r.cell(i.Origin, "theil-part", p.Code, "", p.Withheld, p.Contribution)
			r.cell(i.Origin, "per-10000", p.Code, "", p.Withheld, p.PerTenThousand)
		}
		if i.Split == nil {
			continue
		}
		r.cell(i.Origin, "theil-between", workforce.Total, "", false, i.Split.Between)
		for _, g := range i.Split.Groups {
			r.cell(i.Origin, "theil-within", g.ID, string(i.Split.By), false, g.Within)
		}
	}
}

func (r *balanceRows) distances(all []balance.Distance) {
	for _, d := range all {
		r.add(d.Origin, "dissimilarity", workforce.Total, d.Structure, d.Dissimilarity)
	}
}
