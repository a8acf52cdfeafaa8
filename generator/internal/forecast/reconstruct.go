package forecast

// A reconstruction is the records replayed by single year of age, under one
// belief about how likely people are to leave once they may retire and, where
// that isn't published, how many are women.
type reconstruction struct {
	hazards  hazards
	women    [][]float64 // share by year and age group
	last     pyramid     // at the end of the records
	exposed  []exposure  // by transition, from the second year on
	upgraded grid        // people who earned the next degree, by the one they had
	studying grid        // people who could have, in person-years
	moved    []float64   // the same by transition, over all groups and degrees
	could    []float64
}

// reconstruct replays the records. Ages within groups start as a stationary
// population has them; each year those at a group's last age are set to the
// number that crossed to the next, which stocks and flows determine, and after
// the flows every group and degree to its published stock.
func reconstruct(r *records, h hazards, women [][]float64) *reconstruction {
	n := len(r.degrees)
	rec := &reconstruction{hazards: h, women: women, last: stationary(r, &h, women[0]), upgraded: newGrid(n), studying: newGrid(n)}
	p := rec.last
	p.rake(r.stock[0], women[0])
	for t := 1; t < len(r.years); t++ {
		p.cross(r.crossings(t))
		p.growOlder()
		e := eligibilityIn(r.years[t], 0)
		x := p.exposed(&e)
		rec.exposed = append(rec.exposed, x)
		factor := x.explain(&h, r, t)
		p.leave(&h, &e, &factor)
		rec.study(p, r, t)
		for g, row := range r.entered[t] {
			for d, people := range row {
				p.enter(g, d, people, women[t][g])
			}
		}
		p.rake(r.stock[t], women[t])
	}
	return rec
}

// stationary is the population that the mean flows of the records would lead
// to in the long run.
func stationary(r *records, h *hazards, women []float64) pyramid {
	const longRun = ages
	p := newPyramid(len(r.degrees))
	e := eligibilityIn(r.years[0], 0)
	factor := newGrid(len(r.degrees))
	for g := range factor {
		for d := range factor[g] {
			factor[g][d] = 1
		}
	}
	entered := r.meanEntry()
	for range longRun {
		p.growOlder()
		p.leave(h, &e, &factor)
		for g, row := range entered {
			for d, people := range row {
				p.enter(g, d, people, women[g])
			}
		}
	}
	return p
}

// meanEntry is who entered in a mean year.
func (r *records) meanEntry() grid {
	sum := newGrid(len(r.degrees))
	for _, g := range r.entered[1:] {
		sum.add(g)
	}
	sum.scale(1 / float64(len(r.entered)-1))
	return sum
}

// crossings are how many people of each group (but the last) were at its last
// age at the end of the year before the t-th: who was there, and came from the
// group below, and neither left nor stayed, has crossed. It comes with the
// stock of that year.
func (r *records) crossings(t int) (stock grid, crossed [groups]float64) {
	stock = r.stock[t-1]
	came := 0.0
	for g := range sixties {
		was, is := sumOf(stock[g]), sumOf(r.stock[t][g])
		crossed[g] = clamp(was+came+sumOf(r.entered[t][g])-sumOf(r.left[t][g])-is, 0, was)
		came = crossed[g]
	}
	return stock, crossed
}

// cross sets the number of people at each group's last age.
func (p pyramid) cross(stock grid, crossed [groups]float64) {
	for g := range sixties {
		last := spans[g][1] - 1
		all, edge := p.sumGroup(g, spans[g][0]), p.sumGroup(g, last)
		if edge <= 0 || all-edge <= 0 {
			continue
		}
		people := sumOf(stock[g])
		p.scaleAges(spans[g][0], last, (people-crossed[g])/(all-edge))
		p.scaleAges(last, last+1, crossed[g]/edge)
	}
}

// sumGroup adds up the people of a group from one age on.
func (p pyramid) sumGroup(group, from int) float64 {
	sum := 0.0
	for sex := range p {
		for d := range p[sex] {
			sum += sumOf(p[sex][d][from:spans[group][1]])
		}
	}
	return sum
}

func (p pyramid) scaleAges(from, to int, factor float64) {
	for sex := range p {
		for d := range p[sex] {
			for i := from; i < to; i++ {
				p[sex][d][i] *= factor
			}
		}
	}
}

// explain is what hazards must be multiplied by to give the people who left in
// year t.
func (x exposure) explain(h *hazards, r *records, t int) grid {
	factor := newGrid(len(r.degrees))
	for g := range groups {
		whole := quotient(sumOf(r.left[t][g]), x.leaversOf(h, g))
		for d := range factor[g] {
			factor[g][d] = whole
			if r.byDegree {
				factor[g][d] = quotient(r.left[t][g][d], x.leavers(h, g, d))
			}
		}
	}
	return factor
}

func quotient(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// study compares who is left in each degree with who would be if nobody had
// earned the next one: what a degree and those below it lack has moved up.
func (rec *reconstruction) study(p pyramid, r *records, t int) {
	without := newGrid(len(r.degrees))
	p.sums(without)
	rec.studying.add(without)
	all := 0.0
	for g := range groups {
		moved := 0.0
		for d := range without[g] {
			moved += without[g][d] - (r.stock[t][g][d] - r.entered[t][g][d])
			rec.upgraded[g][d] += moved
			all += moved
		}
	}
	rec.moved, rec.could = append(rec.moved, all), append(rec.could, without.total())
}

// rake fits the pyramid to a published stock by age group and degree, and to
// the share of women in each group.
func (p pyramid) rake(stock grid, women []float64) {
	const rounds = 3
	sums := newGrid(len(stock[0]))
	for range rounds {
		p.balanceSexes(women)
		p.sums(sums)
		for g := range groups {
			for d, people := range stock[g] {
				if sums[g][d] > 0 {
					p.scale(g, d, people/sums[g][d])
				} else if people > 0 {
					p.enter(g, d, people, women[g])
				}
			}
		}
	}
}

// balanceSexes scales the sexes of each group to the share of women.
func (p pyramid) balanceSexes(women []float64) {
	for g := range groups {
		var sum [sexes]float64
		for sex := range p {
			for d := range p[sex] {
				sum[sex] += sumOf(p[sex][d][spans[g][0]:spans[g][1]])
			}
		}
		both := sum[female] + sum[male]
		for sex, share := range [sexes]float64{women[g], 1 - women[g]} {
			factor := quotient(both*share, sum[sex])
			for d := range p[sex] {
				for i := spans[g][0]; i < spans[g][1]; i++ {
					p[sex][d][i] *= factor
				}
			}
		}
	}
}
