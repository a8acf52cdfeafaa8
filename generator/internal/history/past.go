package history

import (
	"slices"

	"congbo/generator/internal/model"
)

// past holds the present to each earlier release, to tell since when something
// was stated.
type past struct {
	prev       *Previous
	comparison *comparison
	releases   []pastRelease // the oldest first; nil until they are needed
}

type pastRelease struct {
	day   model.Date
	found []*finding
}

// firstStated is the day of the first release from which on what a correction
// lists differs from what is stated now as it did in the site published last;
// zero where it lists nothing.
func (p *past) firstStated(correction *model.Correction) model.Date {
	var first model.Date
	for _, f := range p.comparison.found {
		if f.Correction != correction {
			continue
		}
		if day := p.since(f); first.IsZero() || day.Before(first) {
			first = day
		}
	}
	return first
}

// since goes back from the site published last for as long as the same was
// stated.
func (p *past) since(f *finding) model.Date {
	since := p.prev.AsOf.Date
	for _, r := range slices.Backward(p.read()) {
		if !slices.ContainsFunc(r.found, f.sameWas) {
			break
		}
		since = r.day
	}
	return since
}

func (p *past) read() []pastRelease {
	if p.releases != nil {
		return p.releases
	}
	p.releases = []pastRelease{}
	for _, s := range p.prev.statements() {
		if s == &p.prev.Statement {
			continue
		}
		c := &comparison{in: p.comparison.in, was: s, now: p.comparison.now, index: p.comparison.index}
		c.find()
		p.releases = append(p.releases, pastRelease{s.AsOf.Date, c.found})
	}
	return p.releases
}

// sameWas reports whether another finding is about the same statement.
func (f *finding) sameWas(other *finding) bool {
	if f.Of != other.Of || f.ID != other.ID {
		return false
	}
	if f.Of != OfTable || len(f.Cells) == 0 {
		return f.Field == other.Field && f.Was == other.Was
	}
	return slices.ContainsFunc(f.Cells, func(c CellChange) bool {
		return slices.ContainsFunc(other.Cells, func(o CellChange) bool { return c.Place == o.Place && c.Was == o.Was })
	})
}
