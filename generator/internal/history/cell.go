package history

import (
	"slices"
	"strconv"
	"strings"
)

// A Cell is one cell of a table as a release published it. Codes are by
// dimension as declared then; Value is 0 where the cell is withheld.
type Cell struct {
	Release  Day
	Table    string
	Codes    []string
	Year     int
	Value    int
	Withheld bool
}

// Cells lists every cell that readers have: of the site published last and of
// all its dated copies, the oldest release first, in each table by table in the
// order of their places.
func (p *Previous) Cells() []Cell {
	var cells []Cell
	for _, s := range p.statements() {
		cells = append(cells, s.cells()...)
	}
	return cells
}

// WithheldCells lists those of Cells whose value was not published.
func (p *Previous) WithheldCells() []Cell {
	return slices.DeleteFunc(p.Cells(), func(c Cell) bool { return !c.Withheld })
}

func (s *Statement) cells() []Cell {
	var cells []Cell
	for _, t := range s.Tables {
		for _, place := range sortedKeys(t.Cells) {
			codes, year, _ := splitPlace(place)
			value, err := strconv.Atoi(t.Cells[place])
			cells = append(cells, Cell{s.AsOf, t.ID, strings.Split(codes, ","), year, value, err != nil})
		}
	}
	return cells
}
