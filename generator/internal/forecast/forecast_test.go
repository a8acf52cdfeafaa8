package forecast

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

type d = model.Dimension

// declared are the least tables that all of a forecast needs.
var declared = []model.Table{
	{ID: "tuoi-trinh-do", Dimensions: []d{model.ByAgeGroup, model.ByDegree}},
	{ID: "tuoi-gioi", Dimensions: []d{model.ByAgeGroup, model.BySex}},
	{ID: "linh-vuc", Dimensions: []d{model.ByField}},
	{ID: "dia-ban", Dimensions: []d{model.ByLocality}},
	{ID: "vao-tuoi", Dimensions: []d{model.ByAgeGroup}, Measure: model.Entered},
	{ID: "vao-trinh-do", Dimensions: []d{model.ByDegree}, Measure: model.Entered},
	{ID: "roi-tuoi", Dimensions: []d{model.ByAgeGroup}, Measure: model.Left},
	{ID: "roi-trinh-do", Dimensions: []d{model.ByDegree}, Measure: model.Left},
}

func without(ids ...string) []model.Table {
	return slices.DeleteFunc(slices.Clone(declared), func(t model.Table) bool { return slices.Contains(ids, t.ID) })
}

var plan = model.Forecast{
	Horizons: []int{2026, 2030},
	Scenarios: []model.Scenario{
		{ID: "nhu-cu"},
		{ID: "nhieu-hon", Changes: []model.Change{{Of: model.Entry, Times: 1.5, From: 2025}}},
		{ID: "nghi-muon", Changes: []model.Change{{Of: model.RetirementAge, Times: 1, Plus: 2, From: 2025}}},
	},
}

// province is an invented one, with its people of 2019 to 2024.
func province(entry float64, tables []model.Table, years ...int) *model.World {
	t := ordinary
	t.entry = entry
	w := &model.World{
		Classifications: []model.Classification{
			{ID: "degrees", Codes: codes(degreeCodes)}, {ID: "fields", Codes: codes(fieldCodes)},
			{ID: "sectors", Codes: codes([]string{"x"})}, {ID: "ethnicities", Codes: codes([]string{"kinh"})},
		},
		People:     live(t, 3, firstYear+5).persons(firstYear, firstYear+5),
		Statistics: model.Statistics{Years: years, Threshold: 5, Tables: tables},
	}
	for _, place := range placeCodes {
		w.Localities = append(w.Localities, model.Locality{ID: place})
	}
	return w
}

func codes(ids []string) []model.Code {
	var all []model.Code
	for _, id := range ids {
		all = append(all, model.Code{Code: id})
	}
	return all
}

func published(t *testing.T, w *model.World) *workforce.Publication {
	t.Helper()
	p, err := workforce.Publish(w)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var sixYears = []int{2024, 2019, 2020, 2021, 2022, 2023}

func TestRun(t *testing.T) {
	w := province(60, declared, sixYears...)
	p := published(t, w)
	f, reason := Run(p, plan, w.Statistics)
	if reason != nil {
		t.Fatalf("no forecast: %+v", reason)
	}
	if f.Origin != 2024 || !slices.Equal(f.Years, between(2025, 2030)) || !slices.Equal(f.Horizons, plan.Horizons) {
		t.Errorf("from %d for %v, naming %v", f.Origin, f.Years, f.Horizons)
	}
	if f.Illustrative {
		t.Error("nothing was illustrative")
	}
	if len(f.Tables) != len(declared) || len(f.Missing) != 0 {
		t.Errorf("used %v, missing %v", f.Tables, f.Missing)
	}
	for _, dimension := range []d{model.ByDegree, model.ByField, model.ByLocality} {
		if len(f.Of(dimension)) < 3 {
			t.Errorf("%d series by %s", len(f.Of(dimension)), dimension)
		}
	}
	for _, s := range f.Series {
		if (s.Reason == nil) != (len(s.Fans) == len(plan.Scenarios)) {
			t.Errorf("%s %s has %d fans and the reason %v", s.Dimension, s.Code, len(s.Fans), s.Reason)
		}
		ordered(t, s)
	}
	all, _ := f.Find("", workforce.Total)
	end := len(f.Years) - 1
	if all.Fans[1][end].Median <= all.Fans[0][end].High90 || all.Fans[2][end].Median <= all.Fans[0][end].Median {
		t.Errorf("scenarios end at %v", []Bands{all.Fans[0][end], all.Fans[1][end], all.Fans[2][end]})
	}
	if got := f.Backtest.Tests[0]; got.Origin != 2021 || got.Year != 2022 {
		t.Errorf("the back-test begins in %d with %d", got.Origin, got.Year)
	}
	again, _ := Run(p, plan, w.Statistics)
	if !reflect.DeepEqual(f, again) {
		t.Error("a second run differs")
	}
}

func ordered(t *testing.T, s Series) {
	t.Helper()
	for _, fan := range s.Fans {
		for _, b := range fan {
			if b.Low90 < 0 || b.Low90 > b.Low50 || b.Low50 > b.Median || b.Median > b.High50 || b.High50 > b.High90 {
				t.Errorf("%s %s: %v", s.Dimension, s.Code, b)
			}
		}
	}
}

// Medians of degrees, fields and places sum to everybody's.
func TestMediansSum(t *testing.T) {
	r := live(ordinary, 8, firstYear+5).records(between(firstYear, firstYear+5))
	f := &Forecast{Years: between(2025, 2030), Scenarios: plan.Scenarios}
	f.project(r)
	for _, dimension := range []d{model.ByDegree, model.ByField, model.ByLocality} {
		for y := range f.Years {
			sum := 0
			for _, s := range f.Of(dimension) {
				sum += s.Fans[1][y].Median
			}
			if want := f.Series[0].Fans[1][y].Median; sum != want {
				t.Errorf("medians by %s sum to %d in %d, everybody's is %d", dimension, sum, f.Years[y], want)
			}
		}
	}
}

// The drivers are the rates and the legal age, the widest swing first; more
// people enter, more are there.
func TestDrivers(t *testing.T) {
	r := live(ordinary, 8, firstYear+5).records(between(firstYear, firstYear+5))
	f := &Forecast{Years: between(2025, 2045), Scenarios: plan.Scenarios[:1]}
	f.project(r)
	if len(f.Drivers) != len(f.Rates)+1 {
		t.Errorf("%d drivers for %d rates and the legal age", len(f.Drivers), len(f.Rates))
	}
	for i, driver := range f.Drivers {
		if i > 0 && driver.Consequence > f.Drivers[i-1].Consequence {
			t.Error("a narrower swing stands before a wider one")
		}
		switch up := driver.AtHigh - driver.AtLow; driver.Rate.Of {
		case Entering, LegalYear:
			if up <= 0 {
				t.Errorf("%s: %d people at its low end, %d at its high end", driver.Rate.Of, driver.AtLow, driver.AtHigh)
			}
		case Leaving, Retiring:
			if up >= 0 {
				t.Errorf("%s %s: %d people at its low end, %d at its high end", driver.Rate.Of, driver.Rate.AgeGroup, driver.AtLow, driver.AtHigh)
			}
		}
	}
	middle := f.Series[0].Fans[0][len(f.Years)-1]
	if got := f.Drivers[0].Unchanged; got < middle.Low50 || got > middle.High50 {
		t.Errorf("at the medians %d people, outside %v", got, middle)
	}
}

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		name   string
		world  *model.World
		plan   model.Forecast
		reason Reason
	}{
		{"no plan", province(60, declared, sixYears...), model.Forecast{}, Reason{Code: NothingPlanned}},
		{"a plan that is past", province(60, declared, sixYears...), model.Forecast{Horizons: []int{2024}, Scenarios: plan.Scenarios}, Reason{Code: NothingPlanned, Year: 2024}},
		{"four years", province(60, declared, 2021, 2022, 2023, 2024), plan, Reason{Code: TooFewYears, Found: 4, Needed: 5}},
		{"a gap", province(60, declared, 2018, 2019, 2021, 2022, 2023, 2024), plan, Reason{Code: TooFewYears, Found: 4, Needed: 5}},
		{"no stock by age and degree", province(60, without("tuoi-trinh-do"), sixYears...), plan, Reason{Code: MissingTable, Measure: model.Stock, Dimensions: []d{model.ByAgeGroup, model.ByDegree}}},
		{"no entry by age", province(60, without("vao-tuoi"), sixYears...), plan, Reason{Code: MissingTable, Measure: model.Entered, Dimensions: []d{model.ByAgeGroup}}},
		{"no entry by degree", province(60, without("vao-trinh-do"), sixYears...), plan, Reason{Code: MissingTable, Measure: model.Entered, Dimensions: []d{model.ByDegree}}},
		{"nobody is known to have left", province(60, without("roi-tuoi"), sixYears...), plan, Reason{Code: MissingTable, Measure: model.Left, Dimensions: []d{model.ByAgeGroup}}},
		{"nobody at all", province(0, declared, sixYears...), plan, Reason{Code: TooFewPeople, Needed: 5}},
	} {
		f, reason := Run(published(t, c.world), c.plan, c.world.Statistics)
		if f != nil || reason == nil || !reflect.DeepEqual(*reason, c.reason) {
			t.Errorf("%s: %+v, want %+v", c.name, reason, c.reason)
		}
	}
}

// Where so few enter that the year's number is withheld, nothing is guessed.
func TestEntryWithheld(t *testing.T) {
	w := province(60, declared, sixYears...)
	w.People = slices.DeleteFunc(w.People, func(p model.Person) bool { return p.Entered > 2020 && p.Entered < 2024 })
	newcomer := w.People[len(w.People)-1] // of 2024
	newcomer.Entered = 2022
	w.People = append(w.People, newcomer)
	_, reason := Run(published(t, w), plan, w.Statistics)
	if want := (Reason{Code: CellsWithheld, Year: 2022, Measure: model.Entered, Dimensions: []d{model.ByAgeGroup}}); reason == nil || !reflect.DeepEqual(*reason, want) {
		t.Errorf("%+v, want %+v", reason, want)
	}
}

// The same records give the same people on every machine.
func TestSameEverywhere(t *testing.T) {
	f := &Forecast{Years: between(2025, 2045), Scenarios: plan.Scenarios[:1]}
	f.project(live(ordinary, 8, firstYear+5).records(between(firstYear, firstYear+5)))
	for i, want := range []Bands{{3579, 3704, 3793, 3877, 4016}, {2113, 2223, 2291, 2363, 2474}, {1005, 1068, 1113, 1156, 1222}, {327, 362, 389, 414, 455}} {
		if got := f.Series[i].Fans[0][20]; got != want {
			t.Errorf("%s: %v, want %v", f.Series[i].Code, got, want)
		}
	}
}

// Any people in any tables give a forecast or a reason.
func TestAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for range trials(t, 12) {
		w := province(float64(1+random.IntN(30)), nil, sixYears...)
		for _, table := range declared {
			if random.IntN(8) > 0 {
				w.Statistics.Tables = append(w.Statistics.Tables, table)
			}
		}
		w.Statistics.Threshold = 1 + random.IntN(8)
		w.People = w.People[:random.IntN(len(w.People)+1)]
		for i := range w.People {
			if random.IntN(3) == 0 {
				w.People[i].Degree = model.History{{Code: "doctor"}}
				w.People[i].Left = 0
			}
		}
		f, reason := Run(published(t, w), plan, w.Statistics)
		if (f == nil) == (reason == nil) {
			t.Fatalf("the forecast %v and the reason %v", f, reason)
		}
		if f != nil {
			for _, s := range f.Series {
				ordered(t, s)
			}
		}
	}
}

func TestMissing(t *testing.T) {
	w := province(60, without("tuoi-gioi", "linh-vuc", "roi-trinh-do"), sixYears...)
	for i := range w.Localities[:2] {
		w.Localities[i].ValidTo = model.EndOfYear(2022) // and nobody may be counted there later
	}
	for i := range w.People {
		w.People[i].Locality = model.History{{Code: "c"}}
	}
	f, reason := Run(published(t, w), plan, w.Statistics)
	if reason != nil {
		t.Fatalf("no forecast: %+v", reason)
	}
	want := []Missing{
		{LeavingDegrees, Reason{Code: MissingTable, Measure: model.Left, Dimensions: []d{model.ByDegree}}},
		{Sexes, Reason{Code: MissingTable, Measure: model.Stock, Dimensions: []d{model.ByAgeGroup, model.BySex}}},
		{ByField, Reason{Code: MissingTable, Measure: model.Stock, Dimensions: []d{model.ByField}}},
		{ByPlace, Reason{Code: CodesChanged, Found: 2, Needed: 3, Dimensions: []d{model.ByLocality}}},
	}
	if !reflect.DeepEqual(f.Missing, want) {
		t.Errorf("missing %+v, want %+v", f.Missing, want)
	}
}

func TestIllustrative(t *testing.T) {
	w := province(60, declared, sixYears...)
	w.People[0].Illustrative = true
	if f, _ := Run(published(t, w), plan, w.Statistics); !f.Illustrative {
		t.Error("a forecast from an illustrative record doesn't say so")
	}
}

// A table with further dimensions serves as well, one that counts some people
// only doesn't.
func TestFind(t *testing.T) {
	w := province(60, []model.Table{
		{ID: "nu", Dimensions: []d{model.ByField}, Where: map[d][]string{model.BySex: {"female"}}},
		{ID: "ba-chieu", Dimensions: []d{model.ByField, model.BySex, model.ByDegree}},
		{ID: "hai-chieu", Dimensions: []d{model.BySex, model.ByField}},
		{ID: "hai-chieu-tho", Dimensions: []d{model.BySex, model.ByField}, Levels: map[d]int{model.ByField: 1}},
		{ID: "vao", Dimensions: []d{model.ByField}, Measure: model.Entered},
	}, sixYears...)
	p := published(t, w)
	if got := find(p, model.Stock, model.ByField); got.Declared.ID != "hai-chieu-tho" {
		t.Errorf("found %s", got.Declared.ID)
	}
	if got := find(p, model.Stock, model.ByField, model.ByDegree); got.Declared.ID != "ba-chieu" {
		t.Errorf("found %s", got.Declared.ID)
	}
	if got := find(p, model.Left, model.ByField); got != nil {
		t.Errorf("found %s", got.Declared.ID)
	}
	v := viewOf(find(p, model.Stock, model.ByField), model.ByField)
	direct, _ := p.Table("hai-chieu-tho")
	want, _, _ := direct.Value([]string{workforce.Total, "1"}, 2024)
	if got, _ := v.value(2024, "1"); int(got) != want {
		t.Errorf("%v people in field 1, want %d", got, want)
	}
}
