package history

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
	"congbo/generator/internal/world"
)

func vi(s string) model.Text { return model.Text{"vi": s} }

// randomInput is a site with a little of everything, all of it real and dated
// before it is published.
func randomInput(t testing.TB, r *rand.Rand) Input {
	t.Helper()
	w := &model.World{Site: model.Site{Languages: []string{"vi"}}, Statistics: model.Statistics{Threshold: 5}}
	tables := &workforce.Publication{}
	for i := range 1 + r.IntN(3) {
		id := fmt.Sprint("x", i)
		w.Clauses = append(w.Clauses, model.Clause{ID: fmt.Sprint("III.", i), Quote: vi(word(r))})
		w.Tasks = append(w.Tasks, randomTask(r, id))
		w.Indicators = append(w.Indicators, randomIndicator(r, id))
		w.Registers = append(w.Registers, randomRegister(t, r, id))
		tables.Tables = append(tables.Tables, randomTable(r, id))
	}
	return Input{World: w, Report: tracking.Assess(w, day(t, published)), Tables: tables}
}

func word(r *rand.Rand) string {
	letters := []rune("aăâbcdđeêkmnoôơtuưxáàảãạ 0123456789\"',;:{}#")
	var out strings.Builder
	out.WriteRune('x')
	for range 1 + r.IntN(9) {
		out.WriteRune(letters[r.IntN(len(letters))])
	}
	return strings.TrimSpace(out.String())
}

// dayIn is a day of a year.
func dayIn(r *rand.Rand, year int) model.Date {
	return model.DateOf(time.Date(year, 1, 1+r.IntN(365), 0, 0, 0, 0, time.UTC))
}

func randomTask(r *rand.Rand, id string) model.Task {
	t := model.Task{ID: id, Title: vi(word(r)), Clauses: []string{"III.0"}, Lead: "so", Plan: model.Plan{Start: dayIn(r, 2023), Due: dayIn(r, 2024)}}
	for range 1 + r.IntN(4) {
		t.Log = append(t.Log, randomEntry(r, 2024))
	}
	slices.SortStableFunc(t.Log, func(a, b model.LogEntry) int { return a.Date.Compare(b.Date) })
	return t
}

func randomEntry(r *rand.Rand, year int) model.LogEntry {
	e := model.LogEntry{Date: dayIn(r, year), Note: vi(word(r)), Status: []model.TaskStatus{"", model.UnderWay, model.Done}[r.IntN(3)]}
	if r.IntN(2) == 0 {
		e.Evidence = append(e.Evidence, model.Evidence{
			Title: vi(word(r)), URL: "https://x.example/" + fmt.Sprint(r.IntN(9)), Date: e.Date, Kind: model.DocumentEvidence, Proves: vi(word(r)),
			Copy: &model.Copy{File: word(r), SHA256: fmt.Sprintf("%064x", r.Uint64()), Seen: e.Date},
		})
	}
	return e
}

func randomIndicator(r *rand.Rand, id string) model.Indicator {
	i := model.Indicator{ID: "i-" + id, Title: vi(word(r)), Clauses: []string{"III.0"}}
	for n := range 1 + r.IntN(4) {
		i.Series = append(i.Series, model.Point{Period: model.Period{Year: 2010 + n}, Value: float64(r.IntN(10000)) / 10, Digits: 1, Source: "s"})
	}
	i.Targets = []model.Point{{Period: model.Period{Year: 2030}, Value: float64(r.IntN(100)), Bound: model.AtLeast, Source: "s"}}
	return i
}

func randomRegister(t testing.TB, r *rand.Rand, id string) model.Register {
	register := model.Register{ID: "r-" + id, Title: vi(word(r)), Clauses: []string{"III.0"}, Columns: []model.Column{
		{ID: "ngay", Type: model.DateColumn, Public: true},
		{ID: "noi-dung", Type: model.TextColumn, Public: true},
		{ID: "nguoi", Type: model.PersonColumn, Public: true},
		{ID: "so-nguoi", Type: model.CountColumn, Public: true},
		{ID: "kin", Type: model.TextColumn},
	}}
	for range 1 + r.IntN(5) {
		register.Rows = append(register.Rows, randomRow(t, r, 2024))
	}
	return register
}

func randomRow(t testing.TB, r *rand.Rand, year int) model.Row {
	return model.Row{Values: map[string]model.Value{
		"ngay":     {Date: dayIn(r, year)},
		"noi-dung": {Text: vi(word(r))},
		"nguoi":    {Person: &model.NamedPerson{Name: word(r) + " " + word(r), Consent: &model.Consent{Date: day(t, "2020-01-01")}}},
		"so-nguoi": {Number: float64(r.IntN(20))},
		"kin":      {Text: vi("kín " + word(r))},
	}}
}

func randomTable(r *rand.Rand, id string) *workforce.Table {
	t := &workforce.Table{Declared: model.Table{ID: "t-" + id, Title: vi(word(r)), Dimensions: []model.Dimension{model.ByDegree}, Measure: model.Stock}}
	for year := range 2 {
		for _, code := range []string{"<30", "master", "_T"} {
			c := workforce.Cell{Codes: []string{code}, Year: 2023 + year, Count: 5 + r.IntN(50)}
			if r.IntN(5) == 0 {
				c.Status = workforce.Withheld
			}
			t.Cells = append(t.Cells, c)
		}
	}
	return t
}

// rewrites are ways to rewrite one thing that was published.
var rewrites = map[string]func(*rand.Rand, Input){
	"plan":             func(r *rand.Rand, in Input) { p := &pick1(r, in.World.Tasks).Plan; p.Due = p.Due.AddMonths(1) },
	"entry's status":   func(r *rand.Rand, in Input) { pick1(r, pick1(r, in.World.Tasks).Log).Status = model.Stopped },
	"entry's note":     func(r *rand.Rand, in Input) { pick1(r, pick1(r, in.World.Tasks).Log).Note = vi("khác") },
	"entry's evidence": func(r *rand.Rand, in Input) { addEvidence(pick1(r, pick1(r, in.World.Tasks).Log)) },
	"evidence's copy":  func(r *rand.Rand, in Input) { copyKept(r, in).SHA256 = strings.Repeat("0", 64) },
	"copy's day":       func(r *rand.Rand, in Input) { c := copyKept(r, in); c.Seen = c.Seen.AddMonths(1) },
	"copy gone":        func(r *rand.Rand, in Input) { evidenceKept(r, in).Copy = nil },
	"entry gone":       func(r *rand.Rand, in Input) { t := pick1(r, in.World.Tasks); t.Log = without(r, t.Log) },
	"task gone":        func(r *rand.Rand, in Input) { in.World.Tasks = without(r, in.World.Tasks) },
	"value":            func(r *rand.Rand, in Input) { pick1(r, pick1(r, in.World.Indicators).Series).Value++ },
	"bound":            func(r *rand.Rand, in Input) { pick1(r, in.World.Indicators).Targets[0].Bound = model.About },
	"value gone":       func(r *rand.Rand, in Input) { i := pick1(r, in.World.Indicators); i.Series = without(r, i.Series) },
	"indicator gone":   func(r *rand.Rand, in Input) { in.World.Indicators = without(r, in.World.Indicators) },
	"row's text":       func(r *rand.Rand, in Input) { setCell(r, in, "noi-dung", model.Value{Text: vi("khác")}) },
	"row's count":      func(r *rand.Rand, in Input) { setCell(r, in, "so-nguoi", model.Value{Number: 1000}) },
	"row gone":         func(r *rand.Rand, in Input) { g := pick1(r, in.World.Registers); g.Rows = without(r, g.Rows) },
	"register gone":    func(r *rand.Rand, in Input) { in.World.Registers = without(r, in.World.Registers) },
	"quote":            func(r *rand.Rand, in Input) { pick1(r, in.World.Clauses).Quote = vi("khác") },
	"clause gone":      func(r *rand.Rand, in Input) { in.World.Clauses = without(r, in.World.Clauses) },
	"cell":             func(r *rand.Rand, in Input) { shown(r, in).Count++ },
	"table gone":       func(r *rand.Rand, in Input) { in.Tables.Tables = without(r, in.Tables.Tables) },
}

func pick1[T any](r *rand.Rand, all []T) *T { return &all[r.IntN(len(all))] }

func without[T any](r *rand.Rand, all []T) []T {
	i := r.IntN(len(all))
	return slices.Delete(slices.Clone(all), i, i+1)
}

func addEvidence(e *model.LogEntry) {
	e.Evidence = append(slices.Clone(e.Evidence), model.Evidence{Title: vi("thêm"), Date: e.Date, Kind: model.PhotoEvidence})
}

// evidenceKept is the evidence of some entry. Where it has none, some is added,
// which rewrites the entry as well.
func evidenceKept(r *rand.Rand, in Input) *model.Evidence {
	e := pick1(r, pick1(r, in.World.Tasks).Log)
	if len(e.Evidence) == 0 {
		addEvidence(e)
	}
	return &e.Evidence[0]
}

func copyKept(r *rand.Rand, in Input) *model.Copy {
	kept := evidenceKept(r, in)
	if kept.Copy == nil {
		kept.Copy = new(model.Copy)
	}
	return kept.Copy
}

// setCell rewrites a cell of one row. A count that was withheld could be told
// lawfully, so the row's text changes, too.
func setCell(r *rand.Rand, in Input, column string, v model.Value) {
	row := pick1(r, pick1(r, in.World.Registers).Rows)
	values := map[string]model.Value{}
	for id, value := range row.Values {
		values[id] = value
	}
	if n := values["so-nguoi"].Number; n > 0 && n < 5 {
		values["noi-dung"] = model.Value{Text: vi("khác nữa")}
	}
	values[column] = v
	row.Values = values
}

// shown picks a cell that is not withheld, and makes one if need be.
func shown(r *rand.Rand, in Input) *workforce.Cell {
	table := pick1(r, in.Tables.Tables)
	i := slices.IndexFunc((*table).Cells, func(c workforce.Cell) bool { return c.Status == "" })
	return &(*table).Cells[max(i, 0)]
}

func compareAll(t testing.TB, prev *Previous, in Input) ([]Change, []diag.Problem) {
	t.Helper()
	problems := new(diag.List)
	in.Report = tracking.Assess(in.World, day(t, today))
	changes := Compare(prev, in, new(world.Index), problems)
	return changes, problems.Problems()
}

// seeded gives the same input twice, so that one can be rewritten.
func seeded(t testing.TB, seed uint64) Input {
	return randomInput(t, rand.New(rand.NewPCG(seed, 1)))
}

func TestNothingChangesByItself(t *testing.T) {
	for seed := range uint64(50) {
		changes, problems := compareAll(t, publish(t, seeded(t, seed), nil), seeded(t, seed))
		if len(changes)+len(problems) > 0 {
			t.Fatalf("seed %d: %v %v", seed, changes, problems)
		}
	}
}

// TestRewritingIsRefusedOrListed rewrites one thing of the past: that is a
// problem, and none any more once the lines of its hints are listed.
func TestRewritingIsRefusedOrListed(t *testing.T) {
	for name, rewrite := range rewrites {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(40) {
				was, now := seeded(t, seed), seeded(t, seed)
				rewrite(rand.New(rand.NewPCG(seed, 2)), now)
				prev := publish(t, was, nil)
				_, problems := compareAll(t, prev, now)
				if len(problems) == 0 {
					if bytes.Equal(statementOf(t, was, nil), statementOf(t, now, nil)) {
						continue // what was rewritten was withheld
					}
					t.Fatalf("seed %d: not refused", seed)
				}
				now.World.Corrections = hinted(t, problems)
				changes, problems := compareAll(t, prev, now)
				if len(problems) > 0 {
					t.Fatalf("seed %d: %s, although listed as %v", seed, problems[0].Message("en"), now.World.Corrections)
				}
				if !slices.ContainsFunc(changes, func(c Change) bool { return c.Correction != nil }) {
					t.Fatalf("seed %d: no change names its correction", seed)
				}
			}
		})
	}
}

// hinted reads the line that each problem's hint ends with, as YAML.
func hinted(t testing.TB, problems []diag.Problem) []model.Correction {
	t.Helper()
	var corrections []model.Correction
	for _, p := range problems {
		_, text, ok := strings.Cut(p.Hint("en"), "give the reason: ")
		var read []struct {
			Date, Of, ID, Field string
			Was, Now, Reason    *string
		}
		if err := yaml.Unmarshal([]byte(text), &read); err != nil || !ok || len(read) != 1 || read[0].Reason != nil {
			t.Fatalf("hint %q: %v", p.Hint("en"), err)
		}
		c := read[0]
		corrections = append(corrections, model.Correction{
			Date: day(t, c.Date), Of: c.Of, ID: c.ID, Field: c.Field, Was: textOf(c.Was), Now: textOf(c.Now), Reason: vi("nhầm"),
		})
	}
	return corrections
}

func textOf(s *string) model.Text {
	if s == nil {
		return nil
	}
	return vi(*s)
}

func TestAddingIsLawful(t *testing.T) {
	for seed := range uint64(50) {
		now := seeded(t, seed)
		r := rand.New(rand.NewPCG(seed, 3))
		task := pick1(r, now.World.Tasks)
		task.Log = append(task.Log, randomEntry(r, 2025))
		now.World.Tasks = append(now.World.Tasks, randomTask(r, "moi"))
		indicator := pick1(r, now.World.Indicators)
		indicator.Series = append(indicator.Series, model.Point{Period: model.Period{Year: 2024}, Value: 1})
		register := pick1(r, now.World.Registers)
		register.Rows = slices.Insert(register.Rows, r.IntN(len(register.Rows)+1), randomRow(t, r, 2024+r.IntN(2)))
		now.World.Clauses = append(now.World.Clauses, model.Clause{ID: "IV.1", Quote: vi("mới")})
		now.Tables.Tables = append(now.Tables.Tables, randomTable(r, "moi"))
		changes, problems := compareAll(t, publish(t, seeded(t, seed), nil), now)
		if len(problems) > 0 {
			t.Fatalf("seed %d: %s", seed, problems[0].Message("en"))
		}
		if len(changes) < 6 {
			t.Fatalf("seed %d: only %v", seed, changes)
		}
	}
}
