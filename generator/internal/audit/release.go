package audit

import "slices"

// An Earlier is a figure as a release before this one had it.
type Earlier struct {
	Figure
	Count    int // 0 where withheld
	Withheld bool
	Same     bool // it was published, and nothing speaks for its having changed
}

// A reading says which figures a reader has.
type reading int

const (
	now    reading = iota // this release
	zeros                 // of this release, those that say that nobody is there
	all                   // this release and those before it
	before                // those before it
)

// Recall adds what earlier releases said. A figure that one of them published
// counts as known if it is the same still; one that has changed tells nothing.
func (s *Site) Recall(earlier []Earlier) {
	s.earlier = map[string]Earlier{}
	for _, e := range earlier {
		said, again := s.earlier[e.String()]
		if !again || e.Same && !said.Same || e.Withheld && !said.Same {
			s.earlier[e.String()] = e
		}
	}
}

// says is what a reader knows of a figure.
func (s *Site) says(f Figure, c cell, r reading) (count int, known bool) {
	old := s.earlier[f.String()]
	switch {
	case r == zeros:
		return 0, !c.withheld && c.count == 0
	case r != before && !c.withheld:
		return c.count, true
	case r != now && old.Same:
		return old.Count, true
	}
	return 0, false
}

// subtract looks for figures that come out of this release and earlier ones
// together, and not of the earlier ones alone.
func (s *Site) subtract(judge Judge) ([]Finding, error) {
	if len(s.earlier) == 0 {
		return nil, nil
	}
	guarded := closed{judge, s}
	report, _, err := s.attack(all, guarded)
	if err != nil || len(report.Findings) == 0 {
		return nil, err
	}
	old, _, err := s.attack(before, guarded)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(report.Findings, func(f Finding) bool {
		return slices.ContainsFunc(old.Findings, func(g Finding) bool { return f.Figure.String() == g.Figure.String() })
	}), nil
}

// closed judges figures that no release has published.
type closed struct {
	Judge
	site *Site
}

func (c closed) Safe(f Figure, low, high int) bool {
	old, said := c.site.earlier[f.String()]
	return said && !old.Withheld || c.Judge.Safe(f, low, high)
}

func (closed) Alone(_, _ Figure) bool { return false }
