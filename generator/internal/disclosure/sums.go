package disclosure

import "slices"

// A Count is a published number of people that stands by itself, as in a
// register, and what earlier releases said of it.
type Count struct {
	Count    int
	Withheld bool // by an earlier release
	Same     bool // one published it, and it is the same still
	Changed  bool // one published it, and it was another
}

// ProtectSums decides which counts are withheld: those from 1 to below the
// threshold, and what would give one of these away to a reader who knows that
// some counts are sums of others. Of each sum the first is that of the others;
// they are given by the positions of counts. Exposed are the positions of those
// that readers of earlier releases work out all the same.
func ProtectSums(counts []Count, sums [][]int, threshold int) (withheld []bool, exposed []int, err error) {
	s, err := sumSpace(counts, sums, threshold, true)
	if err != nil {
		return nil, nil, err
	}
	before := func() (*space, error) { return sumSpace(counts, ofEarlier(counts, sums), threshold, false) }
	withheld, report, err := s.protect(before)
	for _, e := range report.Exposed {
		exposed = append(exposed, e.Cell)
	}
	return withheld, exposed, err
}

// ofEarlier picks the sums of which an earlier release had every count.
func ofEarlier(counts []Count, sums [][]int) [][]int {
	return slices.DeleteFunc(slices.Clone(sums), func(sum []int) bool {
		return slices.ContainsFunc(sum, func(i int) bool {
			c := counts[i]
			return !c.Withheld && !c.Same && !c.Changed
		})
	})
}

// sumSpace has one unknown and one cell for each count.
func sumSpace(counts []Count, sums [][]int, threshold int, shown bool) (*space, error) {
	s := &space{unknowns: len(counts), tables: [][][]int{{nil}}}
	for i, c := range counts {
		s.truth = append(s.truth, c.Count)
		s.tables[0][0] = append(s.tables[0][0], i)
		s.cells = append(s.cells, cell{
			depth: 1, count: c.Count, threshold: threshold, shown: shown,
			kept: c.Withheld, told: c.Same, retold: c.Changed, sum: []int{i},
		})
	}
	for _, sum := range sums {
		s.equations = append(s.equations, equation{slices.Clone(sum[:1]), slices.Clone(sum[1:])})
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	s.dropZeros()
	return s, nil
}
