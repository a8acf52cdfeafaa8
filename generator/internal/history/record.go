package history

import (
	"slices"

	"congbo/generator/internal/model"
)

// News is an article of the site.
type News struct {
	Date           model.Date
	Title          model.Text
	Address        string // below the site's root, such as tin-tuc/doi-thoai/
	Clauses, Tasks []string
}

// Recorded tells what happened from the records' own dates, whether or not a
// site was published before: entries of logs, dated rows of registers,
// corrections, and the news given, up to the statement's day, latest first.
// now is what State made of in.
func Recorded(in Input, now *Statement, news []News) []Change {
	var all []Change
	agencies := agenciesOfTasks(in.World)
	for _, t := range now.Tasks {
		about := aboutTask(t)
		about.Agencies = agencies[t.ID]
		for i, entry := range t.Log {
			all = append(all, addedEntry(about, entry, i+1, now))
		}
	}
	for i := range now.Registers {
		all = append(all, datedRows(&now.Registers[i])...)
	}
	all = append(all, listedCorrections(in, now)...)
	for _, n := range news {
		if !n.Date.After(now.AsOf.Date) {
			all = append(all, Change{Date: n.Date, Kind: Added, Of: OfNews, ID: n.Address, Title: n.Title, Clauses: n.Clauses, Tasks: n.Tasks})
		}
	}
	slices.SortStableFunc(all, latestFirst)
	return all
}

// datedRows leaves out rows that say no day to readers.
func datedRows(r *Register) []Change {
	var rows []Change
	for i := range r.Rows {
		if change := addedRow(aboutRegister(*r), r, i); !change.Date.IsZero() {
			rows = append(rows, change)
		}
	}
	return rows
}

// listedCorrections says of each correction what its record is about.
func listedCorrections(in Input, now *Statement) []Change {
	subjects := now.subjects()
	var all []Change
	for i := range in.World.Corrections {
		c := &in.World.Corrections[i]
		if c.Date.After(now.AsOf.Date) {
			continue
		}
		change := subjects[record{Subject(c.Of), c.ID}]
		change.Of, change.ID, change.Field = Subject(c.Of), c.ID, c.Field
		change.Date, change.Kind, change.Correction = c.Date, Corrected, c
		change.Was, change.Now, change.Reason = now.text(c.Was), now.text(c.Now), c.Reason
		change.Illustrative = change.Illustrative || c.Illustrative
		all = append(all, change)
	}
	return all
}

// A record is the kind and the id of one.
type record struct {
	of Subject
	id string
}

// subjects is what can be said of any change of a record.
func (s *Statement) subjects() map[record]Change {
	about := map[record]Change{}
	note := func(c Change) { about[record{c.Of, c.ID}] = c }
	for _, c := range s.Clauses {
		note(aboutClause(c))
	}
	for _, t := range s.Tasks {
		note(aboutTask(t))
	}
	for _, i := range s.Indicators {
		note(aboutIndicator(i))
	}
	for _, r := range s.Registers {
		note(aboutRegister(r))
	}
	for _, t := range s.Tables {
		note(aboutTable(t))
	}
	return about
}
