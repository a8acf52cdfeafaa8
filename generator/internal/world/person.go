package world

import (
	"regexp"
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// coded lists the attributes of people that have a code or a history of codes,
// and ethnicity.
var coded = []model.Dimension{
	model.ByLocality, model.ByDegree, model.ByRank, model.ByField, model.BySector, model.ByBranch, model.ByEthnicity,
}

// A census reads person records. It only reads what it holds, so that several
// files can be read at once.
type census struct {
	loader     *loader
	lists      map[model.Dimension]*codeList
	localities map[string]model.Locality
	years      []int
	whole      bool
}

func (l *loader) newCensus() *census {
	c := &census{
		loader:     l,
		lists:      map[model.Dimension]*codeList{},
		localities: map[string]model.Locality{},
		years:      l.world.Statistics.Years,
		whole:      l.whole["people"],
	}
	for _, d := range coded {
		c.lists[d] = l.codesOf(d)
	}
	for _, place := range l.world.Localities {
		c.localities[place.ID] = place
	}
	return c
}

func (c *census) read(file *source.File) batch {
	b := batch{absent: map[model.Dimension]source.Value{}}
	records, _ := file.Records()
	for _, r := range records {
		b.people = append(b.people, c.person(r, &b))
		b.ids = append(b.ids, r.At("id"))
	}
	return b
}

var personID = regexp.MustCompile(`^[A-Za-z0-9-]+$`)

func (c *census) person(r *source.Record, b *batch) model.Person {
	defer r.Done()
	p := model.Person{
		ID:           readPersonID(r),
		BirthYear:    r.Year("birth_year", source.Required),
		Sex:          r.Enum("sex", source.Required, sexes...),
		Ethnicity:    c.code(model.ByEthnicity, r.Value("ethnicity", source.Required), b),
		Entered:      r.Year("entered", source.Required),
		Left:         r.Year("left", source.Optional),
		Illustrative: c.loader.mark(r) || c.whole,
	}
	p.LeftReason = r.Enum("left_reason", source.Presence(p.Left != 0), leftReasons...)
	if p.LeftReason != "" && !r.Has("left") {
		r.Report("left_reason", leftMissing)
	}
	checkLife(r, p)
	p.Locality = c.localityHistory(r, p, b)
	p.Degree = c.attribute(r, model.ByDegree, source.Required, p, b)
	p.Rank = c.attribute(r, model.ByRank, source.Optional, p, b)
	p.Field = c.attribute(r, model.ByField, source.Required, p, b)
	p.Sector = c.attribute(r, model.BySector, source.Required, p, b)
	p.Branch = c.attribute(r, model.ByBranch, source.Optional, p, b)
	return p
}

func readPersonID(r *source.Record) string {
	id := r.String("id", source.Required)
	if id != "" && !personID.MatchString(id) {
		r.Report("id", badPersonID, id)
		return ""
	}
	return id
}

// youngest is the age below which hardly anybody is counted: an entry in a year
// that makes a person younger may be a slip of the pen.
const youngest = 14

// checkLife reports years that can't all be true, or hardly.
func checkLife(r *source.Record, p model.Person) {
	if p.BirthYear != 0 && p.Entered != 0 && p.Entered < p.BirthYear+youngest {
		r.Report("entered", tooYoung, p.Entered, p.BirthYear, youngest)
	}
	if p.Left != 0 && p.Left <= p.Entered {
		r.Report("left", leftBeforeEntered, p.Left, p.Entered)
	}
}

// code reads one code and checks it against the list of its attribute. An
// unknown one stays, lest its absence be reported as well.
func (c *census) code(d model.Dimension, v source.Value, b *batch) string {
	code := v.Plain()
	list := c.lists[d]
	switch {
	case code == "", list.unread:
	case list.place == "":
		if _, noted := b.absent[d]; !noted {
			b.absent[d] = v
		}
	case !list.known[code]:
		v.Report(unknownReference, code, list.place).DidYouMean(code, list.codes)
	}
	return code
}

// attribute reads the history of an attribute and checks that a required one
// is known in all counted years.
func (c *census) attribute(r *source.Record, d model.Dimension, presence source.Presence, p model.Person, b *batch) model.History {
	history, _ := c.history(r, d, presence, b)
	if presence == source.Required {
		c.checkGap(r, d, history, p)
	}
	return history
}

// localityHistory reads where a person belonged, and reports places that
// were not there at the end of a year in which the person is counted.
func (c *census) localityHistory(r *source.Record, p model.Person, b *batch) model.History {
	history, values := c.history(r, model.ByLocality, source.Required, b)
	c.checkGap(r, model.ByLocality, history, p)
	reported := -1
	for _, year := range c.years {
		i := inForce(history, year)
		if i < 0 || i == reported || !counted(p, year) {
			continue
		}
		place, known := c.localities[history[i].Code]
		if known && !place.ValidOn(model.EndOfYear(year)) {
			values[i].Report(localityNotValid, place.ID, year)
			reported = i
		}
	}
	return history
}

// counted is CountedIn for a record whose year of entry may be missing.
func counted(p model.Person, year int) bool { return p.Entered != 0 && p.CountedIn(year) }

// inForce is the place in a history of what holds at the end of year; -1 where
// nothing does yet.
func inForce(h model.History, year int) int {
	last := -1
	for i, s := range h {
		if s.From <= year {
			last = i
		}
	}
	return last
}

func (c *census) checkGap(r *source.Record, d model.Dimension, h model.History, p model.Person) {
	if len(h) == 0 {
		return
	}
	gap := func(year int) bool { return counted(p, year) && h.In(year) == "" }
	if i := slices.IndexFunc(c.years, gap); i >= 0 {
		r.Report(string(d), historyGap, d, c.years[i])
	}
}

// history reads a code, or the codes since each year in order of years, and
// where each code stands.
func (c *census) history(r *source.Record, d model.Dimension, presence source.Presence, b *batch) (model.History, []source.Value) {
	value := r.Value(string(d), presence)
	if !value.Given() {
		return nil, nil
	}
	if !value.IsList() {
		if code := c.code(d, value, b); code != "" {
			return model.History{{Code: code}}, []source.Value{value}
		}
		return nil, nil
	}
	return c.steps(value, d, b)
}

func (c *census) steps(list source.Value, d model.Dimension, b *batch) (history model.History, values []source.Value) {
	for _, item := range list.List() {
		step, ok := item.Record()
		if !ok {
			continue
		}
		from := step.Year("from", source.Required)
		at := step.Value("code", source.Required)
		code := c.code(d, at, b)
		step.Done()
		if n := len(history); n > 0 && from != 0 && from <= history[n-1].From {
			step.Report("from", historyOrder, from, history[n-1].From)
		}
		if code != "" {
			history, values = append(history, model.Since{From: from, Code: code}), append(values, at)
		}
	}
	return history, values
}
