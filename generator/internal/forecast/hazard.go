package forecast

// Hazards are yearly probabilities of leaving: before the legal age of
// retirement by age group, and from it on. Before it the last two groups have
// the same.
type hazards struct {
	before [groups]float64
	after  float64
}

// of is the probability of a group of whom a share has reached the legal age.
func (h *hazards) of(group int, reached float64) float64 {
	return (1-reached)*h.before[group] + reached*h.after
}

// An exposure counts the people at risk of leaving, by age group and degree,
// apart by whether they have reached the legal age.
type exposure struct{ before, reached grid }

func newExposure(degrees int) exposure { return exposure{newGrid(degrees), newGrid(degrees)} }

func (e exposure) add(f exposure) {
	e.before.add(f.before)
	e.reached.add(f.reached)
}

// leavers are how many of an exposure hazards let leave.
func (e exposure) leavers(h *hazards, group, degree int) float64 {
	return h.before[group]*e.before[group][degree] + h.after*e.reached[group][degree]
}

// leaversOf sums leavers over degrees.
func (e exposure) leaversOf(h *hazards, group int) float64 {
	sum := 0.0
	for d := range e.before[group] {
		sum += e.leavers(h, group, d)
	}
	return sum
}

// exposed is who of a pyramid is at risk.
func (p pyramid) exposed(e *eligibility) exposure {
	x := newExposure(len(p[female]))
	for g := range groups {
		for sex := range p {
			for d := range p[sex] {
				for i := spans[g][0]; i < spans[g][1]; i++ {
					x.before[g][d] += p[sex][d][i] * (1 - e[sex][i])
					x.reached[g][d] += p[sex][d][i] * e[sex][i]
				}
			}
		}
	}
	return x
}

// leave takes people away by hazards times factor, by age group and degree.
func (p pyramid) leave(h *hazards, e *eligibility, factor *grid) {
	for g := range groups {
		for sex := range p {
			for d := range p[sex] {
				row, times := &p[sex][d], factor[g][d]
				for i := spans[g][0]; i < spans[g][1]; i++ {
					row[i] *= max(0, 1-times*h.of(g, e[sex][i]))
				}
			}
		}
	}
}
