package site

import (
	"cmp"
	"slices"
	"strings"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/tracking"
)

// clauseStrip is every clause as a tile, in the text's order and groups.
func (e *edition) clauseStrip() strip {
	s := strip{heading: heading{ID: "cam-ket", Heading: e.T("promises"), Intro: plain(e.T("promises_intro")), Place: atTop}}
	s.Groups = e.tilesOf(e.Report.Clauses, "")
	counts := map[string]int{}
	for _, c := range e.Report.Clauses {
		counts[string(c.State)]++
	}
	if shown(s.Groups) {
		s.Note = e.T("promises_illustrative")
	}
	s.Key = e.stateKey(counts)
	return s
}

// ladder is the clauses that stand in one group with a clause: where in the
// text the reader is.
func (e *edition) ladder(clause string) strip {
	groups := e.stripGroups()
	same := slices.DeleteFunc(slices.Clone(e.Report.Clauses), func(c tracking.Clause) bool { return groups[c.ID] != groups[clause] })
	s := strip{heading: heading{ID: "cung-muc", Heading: e.T("clause_ladder"), Place: atSide}, Groups: e.tilesOf(same, clause)}
	if shown(s.Groups) {
		s.Note = e.T("promises_illustrative")
	}
	return s
}

// shown reports whether a tile stands for what is not real.
func shown(groups []stripGroup) bool {
	return slices.ContainsFunc(groups, func(g stripGroup) bool {
		return slices.ContainsFunc(g.Tiles, func(t tile) bool { return t.Mark.Illustrative })
	})
}

// tilesOf groups clauses, in their order; here is the page's own clause.
func (e *edition) tilesOf(clauses []tracking.Clause, here string) []stripGroup {
	var list []stripGroup
	groups := e.stripGroups()
	for _, c := range clauses {
		number := groups[c.ID]
		if n := len(list); n == 0 || list[n-1].Number != number {
			list = append(list, stripGroup{Number: number, Name: e.sectionName(number), Href: e.sectionAddress(number)})
		}
		m := e.dutyMark(c)
		g := &list[len(list)-1]
		g.Tiles = append(g.Tiles, tile{
			Number: cmp.Or(strings.TrimLeft(strings.TrimPrefix(c.ID, number), ".-"), c.ID),
			Href:   e.clauseAddress(c.ID),
			Title:  c.ID + ": " + e.Text(c.Quote) + " – " + m.Word,
			Mark:   m,
			Here:   c.ID == here,
		})
	}
	return list
}

// smallPart is how many clauses a Roman part may have to stay one group.
const smallPart = 6

// stripGroups says in which group a clause's tile stands: its Roman part where
// that is small, else its numbered section.
func (e *edition) stripGroups() map[string]string {
	sizes := map[string]int{}
	for _, c := range e.Report.Clauses {
		sizes[partOf(c.ID)]++
	}
	groups := map[string]string{}
	for _, c := range e.Report.Clauses {
		groups[c.ID] = groupOf(c.ID)
		if sizes[partOf(c.ID)] <= smallPart {
			groups[c.ID] = partOf(c.ID)
		}
	}
	return groups
}

// partOf is the Roman part that a clause stands in: III for III.2-4b.
func partOf(clause string) string {
	part, _, _ := strings.Cut(clause, ".")
	return part
}

// groupOf is the numbered section that a clause stands in: III.2 for III.2-4b,
// IV.2 for IV.2a.
func groupOf(clause string) string {
	group, _, _ := strings.Cut(clause, "-")
	return strings.TrimRight(group, "abcdefghijklmnopqrstuvwxyz")
}

// states is every state of a clause in the order that the key explains them.
var states = []tracking.State{
	tracking.Silent, tracking.NoData, tracking.Active, tracking.DutyClosed, tracking.Ended, tracking.NotTracked,
}

func (e *edition) stateKey(counts map[string]int) []keyEntry {
	var list []keyEntry
	for _, state := range states {
		if n := counts[string(state)]; n > 0 {
			list = append(list, keyEntry{
				Mark:  mark{Code: string(state), Word: e.T("state_" + key(string(state)))},
				Count: e.T("clauses", locale.Args{"Clauses": e.Int(n)}),
			})
		}
	}
	return list
}
