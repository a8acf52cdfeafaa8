package balance

import (
	"math"
	"math/rand/v2"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestFormulas(t *testing.T) {
	ln := math.Log
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"all in one code", herfindahl([]float64{7, 0, 0}), 1},
		{"equally many", herfindahl([]float64{5, 5, 5, 5}), 0.25},
		{"a half, a quarter, a quarter", herfindahl([]float64{2, 1, 1}), 0.375},
		{"that, from 0 to 1", normalised(0.375, 3), 0.0625},
		{"a place like the whole", quotient(10, 50, 20, 100), 1},
		{"a place with twice its share", quotient(20, 50, 20, 100), 2},
		{"a field as the places are", gini([]float64{1, 2, 3}, []float64{10, 20, 30}), 0},
		{"a field in one of two equal places", gini([]float64{6, 0}, []float64{5, 5}), 0.5},
		// Lorenz curve through (0.5, 0.25): area 0.0625 + 0.3125 = 0.375.
		{"one and three of two equal places", gini([]float64{3, 1}, []float64{5, 5}), 0.25},
		{"people as inhabitants", theil([]float64{1, 3}, []float64{100, 300}), 0},
		{"all where half of the inhabitants are", theil([]float64{4, 0}, []float64{7, 7}), ln(2)},
		{"three quarters there", theil([]float64{3, 1}, []float64{7, 7}), 0.75*ln(1.5) + 0.25*ln(0.5)},
		{"the target reached", dissimilarity([]float64{1, 3}, []float64{0.25, 0.75}), 0},
		{"nothing of it", dissimilarity([]float64{4, 0}, []float64{0, 1}), 1},
		{"a quarter would have to change", dissimilarity([]float64{2, 2}, []float64{0.25, 0.75}), 0.25},
	} {
		if !near(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// cases are random counts of 2 to 8 codes with positive weights, some withheld.
func cases(yield func(d distribution, even []float64)) {
	random := rand.New(rand.NewPCG(4, 5))
	for range 2000 {
		n := 2 + random.IntN(7)
		d := distribution{}
		var even []float64
		for range n {
			count, hidden := float64(random.IntN(40)), random.IntN(3) == 0
			d.total += count
			if hidden {
				d.rest += count
				count = 0
			}
			d.counts, d.withheld = append(d.counts, count), append(d.withheld, hidden)
			even = append(even, float64(1+random.IntN(30)))
		}
		if d.total > 0 {
			yield(d, even)
		}
	}
}

func TestMeasuresAreInRange(t *testing.T) {
	cases(func(d distribution, even []float64) {
		counts := d.filled(even)
		n := float64(len(counts))
		if h := herfindahl(counts); h < 1/n-1e-9 || h > 1+1e-9 {
			t.Errorf("Herfindahl of %v is %v", counts, h)
		}
		if g := gini(counts, even); g < -1e-9 || g > 1 {
			t.Errorf("Gini of %v over %v is %v", counts, even, g)
		}
		if x := theil(counts, even); x < -1e-9 || x > math.Log(sumOf(even))+1e-9 {
			t.Errorf("Theil of %v over %v is %v", counts, even, x)
		}
		if x := dissimilarity(counts, even); x < 0 || x > 1 {
			t.Errorf("dissimilarity of %v and %v is %v", counts, even, x)
		}
	})
}

// Whatever the withheld codes have, the interval holds the measure.
func TestBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 7))
	cases(func(d distribution, even []float64) {
		ones := make([]float64, len(even))
		anyhow := make([]float64, len(even))
		for i := range even {
			ones[i], anyhow[i] = 1, random.ExpFloat64()*random.ExpFloat64()
		}
		counts := d.filled(anyhow)
		for name, m := range map[string]struct {
			even    []float64
			measure func(counts []float64) float64
		}{
			"Herfindahl":    {ones, herfindahl},
			"Gini":          {even, func(c []float64) float64 { return gini(c, even) }},
			"Theil":         {even, func(c []float64) float64 { return theil(c, even) }},
			"dissimilarity": {even, func(c []float64) float64 { return dissimilarity(c, even) }},
		} {
			bounds, got := d.bound(m.even, m.measure), m.measure(counts)
			if got < bounds.Low-1e-9 || got > bounds.High+1e-9 {
				t.Errorf("%s of %v is %v, outside %v", name, counts, got, bounds)
			}
			if !d.anyWithheld() && !bounds.Exact() {
				t.Errorf("%s of %v isn't exact", name, counts)
			}
		}
	})
}

// Theil's T is the sum of what is between groups and what is within them.
func TestSplitSums(t *testing.T) {
	cases(func(d distribution, even []float64) {
		counts := d.filled(even)
		d = distribution{codes: make([]string, len(counts)), counts: counts, withheld: make([]bool, len(counts)), total: sumOf(counts)}
		groups := make([]string, len(counts))
		for i := range groups {
			groups[i] = []string{"a", "b", "c"}[i%3]
		}
		s := d.split(ByParent, groups, even)
		if whole := theil(counts, even); !near(s.Between+s.Within, whole) {
			t.Errorf("%v between and %v within, but %v in all", s.Between, s.Within, whole)
		}
		if s.Between < -1e-9 || s.Within < -1e-9 {
			t.Errorf("%v between and %v within", s.Between, s.Within)
		}
	})
}
