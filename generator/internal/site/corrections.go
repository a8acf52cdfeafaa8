package site

import (
	"fmt"
	"slices"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// correctionsPages list what was stated wrongly: since when, what, and why; the
// latest first.
func (e *edition) correctionsPages() []page {
	path := sectionPath["corrections"]
	chunks := slices.Collect(slices.Chunk(e.about(corrects), correctionCount))
	if len(chunks) == 0 {
		chunks = [][]saying{nil}
	}
	var pages []page
	for i, chunk := range chunks {
		p := page{
			Key: "dinh-chinh", Path: numbered(path, i), Nav: "corrections",
			Title:       e.titled(e.T("section_corrections"), i),
			Description: e.T("corrections_description"),
			Lead:        plain(e.T("corrections_lead")),
			Parts:       []part{timeline{Entries: mapped(chunk, e.moment), Empty: e.T("corrections_none")}},
		}
		if i > 0 {
			p.Key += fmt.Sprintf("--%d", i+1)
			p.Trail = []run{linked(e.T("section_corrections"), e.address(path))}
		}
		pages = append(pages, e.withPages(p, path, i, len(chunks)))
	}
	return pages
}

func corrects(c *history.Change) bool { return c.Correction != nil }

// correctionsOf is the corrections of one record, for its page.
func (e *edition) correctionsOf(of history.Subject, id string) []part {
	corrected := e.about(func(c *history.Change) bool { return corrects(c) && c.Of == of && c.ID == id })
	if len(corrected) == 0 {
		return nil
	}
	head := heading{ID: "dinh-chinh", Heading: e.T("section_corrections")}
	return []part{e.latest(timeline{heading: head}, corrected, "corrections")}
}

// correctionLines is what was wrong, since when, what is right, and why.
func (e *edition) correctionLines(c *model.Correction) [][]run {
	since := e.T("wrong_since_unknown")
	if day := e.History.WrongSince(c); !day.IsZero() {
		since = e.T("wrong_since", locale.Args{"Date": e.Date(day)})
	}
	return [][]run{
		{{Text: e.T("corrected_was") + ": "}, e.statedOr(c.Was), {Text: " (" + since + ")"}},
		{{Text: e.T("corrected_now") + ": "}, e.statedOr(c.Now)},
		{{Text: e.T("reason") + ": "}, e.words(c.Reason)},
	}
}

// statedOr is what was or is stated, or that nothing was.
func (e *edition) statedOr(t model.Text) run {
	if r := e.words(t); r.Text != "" {
		return r
	}
	return run{Text: e.T("stated_nothing")}
}

// recordedLate says on which day an entry came that could have come before;
// zero where it came in time.
func (e *edition) recordedLate(task string, place int) model.Date {
	t, ok := e.History.Statement.Task(task)
	if !ok || place >= len(t.Log) {
		return model.Date{}
	}
	return t.Log[place].Recorded.Date
}
