package audit

import (
	"bytes"
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
	tables []*table
	lists  []parents           // of this release and those before it
	codes  map[string][]string // by dimension, once asked for
	still  func(f Figure, count int) bool

	changed bool // some figure of an earlier release is another one now
}

// Parents is what the code lists of a release say: by dimension the parent of
// each code; empty at the top.
type parents map[string]map[string]string

// A table is one published table and what its description says of it.
type table struct {
	ID         string
	Dimensions []string
	Measure    string              `json:"measure"`
	Where      map[string][]string `json:"where"`
	Threshold  int                 `json:"threshold"`
	cells      []cell
	release    string // the day of an earlier one; empty: this one
	parents    parents
}

type cell struct {
	codes    []string
	year     int
	count    int
	withheld bool
	same     bool // of an earlier release: it was published, and is as it was
}

func (t *table) figure(c cell) Figure { return Figure{t.release, t.ID, c.codes, c.year} }

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
	s := &Site{}
	return s, s.readFolder(root, folder, "")
}

// readFolder reads the tables of a release, whose files are in a folder.
func (s *Site) readFolder(root fs.FS, folder, release string) error {
	descriptions, err := fs.Glob(root, folder+"/*.json")
	if err != nil {
		return fmt.Errorf("audit: %w", err)
	}
	slices.Sort(descriptions)
	lists := parents{}
	s.lists, s.codes = append(s.lists, lists), map[string][]string{}
	for _, file := range descriptions {
		t, err := readTable(root, file, lists)
		if err != nil {
			return fmt.Errorf("audit: %s: %w", file, err)
		}
		if t != nil {
			t.release, t.parents = release, lists
			s.tables = append(s.tables, t)
		}
	}
	return nil
}

// readTable reads the table that a file describes; nil if it describes
// something else.
func readTable(root fs.FS, file string, lists parents) (*table, error) {
	data, err := fs.ReadFile(root, file)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, []byte("[")) {
		return nil, nil // a list, as of the names taken out of a dated copy
	}
	var d description
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, err
	}
	if d.Kind != kindOfTables {
		return nil, nil
	}
	if d.Counts == nil {
		return nil, fmt.Errorf("it doesn't say whom it counts")
	}
	t := d.Counts
	t.ID = d.ID
	for _, f := range d.Fields[:max(0, len(d.Fields)-fieldsOfCells)] {
		t.Dimensions = append(t.Dimensions, f.Name)
		if err := lists.read(root, f.Name, path.Dir(file), f.Codes); err != nil {
			return nil, err
		}
	}
	return t, t.readCells(root, path.Dir(file))
}

// read learns the parents of the codes of a dimension.
func (p parents) read(root fs.FS, dimension, folder, file string) error {
	if p[dimension] != nil || file == "" {
		return nil
	}
	p[dimension] = map[string]string{}
	return eachRow(root, path.Join(folder, file), func(row map[string]string) error {
		p[dimension][row[codeField]] = row[parentField]
		return nil
	})
}

func (t *table) readCells(root fs.FS, folder string) error {
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
