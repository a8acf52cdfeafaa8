package chart

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"
)

// A Figure is what one drawing shows.
type Figure struct {
	ID          string // unique on its page; ids in the drawing begin with it
	Kind        Kind
	Title       string // becomes <title>
	Description string // becomes <desc>: what a reader who cannot see the drawing is told
	Categories  []string
	Series      []Series
	Unit        string // shown above the drawing, such as "người"; may be empty
	AxisName    string // what the categories are, shown where they head columns; may be empty
	Numbers     Numbers
	Words       Words
	Dates       Dates

	Illustrative bool // draws a hatched band with Words.Illustrative
	Breaks       []Break
	Targets      []Target

	Tiles []Tile    // tile-map only, one for each category
	Spans []Span    // gantt only
	AsOf  time.Time // gantt only: where to draw the rule of the day; zero draws none
}

// A Series is one value for each category. Where Values is shorter, the rest
// is missing.
type Series struct {
	Name   string
	Values []Value
	Dashed bool   // lines only: a scenario, a plan, something that is not counted
	Bands  []Band // fan only, widest first
}

// A Value is a number and how far it may be trusted.
type Value struct {
	Number float64 // read only where Status has a number
	Status Status
	Bound  Bound
	Alert  bool // overdue, silent or target missed: the one use of red
}

// A Status says whether a value has a number, and of which standing.
type Status int

const (
	Present     Status = iota // a number
	Missing                   // no number is known
	Withheld                  // a number is known and not published; drawn hatched, never as zero
	Preliminary               // a number that may still change; drawn hollow
	Forecast                  // a number computed ahead; drawn dashed
)

// A Bound says that the true value is not the number itself.
type Bound int

const (
	Exact Bound = iota
	AtLeast
	MoreThan
	About
)

// A Band is an interval of a forecast, one pair for each category; NaN where
// there is none.
type Band struct {
	Name      string // such as "90 %"
	Low, High []float64
}

// A Break says that what stands before a category must not be joined to what
// stands from it on.
type Break struct {
	Before int    // index of the first category after the break
	Label  string // such as "đổi cách tính"
}

// A Target is a value that was set, not counted: an open diamond.
type Target struct {
	Category, Series int
	Value            Value
}

// A Tile is a category's place on the grid of a tile map, from 0.
type Tile struct{ Column, Row int }

// A Span is a bar of a gantt chart, both days included.
type Span struct {
	Category   int
	Start, End time.Time
	Planned    bool // drawn hollow
	Alert      bool // overdue: drawn in red
	Label      string
}

// Numbers says how a figure's numbers are written.
type Numbers struct {
	Decimal, Group string // signs; "" is the Vietnamese comma and full stop
	Decimals       int    // at most this many; values keep no trailing zeros
	Suffix         string // such as " %", behind each value but not on axes
}

// Dates are how the reader's language writes days and months: in full, and as
// short as fits an axis. The zero value is the Vietnamese way.
type Dates struct {
	Day, Month, Axis func(time.Time) string
}

func dated(by func(time.Time) string, layout string, t time.Time) string {
	if by == nil {
		return t.Format(layout)
	}
	return by(t)
}

func (d Dates) day(t time.Time) string   { return dated(d.Day, "02/01/2006", t) }
func (d Dates) month(t time.Time) string { return dated(d.Month, "01/2006", t) }
func (d Dates) axis(t time.Time) string  { return dated(d.Axis, "01/2006", t) }

// Words are the words that a drawing needs beyond its names, in the reader's
// language.
type Words struct {
	Illustrative string // "SỐ LIỆU MINH HỌA"
	Withheld     string // "không công bố"
	Missing      string // "chưa có số liệu"
	Preliminary  string // "sơ bộ"
	Forecast     string // "dự báo"
	Target       string // "chỉ tiêu"
	Planned      string // "kế hoạch"
	Alert        string // "quá hạn"
	Today        string // "ngày tính": beside the rule of the day
	Yes, No      string // "có", "không": the signs of a matrix
	Nothing      string // what stands in place of a figure that has no value at all
	AllWithheld  string // what stands in place of a figure that is wholly withheld
}

// drawn tells whether a value has a number to draw.
func (v Value) drawn() bool {
	return v.Status == Present || v.Status == Preliminary || v.Status == Forecast
}

func (v Value) withheld() bool { return v.Status == Withheld }

// check refuses what no drawing can be made from.
func (f *Figure) check() error {
	if f.ID == "" || strings.ContainsFunc(f.ID, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return fmt.Errorf("chart: %q cannot be the id of a figure", f.ID)
	}
	if _, known := builders[f.Kind]; !known {
		return fmt.Errorf("chart: figure %s: unknown kind %q", f.ID, f.Kind)
	}
	return nil
}

// limit keeps sums and scales of any figure finite.
const limit = 1e15

// normalise returns a copy in which every series has a value for each category,
// every number can be drawn, and indices point at something.
func normalise(f Figure) *Figure {
	out := f
	out.Categories = cleanAll(f.Categories)
	out.Unit, out.AxisName = clean(f.Unit), clean(f.AxisName)
	out.Series = make([]Series, 0, len(f.Series))
	for _, s := range f.Series {
		s.Name = clean(s.Name)
		s.Values = fitValues(s.Values, len(f.Categories))
		s.Bands = fitBands(s.Bands, len(f.Categories))
		out.Series = append(out.Series, s)
	}
	out.Breaks, out.Targets, out.Spans = nil, nil, nil
	for _, b := range f.Breaks {
		if b.Before > 0 && b.Before < len(f.Categories) {
			out.Breaks = append(out.Breaks, Break{b.Before, clean(b.Label)})
		}
	}
	for _, t := range f.Targets {
		t.Value = fitValue(t.Value)
		if within(t.Category, len(f.Categories)) && within(t.Series, len(f.Series)) && t.Value.drawn() {
			out.Targets = append(out.Targets, t)
		}
	}
	for _, s := range f.Spans {
		if within(s.Category, len(f.Categories)) && !s.End.Before(s.Start) {
			s.Label = clean(s.Label)
			out.Spans = append(out.Spans, s)
		}
	}
	return &out
}

func within(i, n int) bool { return i >= 0 && i < n }

func fitValues(values []Value, n int) []Value {
	out := make([]Value, n)
	for i := range out {
		out[i] = Value{Status: Missing}
		if i < len(values) {
			out[i] = fitValue(values[i])
		}
	}
	return out
}

func fitValue(v Value) Value {
	if v.Status < Present || v.Status > Forecast {
		v.Status = Missing
	}
	if !v.drawn() || math.IsNaN(v.Number) || math.IsInf(v.Number, 0) {
		if v.drawn() {
			v.Status = Missing
		}
		v.Number = 0
	}
	v.Number = math.Max(-limit, math.Min(limit, v.Number))
	return v
}

func fitBands(bands []Band, n int) []Band {
	out := make([]Band, 0, len(bands))
	for _, b := range bands {
		fit := Band{Name: clean(b.Name), Low: make([]float64, n), High: make([]float64, n)}
		for i := range n {
			fit.Low[i], fit.High[i] = math.NaN(), math.NaN()
			if i < len(b.Low) && i < len(b.High) && math.Abs(b.Low[i]) <= limit && math.Abs(b.High[i]) <= limit {
				fit.Low[i], fit.High[i] = math.Min(b.Low[i], b.High[i]), math.Max(b.Low[i], b.High[i])
			}
		}
		out = append(out, fit)
	}
	return out
}

// clean makes one line of a text: XML has no control characters, and a drawing
// breaks its lines itself.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\uFFFE' || r == '\uFFFF' {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

func cleanAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = clean(s)
	}
	return out
}
