package disclosure

import (
	"math"
	"slices"
)

// A clique is variables that are looked at together; its unknowns are the
// counts of the combinations of their classes.
type clique struct {
	variables []int // sorted
	axes      []cliqueAxis
	size      int         // unknowns
	first     int         // number of its first unknown in the space
	places    map[int]int // combination → place, where only those that occur are kept
	kept      []int       // place → combination
}

// A cliqueAxis is the finest coding that a clique has of one dimension.
type cliqueAxis struct {
	dimension int
	coding    coding
	classes   int
}

func (b *block) newClique(variables []int) clique {
	c := clique{variables: variables, size: 1}
	product := 1.0
	for i, v := range variables {
		if i+1 < len(variables) && b.variables[variables[i+1]].dimension == b.variables[v].dimension {
			continue
		}
		axis := cliqueAxis{b.variables[v].dimension, b.variables[v].coding, b.variables[v].coding.classes()}
		c.axes = append(c.axes, axis)
		product *= float64(axis.classes)
	}
	if product > maxCombinations {
		c.keepBorne(b.people)
		return c
	}
	c.size = int(math.Round(product))
	return c
}

// keepBorne restricts a clique to the combinations that somebody bears.
func (c *clique) keepBorne(people [][]uint16) {
	for _, person := range people {
		c.kept = append(c.kept, c.combination(person))
	}
	slices.Sort(c.kept)
	c.kept = slices.Compact(c.kept)
	c.places = make(map[int]int, len(c.kept))
	for place, combination := range c.kept {
		c.places[combination] = place
	}
	c.size = len(c.kept)
}

func (c *clique) combination(person []uint16) int {
	combination := 0
	for _, axis := range c.axes {
		combination = combination*axis.classes + axis.coding[person[axis.dimension]]
	}
	return combination
}

// place is the number, within the clique, of a combination; false for one that
// isn't kept.
func (c *clique) place(combination int) (int, bool) {
	if c.places == nil {
		return combination, true
	}
	place, ok := c.places[combination]
	return place, ok
}

// classes splits the combination at a place into its classes, by axis.
func (c *clique) classes(place int, into []int) {
	if c.places != nil {
		place = c.kept[place]
	}
	for i := len(c.axes) - 1; i >= 0; i-- {
		into[i] = place % c.axes[i].classes
		place /= c.axes[i].classes
	}
}

// sum lists the unknowns that a cell is the sum of.
func (c *clique) sum(k key, groups []grouping) []int {
	inside := make([][]bool, len(c.axes))
	for i, axis := range c.axes {
		inside[i] = slices.Repeat([]bool{true}, axis.classes)
		if group := k[axis.dimension]; group != 0 {
			clear(inside[i])
			for _, class := range axis.coding.members(groups[axis.dimension].sets[group]) {
				inside[i][class] = true
			}
		}
	}
	return c.within(inside)
}

// within lists the unknowns whose classes are all marked.
func (c *clique) within(inside [][]bool) []int {
	if c.places == nil {
		return c.product(inside)
	}
	var unknowns []int
	classes := make([]int, len(c.axes))
	for place := range c.size {
		c.classes(place, classes)
		all := true
		for i, class := range classes {
			all = all && inside[i][class]
		}
		if all {
			unknowns = append(unknowns, c.first+place)
		}
	}
	return unknowns
}

func (c *clique) product(inside [][]bool) []int {
	combinations := []int{0}
	for i, axis := range c.axes {
		var longer []int
		for _, combination := range combinations {
			for class, in := range inside[i] {
				if in {
					longer = append(longer, combination*axis.classes+class)
				}
			}
		}
		combinations = longer
	}
	for i := range combinations {
		combinations[i] += c.first
	}
	return combinations
}

// project maps each place to the combination of its classes under coarser
// codings, by dimension; what two cliques project alike must count alike.
func (c *clique) project(onto []cliqueAxis) []int {
	type step struct {
		axis    int
		classes int
		class   []int // of the coarser coding, by class of the axis
	}
	var steps []step
	for _, coarse := range onto {
		i := slices.IndexFunc(c.axes, func(a cliqueAxis) bool { return a.dimension == coarse.dimension })
		class := make([]int, c.axes[i].classes)
		for category, fine := range c.axes[i].coding {
			class[fine] = coarse.coding[category]
		}
		steps = append(steps, step{i, coarse.classes, class})
	}
	projection := make([]int, c.size)
	classes := make([]int, len(c.axes))
	for place := range projection {
		c.classes(place, classes)
		for _, s := range steps {
			projection[place] = projection[place]*s.classes + s.class[classes[s.axis]]
		}
	}
	return projection
}
