package audit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// publish makes the files of tables from how the cases write them: a head with
// the table's id, what it counts, its dimensions and {whom alone}, then a line
// a cell: its codes, its year and its count, or c. Lists are "code,parent" by
// dimension.
func publish(tables string, lists map[string]string) fstest.MapFS {
	root := fstest.MapFS{}
	for dimension, rows := range lists {
		root["du-lieu/tu-dien/"+dimension+".csv"] = &fstest.MapFile{Data: []byte("code,parent\n" + rows)}
	}
	for _, block := range strings.Split(strings.TrimSpace(tables), "\n\n") {
		head, cells, _ := strings.Cut(block, "\n")
		words := strings.Fields(head)
		id, measure, where := words[0], words[1], "{}"
		var fields, names []string
		for _, word := range words[2:] {
			if strings.HasPrefix(word, "{") {
				where = word
				continue
			}
			list := ""
			if lists[word] != "" {
				list = "tu-dien/" + word + ".csv"
			}
			names = append(names, word)
			fields = append(fields, fmt.Sprintf(`{"name":%q,"codes":%q}`, word, list))
		}
		for _, name := range []string{"year", "value", "status", "illustrative"} {
			names = append(names, name)
			fields = append(fields, fmt.Sprintf(`{"name":%q}`, name))
		}
		root["du-lieu/"+id+".json"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			`{"id":%q,"kind":"table","counts":{"measure":%q,"where":%s,"threshold":5},"fields":[%s],"rows":[]}`,
			id, measure, where, strings.Join(fields, ","))}
		root["du-lieu/"+id+".csv"] = &fstest.MapFile{Data: []byte(strings.Join(names, ",") + "\n" + rowsOf(cells))}
	}
	return root
}

func rowsOf(cells string) string {
	var rows strings.Builder
	for line := range strings.Lines(cells) {
		words := strings.Fields(line)
		last := len(words) - 1
		value := words[last] + ",,"
		if words[last] == "c" {
			value = ",c,"
		}
		fmt.Fprintf(&rows, "%s,%s\n", strings.Join(words[:last], ","), value)
	}
	return rows.String()
}

// square writes a table of two dimensions, row by row with totals last.
func square(id string, counts ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s stock county degree\n", id)
	for i, line := range counts {
		words := strings.Fields(line)
		for j, word := range words {
			fmt.Fprintf(&b, "%s %s 2024 %s\n", codeOf("r", i, len(counts)), codeOf("c", j, len(words)), word)
		}
	}
	return b.String()
}

func codeOf(letter string, i, n int) string {
	if i == n-1 {
		return total
	}
	return fmt.Sprint(letter, i)
}

// knowing is a judge who knows true counts, by the names of figures.
type knowing map[string]int

func (k knowing) Safe(f Figure, low, high int) bool {
	return low < k[f.String()] && k[f.String()] < high
}

func (k knowing) Alone(owner, other Figure) bool {
	return k[owner.String()] == 1 && k[other.String()] < 5
}

func TestFindsWhatIsGivenAway(t *testing.T) {
	fields := map[string]string{"field": "1,\n101,1\n102,1\n2,\n201,2\n"}
	for _, c := range []struct {
		name   string
		tables string
		lists  map[string]string
		truth  knowing // nil: a reader of the files only
		want   string
	}{
		{"one withheld in a line", square("t", "c 9 7 22", "8 8 8 24", "14 17 15 46"), nil, nil,
			"t r0,c0/2024 is 6"},
		{"two withheld in each of two lines, in a ring", square("t", "c c 9 20", "c c 9 21", "9 9 9 27", "21 20 27 68"), nil, nil, ""},
		{"two withheld in each line of four, one of them still exact", // rows 0 and 1 less columns 0 and 1
			square("t", "c c 9 9 31", "c c c 9 24", "9 9 c c 31", "9 9 c c 28", "29 29 27 29 114"), nil, nil, "t r1,c2/2024 is 6"},
		{"within one", square("t", "c c 9 10", "c c 9 29", "11 10 18 39"), nil, nil,
			"t r0,c0/2024 is from 0 to 1; t r0,c1/2024 is from 0 to 1; t r1,c0/2024 is from 10 to 11; t r1,c1/2024 is from 9 to 10"},
		{"known, with room on both sides", square("t", "c c 9 17", "c c 9 28", "8 19 18 45"), nil, knowing{
			"t r0,c0/2024": 1, "t r0,c1/2024": 7, "t r1,c0/2024": 7, "t r1,c1/2024": 12}, ""},
		{"known, and held from above", square("t", "c c 9 17", "c c 9 28", "8 19 18 45"), nil, knowing{
			"t r0,c0/2024": 8, "t r0,c1/2024": 7, "t r1,c0/2024": 7, "t r1,c1/2024": 12}, "t r0,c0/2024 is from 0 to 8"},
		{"a ring through zeros", square("t", "c c 0 9", "c 0 c 28", "0 c c 8", "7 11 27 45"), nil, nil, ""},
		{"a line whose other withheld cell is zero", square("t", "c c 0 8", "c 0 9 15", "0 c 9 14", "9 10 18 37"), nil, nil,
			"t r0,c0/2024 is 3; t r0,c1/2024 is 5; t r1,c0/2024 is 6; t r2,c1/2024 is 5"},
		{"overlapping groups", `
a stock county {"size":["small","middle"]}
x 2024 12
y 2024 20
_T 2024 32

b stock county {"size":["middle","large"]}
x 2024 11
y 2024 22
_T 2024 33

c stock county {"size":["middle"]}
x 2024 c
y 2024 c
_T 2024 c

d stock county
x 2024 20
y 2024 30
_T 2024 50

e stock size
small 2024 c
middle 2024 c
large 2024 c
_T 2024 50`, nil, nil, "c _T/2024 is 15; c x/2024 is 3; c y/2024 is 12; e large/2024 is 18; e middle/2024 is 15; e small/2024 is 17"},
		{"levels of one list", `
a stock field
101 2024 c
102 2024 c
201 2024 c
_T 2024 20

b stock field
1 2024 17
2 2024 c
_T 2024 20`, fields, nil, "a 201/2024 is 3; b 2/2024 is 3"},
		{"a code above counts only its own", `
a stock field
1 2024 c
101 2024 8
_T 2024 11`, fields, nil, "a 1/2024 is 3"},
		{"stocks of two years and the flows between", `
a stock sex
female 2023 20
male 2023 30
_T 2023 50
female 2024 24
male 2024 31
_T 2024 55

b entered sex
female 2024 6
male 2024 c
_T 2024 c

c left sex
female 2024 c
male 2024 5
_T 2024 7`, nil, nil, "b _T/2024 is 12; b male/2024 is 6; c female/2024 is 2"},
		{"no row means nobody", `
a stock degree
master 2024 c
doctor 2024 c
_T 2024 9

b stock degree sex
master female 2024 5
master male 2024 c
master _T 2024 c
doctor female 2024 0
doctor male 2024 0
doctor _T 2024 0
_T female 2024 5
_T male 2024 c
_T _T 2024 9`, nil, nil, "a doctor/2024 is 0; a master/2024 is 9; b _T,male/2024 is 4; b master,_T/2024 is 9; b master,male/2024 is 4"},
		{"a small count in the open", square("t", "3 9 12", "8 8 16", "11 17 28"), nil, nil, "t r0,c0/2024 is 3"},
		{"who is alone works out the others", square("t", "c c 9 13", "c c 9 21", "5 11 18 34"), nil, knowing{
			"t r0,c0/2024": 1, "t r0,c1/2024": 3, "t r1,c0/2024": 4, "t r1,c1/2024": 8},
			"t r0,c1/2024 follows from t r0,c0/2024 for who stands alone there; t r1,c0/2024 follows from t r0,c0/2024 for who stands alone there"},
		{"who is alone is so in a sum of it and zeros", `
t stock county degree
r0 c0 2024 c
r0 c1 2024 0
r0 _T 2024 c
r1 c0 2024 c
r1 c1 2024 9
r1 _T 2024 c
_T c0 2024 8
_T c1 2024 9
_T _T 2024 17`, nil, knowing{"t r0,c0/2024": 1, "t r0,_T/2024": 1, "t r1,c0/2024": 7, "t r1,_T/2024": 16}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Read(publish(c.tables, c.lists))
			if err != nil {
				t.Fatal(err)
			}
			var judge Judge = Reader{}
			if c.truth != nil {
				judge = c.truth
			}
			report, err := s.Attack(judge)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range report.Findings {
				got = append(got, f.String())
			}
			slices.Sort(got)
			if text := strings.Join(got, "; "); text != c.want {
				t.Errorf("got  %s\nwant %s", text, c.want)
			}
		})
	}
}
