package history

import (
	"maps"
	"slices"
	"strconv"

	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/workforce"
)

// State puts down what the site states on its day. prev is the site published
// last, nil for none: it tells which entries of logs are recorded late.
func State(in Input, prev *Previous) *Statement {
	s := &Statement{
		Schema:      schema,
		AsOf:        Day{in.Report.AsOf},
		Language:    firstLanguage(in.World),
		Clauses:     []Clause{},
		Tasks:       []Task{},
		Indicators:  []Indicator{},
		Registers:   []Register{},
		Tables:      []Table{},
		Corrections: []Correction{},
		Changes:     []Told{},
	}
	for _, c := range in.World.Clauses {
		s.Clauses = append(s.Clauses, Clause{c.ID, c.Quote, string(c.Kind), string(c.Cadence), c.EveryMonths, c.Illustrative})
	}
	for _, t := range in.Report.Tasks {
		s.Tasks = append(s.Tasks, stateTask(t.Task, t.Log))
	}
	if prev != nil {
		s.markRecorded(&prev.Statement)
	}
	for i := range in.World.Indicators {
		s.Indicators = append(s.Indicators, stateIndicator(&in.World.Indicators[i]))
	}
	for i := range in.World.Registers {
		s.Registers = append(s.Registers, stateRegister(&in.World.Registers[i], in))
	}
	for _, t := range in.tables() {
		s.Tables = append(s.Tables, stateTable(t))
	}
	for _, c := range in.World.Corrections {
		if !c.Date.After(in.Report.AsOf) {
			s.Corrections = append(s.Corrections, stateCorrection(c))
		}
	}
	return s
}

func firstLanguage(world *model.World) string {
	if len(world.Site.Languages) == 0 {
		return "vi"
	}
	return world.Site.Languages[0]
}

func (in Input) tables() []*workforce.Table {
	if in.Tables == nil {
		return nil
	}
	return in.Tables.Tables
}

func stateTask(t *model.Task, log []model.LogEntry) Task {
	task := Task{
		ID: t.ID, Title: t.Title, Clauses: listed(t.Clauses), Lead: t.Lead,
		Start: Day{t.Plan.Start}, Due: Day{t.Plan.Due},
		Log: []Entry{}, Illustrative: t.Illustrative,
	}
	for _, e := range log {
		task.Log = append(task.Log, stateEntry(e))
	}
	return task
}

func stateEntry(e model.LogEntry) Entry {
	entry := Entry{
		Date: Day{e.Date}, By: e.By, Due: Day{e.Due},
		Status: string(e.Status), Reason: e.Reason, Note: e.Note,
	}
	for _, v := range e.Evidence {
		entry.Evidence = append(entry.Evidence, Evidence{v.Title, v.URL, Day{v.Date}, string(v.Kind), v.Proves, stateCopy(v.Copy)})
	}
	return entry
}

func stateCopy(c *model.Copy) *Copy {
	if c == nil {
		return nil
	}
	return &Copy{c.SHA256, Day{c.Seen}}
}

// markRecorded dates the entries that the site published last could have had
// and had not, and keeps the days that it gave to those it had.
func (s *Statement) markRecorded(prev *Statement) {
	before := byID(prev.Tasks, Task.id)
	for i := range s.Tasks {
		was, log := before[s.Tasks[i].ID], s.Tasks[i].Log
		if was == nil {
			was = &Task{}
		}
		for _, step := range prev.alignLogs(was.Log, log) {
			switch {
			case step.now < 0:
			case step.was >= 0:
				log[step.now].Recorded = was.Log[step.was].Recorded
			case log[step.now].Date.Before(prev.AsOf.Date):
				log[step.now].Recorded = s.AsOf
			}
		}
	}
}

func stateIndicator(i *model.Indicator) Indicator {
	return Indicator{
		ID: i.ID, Title: i.Title, Clauses: listed(i.Clauses),
		Series: statePoints(i.Series), Targets: statePoints(i.Targets),
		Illustrative: i.Illustrative,
	}
}

func statePoints(points []model.Point) []Point {
	stated := []Point{}
	for _, p := range points {
		stated = append(stated, Point{
			Period: p.Period.String(), Value: strconv.FormatFloat(p.Value, 'f', p.Digits, 64),
			Bound: string(p.Bound), Derived: p.Derived, Preliminary: p.Preliminary,
			Source: p.Source, Illustrative: p.Illustrative,
		})
	}
	return stated
}

// stateRegister takes the rows from the open data, which know what is public.
func stateRegister(r *model.Register, in Input) Register {
	published := opendata.Describer{World: in.World}.Register(r, in.Report.AsOf)
	register := Register{
		ID: r.ID, Title: r.Title, Clauses: listed(r.Clauses),
		Columns: []Column{}, Rows: published.Rows, Illustrative: published.Illustrative,
	}
	for _, c := range r.Columns {
		if c.Public {
			register.Columns = append(register.Columns, Column{c.ID, c.Type})
		}
	}
	if register.Rows == nil {
		register.Rows = [][]string{}
	}
	return register
}

func stateTable(t *workforce.Table) Table {
	table := Table{
		ID: t.Declared.ID, Title: t.Declared.Title, Clauses: listed(t.Declared.Clauses),
		Counts: &Counting{
			Dimensions: t.Declared.Dimensions, Measure: t.Declared.Measure,
			Levels: t.Declared.Levels, Where: t.Declared.Where, Threshold: t.Threshold,
		},
		Cells: make(map[string]string, len(t.Cells)), Illustrative: t.Illustrative || t.Declared.Illustrative,
	}
	for _, c := range t.Cells {
		value := opendata.Withheld
		if c.Status != workforce.Withheld {
			value = strconv.Itoa(c.Count)
		}
		table.Cells[place(c.Codes, c.Year)] = value
	}
	return table
}

func stateCorrection(c model.Correction) Correction {
	return Correction{Date: Day{c.Date}, Of: Subject(c.Of), ID: c.ID, Field: c.Field, Was: c.Was, Now: c.Now, Reason: c.Reason}
}

// listed is ids as JSON wants them: [] for none.
func listed(ids []string) []string { return append([]string{}, ids...) }

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
