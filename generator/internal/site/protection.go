package site

import (
	"fmt"
	"math"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/workforce"
)

// protectionPath is the page that explains what is withheld; it also counts it.
const protectionPath = "/phuong-phap/bao-mat/"

// protection says what this build withheld and what that costs. Of the people
// in withheld cells only a share rounded up is told: their exact number would
// be one more figure to subtract from.
func (e *edition) protection() []part {
	figures, withheld := 0, 0
	t := table{Caption: e.T("protection_caption"), Blocks: true, Columns: []column{
		{Name: e.T("protection_table"), Head: true},
		{Name: e.T("protection_threshold"), Numeric: true},
		{Name: e.T("protection_figures"), Numeric: true},
		{Name: e.T("protection_withheld"), Numeric: true},
	}}
	for _, declared := range e.Tables.Tables {
		n := withheldIn(declared)
		figures, withheld = figures+len(declared.Cells), withheld+n
		t.Rows = append(t.Rows, row{Cells: []cell{
			{Runs: []run{e.tableName(declared)}},
			{Runs: plain(e.Int(declared.Threshold))},
			{Runs: plain(e.Int(len(declared.Cells)))},
			{Runs: plain(e.Int(n))},
		}})
	}
	t.Rows = append(t.Rows, row{Total: true, Cells: []cell{
		{Runs: plain(e.T("total"))}, {}, {Runs: plain(e.Int(figures))}, {Runs: plain(e.Int(withheld))},
	}})
	said := text{
		heading: heading{ID: "ban-dung-nay", Heading: e.T("protection_heading")},
		Paragraphs: [][]run{
			plain(e.T("protection_sentence", locale.Args{"Date": e.Date(e.AsOf), "Figures": e.Int(figures), "Withheld": e.Int(withheld)})),
			plain(e.T("protection_loss", locale.Args{"Share": fmt.Sprint(e.shareWithheld())})),
		},
	}
	return []part{said, tablePart{Table: t}}
}

func (e *edition) tableName(t *workforce.Table) run {
	r := linked(e.Text(t.Declared.Title), e.tableAddress(t.Declared.ID))
	return r
}

func withheldIn(t *workforce.Table) int {
	n := 0
	for _, c := range t.Cells {
		if c.Status == workforce.Withheld {
			n++
		}
	}
	return n
}

// shareWithheld is the share of people-entries in withheld cells, in per cent
// rounded up.
func (e *edition) shareWithheld() int {
	r := e.Tables.Report
	return int(math.Ceil(100 * float64(r.HiddenEntries) / float64(max(r.Entries, 1))))
}
