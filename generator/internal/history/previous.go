package history

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"syscall"

	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
)

// Previous is the site that was published last.
type Previous struct {
	Statement
	Dir      string    // as the user named it
	Releases []Release // its dated copies, the oldest first
}

// statements is all that was ever published as far as Previous knows, the
// oldest first: of the dated copies, and the last one.
func (p *Previous) statements() []*Statement {
	var all []*Statement
	for _, r := range p.Releases {
		if r.statement != nil && r.Day.Before(p.AsOf.Date) {
			all = append(all, r.statement)
		}
	}
	return append(all, &p.Statement)
}

// Reason says why a folder can't be read as the site published last.
type Reason int

// The reasons, worded for the person at the keyboard by the command line.
const (
	NoStatement Reason = iota // there is no such folder, or no statement in it
	Damaged                   // the statement is not what this program writes
	OtherSchema               // it was written by another version of this program
)

// A ReadError says that a folder can't be read as the site published last.
type ReadError struct {
	Dir    string // as the user named it
	Reason Reason
	Err    error
}

func (e *ReadError) Error() string { return fmt.Sprintf("%s: %v", e.Dir, e.Err) }

func (e *ReadError) Unwrap() error { return e.Err }

// Read reads the site that was published last from the folder dir. An error is
// a *ReadError, or one of the machine.
func Read(dir string) (*Previous, error) {
	site := os.DirFS(dir)
	statement, err := readStatement(site, StatementPath)
	if err == nil && statement == nil {
		return nil, &ReadError{dir, NoStatement, fs.ErrNotExist}
	}
	var releases []Release
	if err == nil {
		releases, err = readReleases(site)
	}
	switch {
	case errors.Is(err, errOtherSchema):
		return nil, &ReadError{dir, OtherSchema, err}
	case errors.Is(err, errDamaged):
		return nil, &ReadError{dir, Damaged, err}
	case err != nil:
		return nil, fmt.Errorf("history: %w", err)
	}
	return &Previous{*statement, dir, releases}, nil
}

// readStatement returns nil where there is no such file.
func readStatement(site fs.FS, name string) (*Statement, error) {
	data, err := fs.ReadFile(site, name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	s, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

var (
	errDamaged     = errors.New("the statement is not what this program writes")
	errOtherSchema = errors.New("the statement is of another schema than " + schema)
)

// parse reads a statement and refuses one that this program can't have
// written, so that comparing never meets a row shorter than its columns.
func parse(data []byte) (*Statement, error) {
	var s Statement
	if err := json.Unmarshal(data, &s); err != nil && s.Schema == "" {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	} else if s.Schema != schema {
		return nil, errOtherSchema
	} else if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return &s, nil
}

func (s *Statement) check() error {
	if s.AsOf.IsZero() || s.Language == "" {
		return errors.New("as_of or language is missing")
	}
	for _, err := range []error{
		unique("clause", s.Clauses, Clause.id),
		unique("task", s.Tasks, Task.id),
		unique("indicator", s.Indicators, Indicator.id),
		unique("register", s.Registers, Register.id),
		unique("table", s.Tables, Table.id),
	} {
		if err != nil {
			return err
		}
	}
	return s.checkFigures()
}

func (s *Statement) checkFigures() error {
	for _, r := range s.Registers {
		if err := r.check(); err != nil {
			return fmt.Errorf("register %s: %w", r.ID, err)
		}
	}
	for _, i := range s.Indicators {
		if err := checkPoints(i); err != nil {
			return fmt.Errorf("indicator %s: %w", i.ID, err)
		}
	}
	for _, t := range s.Tables {
		if err := t.check(); err != nil {
			return fmt.Errorf("table %s: %w", t.ID, err)
		}
	}
	return nil
}

func (c Clause) id() string    { return c.ID }
func (t Task) id() string      { return t.ID }
func (i Indicator) id() string { return i.ID }
func (r Register) id() string  { return r.ID }
func (t Table) id() string     { return t.ID }

// unique refuses records without an id and two with the same.
func unique[T any](kind string, records []T, id func(T) string) error {
	seen := map[string]bool{}
	for _, r := range records {
		if id(r) == "" || seen[id(r)] {
			return fmt.Errorf("the id %q of a %s is empty or used twice", id(r), kind)
		}
		seen[id(r)] = true
	}
	return nil
}

// byID files records under their ids.
func byID[T any](records []T, id func(T) string) map[string]*T {
	filed := make(map[string]*T, len(records))
	for i := range records {
		filed[id(records[i])] = &records[i]
	}
	return filed
}

// check refuses what no table can count by.
func (c *Counting) check() error {
	if c == nil {
		return nil
	}
	for _, d := range c.Dimensions {
		if !slices.Contains(model.Dimensions, d) {
			return fmt.Errorf("%q is no dimension", d)
		}
	}
	if !slices.Contains([]model.Measure{model.Stock, model.Entered, model.Left}, c.Measure) {
		return fmt.Errorf("%q is no measure", c.Measure)
	}
	return nil
}

func (r *Register) check() error {
	for i, row := range r.Rows {
		if len(row) != len(r.Columns)+1 {
			return fmt.Errorf("row %d has %d cells for %d columns", i+1, len(row), len(r.Columns))
		}
	}
	return nil
}

func checkPoints(i Indicator) error {
	for _, points := range [][]Point{i.Series, i.Targets} {
		for _, p := range points {
			if _, err := strconv.ParseFloat(p.Value, 64); err != nil {
				return fmt.Errorf("%q at %s is no number", p.Value, p.Period)
			}
		}
	}
	return nil
}

func (t *Table) check() error {
	if err := t.Counts.check(); err != nil {
		return err
	}
	for place, value := range t.Cells {
		if _, _, ok := splitPlace(place); !ok {
			return fmt.Errorf("%q is no place of a cell", place)
		}
		if _, err := strconv.Atoi(value); err != nil && value != opendata.Withheld {
			return fmt.Errorf("%q at %s is no count", value, place)
		}
	}
	return nil
}
