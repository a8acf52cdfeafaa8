package forecast

import (
	"math"
	"math/rand/v2"
	"testing"

	"congbo/generator/internal/model"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestSpans(t *testing.T) {
	want := [groups][2]int{{0, 8}, {8, 18}, {18, 28}, {28, 38}, {38, 54}}
	if spans != want {
		t.Errorf("groups span %v, want %v", spans, want)
	}
}

// One year by hand, in 2024, when men retire at 61 and women at 56 and 4
// months: 100 people aged 29 with a first degree, half of them women, and 100
// men aged 60 with the second.
func TestOneYear(t *testing.T) {
	p := &process{start: newPyramid(2), women: []float64{0.5, 0.5, 0.5, 0.5, 0.5}, leaving: newGrid(2), upgrading: newGrid(2), entry: 40, entrants: newGrid(2)}
	p.start[female][0][29-youngest], p.start[male][0][29-youngest] = 50, 50
	p.start[male][1][60-youngest] = 100
	p.hazards = hazards{before: [groups]float64{0.5, 0.1, 0, 0, 0.3}, after: 0.8}
	for g := range groups {
		p.leaving[g] = []float64{1, 0.5}
	}
	p.upgrading[1][0] = 0.2
	p.entrants[0][0] = 1

	f := &fitted{records: &records{degrees: []string{"a", "b"}}}
	r := f.newRun(nil, []int{2024})
	r.people.copyFrom(p.start)
	passed := r.step(p, &r.eligible[0], expectation{})

	// All of the first turn 30: a tenth leave (10), a fifth of the 90 who stay
	// earn the second degree (18), 40 enter below 30. The second turn 61, have
	// all reached the legal age, and half of 80 % leave (40).
	if want := (year{before: 200, left: 50, entered: 40, total: 190}); !near(passed.left, want.left) || !near(passed.total, want.total) || passed.before != want.before || !near(passed.entered, want.entered) {
		t.Errorf("the year was %v, want %v", passed, want)
	}
	want := newGrid(2)
	want[0][0], want[1][0], want[1][1], want[4][1] = 40, 72, 18, 60
	r.people.sums(r.sums)
	for g := range want {
		for d := range want[g] {
			if !near(r.sums[g][d], want[g][d]) {
				t.Errorf("%s, degree %d: %v people, want %v", groupCodes[g], d, r.sums[g][d], want[g][d])
			}
		}
	}
	if each := r.people[female][0][0]; !near(each, 2.5) {
		t.Errorf("%v women enter at %d, want 20 spread over 8 ages", each, youngest)
	}
}

func TestTheOldestStay(t *testing.T) {
	p := newPyramid(1)
	p[male][0][ages-1], p[male][0][ages-2] = 3, 2
	p.growOlder()
	if p[male][0][ages-1] != 5 || p.total() != 5 {
		t.Errorf("%v people are %d or older, of %v, want 5", p[male][0][ages-1], oldest, p.total())
	}
}

// 100 below 30, 10 enter there and 5 leave, 95 are left: 10 turned 30. Then 200
// came in at 30, with the 10; 3 left, 4 entered, 196 are left: 15 turned 40.
func TestCrossings(t *testing.T) {
	of := func(counts ...float64) grid {
		g := newGrid(1)
		for i, n := range counts {
			g[i][0] = n
		}
		return g
	}
	r := &records{
		stock:   []grid{of(100, 200, 50, 50, 10), of(95, 196, 60, 54, 12)},
		entered: []grid{{}, of(10, 4, 0, 0, 0)},
		left:    []grid{{}, of(5, 3, 1, 1, 4)},
	}
	_, crossed := r.crossings(1)
	// 50 + 15 - 1 - 60 = 4 turned 50, 50 + 4 - 1 - 54 < 0 none 60.
	if want := [groups]float64{10, 15, 4, 0, 0}; crossed != want {
		t.Errorf("%v crossed, want %v", crossed, want)
	}
}

// A reconstruction ends at the published stock and share of women.
func TestReconstructionFits(t *testing.T) {
	r := live(ordinary, 5, firstYear+5).records(between(firstYear, firstYear+5))
	f := fit(r)
	sums := newGrid(len(r.degrees))
	f.best.last.sums(sums)
	for g := range sums {
		for d, people := range r.stock[5][g] {
			if math.Abs(sums[g][d]-people) > 1e-6 {
				t.Errorf("%s %s: %v people, published %v", groupCodes[g], r.degrees[d], sums[g][d], people)
			}
		}
	}
	for g := range sixties {
		women := 0.0
		for d := range r.degrees {
			women += sumOf(f.best.last[female][d][spans[g][0]:spans[g][1]])
		}
		if share := women / sumOf(sums[g]); math.Abs(share-r.women[5][g]) > 0.01 {
			t.Errorf("%s: %.3f women, published %.3f", groupCodes[g], share, r.women[5][g])
		}
	}
}

// In each simulated future degrees, fields and places sum to everybody, and
// nobody is counted less than never.
func TestPartsSum(t *testing.T) {
	r := live(ordinary, 6, firstYear+5).records(between(firstYear, firstYear+5))
	f := fit(r)
	futures := f.simulate(f.draw(30), []model.Change{{Of: model.Entry, Times: 0.2, From: 2025}}, between(2025, 2045))
	for y := range futures[0] {
		for i, total := range futures[0][y] {
			from := 1
			for _, size := range r.sizes() {
				sum := 0.0
				for _, part := range futures[from : from+size] {
					sum += part[y][i]
					if part[y][i] < 0 {
						t.Fatalf("%v people", part[y][i])
					}
				}
				if math.Abs(sum-total) > 1e-6*total {
					t.Fatalf("parts sum to %v, not %v", sum, total)
				}
				from += size
			}
		}
	}
}

// Completing cells leaves the published ones alone and meets the sums.
func TestComplete(t *testing.T) {
	// 10 ?  | 15    the unknown ones are 5 and 7 where the columns say so
	//  ? 20 | 27
	cells := []float64{10, 1, 1, 20}
	known := []bool{true, false, false, true}
	complete(cells, known, []margin{{[]int{0, 1}, 15}, {[]int{2, 3}, 27}})
	if !near(cells[1], 5) || !near(cells[2], 7) || cells[0] != 10 || cells[3] != 20 {
		t.Errorf("completed to %v", cells)
	}
}

func TestCompleteMeetsSums(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		truth, cells, known := make([]float64, 12), make([]float64, 12), make([]bool, 12)
		margins := make([]margin, 7)
		for i := range truth {
			truth[i] = float64(1 + random.IntN(50))
			cells[i], known[i] = truth[i], random.IntN(3) > 0
			if !known[i] {
				cells[i] = 1
			}
			for _, m := range []int{i / 4, 3 + i%4} {
				margins[m].cells = append(margins[m].cells, i)
				margins[m].sum += truth[i]
			}
		}
		complete(cells, known, margins)
		for _, m := range margins {
			sum := 0.0
			for _, i := range m.cells {
				sum += cells[i]
			}
			if math.Abs(sum-m.sum) > 1e-3*m.sum {
				t.Errorf("cells sum to %v, published %v", sum, m.sum)
			}
		}
	}
}

// Counts that hardly vary leave little room for volatility; wild ones ask for
// much.
func TestVolatility(t *testing.T) {
	mean := func(observed ...float64) float64 {
		v := volatilityOf(observed, []float64{1, 1, 1, 1, 1})
		sum, before := 0.0, 0.0
		for i, c := range v.cumulated {
			sum, before = sum+(c-before)*float64(i)*coefficient, c
		}
		return sum
	}
	calm, wild := mean(400, 410, 390, 405, 395), mean(400, 600, 250, 500, 300)
	if calm > 0.04 || wild < 0.2 {
		t.Errorf("calm years have a volatility of %.3f, wild ones of %.3f", calm, wild)
	}
}
