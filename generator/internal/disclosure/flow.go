package disclosure

import "slices"

// Flows tie a year to the one before: who is in the stock and did not enter
// was in the stock of the year before and did not leave. The tie holds for
// each combination of the dimensions in which nobody ever changes, and only
// there: a reader who adds up degrees or places over the years is guessing.
type flows struct {
	fixed  []cliqueAxis     // what nobody changes, as finely as any table tells it apart
	stock  []map[int]coding // what a year's blocks have to tell apart together
	left   []map[int]coding
	tied   []bool // year i to year i-1
	before *block // the stock of the year before
}

func newFlows(p *Problem) *flows {
	f := &flows{
		stock: make([]map[int]coding, len(p.Years)),
		left:  make([]map[int]coding, len(p.Years)),
		tied:  make([]bool, len(p.Years)),
	}
	for d, dimension := range p.Dimensions {
		if c := codingOf(setsOf(p, d), dimension.Size); dimension.Fixed && c.classes() > 1 {
			f.fixed = append(f.fixed, cliqueAxis{d, c, c.classes()})
		}
	}
	for i := 1; i < len(p.Years); i++ {
		if f.tied[i] = p.Years[i].Number == p.Years[i-1].Number+1 && countsFlows(p.Years[i]); !f.tied[i] {
			continue
		}
		f.left[i] = f.together(nil)
		f.stock[i-1] = f.together(f.stock[i-1])
		f.stock[i] = f.together(f.stock[i])
		f.stock[i][len(p.Dimensions)] = coding{0, 1}
	}
	return f
}

func countsFlows(y Year) bool {
	return slices.ContainsFunc(y.Tables, func(t Table) bool { return t.Measure != Stock })
}

func setsOf(p *Problem, dimension int) [][]bool {
	var sets [][]bool
	size := p.Dimensions[dimension].Size
	for _, year := range p.Years {
		for _, t := range year.Tables {
			for _, f := range t.Where {
				if f.Dimension == dimension {
					sets = append(sets, setOf(f.Categories, size))
				}
			}
			for _, axis := range t.Axes {
				for _, group := range axis.Groups {
					if axis.Dimension == dimension {
						sets = append(sets, setOf(group, size))
					}
				}
			}
		}
	}
	return sets
}

func (f *flows) together(codings map[int]coding) map[int]coding {
	if codings == nil {
		codings = map[int]coding{}
	}
	for _, axis := range f.fixed {
		codings[axis.dimension] = axis.coding
	}
	return codings
}

// equations ties year i, whose blocks are given, to the year before: who
// stayed and who left were together the stock.
func (f *flows) equations(i int, stock, left *block) []equation {
	before := f.before
	f.before = stock
	if !f.tied[i] {
		return nil
	}
	stayed := stock.fixedSide(f.fixed, func(c *clique, place int) bool { return !c.entered(place, stock.entry()) })
	for projection, unknowns := range left.fixedSide(f.fixed, nil) {
		stayed[projection] = append(stayed[projection], unknowns...)
	}
	return match(stayed, before.fixedSide(f.fixed, nil))
}

// fixedSide projects the smallest clique that tells the fixed dimensions
// apart, and for the keeping of some unknowns also who entered.
func (b *block) fixedSide(fixed []cliqueAxis, keep func(c *clique, place int) bool) side {
	var needed []int
	for _, axis := range fixed {
		needed = append(needed, b.resolving(axis.dimension, axis.coding)...)
	}
	if keep != nil {
		needed = append(needed, b.resolving(b.entry(), coding{0, 1})...)
	}
	best := -1
	for i, c := range b.cliques {
		if contains(c.variables, needed) && (best < 0 || c.size < b.cliques[best].size) {
			best = i
		}
	}
	s := b.side(best, fixed)
	if keep == nil {
		return s
	}
	c := &b.cliques[best]
	for projection := range s {
		s[projection] = slices.DeleteFunc(s[projection], func(u int) bool { return !keep(c, u-c.first) })
	}
	return s
}

// entered reports whether the unknown at a place counts people who entered.
func (c *clique) entered(place, entry int) bool {
	classes := make([]int, len(c.axes))
	c.classes(place, classes)
	for i, axis := range c.axes {
		if axis.dimension == entry {
			return classes[i] == 1
		}
	}
	return false
}
