package opendata

import (
	"path"
	"strings"

	"congbo/generator/internal/model"
)

// csvwTable is the metadata of one CSV file after W3C's "Metadata Vocabulary
// for Tabular Data" (2015), to be found beside it under the name that its
// section 5.2 of "Model for Tabular Data" prescribes.
type csvwTable struct {
	Context     []any        `json:"@context"`
	URL         string       `json:"url"`
	Title       []langString `json:"dc:title"`
	Description []langString `json:"dc:description,omitempty"`
	Publisher   []langString `json:"dc:publisher,omitempty"`
	Licence     any          `json:"dc:license"`
	Modified    csvwDate     `json:"dc:modified"`
	Citation    []langString `json:"dc:bibliographicCitation"`
	Sources     []string     `json:"dc:source,omitempty"`
	Notes       []langString `json:"rdfs:comment,omitempty"`
	Schema      csvwSchema   `json:"tableSchema"`
}

type csvwDate struct {
	Value string `json:"@value"`
	Type  string `json:"@type"`
}

type csvwSchema struct {
	Columns    []csvwColumn `json:"columns"`
	PrimaryKey []string     `json:"primaryKey,omitempty"`
}

type csvwColumn struct {
	Name      string              `json:"name"`
	Titles    map[string][]string `json:"titles"`
	Datatype  any                 `json:"datatype"`
	Required  bool                `json:"required,omitempty"`
	Separator string              `json:"separator,omitempty"`
	Lang      string              `json:"lang,omitempty"`
	Null      []string            `json:"null,omitempty"`
}

// langString is a text of one language in JSON-LD.
type langString struct {
	Value    string `json:"@value"`
	Language string `json:"@language"`
}

func writeCSVW(c *catalogue, d *catalogueEntry) ([]byte, error) {
	meta := c.meta
	terms := meta.licence()
	t := csvwTable{
		Context:     []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": meta.language()}},
		URL:         path.Base(d.path()) + ".csv",
		Title:       meta.langStrings(d.Title),
		Description: meta.langStrings(d.Description),
		Publisher:   meta.langStrings(meta.Site.Publisher.Name),
		Licence:     map[string]string{"@id": terms.url},
		Modified:    csvwDate{meta.AsOf.String(), "xsd:date"},
		Citation:    meta.langStrings(d.Citation(meta)),
	}
	for _, s := range d.Sources {
		t.Sources = append(t.Sources, meta.text(s.Title))
	}
	for _, note := range meta.allNotes(d.Dataset) {
		t.Notes = append(t.Notes, meta.langStrings(note)...)
	}
	for i := range d.Fields {
		t.Schema.Columns = append(t.Schema.Columns, meta.csvwColumn(&d.Fields[i]))
	}
	for _, name := range d.Key {
		t.Schema.PrimaryKey = append(t.Schema.PrimaryKey, csvwName(name))
	}
	return encodeJSON(t)
}

// allNotes is the notes, first of all that the dataset is illustrative.
func (m Meta) allNotes(d *Dataset) []model.Text {
	if !d.Illustrative {
		return d.Notes
	}
	return append([]model.Text{m.Words.Say("data_not_real")}, d.Notes...)
}

// csvwName makes a field's name one of the variables that the standard admits,
// which have no hyphens.
func csvwName(name string) string { return strings.ReplaceAll(name, "-", "_") }

// csvwColumn gives the name in the file's header as the title that fits every
// language, since that is what readers compare the header with.
func (m Meta) csvwColumn(f *Field) csvwColumn {
	column := csvwColumn{
		Name:     csvwName(f.Name),
		Titles:   map[string][]string{"und": {f.Name}},
		Datatype: csvwDatatype(f),
		Required: f.Required,
		Lang:     f.Lang,
	}
	for _, title := range m.langStrings(f.Title) {
		column.Titles[title.Language] = []string{title.Value}
	}
	if f.Type == List {
		column.Separator = " "
	}
	if f.Withholds {
		column.Null = []string{"", Withheld}
	}
	return column
}

var csvwDatatypes = map[FieldType]string{
	String:  "string",
	Integer: "integer",
	Number:  "decimal",
	Date:    "date",
	Year:    "gYear",
	Boolean: "boolean",
	List:    "string",
}

func csvwDatatype(f *Field) any {
	if f.Pattern == "" {
		return csvwDatatypes[f.Type]
	}
	return map[string]string{"base": csvwDatatypes[f.Type], "format": f.Pattern}
}

// language is the site's first.
func (m Meta) language() string {
	if len(m.Site.Languages) == 0 {
		return "vi"
	}
	return m.Site.Languages[0]
}

// langStrings is t in those of the site's languages that it exists in; where
// it exists in none of them, in Vietnamese.
func (m Meta) langStrings(t model.Text) []langString {
	var texts []langString
	for _, lang := range m.Site.Languages {
		if s := t[lang]; s != "" {
			texts = append(texts, langString{s, lang})
		}
	}
	if texts == nil && t["vi"] != "" {
		texts = append(texts, langString{t["vi"], "vi"})
	}
	return texts
}
