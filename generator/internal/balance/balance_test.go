package balance

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

type d = model.Dimension

// province has 6 people in "thanh-pho" (4 in field 1) and 2 in "huyen" (both in
// field 2), 8000 inhabitants each in 2024.
func province() *model.World {
	w := &model.World{
		Classifications: []model.Classification{
			{ID: "fields", Codes: []model.Code{{Code: "1"}, {Code: "2"}}},
			{ID: "degrees", Codes: []model.Code{{Code: "bachelor"}}},
			{ID: "sectors", Codes: []model.Code{{Code: "x"}}},
			{ID: "ethnicities", Codes: []model.Code{{Code: "kinh"}}},
		},
		Statistics: model.Statistics{Years: []int{2024}, Threshold: 1, Tables: []model.Table{
			{ID: "noi", Dimensions: []d{model.ByLocality}},
			{ID: "noi-linh-vuc", Dimensions: []d{model.ByLocality, model.ByField}},
		}},
	}
	for _, id := range []string{"thanh-pho", "huyen"} {
		w.Localities = append(w.Localities, model.Locality{ID: id, Population: []model.Point{{Period: model.Period{Year: 2024}, Value: 8000}}})
	}
	for place, fields := range map[string][2]int{"thanh-pho": {4, 2}, "huyen": {0, 2}} {
		for field, n := range fields {
			for range n {
				w.People = append(w.People, person(place, []string{"1", "2"}[field]))
			}
		}
	}
	return w
}

func person(place, field string) model.Person {
	is := func(code string) model.History { return model.History{{Code: code}} }
	return model.Person{BirthYear: 1980, Sex: "female", Ethnicity: "kinh", Locality: is(place), Field: is(field), Degree: is("bachelor"), Sector: is("x"), Entered: 2020}
}

func compute(t *testing.T, w *model.World, structures ...model.Structure) *Balance {
	t.Helper()
	p, err := workforce.Publish(w)
	if err != nil {
		t.Fatal(err)
	}
	return Compute(p, w.Localities, structures)
}

func TestConcentration(t *testing.T) {
	got := compute(t, province()).Concentrations
	// By field first, 4 and 4; by place 6 and 2: 36/64 + 4/64 = 0.625.
	want := []Concentration{
		{
			Origin: Origin{"noi-linh-vuc", 2024, false}, Dimension: model.ByField,
			Herfindahl: Interval{0.5, 0.5}, Normalised: Interval{0, 0}, Effective: Interval{2, 2},
			Parts: []Part{{"1", false, 4, 0.5, 0.25}, {"2", false, 4, 0.5, 0.25}},
		}, {
			Origin: Origin{"noi", 2024, false}, Dimension: model.ByLocality,
			Herfindahl: Interval{0.625, 0.625}, Normalised: Interval{0.25, 0.25}, Effective: Interval{1.6, 1.6},
			Parts: []Part{{"thanh-pho", false, 6, 0.75, 0.5625}, {"huyen", false, 2, 0.25, 0.0625}},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestSpecialisation(t *testing.T) {
	got := compute(t, province()).Specialisations[0]
	// Half of all are in each field. Of the 6 in town 4 are, a third more than
	// half: one person more than 3.
	want := []Cell{
		{"thanh-pho", "1", false, 4, 4. / 3, 1},
		{"thanh-pho", "2", false, 2, 2. / 3, -1},
		{"huyen", "1", false, 0, 0, -1},
		{"huyen", "2", false, 2, 2, 1},
	}
	for i, c := range got.Cells {
		if c.Place != want[i].Place || c.Field != want[i].Field || c.Count != want[i].Count || !near(c.Quotient, want[i].Quotient) || !near(c.Excess, want[i].Excess) {
			t.Errorf("got %+v, want %+v", c, want[i])
		}
	}
	// Field 1 is all in the place of three quarters: the curve runs along the
	// axis to 0.25, then straight to 1; area 0.75·0.5. Field 2 is half there: the
	// curve goes through (0.75, 0.5); area 0.75·0.25 + 0.25·0.75.
	if g := got.Fields; !near(g[0].Gini.Low, 0.25) || !near(g[1].Gini.Low, 0.25) || !g[0].Gini.Exact() {
		t.Errorf("Gini coefficients are %+v", g)
	}
}

func TestInequality(t *testing.T) {
	w := province()
	for i, kind := range []string{"thành phố", "huyện"} {
		w.Localities[i].Kind = model.Text{"vi": kind}
	}
	w.Localities = append(w.Localities, model.Locality{ID: "huyen-hai", Kind: model.Text{"vi": "huyện"}, Population: []model.Point{{Period: model.Period{Year: 2024}, Value: 16000}}})
	w.People = append(w.People, person("huyen-hai", "1"), person("huyen-hai", "1"))
	got := compute(t, w).Inequalities[0]
	// Shares of people 0.6, 0.2, 0.2; of inhabitants 0.25, 0.25, 0.5.
	ln := math.Log
	whole := 0.6*ln(2.4) + 0.2*ln(0.8) + 0.2*ln(0.4)
	between := 0.6*ln(2.4) + 0.4*ln(0.4/0.75)
	within := 0.4 * (0.5*ln(0.5*3) + 0.5*ln(0.5*1.5))
	if !near(got.Theil.Low, whole) || !got.Theil.Exact() {
		t.Errorf("Theil is %v, want %v", got.Theil, whole)
	}
	s := got.Split
	if s == nil || s.By != ByKind || !near(s.Between, between) || !near(s.Within, within) {
		t.Fatalf("split is %+v, want %v between and %v within", s, between, within)
	}
	if g := s.Groups; len(g) != 2 || g[1].ID != "huyện" || !slices.Equal(g[1].Places, []string{"huyen", "huyen-hai"}) || !near(g[1].Within, within) {
		t.Errorf("groups are %+v", g)
	}
	if p := got.Places[0]; p.Inhabitants != 8000 || !near(p.PerTenThousand, 7.5) || !near(p.Contribution, 0.6*ln(2.4)) {
		t.Errorf("the first place is %+v", p)
	}
}

func TestDistance(t *testing.T) {
	target := model.Structure{ID: "dich", Dimension: model.ByField, Illustrative: true, Shares: []model.Share{{Code: "1", Percent: 75}, {Code: "2", Percent: 25}}}
	got := compute(t, province(), target).Distances
	want := []Distance{{
		Origin: Origin{"noi-linh-vuc", 2024, true}, Structure: "dich", Dimension: model.ByField,
		Dissimilarity: Interval{0.25, 0.25}, People: Interval{2, 2}, Targets: []float64{0.75, 0.25},
		Parts: []Part{{"1", false, 4, 0.5, 0.125}, {"2", false, 4, 0.5, 0.125}},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

// What can't be measured is said, and nothing in its place.
func TestMissing(t *testing.T) {
	empty := province()
	empty.People = nil
	uncounted := province()
	uncounted.Localities[0].Population[0].Bound = model.About
	for _, c := range []struct {
		name  string
		world *model.World
		want  Missing
	}{
		{"no table by branch", province(), Missing{Of: OfConcentration, Dimensions: []d{model.ByBranch}, Reason: MissingTable}},
		{"nobody", empty, Missing{Of: OfSpecialisation, Dimensions: []d{model.ByLocality, model.ByField}, Year: 2024, Reason: Nobody}},
		{"a population that is only about right", uncounted, Missing{Of: OfInequality, Dimensions: []d{model.ByLocality}, Year: 2024, Reason: NoPopulation}},
		{"a target in other codes", province(), Missing{Of: OfDistance, Dimensions: []d{model.ByField}, Structure: "dich", Reason: MissingTable}},
	} {
		b := compute(t, c.world, model.Structure{ID: "dich", Dimension: model.ByField, Shares: []model.Share{{Code: "9", Percent: 100}}})
		if !slices.ContainsFunc(b.Missing, func(m Missing) bool { return reflect.DeepEqual(m, c.want) }) {
			t.Errorf("%s: %+v isn't among %+v", c.name, c.want, b.Missing)
		}
	}
}

// Where counts are withheld, measures are intervals around the truth and say
// nothing of the cells.
func TestWithheld(t *testing.T) {
	w := province()
	for i := range 40 {
		w.Localities = append(w.Localities[:2:2], model.Locality{ID: "xa"}, model.Locality{ID: "xa-hai"})
		w.People = append(w.People, person("thanh-pho", fmt.Sprint(1+i%2)))
	}
	for range 3 {
		w.People = append(w.People, person("xa", "1"), person("xa-hai", "2"))
	}
	w.Statistics.Threshold = 5
	b := compute(t, w)
	c := b.Concentrations[len(b.Concentrations)-1]
	if c.Dimension != model.ByLocality || c.Herfindahl.Exact() {
		t.Fatalf("%+v", c)
	}
	truth := herfindahl([]float64{46, 2, 3, 3})
	if c.Herfindahl.Low > truth || truth > c.Herfindahl.High {
		t.Errorf("%v isn't within %v", truth, c.Herfindahl)
	}
	for _, p := range c.Parts {
		if p.Withheld && p != (Part{Code: p.Code, Withheld: true}) {
			t.Errorf("a withheld part says %+v", p)
		}
	}
}
