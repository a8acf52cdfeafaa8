package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// How many changes lists show before they lead on, so that no page grows
// without end.
const (
	recentCount     = 6   // on the home page
	historyCount    = 20  // on the page of a record
	latestCount     = 50  // on the page of changes
	correctionCount = 50  // on each page of corrections
	yearCount       = 150 // on each page of a year
)

// changesPages lists every change: the latest on the section's page, and all by
// year.
func (e *edition) changesPages() []page {
	lead := plain(e.T("changes_lead"))
	if e.History.Last.IsZero() {
		lead = append(lead, run{Text: " " + e.T("changes_first")})
	} else {
		lead = append(lead, run{Text: " " + e.T("changes_since", locale.Args{"Date": e.Date(e.History.Last)})})
	}
	years := e.changeYears()
	list := timeline{heading: heading{ID: "moi-nhat", Heading: e.T("recent"), Intro: []run{e.feedLink(sectionPath["changes"])}}, Empty: e.T("recent_none")}
	list.Entries = mapped(e.past[:min(latestCount, len(e.past))], e.moment)
	first := page{
		Key: "thay-doi", Path: sectionPath["changes"], Nav: "changes", Feed: true,
		Title:       e.T("section_changes"),
		Description: e.T("changes_description"),
		Lead:        lead,
		Notice:      e.notice(),
		Parts:       []part{list},
	}
	byYear := links{heading: heading{ID: "theo-nam", Heading: e.T("changes_by_year")}}
	pages := []page{}
	for _, y := range years {
		byYear.Links = append(byYear.Links, []run{
			linked(fmt.Sprint(y.year), e.address(y.path())),
			{Text: " – " + e.T("changes_count", locale.Args{"Changes": e.Int(len(y.past))})},
		})
		pages = append(pages, e.yearPages(y)...)
	}
	if len(byYear.Links) > 0 {
		first.Parts = append(first.Parts, byYear)
	}
	return append([]page{first}, pages...)
}

// A changeYear is the changes of one year, the latest first.
type changeYear struct {
	year int
	past []saying
}

// path is the address of the year's first page.
func (y changeYear) path() string { return sectionPath["changes"] + fmt.Sprint(y.year) + "/" }

func (e *edition) changeYears() []changeYear {
	var years []changeYear
	for _, s := range e.past {
		if n := len(years); n == 0 || years[n-1].year != s.change.Date.Year {
			years = append(years, changeYear{year: s.change.Date.Year})
		}
		last := &years[len(years)-1]
		last.past = append(last.past, s)
	}
	return years
}

func (e *edition) yearPages(y changeYear) []page {
	chunks := slices.Collect(slices.Chunk(y.past, yearCount))
	var pages []page
	for i, chunk := range chunks {
		args := locale.Args{"Year": fmt.Sprint(y.year), "Page": "", "Pages": e.Int(len(chunks))}
		if len(chunks) > 1 {
			args["Page"] = e.Int(i + 1)
		}
		p := page{
			Key: fmt.Sprintf("thay-doi--%d--%d", y.year, i+1), Path: numbered(y.path(), i), Nav: "changes",
			Title:       e.T("changes_of_year", args),
			Description: e.T("changes_of_year", args),
			Trail:       []run{linked(e.T("section_changes"), e.address(sectionPath["changes"]))},
			Parts:       []part{timeline{Entries: mapped(chunk, e.moment)}},
		}
		pages = append(pages, e.withPages(p, y.path(), i, len(chunks)))
	}
	return pages
}

// recentChanges is the latest changes, for the home page.
func (e *edition) recentChanges() timeline {
	return timeline{
		heading: heading{ID: "moi-nhat", Heading: e.T("recent"), Place: atSide},
		Entries: mapped(e.past[:min(recentCount, len(e.past))], e.moment),
		Empty:   e.T("recent_none"),
	}
}

// historyPart is what became of a record and of what concerns it, with the
// feed that tells the same.
func (e *edition) historyPart(path, empty string, past []saying) timeline {
	head := heading{ID: "lich-su", Heading: e.T("history"), Intro: []run{e.feedLink(path)}}
	return e.latest(timeline{heading: head, Empty: empty}, past, "changes")
}

// latest fills a list with the first of the sayings and leads on to the section
// that has all, so that no page of a record grows without end.
func (e *edition) latest(list timeline, said []saying, section string) timeline {
	list.Entries = mapped(said[:min(historyCount, len(said))], e.moment)
	if len(said) > historyCount {
		list.Intro = e.cut(list.Intro, len(said), linked(e.T("section_"+section), e.address(sectionPath[section])))
	}
	return list
}

// cut adds to the intro of a list that it shows only the latest of so many, and
// where all stand.
func (e *edition) cut(intro []run, all int, where run) []run {
	if len(intro) > 0 {
		intro = append(intro, run{Text: ". "})
	}
	words := e.T("history_cut", locale.Args{"Shown": e.Int(historyCount), "All": e.Int(all)})
	return append(intro, run{Text: words + " "}, where)
}

// clauseHistory is what the acts and the news above it on the page don't say.
func (e *edition) clauseHistory(id string) timeline {
	past := e.about(func(c *history.Change) bool {
		return concernsClause(id)(c) && c.Of != history.OfNews && !c.TellsRowOnItsDay()
	})
	return e.historyPart("/chuong-trinh/"+clauseSlug(id)+"/", e.T("history_clause_none"), mapped(past, e.withoutActs))
}

// withoutActs leaves out of an entry of a log the evidence that is an act.
func (e *edition) withoutActs(s saying) saying {
	if entry, t, ok := e.addedEntry(s.change); ok {
		entry.Evidence = slices.DeleteFunc(slices.Clone(entry.Evidence), func(v model.Evidence) bool { return v.Kind.Documents() })
		s.lines = e.entryLines(t, entry, s.change.Entry.Recorded.Date)
	}
	return s
}

func concernsClause(id string) func(*history.Change) bool {
	return func(c *history.Change) bool { return slices.Contains(c.Clauses, id) }
}

func (e *edition) agencyHistory(id string) timeline {
	return e.historyPart("/co-quan/"+id+"/", e.T("history_none"), e.about(concernsAgency(id)))
}

func concernsAgency(id string) func(*history.Change) bool {
	return func(c *history.Change) bool { return slices.Contains(c.Agencies, id) }
}

// taskHistory is what the log and the news on the page don't say.
func (e *edition) taskHistory(id string) timeline {
	past := e.about(func(c *history.Change) bool {
		_, _, logged := e.addedEntry(c)
		return concernsTask(id)(c) && c.Of != history.OfNews && !(logged && c.ID == id)
	})
	return e.historyPart("/nhiem-vu/"+id+"/", e.T("history_task_none"), past)
}

func concernsTask(id string) func(*history.Change) bool {
	return func(c *history.Change) bool { return slices.Contains(c.Tasks, id) }
}
