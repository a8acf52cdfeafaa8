package workforce

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// register reads rows of "day place count count …", − for what isn't written.
func register(rows string) model.Register {
	r := model.Register{Columns: []model.Column{
		{ID: "ngay", Type: model.DateColumn, Public: true}, {ID: "noi", Type: model.LocalityColumn, Public: true},
	}}
	for line := range strings.Lines(rows) {
		words := strings.Fields(line)
		day, _ := model.ParseDate(words[0])
		row := model.Row{Values: map[string]model.Value{"ngay": {Date: day}, "noi": {Ref: words[1]}}}
		for i, word := range words[2:] {
			id := fmt.Sprint("n", i)
			if len(r.Columns) < i+3 {
				r.Columns = append(r.Columns, model.Column{ID: id, Type: model.CountColumn, Public: true})
			}
			if word != "-" {
				var n float64
				fmt.Sscan(word, &n)
				row.Values[id] = model.Value{Number: n}
			}
		}
		r.Rows = append(r.Rows, row)
	}
	return r
}

// counts writes the counts of a register's rows, c for what is withheld.
func countsOf(r model.Register) string {
	var lines []string
	for _, row := range r.Rows {
		var words []string
		for _, c := range r.Columns[2:] {
			v, written := row.Values[c.ID]
			switch {
			case !written:
				words = append(words, "-")
			case v.Withheld && v.Number != 0:
				words = append(words, "leaked")
			case v.Withheld:
				words = append(words, "c")
			default:
				words = append(words, fmt.Sprint(v.Number))
			}
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.Join(lines, "; ")
}

func TestRegisters(t *testing.T) {
	asOf, _ := model.ParseDate("2025-12-31")
	for _, c := range []struct{ name, rows, want string }{
		{"below the threshold", "2025-01-01 a 0\n2025-01-02 b 1\n2025-01-03 c 4\n2025-01-04 d 6", "0; c; c; 6"},
		{"who is alone", "2025-01-01 a 0\n2025-01-02 b 1\n2025-01-03 c 4\n2025-01-04 all 5", "0; c; c; c"},
		{"columns that sum, and nobody", "2025-01-01 a 20 3 17\n2025-02-01 a 0 0 0", "20 c c; 0 0 0"},
		{"a total of all others", "2025-01-01 a 3\n2025-01-01 b 20\n2025-01-01 c 8\n2025-01-01 all 31", "c; 20; c; 31"},
		{"a total with two withheld already", "2025-01-01 a 3\n2025-01-01 b 20\n2025-01-01 c 2\n2025-01-01 all 25", "c; 20; c; 25"},
		{"totals by day", "2025-01-01 a 3\n2025-01-01 b 20\n2025-01-01 all 23\n2025-02-01 a 9\n2025-02-01 b 7\n2025-02-01 all 16", "c; c; 23; 9; 7; 16"},
		{"no total", "2025-01-01 a 3\n2025-01-01 b 20\n2025-01-01 c 9", "c; 20; 9"},
		{"not yet dated", "2025-01-01 a 3\n2025-01-01 b 20\n2026-01-01 all 23", "c; 20; 23"},
		{"columns that sum", "2025-01-01 a 20 3 17\n2025-02-01 a 30 12 18", "20 c c; 30 12 18"},
		{"columns that sum in one row only", "2025-01-01 a 20 3 17\n2025-02-01 a 30 12 10", "20 c 17; 30 12 10"},
		{"parts that are not written", "2025-01-01 a 20 3 -\n2025-02-01 a 30 12 18", "20 c -; 30 12 18"},
		{"a column of three others", "2025-01-01 a 40 3 17 20\n2025-02-01 a 33 12 11 10", "40 c c 20; 33 12 11 10"},
		{"rows and columns", "2025-01-01 a 20 3 17\n2025-01-01 b 30 12 18\n2025-01-01 all 50 15 35", "20 c c; 30 c c; 50 15 35"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := register(c.rows)
			before := countsOf(r)
			world := &model.World{Statistics: model.Statistics{Threshold: 5}, Registers: []model.Register{r}}
			if got := countsOf(published(t, world, asOf, nil)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if countsOf(r) != before {
				t.Error("the world's own register was changed")
			}
		})
	}
}

// published is the only register of a world, as published.
func published(t *testing.T, world *model.World, asOf model.Date, earlier EarlierCounts) model.Register {
	t.Helper()
	registers, exposed, err := Registers(world, asOf, earlier)
	if err != nil || len(exposed) > 0 {
		t.Fatalf("%v is exposed, %v", exposed, err)
	}
	return registers[0]
}

func TestRegistersAfterOthers(t *testing.T) {
	asOf, _ := model.ParseDate("2025-12-31")
	const c, same, changed = 'c', 's', 'x' // what an earlier release said of each count, by row
	for _, story := range []struct{ name, rows, said, want, exposed string }{
		{"withheld before", "2025-01-01 a 7\n2025-01-02 b 20", "cs", "c; 20", ""},
		{"a total that is new", "2025-01-01 a 3\n2025-01-01 b 6\n2025-01-01 c 15\n2025-01-01 all 24", "css-", "c; 6; 15; c", ""},
		{"a part that is new", "2025-01-01 a 9\n2025-01-01 b 6\n2025-01-01 d 3\n2025-01-01 all 18", "ss-x", "9; 6; c; c", ""},
		{"one that changed below the threshold", "2025-01-01 a 9\n2025-01-01 b 6\n2025-01-01 d 3\n2025-01-01 all 18", "ssxx", "9; 6; c; c", ""},
		{"all others told", "2025-01-01 a 9\n2025-01-01 b 6\n2025-01-01 d 3\n2025-01-01 all 18", "ss-s", "", "2"},
		{"given away before", "2025-01-01 a 9\n2025-01-01 b 6\n2025-01-01 d 3\n2025-01-01 all 18", "sscs", "9; c; c; 18", ""},
	} {
		t.Run(story.name, func(t *testing.T) {
			r := register(story.rows)
			earlier := EarlierCounts{}
			for row, said := range story.said {
				earlier[RegisterCount{"", row, "n0"}] = disclosure.Count{Withheld: said == c, Same: said == same, Changed: said == changed}
			}
			world := &model.World{Statistics: model.Statistics{Threshold: 5}, Registers: []model.Register{r}}
			if story.exposed == "" {
				if got := countsOf(published(t, world, asOf, earlier)); got != story.want {
					t.Errorf("got %s, want %s", got, story.want)
				}
				return
			}
			_, exposed, err := Registers(world, asOf, earlier)
			if err != nil || len(exposed) != 1 || fmt.Sprint(exposed[0].Row) != story.exposed {
				t.Errorf("exposed are %v, want row %s; %v", exposed, story.exposed, err)
			}
		})
	}
}

// TestRegistersOfSums invents registers of rows and columns with totals and
// solves for whatever can be solved for.
func TestRegistersOfSums(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	asOf, _ := model.ParseDate("2025-12-31")
	withheld := 0
	for range 500 {
		var rows []string
		sums := [3]int{}
		for i := range 2 + random.IntN(4) {
			a, b := random.IntN(12), random.IntN(30)
			sums = [3]int{sums[0] + a + b, sums[1] + a, sums[2] + b}
			rows = append(rows, fmt.Sprintf("2025-01-01 x%d %d %d %d", i, a+b, a, b))
		}
		rows = append(rows, fmt.Sprintf("2025-01-01 all %d %d %d", sums[0], sums[1], sums[2]))
		world := &model.World{Statistics: model.Statistics{Threshold: 5}, Registers: []model.Register{register(strings.Join(rows, "\n"))}}
		got := published(t, world, asOf, nil)
		hidden := func(row, column int) bool { return got.Rows[row].Values[fmt.Sprint("n", column)].Withheld }
		for row := range rows {
			for column := range 3 {
				if !hidden(row, column) {
					continue
				}
				withheld++
				if solvable(len(rows), hidden, row, column) {
					t.Fatalf("row %d, column %d follows:\n%s\n%s", row, column, strings.Join(rows, "\n"), countsOf(got))
				}
			}
		}
	}
	t.Logf("%d withheld counts", withheld)
}

// solvable reports whether a count of a table with totals follows by adding
// and subtracting: whether it is a combination of what is known. Its unknowns
// are the hidden counts, its facts that rows and columns sum.
func solvable(rows int, hidden func(row, column int) bool, row, column int) bool {
	var facts [][]float64
	fact := func() []float64 {
		facts = append(facts, make([]float64, rows*3))
		return facts[len(facts)-1]
	}
	for r := range rows {
		f := fact()
		f[r*3], f[r*3+1], f[r*3+2] = 1, -1, -1
	}
	for c := range 3 {
		f := fact()
		for r := range rows - 1 {
			f[r*3+c] = 1
		}
		f[(rows-1)*3+c] = -1
	}
	target := make([]float64, rows*3)
	target[row*3+column] = 1
	for r := range rows {
		for c := range 3 {
			if !hidden(r, c) {
				fact()[r*3+c] = 1
			}
		}
	}
	return rank(append(facts, target)) == rank(facts)
}

// rank is the number of independent lines.
func rank(lines [][]float64) int {
	var work [][]float64
	for _, l := range lines {
		work = append(work, slices.Clone(l))
	}
	rank := 0
	for column := range work[0] {
		pivot := slices.IndexFunc(work[rank:], func(l []float64) bool { return math.Abs(l[column]) > 1e-9 })
		if pivot < 0 {
			continue
		}
		work[rank], work[rank+pivot] = work[rank+pivot], work[rank]
		for _, l := range work[rank+1:] {
			factor := l[column] / work[rank][column]
			for i := range l {
				l[i] -= factor * work[rank][i]
			}
		}
		if rank++; rank == len(work) {
			break
		}
	}
	return rank
}
