package opendata

import (
	"cmp"
	"slices"
	"strings"

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
	add := func(head model.Text, lines ...string) {
		lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
		if len(lines) > 0 {
			notes = append(notes, note{m.text(head), lines})
		}
	}
	add(words("Bộ dữ liệu", "Dataset"), m.text(d.Title))
	if d.Illustrative {
		add(words("Cảnh báo", "Warning"), m.text(illustrativeNote))
	}
	add(words("Định nghĩa", "Definition"), m.text(d.Description))
	add(words("Cần biết", "To know"), m.texts(append(slices.Clone(d.Notes), formulaNote))...)
	add(words("Tính đến ngày", "As of"), m.AsOf.String())
	add(words("Các cột", "Columns"), m.columnLines(d)...)
	add(words("Ký hiệu", "Signs"), m.signLines(d)...)
	add(words("Nguồn", "Sources"), m.sourceLines(d)...)
	add(words("Giấy phép", "Licence"), m.text(m.Site.Licence))
	add(words("Trích dẫn", "How to cite"), m.text(d.Citation(m)))
	add(words("Trang", "Page"), m.url(d.Page()))
	add(words("Nơi công bố", "Publisher"), m.publisher()...)
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
			sign(Withheld, statuses[0].Label)
		}
		if f.Name == "status" {
			for _, c := range f.Categories {
				sign(c.Value, c.Label)
			}
		}
	}
	if d.Kind == TableKind || d.Kind == SeriesKind {
		for _, ours := range tableCodes {
			sign(ours.code, ours.name)
		}
	}
	return lines
}

func (m Meta) sourceLines(d *Dataset) []string {
	var lines []string
	for _, s := range d.Sources {
		parts := []string{cmp.Or(m.text(s.Title), s.ID), m.text(s.Producer), s.Published.String(), s.URL, m.text(s.Licence)}
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
	citation := m.citation(d.Title, d.Page())
	if d.Illustrative {
		for lang := range citation {
			keyword, _ := illustrativeKeyword.In(lang, "vi")
			citation[lang] += " [" + keyword + "]"
		}
	}
	return citation
}

// citation is how to name what stands at a page, in the languages of ours and
// of the site.
func (m Meta) citation(title model.Text, page string) model.Text {
	citation := model.Text{}
	for _, lang := range append([]string{"vi", "en"}, m.Site.Languages...) {
		speaking := m.speaking(lang)
		parts := []string{
			speaking.text(m.Site.Publisher.Name), "“" + speaking.text(title) + "”", speaking.text(m.Site.Title),
			speaking.text(words("tính đến ngày", "as of")) + " " + m.AsOf.String(), m.url(page),
		}
		citation[lang] = strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
	}
	return citation
}
