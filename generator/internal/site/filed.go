package site

import (
	"cmp"
	"slices"
)

// filed is an entry of a list in the order of the official text: under the
// section of the first clause that it is about, with the clauses' numbers.
type filed struct {
	entry
	clauses []string
}

// bySection lists entries under the numbered sections of the text; those about
// no clause come last.
func (e *edition) bySection(list []filed) []part {
	places := map[string]int{}
	for i, c := range e.World.Clauses {
		places[c.ID] = i
	}
	first := func(f filed) int {
		if len(f.clauses) == 0 {
			return len(places)
		}
		return places[f.clauses[0]]
	}
	for i := range list {
		list[i].clauses = slices.SortedFunc(slices.Values(list[i].clauses), func(a, b string) int { return cmp.Compare(places[a], places[b]) })
	}
	slices.SortStableFunc(list, func(a, b filed) int { return cmp.Compare(first(a), first(b)) })
	var sections []*entries
	for _, f := range list {
		f.Numbers = e.clauseRuns(f.clauses)
		head := heading{ID: "muc-khac", Heading: e.T("other_sections")}
		if at := first(f); at < len(places) {
			group := groupOf(e.World.Clauses[at].ID)
			head = heading{ID: "muc-" + clauseSlug(group), Heading: group + ". " + e.sectionName(group)}
		}
		if n := len(sections); n == 0 || sections[n-1].ID != head.ID {
			sections = append(sections, &entries{heading: head})
		}
		last := sections[len(sections)-1]
		last.Entries = append(last.Entries, f.entry)
	}
	parts := make([]part, len(sections))
	for i, s := range sections {
		parts[i] = s
	}
	return parts
}
