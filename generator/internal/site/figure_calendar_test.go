package site

import (
	"slices"
	"testing"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/model"
)

// Months stand in the row of their year; those before the first and after the
// last are empty, not zero.
func TestMonthsStandInTheirYears(t *testing.T) {
	e := on(t, new(model.World))
	f := &figure{Title: "a", chart: &chart.Figure{
		Kind: chart.Calendar, Categories: []string{"2024-11", "2024-12", "2025-01"},
		Series: []chart.Series{{Values: []chart.Value{{Number: 2}, {}, {Number: 1}}}},
	}}
	var got []string
	for _, r := range e.chartTable(f).Rows {
		for _, c := range r.Cells {
			got = append(got, textOf(c.Runs))
		}
	}
	empty := make([]string, 11)
	want := slices.Concat([]string{"2024"}, empty[:10], []string{"2", "0", "2025", "1"}, empty)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
