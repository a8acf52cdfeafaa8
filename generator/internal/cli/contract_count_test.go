package cli

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// A countedSite is what the tables are counted from, read without any of the
// program's own code.
type countedSite struct {
	Statistics struct {
		Years  []int
		Tables []countedTable
	}
	codes  map[string][]countedCode // by dimension
	people []map[string]any
}

type countedTable struct {
	ID         string
	Dimensions []string
	Measure    string
	Levels     map[string]int
	Where      map[string][]string
}

type countedCode struct {
	Code, ID, Parent string
	ValidFrom        string `yaml:"valid_from"`
	ValidTo          string `yaml:"valid_to"`
}

// wantTables counts every table of a site by itself and wants each published
// cell to be there, in any order, and right, or withheld.
func wantTables(t *testing.T, site, public string) {
	s := readCountedSite(t, site)
	for _, table := range s.Statistics.Tables {
		want := s.count(table)
		file, err := os.Open(filepath.Join(public, "du-lieu", table.ID+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(file).ReadAll()
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		n := len(table.Dimensions)
		if header := strings.Join(rows[0], ","); header != strings.Join(table.Dimensions, ",")+",year,value,status,illustrative" {
			t.Errorf("%s: header %s", table.ID, header)
		}
		shown := 0
		for _, row := range rows[1:] {
			cell := strings.Join(row[:n+1], ",")
			count, known := want[cell]
			delete(want, cell)
			switch {
			case !known:
				t.Errorf("%s: no cell %s is called for, or it is there twice", table.ID, cell)
			case row[n+2] == "c" && row[n+1] == "":
			case row[n+2] != "" || row[n+1] != strconv.Itoa(count):
				t.Errorf("%s: %s is %q with status %q, want %d", table.ID, cell, row[n+1], row[n+2], count)
			default:
				shown++
			}
		}
		if len(want) > 0 {
			t.Errorf("%s lacks %v", table.ID, slices.Sorted(maps.Keys(want)))
		}
		if shown == 0 {
			t.Errorf("%s withholds everything", table.ID)
		}
	}
}

func readCountedSite(t *testing.T, dir string) *countedSite {
	t.Helper()
	s := &countedSite{codes: map[string][]countedCode{
		"sex":       {{Code: "female"}, {Code: "male"}},
		"age-group": {{Code: "<30"}, {Code: "30-39"}, {Code: "40-49"}, {Code: "50-59"}, {Code: "60+"}},
	}}
	decode(t, filepath.Join(dir, "data/statistics.yaml"), &s.Statistics)
	var places []countedCode
	decode(t, filepath.Join(dir, "data/localities.yaml"), &places)
	for _, p := range places {
		p.Code = p.ID
		s.codes["locality"] = append(s.codes["locality"], p)
	}
	dimensions := map[string]string{"degrees": "degree", "ranks": "rank", "fields": "field",
		"sectors": "sector", "branches": "branch", "ethnicities": "ethnicity"}
	lists, err := filepath.Glob(filepath.Join(dir, "data/classifications/*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range lists {
		var list struct {
			ID    string
			Codes []countedCode
		}
		decode(t, name, &list)
		s.codes[dimensions[list.ID]] = list.Codes
	}
	for _, d := range []string{"rank", "branch"} {
		s.codes[d] = append(s.codes[d], countedCode{Code: "_Z"})
	}
	decode(t, filepath.Join(dir, "data/intellectuals/nguoi.yaml"), &s.people)
	return s
}

func decode(t *testing.T, name string, into any) {
	t.Helper()
	if err := yaml.Unmarshal(read(t, name), into); err != nil {
		t.Fatal(err)
	}
}

// count counts one table: a cell is its codes and year, joined by commas.
func (s *countedSite) count(table countedTable) map[string]int {
	cells := map[string]int{}
	for _, year := range s.Statistics.Years {
		end := fmt.Sprintf("%d-12-31", year)
		for _, combination := range s.combinations(table, end) {
			cells[fmt.Sprintf("%s,%d", strings.Join(combination, ","), year)] = 0
		}
		for _, p := range s.people {
			if !counts(p, table.Measure, year) || !s.admits(table, p, year) {
				continue
			}
			for totals := range 1 << len(table.Dimensions) {
				var codes []string
				for i, d := range table.Dimensions {
					code := s.at(d, borneBy(p, d, year), table.Levels[d])
					if totals>>i&1 == 1 {
						code = "_T"
					}
					codes = append(codes, code)
				}
				cells[fmt.Sprintf("%s,%d", strings.Join(codes, ","), year)]++
			}
		}
	}
	return cells
}

func counts(p map[string]any, measure string, year int) bool {
	entered := p["entered"].(int)
	left, gone := p["left"].(int)
	stock := entered <= year && (!gone || left > year)
	switch measure {
	case "entered":
		return stock && entered == year
	case "left":
		return gone && left == year
	}
	return stock
}

// borneBy is a person's code at the end of a year.
func borneBy(p map[string]any, dimension string, year int) string {
	if dimension == "age-group" {
		switch age := year - p["birth_year"].(int); {
		case age < 30:
			return "<30"
		case age >= 60:
			return "60+"
		default:
			return fmt.Sprintf("%d-%d", age/10*10, age/10*10+9)
		}
	}
	code := "_Z"
	switch value := p[dimension].(type) {
	case string:
		code = value
	case []any:
		for _, step := range value {
			if step := step.(map[string]any); step["from"].(int) <= year {
				code = step["code"].(string)
			}
		}
	}
	return code
}

func (s *countedSite) admits(table countedTable, p map[string]any, year int) bool {
	for dimension, codes := range table.Where {
		if !slices.Contains(codes, borneBy(p, dimension, year)) {
			return false
		}
	}
	return true
}

// chain is a code with all above it, the highest first.
func (s *countedSite) chain(dimension, code string) []string {
	for _, c := range s.codes[dimension] {
		if c.Code == code && c.Parent != "" {
			return append(s.chain(dimension, c.Parent), code)
		}
	}
	return []string{code}
}

// at is the code that a code counts under at a level; 0 is none.
func (s *countedSite) at(dimension, code string, level int) string {
	chain := s.chain(dimension, code)
	if level == 0 || level > len(chain) {
		return code
	}
	return chain[level-1]
}

// combinations is every combination of the codes valid on a day, and totals.
func (s *countedSite) combinations(table countedTable, day string) [][]string {
	all := [][]string{nil}
	for _, d := range table.Dimensions {
		codes := []string{"_T"}
		for _, c := range s.codes[d] {
			valid := c.ValidFrom <= day && (c.ValidTo == "" || c.ValidTo >= day)
			deep := table.Levels[d] == 0 || len(s.chain(d, c.Code)) == table.Levels[d]
			if valid && deep {
				codes = append(codes, c.Code)
			}
		}
		var longer [][]string
		for _, combination := range all {
			for _, code := range codes {
				longer = append(longer, append(slices.Clone(combination), code))
			}
		}
		all = longer
	}
	return all
}
