package opendata

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"congbo/generator/internal/model"
)

// description is the head of a dataset's JSON file; the rows follow it.
type description struct {
	ID           string       `json:"id"`
	Kind         Kind         `json:"kind"`
	Title        model.Text   `json:"title"`
	Description  model.Text   `json:"description,omitempty"`
	AsOf         model.Date   `json:"as_of"`
	Illustrative bool         `json:"illustrative"`
	Page         string       `json:"page"`
	Publisher    model.Text   `json:"publisher"`
	Licence      model.Text   `json:"licence"`
	Citation     model.Text   `json:"citation"`
	Clauses      []string     `json:"clauses"`
	Notes        []model.Text `json:"notes"`
	Sources      []sourceJSON `json:"sources"`
	Counts       *Count       `json:"counts,omitempty"`
	Key          []string     `json:"key"`
	Fields       []fieldJSON  `json:"fields"`
}

type sourceJSON struct {
	ID        string       `json:"id"`
	Title     model.Text   `json:"title"`
	Producer  model.Text   `json:"producer,omitempty"`
	Published model.Period `json:"published,omitzero"`
	Accessed  model.Period `json:"accessed,omitzero"`
	URL       string       `json:"url,omitempty"`
	Licence   model.Text   `json:"licence,omitempty"`
	Certainty string       `json:"certainty,omitempty"`
}

type fieldJSON struct {
	Name       string         `json:"name"`
	Type       FieldType      `json:"type"`
	Title      model.Text     `json:"title,omitempty"`
	Unit       model.Text     `json:"unit,omitempty"`
	Withheld   string         `json:"withheld,omitempty"` // the sign for what may not be known
	Categories []categoryJSON `json:"categories,omitempty"`
	Codes      string         `json:"codes,omitempty"` // file that explains the values
}

type categoryJSON struct {
	Value string     `json:"value"`
	Label model.Text `json:"label"`
}

// writeJSON writes the description and, under "rows", an object a row with
// the fields in their order. Numbers keep the decimals of the source; where
// there is no value stands null, in a string "", in a list [].
func writeJSON(c *catalogue, d *catalogueEntry) ([]byte, error) {
	head, err := encodeJSON(d.describe(c.meta))
	if err != nil {
		return nil, err
	}
	names := make([][]byte, len(d.Fields))
	for i, f := range d.Fields {
		if names[i], err = compactJSON(f.Name); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	out.Write(bytes.TrimSuffix(head, []byte("\n}\n")))
	out.WriteString(",\n  \"rows\": [")
	for i, row := range d.Rows {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		if err := d.writeRow(&out, names, row); err != nil {
			return nil, err
		}
	}
	out.WriteString("\n  ]\n}\n")
	return out.Bytes(), nil
}

func (d *Dataset) writeRow(out *bytes.Buffer, names [][]byte, row []string) error {
	for i, cell := range row {
		value, err := d.Fields[i].jsonCell(cell)
		if err != nil {
			return err
		}
		out.WriteByte("{,"[min(i, 1)])
		out.Write(names[i])
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return nil
}

// jsonCell is cell as its type encodes; a number is already what JSON wants.
func (f *Field) jsonCell(cell string) ([]byte, error) {
	switch {
	case f.Withholds && cell == Withheld, f.Type == String:
		return quote(cell)
	case f.Type == Boolean:
		return strconv.AppendBool(nil, cell == "true"), nil
	case f.Type == List:
		return compactJSON(append([]string{}, strings.Fields(cell)...))
	case cell == "":
		return []byte("null"), nil
	case f.Type == Date:
		return quote(cell)
	}
	return []byte(cell), nil
}

// quote spares the encoder what most cells are: codes in plain ASCII.
func quote(text string) ([]byte, error) {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return compactJSON(text)
		}
	}
	return []byte(`"` + text + `"`), nil
}

func (d *Dataset) describe(meta Meta) description {
	head := description{
		ID: d.ID, Kind: d.Kind, Title: d.Title, Description: d.Description,
		AsOf: meta.AsOf, Illustrative: d.Illustrative, Page: meta.url(d.Page()),
		Publisher: meta.Site.Publisher.Name, Licence: meta.Site.Licence, Citation: d.Citation(meta),
		Clauses: append([]string{}, d.Clauses...), Notes: append([]model.Text{}, d.Notes...),
		Sources: []sourceJSON{}, Counts: d.Counts, Key: append([]string{}, d.Key...),
	}
	for _, s := range d.Sources {
		head.Sources = append(head.Sources, sourceJSON{s.ID, s.Title, s.Producer, s.Published, s.Accessed, s.URL, s.Licence, s.Certainty})
	}
	for i := range d.Fields {
		head.Fields = append(head.Fields, d.Fields[i].describe())
	}
	return head
}

func (f *Field) describe() fieldJSON {
	j := fieldJSON{Name: f.Name, Type: f.Type, Title: f.Title, Unit: f.Unit}
	if f.Withholds {
		j.Withheld = Withheld
	}
	for _, c := range f.Categories {
		j.Categories = append(j.Categories, categoryJSON{c.Value, c.Label})
	}
	if f.References != nil {
		j.Codes = f.References.path() + ".csv"
	}
	return j
}

// encodeJSON writes for people to read too: indented, with <, > and & as they
// are. These are files of their own and never stand inside HTML.
func encodeJSON(v any) ([]byte, error) { return marshal(v, "  ") }

func compactJSON(v any) ([]byte, error) {
	line, err := marshal(v, "")
	return bytes.TrimSuffix(line, []byte("\n")), err
}

func marshal(v any, indent string) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	err := encoder.Encode(v)
	return out.Bytes(), err
}
