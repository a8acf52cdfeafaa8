package opendata

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"testing"

	"congbo/generator/internal/model"
)

func TestCountsOfPeopleAreWithheldWhereMarked(t *testing.T) {
	reader := publicReader{&model.World{}, today}
	for want, v := range map[string]model.Value{"0": {}, "12": {Number: 12}, "c": {Withheld: true}} {
		if got := reader.cell(model.CountColumn, v); got != want {
			t.Errorf("%+v: %q, want %q", v, got, want)
		}
	}
}

func TestNamesNeedConsentThatStands(t *testing.T) {
	consent := func(date, withdrawn string) *model.Consent {
		c := &model.Consent{Date: day(t, date)}
		if withdrawn != "" {
			c.Withdrawn = day(t, withdrawn)
		}
		return c
	}
	reader := publicReader{&model.World{}, today}
	for _, c := range []struct {
		consent *model.Consent
		want    string
	}{
		{nil, "c"},
		{consent("2026-11-22", ""), "A"},
		{consent("2026-11-23", ""), "c"}, // not yet given
		{consent("2026-01-01", "2026-02-01"), "c"},
		{consent("2026-01-01", "2027-02-01"), "c"}, // known by now, so in every copy
	} {
		value := model.Value{Person: &model.NamedPerson{Name: "A", Consent: c.consent}}
		if got := reader.cell(model.PersonColumn, value); got != c.want {
			t.Errorf("%+v: %q, want %q", c.consent, got, c.want)
		}
	}
	if got := reader.cell(model.PersonColumn, model.Value{}); got != "" {
		t.Errorf("nobody: %q", got)
	}
}

// secret is in every text that must not get out.
const secret = "KÍN"

// TestHiddenThingsNeverGetOut writes random registers whose hidden columns,
// later rows, unconsented names and small counts carry marks, and looks for the
// marks in every file.
func TestHiddenThingsNeverGetOut(t *testing.T) {
	r := rand.New(rand.NewPCG(45, 2))
	for range 150 {
		world := province(t)
		world.Statistics.Threshold = 90_000_000
		world.Registers = []model.Register{randomRegister(r)}
		dataset := describer(world).Register(shown(t, world), today)
		for path, file := range write(t, []Dataset{dataset}, Meta{world.Site, today, spoken}) {
			for _, mark := range []string{secret, "98765432", "87654321"} {
				if at := bytes.Index(file, []byte(mark)); at >= 0 {
					t.Fatalf("%s lets %q out: …%s…", path, mark, file[max(0, at-60):at+20])
				}
			}
		}
	}
}

var columnTypes = []model.ColumnType{
	model.TextColumn, model.NumberColumn, model.CountColumn, model.DateColumn, model.MoneyColumn, model.AgencyColumn,
	model.LocalityColumn, model.ClauseColumn, model.TaskColumn, model.URLColumn, model.ChoiceColumn, model.PersonColumn,
}

// randomRegister marks what may not get out: texts and names with secret,
// numbers in hidden columns and rows with 98765432, and counts of people below
// the threshold with 87654321.
func randomRegister(r *rand.Rand) model.Register {
	register := model.Register{ID: "so", Title: vi("Sổ")}
	for i := range 1 + r.IntN(6) {
		c := model.Column{ID: fmt.Sprint("cot-", i), Title: vi("Cột"), Type: columnTypes[r.IntN(len(columnTypes))], Public: r.IntN(2) == 0}
		if c.Type == model.ChoiceColumn {
			c.Choices = []model.Choice{{ID: "a", Name: vi("A")}}
		}
		if !c.Public {
			c.ID, c.Title = fmt.Sprint(secret, i), vi(secret)
			c.Choices = append(c.Choices, model.Choice{ID: secret, Name: vi(secret)})
		}
		register.Columns = append(register.Columns, c)
	}
	for range r.IntN(8) {
		register.Rows = append(register.Rows, randomRow(r, register.Columns))
	}
	return register
}

func randomRow(r *rand.Rand, columns []model.Column) model.Row {
	later := false
	row := model.Row{Values: map[string]model.Value{}}
	for _, c := range columns {
		if c.Type == model.DateColumn {
			later = r.IntN(2) == 0
			row.Values[c.ID] = model.Value{Date: today.AddMonths(map[bool]int{true: 1, false: -1}[later])}
			break
		}
	}
	for _, c := range columns {
		if _, given := row.Values[c.ID]; !given && r.IntN(5) > 0 {
			row.Values[c.ID] = randomValue(r, c, later || !c.Public)
		}
	}
	return row
}

func randomValue(r *rand.Rand, c model.Column, hidden bool) model.Value {
	v := model.Value{Text: vi("chữ"), Ref: "a", Number: 2, Date: today, Person: &model.NamedPerson{Name: secret}}
	if hidden {
		v.Text, v.Ref, v.Number = vi(secret), secret, 98_765_432
	}
	switch {
	case c.Type == model.CountColumn && !hidden:
		v.Number = 87_654_321
	case c.Type == model.PersonColumn && r.IntN(2) == 0:
		v.Person.Consent = &model.Consent{Date: today, Withdrawn: today}
	case c.Type == model.PersonColumn && !hidden && r.IntN(2) == 0:
		v.Person = &model.NamedPerson{Name: "Tên công khai", Consent: &model.Consent{Date: today}}
	}
	return v
}
