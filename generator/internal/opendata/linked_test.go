package opendata

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/model"
)

// The rules of this test are our own reading of CSV on the Web.
func TestCSVWByOurRules(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	for _, d := range datasets {
		var table csvwTable
		if err := json.Unmarshal(files[Folder+d.path()+".csv-metadata.json"], &table); err != nil {
			t.Fatal(err)
		}
		header, _, _ := strings.Cut(string(files[Folder+d.path()+".csv"]), "\n")
		var names, titles []string
		for _, column := range table.Schema.Columns {
			if !regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.]*$`).MatchString(column.Name) {
				t.Errorf("%s: %q is no column name", d.ID, column.Name)
			}
			names = append(names, column.Name)
			titles = append(titles, column.Titles["und"]...)
		}
		if got := strings.Join(titles, ","); got != header {
			t.Errorf("%s: columns %q, header %q", d.ID, got, header)
		}
		for _, name := range table.Schema.PrimaryKey {
			if !slices.Contains(names, name) {
				t.Errorf("%s: the key %q is no column", d.ID, name)
			}
		}
		if !strings.HasSuffix(d.path()+".csv", table.URL) || strings.Contains(table.URL, "/") {
			t.Errorf("%s: url %q does not stand beside the metadata", d.ID, table.URL)
		}
	}
}

func TestCSVWColumns(t *testing.T) {
	m := Meta{Site: model.Site{Languages: []string{"vi"}}}
	for _, c := range []struct {
		field Field
		want  string
	}{
		{describer(nil).dimensionField(model.ByAgeGroup), `{"name":"age_group","titles":{"und":["age-group"],"vi":["Nhóm tuổi"]},"datatype":"string","required":true}`},
		{describer(nil).field("clauses", List), `{"name":"clauses","titles":{"und":["clauses"],"vi":["Các khoản của chương trình"]},"datatype":"string","separator":" "}`},
		{Field{Name: "n", Type: Integer, Withholds: true}, `{"name":"n","titles":{"und":["n"]},"datatype":"integer","null":["","c"]}`},
		{Field{Name: "p", Type: String, Pattern: "[0-9]+"}, `{"name":"p","titles":{"und":["p"]},"datatype":{"base":"string","format":"[0-9]+"}}`},
	} {
		got, err := compactJSON(m.csvwColumn(&c.field))
		if err != nil {
			t.Fatal(err)
		}
		equal(t, c.field.Name, got, c.want)
	}
}

// The rules of this test are our own reading of DCAT 3.
func TestDCATByOurRules(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	var catalogue dcatCatalogue
	if err := json.Unmarshal(files["du-lieu/dcat.jsonld"], &catalogue); err != nil {
		t.Fatal(err)
	}
	if len(catalogue.Datasets) != len(datasets) {
		t.Fatalf("%d datasets, want %d", len(catalogue.Datasets), len(datasets))
	}
	const root = "https://tinh.example/cong-khai/"
	ids := map[string]bool{}
	for i, d := range catalogue.Datasets {
		if ids[d.ID] || len(d.Title) == 0 || len(d.Distributions) != 4 {
			t.Errorf("%s: %+v", d.ID, d)
		}
		ids[d.ID] = true
		if illustrative := len(d.Keywords) > 0; illustrative != datasets[i].Illustrative {
			t.Errorf("%s: keywords %v", d.ID, d.Keywords)
		}
		for _, distribution := range d.Distributions {
			path, below := strings.CutPrefix(distribution.Download.ID, root)
			if file := files[path]; !below || len(file) == 0 {
				t.Errorf("%s leads to no file", distribution.Download.ID)
			}
		}
	}
}

func TestSchemaOrgStaysInsideItsScript(t *testing.T) {
	world := province(t)
	world.Indicators[0].Title = model.Text{"vi": "</script><!--", "en": "Trained"}
	d := describer(world).Indicator(&world.Indicators[0])
	got, err := SchemaOrg(&d, Meta{world.Site, today, spoken}, "vi")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsAny(got, "<>&") {
		t.Errorf("%s", got)
	}
	got, err = SchemaOrg(&d, Meta{world.Site, today, spoken}, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"name":"Trained"`, `"inLanguage":"en"`, `"dateModified":"2026-11-22"`,
		`"description":"ILLUSTRATIVE: not real`, `"contentUrl":"https://tinh.example/cong-khai/du-lieu/lao-dong.csv"`,
		`"isBasedOn":["Niên giám 2018","Báo tỉnh"]`,
	} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}
