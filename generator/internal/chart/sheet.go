package chart

import "slices"

// A sheet is one drawing under way: what stands on it already, and how far
// down it is filled.
type sheet struct {
	fig      *Figure
	variant  Variant
	width    float64
	size     float64 // of text
	y        float64 // where the next part begins
	elements []element

	about *about // whose the elements are that are being added; nil: nobody's
	told  string // what their value tells
}

func newSheet(fig *Figure, variant Variant) *sheet {
	s := &sheet{fig: fig, variant: variant, width: 328, size: 12}
	if variant == Wide {
		s.width, s.size = 680, 13
	}
	return s
}

// of says whose value the elements are that are added from now on.
func (s *sheet) of(series, category int) {
	s.about = &about{Of: s.fig.Series[series].Name}
	s.told = s.fig.told(series, category)
}

// ofSeries says of which series they are where they are of no single value.
func (s *sheet) ofSeries(series int) { s.about, s.told = &about{Of: s.fig.Series[series].Name}, "" }

// tells says what their value tells where a drawing has its series in no mark
// of its own, such as the rows of a heat map.
func (s *sheet) tells(text string) { s.about, s.told = &about{}, text }

// ofNone says that they are nobody's.
func (s *sheet) ofNone() { s.about = nil }

// leading is the distance of lines: stacked accents must not touch the line
// above.
func (s *sheet) leading() float64 { return round(s.size * 1.35) }

func (s *sheet) pen(colour string) pen { return pen{sheet: s, colour: colour, size: s.size} }

func (s *sheet) bold(colour string) pen {
	p := s.pen(colour)
	p.bold = true
	return p
}

func (s *sheet) haloed(colour string) pen {
	p := s.pen(colour)
	p.halo = true
	return p
}

func (s *sheet) textWidth(text string) float64 { return textWidth(text, s.size) }

// boldFactor is how much wider bold text runs.
const boldFactor = 1.17

// header draws what stands above every kind: the band of illustrative figures
// and the unit.
func (s *sheet) header() {
	if s.fig.Illustrative {
		s.band(clean(s.fig.Words.Illustrative))
	}
	if s.fig.Unit != "" {
		s.paragraph(s.pen(inkSoft), s.fig.Unit, 2)
		s.y += 4
	}
}

// band draws the hatched band across the top, so that a screenshot of the
// drawing carries the words too.
func (s *sheet) band(words string) {
	lines := wrap(words, s.size*boldFactor, s.width-48, 2)
	height := float64(len(lines))*s.leading() + 8
	s.box(0, 0, s.width, height, hatch, noColour, below)
	inner := widest(lines, s.size*boldFactor) + 16
	s.box((s.width-inner)/2, 0, inner, height, paper, noColour, below)
	s.bold(ink).lines(s.width/2, height/2, middle, lines)
	s.y = height + 8
}

// paragraph writes wrapped text at the left edge, at most lines of them.
func (s *sheet) paragraph(p pen, text string, lines int) {
	for _, line := range wrap(text, s.size, s.width, lines) {
		p.text(0, s.y+s.leading()/2, start, line)
		s.y += s.leading()
	}
}

// A sample is an entry of a legend: a small sign and what it means. The sign
// is drawn with its middle at (x+8, y).
type sample struct {
	text string
	draw func(x, y float64)
}

const sampleWidth = 22 // the sign and the gap behind it

// legend sets entries one after another, as many to a line as fit.
func (s *sheet) legend(samples []sample) {
	samples = slices.DeleteFunc(samples, func(e sample) bool { return e.text == "" })
	if len(samples) == 0 {
		return
	}
	x := 0.0
	for i, entry := range samples {
		lines := wrap(entry.text, s.size, s.width-sampleWidth, 2)
		w := sampleWidth + widest(lines, s.size)
		if i > 0 && x+w > s.width {
			x, s.y = 0, s.y+s.leading()
		}
		entry.draw(x, s.y+s.leading()/2)
		for j, line := range lines {
			if j > 0 {
				s.y += s.leading()
			}
			s.pen(ink).text(x+sampleWidth, s.y+s.leading()/2, start, line)
		}
		x += w + 14
	}
	s.y += s.leading() + 6
}

// swatch is the sign of a series that fills areas.
func (s *sheet) swatch(fill string) func(x, y float64) {
	return func(x, y float64) { s.box(x+2, y-6, 12, 12, fill, noColour, above) }
}

// seriesLegend names the series by their colours.
func (s *sheet) seriesLegend() {
	var entries []sample
	for i, series := range s.fig.Series {
		entries = append(entries, sample{series.Name, s.swatch(dataColour(i))})
	}
	s.legend(entries)
}

// footer draws what stands below every kind: what the categories are, and the
// key to the signs that occur.
func (s *sheet) footer() {
	if s.across() && s.fig.AxisName != "" {
		name := shorten(s.fig.AxisName, s.size, s.width)
		s.pen(inkSoft).text(s.width, s.y+s.leading()/2, end, name)
		s.y += s.leading()
	}
	s.y += 6
	s.legend(s.key())
}

// key explains each sign that the figure uses, in one order everywhere.
func (s *sheet) key() []sample {
	seen := s.fig.statuses()
	words := s.fig.Words
	var key []sample
	add := func(used bool, word string, draw func(x, y float64)) {
		if used {
			key = append(key, sample{clean(word), draw})
		}
	}
	add(seen[Withheld], words.Withheld, func(x, y float64) { s.withheld(x, y-6, 16, 12) })
	add(seen[Missing] && s.marksMissing(), words.Missing, func(x, y float64) { s.dashedBox(x, y-6, 16, 12, inkSoft) })
	add(seen[Preliminary], words.Preliminary, func(x, y float64) { s.preliminarySign(x, y) })
	add(seen[Forecast], words.Forecast, func(x, y float64) { s.rule(x, y, x+16, y, ink, true) })
	add(len(s.fig.Targets) > 0, words.Target, func(x, y float64) { s.diamond(x+8, y, 5) })
	add(s.fig.alerts(), words.Alert, func(x, y float64) { s.box(x+2, y-6, 12, 12, accent, noColour, above) })
	return key
}

// preliminarySign is hollow as the marks of its kind are.
func (s *sheet) preliminarySign(x, y float64) {
	if s.lines() {
		s.dot(x+8, y, 3.5, paper, ink)
		return
	}
	s.box(x+2, y-6, 12, 12, paper, ink, above)
}

// lines tells whether the figure's marks are points on lines.
func (s *sheet) lines() bool {
	switch s.fig.Kind {
	case Line, Area, Fan, Slope, Dumbbell, SmallMultiples:
		return true
	}
	return false
}

// across tells whether the names of the categories head columns, where they
// alone may not say what they are; those of periods (2019, 2020 …) do.
func (s *sheet) across() bool { return s.fig.Kind == HeatMap || s.fig.Kind == Matrix }

// marksMissing tells whether the kind draws a dashed box for what is missing;
// the others leave a gap or write the word.
func (s *sheet) marksMissing() bool {
	switch s.fig.Kind {
	case HeatMap, TileMap, Matrix, StackedBar:
		return true
	}
	return false
}

// statuses tells which statuses occur.
func (f *Figure) statuses() map[Status]bool {
	seen := make(map[Status]bool)
	for _, s := range f.Series {
		for _, v := range s.Values {
			seen[v.Status] = true
		}
	}
	return seen
}

func (f *Figure) alerts() bool {
	for _, s := range f.Series {
		if slices.ContainsFunc(s.Values, func(v Value) bool { return v.Alert && v.drawn() }) {
			return true
		}
	}
	return slices.ContainsFunc(f.Spans, func(s Span) bool { return s.Alert })
}
