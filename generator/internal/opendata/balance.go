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

// measuresOfBalance names what a row of the dataset holds.
var measuresOfBalance = []Category{
	{"herfindahl", words("chỉ số Herfindahl-Hirschman", "Herfindahl-Hirschman index")},
	{"herfindahl-normalised", words("chỉ số Herfindahl-Hirschman chuẩn hóa", "normalised Herfindahl-Hirschman index")},
	{"effective", words("số nhóm tương đương", "effective number")},
	{"share", words("tỷ trọng", "share")},
	{"quotient", words("thương số vị trí của lĩnh vực (part) ở địa bàn (code)", "location quotient of the field (part) in the place (code)")},
	{"excess", words("số người nhiều hơn cơ cấu chung", "people above the structure of all")},
	{"gini", words("hệ số Gini vị trí của lĩnh vực", "locational Gini coefficient of the field")},
	{"theil", words("chỉ số Theil", "Theil index")},
	{"theil-part", words("phần đóng góp của địa bàn", "contribution of the place")},
	{"theil-between", words("phần giữa các nhóm địa bàn", "between groups of places")},
	{"theil-within", words("phần trong nhóm địa bàn", "within the group of places")},
	{"per-10000", words("số người trên 10.000 dân", "people per 10,000 inhabitants")},
	{"dissimilarity", words("khoảng cách tới cơ cấu mục tiêu (part)", "distance to the target structure (part)")},
}

// FromBalance describes the measures of balance, a row a measure, year and
// code.
func FromBalance(b *balance.Balance) Dataset {
	d := Dataset{
		ID:    balanceID,
		Kind:  BalanceKind,
		Title: words("Độ cân đối của đội ngũ", "Balance of the workforce"),
		Description: words(
			"Mức tập trung, chuyên môn hóa, chênh lệch giữa các địa bàn và khoảng cách tới cơ cấu mục tiêu, tính từ các ô đã công bố. Có ô được giữ lại thì độ đo là khoảng chứa giá trị đúng.",
			"Concentration, specialisation, inequality between places and distance to target structures, computed from published cells. Where a cell is withheld, a measure is an interval that holds the true value."),
		Illustrative: b.Illustrative(),
		Fields: []Field{
			{Name: "measure", Type: String, Title: fieldTitles["measure"], Required: true, Categories: measuresOfBalance},
			required("table", String), required("year", Year), required("code", String), field("part", String),
			field("low", Number), field("high", Number), category("status", statuses), field(illustrativeName, Boolean),
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
