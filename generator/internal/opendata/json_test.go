package opendata

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"congbo/generator/internal/model"
)

func TestJSONBytes(t *testing.T) {
	kinds := describer(nil).category("kind", []Category{{"a", vi("<A> & B")}})
	count := Field{Name: "so-nguoi", Type: Integer, Title: vi("Số người"), Unit: vi("người"), Withholds: true}
	d := Dataset{
		ID: "x", Kind: RegisterKind, Title: vi("Sổ"), Illustrative: true, Clauses: []string{"I.1"}, Key: []string{"kind"},
		Notes:   []model.Text{vi("Ghi chú")},
		Sources: []model.Source{{ID: "s", Title: vi("Nguồn"), Published: model.Period{Year: 2018, Month: 3}, URL: "https://s.example"}},
		Fields:  []Field{kinds, count, describer(nil).reference("lead", Reference{CodesKind, agenciesList, "code"}), describer(nil).field("clauses", List), describer(nil).field(illustrativeName, Boolean)},
		Rows:    [][]string{{"a", "c", "=x", "I.1 I.2", "true"}, {"", "", "", "", ""}},
	}
	meta := Meta{Site: model.Site{BaseURL: "https://t.example", Publisher: model.Publisher{Name: vi("T")}, Licence: vi("L"), Languages: []string{"vi", "en"}}, AsOf: today, Words: spoken}
	got, err := writeJSON(&catalogue{meta: meta}, &catalogueEntry{Dataset: &d})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "x.json", got, `{
  "id": "x",
  "kind": "register",
  "title": {
    "vi": "Sổ"
  },
  "as_of": "2026-11-22",
  "illustrative": true,
  "page": "https://t.example/so-theo-doi/x/",
  "publisher": {
    "vi": "T"
  },
  "licence": {
    "vi": "L"
  },
  "citation": {
    "en": "T, “Sổ”, as of 22 November 2026, https://t.example/so-theo-doi/x/ [illustrative]",
    "vi": "T, “Sổ”, tính đến ngày 22/11/2026, https://t.example/so-theo-doi/x/ [số liệu minh họa]"
  },
  "clauses": [
    "I.1"
  ],
  "notes": [
    {
      "vi": "Ghi chú"
    }
  ],
  "sources": [
    {
      "id": "s",
      "title": {
        "vi": "Nguồn"
      },
      "published": "2018-03",
      "url": "https://s.example"
    }
  ],
  "key": [
    "kind"
  ],
  "fields": [
    {
      "name": "kind",
      "type": "string",
      "title": {
        "en": "Kind",
        "vi": "Loại"
      },
      "categories": [
        {
          "value": "a",
          "label": {
            "vi": "<A> & B"
          }
        }
      ]
    },
    {
      "name": "so-nguoi",
      "type": "integer",
      "title": {
        "vi": "Số người"
      },
      "unit": {
        "vi": "người"
      },
      "withheld": "c"
    },
    {
      "name": "lead",
      "type": "string",
      "title": {
        "en": "Lead body",
        "vi": "Cơ quan chủ trì"
      },
      "codes": "tu-dien/agencies.csv"
    },
    {
      "name": "clauses",
      "type": "list",
      "title": {
        "en": "Clauses of the programme",
        "vi": "Các khoản của chương trình"
      }
    },
    {
      "name": "illustrative",
      "type": "boolean",
      "title": {
        "en": "Illustrative",
        "vi": "Số liệu minh họa"
      }
    }
  ],
  "rows": [
    {"kind":"a","so-nguoi":"c","lead":"=x","clauses":["I.1","I.2"],"illustrative":true},
    {"kind":"","so-nguoi":null,"lead":"","clauses":[],"illustrative":false}
  ]
}
`)
}

// TestJSONAgreesWithCSV compares every cell of every dataset in both formats.
func TestJSONAgreesWithCSV(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	for _, d := range datasets {
		records, err := csv.NewReader(bytes.NewReader(files[Folder+d.path()+".csv"])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(t, files[Folder+d.path()+".json"])
		if len(rows) != len(records)-1 {
			t.Fatalf("%s: %d rows in JSON, %d in CSV", d.ID, len(rows), len(records)-1)
		}
		for i, row := range rows {
			for j, name := range records[0] {
				if got, want := asCSV(row[name]), strings.TrimPrefix(records[i+1][j], "'"); got != want {
					t.Errorf("%s, row %d, %s: %q in JSON, %q in CSV", d.ID, i+1, name, got, want)
				}
			}
		}
	}
}

func rowsOf(t *testing.T, file []byte) []map[string]any {
	t.Helper()
	var dataset struct{ Rows []map[string]any }
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.UseNumber()
	if err := decoder.Decode(&dataset); err != nil {
		t.Fatal(err)
	}
	return dataset.Rows
}

func asCSV(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case bool:
		return flag(v)
	case []any:
		return strings.Trim(fmt.Sprint(v), "[]")
	}
	return fmt.Sprint(value)
}
