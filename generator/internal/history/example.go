package history

import "slices"

// examples counts the records that stand in one place.
type examples struct{ illustrative, real int }

func examplesAmong[T any](records []T, illustrative func(T) bool) examples {
	var e examples
	for _, r := range records {
		if illustrative(r) {
			e.illustrative++
		} else {
			e.real++
		}
	}
	return e
}

func oneOf(illustrative bool) examples {
	return examplesAmong([]bool{illustrative}, func(b bool) bool { return b })
}

// cleared reports whether an example may be gone: real records stand in its
// place and no other example does, or nothing on the site is one.
func (c *comparison) cleared(siblings examples) bool {
	return siblings.illustrative == 0 && (siblings.real > 0 || !c.now.hasExamples())
}

func (s *Statement) hasExamples() bool {
	return slices.ContainsFunc(s.Clauses, Clause.isExample) ||
		slices.ContainsFunc(s.Tasks, Task.isExample) ||
		slices.ContainsFunc(s.Indicators, Indicator.hasExamples) ||
		slices.ContainsFunc(s.Registers, Register.hasExamples) ||
		slices.ContainsFunc(s.Tables, Table.isExample)
}

func (c Clause) isExample() bool     { return c.Illustrative }
func (t Task) isExample() bool       { return t.Illustrative }
func (t Table) isExample() bool      { return t.Illustrative }
func (r Register) hasExamples() bool { return r.Illustrative }

func (i Indicator) hasExamples() bool {
	return i.Illustrative || i.examples().illustrative > 0
}

func (i Indicator) examples() examples {
	return examplesAmong(slices.Concat(i.Series, i.Targets), func(p Point) bool { return p.Illustrative })
}
