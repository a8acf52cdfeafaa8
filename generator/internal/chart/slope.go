package chart

import "github.com/go-echarts/go-echarts/v2/charts"

// slope joins each series' value before and after. The left side bears the
// values, the right side values and names.
func slope(s *sheet) model {
	f := s.fig
	if len(f.Categories) != 2 {
		return lines(s)
	}
	left, right := s.slopeLabels()
	p := s.slopePlot(left, right)
	line := frames(charts.NewLine(), p.frame(f.Categories))
	for i := range f.Series {
		s.line(line, i, dataColour(i), 0, p.step)
	}
	s.slopeSide(p, 0, left)
	s.slopeSide(p, 1, right)
	s.y = p.bottom() + s.leading()/2
	return line
}

// slopeLabels returns the wrapped labels of both sides, one for each series.
func (s *sheet) slopeLabels() (left, right [][]string) {
	room := 130.0
	if s.variant == Wide {
		room = 240
	}
	for _, series := range s.fig.Series {
		left = append(left, wrap(s.fig.slopeLabel(series.Values[0]), s.size, 90, 2))
		right = append(right, wrap(s.fig.slopeLabel(series.Values[1])+" "+series.Name, s.size, room, 3))
	}
	return left, right
}

// slopeLabel is a value's label; a missing one leaves its place empty.
func (f *Figure) slopeLabel(v Value) string {
	if v.Status == Missing {
		return ""
	}
	return f.label(v)
}

// slopePlot finds the room between the labels and heads it with the names of
// the two categories.
func (s *sheet) slopePlot(left, right [][]string) plot {
	gutters := [2]float64{}
	height := s.plotHeight()
	for side, labels := range [][][]string{left, right} {
		need := 0.0
		for _, lines := range labels {
			gutters[side] = max(gutters[side], widest(lines, s.size)+28)
			need += float64(len(lines))*s.leading() + 2
		}
		height = max(height, need)
	}
	low, high := room(s.fig.reach())
	p := plot{count: 2, left: gutters[0], right: s.width - gutters[1]}
	p.step = p.right - p.left
	s.slopeHeads(p)
	p.up = scale{low, high, s.y + height, s.y}
	for i := range 2 {
		s.rule(p.at(i), p.top()-4, p.at(i), p.bottom()+4, rule, false)
	}
	return p
}

func (s *sheet) slopeHeads(p plot) {
	middleOf := (p.at(0) + p.at(1)) / 2
	first := wrap(s.fig.Categories[0], s.size, middleOf-6, 2)
	second := wrap(s.fig.Categories[1], s.size, s.width-middleOf-6, 2)
	for i, lines := range [][]string{first, second} {
		half := widest(lines, s.size) / 2
		x := max(half, min(p.at(i), s.width-half))
		if i == 0 {
			x = min(x, middleOf-half)
		} else {
			x = max(x, middleOf+half+6)
		}
		s.pen(inkSoft).lines(x, s.y+float64(len(lines))*s.leading()/2, middle, lines)
	}
	s.y += float64(max(len(first), len(second)))*s.leading() + 10
}

// slopeSide writes the labels of one side, apart from each other.
func (s *sheet) slopeSide(p plot, side int, labels [][]string) {
	wanted, heights := make([]float64, len(labels)), make([]float64, len(labels))
	for i, lines := range labels {
		v := s.fig.Series[i].Values[side]
		wanted[i] = p.bottom()
		if v.drawn() {
			wanted[i] = p.up.at(v.Number)
		}
		heights[i] = float64(len(lines)) * s.leading()
	}
	x, outward, a := p.at(side), 1.0, start
	if side == 0 {
		outward, a = -1, end
	}
	for i, y := range dodge(wanted, heights, p.top()-s.leading()/2, p.bottom()+s.leading()/2) {
		if len(labels[i]) == 0 {
			continue
		}
		s.of(i, side)
		if s.fig.Series[i].Values[side].Status == Withheld {
			s.withheld(x+outward*13-8, y-6, 16, 12)
		} else {
			s.leader(x+outward*6, wanted[i], x+outward*18, y, dataColour(i))
		}
		s.pen(ink).lines(x+outward*24, y, a, labels[i])
	}
	s.ofNone()
}
