package audit

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A Site is the tables about people that a site has published.
type Site struct {
	tables  []*table
	parents map[string]map[string]string // by dimension: parent by code; empty at the top
	codes   map[string][]string          // by dimension, once asked for
	earlier map[string]Earlier           // by figure
}

// A table is one published table and what its description says of it.
type table struct {
	ID         string
	Dimensions []string
	Measure    string              `json:"measure"`
	Where      map[string][]string `json:"where"`
	Threshold  int                 `json:"threshold"`
	cells      []cell
}

type cell struct {
	codes    []string
	year     int
	count    int
	withheld bool
}

func (t *table) figure(c cell) Figure { return Figure{t.ID, c.codes, c.year} }

// The words of the files.
const (
	folder        = "du-lieu"
	total         = "_T"
	withheld      = "c"
	kindOfTables  = "table"
	stock         = "stock"
	entered       = "entered"
	left          = "left"
	yearField     = "year"
	valueField    = "value"
	statusField   = "status"
	codeField     = "code"
	parentField   = "parent"
	fieldsOfCells = 4 // year, value, status, illustrative
)

// description is what the JSON file of a table says besides its rows.
type description struct {
	ID     string
	Kind   string
	Counts *table
	Fields []struct{ Name, Codes string }
}

// Read reads the tables of the site below root.
func Read(root fs.FS) (*Site, error) {
	s := &Site{parents: map[string]map[string]string{}, codes: map[string][]string{}}
	descriptions, err := fs.Glob(root, folder+"/*.json")
	if err != nil {
		return nil, fmt.Errorf("audit: %w", err)
	}
	slices.Sort(descriptions)
	for _, file := range descriptions {
		if err := s.read(root, file); err != nil {
			return nil, fmt.Errorf("audit: %s: %w", file, err)
		}
	}
	return s, nil
}

func (s *Site) read(root fs.FS, file string) error {
	data, err := fs.ReadFile(root, file)
	if err != nil {
		return err
	}
	var d description
	if err := json.Unmarshal(data, &d); err != nil {
		return err
	}
	if d.Kind != kindOfTables {
		return nil
	}
	if d.Counts == nil {
		return fmt.Errorf("it doesn't say whom it counts")
	}
	t := d.Counts
	t.ID = d.ID
	for _, f := range d.Fields[:max(0, len(d.Fields)-fieldsOfCells)] {
		t.Dimensions = append(t.Dimensions, f.Name)
		if err := s.readCodes(root, f.Name, f.Codes); err != nil {
			return err
		}
	}
	s.tables = append(s.tables, t)
	return t.readCells(root)
}

// readCodes learns the parents of the codes of a dimension.
func (s *Site) readCodes(root fs.FS, dimension, file string) error {
	if s.parents[dimension] != nil || file == "" {
		return nil
	}
	s.parents[dimension] = map[string]string{}
	return eachRow(root, path.Join(folder, file), func(row map[string]string) error {
		s.parents[dimension][row[codeField]] = row[parentField]
		return nil
	})
}

func (t *table) readCells(root fs.FS) error {
	return eachRow(root, path.Join(folder, t.ID+".csv"), func(row map[string]string) (err error) {
		c := cell{withheld: row[statusField] == withheld}
		for _, d := range t.Dimensions {
			c.codes = append(c.codes, row[d])
		}
		if c.year, err = strconv.Atoi(row[yearField]); err != nil {
			return err
		}
		if !c.withheld {
			c.count, err = strconv.Atoi(row[valueField])
		}
		t.cells = append(t.cells, c)
		return err
	})
}

// eachRow yields the rows of a CSV file by the names in its head.
func eachRow(root fs.FS, file string, yield func(map[string]string) error) error {
	data, err := fs.ReadFile(root, file)
	if err != nil {
		return err
	}
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(rows) == 0 {
		return err
	}
	for _, cells := range rows[1:] {
		row := make(map[string]string, len(cells))
		for i, name := range rows[0] {
			row[name] = cells[i]
		}
		if err := yield(row); err != nil {
			return err
		}
	}
	return nil
}
