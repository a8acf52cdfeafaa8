package history

import (
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/world"
)

func (c *comparison) indicators() {
	before, after := byID(c.was.Indicators, Indicator.id), byID(c.now.Indicators, Indicator.id)
	for _, now := range c.now.Indicators {
		c.indicator(aboutIndicator(now), before[now.ID], now)
	}
	for _, was := range c.was.Indicators {
		if after[was.ID] == nil {
			c.removed(aboutIndicator(was), was.examples(), examplesAmong(c.now.Indicators, Indicator.hasExamples))
		}
	}
}

func aboutIndicator(i Indicator) Change {
	return Change{Of: OfIndicator, ID: i.ID, Title: i.Title, Clauses: i.Clauses, Illustrative: i.hasExamples()}
}

func (c *comparison) indicator(about Change, was *Indicator, now Indicator) {
	if was == nil {
		about.Kind = Added
		c.add(about)
		return
	}
	c.retitled(about, was.Title, now.Title)
	c.points(about, "series", was.Series, now.Series)
	c.points(about, "targets", was.Targets, now.Targets)
}

func (c *comparison) points(about Change, key string, was, now []Point) {
	for _, p := range now {
		about.Field, about.Illustrative = key+"."+p.Period, p.Illustrative
		if i := atPeriod(was, p.Period); i >= 0 {
			c.point(about, was[i], p)
		} else {
			about.Kind, about.Was, about.Now = Added, "", p.value()
			c.add(about)
		}
	}
	for _, p := range was {
		if atPeriod(now, p.Period) < 0 {
			about.Kind, about.Field, about.Illustrative = Removed, key+"."+p.Period, p.Illustrative
			about.Was, about.Now = p.value(), ""
			c.missingPoint(about, now)
		}
	}
}

func atPeriod(points []Point, period string) int {
	return slices.IndexFunc(points, func(p Point) bool { return p.Period == period })
}

// point holds a value to the one published for its period. How it came about
// may be told better later on; what it is may not.
func (c *comparison) point(about Change, was, now Point) {
	about.Kind, about.Was, about.Now = Changed, was.value(), now.value()
	switch {
	case was.Illustrative && !now.Illustrative:
		about.Kind = Real
		c.add(about)
	case !was.Illustrative && now.Illustrative:
		c.refuse(becameExample, c.pointAt(about), about)
	case was.number() != now.number() || was.Bound != now.Bound:
		c.refuse(changedValue, c.pointAt(about), about).plain = true
	case was.Value != now.Value, was.Preliminary != now.Preliminary, was.Source != now.Source,
		c.was.text(was.Derived) != c.was.text(now.Derived):
		c.add(about)
	}
}

// pointAt is where a point stands, or the list that it stood in.
func (c *comparison) pointAt(about Change) diag.Position {
	list, period, _ := strings.Cut(about.Field, ".")
	return c.index.AtItem(world.Indicator, about.ID, list, "period", period, 0)
}

func (c *comparison) missingPoint(about Change, now []Point) {
	left := examplesAmong(now, func(p Point) bool { return p.Illustrative })
	if about.Illustrative && c.cleared(left) {
		c.add(about)
		return
	}
	c.refuse(removedValue, c.pointAt(about), about).plain = true
}

func (p Point) number() float64 {
	value, _ := strconv.ParseFloat(p.Value, 64)
	return value
}

// value is a point as one would write it down: the value, and its bound before
// it where it has one.
func (p Point) value() string {
	if p.Bound == "" {
		return p.Value
	}
	return p.Bound + " " + p.Value
}
