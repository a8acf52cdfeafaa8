package disclosure

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestAttackerAgainstBruteForce withholds cells at random, well or badly, and
// compares what the attacker finds with what there is.
func TestAttackerAgainstBruteForce(t *testing.T) {
	found, missed, given, leaks := 0, 0, 0, 0
	for seed := range rounds(t, 400) {
		random := rand.New(rand.NewPCG(seed, 2))
		p := tiny(random)
		s, err := newSpace(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		hidden := make([]bool, len(s.cells))
		for i := range hidden {
			hidden[i] = s.cells[i].count > 0 && (s.cells[i].small() || random.IntN(3) == 0)
		}
		short := newAttacker(s, hidden, s.alone(), false).shortfalls()
		leaks += len(short)
		b := newBrute(p, func(y, t, c int) bool { return hidden[s.tables[y][t][c]] })
		done := map[int]bool{}
		everyCell(p, func(y, table, c int) {
			cell := s.tables[y][table][c]
			if !hidden[cell] || done[cell] {
				return
			}
			done[cell] = true
			for _, direction := range []int{1, -1} {
				answer := b.canShift(y, table, c, direction)
				isShort := slices.ContainsFunc(short, func(f shortfall) bool { return f.cell == cell && f.direction == direction })
				switch {
				case answer == unknown:
					given++
				case answer == no && !isShort:
					t.Errorf("seed %d: cell %d of table %d in year %d can't be shifted by %d, yet a witness was found", seed, c, table, y, direction)
				case answer == yes && isShort:
					missed++
					t.Logf("seed %d: cell %d of table %d in year %d can be shifted by %d, and was not", seed, c, table, y, direction)
				default:
					found++
				}
			}
		})
	}
	t.Logf("%d answers agree, %d of them leaks; %d witnesses missed, %d searches given up", found, leaks, missed, given)
	if leaks == 0 {
		t.Error("no choice gave anything away: the comparison tests nothing")
	}
	if missed*100 > found {
		t.Errorf("missed %d witnesses of %d", missed, found)
	}
}

// TestProtectAgainstBruteForce makes sure that each withheld cell can be one
// more and one less.
func TestProtectAgainstBruteForce(t *testing.T) {
	cells, given := 0, 0
	for seed := range rounds(t, 400) {
		p := tiny(rand.New(rand.NewPCG(seed, 3)))
		decision, _, err := Protect(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		b := newBrute(p, decision.Withheld)
		everyCell(p, func(y, table, c int) {
			if !decision.Withheld(y, table, c) {
				return
			}
			for _, direction := range []int{1, -1} {
				cells++
				switch b.canShift(y, table, c, direction) {
				case no:
					t.Errorf("seed %d: cell %d of table %d in year %d can't be shifted by %d", seed, c, table, y, direction)
				case unknown:
					given++
				}
			}
		})
	}
	t.Logf("%d questions, %d given up", cells, given)
	if given*20 > cells {
		t.Errorf("gave up on %d of %d", given, cells)
	}
}

// TestReleasesAgainstBruteForce publishes some tables of a problem and then
// some of these and others, and makes sure that each cell which neither release
// told can be one more and one less for who has both, unless he knows from the
// first alone, or it is said to be exposed.
func TestReleasesAgainstBruteForce(t *testing.T) {
	cells, given, exposed, leaks := 0, 0, 0, 0
	for seed := range rounds(t, 300) {
		random := rand.New(rand.NewPCG(seed, 8))
		p := tiny(random)
		first := split(random, p)
		earlier, _, err := Protect(first)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		told := map[Place]bool{}
		everyCell(first, func(y, table, c int) {
			if first.Years[y].Tables[table].Past {
				return
			}
			withheld := earlier.Withheld(y, table, c)
			told[Place{y, table, c}] = !withheld
			tb := &p.Years[y].Tables[table]
			tb.Earlier = append(tb.Earlier, Earlier{Cell: c, Threshold: tb.Threshold, Withheld: withheld, Same: !withheld})
		})
		later := split(random, p)
		decision, report, err := Protect(later)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		unaware, _, err := Protect(forgetful(later))
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		knows := func(d *Decision) func(y, table, c int) bool {
			return func(y, table, c int) bool {
				shown := !later.Years[y].Tables[table].Past && !d.Withheld(y, table, c)
				return !shown && !told[Place{y, table, c}]
			}
		}
		all, before, careless := newBrute(later, knows(decision)), newBrute(later, func(y, table, c int) bool { return !told[Place{y, table, c}] }), newBrute(later, knows(unaware))
		if exposed += len(report.Exposed); len(report.Exposed) > 0 {
			continue
		}
		everyCell(later, func(y, table, c int) {
			if !decision.Kept(y, table, c) {
				return
			}
			for _, direction := range []int{1, -1} {
				cells++
				switch all.canShift(y, table, c, direction) {
				case no:
					if before.canShift(y, table, c, direction) != no {
						t.Errorf("seed %d: cell %d of table %d in year %d can't be shifted by %d", seed, c, table, y, direction)
					}
				case unknown:
					given++
				}
				if careless.canShift(y, table, c, direction) == no && before.canShift(y, table, c, direction) == yes {
					leaks++
				}
			}
		})
	}
	t.Logf("%d questions, %d given up; %d cells exposed; protected alone, %d would come out", cells, given, exposed, leaks)
	if leaks == 0 {
		t.Error("releases protected each alone give nothing away: the test tests nothing")
	}
}

// TestInsidersAgainstBruteForce makes sure that the one person in a cell of
// one can't work out another small cell.
func TestInsidersAgainstBruteForce(t *testing.T) {
	pairs, given := 0, 0
	for seed := range rounds(t, 300) {
		p := tiny(rand.New(rand.NewPCG(seed, 4)))
		decision, _, err := Protect(p)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		b := newBrute(p, decision.Withheld)
		everyCell(p, func(y, table, c int) {
			own, one := b.sum(func(m combo) int { return b.in(m, y, p.Years[y].Tables[table], c) })
			if one != 1 || p.Years[y].Tables[table].Threshold < 2 {
				return
			}
			own.min, own.max = 1, 1
			everyCell(p, func(y2, table2, c2 int) {
				other, count := b.sum(func(m combo) int { return b.in(m, y2, p.Years[y2].Tables[table2], c2) })
				if count == 0 || count >= p.Years[y2].Tables[table2].Threshold || count == 1 && b.meet(own, other) {
					return
				}
				pairs++
				fooled := func(b *brute) int {
					answer := b.canShift(y2, table2, c2, 1, own)
					if answer == no && count > 1 {
						answer = b.canShift(y2, table2, c2, -1, own)
					}
					return answer
				}
				switch fooled(b) {
				case no:
					if bare := newBrute(p, b.isPeopled); fooled(bare) == no {
						break // he is alone there too, a year later, and the zeros say so
					}
					t.Errorf("seed %d: who is alone in cell %d of table %d of year %d works out cell %d of table %d of year %d", seed, c, table, y, c2, table2, y2)
				case unknown:
					given++
				}
			})
		})
	}
	t.Logf("%d pairs, %d given up", pairs, given)
}
