package tracking

import (
	"reflect"
	"testing"

	"congbo/generator/internal/model"
)

func date(s string) model.Date {
	if s == "" {
		return model.Date{}
	}
	d, err := model.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func entry(day string, status model.TaskStatus, due string, evidence ...model.Evidence) model.LogEntry {
	return model.LogEntry{Date: date(day), Status: status, Due: date(due), Evidence: evidence}
}

func evidence(kind model.EvidenceKind, day string) model.Evidence {
	return model.Evidence{Kind: kind, Date: date(day)}
}

func task(due string, log ...model.LogEntry) model.Task {
	return model.Task{ID: "t", Lead: "ubnd-tinh", Clauses: []string{"III.1"}, Plan: model.Plan{Start: date("2024-01-01"), Due: date(due)}, Log: log}
}

func TestTaskAnswers(t *testing.T) {
	document := evidence(model.DocumentEvidence, "2024-06-10")
	for _, c := range []struct {
		name     string
		task     model.Task
		asOf     string
		due      string
		reported Reported
		on       string
		proof    Proof
		schedule Schedule
		days     int
	}{
		{"31 days to go", task("2024-12-31"), "2024-11-30", "2024-12-31", "none", "", NoProof, NotDue, 31},
		{"30 days to go", task("2024-12-31"), "2024-12-01", "2024-12-31", "none", "", NoProof, DueSoon, 30},
		{"on the due day", task("2024-12-31"), "2024-12-31", "2024-12-31", "none", "", NoProof, DueSoon, 0},
		{"the day after", task("2024-12-31"), "2025-01-01", "2024-12-31", "none", "", NoProof, Overdue, -1},
		{"over a leap day", task("2024-03-01"), "2024-02-28", "2024-03-01", "none", "", NoProof, DueSoon, 2},
		{"the day before an entry", task("2024-12-31", entry("2024-06-10", model.Done, "", document)), "2024-06-09",
			"2024-12-31", "none", "", NoProof, NotDue, 205},
		{"the day of an entry", task("2024-12-31", entry("2024-06-10", model.Done, "", document)), "2024-06-10",
			"2024-12-31", "done", "2024-06-10", Documented, Closed, 204},
		{"evidence dated later than its entry", task("2024-12-31", entry("2024-06-09", model.Done, "", document)), "2024-06-09",
			"2024-12-31", "done", "2024-06-09", NoProof, Closed, 205},
		{"evidence older than an entry still to come", task("2024-12-31", entry("2024-06-12", model.Done, "", document)), "2024-06-11",
			"2024-12-31", "none", "", NoProof, NotDue, 203},
		{"moved twice", task("2024-05-31", entry("2024-05-01", "", "2024-06-30"), entry("2024-06-20", "", "2024-08-31")), "2024-07-01",
			"2024-08-31", "none", "", NoProof, NotDue, 61},
		{"moved once so far", task("2024-05-31", entry("2024-05-01", "", "2024-06-30"), entry("2024-06-20", "", "2024-08-31")), "2024-06-19",
			"2024-06-30", "none", "", NoProof, DueSoon, 11},
		{"moved earlier", task("2024-12-31", entry("2024-05-01", "", "2024-06-30")), "2024-07-01",
			"2024-06-30", "none", "", NoProof, Overdue, -1},
		{"an entry without status keeps the last", task("2024-12-31", entry("2024-05-01", model.UnderWay, ""), entry("2024-06-01", "", "", document)), "2024-06-10",
			"2024-12-31", "under-way", "2024-05-01", Documented, NotDue, 204},
		{"taken up again", task("2024-12-31", entry("2024-05-01", model.Stopped, ""), entry("2024-06-01", model.UnderWay, "")), "2024-06-01",
			"2024-12-31", "under-way", "2024-06-01", NoProof, NotDue, 213},
		{"stopped after its due", task("2024-03-31", entry("2024-05-01", model.Stopped, "")), "2024-06-01",
			"2024-03-31", "stopped", "2024-05-01", NoProof, Closed, -62},
		{"two entries of one day: the later line", task("2024-12-31", entry("2024-05-01", model.UnderWay, ""), entry("2024-05-01", model.Done, "")), "2024-05-01",
			"2024-12-31", "done", "2024-05-01", NoProof, Closed, 244},
		{"only news and photos", task("2024-12-31", entry("2024-06-10", "", "", evidence(model.NewsEvidence, "2024-06-10"), evidence(model.PhotoEvidence, "2024-06-10"))), "2024-06-10",
			"2024-12-31", "none", "", Announced, NotDue, 204},
		{"a dataset after news", task("2024-12-31", entry("2024-06-10", "", "", evidence(model.NewsEvidence, "2024-06-10"), evidence(model.DatasetEvidence, "2024-06-10"))), "2024-06-10",
			"2024-12-31", "none", "", Documented, NotDue, 204},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := assessTask(&c.task, date(c.asOf))
			if got.Due.String() != c.due || got.Reported != c.reported || got.ReportedOn.String() != c.on ||
				got.Proof != c.proof || got.Schedule != c.schedule || got.Days != c.days {
				t.Errorf("due %v, reported %s on %v, evidence %s, schedule %s, days %d",
					got.Due, got.Reported, got.ReportedOn, got.Proof, got.Schedule, got.Days)
			}
		})
	}
}

func TestReportedBy(t *testing.T) {
	partner := entry("2024-05-01", model.UnderWay, "")
	partner.By = "so-noi-vu"
	silent := task("2024-12-31")
	stated := task("2024-12-31", partner)
	own := task("2024-12-31", partner, entry("2024-06-01", model.Done, ""))
	for want, task := range map[string]*model.Task{"": &silent, "so-noi-vu": &stated, "ubnd-tinh": &own} {
		if got := assessTask(task, date("2024-12-31")).ReportedBy; got != want {
			t.Errorf("reported by %q, want %q", got, want)
		}
	}
}

// TestCopyIsKnownOnceSeen holds that evidence is told without its copy before
// the day on which the copy was seen, and that the record keeps it.
func TestCopyIsKnownOnceSeen(t *testing.T) {
	shown := evidence(model.DocumentEvidence, "2024-06-10")
	shown.Copy = &model.Copy{Seen: date("2024-06-12")}
	record := task("2024-12-31", entry("2024-06-10", "", "", shown))
	for day, known := range map[string]bool{"2024-06-11": false, "2024-06-12": true, "2024-06-13": true} {
		if got := assessTask(&record, date(day)).Log[0].Evidence[0].Copy != nil; got != known {
			t.Errorf("on %s the copy is known: %v", day, got)
		}
	}
	if record.Log[0].Evidence[0].Copy == nil {
		t.Error("the record has lost its copy")
	}
}

// duty is a world of one duty, III.1, and one clause that is none, II.2.
func duty(cadence model.Cadence, months int) *model.World {
	return &model.World{Clauses: []model.Clause{
		{ID: "III.1", Kind: model.Duty, Cadence: cadence, EveryMonths: months},
		{ID: "II.2", Kind: model.Vision, Cadence: model.NoCadence},
	}}
}

func withTask(w *model.World, tasks ...model.Task) *model.World {
	w.Tasks = append(w.Tasks, tasks...)
	return w
}

func acted(day string) model.Task {
	return task("2030-12-31", entry(day, "", "", evidence(model.DocumentEvidence, day)))
}

func TestHeartbeat(t *testing.T) {
	over := func(w *model.World, validTo string) *model.World {
		w.Programme.ValidTo = date(validTo)
		return w
	}
	done := func(due string) model.Task {
		return task(due, entry("2024-03-01", model.Done, "", evidence(model.DocumentEvidence, "2024-03-01")))
	}
	const unset = -1
	for _, c := range []struct {
		name   string
		world  *model.World
		asOf   string
		last   string
		next   string
		months int
		state  State
	}{
		{"no act yet", duty(model.Standing, 0), "2024-06-01", "", "", unset, NoData},
		{"the day before the act", withTask(duty(model.Standing, 0), acted("2024-02-29")), "2024-02-28", "", "", unset, NoData},
		{"the day of the act", withTask(duty(model.Standing, 0), acted("2024-02-29")), "2024-02-29", "2024-02-29", "2025-02-28", 0, Active},
		{"on the next due", withTask(duty(model.Standing, 0), acted("2024-02-29")), "2025-02-28", "2024-02-29", "2025-02-28", 12, Active},
		{"the day after the next due", withTask(duty(model.Standing, 0), acted("2024-02-29")), "2025-03-01", "2024-02-29", "2025-02-28", 12, Silent},
		{"one day short of a month", withTask(duty(model.Standing, 0), acted("2024-01-15")), "2024-02-14", "2024-01-15", "2025-01-15", 0, Active},
		{"a whole month", withTask(duty(model.Standing, 0), acted("2024-01-15")), "2024-02-15", "2024-01-15", "2025-01-15", 1, Active},
		{"the end of a shorter month", withTask(duty(model.Standing, 0), acted("2023-01-31")), "2023-02-28", "2023-01-31", "2024-01-31", 1, Active},
		{"yearly, early in the year", withTask(duty(model.Yearly, 0), acted("2024-01-01")), "2025-12-31", "2024-01-01", "2025-12-31", 23, Active},
		{"yearly, one day late", withTask(duty(model.Yearly, 0), acted("2024-12-31")), "2026-01-01", "2024-12-31", "2025-12-31", 12, Silent},
		{"periodic", withTask(duty(model.Periodic, 24), acted("2024-02-29")), "2026-03-01", "2024-02-29", "2026-02-28", 24, Silent},
		{"periodic to a leap day", withTask(duty(model.Periodic, 48), acted("2024-02-29")), "2028-02-29", "2024-02-29", "2028-02-29", 48, Active},
		{"periodic without a period", withTask(duty(model.Periodic, 0), acted("2014-02-28")), "2024-02-28", "2014-02-28", "", 120, Active},
		{"months given to another cadence", withTask(duty(model.Standing, 24), acted("2024-01-15")), "2025-01-16", "2024-01-15", "2025-01-15", 12, Silent},
		{"no cadence", withTask(duty(model.NoCadence, 0), acted("2014-02-28")), "2024-02-28", "2014-02-28", "", 120, Active},
		{"once, several tasks", withTask(duty(model.Once, 0), acted("2024-03-01"), done("2024-06-30"), done("2024-05-31")), "2024-04-01", "2024-03-01", "2030-12-31", 1, Active},
		{"once, one still open and late", withTask(duty(model.Once, 0), done("2024-05-31"), task("2024-06-30")), "2024-07-01", "2024-03-01", "2024-06-30", 4, Silent},
		{"once, one still open on its due", withTask(duty(model.Once, 0), done("2024-05-31"), task("2024-06-30")), "2024-06-30", "2024-03-01", "2024-06-30", 3, Active},
		{"once, all closed", withTask(duty(model.Once, 0), done("2024-05-31"), done("2024-06-30")), "2024-07-01", "2024-03-01", "2024-06-30", 4, DutyClosed},
		{"once, closed without an act", withTask(duty(model.Once, 0), task("2024-05-31", entry("2024-03-01", model.Stopped, ""))), "2024-07-01", "", "", unset, DutyClosed},
		{"once, no task", duty(model.Once, 0), "2024-07-01", "", "", unset, NoData},
		{"closed, but not once", withTask(duty(model.Standing, 0), done("2024-05-31")), "2024-07-01", "2024-03-01", "2025-03-01", 4, Active},
		{"last day of the programme", over(duty(model.Standing, 0), "2025-06-30"), "2025-06-30", "", "", unset, NoData},
		{"programme over, no act", over(duty(model.Standing, 0), "2025-06-30"), "2025-07-01", "", "", unset, Ended},
		{"programme over, silent", over(withTask(duty(model.Standing, 0), acted("2024-01-15")), "2025-06-30"), "2025-07-01", "2024-01-15", "2025-01-15", 17, Ended},
		{"programme over, closed", over(withTask(duty(model.Once, 0), done("2024-05-31")), "2025-06-30"), "2025-07-01", "2024-03-01", "2024-05-31", 16, Ended},
		{"news is no act", withTask(duty(model.Standing, 0), task("2024-12-31", entry("2024-03-01", "", "", evidence(model.NewsEvidence, "2024-03-01")))), "2024-07-01", "", "", unset, NoData},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _ := Assess(c.world, date(c.asOf)).Clause("III.1")
			months := unset
			if got.SilentMonths != nil {
				months = *got.SilentMonths
			}
			if got.LastAct.String() != c.last || got.NextDue.String() != c.next || months != c.months || got.State != c.state {
				t.Errorf("last act %v, next due %v, silent %d, state %s", got.LastAct, got.NextDue, months, got.State)
			}
		})
	}
}

func TestNotADuty(t *testing.T) {
	w := duty(model.Standing, 0)
	done := acted("2024-03-01")
	done.Clauses = []string{"II.2", "II.2"}
	w.Tasks = []model.Task{done}
	w.Indicators = []model.Indicator{{ID: "i", Clauses: []string{"II.2", "III.1"}, Illustrative: true}}
	got, _ := Assess(w, date("2026-01-01")).Clause("II.2")
	if !got.LastAct.IsZero() || !got.NextDue.IsZero() || got.SilentMonths != nil || got.State != NotTracked {
		t.Errorf("what is not a duty has a heartbeat: %+v", got)
	}
	if len(got.Tasks) != 1 || len(got.Indicators) != 1 || len(got.Acts) != 1 || !got.Illustrative {
		t.Errorf("%d tasks, %d indicators, %d acts", len(got.Tasks), len(got.Indicators), len(got.Acts))
	}
}

func register(clauses []string, rows ...model.Row) model.Register {
	return model.Register{ID: "so", Clauses: clauses, Rows: rows, Columns: []model.Column{
		{ID: "ten", Type: model.TextColumn},
		{ID: "khoan", Type: model.ClauseColumn},
		{ID: "ngay", Type: model.DateColumn, Public: true},
		{ID: "han", Type: model.DateColumn, Public: true},
	}}
}

func row(day, other, clause string) model.Row {
	return model.Row{Values: map[string]model.Value{
		"ngay": {Date: date(day)}, "han": {Date: date(other)}, "khoan": {Ref: clause},
	}}
}

// hidden keeps the first day of a register's rows from being published.
func hidden(r model.Register) model.Register {
	r.Columns[2].Public = false
	return r
}

func TestRegisterRows(t *testing.T) {
	w := &model.World{Clauses: []model.Clause{
		{ID: "III.1", Kind: model.Duty, Cadence: model.Standing},
		{ID: "III.2-1", Kind: model.Duty, Cadence: model.Standing},
	}}
	illustrative := row("2024-05-01", "", "III.2-1")
	illustrative.Illustrative = true
	w.Registers = []model.Register{
		register([]string{"III.1", "III.2-1"},
			row("2024-04-01", "2024-09-01", ""), // for both, on its first date column
			illustrative,                        // for both, whichever it names
			row("2024-06-01", "", "III.9"),
			row("", "2024-06-15", "III.1"), // no date where the act's date stands
			row("2024-07-02", "", "III.1"), // dated later
		),
		{ID: "khong-ngay", Clauses: []string{"III.1"}, Columns: []model.Column{{ID: "ten", Type: model.TextColumn}}, Rows: []model.Row{{}}},
		hidden(register([]string{"III.1"}, row("2024-03-03", "", ""))), // the day may not be told
	}
	report := Assess(w, date("2024-07-01"))
	type act struct {
		date string
		row  int
	}
	for _, c := range []struct {
		clause       string
		want         []act
		illustrative bool
	}{
		{"III.1", []act{{"2024-04-01", 0}, {"2024-05-01", 1}, {"2024-06-01", 2}}, true},
		{"III.2-1", []act{{"2024-04-01", 0}, {"2024-05-01", 1}, {"2024-06-01", 2}}, true},
	} {
		clause, _ := report.Clause(c.clause)
		var got []act
		for _, a := range clause.Acts {
			if a.Register != "so" || a.Task != "" {
				t.Errorf("%s: act of %+v", c.clause, a)
			}
			got = append(got, act{a.Date.String(), a.Row})
		}
		if !reflect.DeepEqual(got, c.want) || clause.Illustrative != c.illustrative {
			t.Errorf("%s: acts %v, illustrative %v; want %v, %v", c.clause, got, clause.Illustrative, c.want, c.illustrative)
		}
	}
}

func TestLookup(t *testing.T) {
	report := Assess(withTask(duty(model.Standing, 0), acted("2024-01-15")), date("2024-06-01"))
	if got, ok := report.Task("t"); !ok || got.ID != "t" {
		t.Errorf("task t: %v %v", got.ID, ok)
	}
	if _, ok := report.Task("u"); ok {
		t.Error("found a task that isn't there")
	}
	if _, ok := report.Clause("IV.1"); ok {
		t.Error("found a clause that isn't there")
	}
	var order []string
	for _, c := range report.Clauses {
		order = append(order, c.ID)
	}
	if want := []string{"III.1", "II.2"}; !reflect.DeepEqual(order, want) {
		t.Errorf("clauses in order %v, want %v", order, want)
	}
}
