package balance

import (
	"cmp"
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A distribution is how many people bear each code of a dimension in a year.
// What the withheld codes have together is what the published ones leave of
// the total.
type distribution struct {
	codes    []string
	counts   []float64 // 0 where withheld
	withheld []bool
	total    float64
	rest     float64 // in the withheld ones together
}

// find returns the table that counts everybody by some dimensions: that with
// the fewest others, then that with the coarsest codes.
func (b *builder) find(dimensions ...model.Dimension) *workforce.Table {
	var found []*workforce.Table
	for _, t := range b.published.Tables {
		if counts(t, dimensions) {
			found = append(found, t)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return slices.MinFunc(found, func(t, u *workforce.Table) int {
		return cmp.Or(cmp.Compare(len(t.Declared.Dimensions), len(u.Declared.Dimensions)), cmp.Compare(fineness(t, dimensions), fineness(u, dimensions)))
	})
}

// counts reports whether a table is of the stock of everybody and has all of
// some dimensions.
func counts(t *workforce.Table, dimensions []model.Dimension) bool {
	if t.Declared.Measure != "" && t.Declared.Measure != model.Stock || len(t.Declared.Where) > 0 {
		return false
	}
	return !slices.ContainsFunc(dimensions, func(d model.Dimension) bool { return !slices.Contains(t.Declared.Dimensions, d) })
}

// fineness sums the depths to which a table's codes go; a depth that isn't
// declared is the deepest.
func fineness(t *workforce.Table, dimensions []model.Dimension) int {
	const deepest = 1 << 10
	sum := 0
	for _, d := range dimensions {
		sum += cmp.Or(t.Declared.Levels[d], deepest)
	}
	return sum
}

// A margin looks a table up by one or two of its dimensions, totals over the
// others.
type margin struct {
	table      *workforce.Table
	dimensions []model.Dimension
}

func (m margin) value(year int, codes ...string) (count float64, published bool) {
	all := make([]string, len(m.table.Declared.Dimensions))
	for i, d := range m.table.Declared.Dimensions {
		all[i] = workforce.Total
		if j := slices.Index(m.dimensions, d); j >= 0 {
			all[i] = codes[j]
		}
	}
	n, withheld, _ := m.table.Value(all, year)
	return float64(n), !withheld
}

// codes lists those of the margin's i-th dimension in a year.
func (m margin) codes(year, i int) []string {
	return m.table.Codes(year, slices.Index(m.table.Declared.Dimensions, m.dimensions[i]))
}

func (m margin) origin(year int) Origin {
	return Origin{m.table.Declared.ID, year, m.table.Illustrative || m.table.Declared.Illustrative}
}

// along reads a distribution over the margin's dimension i, the other one (if
// there is one) held at a code. The reason is empty where there is something to
// measure.
func (m margin) along(year, i int, other string) (distribution, Reason) {
	at := func(code string) []string {
		codes := []string{other, other}
		codes[i] = code
		return codes[:len(m.dimensions)]
	}
	d := distribution{codes: m.codes(year, i)}
	var published bool
	if d.total, published = m.value(year, at(workforce.Total)...); !published {
		return d, TotalWithheld
	}
	if d.total == 0 {
		return d, Nobody
	}
	if len(d.codes) < 2 {
		return d, OnlyOneCode
	}
	d.rest = d.total
	for _, code := range d.codes {
		count, published := m.value(year, at(code)...)
		d.counts, d.withheld = append(d.counts, count), append(d.withheld, !published)
		d.rest -= count
	}
	return d, ""
}

// anyWithheld reports whether some code is.
func (d distribution) anyWithheld() bool { return slices.Contains(d.withheld, true) }

// bound is the interval of a measure over all counts that the withheld codes
// may have. It is for measures that are convex in the counts: the greatest
// value is then one where a single code has all that is left, and the least one
// where the codes have it in the proportion that the measure calls even.
func (d distribution) bound(even []float64, measure func(counts []float64) float64) Interval {
	if !d.anyWithheld() {
		exact := measure(d.counts)
		return Interval{exact, exact}
	}
	bounds := Interval{Low: measure(d.filled(even))}
	bounds.High = bounds.Low
	for i := range d.counts {
		if d.withheld[i] {
			alone := make([]float64, len(even))
			alone[i] = 1
			bounds.High = max(bounds.High, measure(d.filled(alone)))
		}
	}
	return bounds
}

// filled are the counts with what is left spread over the withheld codes by
// weights; evenly where these have none.
func (d distribution) filled(weights []float64) []float64 {
	sum, withheld := 0.0, 0.0
	for i, w := range weights {
		if d.withheld[i] {
			sum += w
			withheld++
		}
	}
	counts := slices.Clone(d.counts)
	for i := range counts {
		switch {
		case !d.withheld[i]:
		case sum > 0:
			counts[i] = d.rest * weights[i] / sum
		default:
			counts[i] = d.rest / withheld
		}
	}
	return counts
}

// A Part is what one code adds to a measure.
type Part struct {
	Code         string
	Withheld     bool // then the rest is 0
	Count        int
	Share        float64 // of all
	Contribution float64 // to the measure
}

// parts are those of a distribution; of says what a published share adds.
func (d distribution) parts(of func(i int, share float64) float64) []Part {
	var parts []Part
	for i, code := range d.codes {
		p := Part{Code: code, Withheld: d.withheld[i]}
		if !p.Withheld {
			p.Count, p.Share = int(d.counts[i]), d.counts[i]/d.total
			p.Contribution = of(i, p.Share)
		}
		parts = append(parts, p)
	}
	return parts
}
