package history

import (
	"slices"
	"strconv"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/world"
)

// correct lets the corrections that are new since the site was published last
// list what they are about. One that was published then has done its work, and
// must still be there.
func (c *comparison) correct(prev *Previous, problems *diag.List) {
	published := slices.Clone(c.was.Corrections)
	c.wrongSince = map[*model.Correction]model.Date{}
	past := &past{prev: prev, comparison: c}
	for i := range c.in.World.Corrections {
		correction := &c.in.World.Corrections[i]
		if j := c.listedAs(published, stateCorrection(*correction)); j >= 0 {
			c.wrongSince[correction] = published[j].Since.Date
			published = slices.Delete(published, j, j+1)
			continue
		}
		at := c.index.At(world.Correction, strconv.Itoa(i), "was")
		switch covered, spoken := c.cover(correction); {
		case covered == 0:
			problems.Report(at, unmatchedCorrection, correction.Of, correction.ID)
		case !spoken:
			problems.Report(at, vagueCorrection, correction.Of, correction.ID)
		}
		c.wrongSince[correction] = past.firstStated(correction)
	}
	for _, lost := range published {
		problems.Report(diag.Position{File: "data/corrections.yaml"}, lostCorrection, lost.Date, lost.Of, lost.ID)
	}
}

// listedAs finds a correction among those published. Its reason may be told
// better later on.
func (c *comparison) listedAs(published []Correction, now Correction) int {
	return slices.IndexFunc(published, func(was Correction) bool {
		return was.Date == now.Date && was.Of == now.Of && was.ID == now.ID && was.Field == now.Field &&
			c.was.text(was.Was) == c.was.text(now.Was) && c.was.text(was.Now) == c.was.text(now.Now)
	})
}

// cover finds the changes that a correction lists: of those that its field
// names, the ones whose values it gives. Where it gives the values of none,
// it lists all that its field names but for single values, which it would have
// to give; spoken is false then. A field that names many cells of a table lists
// all of them.
func (c *comparison) cover(correction *model.Correction) (covered int, spoken bool) {
	named := c.named(correction)
	given := slices.DeleteFunc(slices.Clone(named), func(f *finding) bool { return !gives(correction, f) })
	spoken = len(given) > 0
	if !spoken {
		given = slices.DeleteFunc(named, func(f *finding) bool { return f.plain })
	}
	for _, f := range given {
		if f.list(correction) {
			covered++
		}
	}
	return covered, spoken
}

func (c *comparison) named(correction *model.Correction) []*finding {
	field := parseField(correction.Field)
	var named []*finding
	for _, f := range c.found {
		if string(f.Of) == correction.Of && f.ID == correction.ID && field.names(f) {
			named = append(named, f)
		}
	}
	return named
}

func gives(correction *model.Correction, f *finding) bool {
	if len(f.open) > 0 {
		return true
	}
	if f.plain {
		return states(correction.Was, f.Was) && states(correction.Now, f.Now)
	}
	return mentions(correction.Was, f.Was) && mentions(correction.Now, f.Now)
}

// list notes that a correction lists a change. Of a table it may list some
// cells only.
func (f *finding) list(correction *model.Correction) bool {
	if len(f.open) > 0 {
		field := parseField(correction.Field)
		before := len(f.open)
		f.open = slices.DeleteFunc(f.open, func(cell CellChange) bool { return listsCell(correction, field, cell) })
		if len(f.open) == before {
			return false
		}
	}
	f.told = len(f.open) == 0
	f.Correction = correction
	return true
}

// listsCell reports whether a correction is about a cell: one that names a single
// cell must give its values.
func listsCell(correction *model.Correction, field fieldName, cell CellChange) bool {
	if !field.isCell() {
		return true
	}
	return field.written == cell.Place && states(correction.Was, cell.Was) && states(correction.Now, cell.Now)
}
