package model

// A Task is something a body does for clauses of the programme.
type Task struct {
	ID           string
	Title        Text
	Clauses      []string
	Lead         string
	With         []string
	Localities   []string
	Plan         Plan
	Log          []LogEntry // in order of date
	Illustrative bool
}

// Plan is the first plan; it never changes.
type Plan struct{ Start, Due Date }

// A LogEntry is one dated statement about a task; entries are only ever added.
type LogEntry struct {
	Date     Date
	By       string // agency id; empty: the lead
	Due      Date   // zero: unchanged
	Status   TaskStatus
	Reason   Text
	Note     Text
	Evidence []Evidence
}

// TaskStatus is what a body says about a task; empty where an entry says
// nothing of it.
type TaskStatus string

// The statuses of the contract.
const (
	NotStarted TaskStatus = "not-started"
	UnderWay   TaskStatus = "under-way"
	Done       TaskStatus = "done"
	Stopped    TaskStatus = "stopped"
)

// Evidence is what shows that something was done.
type Evidence struct {
	Title  Text
	URL    string
	Date   Date
	Kind   EvidenceKind
	Proves Text
	Copy   *Copy // nil: none is kept
}

// A Copy is what evidence looked like when it was seen, kept beside its link.
type Copy struct {
	File   string // below data/evidence/
	SHA256 string // of its bytes, in lower-case hexadecimal
	Seen   Date
}

// EvidenceKind says how strong evidence is: only documents and datasets count
// as documentation.
type EvidenceKind string

// The kinds of the contract.
const (
	DocumentEvidence EvidenceKind = "document"
	DatasetEvidence  EvidenceKind = "dataset"
	NewsEvidence     EvidenceKind = "news"
	PhotoEvidence    EvidenceKind = "photo"
)

// Documents reports whether the evidence is of a kind that documents an act.
func (k EvidenceKind) Documents() bool { return k == DocumentEvidence || k == DatasetEvidence }

// A Correction says how a statement already published lawfully changed.
type Correction struct {
	Date             Date
	Of               string // task, indicator, register, clause or table
	ID, Field        string
	Was, Now, Reason Text
	Illustrative     bool
}

// An Indicator is a quantity followed over time, from published points.
type Indicator struct {
	ID                 string
	Title, Unit        Text
	Direction          string // up or down
	Clauses            []string
	Definition, Method Text
	Baseline           Period // zero: none
	Targets, Series    []Point
	Breaks             []Break
	Illustrative       bool
}

// A Break says that values from a period on can't be compared with earlier ones.
type Break struct {
	From   Period
	Reason Text
}

// A Register is a typed record of activity for its clauses.
type Register struct {
	ID           string
	Title        Text
	Clauses      []string
	Columns      []Column
	Charts       []RegisterChart // the first is the register's own
	Sort         RegisterSort
	Rows         []Row
	Illustrative bool
}

// RegisterChart says how a register is drawn.
type RegisterChart struct{ Kind, X, Series string }

// RegisterSort says in which order a register's rows are shown; with the zero
// value those done last come first.
type RegisterSort struct {
	By         string // column id
	Descending bool
}

// A Column declares what one field of every row holds.
type Column struct {
	ID      string
	Title   Text
	Type    ColumnType
	Public  bool
	Choices []Choice
}

// A Choice is a value that a choice column admits.
type Choice struct {
	ID   string
	Name Text
}

// ColumnType is the type of a register's column.
type ColumnType string

// The types of the contract.
const (
	TextColumn     ColumnType = "text"
	NumberColumn   ColumnType = "number"
	CountColumn    ColumnType = "count"
	DateColumn     ColumnType = "date"
	MoneyColumn    ColumnType = "money"
	AgencyColumn   ColumnType = "agency"
	LocalityColumn ColumnType = "locality"
	ClauseColumn   ColumnType = "clause"
	TaskColumn     ColumnType = "task"
	URLColumn      ColumnType = "url"
	ChoiceColumn   ColumnType = "choice"
	PersonColumn   ColumnType = "person"
)

// A Row is one record of a register.
type Row struct {
	Values       map[string]Value // by column id; absent: nothing was written
	Illustrative bool
}

// A Value is one field of a row; which of its parts is set follows from the
// column's type.
type Value struct {
	Text   Text    // text
	Number float64 // number, count, money
	Digits int     // decimals as written
	Date   Date    // date
	Ref    string  // agency, locality, clause, task, choice (id), url
	Person *NamedPerson

	Withheld bool // a count of people that may not be known: nothing else is set
}

// NamedPerson is a person whose name is published only with consent.
type NamedPerson struct {
	Name    string
	Consent *Consent
}

// Consent is a person's recorded agreement to be named.
type Consent struct {
	Basis, Scope    Text
	Date, Withdrawn Date // Withdrawn is zero while it stands
}

// MayBeNamed reports whether consent was given by day d and stands for good:
// once withdrawn, a name is withheld in every copy, older ones too.
func (p NamedPerson) MayBeNamed(d Date) bool {
	return p.Consent != nil && p.Consent.Withdrawn.IsZero() && !p.Consent.Date.After(d)
}

// A Person is one record of the workforce; it is never published.
type Person struct {
	ID           string
	BirthYear    int
	Sex          string // female or male
	Ethnicity    string
	Locality     History
	Degree       History
	Rank         History // may be empty
	Field        History
	Sector       History
	Branch       History // may be empty
	Entered      int
	Left         int // 0: still counted
	LeftReason   string
	Illustrative bool
}

// A History is the codes that an attribute had, each from a year on, in order.
type History []Since

// Since is a code and the first year it holds; From is 0 for a plain value.
type Since struct {
	From int
	Code string
}

// In returns the code at the end of year; empty where none had begun.
func (h History) In(year int) string {
	code := ""
	for _, s := range h {
		if s.From <= year {
			code = s.Code
		}
	}
	return code
}

// CountedIn reports whether the person belongs to the stock of year.
func (p Person) CountedIn(year int) bool {
	return p.Entered <= year && (p.Left == 0 || p.Left > year)
}
