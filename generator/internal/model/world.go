// Package model holds the types of the domain: the programme and its clauses,
// who answers for them, what is done, what is counted. Nothing goes in and
// nothing comes out; it refuses nothing and imports only the standard library.
// Package world fills it from the site's files and checks it as a whole.
package model

import "slices"

// World is everything that a site states, read and cross-checked: every
// reference in it leads to a record that is there.
type World struct {
	Site            Site
	Programme       Programme
	Sources         []Source
	Sections        []Section // who answers, in file order
	Clauses         []Clause  // in file order
	Agencies        []Agency
	Localities      []Locality
	Classifications []Classification // by id: degrees ranks fields sectors branches ethnicities
	Tasks           []Task
	Corrections     []Correction
	Indicators      []Indicator
	Registers       []Register
	People          []Person
	Statistics      Statistics
	Forecast        Forecast
}

// Site says what this site is and who publishes it (data/site.yaml).
type Site struct {
	Title, Description Text
	BaseURL            string
	Languages          []string // the first is the default
	Original           string   // the language that the official text was issued in
	Publisher          Publisher
	Licence            Text
	Headline           string   // id of the indicator that says best how many people there are; may be empty
	Illustrative       []string // whole kinds: people, tasks, registers, indicators
}

// Shows reports whether the site is read in a language.
func (s Site) Shows(lang string) bool { return slices.Contains(s.Languages, lang) }

// Publisher is the body that answers for the site.
type Publisher struct {
	Name, Address Text
	Email, Phone  string
}

// A Source is where a fact comes from (data/sources.yaml).
type Source struct {
	ID                  string
	Title, Producer     Text
	Published, Accessed Period
	URL                 string
	Licence             Text
	Certainty           string // A, B or C
	Illustrative        bool
}

// A Point is one published value of a quantity at a period.
type Point struct {
	Period       Period
	Value        float64
	Digits       int    // decimals as the source wrote them
	Source       string // id
	Bound        Bound
	Derived      Text // how, where the value is ours and not the source's
	Preliminary  bool
	Illustrative bool
}

// Bound says that a source gives a limit or a round figure, not a value.
type Bound string

// The bounds of the contract; the empty Bound is an exact value.
const (
	AtLeast  Bound = "at-least"
	MoreThan Bound = "more-than"
	About    Bound = "about"
)

// Statistics declares which tables are counted from the person records
// (data/statistics.yaml).
type Statistics struct {
	Years              []int
	Threshold          int // a count from 1 to below it is withheld
	SensitiveThreshold int // for tables with a sensitive dimension; Threshold where not given
	Tables             []Table
	Series             []Series
	Questions          []Question
	Definition         Text // who counts at all, in a sentence or two
	Coverage           Text // what the records hold, and what they lack
}

// Notes are what must be known of every table: who counts, and what the
// records cover.
func (s Statistics) Notes() []Text {
	var notes []Text
	for _, note := range []Text{s.Definition, s.Coverage} {
		if len(note) > 0 {
			notes = append(notes, note)
		}
	}
	return notes
}

// A Question is what several tables answer together.
type Question struct {
	ID    string
	Title Text
}

// A Table declares one cross-tabulation.
type Table struct {
	ID           string
	Title        Text
	Dimensions   []Dimension
	Measure      Measure
	Levels       map[Dimension]int      // depth of codes, 1 is those without a parent; absent: as recorded, a row a code
	Where        map[Dimension][]string // only people with one of these codes (or one below it)
	Chart        TableChart
	Question     string // id; may be empty
	Clauses      []string
	Illustrative bool // the declaration; what it counts may be, too
}

// TableChart says how a table is drawn: a kind of drawing, and optionally
// which dimension (or "year") runs along X and which makes the Series.
type TableChart struct {
	Kind      string
	X, Series Dimension
}

// A Series declares figures that are derived from those of a table.
type Series struct {
	ID           string
	Title        Text
	Kind         SeriesKind
	Of           string                 // id of a table
	Where        map[Dimension][]string // of a share: the people it counts
	YearsAhead   int                    // of retirements: how far to look
	Chart        TableChart
	Question     string // id; may be empty
	Clauses      []string
	Illustrative bool
}

// A SeriesKind says how a series is derived.
type SeriesKind string

// The kinds of series.
const (
	ShareSeries      SeriesKind = "share"      // per cent of the people whom Where picks
	StructureSeries  SeriesKind = "structure"  // per cent that each code of the first dimension has
	RateSeries       SeriesKind = "rate"       // people per 10,000 inhabitants of their place
	ChangeSeries     SeriesKind = "change"     // people more than the year before
	RetirementSeries SeriesKind = "retirement" // people who reach the legal age within YearsAhead
	RemoteSeries     SeriesKind = "remote"     // people in remote places and elsewhere
)

// A Dimension is an attribute of people that tables are broken down by.
type Dimension string

// The dimensions of tables, Year, which only charts name, and ByRemote.
const (
	ByLocality  Dimension = "locality"
	ByDegree    Dimension = "degree"
	ByRank      Dimension = "rank"
	ByField     Dimension = "field"
	BySector    Dimension = "sector"
	ByBranch    Dimension = "branch"
	BySex       Dimension = "sex"
	ByEthnicity Dimension = "ethnicity"
	ByAgeGroup  Dimension = "age-group"
	ByReason    Dimension = "left-reason" // of those who left
	Year        Dimension = "year"
	ByRemote    Dimension = "remote" // of series only: a coarsening of ByLocality
)

// Dimensions lists those that a table may declare.
var Dimensions = []Dimension{ByLocality, ByDegree, ByRank, ByField, BySector, ByBranch, BySex, ByEthnicity, ByAgeGroup, ByReason}

// A Measure says which people of a year a table counts.
type Measure string

// The measures of the contract.
const (
	Stock   Measure = "stock"
	Entered Measure = "entered"
	Left    Measure = "left"
)
