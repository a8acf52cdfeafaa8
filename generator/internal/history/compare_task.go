package history

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/world"
)

func (c *comparison) tasks() {
	before, after := byID(c.was.Tasks, Task.id), byID(c.now.Tasks, Task.id)
	agencies := agenciesOfTasks(c.in.World)
	for _, now := range c.now.Tasks {
		about := aboutTask(now)
		about.Agencies = agencies[now.ID]
		c.task(about, before[now.ID], now)
	}
	for _, was := range c.was.Tasks {
		if after[was.ID] == nil {
			c.removed(aboutTask(was), oneOf(was.Illustrative), examplesAmong(c.now.Tasks, Task.isExample))
		}
	}
}

func aboutTask(t Task) Change {
	return Change{Of: OfTask, ID: t.ID, Title: t.Title, Clauses: t.Clauses, Tasks: []string{t.ID}, Illustrative: t.Illustrative}
}

// agenciesOfTasks lists, by task, the bodies that lead it or take part in it.
func agenciesOfTasks(world *model.World) map[string][]string {
	agencies := map[string][]string{}
	for _, t := range world.Tasks {
		agencies[t.ID] = append([]string{t.Lead}, t.With...)
	}
	return agencies
}

func (c *comparison) task(about Change, was *Task, now Task) {
	switch {
	case was == nil:
		about.Kind = Added
		c.add(about)
		c.log(about, Task{}, now)
		return
	case was.Illustrative && !now.Illustrative:
		about.Kind = Real
		c.add(about)
		return
	case !was.Illustrative && now.Illustrative:
		about.Kind = Changed
		c.refuse(becameExample, c.at(OfTask, now.ID, "id"), about)
	}
	c.retitled(about, was.Title, now.Title)
	if !slices.Equal(was.Clauses, now.Clauses) {
		served := about
		served.Clauses = append(slices.Clone(now.Clauses), missingIn(was.Clauses, now.Clauses)...)
		c.tell(served, "clauses", strings.Join(was.Clauses, " "), strings.Join(now.Clauses, " "))
	}
	if was.Lead != now.Lead {
		led := about
		led.Agencies = append(slices.Clone(about.Agencies), was.Lead)
		c.tell(led, "lead", was.Lead, now.Lead)
	}
	c.plan(about, "plan.start", was.Start, now.Start)
	c.plan(about, "plan.due", was.Due, now.Due)
	c.log(about, *was, now)
}

// missingIn lists the ids of was that now doesn't have.
func missingIn(was, now []string) []string {
	return slices.DeleteFunc(slices.Clone(was), func(id string) bool { return slices.Contains(now, id) })
}

func (c *comparison) plan(about Change, field string, was, now Day) {
	if was == now {
		return
	}
	about.Kind, about.Field = Changed, field
	about.Was, about.Now = was.String(), now.String()
	_, part, _ := strings.Cut(field, ".")
	c.refuse(changedPlan, c.index.AtPart(world.Task, about.ID, "plan", part), about).plain = true
}

func (c *comparison) log(about Change, was, now Task) {
	steps := c.was.alignLogs(was.Log, now.Log)
	for i, s := range steps {
		published := slices.ContainsFunc(steps[i:], func(s step) bool { return s.was >= 0 })
		switch {
		case s.same:
			c.laterEvidence(about, was.Log[s.was], now.Log[s.now], s.now+1)
		case !published:
			c.add(addedEntry(about, now.Log[s.now], s.now+1, c.was))
		default:
			c.rewritten(about, was.Log, now.Log, s)
		}
	}
}

// addedEntry is known from its own day, or from the day it was recorded late.
func addedEntry(about Change, entry Entry, number int, language *Statement) Change {
	about.Kind, about.Field, about.Number = Added, "log."+entry.Date.String(), number
	about.Now, about.Entry = language.entryText(entry), &entry
	about.Date = entry.Date.Date
	if !entry.Recorded.IsZero() {
		about.Date = entry.Recorded.Date
	}
	if entry.By != "" {
		about.Agencies = append(slices.Clone(about.Agencies), entry.By)
	}
	return about
}

func (c *comparison) laterEvidence(about Change, was, now Entry, number int) {
	for _, e := range c.was.laterEvidence(was.Evidence, now.Evidence) {
		about.Kind, about.Field, about.Number = Added, "evidence."+e.Date.String(), number
		about.Date, about.Now = e.Date.Date, c.was.evidenceText(e)
		c.add(about)
	}
}

// rewritten notes that an entry was changed, removed, or put before one that
// was published.
func (c *comparison) rewritten(about Change, was, now []Entry, s step) {
	switch {
	case s.was < 0:
		about.Kind, about.Field, about.Number = Added, "log."+now[s.now].Date.String(), s.now+1
		about.Now = c.was.entryText(now[s.now])
	case s.now < 0:
		about.Kind, about.Field, about.Number = Removed, "log."+was[s.was].Date.String(), s.was+1
		about.Was = c.was.entryText(was[s.was])
	default:
		about.Kind, about.Field, about.Number = Changed, "log."+was[s.was].Date.String(), s.was+1
		about = c.was.narrowedEntry(about, was[s.was], now[s.now])
	}
	c.refuse(rewrittenLog, c.entryAt(about.ID, now, s.now), about)
}

// entryAt is where an entry of a log stands; the log where it is gone.
func (c *comparison) entryAt(task string, log []Entry, place int) diag.Position {
	if place < 0 {
		return c.at(OfTask, task, "log")
	}
	date := log[place].Date
	before := 0
	for _, e := range log[:place] {
		before += boolToInt(e.Date == date)
	}
	return c.index.AtItem(world.Task, task, "log", "date", date.String(), before)
}
