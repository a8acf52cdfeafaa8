package forecast

import (
	"reflect"
	"testing"
)

func TestBandsAreOrderStatistics(t *testing.T) {
	var simulated []float64
	for i := 999; i > 0; i-- {
		simulated = append(simulated, float64(i))
	}
	if got, want := bandsOf(simulated), (Bands{50, 250, 500, 750, 950}); got != want {
		t.Errorf("bands of 1 to 999 are %v, want %v", got, want)
	}
}

// 10, 20 and 30 scaled to 65 are 10.83, 21.67 and 32.5: the two largest
// remainders are rounded up.
func TestReconcile(t *testing.T) {
	parts := []Fan{
		{{Low90: 8, Low50: 9, Median: 10, High50: 10, High90: 10}},
		{{Low90: 15, Low50: 18, Median: 20, High50: 24, High90: 30}},
		{{Low90: 20, Low50: 25, Median: 30, High50: 35, High90: 40}},
	}
	reconcile(parts, 0, 65)
	if got := []int{parts[0][0].Median, parts[1][0].Median, parts[2][0].Median}; !reflect.DeepEqual(got, []int{11, 22, 32}) {
		t.Errorf("medians are %v", got)
	}
	if b := parts[0][0]; b.High50 != 11 || b.High90 != 11 {
		t.Errorf("the bands %v don't hold their median", b)
	}
}

func TestReconcileNobody(t *testing.T) {
	parts := []Fan{{{}}, {{}}}
	reconcile(parts, 0, 0)
	if parts[0][0] != (Bands{}) {
		t.Errorf("nobody became %v", parts[0][0])
	}
}

func TestCompoundGrowth(t *testing.T) {
	for _, c := range []struct {
		name     string
		observed []Observation
		want     []int
	}{
		{"a tenth a year", []Observation{{2019, 1000, false}, {2020, 5, false}, {2021, 1210, false}}, []int{1331, 1464}},
		{"the first year is withheld", []Observation{{2019, 0, true}, {2021, 1210, false}}, nil},
		{"nobody to begin with", []Observation{{2019, 0, false}, {2021, 1210, false}}, nil},
		{"one year", []Observation{{2019, 7, false}}, nil},
	} {
		if got := compound(c.observed, 2); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	growth := func(n int) *int { return &n }
	tests := []Test{
		{Bands: Bands{80, 90, 100, 110, 120}, Growth: growth(130), Actual: 125}, // 25 off, a fifth; outside; growth 5 off
		{Bands: Bands{80, 90, 100, 110, 120}, Growth: growth(90), Actual: 80},   // 20 off, a quarter; in the wide band; growth 10 off
		{Bands: Bands{0, 0, 3, 5, 9}, Actual: 0},                                // 3 off, no percentage; in both
		{Dimension: "degree", Bands: Bands{0, 0, 3, 5, 9}, Actual: 1000},
	}
	want := Errors{Tests: 3, MAE: 16, MAPE: 22.5, GrowthMAE: 7.5, GrowthMAPE: 8.25, Covered50: 1. / 3, Covered90: 2. / 3}
	if got := errorsOf(tests, ""); got != want {
		t.Errorf("errors are %+v, want %+v", got, want)
	}
}
