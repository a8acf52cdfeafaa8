package opendata

import (
	"cmp"
	"slices"
	"strings"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// A note is a heading and the lines below it, of what goes with a dataset.
type note struct {
	head  string
	lines []string
}

// notes is all that a reader must know of a dataset, in one language; the
// sheet of notes and the README are made of it.
func (c *catalogue) notes(d *Dataset, lang string) []note {
	m := c.meta.speaking(lang)
	var notes []note
	add := func(head string, lines ...string) {
		lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
		if len(lines) > 0 {
			notes = append(notes, note{m.say(head), lines})
		}
	}
	add("data_dataset", m.text(d.Title))
	if d.Illustrative {
		add("data_warning", m.say("data_not_real"))
	}
	add("data_definition", m.text(d.Description))
	add("data_to_know", m.texts(append(slices.Clone(d.Notes), m.Words.Say("data_formulas")))...)
	add("data_as_of", m.day())
	add("data_columns", m.columnLines(d)...)
	add("data_signs_used", m.signLines(d)...)
	add("data_sources", m.sourceLines(d)...)
	add("data_licence", m.text(m.Site.Licence))
	add("data_cite", locale.Plain(d.Cited(m, m.Words.In(lang))))
	add("data_page", m.url(d.Page()))
	add("data_publisher", m.publisher()...)
	return notes
}

func (m Meta) texts(texts []model.Text) []string {
	lines := make([]string, len(texts))
	for i, t := range texts {
		lines[i] = m.text(t)
	}
	return lines
}

// columnLines says what each field is: its name in the files, its title, its
// unit.
func (m Meta) columnLines(d *Dataset) []string {
	var lines []string
	for _, f := range d.Fields {
		line := f.Name
		if title := m.text(f.Title); title != "" && title != f.Name {
			line += " – " + title
		}
		if unit := m.text(f.Unit); unit != "" {
			line += " (" + unit + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// signLines explains the signs that may stand in the dataset's cells in place
// of, or beside, a value.
func (m Meta) signLines(d *Dataset) []string {
	var lines []string
	sign := func(value string, meaning model.Text) {
		if line := value + " – " + m.text(meaning); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	for _, f := range d.Fields {
		if f.Withholds {
			sign(Withheld, m.Words.Say("withheld"))
		}
		if f.Name == "status" {
			for _, c := range f.Categories {
				sign(c.Value, c.Label)
			}
		}
	}
	if d.Kind == TableKind || d.Kind == SeriesKind {
		for _, ours := range tableCodes(m.Words) {
			sign(ours.code, ours.name)
		}
	}
	return lines
}

func (m Meta) sourceLines(d *Dataset) []string {
	var lines []string
	for _, s := range d.Sources {
		parts := []string{cmp.Or(m.text(s.Title), s.ID), m.text(s.Producer), m.period(s.Published), s.URL, m.text(s.Licence)}
		parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
		lines = append(lines, strings.Join(parts, ", "))
	}
	return lines
}

func (m Meta) publisher() []string {
	p := m.Site.Publisher
	return []string{m.text(p.Name), m.text(p.Address), p.Email, p.Phone}
}

// Citation is how to name the dataset where it is used.
func (d *Dataset) Citation(m Meta) model.Text {
	return m.Words.Each(func(l *locale.Locale) string { return d.Cited(m, l) })
}

// Cited is the citation in one language, tagged where it has words of another.
func (d *Dataset) Cited(m Meta, l *locale.Locale) string {
	citation := m.cited(l, d.Title, d.Page())
	if d.Illustrative {
		citation += " [" + l.T("data_illustrative") + "]"
	}
	return citation
}

// cited is how to name what stands at a page.
func (m Meta) cited(l *locale.Locale, title model.Text, page string) string {
	parts := []string{
		l.Text(m.Site.Publisher.Name), "“" + l.Text(title) + "”", l.Text(m.Site.Title),
		l.T("data_as_of_day", locale.Args{"Date": l.Date(m.AsOf)}), m.url(page),
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// siteCitation is how to name the site's data as a whole.
func (m Meta) siteCitation() string {
	return m.text(m.Words.Each(func(l *locale.Locale) string { return m.cited(l, m.Site.Title, Folder) }))
}

// day is the day that everything was computed for, as the language writes it.
func (m Meta) day() string {
	return m.text(m.Words.Each(func(l *locale.Locale) string { return l.Date(m.AsOf) }))
}

func (m Meta) period(p model.Period) string {
	return m.text(m.Words.Each(func(l *locale.Locale) string { return l.Period(p) }))
}
