// Package tracking answers, for one day, what has become of the programme.
// The world and a day go in; out come, for every task, what its body reports,
// what the evidence shows and what the calendar says, and for every clause the
// heartbeat of its duty: the last act, when the next is due, how long it has
// been silent. Only what is dated up to the day counts. It refuses nothing:
// what can't be known stays empty and is never guessed.
package tracking

import "congbo/generator/internal/model"

// A Report is the state of all tasks and clauses on one day.
type Report struct {
	AsOf    model.Date
	Tasks   []Task   // in the world's order
	Clauses []Clause // in the world's order, which is the file's
	tasks   map[string]int
	clauses map[string]int
}

// Assess computes the report of day asOf.
func Assess(world *model.World, asOf model.Date) *Report {
	r := &Report{AsOf: asOf, tasks: map[string]int{}, clauses: map[string]int{}}
	for i := range world.Tasks {
		r.tasks[world.Tasks[i].ID] = i
		r.Tasks = append(r.Tasks, assessTask(&world.Tasks[i], asOf))
	}
	links := link(world, r.Tasks, asOf)
	ended := !world.Programme.ValidTo.IsZero() && asOf.After(world.Programme.ValidTo)
	for i, clause := range world.Clauses {
		r.clauses[clause.ID] = i
		r.Clauses = append(r.Clauses, assessClause(clause, links.of(clause.ID), asOf, ended))
	}
	return r
}

// Task returns the task with this id.
func (r *Report) Task(id string) (Task, bool) {
	i, ok := r.tasks[id]
	if !ok {
		return Task{}, false
	}
	return r.Tasks[i], true
}

// Clause returns the clause with this id.
func (r *Report) Clause(id string) (Clause, bool) {
	i, ok := r.clauses[id]
	if !ok {
		return Clause{}, false
	}
	return r.Clauses[i], true
}
