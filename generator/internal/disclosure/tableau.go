package disclosure

import (
	"cmp"
	"math"
	"slices"
)

// A weight is a multiple of one unknown in a row of a tableau.
type weight struct {
	unknown int32
	factor  float64
}

// A tableau expresses some unknowns, the basic ones, by the others: each row
// says how its basic unknown falls when another rises by one. It can be put
// back to how it was first, which also sheds the rounding errors of its pivots.
type tableau struct {
	movable  int     // unknowns from this one on are fixed and never basic
	basic    []int32 // by row
	rows     [][]weight
	rowOf    []int32   // by unknown; -1: not basic
	users    [][]int32 // by unknown: rows that may hold it
	scratch  []float64
	elements []element  // of the last column
	visited  []bool     // by row, false between calls
	first    [][]weight // as rows when settled
	original []int32    // as basic when settled
	settled  []int      // length of users when settled
	touched  []int32    // rows changed since
	grown    []int32    // unknowns whose users grew since
}

// negligible is the size below which a factor is a rounding error.
const negligible = 1e-7

func newTableau(movable, fixed int) *tableau {
	n := movable + fixed
	return &tableau{
		movable: movable,
		rowOf:   slices.Repeat([]int32{-1}, n),
		users:   make([][]int32, n),
		scratch: make([]float64, n),
	}
}

// reduce expresses a combination of unknowns by those that are not basic.
func (t *tableau) reduce(combination []weight) []weight {
	var touched []int32
	add := func(unknown int32, factor float64) {
		touched = append(touched, unknown)
		t.scratch[unknown] += factor
	}
	for _, w := range combination {
		row := t.rowOf[w.unknown]
		if row < 0 {
			add(w.unknown, w.factor)
			continue
		}
		for _, other := range t.rows[row] {
			add(other.unknown, -other.factor*w.factor)
		}
	}
	slices.Sort(touched)
	var reduced []weight
	for _, u := range slices.Compact(touched) {
		if factor := t.scratch[u]; math.Abs(factor) > negligible {
			reduced = append(reduced, weight{u, factor})
		}
		t.scratch[u] = 0
	}
	return reduced
}

// impose adds the equation that a combination keeps its value. The unknown
// solved for is one of factor ±1 if there is one, of better rank, and used
// least. It reports false where the tableau says so already.
func (t *tableau) impose(combination []weight, rank func(unknown int32) int) bool {
	reduced := t.reduce(combination)
	pivot := weight{unknown: -1}
	better := func(a, b weight) bool {
		return b.unknown < 0 || cmp.Or(
			cmp.Compare(oddity(a.factor), oddity(b.factor)),
			cmp.Compare(rank(a.unknown), rank(b.unknown)),
			cmp.Compare(len(t.users[a.unknown]), len(t.users[b.unknown]))) < 0
	}
	for _, w := range reduced {
		if int(w.unknown) < t.movable && better(w, pivot) {
			pivot = w
		}
	}
	if pivot.unknown < 0 {
		return false
	}
	row := int32(len(t.rows))
	t.rows, t.basic, t.visited = append(t.rows, nil), append(t.basic, pivot.unknown), append(t.visited, false)
	t.solve(row, pivot.unknown, reduced)
	return true
}

// oddity orders factors: ±1 keeps whole numbers whole.
func oddity(factor float64) int {
	if math.Abs(math.Abs(factor)-1) < negligible {
		return 0
	}
	return 1
}

// solve makes unknown basic in row by the equation given, and replaces it
// wherever it stands.
func (t *tableau) solve(row, unknown int32, equation []weight) {
	scale := 1 / factorOf(equation, unknown)
	solved := make([]weight, 0, len(equation))
	for _, w := range equation {
		if w.unknown != unknown {
			solved = append(solved, weight{w.unknown, tidy(w.factor * scale)})
		}
	}
	t.set(row, solved)
	t.basic[row], t.rowOf[unknown] = unknown, row
	for _, user := range slices.Clone(t.column(unknown)) {
		if user.row != row {
			t.set(user.row, t.substitute(t.rows[user.row], unknown, user.factor, solved))
		}
	}
}

// tidy rounds away the errors of factors that should be whole.
func tidy(factor float64) float64 {
	if whole := math.Round(factor); math.Abs(factor-whole) < negligible {
		return whole
	}
	return factor
}

// substitute puts what unknown equals, −solved, into a row that holds it with
// the factor given.
func (t *tableau) substitute(row []weight, unknown int32, factor float64, solved []weight) []weight {
	result := make([]weight, 0, len(row)+len(solved))
	for len(row) > 0 || len(solved) > 0 {
		switch {
		case len(row) > 0 && row[0].unknown == unknown:
			row = row[1:]
		case len(solved) == 0 || len(row) > 0 && row[0].unknown < solved[0].unknown:
			result, row = append(result, row[0]), row[1:]
		case len(row) == 0 || row[0].unknown > solved[0].unknown:
			result = append(result, weight{solved[0].unknown, tidy(-factor * solved[0].factor)})
			solved = solved[1:]
		default:
			if both := tidy(row[0].factor - factor*solved[0].factor); both != 0 {
				result = append(result, weight{row[0].unknown, both})
			}
			row, solved = row[1:], solved[1:]
		}
	}
	return result
}

// set replaces a row.
func (t *tableau) set(row int32, weights []weight) {
	before := t.rows[row]
	t.rows[row] = weights
	t.touched = append(t.touched, row)
	for _, w := range weights {
		for len(before) > 0 && before[0].unknown < w.unknown {
			before = before[1:]
		}
		if len(before) > 0 && before[0].unknown == w.unknown {
			continue
		}
		t.users[w.unknown] = append(t.users[w.unknown], row)
		t.grown = append(t.grown, w.unknown)
	}
}

// An element is what a column holds in a row.
type element struct {
	row    int32
	factor float64
}

// column lists the rows that hold an unknown, until it is called again.
func (t *tableau) column(unknown int32) []element {
	t.elements = t.elements[:0]
	for _, row := range t.users[unknown] {
		if t.visited[row] {
			continue
		}
		t.visited[row] = true
		if factor := factorOf(t.rows[row], unknown); factor != 0 {
			t.elements = append(t.elements, element{row, factor})
		}
	}
	for _, row := range t.users[unknown] {
		t.visited[row] = false
	}
	return t.elements
}

// factorOf is what a row multiplies an unknown by; 0 where it doesn't hold it.
func factorOf(row []weight, unknown int32) float64 {
	low, high := 0, len(row)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if row[middle].unknown < unknown {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(row) || row[low].unknown != unknown {
		return 0
	}
	return row[low].factor
}

// pivot lets unknown take the place of a row's basic unknown.
func (t *tableau) pivot(row, unknown int32) {
	leaving := t.basic[row]
	equation := slices.Clone(t.rows[row])
	i, _ := slices.BinarySearchFunc(equation, leaving, func(w weight, u int32) int { return cmp.Compare(w.unknown, u) })
	equation = slices.Insert(equation, i, weight{leaving, 1})
	t.rowOf[leaving] = -1
	t.solve(row, unknown, equation)
}

// settle makes the tableau as it is now the one to go back to.
func (t *tableau) settle() {
	t.first, t.original = slices.Clone(t.rows), slices.Clone(t.basic)
	t.settled = make([]int, len(t.users))
	for u := range t.users {
		column := t.column(int32(u))
		t.users[u] = t.users[u][:0]
		for _, e := range column {
			t.users[u] = append(t.users[u], e.row)
		}
		t.settled[u] = len(t.users[u])
	}
	t.touched, t.grown = nil, nil
}

// reset goes back to the tableau that was settled.
func (t *tableau) reset() {
	for _, row := range t.touched {
		t.rowOf[t.basic[row]] = -1
	}
	t.rows, t.basic = t.rows[:len(t.first)], t.basic[:len(t.first)]
	for _, row := range t.touched {
		if int(row) < len(t.first) {
			t.rows[row], t.basic[row] = t.first[row], t.original[row]
			t.rowOf[t.basic[row]] = row
		}
	}
	for _, u := range t.grown {
		t.users[u] = t.users[u][:min(len(t.users[u]), t.settled[u])]
	}
	t.touched, t.grown = t.touched[:0], t.grown[:0]
}
