// Package workforce turns person records into tables of counts that may be
// published. The world goes in; out come its declared tables, year by year,
// with every total and zero, and with each count withheld that disclosure
// control says must be. It refuses records whose codes the world's lists don't
// have, which is a fault of ours: the world has been checked before.
//
// Counts that are not published never leave this package, so that no later
// room can show one by accident.
package workforce

import (
	"fmt"
	"slices"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// A Publication is all tables of a site, as published.
type Publication struct {
	Tables []*Table          // as declared
	Report disclosure.Report // what was withheld, and the proof that it holds

	// Exposed are the withheld figures that readers of earlier releases work out
	// all the same. What has any may not be published.
	Exposed []Figure

	byID map[string]*Table
	then map[past]*Table // those of earlier releases, as they would be today
}

// Table returns the table with this id.
func (p *Publication) Table(id string) (*Table, bool) {
	table, ok := p.byID[id]
	return table, ok
}

// Publish counts the people of world in its declared tables and withholds what
// would give somebody away, to readers who have earlier releases too.
func Publish(world *model.World, earlier ...Release) (*Publication, error) {
	counts, err := count(world, earlier...)
	if err != nil {
		return nil, err
	}
	decision, report, err := disclosure.Protect(counts.problem())
	if err != nil {
		return nil, fmt.Errorf("workforce: %w", err)
	}
	return counts.publish(decision, report), nil
}

// counts holds what was truly counted.
type counts struct {
	attributes []attribute // in the order of model.Dimensions
	years      []year
	tables     []tally
	then       map[past]int // which of tables each of an earlier release is
	invented   bool         // no record is of somebody real, so that zeros aren't either
}

// invented reports whether all records of people are illustrative.
func invented(world *model.World) bool {
	if len(world.People) == 0 {
		return slices.Contains(world.Site.Illustrative, "people")
	}
	return !slices.ContainsFunc(world.People, func(p model.Person) bool { return !p.Illustrative })
}

// A tally is one declared table, counted.
type tally struct {
	declared     model.Table
	threshold    int
	past         bool        // only an earlier release had it
	illustrative bool        // whatever it counts
	years        []yearTally // as counts.years
}

// count counts the people of world in its tables and in those that earlier
// releases had.
func count(world *model.World, earlier ...Release) (*counts, error) {
	c := &counts{attributes: attributesOf(world), invented: invented(world)}
	for _, number := range yearsOf(world.Statistics.Years, earlier) {
		y, err := yearOf(number, world.People, c.attributes)
		if err != nil {
			return nil, err
		}
		y.past = !slices.Contains(world.Statistics.Years, number)
		c.years = append(c.years, y)
	}
	for _, declared := range world.Statistics.Tables {
		c.tables = append(c.tables, c.tally(declared, c.threshold(declared, world.Statistics)))
	}
	c.remember(earlier)
	return c, nil
}

func (c *counts) threshold(declared model.Table, statistics model.Statistics) int {
	if c.sensitive(declared) {
		return max(statistics.Threshold, statistics.SensitiveThreshold)
	}
	return statistics.Threshold
}

func (c *counts) tally(declared model.Table, threshold int) tally {
	t := tally{declared: declared, threshold: threshold}
	t.illustrative = c.invented || slices.ContainsFunc(c.attributes, func(a attribute) bool { return a.illustrative && a.concerns(declared) })
	for i := range c.years {
		t.years = append(t.years, tallyYear(declared, c.attributes, &c.years[i]))
	}
	return t
}

// sensitive reports whether a table breaks people down by a sensitive
// attribute, or picks them by one.
func (c *counts) sensitive(declared model.Table) bool {
	for _, a := range c.attributes {
		if a.sensitive && a.concerns(declared) {
			return true
		}
	}
	return false
}

// problem is the whole of what is published about people, as disclosure
// control sees it.
func (c *counts) problem() *disclosure.Problem {
	p := &disclosure.Problem{}
	for _, a := range c.attributes {
		p.Dimensions = append(p.Dimensions, disclosure.Dimension{Name: string(a.dimension), Size: len(a.codes), Fixed: a.fixed})
	}
	for i, y := range c.years {
		tables := make([]disclosure.Table, len(c.tables))
		for j, t := range c.tables {
			tables[j] = t.years[i].protected(t.threshold)
			tables[j].Earlier, tables[j].Past = t.years[i].earlier, t.past || y.past
		}
		p.Years = append(p.Years, disclosure.Year{Number: y.number, Stock: y.stock.records, Left: y.left.records, Tables: tables})
	}
	return p
}
