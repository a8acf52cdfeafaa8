package forecast

import (
	"math"
	"testing"

	"congbo/generator/internal/model"
)

// The law's own table: years and months.
func TestLegalAge(t *testing.T) {
	for _, c := range []struct{ year, men, menMonths, women, womenMonths int }{
		{2019, 60, 0, 55, 0},
		{2020, 60, 0, 55, 0},
		{2021, 60, 3, 55, 4},
		{2022, 60, 6, 55, 8},
		{2024, 61, 0, 56, 4},
		{2027, 61, 9, 57, 4},
		{2028, 62, 0, 57, 8},
		{2029, 62, 0, 58, 0},
		{2034, 62, 0, 59, 8},
		{2035, 62, 0, 60, 0},
		{2045, 62, 0, 60, 0},
	} {
		if got, want := legalAge(male, c.year), float64(c.men)+float64(c.menMonths)/12; math.Abs(got-want) > 1e-9 {
			t.Errorf("men in %d: %v, want %v", c.year, got, want)
		}
		if got, want := legalAge(female, c.year), float64(c.women)+float64(c.womenMonths)/12; math.Abs(got-want) > 1e-9 {
			t.Errorf("women in %d: %v, want %v", c.year, got, want)
		}
	}
}

// In 2021 men retire at 60 and a quarter: of those who turn 60, three quarters
// get there within the year.
func TestReached(t *testing.T) {
	for _, c := range []struct {
		age   int
		shift float64
		want  float64
	}{{59, 0, 0}, {60, 0, 0.75}, {61, 0, 1}, {60, 1, 0}, {61, 1, 0.75}, {59, -0.5, 0.25}} {
		if got := reached(male, c.age, 2021, c.shift); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("age %d, shift %v: %v, want %v", c.age, c.shift, got, c.want)
		}
	}
}

func TestChanges(t *testing.T) {
	changes := []model.Change{
		{Of: model.Entry, Times: 2, From: 2026, Until: 2027},
		{Of: model.Entry, Times: 1.5, Plus: 10, From: 2027},
		{Of: model.RetirementAge, Times: 1, Plus: 1, From: 2030},
		{Of: model.RetirementAge, Times: 1, Plus: 0.5, From: 2030},
	}
	for _, c := range []struct {
		year               int
		times, plus, shift float64
	}{{2025, 1, 0, 0}, {2026, 2, 0, 0}, {2027, 3, 10, 0}, {2028, 1.5, 10, 0}, {2030, 1.5, 10, 1.5}} {
		if got := times(c.year, model.Entry, changes); got != c.times {
			t.Errorf("%d: entry times %v, want %v", c.year, got, c.times)
		}
		if got := plus(c.year, changes); got != c.plus {
			t.Errorf("%d: entry plus %v, want %v", c.year, got, c.plus)
		}
		if got := shiftIn(c.year, changes); got != c.shift {
			t.Errorf("%d: legal age plus %v, want %v", c.year, got, c.shift)
		}
	}
}
