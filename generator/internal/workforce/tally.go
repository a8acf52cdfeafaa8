package workforce

import (
	"slices"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// A yearTally is a declared table counted in one year. Cells are numbered as
// in disclosure.Table: the last dimension fastest, totals after the rows.
type yearTally struct {
	axes         []axis
	where        []disclosure.Filter
	measure      disclosure.Measure
	cells        []int
	illustrative bool
	earlier      []disclosure.Earlier
}

// An axis is the rows of a table along one dimension.
type axis struct {
	attribute int
	rows      []row
	rowOf     []int // by category; -1: not counted
}

// A row is a code of the attribute's list and the categories counted under it.
type row struct {
	code       int
	categories []int
}

var measures = map[model.Measure]disclosure.Measure{
	model.Stock:   disclosure.Stock,
	model.Entered: disclosure.Entered,
	model.Left:    disclosure.Left,
}

func tallyYear(declared model.Table, attributes []attribute, y *year) yearTally {
	t := yearTally{measure: measures[declared.Measure]}
	allowed := make([][]bool, len(attributes))
	for d := range attributes {
		if ids, filtered := declared.Where[attributes[d].dimension]; filtered {
			allowed[d] = attributes[d].within(ids)
			t.where = append(t.where, disclosure.Filter{Dimension: d, Categories: positions(allowed[d])})
		}
	}
	counted := t.counted(y, declared.Measure)
	for _, dimension := range declared.Dimensions {
		d := slices.Index(model.Dimensions, dimension)
		t.axes = append(t.axes, attributes[d].axis(d, declared.Levels[dimension], allowed[d], borne(counted, d, len(attributes[d].codes)), y.number))
	}
	t.cells = make([]int, t.protected(0).Size())
	for _, r := range counted {
		t.cells[t.cellOf(r)]++
	}
	t.addTotals()
	return t
}

// counted picks the people whom the table counts.
func (t *yearTally) counted(y *year, measure model.Measure) []disclosure.Record {
	population, member := y.members(measure)
	var counted []disclosure.Record
	for i, r := range population.records {
		if member(i) && t.admits(r) {
			counted = append(counted, r)
			t.illustrative = t.illustrative || population.illustrative[i]
		}
	}
	return counted
}

func (t *yearTally) admits(r disclosure.Record) bool {
	for _, f := range t.where {
		if _, found := slices.BinarySearch(f.Categories, int(r.Categories[f.Dimension])); !found {
			return false
		}
	}
	return true
}

func borne(records []disclosure.Record, attribute, size int) []bool {
	marked := make([]bool, size)
	for _, r := range records {
		marked[r.Categories[attribute]] = true
	}
	return marked
}

// axis finds the rows of one dimension in a year: every code where no level is
// declared (0), else the codes of that depth, or shallower where there is
// nothing below them or somebody bears them; of these the valid and the borne;
// of these the allowed.
func (a *attribute) axis(position, level int, allowed, borne []bool, year int) axis {
	asRecorded := level == 0
	if asRecorded {
		level = a.deepest
	}
	members := make([][]int, len(a.codes))
	wanted := make([]bool, len(a.codes))
	for c := range a.codes {
		r := a.lift(c, level)
		if allowed == nil || allowed[c] {
			members[r] = append(members[r], c)
		}
		wanted[r] = wanted[r] || borne[c]
	}
	result := axis{attribute: position, rowOf: slices.Repeat([]int{-1}, len(a.codes))}
	for r := range a.codes {
		ends := asRecorded || a.codes[r].depth == level || a.codes[r].depth < level && a.isLeaf(r, year)
		if len(members[r]) == 0 || !wanted[r] && !(ends && a.codes[r].valid(year)) {
			continue
		}
		for _, c := range members[r] {
			result.rowOf[c] = len(result.rows)
		}
		result.rows = append(result.rows, row{r, members[r]})
	}
	return result
}

// isLeaf reports whether no code that is valid in year stands below r.
func (a *attribute) isLeaf(r, year int) bool {
	return !slices.ContainsFunc(a.codes, func(c code) bool { return c.parent == r && c.valid(year) })
}

func (t *yearTally) cellOf(r disclosure.Record) int {
	cell := 0
	for _, a := range t.axes {
		cell = cell*(len(a.rows)+1) + a.rowOf[r.Categories[a.attribute]]
	}
	return cell
}

// addTotals fills in the totals, one axis after the other, so that an axis
// also sums the totals of those before it.
func (t *yearTally) addTotals() {
	stride := len(t.cells)
	for _, a := range t.axes {
		block := stride
		stride /= len(a.rows) + 1
		for start := 0; start < len(t.cells); start += block {
			total := t.cells[start+block-stride : start+block]
			for i := start; i < start+block-stride; i++ {
				total[(i-start)%stride] += t.cells[i]
			}
		}
	}
}

// protected is the table as disclosure control sees it.
func (t *yearTally) protected(threshold int) disclosure.Table {
	table := disclosure.Table{Measure: t.measure, Where: t.where, Threshold: threshold}
	for _, a := range t.axes {
		groups := make([][]int, len(a.rows))
		for i, r := range a.rows {
			groups[i] = r.categories
		}
		table.Axes = append(table.Axes, disclosure.Axis{Dimension: a.attribute, Groups: groups})
	}
	return table
}

func positions(marked []bool) []int {
	var positions []int
	for i, m := range marked {
		if m {
			positions = append(positions, i)
		}
	}
	return positions
}
