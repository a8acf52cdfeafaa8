package history

import (
	"strconv"
	"strings"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// Figures lists every figure about people that readers have of the site
// published last and of all its dated copies, in each table in the order of their
// places.
func (p *Previous) Figures() []workforce.Release {
	var releases []workforce.Release
	for _, s := range p.everything() {
		r := workforce.Release{Day: s.AsOf.String()}
		for i := range s.Tables {
			r.Tables = append(r.Tables, s.Tables[i].figures())
		}
		releases = append(releases, r)
	}
	return releases
}

// Counts is what readers have of the counts in the registers of in, whose rows
// are matched to those that were published.
func (p *Previous) Counts(in Input) workforce.EarlierCounts {
	said := workforce.EarlierCounts{}
	for i := range in.World.Registers {
		now := stateRegister(&in.World.Registers[i], in)
		for _, s := range p.everything() {
			if was := byID(s.Registers, Register.id)[now.ID]; was != nil {
				compareCounts(was, &now, said)
			}
		}
	}
	return said
}

// compareCounts notes what a register said of the counts of another state of it.
func compareCounts(was, now *Register, said workforce.EarlierCounts) {
	for _, pair := range matchRows(was, now) {
		if pair.was < 0 || pair.now < 0 {
			continue
		}
		for i, column := range was.Columns {
			j := now.column(column.ID)
			cell := was.Rows[pair.was][i]
			if column.Type != model.CountColumn || j < 0 || cell == "" {
				continue
			}
			name := workforce.RegisterCount{Register: now.ID, Row: pair.now, Column: column.ID}
			count, same := said[name], cell == now.Rows[pair.now][j]
			count.Withheld = count.Withheld || withheld(cell)
			count.Same = count.Same || same
			count.Changed = count.Changed || !withheld(cell) && !same
			said[name] = count
		}
	}
}

// everything is the statements of all dated copies, those of a later day than
// the site itself as well, and its own, which its copy repeats.
func (p *Previous) everything() []*Statement {
	var all []*Statement
	for _, r := range p.Releases {
		if r.statement != nil && r.Day != p.AsOf.Date {
			all = append(all, r.statement)
		}
	}
	return append(all, &p.Statement)
}

func (t *Table) figures() workforce.EarlierTable {
	figures := workforce.EarlierTable{Declared: model.Table{ID: t.ID}}
	if c := t.Counts; c != nil {
		figures.Declared.Dimensions, figures.Declared.Measure = c.Dimensions, c.Measure
		figures.Declared.Levels, figures.Declared.Where = c.Levels, c.Where
		figures.Threshold = c.Threshold
	}
	for _, place := range sortedKeys(t.Cells) {
		codes, year, _ := splitPlace(place)
		value, err := strconv.Atoi(t.Cells[place])
		figures.Cells = append(figures.Cells, workforce.EarlierCell{
			Codes: strings.Split(codes, ","), Year: year, Count: value, Withheld: err != nil,
		})
	}
	return figures
}
