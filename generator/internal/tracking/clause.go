package tracking

import (
	"slices"

	"congbo/generator/internal/model"
)

// A Clause is the heartbeat of one clause. LastAct, NextDue and SilentMonths
// are empty for what is not a duty and for a duty without an act.
type Clause struct {
	model.Clause
	LastAct      model.Date
	NextDue      model.Date // zero also where the cadence sets no date
	SilentMonths *int       // whole months since the last act
	State        State
	Tasks        []*Task            // in the world's order
	Indicators   []*model.Indicator // in the world's order
	Acts         []Act              // in order of date; kept for every kind of clause
	Illustrative bool               // something illustrative went into the above
}

// State is what the calendar and the acts say about a duty.
type State string

// The states of the contract, in the order in which they are tried.
const (
	Ended      State = "ended"  // the programme is over: silence accuses nobody
	DutyClosed State = "closed" // to be done once, and all its tasks are closed
	NoData     State = "no-data"
	Silent     State = "silent"
	Active     State = "active"
	NotTracked State = "none" // not a duty
)

const monthsAYear = 12

func assessClause(clause model.Clause, linked clauseLinks, asOf model.Date, ended bool) Clause {
	c := Clause{
		Clause:       clause,
		State:        NotTracked,
		Tasks:        linked.tasks,
		Indicators:   linked.indicators,
		Acts:         linked.acts,
		Illustrative: linked.illustrative(),
	}
	if clause.Kind != model.Duty {
		return c
	}
	if len(c.Acts) > 0 {
		c.LastAct = c.Acts[len(c.Acts)-1].Date
		c.NextDue = c.nextDue()
		months := asOf.MonthsSince(c.LastAct)
		c.SilentMonths = &months
	}
	c.State = c.state(asOf, ended)
	return c
}

// nextDue is the day by which the duty calls for another act; zero where its
// cadence names none.
func (c *Clause) nextDue() model.Date {
	switch c.Cadence {
	case model.Standing:
		return c.LastAct.AddMonths(monthsAYear)
	case model.Yearly:
		return model.EndOfYear(c.LastAct.Year + 1)
	case model.Periodic:
		if c.EveryMonths > 0 {
			return c.LastAct.AddMonths(c.EveryMonths)
		}
	case model.Once:
		return latestDue(c.Tasks)
	}
	return model.Date{}
}

func (c *Clause) state(asOf model.Date, ended bool) State {
	switch {
	case ended:
		return Ended
	case c.Cadence == model.Once && allClosed(c.Tasks):
		return DutyClosed
	case c.LastAct.IsZero():
		return NoData
	case !c.NextDue.IsZero() && asOf.After(c.NextDue):
		return Silent
	}
	return Active
}

func latestDue(tasks []*Task) model.Date {
	var latest model.Date
	for _, t := range tasks {
		if t.Due.After(latest) {
			latest = t.Due
		}
	}
	return latest
}

// allClosed is false for no tasks: nothing was done that could be closed.
func allClosed(tasks []*Task) bool {
	return len(tasks) > 0 && !slices.ContainsFunc(tasks, func(t *Task) bool { return !t.Closed() })
}

func (l clauseLinks) illustrative() bool {
	return slices.ContainsFunc(l.tasks, func(t *Task) bool { return t.Illustrative }) ||
		slices.ContainsFunc(l.indicators, func(i *model.Indicator) bool { return i.Illustrative }) ||
		slices.ContainsFunc(l.acts, func(a Act) bool { return a.Illustrative })
}
