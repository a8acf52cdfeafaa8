package audit

import (
	"fmt"
	"slices"
)

// A population is the people of one year whom tables count: those there at its
// end, or those who left in it. Its unknowns are how many there are of each
// combination of classes of the dimensions that some table crosses: one grid
// of unknowns for each such set of dimensions.
type population struct {
	year   int
	left   bool
	views  []view
	chains map[string][]classes // by dimension, coarse to fine; each tells apart what those before it do
	grids  []*grid
}

// flag is the dimension that tells who entered in the year; its codes are no
// and yes.
const (
	flag = " entered"
	no   = "no"
	yes  = "yes"

	unheard = " other" // stands for codes that the files don't mention
)

// Nobody changes these, so that what is counted by them one year is counted
// by them the next.
var lasting = []string{"sex", "ethnicity"}

// classes says for each code of a dimension which class it is in.
type classes []int

// A view is a table as it counts one population: the rows of each dimension as
// sets of codes, and whom it leaves out.
type view struct {
	table   *table
	rows    map[string]map[string][]bool // by dimension and row
	filters map[string][]bool            // by dimension
	cells   []cell                       // of the year
}

// A grid is the unknowns of one set of dimensions.
type grid struct {
	dimensions []string // sorted
	levels     []int    // place in the chain, by dimension
	sizes      []int    // classes, by dimension
	first      int      // number of its first unknown
	size       int
}

// codesOf lists every code of a dimension that the files know, in order, and
// one for what they may not know.
func (s *Site) codesOf(dimension string) []string {
	if s.codes[dimension] == nil {
		s.codes[dimension] = s.collect(dimension)
	}
	return s.codes[dimension]
}

func (s *Site) collect(dimension string) []string {
	if dimension == flag {
		return []string{no, yes}
	}
	known := map[string]bool{}
	for _, list := range s.lists {
		for code := range list[dimension] {
			known[code] = true
		}
	}
	for _, t := range s.tables {
		for _, code := range t.Where[dimension] {
			known[code] = true
		}
		if i := slices.Index(t.Dimensions, dimension); i >= 0 {
			for _, c := range t.cells {
				known[c.codes[i]] = true
			}
		}
	}
	delete(known, total)
	codes := []string{unheard}
	for code := range known {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// under is the nearest of rows that a code is, or stands below; "" if none.
func (p parents) under(dimension, code string, rows map[string]bool) string {
	for ; code != ""; code = p[dimension][code] {
		if rows[code] {
			return code
		}
	}
	return ""
}

// view reads how a table counts one year.
func (s *Site) view(t *table, year int) view {
	v := view{table: t, rows: map[string]map[string][]bool{}, filters: map[string][]bool{}}
	if t.Measure == entered {
		v.filters[flag] = []bool{false, true}
	}
	for dimension, only := range t.Where {
		v.filters[dimension] = s.below(t.parents, dimension, only)
	}
	for _, c := range t.cells {
		if c.year == year {
			v.cells = append(v.cells, c)
		}
	}
	for i, dimension := range t.Dimensions {
		names := map[string]bool{}
		for _, c := range v.cells {
			if c.codes[i] != total {
				names[c.codes[i]] = true
			}
		}
		v.rows[dimension] = s.members(t.parents, dimension, names)
	}
	return v
}

// below marks the codes that are one of some codes, or stand below it.
func (s *Site) below(list parents, dimension string, only []string) []bool {
	wanted := map[string]bool{}
	for _, code := range only {
		wanted[code] = true
	}
	var marked []bool
	for _, code := range s.codesOf(dimension) {
		marked = append(marked, list.under(dimension, code, wanted) != "")
	}
	return marked
}

// members marks for each row the codes that are counted in it.
func (s *Site) members(list parents, dimension string, rows map[string]bool) map[string][]bool {
	codes := s.codesOf(dimension)
	sets := map[string][]bool{}
	for row := range rows {
		sets[row] = make([]bool, len(codes))
	}
	for i, code := range codes {
		if row := list.under(dimension, code, rows); row != "" {
			sets[row][i] = true
		}
	}
	return sets
}

// classes tells apart the codes that a view tells apart.
func (v *view) classes(dimension string, size int) classes {
	c := make(classes, size)
	rows := v.rows[dimension]
	names := make([]string, 0, len(rows))
	for name := range rows {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		c = c.split(rows[name])
	}
	if filter, filtered := v.filters[dimension]; filtered {
		c = c.split(filter)
	}
	return c
}

// dimensions lists those that a view looks at.
func (v *view) dimensions() []string {
	var list []string
	for d := range v.rows {
		list = append(list, d)
	}
	for d := range v.filters {
		if v.rows[d] == nil {
			list = append(list, d)
		}
	}
	slices.Sort(list)
	return list
}

// split tells apart also what is inside a set and what is not.
func (c classes) split(set []bool) classes {
	inside := make(classes, len(c))
	for i, in := range set {
		if in {
			inside[i] = 1
		}
	}
	return c.and(inside)
}

// and tells apart what either does.
func (c classes) and(other classes) classes {
	numbers := map[[2]int]int{}
	both := make(classes, len(c))
	for i := range c {
		pair := [2]int{c[i], other[i]}
		number, known := numbers[pair]
		if !known {
			number = len(numbers)
			numbers[pair] = number
		}
		both[i] = number
	}
	return both
}

func (c classes) count() int {
	if len(c) == 0 {
		return 0
	}
	return slices.Max(c) + 1
}

// arrange makes the chains and the grids of a population. Classes in also, by
// dimension, are to stand together in one grid.
func (p *population) arrange(s *Site, also map[string]classes) error {
	wanted := map[string][]classes{}
	for i := range p.views {
		for _, d := range p.views[i].dimensions() {
			wanted[d] = append(wanted[d], p.views[i].classes(d, len(s.codesOf(d))))
		}
	}
	for d, c := range also {
		wanted[d] = append(wanted[d], c)
	}
	p.chains = map[string][]classes{}
	for d, list := range wanted {
		p.chains[d] = chain(list)
	}
	for i := range p.views {
		spec := map[string]classes{}
		for _, d := range p.views[i].dimensions() {
			spec[d] = p.views[i].classes(d, len(s.codesOf(d)))
		}
		p.addGrid(spec)
	}
	p.addGrid(also)
	p.grids = slices.DeleteFunc(slices.Clone(p.grids), func(g *grid) bool {
		return slices.ContainsFunc(p.grids, func(other *grid) bool { return other != g && other.holds(g) })
	})
	for _, g := range p.grids {
		if g.size > mostUnknowns {
			return fmt.Errorf("audit: a table of %d has %d combinations", p.year, g.size)
		}
	}
	return nil
}

// mostUnknowns bounds a grid.
const mostUnknowns = 1 << 20

// chain orders classes from coarse to fine so that each tells apart what those
// before it do.
func chain(list []classes) []classes {
	slices.SortFunc(list, func(a, b classes) int {
		if a.count() != b.count() {
			return a.count() - b.count()
		}
		return slices.Compare(a, b)
	})
	var chained []classes
	for _, c := range list {
		if len(chained) > 0 {
			c = chained[len(chained)-1].and(c)
		}
		if len(chained) == 0 || c.count() > chained[len(chained)-1].count() {
			chained = append(chained, c)
		}
	}
	return chained
}

// level is the first of a chain that tells apart what c does.
func (p *population) level(dimension string, c classes) int {
	return slices.IndexFunc(p.chains[dimension], func(finer classes) bool { return finer.and(c).count() == finer.count() })
}

// addGrid adds unknowns that tell apart what spec does, unless there are some.
func (p *population) addGrid(spec map[string]classes) {
	g := &grid{size: 1}
	for d := range spec {
		g.dimensions = append(g.dimensions, d)
	}
	slices.Sort(g.dimensions)
	for _, d := range g.dimensions {
		level := p.level(d, spec[d])
		g.levels = append(g.levels, level)
		g.sizes = append(g.sizes, p.chains[d][level].count())
		g.size *= g.sizes[len(g.sizes)-1]
	}
	if !slices.ContainsFunc(p.grids, func(other *grid) bool { return other.holds(g) }) {
		p.grids = append(p.grids, g)
	}
}

// holds reports whether a grid tells apart everything that another does.
func (g *grid) holds(other *grid) bool {
	for i, d := range other.dimensions {
		j := slices.Index(g.dimensions, d)
		if j < 0 || g.levels[j] < other.levels[i] {
			return false
		}
	}
	return true
}

// coordinates splits a place in the grid into its classes, by dimension.
func (g *grid) coordinates(place int) []int {
	at := make([]int, len(g.sizes))
	for i := len(g.sizes) - 1; i >= 0; i-- {
		at[i] = place % g.sizes[i]
		place /= g.sizes[i]
	}
	return at
}

// within lists the unknowns of the smallest grid that can tell, whose codes
// are in all of some sets, by dimension.
func (p *population) within(sets map[string][]bool) []int32 {
	spec := map[string]classes{}
	for d, set := range sets {
		spec[d] = make(classes, len(set)).split(set)
	}
	g := p.gridFor(spec)
	inside := make([][]bool, len(g.dimensions))
	for i, d := range g.dimensions {
		inside[i] = make([]bool, g.sizes[i])
		for code, class := range p.chains[d][g.levels[i]] {
			inside[i][class] = sets[d] == nil || sets[d][code]
		}
	}
	return g.product(inside)
}

// product lists the unknowns whose classes are all marked.
func (g *grid) product(inside [][]bool) []int32 {
	places := []int32{0}
	for i, size := range g.sizes {
		var longer []int32
		for _, place := range places {
			for class := range size {
				if inside[i][class] {
					longer = append(longer, place*int32(size)+int32(class))
				}
			}
		}
		places = longer
	}
	for i := range places {
		places[i] += int32(g.first)
	}
	return places
}

func (p *population) gridFor(spec map[string]classes) *grid {
	wanted := &grid{}
	for d := range spec {
		wanted.dimensions = append(wanted.dimensions, d)
	}
	slices.Sort(wanted.dimensions)
	for _, d := range wanted.dimensions {
		wanted.levels = append(wanted.levels, p.level(d, spec[d]))
	}
	var best *grid
	for _, g := range p.grids {
		if g.holds(wanted) && (best == nil || g.size < best.size) {
			best = g
		}
	}
	return best
}
