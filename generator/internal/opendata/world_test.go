package opendata

import (
	"bytes"
	"testing"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
	"congbo/themes"
)

var today = model.Date{Year: 2026, Month: 11, Day: 22}

func day(t testing.TB, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// spoken are the languages of the province.
var spoken = func() locale.Locales {
	words, err := locale.LoadAll(themes.Gazette(), []string{"vi", "en"})
	if err != nil {
		panic(err)
	}
	return words
}()

func describer(world *model.World) Describer { return Describer{world, spoken} }

func vi(s string) model.Text { return model.Text{"vi": s} }

// province is a small invented world with something of every kind.
func province(t testing.TB) *model.World {
	t.Helper()
	return &model.World{
		Site: model.Site{
			Title:       model.Text{"vi": "Chương trình trí thức", "en": "The programme"},
			Description: vi("Một tỉnh tưởng tượng."),
			BaseURL:     "https://tinh.example/cong-khai/",
			Languages:   []string{"vi", "en"},
			Publisher:   model.Publisher{Name: vi("Tỉnh ủy"), Email: "vanphong@tinh.example"},
			Licence:     vi("CC BY 4.0"),
		},
		Sources: []model.Source{
			{ID: "nien-giam", Title: vi("Niên giám 2018"), Producer: vi("Cục Thống kê"), Published: model.Period{Year: 2019}, URL: "https://thongke.example/2018", Certainty: "A"},
			{ID: "bao-tinh", Title: vi("Báo tỉnh"), Certainty: "B"},
			{ID: "khong-dung", Title: vi("Không ai dẫn")},
		},
		Clauses: []model.Clause{
			{ID: "III.1-1", Kind: model.Duty, Cadence: model.Standing},
			{ID: "III.2-1", Kind: model.Duty, Cadence: model.Yearly},
			{ID: "II.2", Kind: model.Vision, Cadence: model.NoCadence},
		},
		Agencies: []model.Agency{{ID: "ubnd-tinh", Name: vi("UBND tỉnh"), Kind: vi("cơ quan")}},
		Localities: []model.Locality{
			{ID: "dak-ha", Code: "615", Name: vi("Đăk Hà"), Kind: vi("huyện"), ValidTo: day(t, "2025-06-30")},
		},
		Classifications: []model.Classification{{
			ID: "degrees", Title: vi("Trình độ"), Source: vi("Danh mục của trang"),
			Codes: []model.Code{{Code: "master", Name: model.Text{"vi": "Thạc sĩ", "en": "Master"}}, {Code: "doctor", Name: vi("Tiến sĩ")}},
		}},
		Tasks: []model.Task{{
			ID: "doi-thoai", Lead: "ubnd-tinh", Clauses: []string{"III.1-1", "III.2-1"}, Illustrative: true,
			Plan: model.Plan{Start: day(t, "2026-03-01"), Due: day(t, "2026-10-31")},
			Log: []model.LogEntry{
				{Date: day(t, "2026-05-02"), Due: day(t, "2026-11-15"), Status: model.UnderWay,
					Evidence: []model.Evidence{{Date: day(t, "2026-04-30"), Kind: model.DocumentEvidence}}},
				{Date: day(t, "2026-12-01"), Status: model.Done},
			},
		}, {
			ID: "quy-hoach", Lead: "ubnd-tinh",
			Plan: model.Plan{Start: day(t, "2026-11-01"), Due: day(t, "2027-01-31")},
		}},
		Indicators: []model.Indicator{trainedWorkers(), {
			ID: "bac-si", Title: vi("Bác sĩ"), Series: []model.Point{{Period: model.Period{Year: 2024}, Value: 539, Source: "bao-tinh"}},
		}},
		Registers:  []model.Register{honours(t)},
		Statistics: model.Statistics{Threshold: 5},
	}
}

func trainedWorkers() model.Indicator {
	return model.Indicator{
		ID: "lao-dong", Title: vi("Lao động qua đào tạo"), Unit: vi("%"), Clauses: []string{"III.1-1"},
		Definition: vi("Tỷ lệ lao động qua đào tạo."), Method: vi("Điều tra."),
		Baseline: model.Period{Year: 2010},
		Targets:  []model.Point{{Period: model.Period{Year: 2025}, Value: 60, Source: "bao-tinh", Bound: model.MoreThan}},
		Series: []model.Point{
			{Period: model.Period{Year: 2018, Month: 3}, Value: 48.1, Digits: 2, Source: "bao-tinh", Preliminary: true},
			{Period: model.Period{Year: 2017}, Value: -0.5, Digits: 1, Source: "nien-giam", Derived: vi("= a − b"), Illustrative: true},
		},
		Breaks: []model.Break{{From: model.Period{Year: 2025, Month: 7}, Reason: vi("tỉnh sáp nhập")}},
	}
}

// honours has a column that is not public, names with and without consent and
// a row of a later day.
func honours(t testing.TB) model.Register {
	consent := &model.Consent{Date: day(t, "2026-01-05")}
	withdrawn := &model.Consent{Date: day(t, "2026-01-05"), Withdrawn: day(t, "2026-02-01")}
	named := func(name string, c *model.Consent) model.Value {
		return model.Value{Person: &model.NamedPerson{Name: name, Consent: c}}
	}
	return model.Register{
		ID: "ton-vinh", Title: vi("Tôn vinh"), Clauses: []string{"III.1-1"},
		Columns: []model.Column{
			{ID: "ghi-chu", Title: vi("Ghi chú nội bộ"), Type: model.TextColumn},
			{ID: "ngay", Title: vi("Ngày"), Type: model.DateColumn, Public: true},
			{ID: "noi-dung", Title: vi("Nội dung"), Type: model.TextColumn, Public: true},
			{ID: "nguoi", Title: vi("Người"), Type: model.PersonColumn, Public: true},
			{ID: "so-nguoi", Title: vi("Số người dự"), Type: model.CountColumn, Public: true},
			{ID: "kinh-phi", Title: vi("Kinh phí"), Type: model.MoneyColumn, Public: true},
			{ID: "noi", Title: vi("Địa bàn"), Type: model.LocalityColumn, Public: true},
			{ID: "cap", Title: vi("Cấp"), Type: model.ChoiceColumn, Public: true, Choices: []model.Choice{{ID: "tinh", Name: vi("Tỉnh")}}},
		},
		Rows: []model.Row{
			{Values: map[string]model.Value{
				"ghi-chu": {Text: vi("BÍ MẬT")}, "ngay": {Date: day(t, "2026-11-22")}, "noi-dung": {Text: vi("Gặp mặt, \"đối thoại\"")},
				"nguoi": named("Nguyễn Văn A", consent), "so-nguoi": {Number: 5}, "kinh-phi": {Number: 1.5, Digits: 2},
				"noi": {Ref: "dak-ha"}, "cap": {Ref: "tinh"},
			}},
			{Illustrative: true, Values: map[string]model.Value{
				"ngay": {Date: day(t, "2026-02-03")}, "noi-dung": {Text: model.Text{"en": "- only in English"}},
				"nguoi": named("Trần Thị B", withdrawn), "so-nguoi": {Number: 4},
			}},
			{Values: map[string]model.Value{"nguoi": named("Lê Văn C", nil), "so-nguoi": {Number: 0}}},
			{Values: map[string]model.Value{"ngay": {Date: day(t, "2026-11-23")}, "noi-dung": {Text: vi("Ngày mai")}}},
		},
	}
}

// degrees is a published table with a withheld cell, whose count here must not
// matter.
func degrees() *workforce.Table {
	return &workforce.Table{
		Declared: model.Table{
			ID: "trinh-do", Title: vi("Theo trình độ"), Dimensions: []model.Dimension{model.ByDegree, model.ByAgeGroup},
			Where: map[model.Dimension][]string{model.ByDegree: {"master", "doctor"}}, Clauses: []string{"III.2-1"},
		},
		Threshold:    5,
		Illustrative: true,
		Cells: []workforce.Cell{
			{Codes: []string{"master", "<30"}, Year: 2024, Count: 12},
			{Codes: []string{"doctor", "60+"}, Year: 2024, Count: 3, Status: workforce.Withheld},
			{Codes: []string{"_T", "_T"}, Year: 2024, Count: 0},
		},
	}
}

// published is every dataset of the province.
func published(t testing.TB) ([]Dataset, Meta) {
	world := province(t)
	report := tracking.Assess(world, today)
	datasets := []Dataset{
		describer(world).Table(degrees(), vi("Định nghĩa làm việc của trang.")),
		describer(world).Indicator(&world.Indicators[0]),
		describer(world).Indicator(&world.Indicators[1]),
		describer(world).Register(shown(t, world), today),
		describer(world).Tasks(report),
		describer(world).Clauses(report),
	}
	return append(datasets, describer(world).CodeLists()...), Meta{world.Site, today, spoken}
}

func write(t testing.TB, datasets []Dataset, meta Meta) map[string][]byte {
	t.Helper()
	files, err := Files(datasets, meta)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string][]byte{}
	for _, f := range files {
		if byPath[f.Path] != nil {
			t.Errorf("%s is written twice", f.Path)
		}
		byPath[f.Path] = f.Bytes
	}
	return byPath
}

func equal(t *testing.T, what string, got []byte, want string) {
	t.Helper()
	if !bytes.Equal(got, []byte(want)) {
		t.Errorf("%s:\n--- got\n%s\n--- want\n%s", what, got, want)
	}
}

// shown is the first register of a world as it may be published today.
func shown(t testing.TB, world *model.World) *model.Register {
	t.Helper()
	registers, _, err := workforce.Registers(world, today, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &registers[0]
}
