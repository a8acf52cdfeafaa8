package site

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/prose"
	"congbo/generator/internal/workforce"
)

// A late part is finished once every address of the site is known, since its
// text may lead to any of them.
type late interface {
	finish(e *edition, path string, known addresses, problems *diag.List)
}

// addresses is what the site answers, without the language.
type addresses map[string]bool

// finishPages finishes the late parts of all pages.
func (e *edition) finishPages(pages []page, problems *diag.List) {
	known := e.addresses(pages)
	for _, p := range pages {
		for _, part := range p.Parts {
			if l, ok := part.(late); ok {
				l.finish(e, p.Path, known, problems)
			}
		}
	}
	e.checkAnchors(pages, problems)
}

func (w *written) finish(e *edition, path string, known addresses, problems *diag.List) {
	if w.article == nil { // our own words, finished already
		return
	}
	w.HTML = w.article.Body.Render(prose.Context{
		Address: path,
		Site:    &surroundings{edition: e, lang: w.article.Lang, section: w.article.Section, addresses: known},
		Figures: namedFigures{e},
		Words: prose.Words{
			Table:        e.T("prose_table"),
			Notes:        e.T("prose_notes"),
			BackToText:   e.T("prose_back"),
			Illustrative: e.T("illustrative"),
		},
	}, problems)
}

func (e *edition) addresses(pages []page) addresses {
	known := addresses{}
	for _, p := range pages {
		known[p.Path] = true
	}
	for _, f := range e.Files {
		known["/"+f.Path] = true
	}
	for _, c := range e.shownCopies() {
		known[copyAddress(c.Path)] = true
	}
	return known
}

// surroundings answers the questions of a page of content/ about the rest of
// the site.
type surroundings struct {
	*edition
	lang, section string // of the page's file
	addresses     addresses
}

func (s *surroundings) Page(address string) (href string, ok bool) {
	if s.addresses[address] {
		if strings.HasSuffix(address, "/") {
			return s.address(address), true
		}
		return address, true
	}
	if !strings.HasSuffix(address, "/") && s.addresses[address+"/"] {
		return s.address(address + "/"), true
	}
	return "", false
}

func (s *surroundings) Addresses() []string { return slices.Sorted(maps.Keys(s.addresses)) }

func (s *surroundings) Picture(name string) (prose.Picture, bool) {
	wanted := path.Join(s.section, name)
	for _, p := range s.pictures() {
		if p.Path == wanted {
			return prose.Picture{Src: s.pictureAddress(p)}, true
		}
	}
	return prose.Picture{}, false
}

func (s *surroundings) Pictures() []string {
	var names []string
	for _, p := range s.pictures() {
		names = append(names, strings.TrimPrefix(p.Path, s.section+"/"))
	}
	return names
}

// pictures is the pictures in the page's own language.
func (s *surroundings) pictures() []Picture {
	return slices.DeleteFunc(slices.Clone(s.Input.Pictures), func(p Picture) bool { return p.Lang != s.lang })
}

// namedFigures finds the figures that articles name instead of typing them.
type namedFigures struct{ *edition }

func (n namedFigures) Point(indicator, period string) (prose.Figure, *prose.UnknownName) {
	i := slices.IndexFunc(n.World.Indicators, func(i model.Indicator) bool { return i.ID == indicator })
	if i < 0 {
		ids := mapped(n.World.Indicators, func(i model.Indicator) string { return i.ID })
		return prose.Figure{}, &prose.UnknownName{Argument: "id", Value: indicator, Candidates: ids}
	}
	record := &n.World.Indicators[i]
	point, ok := last(record.Series)
	if period != "" {
		at := slices.IndexFunc(record.Series, func(p model.Point) bool { return p.Period.String() == period })
		if ok = at >= 0; ok {
			point = record.Series[at]
		}
	}
	if !ok {
		periods := mapped(record.Series, func(p model.Point) string { return p.Period.String() })
		return prose.Figure{}, &prose.UnknownName{Argument: "ky", Value: period, Candidates: periods}
	}
	f := prose.Figure{
		Text:         n.edition.Locale.Point(point),
		Value:        strconv.FormatFloat(point.Value, 'f', point.Digits, 64),
		Note:         n.Text(record.Title) + ", " + n.Period(point.Period),
		Href:         n.indicatorAddress(indicator),
		Illustrative: record.Illustrative || point.Illustrative,
	}
	if point.Source != "" {
		f.Note += " (" + n.source(point.Source).Text + ")"
	}
	return f, nil
}

func (n namedFigures) Cell(table, year string, codes map[model.Dimension]string) (prose.Figure, *prose.UnknownName) {
	t, ok := n.Tables.Table(table)
	if !ok {
		ids := mapped(n.World.Statistics.Tables, func(t model.Table) string { return t.ID })
		return prose.Figure{}, &prose.UnknownName{Argument: "bang", Value: table, Candidates: ids}
	}
	years := mapped(t.Years, func(y int) string { return fmt.Sprint(y) })
	year = cmp.Or(year, years[len(years)-1])
	if !slices.Contains(years, year) {
		return prose.Figure{}, &prose.UnknownName{Argument: "nam", Value: year, Candidates: years}
	}
	y, _ := strconv.Atoi(year)
	for _, d := range slices.Sorted(maps.Keys(codes)) {
		i := slices.Index(t.Declared.Dimensions, d)
		if i < 0 {
			return prose.Figure{}, &prose.UnknownName{Argument: string(d), Value: codes[d]}
		}
		if known := t.Codes(y, i); !slices.Contains(known, codes[d]) {
			return prose.Figure{}, &prose.UnknownName{Argument: string(d), Value: codes[d], Candidates: known}
		}
	}
	at := make([]string, len(t.Declared.Dimensions))
	for i, d := range t.Declared.Dimensions {
		at[i] = cmp.Or(codes[d], workforce.Total)
	}
	value, withheld, _ := t.Value(at, y)
	f := prose.Figure{
		Text: n.Int(value), Value: fmt.Sprint(value),
		Note:         n.Text(t.Declared.Title) + ", " + year,
		Href:         n.tableAddress(table),
		Illustrative: t.Illustrative, Withheld: withheld,
	}
	if withheld {
		f.Text, f.Value = n.T("withheld"), ""
	}
	return f, nil
}
