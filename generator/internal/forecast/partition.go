package forecast

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"congbo/generator/internal/model"
)

// A partition is the stock cut up by field or by place. Its parts follow the
// total: leavers come from each as it is large, those who enter go to each by
// the shares that the past shows, moves between parts included.
type partition struct {
	series []Series
	counts [][]float64 // by year and part; earlier years with other codes are left out
}

// partition reads the stock by a dimension.
func (in *reader) partition(of Aspect, dimension model.Dimension, threshold int) {
	r := in.records
	v, ok := in.look(model.Stock, dimension)
	if !ok {
		in.miss(of, *missingTable(model.Stock, dimension))
		return
	}
	years, codes := comparable(v, r.years, dimension)
	if len(years) < testedYears {
		in.miss(of, Reason{Code: CodesChanged, Found: len(years), Needed: testedYears, Dimensions: []model.Dimension{dimension}})
		return
	}
	var p partition
	for _, year := range years {
		p.counts = append(p.counts, v.read1(year, codes))
	}
	for _, code := range codes {
		s := Series{Dimension: dimension, Code: code, Table: v.table.Declared.ID, Observed: observe(v, years, code)}
		s.Reason = s.tooLittle(threshold)
		p.series = append(p.series, s)
	}
	r.partitions = append(r.partitions, p)
}

// comparable is the last years that have the same places, and all their codes.
// Codes of other lists are always valid; a year may only have nobody in them.
func comparable(v view, years []int, dimension model.Dimension) ([]int, []string) {
	codes := v.codes(years[len(years)-1], 0)
	from := len(years) - 1
	for from > 0 && (dimension != model.ByLocality || slices.Equal(v.codes(years[from-1], 0), codes)) {
		from--
	}
	for _, year := range years[from:] {
		for _, code := range v.codes(year, 0) {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return years[from:], codes
}

// upTo is the partition as it was known at the end of the n-th of all years;
// false where too few of its years are left.
func (p partition) upTo(n, all int) (partition, bool) {
	n -= all - len(p.counts)
	if n < testedYears {
		return partition{}, false
	}
	return partition{p.series, p.counts[:n]}, true
}

// A trend is how a partition moves: Dirichlet weights of where people come in,
// and how much more than by chance parts vary, as a factor on the standard
// deviation.
type trend struct {
	start  []float64
	inflow []float64
	unrest float64
}

// trend estimates what came into each part every year: its stock less who
// would have stayed if all parts were left alike. The variance beyond chance is
// pooled over parts and years, and shrunk towards none.
func (p partition) trend(r *records) trend {
	const priorFreedom = 4
	t := trend{start: p.counts[len(p.counts)-1]}
	came, yearly := p.inflow(r)
	t.inflow = make([]float64, len(t.start))
	for _, year := range came {
		for i, people := range year {
			t.inflow[i] += max(0, people)
		}
	}
	squares, freedom := 0.0, float64((len(came)-1)*(len(t.start)-1))
	counted, varied := 0.0, 0.0
	for y, year := range came {
		for i, people := range year {
			mean := quotient(t.inflow[i], sumOf(t.inflow)) * sumOf(year)
			variance := mean + p.counts[y][i]*yearly[y]*(1-yearly[y])
			squares += quotient((people-mean)*(people-mean), variance)
			counted, varied = counted+mean, varied+variance
		}
	}
	t.unrest = math.Sqrt(max(1, (squares+priorFreedom)/(freedom+priorFreedom)))
	t.shrink(t.unrest * t.unrest * max(1, quotient(varied, counted)))
	return t
}

// inflow is, by year and part, who came, and by year, the share that left.
func (p partition) inflow(r *records) (came [][]float64, gone []float64) {
	first := len(r.years) - len(p.counts)
	for y := 1; y < len(p.counts); y++ {
		share := quotient(r.left[first+y].total(), r.stock[first+y-1].total())
		in := make([]float64, len(p.counts[y]))
		for i, people := range p.counts[y] {
			in[i] = people - p.counts[y-1][i]*(1-share)
		}
		came, gone = append(came, in), append(gone, share)
	}
	return came, gone
}

// shrink lets counts weigh as little as their variance is a multiple of them,
// and adds a person to each part's weight on average, spread as the stock is.
func (t *trend) shrink(multiple float64) {
	stock := sumOf(t.start)
	for i := range t.inflow {
		t.inflow[i] = t.inflow[i]/multiple + float64(len(t.start))*quotient(t.start[i], stock)
	}
}

// shares draws where people come in.
func (t *trend) shares(src rand.Source) []float64 {
	shares := make([]float64, len(t.inflow))
	for i, weight := range t.inflow {
		if weight > 0 {
			shares[i] = distuv.Gamma{Alpha: weight, Beta: 1, Src: src}.Rand()
		}
	}
	return normalise(shares)
}

func normalise(weights []float64) []float64 {
	sum := sumOf(weights)
	for i := range weights {
		weights[i] = quotient(weights[i], sum)
	}
	return weights
}

// follow moves parts on by a year in which left people left of before, entered
// came in, and total remained.
func (t *trend) follow(parts, shares []float64, y year, luck chance) {
	gone := quotient(y.left, y.before)
	for i, people := range parts {
		variance := people*gone*(1-gone) + y.entered*shares[i]
		moved := people*(1-gone) + y.entered*shares[i] + t.unrest*math.Sqrt(max(0, variance))*luck.normal()
		parts[i] = max(0, moved)
	}
	factor := quotient(y.total, sumOf(parts))
	for i := range parts {
		parts[i] *= factor
	}
}
