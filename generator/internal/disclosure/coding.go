package disclosure

import (
	"cmp"
	"slices"
)

// A coding assigns the categories of a dimension to classes, numbered in the
// order in which they first occur.
type coding []int

// newCoding numbers the classes of categories that have equal labels.
func newCoding(labels []int) coding {
	numbers := map[int]int{}
	c := make(coding, len(labels))
	for i, label := range labels {
		number, known := numbers[label]
		if !known {
			number = len(numbers)
			numbers[label] = number
		}
		c[i] = number
	}
	return c
}

// classes is the number of classes.
func (c coding) classes() int {
	if len(c) == 0 {
		return 1
	}
	return slices.Max(c) + 1
}

// refinedBy is the coarsest coding that tells apart what c or d tells apart.
func (c coding) refinedBy(d coding) coding {
	labels := make([]int, len(c))
	for i := range c {
		labels[i] = c[i]*len(c) + d[i]
	}
	return newCoding(labels)
}

// resolves reports whether set, by category, is made of whole classes.
func (c coding) resolves(set []bool) bool {
	inside := make([]int, c.classes())
	for i, class := range c {
		mark := 1
		if set[i] {
			mark = 2
		}
		inside[class] |= mark
	}
	return !slices.Contains(inside, 1|2)
}

// members lists the classes of which set holds a category.
func (c coding) members(set []bool) []int {
	var members []int
	for i, class := range c {
		if set[i] {
			members = append(members, class)
		}
	}
	slices.Sort(members)
	return slices.Compact(members)
}

// chainOf arranges codings of one dimension in a chain in which each refines
// the one before it and each of the given ones is resolved by some member.
// Codings of a single class tell nothing and are left out.
func chainOf(codings []coding) []coding {
	sorted := slices.Clone(codings)
	slices.SortFunc(sorted, func(a, b coding) int {
		return cmp.Or(cmp.Compare(a.classes(), b.classes()), slices.Compare(a, b))
	})
	var chain []coding
	for _, c := range sorted {
		if len(chain) > 0 {
			c = chain[len(chain)-1].refinedBy(c)
		}
		if c.classes() > 1 && (len(chain) == 0 || !slices.Equal(c, chain[len(chain)-1])) {
			chain = append(chain, c)
		}
	}
	return chain
}
