package workforce

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"congbo/generator/internal/model"
)

func is(code string) model.History { return model.History{{Code: code}} }

// province is a small world whose counts can be checked by hand: 2024 was the
// last full year of district "cu", 2025 the first of the communes "xa-a" and
// "xa-b" below the new district "moi".
func province() *model.World {
	end, _ := model.ParseDate("2025-06-30")
	begin, _ := model.ParseDate("2025-07-01")
	return &model.World{
		Localities: []model.Locality{
			{ID: "cu", ValidTo: end},
			{ID: "moi", ValidFrom: begin},
			{ID: "xa-a", Parent: "moi", ValidFrom: begin},
			{ID: "xa-b", Parent: "moi", ValidFrom: begin},
		},
		Classifications: []model.Classification{
			{ID: "degrees", Codes: []model.Code{{Code: "bachelor"}, {Code: "master"}, {Code: "doctor"}}},
			{ID: "ranks", Codes: []model.Code{{Code: "professor"}}},
			{ID: "fields", Codes: []model.Code{
				{Code: "1"}, {Code: "101", Parent: "1"}, {Code: "102", Parent: "1"},
				{Code: "2"}, {Code: "201", Parent: "2"},
				{Code: "3"},
			}},
			{ID: "ethnicities", Sensitive: true, Codes: []model.Code{{Code: "kinh"}, {Code: "xo-dang"}}},
		},
		People: []model.Person{
			{ID: "A-1", BirthYear: 1995, Sex: "female", Ethnicity: "kinh", Entered: 2019, Field: is("101"),
				Locality: model.History{{Code: "cu"}, {From: 2025, Code: "xa-a"}},
				Degree:   model.History{{From: 2018, Code: "bachelor"}, {From: 2025, Code: "master"}}, Rank: is("professor")},
			{ID: "A-2", BirthYear: 1994, Sex: "male", Ethnicity: "xo-dang", Entered: 2024, Left: 2025, Field: is("1"),
				Locality: is("cu"), Degree: is("bachelor"), Illustrative: true},
			{ID: "A-3", BirthYear: 1960, Sex: "female", Ethnicity: "kinh", Entered: 2025, Field: is("201"),
				Locality: is("xa-b"), Degree: is("doctor")},
		},
		Statistics: model.Statistics{Years: []int{2025, 2024}, Threshold: 1, SensitiveThreshold: 1},
	}
}

// csv writes a table as the contract's files do, without the last column.
func csv(t *Table) string {
	var b strings.Builder
	for _, c := range t.Cells {
		fmt.Fprintf(&b, "%s,%d,%d%s\n", strings.Join(c.Codes, ","), c.Year, c.Count, c.Status)
	}
	return b.String()
}

func TestTables(t *testing.T) {
	type d = model.Dimension
	for _, c := range []struct {
		name  string
		table model.Table
		want  string
	}{
		{"no rank, valid or not", model.Table{Dimensions: []d{model.ByRank}},
			"professor,2024,1\nprofessor,2025,1\n_Z,2024,1\n_Z,2025,1\n_T,2024,2\n_T,2025,2\n"},
		{"a list that isn't there", model.Table{Dimensions: []d{model.ByBranch}},
			"_Z,2024,2\n_Z,2025,2\n_T,2024,2\n_T,2025,2\n"},
		{"a degree earned in the year", model.Table{Dimensions: []d{model.ByDegree}},
			"bachelor,2024,2\nbachelor,2025,0\nmaster,2024,0\nmaster,2025,1\ndoctor,2024,0\ndoctor,2025,1\n_T,2024,2\n_T,2025,2\n"},
		{"places of each year's end, parents too", model.Table{Dimensions: []d{model.ByLocality}},
			"cu,2024,2\nmoi,2025,0\nxa-a,2025,1\nxa-b,2025,1\n_T,2024,2\n_T,2025,2\n"},
		{"places, upper level", model.Table{Dimensions: []d{model.ByLocality}, Levels: map[d]int{model.ByLocality: 1}},
			"cu,2024,2\nmoi,2025,2\n_T,2024,2\n_T,2025,2\n"},
		{"who left, from a place that was", model.Table{Dimensions: []d{model.ByLocality}, Measure: model.Left},
			"cu,2024,0\ncu,2025,1\nmoi,2025,0\nxa-a,2025,0\nxa-b,2025,0\n_T,2024,0\n_T,2025,1\n"},
		{"who entered", model.Table{Dimensions: []d{model.BySex}, Measure: model.Entered},
			"female,2024,0\nfemale,2025,1\nmale,2024,1\nmale,2025,0\n_T,2024,1\n_T,2025,1\n"},
		{"no level: a row a code, as recorded", model.Table{Dimensions: []d{model.ByField}},
			"1,2024,1\n1,2025,0\n101,2024,1\n101,2025,1\n102,2024,0\n102,2025,0\n2,2024,0\n2,2025,0\n201,2024,0\n201,2025,1\n3,2024,0\n3,2025,0\n_T,2024,2\n_T,2025,2\n"},
		{"level 2, and 1 only while somebody bears it", model.Table{Dimensions: []d{model.ByField}, Levels: map[d]int{model.ByField: 2}},
			"1,2024,1\n101,2024,1\n101,2025,1\n102,2024,0\n102,2025,0\n201,2024,0\n201,2025,1\n3,2024,0\n3,2025,0\n_T,2024,2\n_T,2025,2\n"},
		{"level 1", model.Table{Dimensions: []d{model.ByField}, Levels: map[d]int{model.ByField: 1}},
			"1,2024,2\n1,2025,1\n2,2024,0\n2,2025,1\n3,2024,0\n3,2025,0\n_T,2024,2\n_T,2025,2\n"},
		{"where on its own dimension, codes below included", model.Table{Dimensions: []d{model.ByField}, Where: map[d][]string{model.ByField: {"1"}}},
			"1,2024,1\n1,2025,0\n101,2024,1\n101,2025,1\n102,2024,0\n102,2025,0\n_T,2024,2\n_T,2025,1\n"},
		{"where below the level of its own dimension", model.Table{Dimensions: []d{model.ByField}, Levels: map[d]int{model.ByField: 1}, Where: map[d][]string{model.ByField: {"101", "201"}}},
			"1,2024,1\n1,2025,1\n2,2024,0\n2,2025,1\n_T,2024,1\n_T,2025,2\n"},
		{"where on another", model.Table{Dimensions: []d{model.BySex}, Where: map[d][]string{model.ByDegree: {"master", "doctor"}}},
			"female,2024,0\nfemale,2025,2\nmale,2024,0\nmale,2025,0\n_T,2024,0\n_T,2025,2\n"},
		{"ages", model.Table{Dimensions: []d{model.ByAgeGroup}},
			"<30,2024,1\n<30,2025,0\n30-39,2024,1\n30-39,2025,1\n40-49,2024,0\n40-49,2025,0\n50-59,2024,0\n50-59,2025,0\n60+,2024,0\n60+,2025,1\n_T,2024,2\n_T,2025,2\n"},
		{"a crossing with its totals", model.Table{Dimensions: []d{model.BySex, model.ByEthnicity}},
			"female,kinh,2024,1\nfemale,kinh,2025,2\nfemale,xo-dang,2024,0\nfemale,xo-dang,2025,0\nfemale,_T,2024,1\nfemale,_T,2025,2\n" +
				"male,kinh,2024,0\nmale,kinh,2025,0\nmale,xo-dang,2024,1\nmale,xo-dang,2025,0\nmale,_T,2024,1\nmale,_T,2025,0\n" +
				"_T,kinh,2024,1\n_T,kinh,2025,2\n_T,xo-dang,2024,1\n_T,xo-dang,2025,0\n_T,_T,2024,2\n_T,_T,2025,2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			world := province()
			world.Statistics.Tables = []model.Table{c.table}
			got, err := Publish(world)
			if err != nil {
				t.Fatal(err)
			}
			if csv(got.Tables[0]) != c.want {
				t.Errorf("got\n%swant\n%s", csv(got.Tables[0]), c.want)
			}
		})
	}
}

func TestAgeGroups(t *testing.T) {
	for age, want := range map[int]string{0: "<30", 29: "<30", 30: "30-39", 39: "30-39", 40: "40-49", 49: "40-49", 50: "50-59", 59: "50-59", 60: "60+", 101: "60+"} {
		if got := ageGroup(age); got != want {
			t.Errorf("age %d is in %s, want %s", age, got, want)
		}
	}
}

func TestThresholdOfSensitiveTables(t *testing.T) {
	world := province()
	world.Statistics.Threshold, world.Statistics.SensitiveThreshold = 5, 10
	world.Statistics.Tables = []model.Table{
		{ID: "nao", Dimensions: []model.Dimension{model.BySex}},
		{ID: "dan-toc", Dimensions: []model.Dimension{model.ByEthnicity, model.BySex}},
		{ID: "loc", Dimensions: []model.Dimension{model.BySex}, Where: map[model.Dimension][]string{model.ByEthnicity: {"xo-dang"}}},
	}
	got, err := Publish(world)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]int{"nao": 5, "dan-toc": 10, "loc": 10} {
		if table, _ := got.Table(id); table.Threshold != want {
			t.Errorf("%s has threshold %d, want %d", id, table.Threshold, want)
		}
	}
}

// TestIllustrative marks the tables that count somebody illustrative, and all
// where nobody is real: their zeros are not real either.
func TestIllustrative(t *testing.T) {
	women := map[model.Dimension][]string{model.BySex: {"female"}}
	for name, c := range map[string]struct {
		change func(*model.World)
		want   map[string]bool
	}{
		"one record": {func(*model.World) {}, map[string]bool{"all": true, "women": false, "degrees": false}},
		"a list of codes": {func(w *model.World) { w.Classifications[0].Illustrative = true },
			map[string]bool{"all": true, "women": false, "degrees": true}},
		"all records": {func(w *model.World) { w.People = w.People[1:2] },
			map[string]bool{"all": true, "women": true, "degrees": true}},
		"no records": {func(w *model.World) { w.People, w.Site.Illustrative = nil, []string{"people"} },
			map[string]bool{"all": true, "women": true, "degrees": true}},
	} {
		world := province()
		world.Statistics.Tables = []model.Table{
			{ID: "all", Dimensions: []model.Dimension{model.BySex}},
			{ID: "women", Dimensions: []model.Dimension{model.BySex}, Where: women},
			{ID: "degrees", Dimensions: []model.Dimension{model.ByDegree}, Where: women},
		}
		c.change(world)
		got, err := Publish(world)
		if err != nil {
			t.Fatal(err)
		}
		for id, want := range c.want {
			if table, _ := got.Table(id); table.Illustrative != want {
				t.Errorf("%s, %s: illustrative %v", name, id, table.Illustrative)
			}
		}
	}
}

func TestValueAndCodes(t *testing.T) {
	world := province()
	world.Statistics.Tables = []model.Table{{ID: "t", Dimensions: []model.Dimension{model.BySex, model.ByLocality}}}
	published, err := Publish(world)
	if err != nil {
		t.Fatal(err)
	}
	table, ok := published.Table("t")
	if _, missing := published.Table("u"); !ok || missing {
		t.Fatal("tables are not found by id")
	}
	for _, c := range []struct {
		codes string
		year  int
		value int
		ok    bool
	}{
		{"female _T", 2024, 1, true},
		{"female xa-b", 2025, 1, true},
		{"female xa-b", 2024, 0, false}, // not there at the end of 2024
		{"female cu", 2025, 0, false},
		{"female", 2024, 0, false},
		{"other _T", 2024, 0, false},
		{"female _T", 2023, 0, false},
	} {
		value, withheld, ok := table.Value(strings.Fields(c.codes), c.year)
		if value != c.value || withheld || ok != c.ok {
			t.Errorf("%s in %d: %d, %v, %v", c.codes, c.year, value, withheld, ok)
		}
	}
	if got, want := table.Codes(2025, 1), []string{"moi", "xa-a", "xa-b"}; !reflect.DeepEqual(got, want) {
		t.Errorf("places of 2025: %v, want %v", got, want)
	}
	if table.Codes(1999, 0) != nil {
		t.Error("codes of a year that isn't there")
	}
}

func TestUnknownCode(t *testing.T) {
	world := province()
	world.People[0].Degree = is("wizard")
	if _, err := Publish(world); err == nil {
		t.Error("a code that no list has was counted")
	}
}
