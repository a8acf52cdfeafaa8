package model

// Programme describes the official document (data/programme.yaml).
type Programme struct {
	Title        Text
	Number       string // empty: not known
	Date         Date   // zero: not known
	Issuer       Text
	Term         Text
	Signatory    Signatory
	Status       Status
	ValidTo      Date
	ReplacedBy   *Replacement
	LegalBasis   []LegalDocument
	Related      []LegalDocument // what stands beside or comes after it
	Errata       []Erratum
	Illustrative bool
}

// Status says whether the programme is in force.
type Status string

// The statuses of the contract.
const (
	InForce       Status = "in-force"
	Ended         Status = "ended"
	Replaced      Status = "replaced"
	StatusUnknown Status = "unknown"
)

// Signatory is who signed, as printed.
type Signatory struct{ Name, Role Text }

// Replacement is the document that replaced the programme.
type Replacement struct {
	Title  Text
	URL    string
	Source string // id, may be empty
}

// LegalDocument is one that the programme rests on or stands beside.
type LegalDocument struct {
	Number string // empty: not known
	Date   Date   // zero: not known
	Title  Text
	URL    string
}

// Erratum is a defect of transmission in the official text: the words found
// in a section and what they should be read as.
type Erratum struct {
	Section, Found string
	ReadAs, Reason Text
}

// A Section says, in the official text's own words, who answers for the
// clauses below it. Bodies are agency ids.
type Section struct {
	ID           string // III or III.1
	Quote        Text   // may be empty
	Lead         []string
	Coordinate   []string
	Direct       []string
	Implement    []string
	Illustrative bool
}

// A Clause is one addressable promise of the official text.
type Clause struct {
	ID           string // ROMAN.N[-BLOCK][PART]
	Quote        Text
	Kind         ClauseKind
	Cadence      Cadence
	EveryMonths  int // for periodic; 0: not given
	Illustrative bool
}

// ClauseKind says what a clause is.
type ClauseKind string

// The kinds of the contract.
const (
	Duty        ClauseKind = "duty"
	Objective   ClauseKind = "objective"
	Vision      ClauseKind = "vision"
	Principle   ClauseKind = "principle"
	Requirement ClauseKind = "requirement"
)

// Cadence says how often a duty calls for an act.
type Cadence string

// The cadences of the contract.
const (
	Standing  Cadence = "standing"
	Periodic  Cadence = "periodic"
	Yearly    Cadence = "yearly"
	Once      Cadence = "once"
	NoCadence Cadence = "none"
)

// An Agency is a body or a group of bodies that the text or the records name.
type Agency struct {
	ID                 string
	Name, Short        Text
	Kind               Text
	Aliases            []string // wordings in the official text
	Members            []string // ids
	Contact            Text
	ValidFrom, ValidTo Date
	SucceededBy        []Succession
	Illustrative       bool
}

// Succession leads to the body that took over.
type Succession struct {
	Agency   string // id
	Decision string // empty: not known
	Date     Date   // zero: not known
}

// A Locality is a place that people or acts are counted under.
type Locality struct {
	ID, Code, Parent, Former string
	Name, Kind               Text
	ValidFrom, ValidTo       Date // zero: unbounded
	Population               []Point
	AreaKM2                  *Point
	Remote                   *bool // nil: not said
	Tile                     *Tile
	Illustrative             bool
}

// Tile is a place's column and row on a map of equal tiles.
type Tile struct{ Column, Row int }

// ValidOn reports whether the place existed on day d.
func (l Locality) ValidOn(d Date) bool {
	return !l.ValidFrom.After(d) && (l.ValidTo.IsZero() || !l.ValidTo.Before(d))
}

// SamePlaces reports whether the same places existed at the ends of two years,
// so that figures by place may be joined, and figures of all compared.
func SamePlaces(places []Locality, year, other int) bool {
	for _, l := range places {
		if l.ValidOn(EndOfYear(year)) != l.ValidOn(EndOfYear(other)) {
			return false
		}
	}
	return true
}

// A Classification is a list of codes with its source.
type Classification struct {
	ID           string
	Title        Text
	Source       Text
	SourceID     string // the record that Source names, where it is an id of one
	Sensitive    bool
	Codes        []Code
	Illustrative bool
}

// A Code is one entry of a classification.
type Code struct {
	Code   string
	Name   Text
	Parent string // empty at the top
}
