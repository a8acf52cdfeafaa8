package audit

import (
	"fmt"
	"maps"
	"slices"
)

// A system is what a reader knows: equations between unknown counts, none of
// which is less than zero, and the withheld figures as sums of them.
type system struct {
	reading   reading
	unknowns  int
	equations []equation
	targets   []target
	value     []float64 // by unknown, where known
	known     []bool
}

// An equation says that some unknowns, each times its factor, sum to a value.
type equation struct {
	terms line
	value float64
}

// A target is a withheld sum, and the figures that show it.
type target struct {
	figures []Figure
	sum     []int32
	told    bool // an earlier release published it, and the reader has that
}

// system lays out everything that the tables of a site say to a reader.
func (s *Site) system(r reading) (*system, error) {
	sys := &system{reading: r}
	tied := s.lastingClasses()
	var before *population
	for _, year := range s.years() {
		there, gone := &population{year: year}, &population{year: year, left: true}
		for _, t := range s.tables {
			p := there
			if t.Measure == left {
				p = gone
			}
			if v := s.view(t, year); len(v.cells) > 0 {
				p.views = append(p.views, v)
			}
		}
		flows := slices.ContainsFunc(slices.Concat(there.views, gone.views), func(v view) bool { return v.table.Measure != stock })
		if err := sys.add(s, there, withFlag(tied, flows)); err != nil {
			return nil, err
		}
		if err := sys.add(s, gone, tied); err != nil {
			return nil, err
		}
		if before != nil && before.year == year-1 && flows {
			sys.tie(before, there, gone, tied)
		}
		before = there
	}
	return sys, sys.settle()
}

func (s *Site) years() []int {
	seen := map[int]bool{}
	for _, t := range s.tables {
		for _, c := range t.cells {
			seen[c.year] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// lastingClasses tells apart, of what nobody changes, all that any table does.
func (s *Site) lastingClasses() map[string]classes {
	tied := map[string]classes{}
	for _, d := range lasting {
		for _, t := range s.tables {
			for _, year := range s.years() {
				v := s.view(t, year)
				if _, filtered := t.Where[d]; !filtered && v.rows[d] == nil {
					continue
				}
				c := v.classes(d, len(s.codesOf(d)))
				if tied[d] != nil {
					c = c.and(tied[d])
				}
				tied[d] = c
			}
		}
	}
	return tied
}

// withFlag adds who entered.
func withFlag(tied map[string]classes, flows bool) map[string]classes {
	with := maps.Clone(tied)
	if flows {
		with[flag] = classes{0, 1}
	}
	return with
}

// add lays out a population: unknowns, what makes the grids agree, and what
// its figures say.
func (sys *system) add(s *Site, p *population, also map[string]classes) error {
	if err := p.arrange(s, also); err != nil {
		return err
	}
	for i, g := range p.grids {
		g.first = sys.unknowns
		sys.unknowns += g.size
		for _, other := range p.grids[:i] {
			sys.agree(p, g, other)
		}
	}
	stated := statement{map[string]int{}, map[string]bool{}, map[string]bool{}}
	for i := range p.views {
		sys.state(s, p, &p.views[i], &stated)
	}
	for key, i := range stated.withheld {
		sys.targets[i].told = sys.reading.earlier() && stated.told[key]
	}
	return nil
}

// agree says that two grids count the same people.
func (sys *system) agree(p *population, a, b *grid) {
	common := map[string]int{} // level by dimension
	for i, d := range a.dimensions {
		if j := slices.Index(b.dimensions, d); j >= 0 {
			common[d] = min(a.levels[i], b.levels[j])
		}
	}
	onto := map[string]classes{}
	for d, level := range common {
		onto[d] = p.chains[d][level]
	}
	sys.equal(p.project(a, onto, nil), p.project(b, onto, nil))
}

// project groups the unknowns of a grid by their classes in coarser ones; only
// those with the given code of a dimension, if any is given.
func (p *population) project(g *grid, onto map[string]classes, only map[string]int) map[string][]int32 {
	groups := map[string][]int32{}
	coarser := make([][]int, len(g.dimensions)) // by dimension and class
	allowed := make([][]bool, len(g.dimensions))
	for i, d := range g.dimensions {
		coarser[i], allowed[i] = make([]int, g.sizes[i]), make([]bool, g.sizes[i])
		for code, class := range p.chains[d][g.levels[i]] {
			if onto[d] != nil {
				coarser[i][class] = onto[d][code]
			}
			wanted, limited := only[d]
			allowed[i][class] = allowed[i][class] || !limited || wanted == code
		}
	}
	for place := range g.size {
		var key []byte
		skip := false
		for i, class := range g.coordinates(place) {
			skip = skip || !allowed[i][class]
			if onto[g.dimensions[i]] != nil {
				key = fmt.Append(key, coarser[i][class], " ")
			}
		}
		if !skip {
			groups[string(key)] = append(groups[string(key)], int32(g.first+place))
		}
	}
	return groups
}

// equal says that sums of unknowns are equal, group by group.
func (sys *system) equal(a, b map[string][]int32) {
	keys := map[string]bool{}
	for key := range a {
		keys[key] = true
	}
	for key := range b {
		keys[key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		sys.equations = append(sys.equations, equation{terms: sumOf(a[key], 1).plus(1, sumOf(b[key], -1))})
	}
}

// tie says that who is there and didn't enter, and who left, were there the
// year before.
func (sys *system) tie(before, there, gone *population, tied map[string]classes) {
	stayed := there.project(there.gridFor(withFlag(tied, true)), tied, map[string]int{flag: 0})
	for key, unknowns := range gone.project(gone.gridFor(tied), tied, nil) {
		stayed[key] = append(stayed[key], unknowns...)
	}
	sys.equal(stayed, before.project(before.gridFor(tied), tied, nil))
}

// A statement is what the views of a population show of its sums.
type statement struct {
	withheld map[string]int // targets
	known    map[string]bool
	told     map[string]bool // by an earlier release
}

// state says what the figures of a view say, and that nobody is where it has
// no row.
func (sys *system) state(s *Site, p *population, v *view, stated *statement) {
	for d, rows := range v.rows {
		sets := maps.Clone(v.filters)
		sets[d] = uncovered(rows, v.filters[d], len(s.codesOf(d)))
		s.dropBorne(v.table, p.year, d, sets[d])
		if sys.reading.has(v.table) && slices.Contains(sets[d], true) {
			sys.equations = append(sys.equations, equation{terms: sumOf(p.within(sets), 1)})
		}
	}
	for _, c := range v.cells {
		sum := p.within(v.sets(c))
		key := fmt.Sprint(sum)
		if sys.reading.knows(v.table, c) && !stated.known[key] {
			stated.known[key] = true
			sys.equations = append(sys.equations, equation{sumOf(sum, 1), float64(c.count)})
		}
		if !c.withheld {
			stated.told[key] = stated.told[key] || v.table.release != ""
			continue
		}
		i, seen := stated.withheld[key]
		if !seen {
			i = len(sys.targets)
			stated.withheld[key] = i
			sys.targets = append(sys.targets, target{sum: sum})
		}
		sys.targets[i].figures = append(sys.targets[i].figures, v.table.figure(c))
	}
}

// dropBorne leaves out the codes that a table of an earlier release had no row
// for and that somebody bears by now.
func (s *Site) dropBorne(t *table, year int, dimension string, marked []bool) {
	if t.release == "" {
		return
	}
	for i, code := range s.codesOf(dimension) {
		f := Figure{t.release, t.ID, slices.Repeat([]string{total}, len(t.Dimensions)), year}
		f.Codes[slices.Index(t.Dimensions, dimension)] = code
		marked[i] = marked[i] && s.still(f, 0)
	}
}

// uncovered marks the codes that a table counts and has no row for.
func uncovered(rows map[string][]bool, filter []bool, size int) []bool {
	marked := make([]bool, size)
	for code := range marked {
		marked[code] = filter == nil || filter[code]
		for _, row := range rows {
			marked[code] = marked[code] && !row[code]
		}
	}
	return marked
}

// sets are the codes whose people a cell counts, by dimension.
func (v *view) sets(c cell) map[string][]bool {
	sets := maps.Clone(v.filters)
	for i, d := range v.table.Dimensions {
		if c.codes[i] == total {
			continue
		}
		set := slices.Clone(v.rows[d][c.codes[i]])
		for code, in := range v.filters[d] {
			set[code] = set[code] && in
		}
		sets[d] = set
	}
	return sets
}

// settle works out the unknowns that follow from one equation alone: where the
// terms of one sign sum to zero, each is zero; where one unknown is left, it
// is what is left.
func (sys *system) settle() error {
	sys.value, sys.known = make([]float64, sys.unknowns), make([]bool, sys.unknowns)
	for found := true; found; {
		found = false
		for i := range sys.equations {
			e := &sys.equations[i]
			sys.substitute(e)
			switch {
			case len(e.terms) == 0 && e.value != 0:
				return fmt.Errorf("audit: the published figures contradict each other")
			case len(e.terms) == 0:
				continue
			case len(e.terms) == 1:
				sys.know(e.terms[0].unknown, e.value/e.terms[0].factor)
			case e.value == 0 && e.terms.oneSigned():
				for _, t := range e.terms {
					sys.know(t.unknown, 0)
				}
			default:
				continue
			}
			e.terms, e.value = nil, 0
			found = true
		}
		sys.equations = slices.DeleteFunc(sys.equations, func(e equation) bool { return len(e.terms) == 0 })
	}
	return nil
}

func (sys *system) know(unknown int32, value float64) {
	sys.known[unknown], sys.value[unknown] = true, value
}

func (sys *system) substitute(e *equation) {
	kept := e.terms[:0]
	for _, t := range e.terms {
		if sys.known[t.unknown] {
			e.value -= t.factor * sys.value[t.unknown]
		} else {
			kept = append(kept, t)
		}
	}
	e.terms = kept
}

// parts splits a system into those that have nothing to do with each other.
func (sys *system) parts() []*part {
	parent := make([]int32, sys.unknowns)
	for i := range parent {
		parent[i] = int32(i)
	}
	var find func(i int32) int32
	find = func(i int32) int32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, e := range sys.equations {
		for _, t := range e.terms {
			parent[find(t.unknown)] = find(e.terms[0].unknown)
		}
	}
	for _, t := range sys.targets {
		open := sys.open(t)
		for _, u := range open {
			parent[find(u)] = find(open[0])
		}
	}
	byRoot := map[int32]*part{}
	var parts []*part
	partOf := func(unknown int32) *part {
		root := find(unknown)
		if byRoot[root] == nil {
			byRoot[root] = &part{}
			parts = append(parts, byRoot[root])
		}
		return byRoot[root]
	}
	settled := &part{}
	for _, t := range sys.targets {
		open, rest := sys.open(t), 0.0
		for _, u := range t.sum {
			if sys.known[u] {
				rest += sys.value[u]
			}
		}
		p := settled
		if len(open) > 0 {
			p = partOf(open[0])
		}
		p.quarries = append(p.quarries, quarry{figures: t.figures, sum: open, rest: rest, told: t.told})
	}
	for _, e := range sys.equations {
		if p := byRoot[find(e.terms[0].unknown)]; p != nil {
			p.equations = append(p.equations, e)
		}
	}
	return append(parts, settled)
}

// open lists the unknowns of a target that aren't known.
func (sys *system) open(t target) []int32 {
	return slices.DeleteFunc(slices.Clone(t.sum), func(u int32) bool { return sys.known[u] })
}
