// Package opendata puts what is published about tables, indicators, registers,
// tasks and clauses into files that anyone can take along. Published figures
// and the world's public records go in; files below du-lieu/ come out: every
// dataset as CSV and JSON, each described for people and for programs. All
// formats are written from one description, the Dataset, so that no two of
// them can disagree. It refuses, as a fault of ours, a dataset whose rows
// don't keep to its description. What may not be known (a column that is not
// public, a name without consent, a small count of people, a row of a later
// day) never gets into a Dataset.
package opendata

import (
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// Folder is where the files stand below the site's root.
const Folder = "du-lieu/"

// Kind says what a dataset is about.
type Kind string

// The kinds of datasets.
const (
	TableKind     Kind = "table"
	SeriesKind    Kind = "series" // derived from a table
	IndicatorKind Kind = "indicator"
	RegisterKind  Kind = "register"
	TasksKind     Kind = "tasks"
	ClausesKind   Kind = "clauses"
	ForecastKind  Kind = "forecast"
	BalanceKind   Kind = "balance"
	CodesKind     Kind = "codes" // a list that explains the codes in the others
)

// A Dataset is the one description that every format is written from.
type Dataset struct {
	ID           string
	Kind         Kind
	Title        model.Text
	Description  model.Text
	Illustrative bool         // some or all of it is
	Clauses      []string     // ids of the clauses that it serves
	Notes        []model.Text // what a reader must know to use it rightly
	Sources      []model.Source
	Fields       []Field  // the last is illustrative
	Key          []string // names of the fields that identify a row; may be empty
	Counts       *Count   // whom a table counts; nil for what is no table
	Rows         [][]string
}

// A Count says, for programs, whom a table counts and what it withholds.
type Count struct {
	Measure   model.Measure                `json:"measure"`
	Where     map[model.Dimension][]string `json:"where,omitempty"` // only people with one of these codes, or one below it
	Threshold int                          `json:"threshold"`       // a count from 1 to below it is withheld
}

// A Field describes one column. The cells below it are written as its type
// wants them in CSV: decimals with a point, dates as YYYY-MM-DD, nothing where
// there is no value.
type Field struct {
	Name       string
	Type       FieldType
	Title      model.Text
	Unit       model.Text // of a number
	Required   bool       // no cell is empty
	Pattern    string     // of a string; a regular expression for the whole cell
	Categories []Category // all values of a string that occur; may be empty
	References *Reference // where the values are explained
	Lists      []string   // code lists that explain them together, where no single one does
	Withholds  bool       // a cell may be Withheld
	Lang       string     // that the cells are written in; empty for ids, codes and numbers
}

// FieldType is a type of Data Package's Table Schema.
type FieldType string

// The types that the datasets use.
const (
	String  FieldType = "string"
	Integer FieldType = "integer"
	Number  FieldType = "number"
	Date    FieldType = "date"
	Year    FieldType = "year"
	Boolean FieldType = "boolean" // true, or empty
	List    FieldType = "list"    // ids, separated by a space
)

// Withheld stands in a field that withholds for a value that may not be known.
// Tables say it in their field status instead and leave the value empty.
const Withheld = "c"

// A Category is a value of a field and what it means.
type Category struct {
	Value string
	Label model.Text
}

// A Reference names the dataset, and the field of it, that explains a code.
type Reference struct {
	Kind    Kind
	Dataset string
	Field   string
}

// Meta is what all datasets of a site have in common.
type Meta struct {
	Site  model.Site
	AsOf  model.Date // the day that everything was computed for
	Words locale.Locales
}

// speaking puts one of the site's languages before the others.
func (m Meta) speaking(lang string) Meta {
	m.Site.Languages = append([]string{lang}, m.Site.Languages...)
	return m
}

// say says the string key as text does.
func (m Meta) say(key string) string { return m.text(m.Words.Say(key)) }

// text is t in the first of the site's languages that has it, for formats that
// know one language only.
func (m Meta) text(t model.Text) string {
	s, _ := t.In(append(append([]string{}, m.Site.Languages...), "vi")...)
	return s
}

// path is the dataset's address below Folder, without the ending that tells
// the format.
func (d *Dataset) path() string {
	switch d.Kind {
	case CodesKind:
		return codesFolder + d.ID
	case ForecastKind:
		return forecastFolder + d.ID
	case BalanceKind:
		return balanceFolder + d.ID
	}
	return d.ID
}

// Path is where the dataset's files stand below the site's root, without the
// ending that tells the format.
func (d *Dataset) Path() string { return Folder + d.path() }

// File is the path of the dataset's file in a format, from the site's root.
func (d *Dataset) File(f Format) string { return d.Path() + f.Ending }

// Page is the address of the page that shows the dataset, from the site's root.
func (d *Dataset) Page() string {
	switch d.Kind {
	case TableKind, SeriesKind:
		return "thong-ke/" + d.ID + "/"
	case IndicatorKind:
		return "chi-tieu/" + d.ID + "/"
	case RegisterKind:
		return "so-theo-doi/" + d.ID + "/"
	case TasksKind:
		return "nhiem-vu/"
	case ClausesKind:
		return "chuong-trinh/do-phu/"
	case ForecastKind:
		return "du-bao/"
	case BalanceKind:
		return "can-doi/"
	case CodesKind:
		return Folder + codesFolder
	}
	return Folder
}
