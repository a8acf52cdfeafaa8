package history

import (
	"slices"
	"strings"

	"congbo/generator/internal/model"
)

// A rowPair is a row of a register before and after, by their places; -1 where
// it isn't. kind is what became of it: nothing where it is empty.
type rowPair struct {
	was, now int
	kind     Kind
}

// matchRows finds the rows of one register in another state of it. Rows have
// no ids: equal ones are matched first, then those that differ in what was
// lawfully withheld or revealed, then those that have the most cells in common.
// Their order means nothing. Only columns that both have are compared.
func matchRows(was, now *Register) []rowPair {
	m := newRowMatcher(was, now)
	m.pairEqual()
	m.pairWith(func(change Kind, _ int) int { return boolToInt(change != Changed) })
	m.pairWith(func(_ Kind, common int) int { return common })
	for i, j := range m.partner {
		if j < 0 {
			m.pairs = append(m.pairs, rowPair{i, -1, Removed})
		}
	}
	for j, taken := range m.taken {
		if !taken {
			m.pairs = append(m.pairs, rowPair{-1, j, Added})
		}
	}
	return m.pairs
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

type rowMatcher struct {
	columns  []Column // that both states have
	was, now [][]string
	partner  []int  // by row before: its row now, -1 for none yet
	taken    []bool // by row now
	pairs    []rowPair
}

func newRowMatcher(was, now *Register) *rowMatcher {
	m := &rowMatcher{taken: make([]bool, len(now.Rows)), partner: make([]int, len(was.Rows))}
	var before, after []int
	for i, column := range was.Columns {
		if j := now.column(column.ID); j >= 0 {
			m.columns = append(m.columns, column)
			before, after = append(before, i), append(after, j)
		}
	}
	m.was = pick(was.Rows, append(before, len(was.Columns)))
	m.now = pick(now.Rows, append(after, len(now.Columns)))
	for i := range m.partner {
		m.partner[i] = -1
	}
	return m
}

// pick takes some cells of every row.
func pick(rows [][]string, columns []int) [][]string {
	picked := make([][]string, len(rows))
	for i, row := range rows {
		for _, column := range columns {
			picked[i] = append(picked[i], row[column])
		}
	}
	return picked
}

func (m *rowMatcher) pair(i, j int, kind Kind) {
	m.partner[i], m.taken[j] = j, true
	m.pairs = append(m.pairs, rowPair{i, j, kind})
}

func (m *rowMatcher) pairEqual() {
	free := map[string][]int{}
	for j, row := range m.now {
		key := strings.Join(row, "\x00")
		free[key] = append(free[key], j)
	}
	for i, row := range m.was {
		key := strings.Join(row, "\x00")
		if places := free[key]; len(places) > 0 {
			m.pair(i, places[0], "")
			free[key] = places[1:]
		}
	}
}

// pairWith gives each row that has no partner the free one that scores best,
// the earliest of equals; none where all score 0.
func (m *rowMatcher) pairWith(score func(change Kind, common int) int) {
	for i, row := range m.was {
		if m.partner[i] >= 0 {
			continue
		}
		best, bestScore, kind := -1, 0, Kind("")
		for j, taken := range m.taken {
			if taken {
				continue
			}
			change, common := m.compare(row, m.now[j])
			if s := score(change, common); s > bestScore {
				best, bestScore, kind = j, s, change
			}
		}
		if best >= 0 {
			m.pair(i, best, kind)
		}
	}
}

// compare tells what became of a row and how many filled cells are as they
// were. The last cell says whether the row is an example: one may become real.
func (m *rowMatcher) compare(was, now []string) (change Kind, common int) {
	last := len(was) - 1
	for i, column := range m.columns {
		if was[i] == now[i] {
			common += boolToInt(was[i] != "")
			continue
		}
		if kind := cellChange(column.Type, was[i], now[i]); change != Changed {
			change = kind
		}
	}
	if was[last] != now[last] {
		change = Changed
	}
	return change, common
}

// cellChange tells what became of a cell that is not what it was. A name may
// be withdrawn, and then nobody need keep its place; it or a count of people
// may be withheld, and what was withheld may be told.
func cellChange(t model.ColumnType, was, now string) Kind {
	switch {
	case t == model.PersonColumn && (withheld(now) || now == ""):
		return Withdrawn
	case t == model.PersonColumn && withheld(was), t == model.CountColumn && withheld(was) && now != "":
		return Revealed
	case t == model.CountColumn && withheld(now) && was != "":
		return Withheld
	}
	return Changed
}

// withdrawnNames lists the names that a register published and that are gone
// from their rows.
func withdrawnNames(was, now *Register) []string {
	var names []string
	for _, pair := range matchRows(was, now) {
		for i, column := range was.Columns {
			if column.Type != model.PersonColumn || pair.was < 0 {
				continue
			}
			name := was.Rows[pair.was][i]
			if name != "" && !withheld(name) && gone(now, column.ID, pair.now) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// gone reports whether a register publishes no name in a row's column any more.
func gone(now *Register, column string, row int) bool {
	i := now.column(column)
	if i < 0 || row < 0 {
		return true
	}
	return now.Rows[row][i] == "" || withheld(now.Rows[row][i])
}
