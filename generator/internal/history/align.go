package history

import "slices"

// A step says where an entry of one of two logs stands in both, from 0; -1
// where it doesn't. same tells that it is the entry that was published.
type step struct {
	was, now int
	same     bool
}

// alignLogs walks through two logs at once: what stands is found by longest
// common subsequence, and what was put in the place of something gone is
// paired with it.
func (s *Statement) alignLogs(was, now []Entry) []step {
	var steps []step
	i, j := 0, 0
	for s.standsAt(was, now, i, j) {
		steps = append(steps, step{i, j, true})
		i, j = i+1, j+1
	}
	lengths := s.commonLengths(was, now, i)
	for i < len(was) || j < len(now) {
		goneFrom, newFrom := i, j
		for (i < len(was) || j < len(now)) && !s.standsAt(was, now, i, j) {
			switch {
			case j == len(now), i < len(was) && lengths[i+1][j] >= lengths[i][j+1]:
				i++
			default:
				j++
			}
		}
		steps = appendGap(steps, goneFrom, i, newFrom, j)
		if i < len(was) && j < len(now) {
			steps = append(steps, step{i, j, true})
			i, j = i+1, j+1
		}
	}
	return steps
}

// commonLengths holds, for every pair of places not before from, how many
// entries from there on stand in both logs in the same order.
func (s *Statement) commonLengths(was, now []Entry, from int) [][]int {
	lengths := make([][]int, len(was)+1)
	for i := from; i < len(lengths); i++ {
		lengths[i] = make([]int, len(now)+1)
	}
	for i := len(was) - 1; i >= from; i-- {
		for j := len(now) - 1; j >= from; j-- {
			if s.standsAt(was, now, i, j) {
				lengths[i][j] = lengths[i+1][j+1] + 1
			} else {
				lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			}
		}
	}
	return lengths
}

func (s *Statement) standsAt(was, now []Entry, i, j int) bool {
	return i < len(was) && j < len(now) && s.entryStands(was[i], now[j])
}

// appendGap pairs what is gone with what is new in its place, one by one.
func appendGap(steps []step, gone, goneEnd, fresh, freshEnd int) []step {
	for ; gone < goneEnd && fresh < freshEnd; gone, fresh = gone+1, fresh+1 {
		steps = append(steps, step{gone, fresh, false})
	}
	for ; gone < goneEnd; gone++ {
		steps = append(steps, step{gone, -1, false})
	}
	for ; fresh < freshEnd; fresh++ {
		steps = append(steps, step{-1, fresh, false})
	}
	return steps
}

// entryStands reports whether an entry says what it said when s was published.
// Evidence dated later than s was not shown then and may have come since, as may
// a copy of what was shown without one.
func (s *Statement) entryStands(was, now Entry) bool {
	return was.Date == now.Date && was.By == now.By && was.Due == now.Due && was.Status == now.Status &&
		s.text(was.Reason) == s.text(now.Reason) && s.text(was.Note) == s.text(now.Note) &&
		s.evidenceStands(was.Evidence, now.Evidence)
}

func (s *Statement) evidenceStands(was, now []Evidence) bool {
	for _, e := range now {
		switch {
		case len(was) > 0 && s.sameEvidence(was[0], e):
			was = was[1:]
		case !e.Date.After(s.AsOf.Date):
			return false
		}
	}
	return len(was) == 0
}

func (s *Statement) sameEvidence(was, now Evidence) bool {
	return s.text(was.Title) == s.text(now.Title) && was.URL == now.URL && was.Date == now.Date &&
		was.Kind == now.Kind && s.text(was.Proves) == s.text(now.Proves) &&
		(was.Copy == nil || now.Copy != nil && *was.Copy == *now.Copy)
}

// laterEvidence is what an entry that stands rests on beside what was published.
func (s *Statement) laterEvidence(was, now []Evidence) []Evidence {
	return slices.DeleteFunc(slices.Clone(now), func(e Evidence) bool {
		return slices.ContainsFunc(was, func(p Evidence) bool { return s.sameEvidence(p, e) })
	})
}
