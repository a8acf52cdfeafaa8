// Package audit plays a reader who wants to know what is withheld. A site's
// published files go in, and nothing else; what comes out is every withheld
// figure of theirs that they give away, exactly or to within one.
//
// It shares nothing with disclosure control, so that a fault in the one can't
// hide itself in the other: it reads the tables from the files, works out from
// the code lists which figures are sums of which others (population.go), and
// bounds each withheld figure by linear programming (bounds.go). Counts may be
// anything from zero on. A figure that could be at least two apart is safe from
// a reader of the files alone. Who knows the true counts says so more strictly
// by a Judge, which answers yes or no and tells no count.
//
// It refuses files that it can't understand, and figures that contradict each
// other.
package audit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Figure names one figure of a table.
type Figure struct {
	Release string // the day of an earlier one; empty: this one
	Table   string
	Codes   []string // by dimension as the file has them
	Year    int
}

func (f Figure) String() string {
	name := fmt.Sprintf("%s %s/%d", f.Table, strings.Join(f.Codes, ","), f.Year)
	if f.Release != "" {
		name += " of " + f.Release
	}
	return name
}

// A Judge knows more than the files tell.
type Judge interface {
	// Safe says whether it is enough that a figure may be anything from low to high.
	Safe(f Figure, low, high int) bool
	// Alone says whether who stands alone in one of two figures would learn
	// something from being able to work out the other.
	Alone(owner, other Figure) bool
}

// Reader is the judge who knows the files only.
type Reader struct{}

// Safe wants a figure to be one of three counts at least.
func (Reader) Safe(_ Figure, low, high int) bool { return high-low >= 2 }

// Alone is never known from the files.
func (Reader) Alone(_, _ Figure) bool { return false }

// A Finding is a figure that the files give away.
type Finding struct {
	Figure
	Low, High int     // what it can be
	Owner     *Figure // whose only member can work it out; nil: any reader can
}

func (f Finding) String() string {
	switch {
	case f.Owner != nil:
		return fmt.Sprintf("%s follows from %s for who stands alone there", f.Figure, f.Owner)
	case f.Low == f.High:
		return fmt.Sprintf("%s is %d", f.Figure, f.Low)
	}
	return fmt.Sprintf("%s is from %d to %d", f.Figure, f.Low, f.High)
}

// A Report is what came of an attack.
type Report struct {
	Withheld int // figures attacked; one that stands in several tables counts in each
	Findings []Finding
}

// Attack tries to work out every withheld figure of a site, from its files
// alone and, after Recall, from them together with earlier releases.
func (s *Site) Attack(judge Judge) (Report, error) {
	report, pairs, err := s.attack(now, judge)
	if err != nil {
		return Report{}, err
	}
	insiders, err := s.insiders(pairs)
	if err != nil {
		return Report{}, err
	}
	subtracted, err := s.subtract(judge)
	if err != nil {
		return Report{}, err
	}
	report.Findings = slices.Concat(s.exposed(), report.Findings, insiders, subtracted)
	slices.SortFunc(report.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Release, b.Release), cmp.Compare(a.Table, b.Table), cmp.Compare(a.Year, b.Year), slices.Compare(a.Codes, b.Codes))
	})
	return report, nil
}

// attack bounds every withheld figure for a reader, and finds the pairs of
// which one gives the other away.
func (s *Site) attack(r reading, judge Judge) (report Report, pairs []pair, err error) {
	system, err := s.system(r)
	if err != nil {
		return Report{}, nil, err
	}
	for _, t := range system.targets {
		report.Withheld += len(slices.DeleteFunc(slices.Clone(t.figures), func(f Figure) bool { return f.Release != "" }))
	}
	for _, part := range system.parts() {
		if err := part.begin(); err != nil {
			return Report{}, nil, err
		}
		pairs = append(pairs, part.pairs(judge)...)
		found, err := part.attack(judge)
		if err != nil {
			return Report{}, nil, err
		}
		report.Findings = append(report.Findings, found...)
	}
	return report, pairs, nil
}

// exposed lists the figures that should have been withheld for being small.
func (s *Site) exposed() []Finding {
	var found []Finding
	for _, t := range s.tables {
		for _, c := range t.cells {
			if t.release == "" && !c.withheld && c.count > 0 && c.count < t.Threshold {
				found = append(found, Finding{Figure: t.figure(c), Low: c.count, High: c.count})
			}
		}
	}
	return found
}

// whole turns bounds into whole numbers.
func whole(low, high float64) (int, int) {
	if math.IsInf(high, 1) {
		return int(math.Ceil(low - negligible)), math.MaxInt32
	}
	return int(math.Ceil(low - negligible)), int(math.Floor(high + negligible))
}
