package tracking

import (
	"slices"

	"congbo/generator/internal/model"
)

// An Act is something that was done for a clause: a row of one of its
// registers, or a document or dataset in the log of one of its tasks. Exactly
// one of Register and Task is set.
type Act struct {
	Date         model.Date
	Register     string          // id
	Row          int             // index into the register's rows
	Task         string          // id
	Evidence     *model.Evidence // of the task
	Illustrative bool
}

// links holds what leads to each clause, by its id.
type links struct {
	tasks      map[string][]*Task
	indicators map[string][]*model.Indicator
	acts       map[string][]Act
}

// clauseLinks is what leads to one clause; acts are in order of date.
type clauseLinks struct {
	tasks      []*Task
	indicators []*model.Indicator
	acts       []Act
}

func link(world *model.World, tasks []Task, asOf model.Date) *links {
	l := &links{map[string][]*Task{}, map[string][]*model.Indicator{}, map[string][]Act{}}
	for i := range tasks {
		l.addTask(&tasks[i])
	}
	for i := range world.Indicators {
		for _, clause := range distinct(world.Indicators[i].Clauses) {
			l.indicators[clause] = append(l.indicators[clause], &world.Indicators[i])
		}
	}
	for i := range world.Registers {
		l.addRegister(&world.Registers[i], asOf)
	}
	for _, acts := range l.acts {
		slices.SortStableFunc(acts, func(a, b Act) int { return a.Date.Compare(b.Date) })
	}
	return l
}

func (l *links) of(clause string) clauseLinks {
	return clauseLinks{l.tasks[clause], l.indicators[clause], l.acts[clause]}
}

func (l *links) addTask(t *Task) {
	acts := actsOfTask(t)
	for _, clause := range distinct(t.Clauses) {
		l.tasks[clause] = append(l.tasks[clause], t)
		l.acts[clause] = append(l.acts[clause], acts...)
	}
}

func actsOfTask(t *Task) []Act {
	var acts []Act
	for _, entry := range t.Log {
		for i := range entry.Evidence {
			e := &entry.Evidence[i]
			if e.Kind.Documents() && !e.Date.IsZero() {
				acts = append(acts, Act{Date: e.Date, Task: t.ID, Evidence: e, Illustrative: t.Illustrative})
			}
		}
	}
	return acts
}

// addRegister counts each row dated by asOf for all clauses of its register,
// whatever its own columns name. Without a date that may be told a row can't be
// placed in time and is no act.
func (l *links) addRegister(register *model.Register, asOf model.Date) {
	dated := register.ToldDateColumn()
	if dated == "" {
		return
	}
	for i, row := range register.Rows {
		date := row.Values[dated].Date
		if date.IsZero() || date.After(asOf) {
			continue
		}
		act := Act{Date: date, Register: register.ID, Row: i, Illustrative: register.Illustrative || row.Illustrative}
		for _, clause := range distinct(register.Clauses) {
			l.acts[clause] = append(l.acts[clause], act)
		}
	}
}

func distinct(ids []string) []string {
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}
