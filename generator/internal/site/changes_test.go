package site

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
	"congbo/themes"
)

// longPast is an edition of a site with many changes: so many in each year.
func longPast(t *testing.T, years map[int]int) *edition {
	t.Helper()
	l, err := locale.Load(themes.Gazette(), "vi", "vi")
	if err != nil {
		t.Fatal(err)
	}
	in := &Input{World: &model.World{Site: model.Site{Languages: []string{"vi"}}}, Tables: &workforce.Publication{}, History: &history.Account{}}
	e := &edition{Input: in, Locale: l, index: newIndex(in)}
	for year := 2030; year > 2000; year-- {
		for i := range years[year] {
			c := &history.Change{Date: model.Date{Year: year, Month: time.May, Day: 1}, Kind: history.Removed, Of: history.OfTask, ID: fmt.Sprint("x-", i)}
			e.past = append(e.past, saying{change: c, headline: plain("x")})
		}
	}
	return e
}

// No page of changes grows without end, and every change stands on the page of
// its year.
func TestChangesArePaged(t *testing.T) {
	e := longPast(t, map[int]int{2026: 2*yearCount + 1, 2024: yearCount})
	var got []string
	for _, p := range e.changesPages() {
		list := p.Parts[0].(timeline)
		got = append(got, fmt.Sprint(p.Path, " ", len(list.Entries)))
	}
	want := []string{
		fmt.Sprint("/thay-doi/ ", latestCount),
		fmt.Sprint("/thay-doi/2026/ ", yearCount), fmt.Sprint("/thay-doi/2026/2/ ", yearCount), "/thay-doi/2026/3/ 1",
		fmt.Sprint("/thay-doi/2024/ ", yearCount),
	}
	if !slices.Equal(got, want) {
		t.Errorf("pages are %q, want %q", got, want)
	}
}

// No page of corrections grows without end, none is lost, and a site without
// corrections has the page that says so.
func TestCorrectionsArePaged(t *testing.T) {
	for corrected, want := range map[int][]string{
		0:                     {"/dinh-chinh/ 0"},
		correctionCount:       {fmt.Sprint("/dinh-chinh/ ", correctionCount)},
		2*correctionCount + 1: {fmt.Sprint("/dinh-chinh/ ", correctionCount), fmt.Sprint("/dinh-chinh/2/ ", correctionCount), "/dinh-chinh/3/ 1"},
	} {
		e := longPast(t, map[int]int{2026: corrected, 2025: 3})
		for _, s := range e.past[:corrected] {
			s.change.Correction = &model.Correction{}
		}
		var got []string
		for _, p := range e.correctionsPages() {
			got = append(got, fmt.Sprint(p.Path, " ", len(p.Parts[0].(timeline).Entries)))
		}
		if !slices.Equal(got, want) {
			t.Errorf("pages of %d are %q, want %q", corrected, got, want)
		}
	}
}

func TestFieldsAreSaidInWords(t *testing.T) {
	e := longPast(t, nil)
	for field, want := range map[string]string{
		"log.2024-12-20":          "mục nhật ký 20/12/2024",
		"log.2024-12-20.evidence": "mục nhật ký 20/12/2024",
		"series.2018-03":          "số liệu tháng 03/2018",
		"rows.3":                  "dòng 3",
		"plan.due":                "kế hoạch ban đầu",
		"2024":                    "số liệu 2024",
		"title":                   "tên",
		"lời nói đầu":             "lời nói đầu",
		"":                        "",
	} {
		if got := e.field(field); got != want {
			t.Errorf("%q is %q, want %q", field, got, want)
		}
	}
}

// Every kind of change has its words in every language.
func TestEveryKindOfChangeIsSaid(t *testing.T) {
	e := longPast(t, nil)
	for _, k := range []history.Kind{
		history.Added, history.Changed, history.Removed, history.Withheld, history.Revealed, history.Withdrawn, history.Real, history.Corrected,
	} {
		for _, field := range append([]string{"", "2024"}, fields...) {
			if said := e.became(&history.Change{Kind: k, Of: history.OfTask, Field: field}); said == "" {
				t.Errorf("nothing is said of %s %s", k, field)
			}
		}
	}
}
