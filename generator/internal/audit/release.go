package audit

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
)

// A reading says which figures a reader has.
type reading int

const (
	now    reading = iota // this release
	zeros                 // of all releases, those that say that nobody is there
	all                   // this release and those before it
	before                // those before it
)

// earlier reports whether a reader has earlier releases.
func (r reading) earlier() bool { return r != now }

// has reports whether a reader has a table.
func (r reading) has(t *table) bool {
	if t.release == "" {
		return r != before
	}
	return r.earlier()
}

// knows reports whether a figure is known to a reader. One of an earlier
// release that has changed since tells nothing.
func (r reading) knows(t *table, c cell) bool {
	if c.withheld || !r.has(t) || r == zeros && c.count > 0 {
		return false
	}
	return t.release == "" || c.same
}

const copies = folder + "/phat-hanh" // the dated copies and the statement

// Recall adds what the site below root has published before this one: its own
// files, and the dated copies of those before it. Still says whether a figure
// of then has a count today.
func (s *Site) Recall(root fs.FS, still func(f Figure, count int) bool) error {
	s.still = still
	day, err := dayOf(root)
	if err != nil {
		return err
	}
	if err := s.readFolder(root, folder, day); err != nil {
		return err
	}
	others, err := fs.Glob(root, copies+"/*-*-*")
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	for _, other := range others {
		if release := other[len(copies)+1:]; release != day {
			if err := s.readFolder(root, other, release); err != nil {
				return err
			}
		}
	}
	for _, t := range s.tables {
		for i := range t.cells {
			c := &t.cells[i]
			c.same = t.release != "" && !c.withheld && still(t.figure(*c), c.count)
			s.changed = s.changed || t.release != "" && !c.withheld && !c.same
		}
	}
	return nil
}

// dayOf reads the day of a site's release from its statement.
func dayOf(root fs.FS) (string, error) {
	data, err := fs.ReadFile(root, copies+"/phat-bieu.json")
	if err != nil {
		return "", fmt.Errorf("audit: %w", err)
	}
	var statement struct {
		AsOf string `json:"as_of"`
	}
	if err := json.Unmarshal(data, &statement); err != nil {
		return "", fmt.Errorf("audit: %w", err)
	}
	return statement.AsOf, nil
}

// subtract looks for figures that come out of this release and earlier ones
// together, and not of the earlier ones alone. Where people have been recorded
// in between, what differs tells of these, and with it those who stand alone
// may learn what they knew of before: then they are left out.
func (s *Site) subtract(judge Judge) ([]Finding, error) {
	if !slices.ContainsFunc(s.tables, func(t *table) bool { return t.release != "" }) {
		return nil, nil
	}
	report, pairs, err := s.attack(all, judge)
	if err != nil || len(report.Findings) == 0 && len(pairs) == 0 {
		return nil, err
	}
	old, oldPairs, err := s.attack(before, judge)
	if err != nil {
		return nil, err
	}
	if s.changed {
		pairs = nil
	}
	given := map[string]bool{}
	for _, f := range old.Findings {
		given[f.Figure.String()] = true
	}
	for _, p := range oldPairs {
		given[p.String()] = true
	}
	insiders, err := s.insiders(slices.DeleteFunc(pairs, func(p pair) bool { return given[p.String()] }))
	found := slices.DeleteFunc(report.Findings, func(f Finding) bool { return given[f.Figure.String()] })
	return append(found, insiders...), err
}
