package forecast

// The ages that the model tells apart. Whoever is in the youngest group has a
// first degree, so that nobody is taken to be under 22 (entry to university at
// 18 and four years of study); 75 stands for all who are older.
const (
	youngest = 22
	oldest   = 75
	ages     = oldest - youngest + 1
)

// The age groups of published tables.
const (
	groups   = 5
	thirty   = 30
	perGroup = 10
)

var groupCodes = [groups]string{"<30", "30-39", "40-49", "50-59", "60+"}

// The last two groups are those that retirement falls into.
const (
	fifties = groups - 2
	sixties = groups - 1
)

// spans are the positions of each group's ages: from the first to before the
// second.
var spans = func() [groups][2]int {
	var s [groups][2]int
	for g := range groups {
		s[g] = [2]int{max(0, thirty-youngest+(g-1)*perGroup), min(ages, thirty-youngest+g*perGroup)}
	}
	s[sixties][1] = ages
	return s
}()

// entryAges are the positions of the ages at which people of a group enter:
// all of them, but within five years of 60 for the last.
func entryAges(group int) (from, to int) {
	const lateEntry = 5
	from, to = spans[group][0], spans[group][1]
	if group == sixties {
		to = from + lateEntry
	}
	return from, to
}

// A grid holds one number for each age group and degree.
type grid [groups][]float64

func newGrid(degrees int) grid {
	var g grid
	for i := range g {
		g[i] = make([]float64, degrees)
	}
	return g
}

// total sums all of a grid.
func (g grid) total() float64 {
	sum := 0.0
	for _, row := range g {
		sum += sumOf(row)
	}
	return sum
}

// add puts the numbers of h on top of those of g.
func (g grid) add(h grid) {
	for i, row := range h {
		for d, x := range row {
			g[i][d] += x
		}
	}
}

// scale multiplies all numbers of a grid.
func (g grid) scale(factor float64) {
	for _, row := range g {
		for d := range row {
			row[d] *= factor
		}
	}
}

// A pyramid is the stock by sex, degree and single year of age. People are
// whole only in published counts, so that it holds fractions.
type pyramid [sexes][][ages]float64

func newPyramid(degrees int) pyramid {
	return pyramid{make([][ages]float64, degrees), make([][ages]float64, degrees)}
}

func (p pyramid) copyFrom(q pyramid) {
	for sex := range p {
		copy(p[sex], q[sex])
	}
}

// growOlder moves everybody up by a year.
func (p pyramid) growOlder() {
	for sex := range p {
		for d := range p[sex] {
			row := &p[sex][d]
			row[ages-1] += row[ages-2]
			copy(row[1:ages-1], row[:ages-2])
			row[0] = 0
		}
	}
}

// sums adds up sexes and ages within groups.
func (p pyramid) sums(into grid) {
	for g := range into {
		for d := range into[g] {
			into[g][d] = sumOf(p[female][d][spans[g][0]:spans[g][1]]) + sumOf(p[male][d][spans[g][0]:spans[g][1]])
		}
	}
}

// scale multiplies one group of one degree.
func (p pyramid) scale(group, degree int, factor float64) {
	for sex := range p {
		row := p[sex][degree][spans[group][0]:spans[group][1]]
		for i := range row {
			row[i] *= factor
		}
	}
}

// enter adds people of one group and degree, spread evenly over its ages.
func (p pyramid) enter(group, degree int, people, women float64) {
	from, to := entryAges(group)
	each := people / float64(to-from)
	for i := from; i < to; i++ {
		p[female][degree][i] += each * women
		p[male][degree][i] += each * (1 - women)
	}
}

// total is the number of people.
func (p pyramid) total() float64 {
	sum := 0.0
	for sex := range p {
		for d := range p[sex] {
			sum += sumOf(p[sex][d][:])
		}
	}
	return sum
}

// sumOf adds from the first to the last, always in this order, so that the
// result has the same bits everywhere.
func sumOf(numbers []float64) float64 {
	sum := 0.0
	for _, x := range numbers {
		sum += x
	}
	return sum
}
