package workforce

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

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
		{"below the threshold", "2025-01-01 a 0\n2025-01-02 b 1\n2025-01-03 c 4\n2025-01-04 d 5", "0; c; c; 5"},
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
			if got := countsOf(Registers(world, asOf)[0]); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if countsOf(r) != before {
				t.Error("the world's own register was changed")
			}
		})
	}
}

// TestRegistersOfSums invents registers of rows and columns with totals and
// subtracts whatever can be subtracted.
func TestRegistersOfSums(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	asOf, _ := model.ParseDate("2025-12-31")
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
		got := Registers(world, asOf)[0]
		for _, s := range sumsIn(&world.Registers[0], world.Registers[0].Rows) {
			withheld, open := 0, 0
			for _, p := range s {
				for i, row := range world.Registers[0].Rows {
					if row.Values["noi"].Ref != p.row.Values["noi"].Ref {
						continue
					}
					if got.Rows[i].Values[p.column].Withheld {
						withheld++
					} else if p.value().Number > 0 {
						open++
					}
				}
			}
			if withheld == 1 && open > 0 {
				t.Fatalf("one figure of a sum alone is withheld:\n%s\n%s", strings.Join(rows, "\n"), countsOf(got))
			}
		}
	}
}
