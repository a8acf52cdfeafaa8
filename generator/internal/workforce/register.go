package workforce

import (
	"fmt"
	"slices"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// A RegisterCount is the place of a count in a register: a row, by its place
// among those that are published, and a column.
type RegisterCount struct {
	Register string
	Row      int
	Column   string
}

// EarlierCounts is what releases before this one said of counts in registers.
type EarlierCounts map[RegisterCount]disclosure.Count

// Registers returns the registers of a world as they may be published on the
// day asOf, to readers who have earlier releases too: in their columns of
// counts, numbers below the threshold are withheld, and so is what a sum in the
// same register would let a reader work them out from. Other columns are as
// they were. Whatever shows a register shows what comes from here. Exposed are
// the counts that readers of earlier releases work out all the same.
//
// A sum is taken to be meant where the figures bear it out: a row that is the
// sum of all others, or of the others that agree with it in some column of
// codes or dates; a column that in every row is the sum of some others. What
// happens to look like one costs a figure, and gives nobody away.
func Registers(world *model.World, asOf model.Date, earlier EarlierCounts) (registers []model.Register, exposed []RegisterCount, err error) {
	for _, r := range world.Registers {
		r.Rows = withoutSmall(&r, world.Statistics)
		lost, err := protectRegister(&r, r.RowsUpTo(asOf), world.Statistics, earlier)
		if err != nil {
			return nil, nil, fmt.Errorf("workforce: register %s: %w", r.ID, err)
		}
		exposed = append(exposed, lost...)
		for _, row := range r.Rows {
			for id, v := range row.Values {
				if v.Withheld {
					row.Values[id] = model.Value{Withheld: true}
				}
			}
		}
		registers = append(registers, r)
	}
	return registers, exposed, nil
}

// protectRegister marks what may not be known of the rows that are published.
func protectRegister(r *model.Register, visible []model.Row, statistics model.Statistics, earlier EarlierCounts) ([]RegisterCount, error) {
	var lines []line
	for i, row := range visible {
		lines = append(lines, line{i, row.Values})
	}
	places := countsIn(lines, countColumns(r))
	var counts []disclosure.Count
	for _, p := range places {
		count := earlier[RegisterCount{r.ID, p.row, p.column}]
		count.Count = p.count
		counts = append(counts, count)
	}
	var sums [][]int
	for _, s := range sumsIn(r, lines) {
		var sum []int
		for _, p := range s {
			sum = append(sum, slices.Index(places, p))
		}
		sums = append(sums, sum)
	}
	withheld, lost, err := disclosure.ProtectSums(counts, sums, statistics.Threshold)
	if err != nil {
		return nil, err
	}
	for i, p := range places {
		v := visible[p.row].Values[p.column]
		v.Withheld = withheld[i]
		visible[p.row].Values[p.column] = v
	}
	var exposed []RegisterCount
	for _, i := range lost {
		exposed = append(exposed, RegisterCount{r.ID, places[i].row, places[i].column})
	}
	return exposed, nil
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
	row    int // of those that are published
	column string
	count  int
}

// A line is a row with its place among those that are published.
type line struct {
	number int
	values map[string]model.Value
}

// count is a count of a line; false where it isn't written.
func (l line) count(column string) (p place, written bool) {
	v, written := l.values[column]
	return place{l.number, column, int(v.Number)}, written
}

// countsIn lists the counts of some lines, those of a line together.
func countsIn(lines []line, columns []string) []place {
	var places []place
	for _, l := range lines {
		for _, c := range columns {
			if p, written := l.count(c); written {
				places = append(places, p)
			}
		}
	}
	return places
}

// A registerSum is counts of which the first is the sum of the others.
type registerSum []place

// holds reports whether the figures bear the sum out.
func (s registerSum) holds() bool {
	rest := s[0].count
	for _, p := range s[1:] {
		rest -= p.count
	}
	return rest == 0
}

// countColumns lists the public columns of counts.
func countColumns(r *model.Register) []string {
	var columns []string
	for _, c := range r.PublicColumns() {
		if c.Type == model.CountColumn {
			columns = append(columns, c.ID)
		}
	}
	return columns
}

// sumsIn finds the sums among the counts of a register's rows.
func sumsIn(r *model.Register, lines []line) []registerSum {
	var sums []registerSum
	counts := countColumns(r)
	for _, column := range counts {
		for _, group := range groupsOf(r, lines) {
			sums = append(sums, sumsDown(group, column)...)
		}
		sums = append(sums, sumsAcross(lines, column, counts)...)
	}
	return sums
}

// groupsOf lists all rows, and those that agree in a column.
func groupsOf(r *model.Register, lines []line) [][]line {
	groups := [][]line{lines}
	for _, c := range r.PublicColumns() {
		if !slices.Contains(keyTypes, c.Type) {
			continue
		}
		var keys []model.Value
		var members [][]line
		for _, l := range lines {
			v, written := l.values[c.ID]
			if !written {
				continue
			}
			i := slices.IndexFunc(keys, func(k model.Value) bool { return k.Ref == v.Ref && k.Date == v.Date })
			if i < 0 {
				i = len(keys)
				keys, members = append(keys, v), append(members, nil)
			}
			members[i] = append(members[i], l)
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
func sumsDown(lines []line, column string) []registerSum {
	places := countsIn(lines, []string{column})
	var sums []registerSum
	for i, p := range places {
		sum := append(registerSum{p}, slices.Delete(slices.Clone(places), i, i+1)...)
		if len(sum) > 2 && sum[0].count > 0 && sum.holds() {
			sums = append(sums, sum)
		}
	}
	return sums
}

// sumsAcross finds the columns that are, in each row that has them all, the
// sum of two others or of all others.
func sumsAcross(lines []line, column string, counts []string) []registerSum {
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
			sums = append(sums, acrossAll(lines, append([]string{column}, p...))...)
		}
	}
	return sums
}

// acrossAll is the sum of columns in each row that has them; nothing unless it
// holds in all of these.
func acrossAll(lines []line, columns []string) []registerSum {
	var sums []registerSum
	for _, l := range lines {
		sum := registerSum(countsIn([]line{l}, columns))
		switch {
		case len(sum) < len(columns):
			continue
		case !sum.holds():
			return nil
		case sum[0].count > 0: // nobody is no sum that says anything
			sums = append(sums, sum)
		}
	}
	return sums
}
