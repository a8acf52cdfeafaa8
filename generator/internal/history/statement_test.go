package history

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/model"
)

func TestStatementOfBaseSite(t *testing.T) {
	in, _, _ := baseSite(t).load(t, published)
	got := statementOf(t, in, nil)
	golden := filepath.Join("testdata", "statement.json")
	if *update {
		write(t, golden, string(got))
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the statement is\n%s", got)
	}
}

func TestStatementReadsBack(t *testing.T) {
	for seed := range uint64(50) {
		text := statementOf(t, seeded(t, seed), nil)
		read, err := parse(text)
		if err != nil {
			t.Fatal(err)
		}
		again, err := read.JSON()
		if err != nil || !bytes.Equal(text, again) {
			t.Fatalf("seed %d: %v\n%s\nbecomes\n%s", seed, err, text, again)
		}
	}
}

// TestStatementKeepsSecrets looks for what readers may not know: hidden
// columns, names without consent, true counts, what is still to come.
func TestStatementKeepsSecrets(t *testing.T) {
	const register, tasks = "data/registers/ton-vinh.yaml", "data/tasks/iii.yaml"
	s := baseSite(t).
		with(t, register, "scope: trang này", "scope: trang này, withdrawn: 2025-05-01").
		with(t, register, "ngay: 2025-03-04, noi-dung: Gặp mặt, so-nguoi: 40", "ngay: 2025-06-02, noi-dung: Ngày mai, so-nguoi: 4").
		with(t, tasks, "date: 2024-12-18", "date: 2025-06-02").
		with(t, "cells", "trinh-do doctor/2024 7", "trinh-do doctor/2024 c")
	in, _, _ := s.load(t, published)
	text := string(statementOf(t, in, nil))
	for _, secret := range []string{"kín", "Nguyễn Văn A", "Ngày mai", "Thông báo", `"doctor/2024": "3"`} {
		if strings.Contains(text, secret) {
			t.Errorf("the statement tells %q", secret)
		}
	}
}

func TestRecordedLate(t *testing.T) {
	const tasks = "data/tasks/iii.yaml"
	s := baseSite(t)
	first, _, _ := s.load(t, published)
	prev := publish(t, first, nil)
	s[tasks] += "    - {date: 2025-02-01, note: muộn}\n    - {date: 2025-06-01, note: cùng ngày}\n    - {date: 2025-07-01, note: đúng lúc}\n"
	second, _, _ := s.load(t, today)
	prev = publish(t, second, prev)
	s[tasks] += "    - {date: 2025-11-30, note: muộn nữa}\n"
	third, _, _ := s.load(t, "2026-03-04")
	var got []string
	task, ok := State(third, prev).Task("doi-thoai")
	if !ok {
		t.Fatal("there is no task doi-thoai")
	}
	for _, e := range task.Log {
		got = append(got, e.Recorded.String())
	}
	if want := []string{"", "", today, "", "", "2026-03-04"}; !slices.Equal(got, want) {
		t.Errorf("entries are recorded on %q, want %q", got, want)
	}
}

func TestFigures(t *testing.T) {
	in, _, _ := baseSite(t).load(t, published)
	prev := publish(t, in, nil)
	releases := prev.Figures()
	if len(releases) != 1 || len(releases[0].Tables) != 1 {
		t.Fatalf("there are the releases %+v, want one with a table", releases)
	}
	table := releases[0].Tables[0]
	if n := len(table.Cells); n != 6 || table.Declared.ID != "trinh-do" {
		t.Errorf("there are %d cells of %s, want 6 of trinh-do", n, table.Declared.ID)
	}
	var got []string
	for _, c := range table.Cells {
		if c.Withheld && c.Count == 0 {
			got = append(got, place(c.Codes, c.Year))
		}
	}
	if want := []string{"_T/2023", "doctor/2023"}; !slices.Equal(got, want) {
		t.Errorf("withheld are %q, want %q", got, want)
	}
}

func TestReadRefuses(t *testing.T) {
	in, _, _ := baseSite(t).load(t, published)
	right := string(statementOf(t, in, nil))
	for name, c := range map[string]struct {
		text   string
		reason Reason
	}{
		"no JSON":             {"{", Damaged},
		"another program's":   {"{}", OtherSchema},
		"a later schema":      {strings.Replace(right, "statement/1", "statement/2", 1), OtherSchema},
		"a day that isn't":    {strings.Replace(right, "2024-11-02", "2024-02-30", 1), Damaged},
		"no day":              {strings.Replace(right, `"as_of": "2025-06-01"`, `"as_of": ""`, 1), Damaged},
		"a row cut short":     {strings.Replace(right, "\"2025-03-04\",\n", "", 1), Damaged},
		"an id used twice":    {strings.Replace(right, `"id": "III.1-1"`, `"id": "III.2-4b"`, 1), Damaged},
		"a count in words":    {strings.Replace(right, `"21"`, `"hai mốt"`, 1), Damaged},
		"a cell without year": {strings.Replace(right, `"_T/2024"`, `"_T"`, 1), Damaged},
		"a value in words":    {strings.Replace(right, `"33"`, `"ba ba"`, 1), Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			if c.text == right {
				t.Fatal("nothing was spoilt")
			}
			folder := t.TempDir()
			write(t, filepath.Join(folder, StatementPath), c.text)
			refused(t, folder, c.reason)
		})
	}
	refused(t, filepath.Join(t.TempDir(), "nothing"), NoStatement)
	refused(t, t.TempDir(), NoStatement)
}

func refused(t *testing.T, folder string, reason Reason) {
	t.Helper()
	_, err := Read(folder)
	var read *ReadError
	if !errors.As(err, &read) || read.Reason != reason || read.Dir != folder {
		t.Errorf("read: %v", err)
	}
}

func TestReadFindsCopies(t *testing.T) {
	in, _, _ := baseSite(t).load(t, published)
	folder := t.TempDir()
	write(t, filepath.Join(folder, StatementPath), string(statementOf(t, in, nil)))
	for _, name := range []string{"2025-06-01/a.csv", "2024-12-31/a.csv", "khac/a.csv", "2025-02-30/a.csv"} {
		write(t, filepath.Join(folder, CopiesFolder, name), "a\n")
	}
	prev, err := Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range prev.Releases {
		got = append(got, r.Folder()+strings.Join(r.Files, " "))
	}
	if want := []string{CopiesFolder + "2024-12-31/a.csv", CopiesFolder + "2025-06-01/a.csv"}; !slices.Equal(got, want) {
		t.Errorf("copies are %q, want %q", got, want)
	}
	if !prev.AsOf.Date.Before(day(t, today)) {
		t.Errorf("as of %s", prev.AsOf)
	}
}

// FuzzParse holds that no statement, however spoilt, makes comparing fail.
func FuzzParse(f *testing.F) {
	in, _, _ := baseSite(f).load(f, published)
	f.Add(statementOf(f, in, nil))
	f.Add([]byte(`{"schema":"congbo-statement/1","as_of":"2025-06-01","language":"vi","registers":[{"id":"ton-vinh","columns":null,"rows":[["true"]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := parse(data)
		if err != nil {
			return
		}
		prev := &Previous{Statement: *s}
		compareAll(t, prev, in)
		withdrawn(prev, in)
		EntryIDs(Recorded(in, s, nil))
	})
}

func TestAgreement(t *testing.T) {
	for _, c := range []struct {
		said, value string
		states      bool
	}{
		{"48.1", "48.1", true},
		{"48,1 %", "48.1", true},
		{"48.1", "48.10", true},
		{"hơn 9.800 người", "more-than 9800", true},
		{"9,800", "9800", true},
		{"9.8", "9800", false},
		{"1980", "9800", false},
		{"-0,5", "-0.5", true},
		{"31/12/2024", "2024-12-31", true},
		{"ngày 31-12-2024", "2024-12-31", true},
		{"2024", "2024-12-31", false},
		{"", "12", false},
		{"12", "", false},
		{"", "", true},
		{"không còn", "", true},
		{"c", "c", true},
	} {
		text := model.Text{}
		if c.said != "" {
			text = vi(c.said)
		}
		if got := states(text, c.value); got != c.states {
			t.Errorf("states(%q, %q) = %v", c.said, c.value, got)
		}
	}
}

func TestFieldNames(t *testing.T) {
	log := &finding{Change: Change{Of: OfTask, Field: "log.2024-12-20.status", Number: 2}}
	due := &finding{Change: Change{Of: OfTask, Field: "plan.due"}}
	value := &finding{Change: Change{Of: OfIndicator, Field: "series.2018-03"}}
	cells := &finding{Change: Change{Of: OfTable, Field: "2024"}}
	for _, c := range []struct {
		written string
		finding *finding
		names   bool
	}{
		{"", log, true}, {"log", log, true}, {"log.2024-12-20", log, true}, {"log.2", log, true}, {"log[2]", log, true},
		{"2024-12-20", log, true}, {"status", log, true}, {"log.1", log, false}, {"plan", log, false}, {"title", log, false},
		{"plan", due, true}, {"plan.due", due, true}, {"plan.start", due, false}, {"log", due, false},
		{"2018-03", value, true}, {"series", value, true}, {"value", value, true}, {"2018", value, false}, {"targets.2018-03", value, false},
		{"2024", cells, true}, {"master,_T/2024", cells, true}, {"2023", cells, false}, {"_T/2023", cells, false}, {"cells", cells, true},
	} {
		if got := parseField(c.written).names(c.finding); got != c.names {
			t.Errorf("%q names %s: %v", c.written, c.finding.Field, got)
		}
	}
}
