package workforce

import (
	"slices"
	"strings"

	"congbo/generator/internal/model"
)

// NotApplicable is the code of who has no rank, or no branch.
const NotApplicable = "_Z"

// Total is the code of all people of a table along one of its dimensions.
const Total = "_T"

// An attribute is one dimension with its list of codes; a person's category is
// a position in that list. Every list has NotApplicable, as its last code
// where the site's own list hasn't got it.
type attribute struct {
	dimension model.Dimension
	codes     []code
	index     map[string]int
	deepest   int
	sensitive bool // by its classification
	fixed     bool // a person keeps it for life
	optional  bool // NotApplicable is always a row, borne or not
	of        func(p *model.Person, year int) string

	illustrative bool // some of its codes are
}

// A code is one entry of a list; depth is 1 for those without a parent.
type code struct {
	id     string
	parent int // position, -1 at the top
	depth  int
	valid  func(year int) bool
}

// entry is what a list of the world says of one code.
type entry struct {
	id, parent string
	valid      func(year int) bool
}

func always(int) bool { return true }
func never(int) bool  { return false }

// attributesOf lists the attributes in the order of model.Dimensions.
func attributesOf(world *model.World) []attribute {
	var attributes []attribute
	for _, dimension := range model.Dimensions {
		a := attribute{dimension: dimension, of: readers[dimension]}
		switch dimension {
		case model.ByLocality:
			a.take(localities(world))
			a.illustrative = slices.ContainsFunc(world.Localities, func(l model.Locality) bool { return l.Illustrative })
		case model.BySex:
			a.take(plain("female", "male"))
			a.fixed = true
		case model.ByAgeGroup:
			a.take(plain(ageGroups...))
		case model.ByReason:
			a.take(plain(leftReasons...))
		default:
			a.optional = dimension == model.ByRank || dimension == model.ByBranch
			a.fixed = dimension == model.ByEthnicity
			a.classify(world.Classifications)
		}
		attributes = append(attributes, a)
	}
	return attributes
}

// readers say what a person bore at the end of a year; empty: nothing.
var readers = map[model.Dimension]func(p *model.Person, year int) string{
	model.ByLocality:  func(p *model.Person, year int) string { return p.Locality.In(year) },
	model.ByDegree:    func(p *model.Person, year int) string { return p.Degree.In(year) },
	model.ByRank:      func(p *model.Person, year int) string { return p.Rank.In(year) },
	model.ByField:     func(p *model.Person, year int) string { return p.Field.In(year) },
	model.BySector:    func(p *model.Person, year int) string { return p.Sector.In(year) },
	model.ByBranch:    func(p *model.Person, year int) string { return p.Branch.In(year) },
	model.BySex:       func(p *model.Person, _ int) string { return p.Sex },
	model.ByEthnicity: func(p *model.Person, _ int) string { return p.Ethnicity },
	model.ByAgeGroup:  func(p *model.Person, year int) string { return ageGroup(year - p.BirthYear) },
	model.ByReason:    reasonOfLeaving,
}

// lists names the classification of each dimension that has one.
var lists = map[model.Dimension]string{
	model.ByDegree:    "degrees",
	model.ByRank:      "ranks",
	model.ByField:     "fields",
	model.BySector:    "sectors",
	model.ByBranch:    "branches",
	model.ByEthnicity: "ethnicities",
}

// reasonOfLeaving is borne by those who left in the year alone.
func reasonOfLeaving(p *model.Person, year int) string {
	if p.Left != year {
		return ""
	}
	return p.LeftReason
}

var leftReasons = []string{"retired", "moved", "died", "other"}

var ageGroups = []string{"<30", "30-39", "40-49", "50-59", "60+"}

func ageGroup(age int) string {
	const first, width = 30, 10
	if age < first {
		return ageGroups[0]
	}
	return ageGroups[min(1+(age-first)/width, len(ageGroups)-1)]
}

func plain(ids ...string) []entry {
	var entries []entry
	for _, id := range ids {
		entries = append(entries, entry{id: id, valid: always})
	}
	return entries
}

func localities(world *model.World) []entry {
	var entries []entry
	for _, l := range world.Localities {
		valid := func(year int) bool { return l.ValidOn(model.EndOfYear(year)) }
		entries = append(entries, entry{l.ID, l.Parent, valid})
	}
	return entries
}

func (a *attribute) classify(classifications []model.Classification) {
	var entries []entry
	for _, c := range classifications {
		if c.ID != lists[a.dimension] {
			continue
		}
		a.sensitive, a.illustrative = c.Sensitive, c.Illustrative
		for _, code := range c.Codes {
			entries = append(entries, entry{code.Code, code.Parent, always})
		}
	}
	a.take(entries)
}

func (a *attribute) take(entries []entry) {
	if !slices.ContainsFunc(entries, func(e entry) bool { return e.id == NotApplicable }) {
		valid := never
		if a.optional {
			valid = always
		}
		entries = append(entries, entry{id: NotApplicable, valid: valid})
	}
	a.index = make(map[string]int, len(entries))
	for i, e := range entries {
		a.index[e.id] = i
	}
	for _, e := range entries {
		parent, ok := a.index[e.parent]
		if !ok {
			parent = -1
		}
		a.codes = append(a.codes, code{id: e.id, parent: parent, valid: e.valid})
	}
	for i := range a.codes {
		a.codes[i].depth = a.depth(i)
		a.deepest = max(a.deepest, a.codes[i].depth)
	}
}

func (a *attribute) depth(i int) int {
	depth := 0
	for ; i >= 0; i = a.codes[i].parent {
		depth++
	}
	return depth
}

// lift is the row that a category is counted under where codes are cut off at
// depth level.
func (a *attribute) lift(category, level int) int {
	for a.codes[category].depth > level {
		category = a.codes[category].parent
	}
	return category
}

// within marks the categories that are one of ids or below it.
func (a *attribute) within(ids []string) []bool {
	marked := make([]bool, len(a.codes))
	for i := range a.codes {
		for c := i; c >= 0 && !marked[i]; c = a.codes[c].parent {
			marked[i] = slices.Contains(ids, a.codes[c].id)
		}
	}
	return marked
}

// concerns reports whether a table breaks people down by the attribute, or
// picks them by it.
func (a *attribute) concerns(table model.Table) bool {
	_, filtered := table.Where[a.dimension]
	return filtered || slices.Contains(table.Dimensions, a.dimension)
}

// String names the attribute in errors.
func (a *attribute) String() string { return strings.ReplaceAll(string(a.dimension), "-", " ") }
