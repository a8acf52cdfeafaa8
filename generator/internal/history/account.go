package history

import (
	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/world"
)

// An Account is what a site says of its own past.
type Account struct {
	Statement *Statement // to be published
	Timeline  []Change   // the latest first
	Releases  []Release  // dated copies, the latest first; this site's own comes first and lists no files
	Last      model.Date // day of the site published last; zero: none is known

	wrongSince map[*model.Correction]model.Date
	from       string    // folder of the site published last
	earlier    []Release // to be carried over, the oldest first
	changed    map[string][]byte
}

// Give puts the account together. prev is the site published last, nil for
// none: what in states is held to it, and what rewrites the past goes to
// problems. The error is one of the machine.
func Give(prev *Previous, in Input, news []News, index *world.Index, problems *diag.List) (*Account, error) {
	a := &Account{Statement: State(in, prev)}
	recorded := Recorded(in, a.Statement, news)
	var c comparison
	var told []Change
	if prev != nil {
		c = *compare(prev, in, index, problems)
		c.refuseExposed(problems)
		names := newRedaction(withdrawn(prev, in.notBefore(prev.AsOf.Date)))
		told = toldBefore(prev.Changes, names, in.Report.AsOf)
		if err := a.carryFrom(prev, names, in.Report.AsOf); err != nil {
			return nil, err
		}
	}
	a.wrongSince = c.wrongSince
	a.Timeline = Timeline(c.changes(), told, recorded)
	a.Statement.Changes = toTell(a.Timeline, recorded)
	a.stateSince(in.World)
	a.Releases = a.releases(in.Report.AsOf)
	return a, nil
}

func (a *Account) carryFrom(prev *Previous, names redaction, today model.Date) (err error) {
	a.from, a.Last = prev.Dir, prev.AsOf.Date
	a.earlier, a.changed, err = erase(prev, names, today)
	return err
}

func (a *Account) releases(today model.Date) []Release {
	releases := []Release{{Day: today, statement: a.Statement}}
	for i := len(a.earlier) - 1; i >= 0; i-- {
		releases = append(releases, a.earlier[i])
	}
	return releases
}

// WrongSince is the day of the first release known to have stated what a
// correction corrects; zero where none is known.
func (a *Account) WrongSince(c *model.Correction) model.Date { return a.wrongSince[c] }

// stateSince puts the days into the statement, whose corrections are those of
// the world up to its day.
func (a *Account) stateSince(w *model.World) {
	i := 0
	for j := range w.Corrections {
		if c := &w.Corrections[j]; !c.Date.After(a.Statement.AsOf.Date) {
			a.Statement.Corrections[i].Since = Day{a.wrongSince[c]}
			i++
		}
	}
}
