package disclosure

import (
	"math"
	"math/rand/v2"
)

// The dimensions of the invented province.
const (
	locality = iota
	degree
	rank
	field
	sector
	branch
	sex
	ethnicity
	age
)

var provinceDimensions = []Dimension{
	{Name: "locality", Size: 10},
	{Name: "degree", Size: 3},
	{Name: "rank", Size: 3},
	{Name: "field", Size: 45}, // in nine groups of five
	{Name: "sector", Size: 5},
	{Name: "branch", Size: 18},
	{Name: "sex", Size: 2, Fixed: true},
	{Name: "ethnicity", Size: 9, Fixed: true}, // the first, and the others
	{Name: "age", Size: 5},
}

// resident is somebody over all years; birth is a year of life in 2019.
type resident struct {
	categories    []uint16
	birth         int
	entered, left int
}

// province invents people and counts them in tables over years from 2019 on.
func province(seed uint64, people, years int, tables []Table) *Problem {
	random := rand.New(rand.NewPCG(seed, 1))
	p := &Problem{Dimensions: provinceDimensions}
	var residents []resident
	for range people {
		residents = append(residents, newResident(random))
	}
	for year := 2019; year < 2019+years; year++ {
		y := Year{Number: year, Tables: tables}
		for _, r := range residents {
			switch {
			case r.entered > year || r.left < year:
			case r.left == year:
				y.Left = append(y.Left, r.in(year))
			default:
				y.Stock = append(y.Stock, r.in(year))
			}
		}
		p.Years = append(p.Years, y)
	}
	return p
}

func newResident(random *rand.Rand) resident {
	r := resident{birth: 1960 + random.IntN(40), entered: 1990 + random.IntN(35)}
	r.left = max(r.entered+1, r.birth+60+random.IntN(3))
	if random.IntN(4) == 0 {
		r.left = r.entered + 1 + random.IntN(20)
	}
	for d, dimension := range provinceDimensions {
		skew := 7.0
		if d == sex || d == locality || d == age {
			skew = 2
		}
		r.categories = append(r.categories, uint16(math.Pow(random.Float64(), skew)*float64(dimension.Size)))
	}
	if random.IntN(50) > 0 {
		r.categories[rank] = 0
	}
	return r
}

func (r resident) in(year int) Record {
	categories := append([]uint16(nil), r.categories...)
	categories[age] = uint16(max(0, min(4, (year-r.birth-20)/10)))
	return Record{Categories: categories, Entered: r.entered == year}
}

// by is an axis with one group for each category.
func by(dimension int) Axis { return grouped(dimension, 1) }

// grouped is an axis with a group for every width categories.
func grouped(dimension, width int) Axis {
	axis := Axis{Dimension: dimension}
	for c := 0; c < provinceDimensions[dimension].Size; c += width {
		var group []int
		for i := c; i < min(c+width, provinceDimensions[dimension].Size); i++ {
			group = append(group, i)
		}
		axis.Groups = append(axis.Groups, group)
	}
	return axis
}

// coarse ethnicity is the first code and all others.
func coarse() Axis {
	return Axis{Dimension: ethnicity, Groups: [][]int{{0}, {1, 2, 3, 4, 5, 6, 7, 8}}}
}

// thirty are tables like those that a department would want.
func thirty() []Table {
	stock := func(threshold int, axes ...Axis) Table { return Table{Axes: axes, Threshold: threshold} }
	flow := func(m Measure, axes ...Axis) Table { return Table{Measure: m, Axes: axes, Threshold: 5} }
	top := grouped(field, 5)
	tables := []Table{
		stock(5, by(degree)), stock(5, by(rank)), stock(5, top), stock(5, by(field)), stock(5, by(sector)),
		stock(5, by(branch)), stock(10, coarse()),
		stock(5, by(age), by(sex)), stock(5, top, by(sex)), stock(5, by(degree), by(sex)), stock(5, by(locality), by(degree)),
		stock(5, by(locality), top), stock(5, by(sector), by(degree)), stock(5, by(branch), by(degree)), stock(5, top, by(degree)),
		stock(5, by(age), by(degree)), stock(5, by(locality), by(sex)), stock(5, by(locality), by(age)), stock(10, coarse(), by(degree)),
		stock(5, by(locality), by(degree), by(sex)), stock(5, top, by(degree), by(sex)), stock(5, by(locality), top, by(degree)),
		stock(5, by(field), by(degree)), stock(5, by(rank), by(sex)),
		{Axes: []Axis{by(locality)}, Where: []Filter{{degree, []int{1, 2}}}, Threshold: 5},
		flow(Entered, by(degree)), flow(Entered, by(age)), flow(Left, by(age)), flow(Left, by(sector)),
	}
	return tables
}
