package history

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/model"
)

// schema names the form of a statement; another one can't be read.
const schema = "congbo-statement/1"

// A Statement is all that a site may not change in silence later. Records are
// in the order of the site's files.
type Statement struct {
	Schema      string       `json:"schema"`
	AsOf        Day          `json:"as_of"`
	Language    string       `json:"language"`
	Clauses     []Clause     `json:"clauses"`
	Tasks       []Task       `json:"tasks"`
	Indicators  []Indicator  `json:"indicators"`
	Registers   []Register   `json:"registers"`
	Tables      []Table      `json:"tables"`
	Corrections []Correction `json:"corrections"`
	Changes     []Told       `json:"changes"`
}

// A Clause is the words of the official text that a clause stands for, and
// what they are taken to call for.
type Clause struct {
	ID           string     `json:"id"`
	Quote        model.Text `json:"quote"`
	Kind         string     `json:"kind"`
	Cadence      string     `json:"cadence,omitempty"`
	EveryMonths  int        `json:"every_months,omitempty"`
	Illustrative bool       `json:"illustrative,omitempty"`
}

// A Task is what was planned at first, and the log up to the statement's day.
type Task struct {
	ID           string     `json:"id"`
	Title        model.Text `json:"title"`
	Clauses      []string   `json:"clauses"`
	Lead         string     `json:"lead"`
	Start        Day        `json:"start"`
	Due          Day        `json:"due"`
	Log          []Entry    `json:"log"`
	Illustrative bool       `json:"illustrative,omitempty"`
}

// An Entry is one dated entry of a log.
type Entry struct {
	Date     Day        `json:"date"`
	By       string     `json:"by,omitempty"`
	Due      Day        `json:"due,omitzero"`
	Status   string     `json:"status,omitempty"`
	Reason   model.Text `json:"reason,omitempty"`
	Note     model.Text `json:"note,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
	Recorded Day        `json:"recorded,omitzero"` // zero: it came in time
}

// Evidence is what an entry rests on, if dated up to the statement's day.
type Evidence struct {
	Title  model.Text `json:"title"`
	URL    string     `json:"url"`
	Date   Day        `json:"date"`
	Kind   string     `json:"kind"`
	Proves model.Text `json:"proves"`
	Copy   *Copy      `json:"copy,omitempty"`
}

// A Copy is the bytes that are kept of evidence and the day on which it was
// seen to be these. What its file is called states nothing.
type Copy struct {
	SHA256 string `json:"sha256"`
	Seen   Day    `json:"seen"`
}

// An Indicator is its published points.
type Indicator struct {
	ID           string     `json:"id"`
	Title        model.Text `json:"title"`
	Clauses      []string   `json:"clauses"`
	Series       []Point    `json:"series"`
	Targets      []Point    `json:"targets"`
	Illustrative bool       `json:"illustrative,omitempty"`
}

// A Point is one published value.
type Point struct {
	Period       string     `json:"period"`
	Value        string     `json:"value"` // decimal, with a point
	Bound        string     `json:"bound,omitempty"`
	Derived      model.Text `json:"derived,omitempty"`
	Preliminary  bool       `json:"preliminary,omitempty"`
	Source       string     `json:"source,omitempty"`
	Illustrative bool       `json:"illustrative,omitempty"`
}

// A Register is the public columns of its rows. A row has a cell a column and
// one more, "true" where the row is an example.
type Register struct {
	ID           string     `json:"id"`
	Title        model.Text `json:"title"`
	Clauses      []string   `json:"clauses"`
	Columns      []Column   `json:"columns"`
	Rows         [][]string `json:"rows"`
	Illustrative bool       `json:"illustrative,omitempty"`
}

// A Column is a public column of a register.
type Column struct {
	ID   string           `json:"id"`
	Type model.ColumnType `json:"type"`
}

// A Table is its published cells, by "<codes, separated by commas>/<year>".
type Table struct {
	ID           string            `json:"id"`
	Title        model.Text        `json:"title"`
	Clauses      []string          `json:"clauses"`
	Counts       *Counting         `json:"counts,omitempty"`
	Cells        map[string]string `json:"cells"`
	Illustrative bool              `json:"illustrative,omitempty"`
}

// A Counting says whom a table counts, as declared.
type Counting struct {
	Dimensions []model.Dimension            `json:"dimensions"`
	Measure    model.Measure                `json:"measure"`
	Levels     map[model.Dimension]int      `json:"levels,omitempty"`
	Where      map[model.Dimension][]string `json:"where,omitempty"`
	Threshold  int                          `json:"threshold"`
}

// A Correction is one that the site lists. Since is the day of the first
// release known to have stated what was wrong, zero where none is.
type Correction struct {
	Date   Day        `json:"date"`
	Of     Subject    `json:"of"`
	ID     string     `json:"id"`
	Field  string     `json:"field,omitempty"`
	Was    model.Text `json:"was,omitempty"`
	Now    model.Text `json:"now,omitempty"`
	Reason model.Text `json:"reason"`
	Since  Day        `json:"since,omitzero"`
}

// A Day is a date that can be read back from JSON.
type Day struct{ model.Date }

// UnmarshalText reads YYYY-MM-DD, or nothing for no date.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	read, err := model.ParseDate(string(text))
	*d = Day{read}
	return err
}

// JSON is the statement as it is published.
func (s *Statement) JSON() ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(s); err != nil {
		return nil, fmt.Errorf("history: %w", err)
	}
	return out.Bytes(), nil
}

// Task finds a task by its id; false where the site doesn't state it.
func (s *Statement) Task(id string) (Task, bool) {
	i := slices.IndexFunc(s.Tasks, func(t Task) bool { return t.ID == id })
	if i < 0 {
		return Task{}, false
	}
	return s.Tasks[i], true
}

// place is the name of a cell within its table.
func place(codes []string, year int) string {
	return strings.Join(codes, ",") + "/" + strconv.Itoa(year)
}

func splitPlace(place string) (codes string, year int, ok bool) {
	codes, digits, ok := strings.Cut(place, "/")
	year, err := strconv.Atoi(digits)
	return codes, year, ok && err == nil
}
