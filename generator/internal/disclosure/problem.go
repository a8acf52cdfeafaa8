package disclosure

import "fmt"

// A Problem is everything that is to be published about people: for each year
// who is counted, and the tables that count them. Nothing else about these
// people may be published beside it, or the proof doesn't hold.
type Problem struct {
	Dimensions []Dimension
	Years      []Year // in order of time
}

// A Dimension is an attribute of people with categories 0 to Size-1, the
// finest that any person bears.
type Dimension struct {
	Name string
	Size int
	// Fixed says that nobody ever changes category, as with sex: then the stock
	// of a year is that of the year before with who entered and without who left,
	// category by category, and a reader can subtract.
	Fixed bool
}

// A Year holds the people of one year and the tables that count them.
type Year struct {
	Number int      // of the calendar; flows link a year to the one before
	Stock  []Record // counted at the end of the year, who entered in it included
	Left   []Record // counted the year before and no longer
	Tables []Table
}

// A Record is one person's categories at the end of the year, by dimension.
type Record struct {
	Categories []uint16
	Entered    bool // in this year; for who is in the stock
}

// A Measure says which people of a year a table counts.
type Measure uint8

// The measures.
const (
	Stock Measure = iota
	Entered
	Left
)

// A Table is one cross-tabulation with the totals over every subset of its
// axes. Its cells are numbered row by row, the last axis fastest; on each axis
// the groups come first and the total last.
type Table struct {
	Measure   Measure
	Axes      []Axis
	Where     []Filter // who isn't in all of them isn't counted
	Threshold int      // a count from 1 to below it is withheld
	Earlier   []Earlier
	Past      bool // it is not published; Earlier says what was of it
}

// An Earlier is a cell of a table as a release before this one had it.
type Earlier struct {
	Cell      int
	Threshold int // of then
	Withheld  bool
	Same      bool // it was published, with the count that it still has
}

// An Axis is a dimension cut into disjoint groups of categories. Together the
// groups hold everybody that the table counts.
type Axis struct {
	Dimension int
	Groups    [][]int
}

// A Filter keeps the people who bear one of some categories.
type Filter struct {
	Dimension  int
	Categories []int
}

// Size is the number of a table's cells, totals included.
func (t Table) Size() int {
	size := 1
	for _, axis := range t.Axes {
		size *= len(axis.Groups) + 1
	}
	return size
}

// check refuses what a caller got wrong; it is no fault of anybody's data.
func (p *Problem) check() error {
	for _, year := range p.Years {
		for _, records := range [][]Record{year.Stock, year.Left} {
			for _, r := range records {
				if err := p.checkRecord(r); err != nil {
					return fmt.Errorf("disclosure: year %d: %w", year.Number, err)
				}
			}
		}
		for i, table := range year.Tables {
			if err := p.checkTable(table); err != nil {
				return fmt.Errorf("disclosure: year %d, table %d: %w", year.Number, i, err)
			}
		}
	}
	return nil
}

func (p *Problem) checkRecord(r Record) error {
	if len(r.Categories) != len(p.Dimensions) {
		return fmt.Errorf("a record has %d categories for %d dimensions", len(r.Categories), len(p.Dimensions))
	}
	for d, c := range r.Categories {
		if int(c) >= p.Dimensions[d].Size {
			return fmt.Errorf("category %d of %s is out of range", c, p.Dimensions[d].Name)
		}
	}
	return nil
}

func (p *Problem) checkTable(t Table) error {
	for _, axis := range t.Axes {
		seen := make([]bool, p.Dimensions[axis.Dimension].Size)
		for _, group := range axis.Groups {
			for _, c := range group {
				if seen[c] {
					return fmt.Errorf("category %d of %s is in two groups", c, p.Dimensions[axis.Dimension].Name)
				}
				seen[c] = true
			}
		}
	}
	return nil
}
