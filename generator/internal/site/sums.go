package site

import (
	"slices"

	"congbo/generator/internal/chart"
)

// sums adds values up by category and series. A withheld part withholds its
// sum; what is missing adds nothing.
type sums struct {
	categories, series []string
	values             map[[2]string]chart.Value
}

func newSums() *sums { return &sums{values: map[[2]string]chart.Value{}} }

// begin makes a category known before anything is added to it.
func (s *sums) begin(category string) { s.categories = append(s.categories, category) }

func (s *sums) add(category, series string, v chart.Value) {
	if !slices.Contains(s.categories, category) {
		s.categories = append(s.categories, category)
	}
	if !slices.Contains(s.series, series) {
		s.series = append(s.series, series)
	}
	at := [2]string{category, series}
	sum, begun := s.values[at]
	switch {
	case v.Status == chart.Missing:
		return
	case !begun || v.Status == chart.Withheld:
		s.values[at] = v
	case sum.Status != chart.Withheld:
		sum.Number += v.Number
		s.values[at] = sum
	}
}

// fill gives a figure its series, with a value for each of its categories.
func (s *sums) fill(f *chart.Figure) {
	for _, name := range s.series {
		line := chart.Series{Name: name}
		for _, c := range f.Categories {
			line.Values = append(line.Values, s.value(c, name))
		}
		f.Series = append(f.Series, line)
	}
}

func (s *sums) value(category, series string) chart.Value {
	if v, ok := s.values[[2]string{category, series}]; ok {
		return v
	}
	return chart.Value{Status: chart.Missing}
}
