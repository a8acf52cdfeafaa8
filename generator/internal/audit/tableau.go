package audit

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
)

// negligible is the size below which a number is a rounding error.
const negligible = 1e-6

// A term is a multiple of an unknown; a line is a sum of terms in order of
// their unknowns.
type term struct {
	unknown int32
	factor  float64
}

type line []term

func sumOf(unknowns []int32, factor float64) line {
	l := make(line, len(unknowns))
	for i, u := range unknowns {
		l[i] = term{u, factor}
	}
	slices.SortFunc(l, func(a, b term) int { return cmp.Compare(a.unknown, b.unknown) })
	return l
}

// plus returns l + factor·other.
func (l line) plus(factor float64, other line) line {
	sum := make(line, 0, len(l)+len(other))
	for len(l) > 0 || len(other) > 0 {
		switch {
		case len(other) == 0 || len(l) > 0 && l[0].unknown < other[0].unknown:
			sum, l = append(sum, l[0]), l[1:]
		case len(l) == 0 || other[0].unknown < l[0].unknown:
			sum, other = append(sum, term{other[0].unknown, tidied(factor * other[0].factor)}), other[1:]
		default:
			if both := tidied(l[0].factor + factor*other[0].factor); both != 0 {
				sum = append(sum, term{l[0].unknown, both})
			}
			l, other = l[1:], other[1:]
		}
	}
	return sum
}

// tidied rounds away the error of what must have been whole.
func tidied(x float64) float64 {
	if near := math.Round(x); math.Abs(x-near) < negligible/100 {
		return near
	}
	return x
}

func lineOf(factors map[int32]float64) line {
	l := make(line, 0, len(factors))
	for u, factor := range factors {
		l = append(l, term{u, factor})
	}
	slices.SortFunc(l, func(a, b term) int { return cmp.Compare(a.unknown, b.unknown) })
	return l
}

func (l line) factor(unknown int32) float64 {
	i, found := slices.BinarySearchFunc(l, unknown, func(t term, u int32) int { return cmp.Compare(t.unknown, u) })
	if !found {
		return 0
	}
	return l[i].factor
}

func (l line) without(unknown int32) line {
	return slices.DeleteFunc(slices.Clone(l), func(t term) bool { return t.unknown == unknown })
}

// oneSigned reports whether all factors have one sign.
func (l line) oneSigned() bool {
	return !slices.ContainsFunc(l, func(t term) bool { return (t.factor > 0) != (l[0].factor > 0) })
}

// A tableau solves equations for some unknowns, its basic ones: each row says
// what its basic unknown is when the others are zero, and by how much it falls
// with each of them.
type tableau struct {
	rows   []row
	rowOf  map[int32]int     // of basic unknowns
	users  map[int32][]int   // rows that hold an unknown; may name some that no longer do
	scrap  map[int32]float64 // empty between calls
	random *rand.Rand
}

type row struct {
	basic int32
	value float64
	terms line
}

func newTableau() *tableau {
	return &tableau{
		rowOf: map[int32]int{}, users: map[int32][]int{}, scrap: map[int32]float64{},
		random: rand.New(rand.NewPCG(1, 2)),
	}
}

// reduce expresses a line by unknowns that aren't basic, and what it is when
// those are zero.
func (t *tableau) reduce(l line) (constant float64, reduced line) {
	clear(t.scrap)
	for _, term := range l {
		r, basic := t.rowOf[term.unknown]
		if !basic {
			t.scrap[term.unknown] += term.factor
			continue
		}
		constant += term.factor * t.rows[r].value
		for _, other := range t.rows[r].terms {
			t.scrap[other.unknown] -= term.factor * other.factor
		}
	}
	for u, factor := range t.scrap {
		if math.Abs(factor) > negligible {
			reduced = append(reduced, term{u, tidied(factor)})
		}
	}
	slices.SortFunc(reduced, func(a, b term) int { return cmp.Compare(a.unknown, b.unknown) })
	return constant, reduced
}

var errContradiction = errors.New("audit: the published figures contradict each other")

// add takes in an equation.
func (t *tableau) add(e equation) error {
	constant, reduced := t.reduce(e.terms)
	value := e.value - constant
	if len(reduced) == 0 {
		if math.Abs(value) > negligible {
			return errContradiction
		}
		return nil
	}
	best := slices.MinFunc(reduced, func(a, b term) int {
		return cmp.Or(cmp.Compare(uneven(a.factor), uneven(b.factor)), cmp.Compare(len(t.users[a.unknown]), len(t.users[b.unknown])))
	})
	t.rows = append(t.rows, row{})
	t.solve(len(t.rows)-1, best.unknown, reduced, value)
	return nil
}

// uneven prefers factors that keep whole numbers whole.
func uneven(factor float64) int {
	if math.Abs(math.Abs(factor)-1) < negligible {
		return 0
	}
	return 1
}

// solve makes an unknown basic in a row by an equation in unknowns that
// aren't basic, and replaces it in the others.
func (t *tableau) solve(r int, unknown int32, terms line, value float64) {
	scale := 1 / terms.factor(unknown)
	solved := line{}.plus(scale, terms.without(unknown))
	value = tidied(value * scale)
	t.rows[r] = row{basic: unknown, value: value}
	for _, user := range t.column(unknown) {
		if user == r {
			continue
		}
		old := &t.rows[user]
		factor := old.terms.factor(unknown)
		old.value = tidied(old.value - factor*value)
		t.set(user, old.terms.without(unknown).plus(-factor, solved))
	}
	t.set(r, solved)
	t.rowOf[unknown] = r
	delete(t.users, unknown)
}

func (t *tableau) set(r int, terms line) {
	before := t.rows[r].terms
	for _, term := range terms {
		if before.factor(term.unknown) == 0 {
			t.users[term.unknown] = append(t.users[term.unknown], r)
		}
	}
	t.rows[r].terms = terms
}

// column lists the rows that hold an unknown.
func (t *tableau) column(unknown int32) []int {
	rows := t.users[unknown]
	slices.Sort(rows)
	rows = slices.DeleteFunc(slices.Compact(rows), func(r int) bool { return t.rows[r].terms.factor(unknown) == 0 })
	t.users[unknown] = rows
	return slices.Clone(rows)
}

// pivot lets an unknown take the place of a row's basic one.
func (t *tableau) pivot(r int, entering int32) {
	leaving, value := t.rows[r].basic, t.rows[r].value
	terms := t.rows[r].terms.plus(1, line{{leaving, 1}})
	delete(t.rowOf, leaving)
	t.rows[r].terms = nil
	t.solve(r, entering, terms, value)
}
