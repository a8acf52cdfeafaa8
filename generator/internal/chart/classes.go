package chart

import (
	"math"
	"slices"
	"strconv"
)

// classes are the steps of shading: class i holds the numbers from breaks[i]
// up to, but not including, breaks[i+1]; the last one holds its upper end too.
type classes struct{ breaks []float64 }

// classSteps are the sequential colours used for so many classes: as far apart
// as their number allows.
var classSteps = [][]int{nil, {4}, {3, 6}, {2, 4, 6}, {1, 3, 5, 7}, {1, 3, 4, 5, 7}}

// classify divides numbers into at most five classes that hold about equally
// many of them, at breaks rounded to two digits. Zero is none of them: it is
// drawn empty.
func classify(numbers []float64, decimals int) classes {
	numbers = slices.DeleteFunc(slices.Clone(numbers), func(x float64) bool { return x == 0 })
	if len(numbers) == 0 {
		return classes{}
	}
	slices.Sort(numbers)
	least, greatest := numbers[0], numbers[len(numbers)-1]
	breaks := []float64{least}
	for i := 1; i < 5; i++ {
		x := roundDigits(numbers[i*len(numbers)/5], decimals)
		if x > breaks[len(breaks)-1] && x <= greatest {
			breaks = append(breaks, x)
		}
	}
	return classes{append(breaks, greatest)}
}

// roundDigits rounds to two significant digits, and to the decimals that the
// figure shows.
func roundDigits(x float64, decimals int) float64 {
	if x == 0 {
		return 0
	}
	digits := math.Pow(10, math.Floor(math.Log10(math.Abs(x)))-1)
	shown := math.Pow(10, -float64(decimals))
	unit := math.Max(digits, shown)
	return math.Round(x/unit) * unit
}

func (c classes) count() int { return max(0, len(c.breaks)-1) }

// colour is the shade of a number.
func (c classes) colour(x float64) string {
	if x == 0 || c.count() == 0 {
		return paper
	}
	i := c.count() - 1
	for i > 0 && x < c.breaks[i] {
		i--
	}
	return c.shade(i)
}

func (c classes) shade(i int) string { return seqColour(classSteps[c.count()][i]) }

// name writes the numbers of a class: "10–19" where numbers are whole.
func (c classes) name(i int, n Numbers) string {
	low, high := c.breaks[i], c.breaks[i+1]
	if i < c.count()-1 && n.Decimals == 0 {
		high = math.Max(low, math.Ceil(high)-1)
	}
	a, b := n.sign(low), n.sign(high)
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
