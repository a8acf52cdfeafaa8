package model

// A Forecast is what data/forecast.yaml says: how far to look ahead, under
// which named scenarios, and which structures others have set as a target.
//
//	illustrative?: bool        # of the whole file
//	horizons: [year, …]        # years that pages name; the last is the end; at least one, ascending
//	scenarios:                 # at least one, ids unique; the first is the one that drawings lead with
//	  - id: id
//	    title: text
//	    description?: text
//	    changes?:              # empty: everything goes on as the records show
//	      - of: entry | leaving | upgrading | retirement-age
//	        times?: number     # 0 to 10; multiplies; not for retirement-age
//	        plus?: number      # adds: people a year (entry), years of age (retirement-age, -5 to 10); not for the others
//	        from: year
//	        until?: year       # the last year that it holds; not before from
//	        reason: text
//	structures?:               # target structures, only from a source
//	  - id: id
//	    title: text
//	    dimension: degree | field | sector | branch | locality
//	    source: id of data/sources.yaml
//	    period?: period        # that it is meant for
//	    shares:                # each code once, codes of the dimension's list, percent, together 100 ± 0.5
//	      - {code: code, percent: number}
//	    illustrative?: bool
//	official?: [indicator ids]  # whose targets stand beside the forecast
//	demand?:                   # where posts that are needed are recorded
//	  register: id
//	  by, needed, supplied: column ids  # needed and supplied are counts or numbers
//	  dimension?: field | …    # whose codes the choices of by are named after
//
// A change has times or plus. The file may be missing; then there is neither a
// forecast nor a distance. The zero Forecast stands for that.
type Forecast struct {
	Horizons     []int
	Scenarios    []Scenario
	Structures   []Structure
	Official     []string // ids of indicators
	Demand       Demand
	Illustrative bool
}

// A Demand says which register records the posts that are needed, and how; the
// zero value: none does.
type Demand struct {
	Register             string    // id
	By, Needed, Supplied string    // ids of its columns
	Dimension            Dimension // that By's choices are codes of; may be empty
}

// A Scenario is a named set of assumptions about the years to come.
type Scenario struct {
	ID                 string
	Title, Description Text
	Changes            []Change
}

// A Change is one assumption: from a year on, a flow is Times what the records
// show, Plus something. Several changes of one flow multiply, and add.
type Change struct {
	Of     Flow
	Times  float64 // 1 where not given
	Plus   float64 // people a year for Entry, years of age for RetirementAge; else 0
	From   int
	Until  int // 0: for good
	Reason Text
}

// Holds reports whether the change is in force in year.
func (c Change) Holds(year int) bool {
	return c.From <= year && (c.Until == 0 || year <= c.Until)
}

// A Flow is what moves people into, out of and within the workforce, as a
// scenario may change it.
type Flow string

// The flows of the contract.
const (
	Entry         Flow = "entry"
	Leaving       Flow = "leaving"
	Upgrading     Flow = "upgrading"
	RetirementAge Flow = "retirement-age"
)

// A Structure says which share of the people each code of a dimension should
// have, in the words of a source.
type Structure struct {
	ID           string
	Title        Text
	Dimension    Dimension
	Source       string // id
	Period       Period // zero: not said
	Shares       []Share
	Illustrative bool
}

// A Share is what one code should have, in percent.
type Share struct {
	Code    string
	Percent float64
}
