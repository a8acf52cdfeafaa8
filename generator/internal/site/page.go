package site

import "congbo/generator/internal/chart"

// A page is one address in one language, as the theme lays it out: a title and
// a row of parts. It holds finished words only; the theme neither computes nor
// looks anything up. Words in another language than the page's are tagged
// (locale.Tag), and marked once the theme has laid them out; see language.go.
type page struct {
	Key          string // the same in every language: file name in Hugo's tree
	Path         string // address without the language, /nhiem-vu/x/
	Title        string
	Description  string
	Nav          string // key of the section it belongs to
	Number       string // of the clause or section, set before the title
	Trail        []run  // ways up
	Contents     []contentsLine
	Document     bool // printed as the official document that it holds
	Marks        []mark
	Lead         []run
	Notice       []run // what is not known of the programme
	Illustrative bool
	Feed         bool   // there is a feed of it beside it
	Layout       string // of the theme, where it isn't that of every page
	Parts        []part
}

// A part is one block of a page; its name is that of the theme's partial.
type part interface {
	name() string
	stands() place
}

// A heading opens a part; a part without one runs on.
type heading struct {
	ID      string `json:"id,omitempty"`
	Heading string `json:"heading,omitempty"`
	Intro   []run  `json:"intro,omitempty"`
	Place   place  `json:"-"`
}

// A place is where on a wide sheet a part stands; on a narrow one all stand
// below one another in this order.
type place int

const (
	inColumn place = iota
	atTop          // above, as wide as the sheet
	atSide         // beside the column: what belongs to the page as a whole
)

// stands is told by every part, since each has a heading.
func (h heading) stands() place { return h.Place }

// A contentsLine leads to a place in the page.
type contentsLine struct {
	Number string `json:"number,omitempty"`
	Text   string `json:"text"`
	Href   string `json:"href"`
	Inner  bool   `json:"inner,omitempty"`
}

// A run is a piece of a line: plain or a link, and maybe of a kind (a CSS class).
type run struct {
	Text     string `json:"text"`
	Href     string `json:"href,omitempty"`
	Kind     string `json:"kind,omitempty"`
	External bool   `json:"external,omitempty"`
}

// A mark is a state: a sign (drawn by the theme from Code), a word, a detail.
type mark struct {
	Code   string `json:"code"`
	Word   string `json:"word"`
	Detail string `json:"detail,omitempty"`

	Illustrative bool `json:"illustrative,omitempty"` // computed from what is not real

	Due string `json:"due,omitempty"` // day after which what the mark says may not hold; see trang.js
}

// written is text that press staff wrote, as safe HTML.
type written struct {
	heading
	HTML string `json:"html"` // written when every address is known
	Lang string `json:"lang,omitempty"`

	article *Article
}

// text is paragraphs of our own.
type text struct {
	heading
	Paragraphs [][]run `json:"paragraphs"`
}

// facts is a list of terms with their details.
type facts struct {
	heading
	Facts []fact `json:"facts"`
}

type fact struct {
	Term    string  `json:"term"`
	Details [][]run `json:"details"`
}

// entries is a list with numbers and states in the margin.
type entries struct {
	heading
	Entries []entry `json:"entries"`
	Empty   string  `json:"empty"`            // said where there are none: why, and who would fill it
	Filter  *filter `json:"filter,omitempty"` // for the reader's browser
	More    []run   `json:"more,omitempty"`
}

// filter is by what a list can be narrowed down. List is the list's id.
type filter struct {
	List   string  `json:"list"`
	Facets []sieve `json:"facets"`
	Static [][]run `json:"static"` // pages that list the same under headings, for readers without scripts
}

// A sieve is one facet as loc.js reads it.
type sieve struct {
	Name   string      `json:"name"`
	Title  string      `json:"title"`
	Values [][2]string `json:"values"` // id and name, in order
}

type entry struct {
	ID           string  `json:"id,omitempty"`
	Number       string  `json:"number,omitempty"`
	Numbers      []run   `json:"numbers,omitempty"` // of the clauses that it is about
	Marks        []mark  `json:"marks,omitempty"`
	Title        string  `json:"title,omitempty"`
	Href         string  `json:"href,omitempty"`
	Illustrative bool    `json:"illustrative,omitempty"`
	Lines        [][]run `json:"lines,omitempty"`

	Data []entryData `json:"data,omitempty"` // for the filter
}

// entryData is where an entry stands along one facet.
type entryData struct {
	Facet string `json:"facet"`
	IDs   string `json:"ids"` // separated by spaces
}

// searchBox asks for words; what is found stands below it.
type searchBox struct {
	heading
	Action string `json:"action"`
}

// links is a plain list of links.
type links struct {
	heading
	Links [][]run `json:"links"`
}

// summary is the questions that a reader comes with, each with the number that
// answers it.
type summary struct {
	heading
	Lines []summaryLine `json:"lines"`
}

type summaryLine struct {
	Question     string `json:"question"`
	Href         string `json:"href"`
	Before       string `json:"before,omitempty"` // a bound in words
	Figure       string `json:"figure"`
	Unit         string `json:"unit,omitempty"`
	Text         []run  `json:"text"`
	Late         bool   `json:"late,omitempty"`
	Illustrative bool   `json:"illustrative,omitempty"` // the figure and the text
}

// strip is clauses by group, each a tile with its state.
type strip struct {
	heading
	Groups []stripGroup `json:"groups"`
	Key    []keyEntry   `json:"key,omitempty"`
	Note   string       `json:"note,omitempty"`
}

type stripGroup struct {
	Number string `json:"number"`
	Name   string `json:"name"`
	Href   string `json:"href"`
	Tiles  []tile `json:"tiles"`
}

type tile struct {
	Number string `json:"number"`
	Href   string `json:"href"`
	Title  string `json:"title"`
	Mark   mark   `json:"mark"`
	Here   bool   `json:"here,omitempty"` // the page's own
}

type keyEntry struct {
	Mark  mark   `json:"mark"`
	Count string `json:"count"`
}

// document is the official text with its state in the margin.
type document struct {
	heading
	Lang   string  `json:"lang,omitempty"`
	Blocks []block `json:"blocks"` // written when every address is known

	only string // a clause, where nothing but its blocks are shown
}

type block struct {
	Class   string       `json:"class,omitempty"`
	HTML    string       `json:"html"`
	Clauses []marginNote `json:"clauses,omitempty"`
}

type marginNote struct {
	Number string `json:"number"`
	Href   string `json:"href"`
	Mark   mark   `json:"mark"`
}

// passage is the words of one clause in their context.
type passage struct {
	heading
	HTML string `json:"html"` // written when every address is known
	Lang string `json:"lang,omitempty"`

	clause string // id
}

// figure is a chart with all that belongs under it.
type figure struct {
	heading
	Anchor       string     `json:"anchor"`
	Href         string     `json:"href,omitempty"`
	Title        string     `json:"title,omitempty"` // empty where the page's own says it
	Measure      string     `json:"measure,omitempty"`
	Drawing      *drawing   `json:"drawing,omitempty"`
	Sentence     string     `json:"sentence,omitempty"`
	Source       []run      `json:"source"`
	Computed     string     `json:"computed"`
	Downloads    []download `json:"downloads,omitempty"`
	Table        *table     `json:"table,omitempty"`
	TableOpen    bool       `json:"table_open,omitempty"`
	Illustrative bool       `json:"illustrative,omitempty"`
	Kept         *kept      `json:"kept,omitempty"` // of what was drawn

	chart *chart.Figure // to be drawn; nil where there is nothing to draw
}

type drawing struct {
	Narrow string `json:"narrow"`
	Wide   string `json:"wide"`
}

type download struct {
	Href string `json:"href"`
	Text string `json:"text"`
	Size string `json:"size"`
}

// datasets is bodies of data to take along, each with its files and, where
// there is room, a look into it.
type datasets struct {
	heading
	Datasets []dataset `json:"datasets"`
	Further  []run     `json:"further,omitempty"` // where more is said of them
}

type dataset struct {
	ID           string     `json:"id,omitempty"`
	Title        string     `json:"title,omitempty"` // empty where the page's own says it
	Href         string     `json:"href,omitempty"`
	Illustrative bool       `json:"illustrative,omitempty"`
	Extent       string     `json:"extent"`
	Downloads    []download `json:"downloads"`
	Columns      []fact     `json:"columns,omitempty"`
	Preview      *table     `json:"preview,omitempty"`
	Citation     string     `json:"citation,omitempty"`
}

// tablePart is a table on its own.
type tablePart struct {
	heading
	Table     table      `json:"table"`
	Downloads []download `json:"downloads,omitempty"`
}

type table struct {
	Caption string   `json:"caption"`
	Blocks  bool     `json:"blocks,omitempty"` // words in few columns: readable blocks on a phone
	Sorts   bool     `json:"sorts,omitempty"`  // its rows can be put in another order
	Columns []column `json:"columns"`
	Rows    []row    `json:"rows"`
	Note    string   `json:"note,omitempty"`
}

type column struct {
	Name    string `json:"name"`
	Numeric bool   `json:"numeric,omitempty"`
	Head    bool   `json:"head,omitempty"` // the first cell names its row
}

type row struct {
	Cells []cell `json:"cells"`
	Total bool   `json:"total,omitempty"`
}

type cell struct {
	Runs   []run  `json:"runs"`
	Status string `json:"status,omitempty"` // withheld, preliminary, forecast
	Value  string `json:"value,omitempty"`  // by which rows are put in order, where the words don't serve
}

// answers is the three separate answers on a task.
type answers struct {
	heading
	Answers []answer `json:"answers"`
}

type answer struct {
	Question string  `json:"question"`
	Mark     mark    `json:"mark"`
	Lines    [][]run `json:"lines,omitempty"`
}

// timeline is dated entries, the latest first.
type timeline struct {
	heading
	Entries []moment `json:"entries"`
	Empty   string   `json:"empty"`
}

type moment struct {
	Date     string  `json:"date"`
	DateTime string  `json:"datetime"`
	Due      string  `json:"due,omitempty"` // the same day, where it is still to come
	Marks    []mark  `json:"marks,omitempty"`
	Lines    [][]run `json:"lines,omitempty"`
}

func (written) name() string   { return "prose" }
func (text) name() string      { return "text" }
func (facts) name() string     { return "facts" }
func (entries) name() string   { return "entries" }
func (links) name() string     { return "links" }
func (searchBox) name() string { return "search" }
func (summary) name() string   { return "summary" }
func (strip) name() string     { return "strip" }
func (document) name() string  { return "document" }
func (passage) name() string   { return "passage" }
func (figure) name() string    { return "figure" }
func (tablePart) name() string { return "table" }
func (datasets) name() string  { return "datasets" }
func (answers) name() string   { return "answers" }
func (timeline) name() string  { return "timeline" }

// named is a part together with its name, as the theme reads it.
type named struct{ part }

// MarshalJSON adds the part's name to its fields; every part has some.
func (n named) MarshalJSON() ([]byte, error) {
	fields, err := marshal(n.part)
	if err != nil {
		return nil, err
	}
	return append([]byte(`{"part":"`+n.name()+`",`), fields[1:]...), nil
}

func plain(s string) []run { return []run{{Text: s}} }

func linked(text, href string) run { return run{Text: text, Href: href} }
