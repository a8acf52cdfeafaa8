package site

import (
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/history"
	"congbo/generator/internal/model"
)

// documented is a world in which every kind of thing happened for III.1: a row
// of a register, an entry of a log with a document and a news item as evidence,
// and a correction.
func documented(t *testing.T) *model.World {
	evidence := func(title string, kind model.EvidenceKind) model.Evidence {
		return model.Evidence{Title: vi(title), URL: "https://mau.example/", Date: date(t, "2026-03-01"), Kind: kind, Proves: vi("chứng minh")}
	}
	return &model.World{
		Clauses:  []model.Clause{{ID: "III.1", Quote: vi("Tổ chức"), Kind: model.Duty, Cadence: model.Standing}},
		Agencies: []model.Agency{{ID: "so", Name: vi("Sở")}},
		Registers: []model.Register{{
			ID: "hoi-nghi", Title: vi("Hội nghị"), Clauses: []string{"III.1"},
			Columns: []model.Column{{ID: "ngay", Type: model.DateColumn, Public: true}, {ID: "viec", Type: model.TextColumn, Public: true}},
			Rows:    []model.Row{{Values: map[string]model.Value{"ngay": {Date: date(t, "2026-02-01")}, "viec": {Text: vi("dòng đã ghi")}}}},
		}},
		Tasks: []model.Task{{
			ID: "lop", Title: vi("Mở lớp"), Clauses: []string{"III.1"}, Lead: "so",
			Plan: model.Plan{Start: date(t, "2026-01-01"), Due: date(t, "2026-12-31")},
			Log: []model.LogEntry{{
				Date: date(t, "2026-03-02"), Status: model.Done, Note: vi("lời ghi chú"),
				Evidence: []model.Evidence{evidence("văn bản", model.DocumentEvidence), evidence("tin bài", model.NewsEvidence)},
			}},
		}},
		Corrections: []model.Correction{{Date: date(t, "2026-04-01"), Of: "task", ID: "lop", Was: vi("điều cũ"), Now: vi("điều mới"), Reason: vi("gõ nhầm")}},
	}
}

// withPast lets an edition tell what its records and its news date themselves.
func withPast(e *edition) *edition {
	in := history.Input{World: e.World, Report: e.Report}
	statement := history.State(in, nil)
	var news []history.News
	for _, a := range e.news() {
		news = append(news, history.News{Date: a.Date, Title: vi(a.Title), Address: strings.Trim(a.path(), "/") + "/", Clauses: a.Clauses, Tasks: a.Tasks})
	}
	e.History = &history.Account{Statement: statement, Timeline: history.Recorded(in, statement, news)}
	e.past = e.retell()
	return e
}

// article is one about the clause III.1 and the task lop.
func article(t *testing.T) Article {
	a := Article{Lang: "vi", Section: "tin-tuc", Slug: "khai-mac"}
	a.Title, a.Date, a.Clauses, a.Tasks = "bài viết", date(t, "2026-03-05"), []string{"III.1"}, []string{"lop"}
	return a
}

// told is every dated thing in the lists of a page.
func told(parts []part) []string {
	var lines []string
	for _, p := range parts {
		switch list := p.(type) {
		case timeline:
			for _, m := range list.Entries {
				lines = append(lines, said(m.Lines)...)
			}
		case entries:
			for _, n := range list.Entries {
				lines = append(lines, n.Title)
			}
		}
	}
	return lines
}

func TestEachFactStandsOnceOnAPage(t *testing.T) {
	e := on(t, documented(t))
	e.Articles = []Article{article(t)}
	withPast(e)
	clause := e.Report.Clauses[0]
	news := e.newsOf(func(a *Article) []string { return a.Clauses }, "III.1")
	for name, page := range map[string]struct {
		parts []part
		facts []string
	}{
		"clause": {
			[]part{e.clauseActs(clause), news, e.clauseHistory("III.1")},
			[]string{"dòng đã ghi", "văn bản", "tin bài", "lời ghi chú", "bài viết", "điều cũ"},
		},
		"task": {
			[]part{timeline{Entries: e.taskMoments(e.Report.Tasks[0])}, news, e.taskHistory("lop")},
			[]string{"văn bản", "tin bài", "lời ghi chú", "bài viết", "điều cũ"},
		},
	} {
		lines := told(page.parts)
		for _, fact := range page.facts {
			saying := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !strings.Contains(line, fact) })
			if len(saying) != 1 {
				t.Errorf("%s: %q stands in %q", name, fact, saying)
			}
		}
	}
}

// A row that was recorded late is told with its act, and once more with the day
// on which it came.
func TestLateRowsAreTold(t *testing.T) {
	e := withPast(on(t, documented(t)))
	for i := range e.past {
		if c := e.past[i].change; c.Of == history.OfRegister {
			c.Date = date(t, "2026-05-05")
		}
	}
	if lines := told([]part{e.clauseHistory("III.1")}); !slices.Contains(lines, "dòng đã ghi") {
		t.Errorf("history tells %q", lines)
	}
}

func TestListsOfRecordsAreCut(t *testing.T) {
	w := documented(t)
	r := &w.Registers[0]
	for range historyCount {
		r.Rows = append(r.Rows, r.Rows[0])
	}
	e := withPast(on(t, w))
	for range historyCount + 1 {
		e.Articles = append(e.Articles, article(t))
	}
	news := e.newsOf(func(a *Article) []string { return a.Clauses }, "III.1")
	acts := e.clauseActs(e.Report.Clauses[0])
	if len(acts.Entries) != historyCount || len(news.Entries) != historyCount {
		t.Errorf("%d acts and %d articles are shown", len(acts.Entries), len(news.Entries))
	}
	for _, intro := range [][]run{acts.Intro, news.Intro} {
		if !strings.Contains(textOf(intro), "20 mục mới nhất trong") {
			t.Errorf("the list says only %q", textOf(intro))
		}
	}
}
