package forecast

import "congbo/generator/internal/model"

// entered reads who entered, by age group and degree: from one table, or from
// one of each, when degrees are taken to be spread over ages evenly.
func (in *reader) entered() *Reason {
	if v, ok := in.look(model.Entered, model.ByAgeGroup, model.ByDegree); ok {
		return in.joint(v, model.Entered, &in.records.entered)
	}
	byAge, ok := in.look(model.Entered, model.ByAgeGroup)
	if !ok {
		return missingTable(model.Entered, model.ByAgeGroup)
	}
	byDegree, ok := in.look(model.Entered, model.ByDegree)
	if !ok {
		return missingTable(model.Entered, model.ByDegree)
	}
	for t, year := range in.records.years {
		if _, published := byAge.value(year); t > 0 && !published {
			return withheldIn(year, model.Entered, model.ByAgeGroup)
		}
		ages, degrees := byAge.read1(year, groupCodes[:]), byDegree.read1(year, in.records.degrees)
		in.records.entered = append(in.records.entered, product(ages, degrees))
	}
	return nil
}

// left reads who left, by age group and, where it is published, by degree.
func (in *reader) left() *Reason {
	r := in.records
	r.byDegree = true
	if v, ok := in.look(model.Left, model.ByAgeGroup, model.ByDegree); ok {
		return in.joint(v, model.Left, &r.left)
	}
	byAge, ok := in.look(model.Left, model.ByAgeGroup)
	if !ok {
		return missingTable(model.Left, model.ByAgeGroup)
	}
	byDegree, ok := in.look(model.Left, model.ByDegree)
	if r.byDegree = ok; !ok {
		in.miss(LeavingDegrees, *missingTable(model.Left, model.ByDegree))
	}
	for t, year := range r.years {
		if _, published := byAge.value(year); t > 0 && !published {
			return withheldIn(year, model.Left, model.ByAgeGroup)
		}
		var degrees []float64
		if r.byDegree {
			degrees = byDegree.read1(year, r.degrees)
		}
		r.left = append(r.left, spread(byAge.read1(year, groupCodes[:]), degrees, r.stock[t]))
	}
	return nil
}

// joint reads a flow from a table that crosses age groups and degrees.
func (in *reader) joint(v view, measure model.Measure, into *[]grid) *Reason {
	for t, year := range in.records.years {
		if _, published := v.value(year); t > 0 && !published {
			return withheldIn(year, measure, model.ByAgeGroup, model.ByDegree)
		}
		cells, _ := v.read2(year, groupCodes[:], in.records.degrees)
		*into = append(*into, gridOf(cells, len(in.records.degrees)))
	}
	return nil
}

// product spreads what is known by age group and by degree over both, as if
// they were independent.
func product(ages, degrees []float64) grid {
	g := newGrid(len(degrees))
	for i := range g {
		for d := range degrees {
			g[i][d] = 1
		}
	}
	return spread(ages, degrees, g)
}

// spread fits like, a rough idea of the cells, to sums by age group and, unless
// there are none, by degree.
func spread(ages, degrees []float64, like grid) grid {
	n := len(like[0])
	cells := make([]float64, 0, groups*n)
	for _, row := range like {
		for _, x := range row {
			cells = append(cells, x+0.01)
		}
	}
	var margins []margin
	for d, sum := range degrees {
		margins = append(margins, margin{sum: sum})
		for g := range groups {
			margins[d].cells = append(margins[d].cells, g*n+d)
		}
	}
	for g, sum := range ages {
		m := margin{sum: sum}
		for d := range n {
			m.cells = append(m.cells, g*n+d)
		}
		margins = append(margins, m)
	}
	complete(cells, make([]bool, len(cells)), margins)
	return gridOf(cells, n)
}
