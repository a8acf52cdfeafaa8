package chart

import "github.com/go-echarts/go-echarts/v2/charts"

// pyramid draws two series back to back on one scale, the names of the
// categories between them and the first category lowest.
func pyramid(s *sheet) model {
	f := s.fig
	if low, _ := f.span(); len(f.Series) != 2 || low < 0 {
		return bars(s)
	}
	const thick = 16.0
	names := reversed(f.Categories)
	wrapped := wrapAll(names, s.size, s.width/3, 2)
	column := 20.0
	for _, lines := range wrapped {
		column = max(column, widest(lines, s.size)+20)
	}
	gutter := max(s.labelWidth()+8, hatchWidth)
	if s.width/2-column/2-gutter < leastMarks/2 {
		return bars(s)
	}
	left, right := s.sides(column, gutter)
	s.pyramidHeads(left, right)
	height := max(thick+8, float64(longest(wrapped))*s.leading()+4)
	r := rowSet{first: s.y + height/2, height: height, count: len(names), bottom: s.y + height*float64(len(names))}
	for i, lines := range wrapped {
		s.pen(ink).lines(s.width/2, r.at(i), middle, lines)
	}
	s.y = r.bottom

	mirrored := r.frame(names, scale{left.low, left.high, left.to, left.from})
	mirrored.rightToLeft = true
	bar := frames(charts.NewBar(), mirrored, r.frame(names, right))
	for i, sc := range []scale{left, right} {
		values := reversed(f.Series[i].Values)
		items := make([]datum, len(values))
		for j, v := range values {
			items[j] = datum{Name: names[j], Value: number(v), ItemStyle: filled(v, dataColour(i)), Told: f.told(i, len(values)-1-j)}
			s.of(i, len(values)-1-j)
			s.sideEnd(v, sc, r.at(j), thick)
		}
		bar.AddSeries(f.Series[i].Name, nil, data(items), barSize(thick, 0), axis(i))
	}
	s.ofNone()
	return bar
}

// sides returns the scales of both sides; they leave column free between them
// and gutter for values at the outer ends.
func (s *sheet) sides(column, gutter float64) (left, right scale) {
	_, high := room(s.fig.span())
	inner := column / 2
	left = scale{0, high, s.width/2 - inner, gutter}
	right = scale{0, high, s.width/2 + inner, s.width - gutter}
	return left, right
}

// pyramidHeads names the series above their sides.
func (s *sheet) pyramidHeads(left, right scale) {
	room := left.from - sampleWidth
	heads := wrapAll(s.fig.seriesNames(), s.size, room, 3)
	deep := float64(longest(heads)) * s.leading()
	for i, sc := range []scale{left, right} {
		x := sc.from
		if i == 0 {
			x -= sampleWidth + widest(heads[i], s.size)
		}
		s.swatch(dataColour(i))(x, s.y+s.leading()/2)
		s.pen(ink).lines(x+sampleWidth, s.y+float64(len(heads[i]))*s.leading()/2, start, heads[i])
	}
	s.y += deep + 4
}

// sideEnd writes a value at the outer end of its bar.
func (s *sheet) sideEnd(v Value, sc scale, y, thick float64) {
	outward, a := 1.0, start
	if sc.to < sc.from {
		outward, a = -1, end
	}
	x, colour := sc.from, ink
	switch v.Status {
	case Withheld:
		s.withheld(min(x, x+outward*hatchWidth), y-thick/2, hatchWidth, thick)
		x += outward * hatchWidth
	case Missing:
		colour = inkSoft
	default:
		x = sc.at(v.Number)
	}
	s.pen(colour).text(x+outward*5, y, a, s.fig.label(v))
}

func reversed[T any](list []T) []T {
	out := make([]T, len(list))
	for i, x := range list {
		out[len(list)-1-i] = x
	}
	return out
}
