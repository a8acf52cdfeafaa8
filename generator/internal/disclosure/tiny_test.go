package disclosure

import (
	"math/rand/v2"
	"slices"
)

// tiny invents a problem small enough for brute force.
func tiny(random *rand.Rand) *Problem {
	p := &Problem{}
	years := 1 + random.IntN(2)
	dimensions := 2 + random.IntN(2)
	for d := range dimensions {
		size := 2 + random.IntN(2)
		if years == 2 || dimensions == 3 {
			size = 2
		}
		p.Dimensions = append(p.Dimensions, Dimension{Size: size, Fixed: d == 0})
	}
	var people []Record
	for range 1 + random.IntN(12) {
		people = append(people, randomRecord(random, p))
	}
	measures := 1 + 2*random.IntN(2)
	for y := range years {
		year := Year{Number: 2020 + y}
		if y > 0 {
			people = year.follow(random, p, people)
		}
		year.Stock = slices.Clone(people)
		for range 1 + random.IntN(4) {
			year.Tables = append(year.Tables, randomTable(random, p, &year, Measure(random.IntN(measures))))
		}
		p.Years = append(p.Years, year)
	}
	return p
}

// follow lets some people leave, some change and some enter.
func (y *Year) follow(random *rand.Rand, p *Problem, people []Record) []Record {
	var stay []Record
	for _, r := range people {
		r.Entered = false
		r.Categories = slices.Clone(r.Categories)
		if random.IntN(4) == 0 {
			r.Categories[1] = uint16(random.IntN(p.Dimensions[1].Size))
		}
		if random.IntN(3) == 0 {
			y.Left = append(y.Left, r)
		} else {
			stay = append(stay, r)
		}
	}
	for range random.IntN(4) {
		r := randomRecord(random, p)
		r.Entered = true
		stay = append(stay, r)
	}
	return stay
}

func randomRecord(random *rand.Rand, p *Problem) Record {
	r := Record{}
	for _, d := range p.Dimensions {
		r.Categories = append(r.Categories, uint16(min(random.IntN(d.Size), random.IntN(d.Size))))
	}
	return r
}

func randomTable(random *rand.Rand, p *Problem, y *Year, measure Measure) Table {
	t := Table{Measure: measure, Threshold: 2 + random.IntN(3)}
	for _, d := range random.Perm(len(p.Dimensions))[:1+random.IntN(2)] {
		switch random.IntN(5) {
		case 0:
			t.Where = append(t.Where, Filter{d, []int{random.IntN(p.Dimensions[d].Size)}})
		case 1:
			t.Axes = append(t.Axes, Axis{d, [][]int{{0}, rest(p.Dimensions[d].Size)}})
		default:
			axis := Axis{Dimension: d}
			for c := range p.Dimensions[d].Size {
				axis.Groups = append(axis.Groups, []int{c})
			}
			t.Axes = append(t.Axes, axis)
		}
	}
	t.dropEmptyRow(random, y)
	return t
}

func rest(size int) []int {
	var rest []int
	for c := 1; c < size; c++ {
		rest = append(rest, c)
	}
	return rest
}

// dropEmptyRow sometimes leaves out a row that nobody stands in.
func (t *Table) dropEmptyRow(random *rand.Rand, y *Year) {
	if len(t.Axes) == 0 || random.IntN(3) > 0 {
		return
	}
	axis := &t.Axes[0]
	axis.Groups = slices.DeleteFunc(axis.Groups, func(group []int) bool {
		return !slices.ContainsFunc(slices.Concat(y.Stock, y.Left), func(r Record) bool {
			return slices.Contains(group, int(r.Categories[axis.Dimension]))
		})
	})
}

// everyCell calls yield for each cell of each table of a problem.
func everyCell(p *Problem, yield func(year, table, cell int)) {
	for y := range p.Years {
		for t := range p.Years[y].Tables {
			for cell := range p.Years[y].Tables[t].Size() {
				yield(y, t, cell)
			}
		}
	}
}

// split publishes a part of the tables of a problem.
func split(random *rand.Rand, p *Problem) *Problem {
	return p.with(func(t *Table) { t.Past = random.IntN(3) == 0 })
}

// forgetful is a problem without what earlier releases said.
func forgetful(p *Problem) *Problem {
	return p.with(func(t *Table) { t.Earlier = nil })
}
