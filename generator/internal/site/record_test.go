package site

import (
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/programme"
	"congbo/generator/internal/tracking"
)

// on is the Vietnamese edition of a world on 22 November 2026.
func on(t *testing.T, w *model.World) *edition {
	t.Helper()
	w.Site.Languages = []string{"vi"}
	w.Statistics.Threshold = 5
	l, err := locale.Load(os.DirFS("../../../themes/gazette"), "vi", "vi")
	if err != nil {
		t.Fatal(err)
	}
	asOf := date(t, "2026-11-22")
	in := &Input{World: w, AsOf: asOf, Report: tracking.Assess(w, asOf)}
	for i := range w.Registers {
		in.Datasets = append(in.Datasets, opendata.Describer{World: w, Words: locale.Locales{l}}.Register(&w.Registers[i], asOf))
	}
	return &edition{Input: in, Locale: l, index: newIndex(in)}
}

func date(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func vi(s string) model.Text { return model.Text{"vi": s} }

// said is the words of lines, as a reader sees them.
func said(lines [][]run) []string {
	var words []string
	for _, line := range lines {
		words = append(words, textOf(line))
	}
	return words
}

// answering is a world in which three bodies and a group of two answer for a
// clause, and some were succeeded.
func answering() *model.World {
	return &model.World{
		Agencies: []model.Agency{
			{ID: "ban", Name: vi("Ban"), SucceededBy: []model.Succession{{Agency: "ban-moi", Decision: "QĐ 1", Date: model.Date{Year: 2025, Month: 7, Day: 1}}}},
			{ID: "ban-moi", Name: vi("Ban mới"), SucceededBy: []model.Succession{{Agency: "ban-nay"}}},
			{ID: "ban-nay", Name: vi("Ban nay")},
			{ID: "so", Name: vi("Sở")},
			{ID: "cac-huyen", Name: vi("Các huyện"), Members: []string{"huyen-a", "huyen-b"}},
			{ID: "huyen-a", Name: vi("Huyện A")},
			{ID: "huyen-b", Name: vi("Huyện B")},
		},
		Sections: []model.Section{{ID: "III.1", Lead: []string{"ban"}, Implement: []string{"so", "cac-huyen"}}},
		Clauses:  []model.Clause{{ID: "III.1-1", Kind: model.Duty, Cadence: model.Standing}},
	}
}

func TestSuccession(t *testing.T) {
	w := answering()
	e := on(t, w)
	chain := "Ban mới (QĐ 1, 01/07/2025) → Ban nay (chưa rõ quyết định)"
	if got := said(e.successors(&w.Agencies[0])); !slices.Equal(got, []string{chain}) {
		t.Errorf("successors: %q", got)
	}
	if got := said(e.successors(&w.Agencies[3])); !slices.Equal(got, []string{"chưa rõ"}) {
		t.Errorf("no successor: %q", got)
	}
	if got := said(e.predecessors(&w.Agencies[1])); !slices.Equal(got, []string{"Ban (QĐ 1, 01/07/2025)"}) {
		t.Errorf("predecessors: %q", got)
	}
	want := []string{"Ban → " + chain, "chưa rõ: Sở, Các huyện"}
	if got := said(e.answersToday(&w.Sections[0])); !slices.Equal(got, want) {
		t.Errorf("who answers today: %q, want %q", got, want)
	}
	w.Agencies[0].SucceededBy = nil
	if got := said(e.answersToday(&w.Sections[0])); len(got) != 1 || !strings.HasPrefix(got[0], "chưa rõ: chưa có nguồn") {
		t.Errorf("who answers today, nothing known: %q", got)
	}
}

func TestTargetsStandBesideTheLatestFigures(t *testing.T) {
	point := func(year int, value float64, bound model.Bound) model.Point {
		return model.Point{Period: model.Period{Year: year}, Value: value, Bound: bound}
	}
	e := on(t, new(model.World))
	indicators := []*model.Indicator{
		{ID: "a", Title: vi("A"), Unit: vi("%"), Series: []model.Point{point(2018, 48, ""), point(2017, 45, "")}, Targets: []model.Point{point(2025, 60, model.MoreThan)}},
		{ID: "b", Title: vi("B"), Unit: vi("%"), Targets: []model.Point{point(2030, 30, "")}},
		{ID: "c", Title: vi("C"), Unit: vi("người"), Targets: []model.Point{point(2030, 9, "")}},
		{ID: "d", Title: vi("D"), Unit: vi("%"), Series: []model.Point{point(2018, 1, "")}},
	}
	groups := e.aimedByUnit(indicators)
	if len(groups) != 1 || len(groups[0]) != 2 {
		t.Fatalf("groups of one unit: %v", groups)
	}
	f := e.targetsFigure(groups[0], 0)
	if got := f.chart.Series[0].Values; got[0].Number != 48 || got[1].Status != chart.Missing {
		t.Errorf("latest figures %v", got)
	}
	if got := f.chart.Targets; got[0].Value.Bound != chart.MoreThan || got[1].Value.Number != 30 {
		t.Errorf("targets %v", got)
	}
	if got := textOf(f.Table.Rows[0].Cells[2].Runs); got != "trên 60 (2025)" {
		t.Errorf("target said as %q", got)
	}
	if !strings.HasPrefix(f.Sentence, "1 trong 2 ") {
		t.Errorf("said: %s", f.Sentence)
	}
}

func TestProgressIsNumbersAndTheirDifference(t *testing.T) {
	year := func(y int) model.Period { return model.Period{Year: y} }
	i := &model.Indicator{
		Unit: vi("%"), Baseline: year(2015),
		Series:  []model.Point{{Period: year(2015), Value: 40}, {Period: year(2018), Value: 48.1, Digits: 1}},
		Targets: []model.Point{{Period: year(2025), Value: 60, Bound: model.MoreThan}},
	}
	e := on(t, new(model.World))
	for _, c := range []struct {
		name   string
		change func(*model.Indicator)
		want   []string
	}{
		{"numbers and their difference", func(*model.Indicator) {}, []string{
			"Mục tiêu 2025: trên 60\u00a0%. Số liệu gần nhất (2018): 48,1\u00a0%. Chênh lệch: 48,1 − 60 = −11,9 điểm phần trăm. ",
			"Từ 2015 đến 2018: 48,1 − 40 = 8,1 điểm phần trăm.",
		}},
		{"a value of the target's own year", func(i *model.Indicator) { i.Targets[0].Period = year(2015) }, []string{
			"Mục tiêu 2015: trên 60\u00a0%. Số liệu 2015: 40\u00a0%. Chênh lệch: 40 − 60 = −20 điểm phần trăm. ",
			"Từ 2015 đến 2018: 48,1 − 40 = 8,1 điểm phần trăm.",
		}},
		{"a break before the latest", func(i *model.Indicator) { i.Breaks = []model.Break{{From: year(2017)}} }, []string{
			"Mục tiêu 2025: trên 60\u00a0%. Số liệu gần nhất (2018): 48,1\u00a0%. Chênh lệch: 48,1 − 60 = −11,9 điểm phần trăm. ",
		}},
		{"a break after the latest", func(i *model.Indicator) { i.Breaks = []model.Break{{From: year(2020)}} }, []string{
			"Mục tiêu 2025: trên 60\u00a0%. Số liệu gần nhất (2018): 48,1\u00a0%. ",
			"Từ 2015 đến 2018: 48,1 − 40 = 8,1 điểm phần trăm.",
		}},
		{"a baseline that is a bound", func(i *model.Indicator) { i.Series[0].Bound = model.MoreThan }, []string{
			"Mục tiêu 2025: trên 60\u00a0%. Số liệu gần nhất (2018): 48,1\u00a0%. Chênh lệch: 48,1 − 60 = −11,9 điểm phần trăm. ",
		}},
		{"a latest value that is a bound", func(i *model.Indicator) { i.Series[1].Bound = model.About }, []string{
			"Mục tiêu 2025: trên 60\u00a0%. Số liệu gần nhất (2018): khoảng 48,1\u00a0%. ",
		}},
		{"nothing measured", func(i *model.Indicator) { i.Series = nil }, []string{"Mục tiêu 2025: trên 60\u00a0%. Chưa có số liệu. "}},
	} {
		changed := *i
		changed.Series, changed.Targets = slices.Clone(i.Series), slices.Clone(i.Targets)
		c.change(&changed)
		if got := said(e.progress(&changed).Paragraphs); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestGapsInTimeAreGapsInTheDrawing(t *testing.T) {
	year := func(y int) model.Point { return model.Point{Period: model.Period{Year: y}} }
	month := model.Point{Period: model.Period{Year: 2018, Month: 3}}
	for _, c := range []struct {
		points []model.Point
		want   string
	}{
		{[]model.Point{year(2018), year(2015), year(2016)}, "2015 2016 2017 2018"},
		{[]model.Point{year(2015), year(2030)}, "2015 2030"},
		{[]model.Point{year(2016), month}, "2016 2018-03"},
		{nil, ""},
	} {
		var got []string
		for _, p := range periodsOf(&model.Indicator{Series: c.points}) {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: %v, want %s", c.points, got, c.want)
		}
	}
}

func TestThreeAnswersStayApart(t *testing.T) {
	w := &model.World{
		Agencies: []model.Agency{{ID: "so", Name: vi("Sở")}},
		Tasks: []model.Task{
			{ID: "a", Title: vi("A"), Lead: "so", Plan: model.Plan{Start: date(t, "2024-01-01"), Due: date(t, "2024-12-31")},
				Log: []model.LogEntry{{Date: date(t, "2024-12-01"), Status: model.Done}}},
			{ID: "b", Title: vi("B"), Lead: "so", Plan: model.Plan{Start: date(t, "2024-01-01"), Due: date(t, "2024-12-31")},
				Log: []model.LogEntry{{Date: date(t, "2024-12-01"), Status: model.Stopped, Reason: vi("hết tiền"), Evidence: []model.Evidence{
					{Title: vi("Tin"), Kind: model.NewsEvidence, Date: date(t, "2024-11-01"), URL: "https://x.vn/1", Copy: &model.Copy{File: "a.txt", SHA256: "ab", Seen: date(t, "2024-11-02")}}}}}},
			{ID: "c", Title: vi("C"), Lead: "so", Plan: model.Plan{Start: date(t, "2024-01-01"), Due: date(t, "2024-12-31")},
				Log: []model.LogEntry{{Date: date(t, "2024-12-01"), Status: model.Stopped, Evidence: []model.Evidence{
					{Title: vi("Khác"), Kind: model.DocumentEvidence, Date: date(t, "2024-11-01"), URL: "https://x.vn/2", Copy: &model.Copy{File: "b.txt", SHA256: "ab"}}}}}},
		},
	}
	e := on(t, w)
	for i, want := range [][3]string{
		{"báo cáo hoàn thành, chưa có bằng chứng", "chưa có bằng chứng", "đã khép lại"},
		{"báo cáo đã dừng", "mới có tin hoặc ảnh", "đã khép lại"},
		{"báo cáo đã dừng", "có văn bản hoặc dữ liệu", "đã khép lại"},
	} {
		var got [3]string
		answers := e.taskAnswers(e.Report.Tasks[i]).Answers
		for j := range answers {
			got[j] = answers[j].Mark.Word
		}
		if len(answers) != 3 || got != want {
			t.Errorf("task %d: %q, want %q", i, got, want)
		}
	}
	dropped := said(e.taskAnswers(e.Report.Tasks[1]).Answers[0].Lines)
	if !slices.Contains(dropped, "Lý do: hết tiền") {
		t.Errorf("why a task was dropped: %q", dropped)
	}
	if got := said(e.taskAnswers(e.Report.Tasks[2]).Answers[0].Lines); !slices.Contains(got, "không nêu lý do") {
		t.Errorf("a task dropped without a reason: %q", got)
	}
	shown := textOf(e.taskAnswers(e.Report.Tasks[1]).Answers[1].Lines[0])
	if !strings.Contains(shown, "bản chụp ngày 02/11/2024") || !strings.HasSuffix(shown, "cũng dùng cho: C") {
		t.Errorf("evidence whose copy another task has, too: %q", shown)
	}
}

func TestReportsCarryClauseAndDay(t *testing.T) {
	w := answering()
	e := on(t, w)
	e.BaseURL = "https://mau.example/tri-thuc/"
	p := page{Path: "/chuong-trinh/iii-1-1/", Number: "III.1-1", Title: "Đẩy mạnh & mở"}
	if got := e.askPart(p).Paragraphs; len(got) != 2 || got[0][0].Href != "/gioi-thieu/" {
		t.Errorf("without an address: %+v", got)
	}
	w.Site.Publisher.Email = "hoi@mau.example"
	got := e.askPart(p).Paragraphs
	to, err := url.Parse(got[0][0].Href)
	if err != nil || len(got) != 1 {
		t.Fatalf("%+v: %v", got, err)
	}
	q := to.Query()
	if to.Scheme != "mailto" || to.Opaque != "hoi@mau.example" || q.Get("subject") != "III.1-1 Đẩy mạnh & mở" ||
		q.Get("body") != "Trang: https://mau.example/tri-thuc/chuong-trinh/iii-1-1/ (tính ngày 22/11/2026)" || strings.Contains(to.RawQuery, "+") {
		t.Errorf("mail to %s", got[0][0].Href)
	}
}

func TestListsFollowTheText(t *testing.T) {
	w := &model.World{Clauses: []model.Clause{{ID: "III.2-1"}, {ID: "III.2-2"}, {ID: "III.1"}}}
	e := on(t, w)
	e.Documents = map[string]*programme.Document{"vi": {}}
	parts := e.bySection([]filed{
		{entry{Title: "không"}, nil}, {entry{Title: "ba"}, []string{"III.1"}},
		{entry{Title: "hai"}, []string{"III.2-2"}}, {entry{Title: "một"}, []string{"III.1", "III.2-1"}},
	})
	var got []string
	for _, p := range parts {
		list := p.(*entries)
		for _, n := range list.Entries {
			got = append(got, list.ID+" "+textOf(n.Numbers)+" "+n.Title)
		}
	}
	want := []string{"muc-iii-2 III.2-1, III.1 một", "muc-iii-2 III.2-2 hai", "muc-iii-1 III.1 ba", "muc-khac  không"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
