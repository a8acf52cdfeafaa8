package chart

import (
	"math"
	"slices"
)

// A plot is the room for lines: the places of its categories from left to
// right, and what it measures upwards.
type plot struct {
	numbers     float64 // right end of the axis's numbers
	left, right float64 // places of the first and the last category
	step        float64 // from one category to the next
	count       int
	up          scale
}

// at is the place of a category.
func (p plot) at(i int) float64 {
	if p.count == 1 {
		return (p.left + p.right) / 2
	}
	return p.left + float64(i)*p.step
}

// point is the place of a value.
func (p plot) point(i int, x float64) (float64, float64) { return p.at(i), p.up.at(x) }

func (p plot) top() float64    { return p.up.to }
func (p plot) bottom() float64 { return p.up.from }

// frame is the frame whose first and last category lie on its edges.
func (p plot) frame(names []string) frame {
	return frame{
		x: p.left, width: p.right - p.left, columns: names,
		y: p.top(), height: p.bottom() - p.top(), low: p.up.low, high: p.up.high,
	}
}

// axes draws a plot of the given height: rules with their numbers at the left,
// breaks, and the names of the categories below. gutter is kept free at the
// right. low and high are the numbers to cover.
func (s *sheet) axes(low, high, height, gutter float64) plot {
	at, step := ticks(low, high, 4)
	s.breakLabels()
	top := s.y + 1.4*s.leading() // room for the label of the highest point
	p := plot{count: len(s.fig.Categories), up: scale{at[0], at[len(at)-1], top + height, top}}
	left := 0.0
	for _, x := range at {
		left = max(left, s.textWidth(s.fig.Numbers.tick(x, step)))
	}
	p.numbers = left
	p.place(left+8, s.width-gutter, s.edge(gutter))
	for _, x := range at {
		y := p.up.at(x)
		s.pen(inkSoft).text(left, y, end, s.fig.Numbers.tick(x, step))
		colour := rule
		if x == 0 {
			colour = inkSoft
		}
		s.rule(left+6, y, s.width-gutter, y, colour, false)
	}
	s.breakRules(p)
	s.y = p.bottom() + 8
	s.categoryLabels(p)
	return p
}

// edge is the room that the first and last category's labels need beyond their
// points.
func (s *sheet) edge(gutter float64) float64 {
	names := s.fig.Categories
	if len(names) == 0 {
		return 8
	}
	first, last := s.textWidth(names[0])/2, s.textWidth(names[len(names)-1])/2
	return max(8, min(40, max(first, last-gutter)))
}

// place spreads the categories between from and to.
func (p *plot) place(from, to, edge float64) {
	p.left, p.right = from+edge, max(to-edge, from+edge+10)
	p.step = p.right - p.left
	if p.count > 1 {
		p.step /= float64(p.count - 1)
	}
}

// categoryLabels writes the names that have room: all, or every second, third …
// and the last.
func (s *sheet) categoryLabels(p plot) {
	names := s.fig.Categories
	if len(names) == 0 {
		return
	}
	if lines := s.wrappedLabels(p); lines != nil {
		deep := float64(longest(lines)) * s.leading()
		for i, l := range lines {
			s.pen(inkSoft).lines(p.at(i), s.y+float64(len(l))*s.leading()/2, middle, l)
		}
		s.y += deep
		return
	}
	taken := math.Inf(-1)
	lastFrom, _ := s.labelSpan(p, len(names)-1)
	for i := range names {
		from, to := s.labelSpan(p, i)
		if from < taken || i < len(names)-1 && to+6 > lastFrom {
			continue
		}
		line := shorten(names[i], s.size, s.width/2-8)
		s.pen(inkSoft).text((from+to)/2, s.y+s.leading()/2, middle, line)
		taken = to + 6
	}
	s.y += s.leading()
}

// wrappedLabels returns all names, wrapped to the step, or nil where they do
// not fit so.
func (s *sheet) wrappedLabels(p plot) [][]string {
	width := p.step - 6
	if p.count == 1 {
		width = s.width / 2
	}
	var out [][]string
	for i, name := range s.fig.Categories {
		lines := wrap(name, s.size, width, 3)
		half := widest(lines, s.size) / 2
		if !fits(name, s.size, width, 3) || p.at(i)-half < 0 || p.at(i)+half > s.width {
			return nil
		}
		out = append(out, lines)
	}
	return out
}

// labelSpan is where a name of one line goes: below its point, or as near as
// the edges let it.
func (s *sheet) labelSpan(p plot, i int) (from, to float64) {
	w := s.textWidth(shorten(s.fig.Categories[i], s.size, s.width/2-8))
	from = max(0, min(p.at(i)-w/2, s.width-w))
	return from, from + w
}

// breakLabels writes the reasons of breaks above the plot, a line each, so
// that they cannot run into each other.
func (s *sheet) breakLabels() {
	for _, b := range s.fig.Breaks {
		if b.Label != "" {
			s.paragraph(s.pen(inkSoft), "┊ "+s.fig.Categories[b.Before]+": "+b.Label, 2)
		}
	}
}

// breakRules draws a dashed rule before each category that a series must not
// be joined to from the left.
func (s *sheet) breakRules(p plot) {
	for _, b := range s.fig.Breaks {
		x := p.at(b.Before) - p.step/2
		s.rule(x, p.top()-s.leading()/2, x, p.bottom(), ink, true)
	}
}

// broken tells whether a break stands between a category and the one before.
func (f *Figure) broken(category int) bool {
	return slices.ContainsFunc(f.Breaks, func(b Break) bool { return b.Before == category })
}

// dodge moves blocks of the given heights apart so that none overlaps the
// next, as near to their wanted middles as an orderly push allows, within top
// and bottom. It returns the new middles in the order given.
func dodge(wanted, heights []float64, top, bottom float64) []float64 {
	order := make([]int, len(wanted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case wanted[a] < wanted[b]:
			return -1
		case wanted[a] > wanted[b]:
			return 1
		}
		return a - b
	})
	out := slices.Clone(wanted)
	edge := top
	for _, i := range order {
		out[i] = max(out[i], edge+heights[i]/2)
		edge = out[i] + heights[i]/2
	}
	edge = bottom
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		out[i] = min(out[i], edge-heights[i]/2)
		edge = out[i] - heights[i]/2
	}
	return out
}
