package site

import (
	"encoding/json"
	"fmt"
	"io/fs"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// checks is what the theme's browser tests found on every page of the site
// that it was made for; `make statement` writes it.
type checks struct {
	Date       string `json:"date"`
	Pages      int    `json:"pages"`
	Browser    string `json:"browser"`
	Axe        string `json:"axe"`
	Lighthouse string `json:"lighthouse"`

	day model.Date
}

// checksFile stands in the theme, since it is the theme that was checked.
const checksFile = "checks.json"

func readChecks(theme fs.FS) (checks, error) {
	var c checks
	data, err := fs.ReadFile(theme, checksFile)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return c, fmt.Errorf("%s: %w", checksFile, err)
	}
	if c.day, err = model.ParseDate(c.Date); err != nil {
		return c, fmt.Errorf("%s: %w", checksFile, err)
	}
	return c, nil
}

// accessibilityPage is the statement on who can use the site: what it aims at,
// what was checked when and how, what wasn't, and whom to tell.
func (e *edition) accessibilityPage() page {
	p := page{
		Key: "tiep-can", Path: sectionPath["accessibility"], Nav: "accessibility",
		Title:       e.T("section_accessibility"),
		Description: e.T("accessibility_description"),
		Lead:        plain(e.T("accessibility_lead")),
	}
	args := locale.Args{
		"Date": e.Date(e.checks.day), "Pages": e.Int(e.checks.Pages), "Browser": e.checks.Browser,
		"Axe": e.checks.Axe, "Lighthouse": e.checks.Lighthouse,
	}
	return e.withPart(p,
		e.statement("da-kiem", "checked", args, "checked_axe", "checked_charts", "checked_keyboard", "checked_screens", "checked_lighthouse"),
		e.statement("chua-kiem", "unchecked", nil, "unchecked_people", "unchecked_files", "unchecked_hosts"),
		text{heading: heading{ID: "bao", Heading: e.T("accessibility_tell")}, Paragraphs: [][]run{
			{{Text: e.T("accessibility_tell_text") + " "}, linked(e.T("accessibility_tell_link"), e.address(sectionPath["about"]))},
		}},
	)
}

// statement is a heading with a line for each key.
func (e *edition) statement(id, of string, args locale.Args, keys ...string) text {
	t := text{heading: heading{ID: id, Heading: e.T("accessibility_" + of), Intro: plain(e.T("accessibility_"+of+"_intro", args))}}
	for _, key := range keys {
		t.Paragraphs = append(t.Paragraphs, plain(e.T("accessibility_"+key, args)))
	}
	return t
}
