package forecast

import (
	"cmp"
	"math"
	"slices"
)

// fans turns simulated futures into bands, by series, with the medians of
// degrees and of the parts of each partition adjusted to sum to everybody's.
func (all futures) fans(r *records) []Fan {
	fans := make([]Fan, len(all))
	for i, years := range all {
		for _, simulated := range years {
			fans[i] = append(fans[i], bandsOf(simulated))
		}
	}
	from := 1
	for _, size := range r.sizes() {
		for y := range fans[0] {
			reconcile(fans[from:from+size], y, fans[0][y].Median)
		}
		from += size
	}
	return fans
}

// sizes are how many series sum to everybody: the degrees, then the parts of
// each partition.
func (r *records) sizes() []int {
	sizes := []int{len(r.degrees)}
	for _, p := range r.partitions {
		sizes = append(sizes, len(p.series))
	}
	return sizes
}

// bandsOf are quantiles as the order statistics that stand at them exactly, so
// that nothing is interpolated; simulated gets sorted.
func bandsOf(simulated []float64) Bands {
	slices.Sort(simulated)
	at := func(percent int) int {
		return round(simulated[(len(simulated)+1)*percent/100-1])
	}
	return Bands{Low90: at(5), Low50: at(25), Median: at(50), High50: at(75), High90: at(95)}
}

// reconcile scales the medians of parts to sum to a whole, in people: largest
// remainders are rounded up, the earlier part first where they are equal. A
// median doesn't leave its 50 % band unless it must.
func reconcile(parts []Fan, y, whole int) {
	sum := 0
	for _, p := range parts {
		sum += p[y].Median
	}
	if sum == 0 {
		return
	}
	remainders := make([]float64, len(parts))
	order := make([]int, len(parts))
	rest := whole
	for i, p := range parts {
		exact := float64(p[y].Median) * float64(whole) / float64(sum)
		p[y].Median = int(math.Floor(exact))
		remainders[i], order[i] = exact-math.Floor(exact), i
		rest -= p[y].Median
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainders[b], remainders[a]) })
	for _, i := range order[:rest] {
		parts[i][y].Median++
	}
	for _, p := range parts {
		p[y].widen()
	}
}

// widen lets the bands hold the median.
func (b *Bands) widen() {
	b.Low50, b.High50 = min(b.Low50, b.Median), max(b.High50, b.Median)
	b.Low90, b.High90 = min(b.Low90, b.Low50), max(b.High90, b.High50)
}
