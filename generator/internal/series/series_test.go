package series

import (
	"math"
	"testing"
	"time"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// province has, in 2023 and 2024, people in a town and two districts, of which
// one ends with 2024, when a commune of 2025 takes its place.
func province() *model.World {
	yes, no := true, false
	first := model.Date{Year: 2025, Month: time.January, Day: 1}
	w := &model.World{
		Classifications: []model.Classification{
			{ID: "fields", Codes: []model.Code{{Code: "1"}}},
			{ID: "degrees", Codes: []model.Code{{Code: "bachelor"}, {Code: "master"}}},
			{ID: "sectors", Codes: []model.Code{{Code: "x"}}},
			{ID: "ethnicities", Codes: []model.Code{{Code: "kinh"}}},
		},
		Localities: []model.Locality{
			{ID: "pho", Remote: &no, Population: []model.Point{{Period: model.Period{Year: 2024}, Value: 20000, Source: "nien-giam"}}},
			{ID: "huyen", Remote: &yes, ValidTo: model.EndOfYear(2024), Population: []model.Point{{Period: model.Period{Year: 2024}, Value: 10000, Source: "nien-giam"}}},
			{ID: "xa", Remote: &yes, Former: "huyen", ValidFrom: first},
		},
		Statistics: model.Statistics{Years: []int{2023, 2024, 2025}, Threshold: 1, Tables: []model.Table{
			{ID: "noi", Dimensions: []model.Dimension{model.ByLocality}},
			{ID: "noi-bac", Dimensions: []model.Dimension{model.ByLocality, model.ByDegree}},
			{ID: "tuoi", Dimensions: []model.Dimension{model.ByAgeGroup, model.BySex}},
		}},
	}
	add := func(n int, place, degree, sex string, born, entered int) {
		is := func(code string) model.History { return model.History{{Code: code}} }
		locality := is(place)
		if place == "huyen" {
			locality = model.History{{Code: "huyen"}, {From: 2025, Code: "xa"}}
		}
		for range n {
			w.People = append(w.People, model.Person{BirthYear: born, Sex: sex, Ethnicity: "kinh", Locality: locality, Field: is("1"), Degree: is(degree), Sector: is("x"), Entered: entered})
		}
	}
	add(6, "pho", "bachelor", "female", 1970, 2000) // 54 in 2024
	add(2, "pho", "master", "male", 1960, 2000)     // 64
	add(3, "huyen", "bachelor", "male", 1980, 2000) // 44
	add(1, "huyen", "master", "female", 1990, 2024)
	return w
}

func compute(t *testing.T, w *model.World, declared ...model.Series) []*Series {
	t.Helper()
	p, err := workforce.Publish(w)
	if err != nil {
		t.Fatal(err)
	}
	return Compute(p, declared, w.Localities)
}

func expect(t *testing.T, s *Series, year int, want map[string]Value) {
	t.Helper()
	combinations := s.Combinations(year)
	if len(combinations) != len(want) {
		t.Errorf("%s %d: cells %v, want %d", s.Declared.ID, year, combinations, len(want))
	}
	for _, codes := range combinations {
		got, w := s.Value(codes, year), want[join(codes)]
		if got.Status != w.Status || math.Abs(got.Number-w.Number) > 1e-9 {
			t.Errorf("%s %d %v: %+v, want %+v", s.Declared.ID, year, codes, got, w)
		}
	}
}

func known(x float64) Value { return Value{Number: x} }

var missing = Value{Status: Missing}

func TestShare(t *testing.T) {
	s := compute(t, province(), model.Series{ID: "s", Kind: model.ShareSeries, Of: "noi-bac", Where: map[model.Dimension][]string{model.ByDegree: {"master"}}})[0]
	expect(t, s, 2024, map[string]Value{"pho": known(25), "huyen": known(25), "_T": known(25)})
	expect(t, s, 2023, map[string]Value{"pho": known(25), "huyen": known(0), "_T": known(200. / 11)})
}

func TestStructure(t *testing.T) {
	s := compute(t, province(), model.Series{ID: "s", Kind: model.StructureSeries, Of: "noi-bac"})[0]
	expect(t, s, 2024, map[string]Value{
		"pho bachelor": known(600. / 9), "huyen bachelor": known(300. / 9), "_T bachelor": known(100),
		"pho master": known(200. / 3), "huyen master": known(100. / 3), "_T master": known(100),
		"pho _T": known(800. / 12), "huyen _T": known(400. / 12), "_T _T": known(100),
	})
}

func TestRate(t *testing.T) {
	s := compute(t, province(), model.Series{ID: "s", Kind: model.RateSeries, Of: "noi"})[0]
	// 8 of 20,000 and 4 of 10,000; together 12 of 30,000.
	expect(t, s, 2024, map[string]Value{"pho": known(4), "huyen": known(4), "_T": known(4)})
	expect(t, s, 2023, map[string]Value{"pho": missing, "huyen": missing, "_T": missing})
	if len(s.Sources) != 1 || s.Sources[0] != "nien-giam" {
		t.Errorf("sources %v", s.Sources)
	}
}

// A population that is a bound is none.
func TestRateNeedsANumber(t *testing.T) {
	w := province()
	w.Localities[1].Population[0].Bound = model.About
	s := compute(t, w, model.Series{ID: "s", Kind: model.RateSeries, Of: "noi"})[0]
	expect(t, s, 2024, map[string]Value{"pho": known(4), "huyen": missing, "_T": missing})
}

// Nothing is compared across the day on which places became others, the whole
// neither.
func TestChangeStopsWherePlacesDo(t *testing.T) {
	s := compute(t, province(), model.Series{ID: "s", Kind: model.ChangeSeries, Of: "noi"})[0]
	expect(t, s, 2023, map[string]Value{"pho": missing, "huyen": missing, "_T": missing})
	expect(t, s, 2024, map[string]Value{"pho": known(0), "huyen": known(1), "_T": known(1)})
	expect(t, s, 2025, map[string]Value{"pho": missing, "xa": missing, "_T": missing})
}

func TestRemote(t *testing.T) {
	s := compute(t, province(), model.Series{ID: "s", Kind: model.RemoteSeries, Of: "noi-bac"})[0]
	want := map[string]Value{
		"true bachelor": known(3), "true master": known(1), "true _T": known(4),
		"false bachelor": known(6), "false master": known(2), "false _T": known(8),
		"_T bachelor": known(9), "_T master": known(3), "_T _T": known(12),
	}
	expect(t, s, 2024, want)
	expect(t, s, 2025, want) // the commune is remote, too
	w := province()
	w.Localities[0].Remote = nil
	s = compute(t, w, model.Series{ID: "s", Kind: model.RemoteSeries, Of: "noi"})[0]
	expect(t, s, 2024, map[string]Value{"true": missing, "false": missing, "_T": missing})
}

func TestRetirement(t *testing.T) {
	s := compute(t, province(), model.Series{ID: "s", Kind: model.RetirementSeries, Of: "tuoi", YearsAhead: 5})[0]
	// In 2029 women retire at 58, men at 62. Of the women in their fifties now,
	// those of 53 and over (58 by then) reach it, 52 being 57 then: 7 of 10 ages.
	// All men of 60 and over do, and no man of 44.
	if got := s.Value(nil, 2024); math.Abs(got.Number-(6*0.7+2)) > 1e-9 || got.Status != Known {
		t.Errorf("%+v will retire, want 6.2", got)
	}
}

// What needs a withheld cell is withheld; what doesn't, isn't.
func TestWithheld(t *testing.T) {
	w := province()
	w.Statistics.Threshold = 5
	w.Statistics.Years = []int{2024}
	w.Statistics.Tables = w.Statistics.Tables[1:2]
	s := compute(t, w, model.Series{ID: "s", Kind: model.ShareSeries, Of: "noi-bac", Where: map[model.Dimension][]string{model.ByDegree: {"bachelor", "master"}}})[0]
	withheld := 0
	for _, codes := range s.Combinations(2024) {
		if s.Value(codes, 2024).Status == Withheld {
			withheld++
		}
	}
	if withheld == 0 {
		t.Error("two of the cells are below the threshold, and no share is withheld")
	}
	if s.Value([]string{"huyen"}, 2024).Status != Withheld {
		t.Error("the share of a district with 3 and 1 people is told")
	}
}

func TestNoTableNoYears(t *testing.T) {
	if s := compute(t, province(), model.Series{ID: "s", Of: "khong-co"})[0]; len(s.Years) != 0 || s.Value(nil, 2024) != missing {
		t.Errorf("%+v", s)
	}
}
