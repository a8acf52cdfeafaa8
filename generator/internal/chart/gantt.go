package chart

import (
	"math"
	"time"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// gantt draws spans of days, a row for each category: plans hollow, what is
// done filled, what is overdue red; and a rule at the as-of day.
func gantt(s *sheet) model {
	f := s.fig
	if len(f.Spans) == 0 {
		return bars(s)
	}
	s.ganttLegend()
	const thick = 14.0
	first, last := f.days()
	head := s.y
	s.y += s.leading() + 6
	top := s.y
	r := s.rows(f.Categories, thick, 0)
	sc := scale{first, last, r.x, s.width - 1}
	s.timeAxis(sc, head, top, r.bottom)
	items := make([]datum, len(f.Spans))
	for i, sp := range f.Spans {
		height := thick
		if !sp.Planned {
			height = thick - 6 // lies within the plan
		}
		items[i] = span(sp.Label, day(sp.Start), day(sp.End)+1, sp.Category, height, spanStyle(sp))
		items[i].Told = f.duration(sp)
	}
	s.today(sc, top, r.bottom)
	return spans(r.frame(f.Categories, sc), "", items)
}

// duration is what a span tells: "Đề án: 01/03/2024 – 31/12/2024 (kế hoạch)".
func (f *Figure) duration(sp Span) string {
	text := f.Categories[sp.Category] + ": " + f.Dates.day(sp.Start) + " – " + f.Dates.day(sp.End)
	if sp.Planned {
		text += " (" + clean(f.Words.Planned) + ")"
	}
	return text
}

func spanStyle(sp Span) *style {
	colour := dataColour(0)
	if sp.Alert {
		colour = accent
	}
	if sp.Planned {
		return &style{ItemStyle: opts.ItemStyle{Color: paper, BorderColor: inkSoft, BorderWidth: 1.5}}
	}
	return &style{ItemStyle: opts.ItemStyle{Color: colour}}
}

func (s *sheet) ganttLegend() {
	for _, sp := range s.fig.Spans {
		if sp.Planned {
			s.legend([]sample{{clean(s.fig.Words.Planned), func(x, y float64) { s.box(x+1, y-6, 14, 12, paper, inkSoft, above) }}})
			return
		}
	}
}

// day counts days since 1970.
func day(t time.Time) float64 { return math.Floor(float64(t.Unix()) / 86400) }

// days returns the first day of the first span's month and the end of the last
// month that a span or the as-of day reaches.
func (f *Figure) days() (first, last float64) {
	from, to := f.Spans[0].Start, f.Spans[0].End
	for _, sp := range f.Spans {
		from, to = earlier(from, sp.Start), later(to, sp.End)
	}
	if !f.AsOf.IsZero() {
		from, to = earlier(from, f.AsOf), later(to, f.AsOf)
	}
	from = time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC)
	to = time.Date(to.Year(), to.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	return day(from), day(to)
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// timeAxis draws a rule at the beginning of years, or of every few months
// where the whole is short, and writes its date above.
func (s *sheet) timeAxis(sc scale, head, top, bottom float64) {
	months, label := 12, func(t time.Time) string { return t.Format("2006") }
	if sc.high-sc.low < 900 {
		months, label = 3, s.fig.Dates.axis
	}
	for (sc.to-sc.from)/(sc.high-sc.low)*30.4*float64(months) < s.widestOfYear(label)+10 {
		months *= 2
	}
	t := time.Unix(int64(sc.low)*86400, 0).UTC()
	taken := 0.0
	for ; day(t) <= sc.high; t = t.AddDate(0, 1, 0) {
		if (t.Year()*12+int(t.Month())-1)%months != 0 {
			continue
		}
		x := sc.at(day(t))
		s.rule(x, top-4, x, bottom, rule, false)
		half := s.textWidth(label(t)) / 2
		if x-half >= taken && x+half <= s.width {
			s.pen(inkSoft).text(x, head+s.leading()/2, middle, label(t))
			taken = x + half + 6
		}
	}
}

// widestOfYear is the room that the label of any month takes.
func (s *sheet) widestOfYear(label func(time.Time) string) float64 {
	wide := 0.0
	for month := time.January; month <= time.December; month++ {
		wide = max(wide, s.textWidth(label(time.Date(2000, month, 1, 0, 0, 0, 0, time.UTC))))
	}
	return wide
}

// today draws the rule of the as-of day, named below.
func (s *sheet) today(sc scale, top, bottom float64) {
	if s.fig.AsOf.IsZero() {
		return
	}
	x := sc.at(day(s.fig.AsOf) + 0.5)
	s.rule(x, top-4, x, bottom+4, ink, true)
	label := shorten(clean(s.fig.Words.Today)+" "+s.fig.Dates.day(s.fig.AsOf), s.size, s.width)
	half := s.textWidth(label) / 2
	s.pen(ink).text(max(half, min(x, s.width-half)), bottom+6+s.leading()/2, middle, label)
	s.y = bottom + 6 + s.leading()
}
