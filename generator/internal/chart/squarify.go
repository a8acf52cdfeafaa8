package chart

import (
	"math"
	"slices"
)

// A rect is a rectangle of a drawing.
type rect struct{ x, y, width, height float64 }

// areaGap is the distance between the areas of a tree map.
const areaGap = 2.0

// squarify divides a rectangle into areas in proportion to numbers, which are
// positive, and as near to squares as rows of them can be. It foretells where
// ECharts will put the areas of a tree map, so that their text can be fitted
// first; areaGap is taken off between neighbours.
//
// After M. Bruls, K. Huizing and J. J. van Wijk, "Squarified Treemaps", 2000.
func squarify(numbers []float64, width, height float64) []rect {
	order := make([]int, len(numbers))
	sum := 0.0
	for i, x := range numbers {
		order[i] = i
		sum += x
	}
	slices.SortFunc(order, func(a, b int) int { // as ECharts does: of equals the last first
		switch {
		case numbers[a] > numbers[b]:
			return -1
		case numbers[a] < numbers[b]:
			return 1
		}
		return b - a
	})
	free := rect{-areaGap / 2, -areaGap / 2, width + areaGap, height + areaGap}
	unit := free.width * free.height / sum
	out := make([]rect, len(numbers))
	for len(order) > 0 {
		n := rowLength(order, numbers, unit, math.Min(free.width, free.height))
		free = layRow(order[:n], numbers, unit, free, n == len(order), out)
		order = order[n:]
	}
	return out
}

// rowLength returns how many of the next areas make the best row along a side.
func rowLength(order []int, numbers []float64, unit, side float64) int {
	best, sum := math.Inf(1), 0.0
	for n, i := range order {
		sum += numbers[i] * unit
		least := numbers[i] * unit // the order is descending
		greatest := numbers[order[0]] * unit
		worst := math.Max(side*side*greatest/(sum*sum), sum*sum/(side*side*least))
		if worst > best {
			return n
		}
		best = worst
	}
	return len(order)
}

// layRow places a row of areas along the shorter side of free and returns what
// stays free.
func layRow(row []int, numbers []float64, unit float64, free rect, last bool, out []rect) rect {
	sum := 0.0
	for _, i := range row {
		sum += numbers[i] * unit
	}
	across := free.width <= free.height
	side, depth := math.Min(free.width, free.height), math.Max(free.width, free.height)
	thick := sum / side
	if last || thick > depth {
		thick = depth
	}
	at := 0.0
	for k, i := range row {
		length := numbers[i] * unit / thick
		if k == len(row)-1 || length > side-at {
			length = side - at
		}
		if across {
			out[i] = rect{free.x + at, free.y, length, thick}.shrunk()
		} else {
			out[i] = rect{free.x, free.y + at, thick, length}.shrunk()
		}
		at += length
	}
	if across {
		return rect{free.x, free.y + thick, free.width, free.height - thick}
	}
	return rect{free.x + thick, free.y, free.width - thick, free.height}
}

// shrunk takes half a gap off all sides.
func (r rect) shrunk() rect {
	w, h := math.Max(r.width-areaGap, 0), math.Max(r.height-areaGap, 0)
	return rect{r.x + math.Min(areaGap/2, w/2), r.y + math.Min(areaGap/2, h/2), w, h}
}
