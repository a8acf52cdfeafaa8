package workforce

import (
	"slices"

	"congbo/generator/internal/model"
)

// Registers returns the registers of a world as they may be published on the
// day asOf: in their columns of counts, numbers below the threshold are
// withheld, and so is what a sum in the same register would let a reader work
// them out from. Other columns are as they were. Whatever shows a register
// shows what comes from here.
//
// A sum is taken to be meant where the figures bear it out: a row that is the
// sum of all others, or of the others that agree with it in some column of
// codes or dates; a column that in every row is the sum of some others. What
// happens to look like one costs a figure, and gives nobody away.
func Registers(world *model.World, asOf model.Date) []model.Register {
	var registers []model.Register
	for _, r := range world.Registers {
		r.Rows = withoutSmall(&r, world.Statistics)
		visible := r.RowsUpTo(asOf)
		for again := true; again; {
			again = false
			for _, s := range sumsIn(&r, visible) {
				again = s.guard() || again
			}
		}
		for _, row := range r.Rows {
			for id, v := range row.Values {
				if v.Withheld {
					row.Values[id] = model.Value{Withheld: true}
				}
			}
		}
		registers = append(registers, r)
	}
	return registers
}

// withoutSmall copies the rows of a register and marks the small counts.
func withoutSmall(r *model.Register, statistics model.Statistics) []model.Row {
	var rows []model.Row
	for _, row := range r.Rows {
		values := map[string]model.Value{}
		for id, v := range row.Values {
			i := slices.IndexFunc(r.Columns, func(c model.Column) bool { return c.ID == id })
			v.Withheld = i >= 0 && r.Columns[i].Type == model.CountColumn && statistics.Withholds(v.Number)
			values[id] = v
		}
		row.Values = values
		rows = append(rows, row)
	}
	return rows
}

// A place is one count in a register.
type place struct {
	row    model.Row
	column string
}

func (p place) value() model.Value { return p.row.Values[p.column] }

// A registerSum is counts of which the first is the sum of the others.
type registerSum []place

// guard withholds the smallest published count of a sum of which just one is
// withheld; it reports whether it did.
func (s registerSum) guard() bool {
	published := slices.DeleteFunc(slices.Clone(s), func(p place) bool { return p.value().Withheld || p.value().Number == 0 })
	withheld := len(slices.DeleteFunc(slices.Clone(s), func(p place) bool { return !p.value().Withheld }))
	if withheld != 1 || len(published) == 0 {
		return false
	}
	least := slices.MinFunc(published, func(a, b place) int { return int(a.value().Number - b.value().Number) })
	v := least.value()
	v.Withheld = true
	least.row.Values[least.column] = v
	return true
}

// holds reports whether the figures bear the sum out.
func (s registerSum) holds() bool {
	rest := s[0].value().Number
	for _, p := range s[1:] {
		rest -= p.value().Number
	}
	return rest == 0 && s[0].value().Number != 0
}

// sumsIn finds the sums among the counts of a register's rows.
func sumsIn(r *model.Register, rows []model.Row) []registerSum {
	var counts []string
	for _, c := range r.PublicColumns() {
		if c.Type == model.CountColumn {
			counts = append(counts, c.ID)
		}
	}
	var sums []registerSum
	for _, column := range counts {
		for _, group := range groupsOf(r, rows) {
			sums = append(sums, sumsDown(group, column)...)
		}
		sums = append(sums, sumsAcross(rows, column, counts)...)
	}
	return sums
}

// groupsOf lists all rows, and those that agree in a column.
func groupsOf(r *model.Register, rows []model.Row) [][]model.Row {
	groups := [][]model.Row{rows}
	for _, c := range r.PublicColumns() {
		if !slices.Contains(keyTypes, c.Type) {
			continue
		}
		var keys []model.Value
		var members [][]model.Row
		for _, row := range rows {
			v, written := row.Values[c.ID]
			if !written {
				continue
			}
			i := slices.IndexFunc(keys, func(k model.Value) bool { return k.Ref == v.Ref && k.Date == v.Date })
			if i < 0 {
				i = len(keys)
				keys, members = append(keys, v), append(members, nil)
			}
			members[i] = append(members[i], row)
		}
		groups = append(groups, members...)
	}
	return groups
}

// keyTypes are the types of columns that rows may be summed by.
var keyTypes = []model.ColumnType{
	model.DateColumn, model.AgencyColumn, model.LocalityColumn, model.ChoiceColumn, model.ClauseColumn, model.TaskColumn,
}

// sumsDown finds the rows that are the sum of two or more others.
func sumsDown(rows []model.Row, column string) []registerSum {
	var sums []registerSum
	for i := range rows {
		sum := registerSum{{rows[i], column}}
		for j := range rows {
			if _, written := rows[j].Values[column]; written && j != i {
				sum = append(sum, place{rows[j], column})
			}
		}
		if len(sum) > 2 && sum.holds() {
			sums = append(sums, sum)
		}
	}
	return sums
}

// sumsAcross finds the columns that are, in each row that has them all, the
// sum of two others or of all others.
func sumsAcross(rows []model.Row, column string, counts []string) []registerSum {
	others := slices.DeleteFunc(slices.Clone(counts), func(c string) bool { return c == column })
	parts := [][]string{others}
	for i := range others {
		for j := range i {
			parts = append(parts, []string{others[i], others[j]})
		}
	}
	var sums []registerSum
	for _, p := range parts {
		if len(p) > 1 {
			sums = append(sums, acrossAll(rows, append([]string{column}, p...))...)
		}
	}
	return sums
}

// acrossAll is the sum of columns in each row that has them; nothing unless it
// holds in all of these.
func acrossAll(rows []model.Row, columns []string) []registerSum {
	var sums []registerSum
	for _, row := range rows {
		var sum registerSum
		for _, c := range columns {
			if _, written := row.Values[c]; written {
				sum = append(sum, place{row, c})
			}
		}
		switch {
		case len(sum) < len(columns):
			continue
		case !sum.holds():
			return nil
		}
		sums = append(sums, sum)
	}
	return sums
}
