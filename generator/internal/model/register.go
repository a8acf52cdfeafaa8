package model

import "slices"

// DateColumn is the id of the first column of dates, which says when a row was
// done; empty where there is none.
func (r *Register) DateColumn() string {
	for _, c := range r.Columns {
		if c.Type == DateColumn {
			return c.ID
		}
	}
	return ""
}

// ToldDateColumn is DateColumn where it may be published: only then can a row be
// told as done on a day.
func (r *Register) ToldDateColumn() string {
	dated := r.DateColumn()
	if !slices.ContainsFunc(r.Columns, func(c Column) bool { return c.ID == dated && c.Public }) {
		return ""
	}
	return dated
}

// PublicColumns is the columns that may be published.
func (r *Register) PublicColumns() []Column {
	return slices.DeleteFunc(slices.Clone(r.Columns), func(c Column) bool { return !c.Public })
}

// RowsUpTo is the rows dated up to the day asOf, or not dated at all.
func (r *Register) RowsUpTo(asOf Date) []Row {
	dated := r.DateColumn()
	if dated == "" {
		return r.Rows
	}
	return slices.DeleteFunc(slices.Clone(r.Rows), func(row Row) bool { return row.Values[dated].Date.After(asOf) })
}

// ShowsIllustrations reports whether the register or one of its rows is
// illustrative.
func (r *Register) ShowsIllustrations() bool {
	return r.Illustrative || slices.ContainsFunc(r.Rows, func(row Row) bool { return row.Illustrative })
}

// Withholds reports whether a count of people is too small to be published.
func (s Statistics) Withholds(count float64) bool {
	return count >= 1 && count < float64(s.Threshold)
}
