package site

import (
	"cmp"
	"slices"

	"congbo/generator/internal/model"
)

// sortedRows is a register's rows in the order that it declares; what is not
// written comes last. Without a declaration those done last come first.
func (e *edition) sortedRows(r *model.Register) []model.Row {
	order := r.Sort
	if order.By == "" {
		order = model.RegisterSort{By: r.DateColumn(), Descending: true}
	}
	rows := slices.Clone(r.RowsUpTo(e.AsOf))
	columns := r.PublicColumns() // an order by a hidden one would tell what it holds
	at := slices.IndexFunc(columns, func(c model.Column) bool { return c.ID == order.By })
	if at < 0 {
		return rows
	}
	compare := e.valueOrder(columns[at])
	slices.SortStableFunc(rows, func(a, b model.Row) int {
		x, hasX := a.Values[order.By]
		y, hasY := b.Values[order.By]
		switch {
		case !hasX || !hasY:
			return cmp.Compare(truth(hasY), truth(hasX))
		case order.Descending:
			return compare(y, x)
		}
		return compare(x, y)
	})
	return rows
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// valueOrder compares values of a column: dates by the calendar, numbers by
// size, choices as they are declared, all else by the alphabet.
func (e *edition) valueOrder(c model.Column) func(x, y model.Value) int {
	alphabet := e.Compare()
	switch {
	case c.Type == model.DateColumn:
		return func(x, y model.Value) int { return x.Date.Compare(y.Date) }
	case numeric(c.Type):
		return func(x, y model.Value) int { return cmp.Compare(shownNumber(x), shownNumber(y)) }
	case c.Type == model.ChoiceColumn:
		place := func(v model.Value) int {
			return slices.IndexFunc(c.Choices, func(choice model.Choice) bool { return choice.ID == v.Ref })
		}
		return func(x, y model.Value) int { return cmp.Compare(place(x), place(y)) }
	}
	words := func(v model.Value) string { return textOf(e.registerCell(c, v).Runs) }
	return func(x, y model.Value) int { return alphabet(words(x), words(y)) }
}

// shownNumber is what a reader may tell numbers apart by: those withheld are
// all alike.
func shownNumber(v model.Value) float64 {
	if v.Withheld {
		return 1
	}
	return v.Number
}

func textOf(runs []run) string {
	words := ""
	for _, r := range runs {
		words += r.Text
	}
	return words
}
