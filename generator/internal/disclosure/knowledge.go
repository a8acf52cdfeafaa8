package disclosure

import (
	"cmp"
	"slices"
)

// A term is a multiple of one unknown; a form is a sum of terms, sorted by
// unknown.
type term struct {
	unknown int32
	factor  residue
}

type form []term

// plus returns f + factor·g.
func (f form) plus(factor residue, g form) form {
	sum := make(form, 0, len(f)+len(g))
	for len(f) > 0 && len(g) > 0 {
		switch {
		case f[0].unknown < g[0].unknown:
			sum, f = append(sum, f[0]), f[1:]
		case f[0].unknown > g[0].unknown:
			sum, g = append(sum, term{g[0].unknown, g[0].factor.times(factor)}), g[1:]
		default:
			if both := f[0].factor.add(g[0].factor.times(factor)); both != 0 {
				sum = append(sum, term{f[0].unknown, both})
			}
			f, g = f[1:], g[1:]
		}
	}
	sum = append(sum, f...)
	for _, t := range g {
		sum = append(sum, term{t.unknown, t.factor.times(factor)})
	}
	return sum
}

// factor is what f multiplies an unknown by; 0 where it doesn't hold it.
func (f form) factor(unknown int32) residue {
	i, found := slices.BinarySearchFunc(f, unknown, func(t term, u int32) int { return cmp.Compare(t.unknown, u) })
	if !found {
		return 0
	}
	return f[i].factor
}

// without drops one unknown.
func (f form) without(unknown int32) form {
	return slices.DeleteFunc(slices.Clone(f), func(t term) bool { return t.unknown == unknown })
}

// Knowledge is what somebody can work out linearly from the sums told to him:
// some unknowns expressed by others that stay free. A sum reduced to free
// unknowns is derivable when nothing is left of it.
type knowledge struct {
	solved  []form      // by unknown: what it equals, in free unknowns, but for known constants; nil: free
	isFree  []bool      // by unknown
	watched []form      // sums to keep from being derived, reduced
	holders [][]int32   // by free unknown: who holds it; may name some that no longer do
	uses    []int       // by free unknown: how many hold it
	scratch []residue   // by unknown, zero between calls
	onLearn func(i int) // told of each watched sum that changed
}

// Holders are numbered: solved unknowns as they are, watched sums after them.

func newKnowledge(unknowns int) *knowledge {
	return &knowledge{
		solved:  make([]form, unknowns),
		isFree:  slices.Repeat([]bool{true}, unknowns),
		holders: make([][]int32, unknowns),
		uses:    make([]int, unknowns),
		scratch: make([]residue, unknowns),
	}
}

// reduce expresses plus − minus in free unknowns.
func (k *knowledge) reduce(plus, minus []int) form {
	var touched []int32
	add := func(unknown int32, factor residue) {
		touched = append(touched, unknown)
		k.scratch[unknown] = k.scratch[unknown].add(factor)
	}
	for i, sum := range [][]int{plus, minus} {
		sign := residue(1)
		if i == 1 {
			sign = sign.negative()
		}
		for _, u := range sum {
			if k.isFree[u] {
				add(int32(u), sign)
				continue
			}
			for _, t := range k.solved[u] {
				add(t.unknown, t.factor.times(sign))
			}
		}
	}
	slices.Sort(touched)
	var reduced form
	for _, u := range slices.Compact(touched) {
		if factor := k.scratch[u]; factor != 0 {
			reduced = append(reduced, term{u, factor})
		}
		k.scratch[u] = 0
	}
	return reduced
}

// watch reduces a sum and keeps it reduced from now on; the result is its
// number among the watched.
func (k *knowledge) watch(sum []int) int {
	number := len(k.watched)
	k.watched = append(k.watched, k.reduce(sum, nil))
	for _, t := range k.watched[number] {
		k.hold(t.unknown, int32(len(k.solved)+number))
	}
	return number
}

func (k *knowledge) hold(unknown, holder int32) {
	k.holders[unknown] = append(k.holders[unknown], holder)
	k.uses[unknown]++
}

// pivot picks the unknown of a reduced sum that the fewest others hold.
func (k *knowledge) pivot(reduced form) int32 {
	best := slices.MinFunc(reduced, func(a, b term) int {
		return cmp.Or(cmp.Compare(k.uses[a.unknown], k.uses[b.unknown]), cmp.Compare(a.unknown, b.unknown))
	})
	return best.unknown
}

// learn adds a reduced sum, not empty, to what is known: it is solved for its
// pivot, which is replaced wherever it stands.
func (k *knowledge) learn(reduced form) {
	pivot := k.pivot(reduced)
	scale := reduced.factor(pivot).inverse().negative()
	value := form(nil).plus(scale, reduced.without(pivot))
	k.isFree[pivot], k.solved[pivot] = false, value
	for _, holder := range k.holding(pivot) {
		if holder < int32(len(k.solved)) {
			k.solved[holder] = k.replace(holder, k.solved[holder], pivot, value)
			continue
		}
		number := int(holder) - len(k.solved)
		k.watched[number] = k.replace(holder, k.watched[number], pivot, value)
		if k.onLearn != nil {
			k.onLearn(number)
		}
	}
	k.holders[pivot] = nil
	for _, t := range value {
		k.hold(t.unknown, pivot)
	}
}

// holding lists who holds a free unknown.
func (k *knowledge) holding(unknown int32) []int32 {
	candidates := slices.Clone(k.holders[unknown])
	slices.Sort(candidates)
	candidates = slices.Compact(candidates)
	return slices.DeleteFunc(candidates, func(h int32) bool { return k.held(h).factor(unknown) == 0 })
}

func (k *knowledge) held(holder int32) form {
	if holder < int32(len(k.solved)) {
		return k.solved[holder]
	}
	return k.watched[int(holder)-len(k.solved)]
}

// replace puts value in the place of pivot in what holder holds.
func (k *knowledge) replace(holder int32, f form, pivot int32, value form) form {
	replaced := f.without(pivot).plus(f.factor(pivot), value)
	for _, t := range value {
		before, after := f.factor(t.unknown) != 0, replaced.factor(t.unknown) != 0
		if after && !before {
			k.hold(t.unknown, holder)
		}
		if before && !after {
			k.uses[t.unknown]--
		}
	}
	return replaced
}
