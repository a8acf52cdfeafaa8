package world_test

import (
	"reflect"
	"testing"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/world"
)

func date(t *testing.T, s string) model.Date {
	t.Helper()
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func TestWorldOfTheBaseSite(t *testing.T) {
	w := baseSite(t).load(t, options).world
	same(t, "title", w.Site.Title, model.Text{"vi": "Công bố chương trình", "en": "The programme in public"})
	same(t, "languages", w.Site.Languages, []string{"vi", "en"})
	same(t, "legal basis", w.Programme.LegalBasis, []model.LegalDocument{
		{Number: "45-NQ/TW", Date: date(t, "2023-11-24"), Title: model.Text{"vi": "Nghị quyết 45"}},
		{Title: model.Text{"vi": "Kế hoạch 20"}},
	})
	same(t, "clauses", w.Clauses, []model.Clause{
		{ID: "I.1", Quote: model.Text{"vi": "Cụ thể hóa"}, Kind: model.Requirement, Cadence: model.NoCadence},
		{ID: "III.1-1", Quote: model.Text{"vi": "Hằng năm tổ chức gặp gỡ"}, Kind: model.Duty, Cadence: model.Yearly},
		{ID: "III.2-4b", Quote: model.Text{"vi": "Định kỳ tôn vinh"}, Kind: model.Duty, Cadence: model.Periodic, EveryMonths: 24},
	})
	same(t, "succession", w.Agencies[0].SucceededBy, []model.Succession{{Agency: "so-noi-vu"}})
	same(t, "code 62, no number", w.Localities[0].Code, "62")
	same(t, "code 0615, zero kept", w.Localities[1].Code, "0615")
	same(t, "tile", w.Localities[1].Tile, &model.Tile{Column: 1, Row: 2})
	same(t, "area", w.Localities[0].AreaKM2, &model.Point{Period: model.Period{Year: 2018}, Value: 9674.18, Digits: 2, Source: "niengiam"})
	same(t, "statistics", w.Statistics, model.Statistics{
		Years: []int{2023, 2024}, Threshold: 5, SensitiveThreshold: 10,
		Tables: []model.Table{{
			ID: "trinh-do", Title: model.Text{"vi": "Trình độ"},
			Dimensions: []model.Dimension{model.ByLocality, model.ByDegree}, Measure: model.Stock,
			Levels:  map[model.Dimension]int{model.ByDegree: 1},
			Where:   map[model.Dimension][]string{model.ByDegree: {"master"}, model.ByAgeGroup: {"<30"}},
			Chart:   model.TableChart{Kind: "bar", X: model.Year, Series: model.ByDegree},
			Clauses: []string{"III.1-1"},
		}},
	})
}

func TestPointsComeInOrderOfPeriod(t *testing.T) {
	i := baseSite(t).load(t, options).world.Indicators[0]
	same(t, "series", i.Series, []model.Point{
		{Period: model.Period{Year: 2010}, Value: 33, Source: "niengiam", Derived: model.Text{"vi": "cộng"}},
		{Period: model.Period{Year: 2012}, Value: 40.5, Digits: 2, Source: "niengiam", Preliminary: true},
	})
}

func TestRegisterCells(t *testing.T) {
	r := baseSite(t).load(t, options).world.Registers[0]
	same(t, "first row", r.Rows[0].Values, map[string]model.Value{
		"ngay":      {Date: date(t, "2024-05-01")},
		"so-nguoi":  {Number: 12},
		"kinh-phi":  {Number: 1500000.5, Digits: 2},
		"co-quan":   {Ref: "so-noi-vu"},
		"hinh-thuc": {Ref: "bằng khen"},
		"van-ban":   {Ref: "/tin-tuc/a/"},
		"ghi-chu":   {Text: model.Text{"vi": "tốt"}},
	})
	same(t, "person", r.Rows[1].Values["nguoi"].Person, &model.NamedPerson{Name: "Y Nga", Consent: &model.Consent{
		Basis: model.Text{"vi": "đơn"}, Scope: model.Text{"vi": "trang này"}, Date: date(t, "2024-05-02"),
	}})
	same(t, "choices", r.Columns[4].Choices, []model.Choice{
		{ID: "bằng khen", Name: model.Text{"vi": "bằng khen"}}, {ID: "giay-khen", Name: model.Text{"vi": "Giấy khen"}},
	})
}

func TestPeople(t *testing.T) {
	people := baseSite(t).load(t, options).world.People
	same(t, "first person", people[0], model.Person{
		ID: "KT-000123", BirthYear: 1984, Sex: "female", Ethnicity: "xo-dang",
		Locality: model.History{{Code: "dak-ha"}},
		Degree:   model.History{{From: 2006, Code: "bachelor"}, {From: 2012, Code: "master"}},
		Field:    model.History{{Code: "505"}}, Sector: model.History{{Code: "public-service"}},
		Entered: 2007,
	})
	same(t, "second person", []any{people[1].Left, people[1].LeftReason, people[1].Illustrative}, []any{2024, "retired", true})
}

// TestIllustrative marks a site in each of the three ways: by kind, by file and
// by record; a mark inside a record makes the whole of it illustrative.
func TestIllustrative(t *testing.T) {
	s := baseSite(t)
	s["data/indicators/lao-dong.yaml"] += "illustrative: true\n"
	s["data/statistics.yaml"] += "illustrative: true\n"
	s["data/classifications/degrees.yaml"] += "  - {code: x, name: X, illustrative: true}\n"
	l := s.load(t, options)
	if got := l.text(t, "vi"); got != "" {
		t.Fatal(got)
	}
	w := l.world
	same(t, "task, by kind", w.Tasks[0].Illustrative, true)
	same(t, "indicator and its points, by file", []bool{w.Indicators[0].Illustrative, w.Indicators[0].Series[0].Illustrative}, []bool{true, true})
	same(t, "table, by file", w.Statistics.Tables[0].Illustrative, true)
	same(t, "rows, by record", []bool{w.Registers[0].Illustrative, w.Registers[0].Rows[0].Illustrative, w.Registers[0].Rows[1].Illustrative}, []bool{false, false, true})
	same(t, "classification, by one of its codes", w.Classifications[0].Illustrative, true)
	same(t, "what nobody marked", w.Agencies[0].Illustrative || w.Clauses[0].Illustrative || w.Programme.Illustrative, false)
}

func TestIllustrativePointNeedsNoSource(t *testing.T) {
	s := baseSite(t)
	s["data/indicators/b.yaml"] = "id: b\ntitle: B\nunit: người\ndirection: up\nclauses: []\ndefinition: d\nmethod: m\n" +
		"series: [{period: 2020, value: 1, illustrative: true}]\n"
	if got := s.load(t, options).text(t, "vi"); got != "" {
		t.Error(got)
	}
}

func TestIndex(t *testing.T) {
	x := baseSite(t).load(t, options).index
	for _, c := range []struct {
		kind    world.Kind
		id, key string
		want    diag.Position
	}{
		{world.Clause, "III.1-1", "quote", diag.Position{File: "data/clauses.yaml", Line: 7, Column: 12}},
		{world.Section, "III.1", "quote", diag.Position{File: "data/clauses.yaml", Line: 3, Column: 24}},
		{world.Section, "III", "quote", diag.Position{File: "data/clauses.yaml", Line: 2, Column: 5}},
		{world.Erratum, "0", "found", diag.Position{File: "data/programme.yaml", Line: 13, Column: 29}},
		{world.Programme, "", "number", diag.Position{File: "data/programme.yaml", Line: 2, Column: 1}},
		{world.Table, "trinh-do", "", diag.Position{File: "data/statistics.yaml", Line: 5, Column: 5}},
		{world.Correction, "1", "now", diag.Position{File: "data/corrections.yaml", Line: 2, Column: 61}},
		{world.Task, "khong-co", "lead", diag.Position{}},
	} {
		same(t, string(c.kind)+" "+c.id+" "+c.key, x.At(c.kind, c.id, c.key), c.want)
	}
	same(t, "clauses in file order", x.IDs(world.Clause), []string{"I.1", "III.1-1", "III.2-4b"})
}

// TestTheLeastSite is what the contract says is needed and nothing more.
func TestTheLeastSite(t *testing.T) {
	s := site{
		"data/site.yaml":                    "title: T\ndescription: D\nbase_url: https://example.vn\nlanguages: [vi]\npublisher: {name: P}\nlicence: L\n",
		"data/programme.yaml":               "title: T\nissuer: I\nterm: XVI\nsignatory: {name: N, role: R}\nstatus: unknown\nlegal_basis: []\n",
		"data/clauses.yaml":                 "clauses:\n- {id: I.1, quote: Q, kind: duty, cadence: standing}\n",
		"content/vi/chuong-trinh/_index.md": "# T\n",
	}
	l := s.load(t, options)
	if got := l.text(t, "vi"); got != "" {
		t.Error(got)
	}
	same(t, "clauses", len(l.world.Clauses), 1)
}

// TestTextsReadyForAnotherLanguage: a site in Vietnamese may have English texts
// written already.
func TestTextsReadyForAnotherLanguage(t *testing.T) {
	s := baseSite(t)
	s["data/site.yaml"] = "title: {vi: T, en: E}\ndescription: D\nbase_url: https://example.vn\nlanguages: [vi]\npublisher: {name: P}\nlicence: L\n"
	if got := s.load(t, options).text(t, "vi"); got != "" {
		t.Error(got)
	}
}
