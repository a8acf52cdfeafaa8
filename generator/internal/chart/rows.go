package chart

// A rowSet is where the rows of a horizontal chart stand: one for each
// category, all of one height, its name at the left or, on a phone that has no
// room for it there, above its marks.
type rowSet struct {
	x      float64 // left end of the room for marks
	first  float64 // middle of the marks of the first row
	height float64 // from one row to the next
	count  int
	bottom float64
}

// at is the middle of a row's marks.
func (r rowSet) at(i int) float64 { return r.first + float64(i)*r.height }

// frame is the frame whose category i has its middle at r.at(i).
func (r rowSet) frame(names []string, sc scale) frame {
	return frame{
		x: sc.from, width: sc.to - sc.from, low: sc.low, high: sc.high,
		y: r.first - r.height/2, height: r.height * float64(r.count), rows: names,
	}
}

// leastMarks is the least room for marks beside names.
const leastMarks = 70

// rows writes the names of rows whose marks are thick high, and moves the
// sheet below them. gutter is the room that labels need beside the marks.
func (s *sheet) rows(names []string, thick, gutter float64) rowSet {
	room := 108.0
	if s.variant == Wide {
		room = 230
	}
	column := min(widest(names, s.size), room)
	below := s.width-column-10-gutter < leastMarks
	for _, name := range names {
		below = below || s.variant == Narrow && !fits(name, s.size, room, 2)
	}
	if below {
		return s.rowsBelowNames(names, thick)
	}
	wrapped := wrapAll(names, s.size, column, 5)
	height := max(thick+10, float64(longest(wrapped))*s.leading()+6)
	r := rowSet{x: column + 10, first: s.y + height/2, height: height, count: len(names)}
	for i, lines := range wrapped {
		s.pen(ink).lines(0, r.at(i), start, lines)
	}
	r.bottom = s.y + height*float64(len(names))
	s.y = r.bottom
	return r
}

// rowsBelowNames sets each name on lines of its own, above its marks.
func (s *sheet) rowsBelowNames(names []string, thick float64) rowSet {
	wrapped := wrapAll(names, s.size, s.width, 4)
	text := float64(longest(wrapped)) * s.leading()
	height := text + thick + 12
	r := rowSet{x: 0, first: s.y + text + 2 + thick/2, height: height, count: len(names)}
	for i, lines := range wrapped {
		bottom := r.at(i) - thick/2 - 2 // names stand on their marks
		s.pen(ink).lines(0, bottom-float64(len(lines))*s.leading()/2, start, lines)
	}
	r.bottom = s.y + height*float64(len(names))
	// The frame of the rows reaches below the last marks; ECharts would squeeze
	// one that leaves the drawing.
	s.y = max(r.bottom, r.first+height*(float64(len(names))-0.5))
	return r
}

func wrapAll(texts []string, size, width float64, lines int) [][]string {
	out := make([][]string, len(texts))
	for i, t := range texts {
		out[i] = wrap(t, size, width, lines)
	}
	return out
}

// longest returns the greatest number of lines, at least one.
func longest(texts [][]string) int {
	n := 1
	for _, t := range texts {
		n = max(n, len(t))
	}
	return n
}

// baseline draws the rule from which the lengths of a horizontal chart count.
func (s *sheet) baseline(r rowSet, x float64) {
	s.rule(x, r.first-r.height/2+2, x, r.bottom-2, inkSoft, false)
}
