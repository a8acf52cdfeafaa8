package chart

import "math"

// ends are the names and last values that stand at the right end of lines.
type ends struct {
	width  float64 // to keep free for them, 0 for none
	height float64 // that all of them need
	lines  [][]string
}

// endLabels prepares what a line's end says. A single line needs no name.
func (s *sheet) endLabels() ends {
	if len(s.fig.Series) < 2 {
		return ends{}
	}
	room := 112.0
	if s.variant == Wide {
		room = 190
	}
	e := ends{}
	widestLine := 0.0
	for i, series := range s.fig.Series {
		if s.endsEarly(i) {
			e.lines = append(e.lines, nil)
			continue
		}
		lines := wrap(s.endText(series), s.size, room-sampleWidth, 5)
		e.lines = append(e.lines, lines)
		widestLine = max(widestLine, widest(lines, s.size))
		e.height += float64(len(lines))*s.leading() + 2
	}
	e.width = widestLine + sampleWidth + 8
	return e
}

// endsEarly tells whether the first line of a fan, that of what was counted,
// stops where the forecast begins; its name stands at its own end then, not at
// the plot's.
func (s *sheet) endsEarly(series int) bool {
	last := lastDrawn(s.fig.Series[series])
	return s.fig.Kind == Fan && series == 0 && len(s.fig.Targets) == 0 && last >= 0 && last < len(s.fig.Categories)-1
}

// nameEarly writes the name of such a line beside its last point, on the side
// that it comes from, where neither it nor the forecast runs.
func (s *sheet) nameEarly(p plot, series Series) {
	last := lastDrawn(series)
	x, y := p.point(last, series.Values[last].Number)
	away := s.leading()
	if s.fig.bendAt(series, last) == falling {
		away = -away
	}
	y = max(p.top()+s.leading()/2, min(y+away, p.bottom()-s.leading()/2))
	s.haloed(ink).text(x, y, start, shorten(series.Name, s.size, s.width/3))
}

// endText is a series' name and, where its last value is known, that value.
func (s *sheet) endText(series Series) string {
	if i := lastDrawn(series); i >= 0 && i == len(series.Values)-1 {
		return series.Name + " " + s.fig.label(series.Values[i])
	}
	return series.Name
}

// lastDrawn returns the index of the last value with a number, or -1.
func lastDrawn(series Series) int {
	for i := len(series.Values) - 1; i >= 0; i-- {
		if series.Values[i].drawn() {
			return i
		}
	}
	return -1
}

// lastPoints returns how high each line ends; a line without any point ends at
// the bottom.
func (s *sheet) lastPoints(p plot) []float64 {
	at := make([]float64, len(s.fig.Series))
	for i, series := range s.fig.Series {
		at[i] = p.bottom()
		if last := lastDrawn(series); last >= 0 {
			at[i] = p.up.at(series.Values[last].Number)
		}
	}
	return at
}

// drawEnds writes the names beside the plot, as near to the wanted heights as
// they go without touching; a stroke in the line's colour leads to each.
func (s *sheet) drawEnds(p plot, e ends, wanted []float64) {
	heights := make([]float64, len(e.lines))
	for i, lines := range e.lines {
		if !s.endsEarly(i) {
			heights[i] = float64(len(lines))*s.leading() + 2
		}
	}
	x := s.width - e.width
	middles := dodge(wanted, heights, min(p.top()-s.leading()/2, p.bottom()-e.height), p.bottom()+s.leading()/2)
	for i, y := range middles {
		s.ofSeries(i)
		if s.endsEarly(i) {
			s.nameEarly(p, s.fig.Series[i])
			continue
		}
		s.leader(x+2, math.Max(p.top(), math.Min(wanted[i], p.bottom())), x+sampleWidth-6, y, dataColour(i))
		s.pen(ink).lines(x+sampleWidth-2, y, start, e.lines[i])
	}
	s.ofNone()
}

// leader joins the end of a line to its name.
func (s *sheet) leader(x1, y1, x2, y2 float64, colour string) {
	s.add(element{Type: "line", Z: above,
		Shape: map[string]any{"x1": round(x1), "y1": round(y1), "x2": round(x2), "y2": round(y2)},
		Style: map[string]any{"stroke": colour, "lineWidth": 2},
	})
}
