package workforce

import (
	"testing"

	"congbo/generator/internal/model"
)

// Reasons are told apart for those who left in the year, each once.
func TestReasonsOfLeaving(t *testing.T) {
	is := func(code string) model.History { return model.History{{Code: code}} }
	w := &model.World{
		Classifications: []model.Classification{
			{ID: "fields", Codes: []model.Code{{Code: "1"}}}, {ID: "degrees", Codes: []model.Code{{Code: "bachelor"}}},
			{ID: "sectors", Codes: []model.Code{{Code: "x"}}}, {ID: "ethnicities", Codes: []model.Code{{Code: "kinh"}}},
		},
		Localities: []model.Locality{{ID: "huyen"}},
		Statistics: model.Statistics{Years: []int{2023, 2024}, Threshold: 1, Tables: []model.Table{
			{ID: "ly-do", Dimensions: []model.Dimension{model.ByReason}, Measure: model.Left},
		}},
	}
	for _, p := range []struct {
		left   int
		reason string
	}{{2023, "retired"}, {2023, "retired"}, {2023, "moved"}, {2024, "died"}, {0, ""}} {
		w.People = append(w.People, model.Person{
			BirthYear: 1980, Sex: "male", Ethnicity: "kinh", Locality: is("huyen"), Field: is("1"), Degree: is("bachelor"), Sector: is("x"),
			Entered: 2010, Left: p.left, LeftReason: p.reason,
		})
	}
	p, err := Publish(w)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code       string
		year, want int
	}{
		{"retired", 2023, 2}, {"moved", 2023, 1}, {"died", 2023, 0}, {"other", 2023, 0}, {Total, 2023, 3},
		{"retired", 2024, 0}, {"died", 2024, 1}, {Total, 2024, 1},
	} {
		if got, withheld, ok := p.Tables[0].Value([]string{c.code}, c.year); got != c.want || withheld || !ok {
			t.Errorf("%s in %d: %d (withheld %v, there %v), want %d", c.code, c.year, got, withheld, ok, c.want)
		}
	}
	if _, _, ok := p.Tables[0].Value([]string{NotApplicable}, 2023); ok {
		t.Error("there is a row for those who left for no reason")
	}
}
