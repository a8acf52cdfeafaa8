package site

import (
	"fmt"
	"slices"
	"strings"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
)

// questions is what a reader comes to the home page with, each with the number
// that answers it and a way to the whole answer. A question that the data
// can't answer is left out.
func (e *edition) questions() summary {
	s := summary{heading: heading{Place: atTop}}
	add := func(line summaryLine, ok bool) {
		if ok {
			s.Lines = append(s.Lines, line)
		}
	}
	add(e.promised(), true)
	add(e.standing())
	add(e.headcount())
	add(e.whereabouts())
	add(e.lateness(), true)
	add(e.novelty(), true)
	return s
}

func (e *edition) promised() summaryLine {
	all := len(e.Report.Clauses)
	duties := len(e.duties())
	return summaryLine{
		Question: e.T("ask_promised"), Href: e.address(sectionPath["programme"]),
		Figure: e.Int(all), Unit: e.T("ask_promised_unit"),
		Text: plain(e.T("ask_promised_text", locale.Args{"Duties": e.Int(duties), "Others": e.Int(all - duties)})),
	}
}

// standing is how many duties something was done for.
func (e *edition) standing() (summaryLine, bool) {
	duties := e.duties()
	counts := map[tracking.State]int{}
	for _, c := range duties {
		counts[c.State]++
	}
	line := summaryLine{
		Question: e.T("ask_standing"), Href: "#cam-ket",
		Figure: e.Int(counts[tracking.Active] + counts[tracking.DutyClosed]), Unit: e.T("ask_standing_unit", locale.Args{"All": e.Int(len(duties))}),
		Text:         plain(e.T("ask_standing_text", locale.Args{"NoData": e.Int(counts[tracking.NoData]), "Silent": e.Int(counts[tracking.Silent])})),
		Illustrative: anyOf(duties, func(c *tracking.Clause) bool { return c.Illustrative }),
	}
	return line, len(duties) > 0
}

// headcount is the published figure that says best how many people there are.
func (e *edition) headcount() (summaryLine, bool) {
	at := slices.IndexFunc(e.World.Indicators, func(i model.Indicator) bool { return i.ID == e.World.Site.Headline })
	if at < 0 {
		return summaryLine{}, false
	}
	i := &e.World.Indicators[at]
	point, ok := last(i.Series)
	number := e.Number(point.Value, point.Digits)
	before, _, _ := strings.Cut(e.Point(point), number)
	return summaryLine{
		Question: e.T("ask_headcount"), Href: e.indicatorAddress(i.ID),
		Before: strings.TrimSpace(before), Figure: number, Unit: e.Text(i.Unit),
		Text:         []run{e.words(i.Title), {Text: ", " + e.Period(point.Period)}},
		Illustrative: i.Illustrative || point.Illustrative,
	}, ok
}

// whereabouts is the largest place of the first table that counts by place.
func (e *edition) whereabouts() (summaryLine, bool) {
	at := slices.IndexFunc(e.Tables.Tables, func(t *workforce.Table) bool {
		return t.Declared.Measure == model.Stock && len(t.Declared.Where) == 0 && t.Declared.Dimensions[0] == model.ByLocality
	})
	if at < 0 {
		return summaryLine{}, false
	}
	t := e.Tables.Tables[at]
	g := e.tableGrid(t)
	total := g.total(g.latest())
	place, count := g.largestPart(g.latest(), total.Number)
	if total.Status != chart.Present || place == "" {
		return summaryLine{}, false
	}
	args := locale.Args{"Place": e.locality(place).Text, "Total": e.Number(total.Number, 0), "Year": fmt.Sprint(g.latest())}
	return summaryLine{
		Question: e.T("ask_where"), Href: e.tableAddress(t.Declared.ID),
		Figure: e.Percent(count / total.Number), Unit: e.T("ask_where_unit", args),
		Text: plain(e.T("ask_where_text", args)), Illustrative: t.Illustrative,
	}, true
}

// lateness is how much is overdue or silent.
func (e *edition) lateness() summaryLine {
	tasks, clauses := e.overdue(), e.silent()
	args := locale.Args{"Tasks": e.Int(len(tasks)), "Clauses": e.Int(len(clauses))}
	return summaryLine{
		Question: e.T("ask_late"), Href: "#qua-han",
		Figure: e.Int(len(tasks) + len(clauses)), Unit: e.T("ask_late_unit"), Text: plain(e.T("ask_late_text", args)),
		Late: len(tasks)+len(clauses) > 0,
		Illustrative: anyOf(tasks, func(t *tracking.Task) bool { return t.Illustrative }) ||
			anyOf(clauses, func(c *tracking.Clause) bool { return c.Illustrative }),
	}
}

// noveltyDays is how many days a change counts as new.
const noveltyDays = 90

// novelty is how much was recorded lately, and the latest of it.
func (e *edition) novelty() summaryLine {
	fresh := e.about(func(c *history.Change) bool { return e.AsOf.DaysSince(c.Date) < noveltyDays })
	line := summaryLine{
		Question: e.T("ask_new"), Href: "#moi-nhat",
		Figure: e.Int(len(fresh)), Unit: e.T("ask_new_unit", locale.Args{"Days": e.Int(noveltyDays)}),
		Text: plain(e.T("recent_none")), Illustrative: anyOf(fresh, func(s *saying) bool { return s.change.Illustrative }),
	}
	if len(e.past) > 0 {
		line.Text = plain(e.T("ask_new_text", locale.Args{"Date": e.Date(e.past[0].change.Date)}))
	}
	return line
}
