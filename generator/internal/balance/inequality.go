package balance

import (
	"slices"

	"congbo/generator/internal/model"
)

// An Inequality says how unevenly people are spread over places, given how
// many inhabitants these have.
type Inequality struct {
	Origin
	Theil  Interval
	Split  *Split // nil where places have no groups, or a cell is withheld
	Places []Place
}

// A Place is one of an inequality; contributions sum to Theil where none is
// withheld.
type Place struct {
	Part
	Inhabitants    int
	PerTenThousand float64 // people per 10,000 inhabitants; 0 where withheld
}

// A Split takes an inequality apart into that between groups of places and
// that within them, weighed by the people in each; both sum to Theil
// (Shorrocks, The class of additively decomposable inequality measures,
// Econometrica 48, 1980).
type Split struct {
	By              Grouping
	Between, Within float64
	Groups          []Group
}

// A Group of places.
type Group struct {
	ID      string // of the place that its places belong to; else see Grouping
	Places  []string
	Share   float64 // of all people
	Between float64 // its contribution
	Within  float64 // its contribution; Theil's T of the group is Within/Share
}

// A Grouping says what makes places a group.
type Grouping string

// The groupings, the first that all places have.
const (
	ByParent Grouping = "parent" // the place above, as id
	ByFormer Grouping = "former" // the former place, as id
	ByRemote Grouping = "remote" // "true" or "false"
	ByKind   Grouping = "kind"   // what the place is called, in the first language that has it
)

func (b *builder) inequality(places []model.Locality) {
	t := b.find(model.ByLocality)
	if t == nil {
		b.miss(OfInequality, 0, MissingTable, model.ByLocality)
		return
	}
	m := margin{t, []model.Dimension{model.ByLocality}}
	for _, year := range t.Years {
		d, reason := m.along(year, 0, "")
		var inhabited []model.Locality
		var inhabitants []float64
		illustrative := false
		if reason == "" {
			inhabited = named(places, d.codes)
			inhabitants, illustrative = populations(inhabited, year)
			if len(inhabitants) < len(d.codes) {
				reason = NoPopulation
			}
		}
		if reason != "" {
			b.miss(OfInequality, year, reason, model.ByLocality)
			continue
		}
		i := d.inequality(inhabited, inhabitants, m.origin(year))
		i.Illustrative = i.Illustrative || illustrative
		b.balance.Inequalities = append(b.balance.Inequalities, i)
	}
}

// named are the places with these ids, in their order; a place that isn't
// there is left out.
func named(places []model.Locality, ids []string) []model.Locality {
	var found []model.Locality
	for _, id := range ids {
		i := slices.IndexFunc(places, func(l model.Locality) bool { return l.ID == id })
		if i >= 0 {
			found = append(found, places[i])
		}
	}
	return found
}

// populations are those of a year, as far as all places have one that is no
// bound and no zero.
func populations(places []model.Locality, year int) (inhabitants []float64, illustrative bool) {
	for _, l := range places {
		i := slices.IndexFunc(l.Population, func(p model.Point) bool { return p.Period.Year == year && p.Bound == "" && p.Value > 0 })
		if i < 0 {
			return nil, false
		}
		inhabitants = append(inhabitants, l.Population[i].Value)
		illustrative = illustrative || l.Population[i].Illustrative || l.Illustrative
	}
	return inhabitants, illustrative
}

func (d distribution) inequality(places []model.Locality, inhabitants []float64, origin Origin) Inequality {
	whole := sumOf(inhabitants)
	i := Inequality{Origin: origin}
	i.Theil = d.bound(inhabitants, func(counts []float64) float64 { return theil(counts, inhabitants) })
	parts := d.parts(func(k int, share float64) float64 { return theilPart(share, inhabitants[k]/whole) })
	for k, part := range parts {
		i.Places = append(i.Places, Place{part, int(inhabitants[k]), 10000 * float64(part.Count) / inhabitants[k]})
	}
	if by, groups := grouped(places); by != "" && !d.anyWithheld() {
		i.Split = d.split(by, groups, inhabitants)
	}
	return i
}

// grouped names the group of each place; no grouping where there is only one
// group, or each place would be its own.
func grouped(places []model.Locality) (Grouping, []string) {
	for _, by := range []Grouping{ByParent, ByFormer, ByRemote, ByKind} {
		var groups []string
		for _, l := range places {
			groups = append(groups, groupOf(l, by))
		}
		if distinct := len(slices.Compact(slices.Sorted(slices.Values(groups)))); !slices.Contains(groups, "") && distinct > 1 && distinct < len(groups) {
			return by, groups
		}
	}
	return "", nil
}

// groupOf is empty where a place doesn't say.
func groupOf(l model.Locality, by Grouping) string {
	switch {
	case by == ByParent:
		return l.Parent
	case by == ByFormer:
		return l.Former
	case by == ByRemote && l.Remote != nil && *l.Remote:
		return "true"
	case by == ByRemote && l.Remote != nil:
		return "false"
	case by == ByKind:
		kind, _ := l.Kind.In("vi", "en")
		return kind
	}
	return ""
}

// split takes the inequality apart by groups, in the order in which they first
// occur.
func (d distribution) split(by Grouping, groups []string, inhabitants []float64) *Split {
	s := &Split{By: by}
	whole := sumOf(inhabitants)
	for i, id := range groups {
		if slices.Index(groups, id) < i {
			continue
		}
		group := Group{ID: id}
		var counts, due []float64
		for j, other := range groups {
			if other == id {
				group.Places = append(group.Places, d.codes[j])
				counts, due = append(counts, d.counts[j]), append(due, inhabitants[j])
			}
		}
		group.Share = sumOf(counts) / d.total
		group.Between = theilPart(group.Share, sumOf(due)/whole)
		if group.Share > 0 {
			group.Within = group.Share * theil(counts, due)
		}
		s.Between, s.Within = s.Between+group.Between, s.Within+group.Within
		s.Groups = append(s.Groups, group)
	}
	return s
}
