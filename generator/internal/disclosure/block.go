package disclosure

import (
	"fmt"
	"slices"
)

// maxDimensions bounds a cell's key; one of them tells who entered.
const maxDimensions = 16

// maxCombinations is the size from which a clique is represented only by the
// combinations that somebody bears. Fewer unknowns mean a stronger attacker,
// so that this withholds too much, never too little.
const maxCombinations = 60000

// A key names a cell of a block: for each dimension the group of categories it
// is restricted to, 0 for none.
type key [maxDimensions]uint16

// A block is one population of one year: who is in the stock, or who left. Its
// unknowns are the counts of all combinations within each clique of dimensions
// that tables cross. The last dimension tells who entered in the year.
type block struct {
	year      int // position in the problem
	people    [][]uint16
	sizes     []int // categories by dimension
	groups    []grouping
	tables    []crossing
	chains    [][]coding // by dimension
	variables []variable
	cliques   []clique
	tree      []edge
}

// A variable is one coding of one dimension.
type variable struct {
	dimension int
	coding    coding
}

// A grouping numbers the groups of categories that restrict one dimension.
type grouping struct {
	numbers map[string]uint16
	sets    [][]bool
}

// number returns the number of a group; 0 if it holds every category.
func (g *grouping) number(set []bool) uint16 {
	if !slices.Contains(set, false) {
		return 0
	}
	text := make([]byte, len(set))
	for i, in := range set {
		if in {
			text[i] = 1
		}
	}
	number, known := g.numbers[string(text)]
	if !known {
		if g.numbers == nil {
			g.numbers, g.sets = map[string]uint16{}, [][]bool{nil}
		}
		number = uint16(len(g.sets))
		g.numbers[string(text)] = number
		g.sets = append(g.sets, set)
	}
	return number
}

// A crossing is a table with its groups as sets of categories, cut by its
// filters.
type crossing struct {
	table     int // position in the year
	threshold int
	past      bool
	told      bool // an earlier release had it
	axes      []crossingAxis
	filters   map[int][]bool // by dimension
}

type crossingAxis struct {
	dimension int
	groups    [][]bool
}

// sets lists the groups of categories by which a crossing restricts dimension,
// its filter first.
func (c *crossing) sets(dimension int) [][]bool {
	var sets [][]bool
	if filter, ok := c.filters[dimension]; ok {
		sets = append(sets, filter)
	}
	for _, axis := range c.axes {
		if axis.dimension == dimension {
			sets = append(sets, axis.groups...)
		}
	}
	return sets
}

// codingOf tells apart the categories that some set tells apart.
func codingOf(sets [][]bool, size int) coding {
	c := make(coding, size)
	for _, set := range sets {
		labels := make([]int, size)
		for i, in := range set {
			if in {
				labels[i] = 1
			}
		}
		c = c.refinedBy(labels)
	}
	return c
}

func newBlock(p *Problem, year int, records []Record) *block {
	b := &block{year: year}
	for _, d := range p.Dimensions {
		b.sizes = append(b.sizes, d.Size)
	}
	b.sizes = append(b.sizes, 2)
	b.groups = make([]grouping, len(b.sizes))
	for _, r := range records {
		entered := uint16(0)
		if r.Entered {
			entered = 1
		}
		b.people = append(b.people, append(slices.Clone(r.Categories), entered))
	}
	return b
}

// entry is the dimension that tells who entered in the year.
func (b *block) entry() int { return len(b.sizes) - 1 }

func (b *block) addTable(position int, t Table) {
	c := crossing{table: position, threshold: t.Threshold, past: t.Past, told: len(t.Earlier) > 0, filters: map[int][]bool{}}
	if t.Measure == Entered {
		c.filters[b.entry()] = []bool{false, true}
	}
	for _, f := range t.Where {
		c.filters[f.Dimension] = setOf(f.Categories, b.sizes[f.Dimension])
	}
	for _, axis := range t.Axes {
		a := crossingAxis{dimension: axis.Dimension}
		for _, group := range axis.Groups {
			set := setOf(group, b.sizes[axis.Dimension])
			for i := range set {
				set[i] = set[i] && c.admits(axis.Dimension, i)
			}
			a.groups = append(a.groups, set)
		}
		c.axes = append(c.axes, a)
	}
	b.tables = append(b.tables, c)
}

func (c *crossing) admits(dimension, category int) bool {
	filter, filtered := c.filters[dimension]
	return !filtered || filter[category]
}

func setOf(categories []int, size int) []bool {
	set := make([]bool, size)
	for _, c := range categories {
		set[c] = true
	}
	return set
}

// arrange finds the variables, their cliques and the unknowns, once all tables
// are in. Codings in also, by dimension, are to stand together in one clique.
func (b *block) arrange(also map[int]coding) {
	b.chain(also)
	var dimension, classes []int
	for _, v := range b.variables {
		dimension = append(dimension, v.dimension)
		classes = append(classes, v.coding.classes())
	}
	g := newGraph(dimension, classes)
	for i := range b.tables {
		var crossed []int
		for d := range b.sizes {
			crossed = append(crossed, b.resolving(d, codingOf(b.tables[i].sets(d), b.sizes[d]))...)
		}
		g.join(crossed)
	}
	var crossed []int
	for d := range b.sizes {
		crossed = append(crossed, b.resolving(d, also[d])...)
	}
	g.join(crossed)
	cliques := g.cliques()
	b.tree = junctionTree(cliques)
	for _, variables := range cliques {
		b.cliques = append(b.cliques, b.newClique(variables))
	}
}

func (b *block) chain(also map[int]coding) {
	for d, size := range b.sizes {
		var codings []coding
		if c, ok := also[d]; ok {
			codings = append(codings, c)
		}
		for i := range b.tables {
			codings = append(codings, codingOf(b.tables[i].sets(d), size))
		}
		b.chains = append(b.chains, chainOf(codings))
		for _, c := range b.chains[d] {
			b.variables = append(b.variables, variable{d, c})
		}
	}
}

// resolving lists the variables of dimension from the coarsest to the first
// that tells apart what c does; none for a coding that tells nothing.
func (b *block) resolving(dimension int, c coding) []int {
	if c.classes() == 1 {
		return nil
	}
	var variables []int
	for v, candidate := range b.variables {
		if candidate.dimension != dimension {
			continue
		}
		variables = append(variables, v)
		if slices.Equal(candidate.coding.refinedBy(c), candidate.coding) {
			break
		}
	}
	return variables
}

// cells calls yield for each cell of a table in its numbering.
func (b *block) cells(c *crossing, yield func(number int, k key)) {
	var base key
	for d := range b.sizes {
		if filter, ok := c.filters[d]; ok {
			base[d] = b.groups[d].number(filter)
		}
	}
	numbers := make([][]uint16, len(c.axes))
	for i, axis := range c.axes {
		for _, set := range axis.groups {
			numbers[i] = append(numbers[i], b.groups[axis.dimension].number(set))
		}
		numbers[i] = append(numbers[i], base[axis.dimension])
	}
	size := 1
	for _, n := range numbers {
		size *= len(n)
	}
	for number := range size {
		k, rest := base, number
		for i := len(numbers) - 1; i >= 0; i-- {
			k[c.axes[i].dimension] = numbers[i][rest%len(numbers[i])]
			rest /= len(numbers[i])
		}
		yield(number, k)
	}
}

// absences calls yield for what a table states by having no row for it: nobody
// whom it counts bears these categories.
func (b *block) absences(c *crossing, yield func(k key)) {
	for _, axis := range c.axes {
		absent := make([]bool, b.sizes[axis.dimension])
		for i := range absent {
			covered := slices.ContainsFunc(axis.groups, func(set []bool) bool { return set[i] })
			absent[i] = c.admits(axis.dimension, i) && !covered
		}
		if !slices.Contains(absent, true) {
			continue
		}
		var k key
		for d, filter := range c.filters {
			k[d] = b.groups[d].number(filter)
		}
		k[axis.dimension] = b.groups[axis.dimension].number(absent)
		yield(k)
	}
}

// home picks the smallest clique in which a cell is a sum of unknowns.
func (b *block) home(k key) (*clique, error) {
	var needed []int
	for d, group := range k[:len(b.sizes)] {
		if group != 0 {
			needed = append(needed, b.resolvingSet(d, b.groups[d].sets[group])...)
		}
	}
	var home *clique
	for i := range b.cliques {
		c := &b.cliques[i]
		if contains(c.variables, needed) && (home == nil || c.size < home.size) {
			home = c
		}
	}
	if home == nil {
		return nil, fmt.Errorf("disclosure: no clique holds the cell %v", k)
	}
	return home, nil
}

func (b *block) resolvingSet(dimension int, set []bool) []int {
	return b.resolving(dimension, codingOf([][]bool{set}, b.sizes[dimension]))
}
