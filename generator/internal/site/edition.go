package site

import (
	"slices"
	"strings"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/programme"
	"congbo/generator/internal/tracking"
)

// An edition is the site in one language: what is stated, and the means to say
// it and to link to it.
type edition struct {
	*Input
	*locale.Locale
	index *index
	look  tokens

	checks checks   // of the theme
	past   []saying // what became of what was stated, the latest first
}

// index finds records by id, and what leads to them.
type index struct {
	agencies        map[string]*model.Agency
	localities      map[string]*model.Locality
	clauses         map[string]*model.Clause
	tasks           map[string]*model.Task
	registers       map[string]*model.Register
	indicators      map[string]*model.Indicator
	tables          map[string]*model.Table
	sources         map[string]*model.Source
	classifications map[string]*model.Classification
	datasets        map[string]*opendata.Dataset // by path
	sizes           map[string]int               // of the files, by path
	groups          map[string][]*model.Agency   // groups that an agency is a member of
}

func newIndex(in *Input) *index {
	w := in.World
	x := &index{
		agencies:        byID(w.Agencies, func(a *model.Agency) string { return a.ID }),
		localities:      byID(w.Localities, func(l *model.Locality) string { return l.ID }),
		clauses:         byID(w.Clauses, func(c *model.Clause) string { return c.ID }),
		tasks:           byID(w.Tasks, func(t *model.Task) string { return t.ID }),
		registers:       byID(w.Registers, func(r *model.Register) string { return r.ID }),
		indicators:      byID(w.Indicators, func(i *model.Indicator) string { return i.ID }),
		tables:          byID(w.Statistics.Tables, func(t *model.Table) string { return t.ID }),
		sources:         byID(w.Sources, func(s *model.Source) string { return s.ID }),
		classifications: byID(w.Classifications, func(c *model.Classification) string { return c.ID }),
		datasets:        byID(in.Datasets, (*opendata.Dataset).Path),
		sizes:           map[string]int{},
		groups:          map[string][]*model.Agency{},
	}
	for _, f := range in.Files {
		x.sizes[f.Path] = len(f.Bytes)
	}
	for i := range w.Agencies {
		for _, member := range w.Agencies[i].Members {
			x.groups[member] = append(x.groups[member], &w.Agencies[i])
		}
	}
	return x
}

func byID[T any](records []T, id func(*T) string) map[string]*T {
	found := make(map[string]*T, len(records))
	for i := range records {
		found[id(&records[i])] = &records[i]
	}
	return found
}

// address is the address from the root of a path in this language.
func (e *edition) address(path string) string { return e.addressIn(e.Lang, path) }

// addressIn is the address from the root of a path in one of the languages.
func (e *edition) addressIn(lang, path string) string {
	if lang == e.World.Site.Languages[0] {
		return path
	}
	return "/" + lang + path
}

// clauseSlug is a clause's id as its address and anchor write it.
func clauseSlug(id string) string {
	return programme.Anchor(id)
}

func (e *edition) clauseAddress(id string) string {
	return e.address("/chuong-trinh/" + clauseSlug(id) + "/")
}

// sectionAddress leads to where the official text's section begins; to its
// page where the text shown here, a translation in parts, doesn't have it.
func (e *edition) sectionAddress(id string) string {
	page := e.address(sectionPath["programme"])
	if d, _ := e.official(); d.Section(id) == nil {
		return page
	}
	return page + "#" + programme.Anchor(id)
}

func (e *edition) taskAddress(id string) string   { return e.address("/nhiem-vu/" + id + "/") }
func (e *edition) agencyAddress(id string) string { return e.address("/co-quan/" + id + "/") }
func (e *edition) indicatorAddress(id string) string {
	return e.address("/chi-tieu/" + id + "/")
}
func (e *edition) tableAddress(id string) string    { return e.address("/thong-ke/" + id + "/") }
func (e *edition) registerAddress(id string) string { return e.address("/so-theo-doi/" + id + "/") }

// words is a text of the data.
func (e *edition) words(t model.Text) run { return run{Text: e.Text(t)} }

func (e *edition) agency(id string) run {
	a := e.index.agencies[id]
	return run{Text: e.Text(a.Name), Href: e.agencyAddress(id)}
}

func (e *edition) locality(id string) run { return e.words(e.index.localities[id].Name) }

func (e *edition) clause(id string) run {
	return run{Text: id, Href: e.clauseAddress(id), Kind: "unbroken"}
}

func (e *edition) source(id string) run {
	s := e.index.sources[id]
	r := e.words(s.Title)
	r.Href, r.External = s.URL, s.URL != ""
	return r
}

// separated sets runs behind one another with commas.
func separated(runs []run) []run {
	var out []run
	for i, r := range runs {
		if i > 0 {
			out = append(out, run{Text: ", "})
		}
		out = append(out, r)
	}
	return out
}

func mapped[T, U any](items []T, f func(T) U) []U {
	out := make([]U, len(items))
	for i, item := range items {
		out[i] = f(item)
	}
	return out
}

func (e *edition) clauseRuns(ids []string) []run { return separated(mapped(ids, e.clause)) }
func (e *edition) agencyRuns(ids []string) []run { return separated(mapped(ids, e.agency)) }

// section is the entry of clauses.yaml that says who answers for a clause: the
// nearest one above it.
func (e *edition) section(clause string) *model.Section {
	var nearest *model.Section
	for i := range e.World.Sections {
		s := &e.World.Sections[i]
		if above(s.ID, clause) && (nearest == nil || len(s.ID) > len(nearest.ID)) {
			nearest = s
		}
	}
	return nearest
}

// above reports whether section holds clause: III and III.2 both hold
// III.2-4b, III.2 doesn't hold III.21.
func above(section, clause string) bool {
	rest, ok := strings.CutPrefix(clause, section)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '-')
}

// programmeStatus says whether the programme is in force, in a sentence.
func (e *edition) programmeStatus() string {
	p := e.World.Programme
	switch p.Status {
	case model.InForce:
		return e.T("status_in_force")
	case model.Ended:
		return e.T("status_ended", locale.Args{"Date": e.Date(p.ValidTo)})
	case model.Replaced:
		return e.T("status_replaced")
	}
	return e.T("status_unknown")
}

// notice is what every page about the programme says of it: its status, and
// that its number and date are not known where they aren't.
func (e *edition) notice() []run {
	sentences := []string{e.programmeStatus()}
	switch noNumber, noDate := e.World.Programme.Number == "", e.World.Programme.Date.IsZero(); {
	case noNumber && noDate:
		sentences = append(sentences, e.T("number_date_unknown"))
	case noNumber:
		sentences = append(sentences, e.T("number_unknown"))
	case noDate:
		sentences = append(sentences, e.T("date_unknown"))
	}
	runs := plain(strings.Join(sentences, " "))
	if r := e.World.Programme.ReplacedBy; r != nil {
		title := e.words(r.Title)
		title.Href, title.External = r.URL, r.URL != ""
		runs = append(runs, run{Text: " " + e.T("replaced_by") + " "}, title)
	}
	return runs
}

// dutyMark is the state of a clause in the margin.
func (e *edition) dutyMark(c tracking.Clause) mark {
	m := mark{Code: string(c.State), Word: e.T("state_" + key(string(c.State)))}
	m.Illustrative = c.Illustrative && c.State != tracking.NotTracked && c.State != tracking.NoData
	if c.State == tracking.NotTracked {
		m.Word = e.T("kind_" + string(c.Kind))
	}
	switch c.State {
	case tracking.Silent:
		m.Word = e.T("state_silent_for", locale.Args{"Months": e.Int(*c.SilentMonths)})
		m.Detail = e.T("last_act_on", locale.Args{"Date": e.Date(c.LastAct)})
	case tracking.Active:
		m.Detail = e.T("last_act_on", locale.Args{"Date": e.Date(c.LastAct)})
		m.Due = due(c.NextDue)
	}
	return m
}

// due is a day as the reader's browser compares it; "" for none.
func due(day model.Date) string {
	if day.IsZero() {
		return ""
	}
	return day.String()
}

// key is a word of the contract as a part of a string's key.
func key(code string) string { return strings.ReplaceAll(code, "-", "_") }

// showsIllustrations reports whether anything on the site is illustrative.
func (e *edition) showsIllustrations() bool {
	w := e.World
	return len(w.Site.Illustrative) > 0 ||
		slices.ContainsFunc(e.Articles, func(a Article) bool { return a.Illustrative }) ||
		anyOf(w.People, func(p *model.Person) bool { return p.Illustrative }) ||
		anyOf(w.Tasks, func(t *model.Task) bool { return t.Illustrative }) ||
		anyOf(w.Indicators, func(i *model.Indicator) bool { return i.Illustrative }) ||
		anyOf(w.Registers, (*model.Register).ShowsIllustrations)
}

func anyOf[T any](items []T, test func(*T) bool) bool {
	for i := range items {
		if test(&items[i]) {
			return true
		}
	}
	return false
}
