package chart

import (
	"math"
	"slices"
	"strconv"
)

// classes are the steps of shading: class i holds the numbers from low[i] to
// high[i], both of which occur in the figure.
type classes struct{ low, high []float64 }

// classSteps are the sequential colours used for so many classes: as far apart
// as their number allows.
var classSteps = [][]int{nil, {4}, {3, 6}, {2, 4, 6}, {1, 3, 5, 7}, {1, 3, 4, 5, 7}}

// enough is the share of the numbers' variance that classes must explain; more
// classes than that would make numbers look apart that are close.
const enough = 0.95

// classify divides numbers at their natural breaks into the fewest classes
// that explain enough, at most five, so that two numbers of one shade are
// closer than two of different ones. Zero is in none of them: it is drawn
// empty.
func classify(numbers []float64) classes {
	numbers = slices.DeleteFunc(slices.Clone(numbers), func(x float64) bool { return x == 0 })
	if len(numbers) == 0 {
		return classes{}
	}
	slices.Sort(numbers)
	for n := 1; ; n++ {
		c, explained := naturalBreaks(numbers, n)
		if explained >= enough || n == len(classSteps)-1 {
			return c
		}
	}
}

// naturalBreaks groups sorted numbers into at most n classes whose squared
// differences from their means sum to the least, and says which share of the
// variance that explains (Fisher, On grouping for maximum homogeneity, Journal
// of the American Statistical Association 53, 1958; Jenks on maps).
func naturalBreaks(numbers []float64, n int) (classes, float64) {
	within := spreads(numbers)
	size := len(numbers)
	least := slices.Repeat([]float64{math.Inf(1)}, size+1) // of the first i numbers
	least[0] = 0
	starts := make([][]int, n) // by class, of the class that ends before i
	for k := range n {
		next := slices.Repeat([]float64{math.Inf(1)}, size+1)
		next[0], starts[k] = 0, make([]int, size+1)
		for end := 1; end <= size; end++ {
			for start := range end {
				if sum := least[start] + within(start, end); sum < next[end] {
					next[end], starts[k][end] = sum, start
				}
			}
		}
		least = next
	}
	var c classes
	for k, end := n-1, size; end > 0; k-- {
		start := starts[k][end]
		c.low, c.high = append(c.low, numbers[start]), append(c.high, numbers[end-1])
		end = start
	}
	slices.Reverse(c.low)
	slices.Reverse(c.high)
	whole := within(0, size)
	if whole == 0 {
		return c, 1
	}
	return c, 1 - least[size]/whole
}

// spreads returns the sum of squared differences from their mean of the
// numbers from start to before end; equal numbers are never parted.
func spreads(numbers []float64) func(start, end int) float64 {
	sums, squares := make([]float64, len(numbers)+1), make([]float64, len(numbers)+1)
	origin := numbers[0]
	for i, x := range numbers {
		sums[i+1], squares[i+1] = sums[i]+x-origin, squares[i]+(x-origin)*(x-origin)
	}
	return func(start, end int) float64 {
		if end < len(numbers) && numbers[end-1] == numbers[end] || start > 0 && numbers[start-1] == numbers[start] {
			return math.Inf(1)
		}
		sum := sums[end] - sums[start]
		return max(0, squares[end]-squares[start]-sum*sum/float64(end-start))
	}
}

func (c classes) count() int { return len(c.low) }

// colour is the shade of a number.
func (c classes) colour(x float64) string {
	if x == 0 || c.count() == 0 {
		return paper
	}
	i := c.count() - 1
	for i > 0 && x < c.low[i] {
		i--
	}
	return c.shade(i)
}

func (c classes) shade(i int) string { return seqColour(classSteps[c.count()][i]) }

// name writes the least and the greatest number of a class: "599–654".
func (c classes) name(i int, n Numbers) string {
	a, b := n.sign(c.low[i]), n.sign(c.high[i])
	if a == b {
		return a + n.Suffix
	}
	return a + "–" + b + n.Suffix
}

// classLegend explains the shades, and the empty cell of zero.
func (s *sheet) classLegend(c classes, zero bool) {
	var entries []sample
	if zero {
		entries = append(entries, sample{"0", func(x, y float64) { s.box(x+2, y-6, 12, 12, paper, inkSoft, above) }})
	}
	for i := range c.count() {
		shade := c.shade(i)
		entries = append(entries, sample{c.name(i, s.fig.Numbers), func(x, y float64) {
			s.box(x+2, y-6, 12, 12, shade, inkSoft, above)
		}})
	}
	s.legend(entries)
}

// numbers lists all numbers of a figure and tells whether zero is among them.
func (f *Figure) numbers() (all []float64, zero bool) {
	for _, series := range f.Series {
		for _, v := range series.Values {
			if v.drawn() {
				all = append(all, v.Number)
				zero = zero || v.Number == 0
			}
		}
	}
	return all, zero
}

// index writes what has no room in its place under the drawing, by number.
type index struct{ entries []string }

// refer adds an entry and returns the number that stands for it.
func (x *index) refer(entry string) string {
	x.entries = append(x.entries, entry)
	return strconv.Itoa(len(x.entries))
}

// index writes the entries in columns.
func (s *sheet) index(x index) {
	if len(x.entries) == 0 {
		return
	}
	columns, column := 1, s.width
	for n := 3; n > 1; n-- {
		w := (s.width - 16*float64(n-1)) / float64(n)
		if widest(x.entries, s.size)+s.indent() <= w {
			columns, column = n, w
			break
		}
	}
	s.y += 8
	perColumn := (len(x.entries) + columns - 1) / columns
	deepest, top := s.y, s.y
	for i, entry := range x.entries {
		if i%perColumn == 0 {
			s.y = top
		}
		left := float64(i/perColumn) * (column + 16)
		s.indexEntry(strconv.Itoa(i+1), entry, left, column)
		deepest = max(deepest, s.y)
	}
	s.y = deepest
}

// indent is the room for an entry's number.
func (s *sheet) indent() float64 { return textWidth("000", s.size*boldFactor) }

func (s *sheet) indexEntry(number, entry string, left, width float64) {
	indent := s.indent()
	s.bold(inkSoft).text(left+indent-6, s.y+s.leading()/2, end, number)
	for _, line := range wrap(entry, s.size, width-indent, 3) {
		s.pen(ink).text(left+indent, s.y+s.leading()/2, start, line)
		s.y += s.leading()
	}
}
