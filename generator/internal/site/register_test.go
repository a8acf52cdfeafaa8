package site

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/model"
)

func TestRowsStandInTheirOrder(t *testing.T) {
	columns := []model.Column{
		{ID: "ten", Type: model.TextColumn, Public: true},
		{ID: "ngay", Type: model.DateColumn, Public: true},
		{ID: "nguoi", Type: model.CountColumn, Public: true},
		{ID: "diem", Type: model.NumberColumn},
		{ID: "cap", Type: model.ChoiceColumn, Public: true, Choices: []model.Choice{{ID: "tinh"}, {ID: "huyen"}, {ID: "co-so"}}},
	}
	row := func(name, day string, people, score float64, level string) model.Row {
		values := map[string]model.Value{
			"ten": {Text: vi(name)}, "nguoi": {Number: people, Withheld: people < 5}, "diem": {Number: score}, "cap": {Ref: level},
		}
		if day != "" {
			values["ngay"] = model.Value{Date: date(t, day)}
		}
		return model.Row{Values: values}
	}
	rows := []model.Row{
		row("đê", "2024-01-01", 4, 3, "co-so"), row("ấm", "2025-01-01", 1, 1, "tinh"),
		row("dê", "", 10, 2, "huyen"), row("an", "2024-06-01", 5, 9, "tinh"),
	}
	for _, c := range []struct {
		name string
		sort model.RegisterSort
		want string
	}{
		{"the latest first, the undated last", model.RegisterSort{}, "ấm an đê dê"},
		{"by the alphabet", model.RegisterSort{By: "ten"}, "an ấm dê đê"},
		{"backwards", model.RegisterSort{By: "ten", Descending: true}, "đê dê ấm an"},
		{"withheld counts tell nothing of their order", model.RegisterSort{By: "nguoi"}, "đê ấm an dê"},
		{"choices as declared", model.RegisterSort{By: "cap"}, "ấm an dê đê"},
		{"a hidden column orders nothing", model.RegisterSort{By: "diem"}, "đê ấm dê an"},
	} {
		e := on(t, new(model.World))
		var got []string
		for _, r := range e.sortedRows(&model.Register{Columns: columns, Rows: rows, Sort: c.sort}) {
			got = append(got, r.Values["ten"].Text["vi"])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
}

func TestNamesNeedConsent(t *testing.T) {
	e := on(t, new(model.World))
	given := date(t, "2024-05-01")
	for _, c := range []struct {
		consent *model.Consent
		want    string
	}{
		{nil, "(không nêu tên)"},
		{&model.Consent{Date: given}, "Lê Mẫu"},
		{&model.Consent{Date: date(t, "2026-11-23")}, "(không nêu tên)"},
		{&model.Consent{Date: given, Withdrawn: date(t, "2025-01-01")}, "(đã rút tên)"},
		{&model.Consent{Date: given, Withdrawn: date(t, "2027-01-01")}, "(đã rút tên)"},
	} {
		if got := textOf(e.personCell(&model.NamedPerson{Name: "Lê Mẫu", Consent: c.consent}).Runs); got != c.want {
			t.Errorf("consent %+v: %q, want %q", c.consent, got, c.want)
		}
	}
}

func TestCoverageOfUnits(t *testing.T) {
	w := answering()
	w.Registers = []model.Register{{
		ID: "ke-hoach", Title: vi("Kế hoạch"), Clauses: []string{"III.1-1"},
		Columns: []model.Column{{ID: "ngay", Type: model.DateColumn, Public: true}, {ID: "don-vi", Type: model.AgencyColumn, Public: true}},
		Charts:  []model.RegisterChart{{Kind: "matrix", X: "don-vi"}},
	}}
	r := &w.Registers[0]
	e := on(t, w)
	empty := e.registerFigures(r)
	if len(empty) != 1 || empty[0].chart != nil || len(empty[0].Table.Rows) != 4 {
		t.Fatalf("without a row: %+v", empty)
	}
	for _, row := range empty[0].Table.Rows {
		if textOf(row.Cells[1].Runs) != "chưa có dữ liệu" {
			t.Errorf("without a row: %q", textOf(row.Cells[1].Runs))
		}
	}
	for _, day := range []string{"2025-01-01", "2025-02-01", "2026-11-23"} {
		r.Rows = append(r.Rows, model.Row{Values: map[string]model.Value{"ngay": {Date: date(t, day)}, "don-vi": {Ref: "huyen-b"}}})
	}
	f := e.registerFigures(r)[0]
	var names []string
	var counts []float64
	for _, s := range f.chart.Series {
		names, counts = append(names, s.Name), append(counts, s.Values[0].Number)
	}
	if !slices.Equal(names, []string{"Ban", "Sở", "Huyện A", "Huyện B"}) || !slices.Equal(counts, []float64{0, 0, 0, 2}) {
		t.Errorf("units %v with %v rows", names, counts)
	}
	if !strings.HasPrefix(f.Sentence, "1 trong 4 đơn vị") {
		t.Errorf("said: %s", f.Sentence)
	}
}

func TestStagesAndSpansOfARegister(t *testing.T) {
	w := &model.World{Registers: []model.Register{{ID: "de-tai", Title: vi("Đề tài"), Columns: []model.Column{
		{ID: "ten", Title: vi("Tên"), Type: model.TextColumn, Public: true},
		{ID: "chang", Title: vi("Chặng"), Type: model.ChoiceColumn, Public: true, Choices: []model.Choice{
			{ID: "1", Name: vi("đề xuất")}, {ID: "2", Name: vi("duyệt")}, {ID: "3", Name: vi("dùng")}}},
		{ID: "tu", Title: vi("Từ"), Type: model.DateColumn, Public: true},
		{ID: "den", Title: vi("Đến"), Type: model.DateColumn, Public: true},
		{ID: "so", Title: vi("Số"), Type: model.NumberColumn, Public: true},
	}}}}
	r := &w.Registers[0]
	row := func(stage, from, to string, n float64) model.Row {
		v := map[string]model.Value{"ten": {Text: vi("A")}, "chang": {Ref: stage}, "tu": {Date: date(t, from)}, "so": {Number: n}}
		if to != "" {
			v["den"] = model.Value{Date: date(t, to)}
		}
		return model.Row{Values: v}
	}
	r.Rows = []model.Row{row("2", "2025-03-01", "2025-04-30", 3), row("1", "2025-01-01", "2025-02-28", 7), row("2", "2026-10-01", "", 2)}

	e := on(t, w)
	r.Charts = []model.RegisterChart{{Kind: "funnel", X: "chang", Series: "so"}}
	drawn := e.registerFigures(r)[0].chart
	want := []chart.Value{{Number: 7}, {Number: 5}, {Status: chart.Missing}}
	if !slices.Equal(drawn.Categories, []string{"đề xuất", "duyệt", "dùng"}) || !reflect.DeepEqual(drawn.Series[0].Values, want) {
		t.Errorf("stages %v: %v", drawn.Categories, drawn.Series)
	}

	r.Charts = []model.RegisterChart{{Kind: "bar", X: "chang", Series: "so"}}
	drawn = e.registerFigures(r)[0].chart
	if !slices.Equal(drawn.Categories, []string{"đề xuất", "duyệt"}) || !reflect.DeepEqual(drawn.Series[0].Values, want[:2]) {
		t.Errorf("choices %v: %v", drawn.Categories, drawn.Series)
	}

	r.Charts = []model.RegisterChart{{Kind: "gantt", X: "ten", Series: "chang"}}
	drawn = e.registerFigures(r)[0].chart
	if !slices.Equal(drawn.Categories, []string{"A – duyệt", "A – đề xuất", "A – duyệt"}) {
		t.Errorf("rows %v", drawn.Categories)
	}
	if last := drawn.Spans[2]; last.End != day(e.AsOf) || last.Start != day(date(t, "2026-10-01")) {
		t.Errorf("what has no end: %v to %v", last.Start, last.End)
	}
}
