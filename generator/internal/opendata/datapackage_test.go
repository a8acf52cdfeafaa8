package opendata

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"congbo/generator/internal/model"
)

// packageOf writes the province and reads its Data Package back.
func packageOf(t *testing.T) (dataPackage, map[string][]byte) {
	t.Helper()
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	var p dataPackage
	decoder := json.NewDecoder(bytes.NewReader(files["du-lieu/datapackage.json"]))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&p); err != nil {
		t.Fatal(err)
	}
	return p, files
}

// The rules of this test are our own reading of Data Package 2.0.
func TestDataPackageByOurRules(t *testing.T) {
	p, _ := packageOf(t)
	if !regexp.MustCompile(`^[a-z0-9._-]+$`).MatchString(p.Name) {
		t.Errorf("name %q", p.Name)
	}
	if _, err := time.Parse(time.RFC3339, p.Created); err != nil || !strings.HasPrefix(p.Created, "2026-11-22T") {
		t.Errorf("created %q is not the as-of day: %v", p.Created, err)
	}
	if want := (packageLicence{"CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"}); len(p.Licences) != 1 || p.Licences[0] != want {
		t.Errorf("licences %v", p.Licences)
	}
	if want := []packageSource{{"Niên giám 2018", "https://thongke.example/2018"}, {"Báo tỉnh", ""}}; !slices.Equal(p.Sources, want) {
		t.Errorf("sources %v: not those that the datasets rest on, each once", p.Sources)
	}
	names := map[string]bool{}
	for _, r := range p.Resources {
		if names[r.Name] || !regexp.MustCompile(`^[a-z0-9._-]+$`).MatchString(r.Name) {
			t.Errorf("resource name %q is taken or not well formed", r.Name)
		}
		names[r.Name] = true
	}
}

func TestDataPackageDescribesEveryFile(t *testing.T) {
	p, files := packageOf(t)
	described := map[string]bool{"du-lieu/datapackage.json": true}
	for _, r := range p.Resources {
		file, ok := files[Folder+r.Path]
		described[Folder+r.Path] = true
		sum := sha256.Sum256(file)
		if r.Path == archiveOfAllName && r.Bytes == 0 && r.Hash == "" {
			continue // it holds the description
		}
		if !ok || r.Bytes != len(file) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %d bytes, %s is not the file", r.Path, r.Bytes, r.Hash)
		}
	}
	for path := range files {
		if !described[path] {
			t.Errorf("%s is not described", path)
		}
	}
}

// TestSchemasFitTheirFiles reads every CSV file by its schema, as a stranger's
// program would.
func TestSchemasFitTheirFiles(t *testing.T) {
	p, files := packageOf(t)
	tables := 0
	for _, r := range p.Resources {
		if r.Type != "table" {
			continue
		}
		tables++
		records := read(t, files, r)
		for i, f := range r.Schema.Fields {
			if records[0][i] != f.Name {
				t.Errorf("%s: field %d is %q in the file and %q in the schema", r.Name, i+1, records[0][i], f.Name)
			}
			for _, record := range records[1:] {
				checkCell(t, r.Name, f, record[i])
			}
		}
		checkKey(t, r, records)
		for _, key := range r.Schema.ForeignKeys {
			checkForeignKey(t, p, files, r, key)
		}
	}
	if tables != 13 {
		t.Errorf("%d resources are tables", tables)
	}
}

func read(t *testing.T, files map[string][]byte, r packageResource) [][]string {
	t.Helper()
	reader := csv.NewReader(bytes.NewReader(files[Folder+r.Path]))
	reader.FieldsPerRecord = len(r.Schema.Fields)
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", r.Path, err)
	}
	return records
}

func checkCell(t *testing.T, resource string, f packageField, cell string) {
	t.Helper()
	missing := f.Missing
	if missing == nil {
		missing = []string{""}
	}
	if slices.Contains(missing, cell) {
		if f.Constraints["required"] == true {
			t.Errorf("%s: %s is missing", resource, f.Name)
		}
		return
	}
	if form := lexical[f.Type]; form != nil && !form.MatchString(cell) {
		t.Errorf("%s: %s: %q is no %s", resource, f.Name, cell, f.Type)
	}
	if pattern, given := f.Constraints["pattern"].(string); given && !regexp.MustCompile("^("+pattern+")$").MatchString(cell) {
		t.Errorf("%s: %s: %q does not match %s", resource, f.Name, cell, pattern)
	}
	if len(f.Categories) > 0 && !slices.ContainsFunc(f.Categories, func(c packageCategory) bool { return c.Value == cell }) {
		t.Errorf("%s: %s: %q is no category", resource, f.Name, cell)
	}
}

func checkKey(t *testing.T, r packageResource, records [][]string) {
	t.Helper()
	if len(r.Schema.PrimaryKey) == 0 {
		return
	}
	seen := map[string]bool{}
	for _, record := range records {
		var key []string
		for i, f := range r.Schema.Fields {
			if slices.Contains(r.Schema.PrimaryKey, f.Name) {
				key = append(key, record[i])
			}
		}
		if k := strings.Join(key, "\x00"); seen[k] {
			t.Errorf("%s: two rows have the key %v", r.Name, key)
		} else {
			seen[k] = true
		}
	}
}

func checkForeignKey(t *testing.T, p dataPackage, files map[string][]byte, r packageResource, key packageForeignKey) {
	t.Helper()
	known := map[string]bool{"": true}
	for _, target := range p.Resources {
		if target.Name == key.Reference.Resource {
			for _, cell := range column(read(t, files, target), key.Reference.Fields[0]) {
				known[cell] = true
			}
		}
	}
	for _, cell := range column(read(t, files, r), key.Fields[0]) {
		if !known[cell] {
			t.Errorf("%s: %s: %s does not explain %q", r.Name, key.Fields[0], key.Reference.Resource, cell)
		}
	}
}

// column is the cells below a field's name.
func column(records [][]string, name string) []string {
	at := slices.Index(records[0], name)
	var cells []string
	for _, record := range records[1:] {
		cells = append(cells, record[at])
	}
	return cells
}

func TestForeignKeysLeadOnlyToWhatIsPublished(t *testing.T) {
	p, _ := packageOf(t)
	var keys []string
	for _, r := range p.Resources {
		if r.Schema == nil {
			continue
		}
		for _, key := range r.Schema.ForeignKeys {
			keys = append(keys, r.Name+" "+key.Fields[0]+" → "+key.Reference.Resource)
		}
	}
	want := []string{
		"trinh-do degree → tu-dien.degrees",
		"trinh-do age-group → tu-dien.age-groups",
		"lao-dong source → tu-dien.sources",
		"bac-si source → tu-dien.sources",
		"ton-vinh noi → tu-dien.localities",
		"nhiem-vu lead → tu-dien.agencies",
	}
	if !slices.Equal(keys, want) {
		t.Errorf("%q", keys)
	}
	world := province(t)
	alone, err := Files([]Dataset{describer(world).Register(&world.Registers[0], today)}, Meta{world.Site, today, spoken})
	if err != nil || bytes.Contains(alone[len(alone)-1].Bytes, []byte("foreignKeys")) {
		t.Error("a key leads to a list that is not there", err)
	}
}

// What stays with a release is each dataset as CSV and JSON, and a description
// of just these files.
func TestKeptDescribesItself(t *testing.T) {
	datasets, meta := published(t)
	files, err := Files(datasets, meta)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := Kept(datasets, meta, files)
	if err != nil {
		t.Fatal(err)
	}
	last := len(kept) - 1
	var described struct{ Resources []struct{ Path, Hash string } }
	if err := json.Unmarshal(kept[last].Bytes, &described); err != nil || kept[last].Path != "du-lieu/datapackage.json" {
		t.Fatal(kept[last].Path, err)
	}
	if len(described.Resources) != last || last != 3*len(datasets) {
		t.Fatalf("%d files of %d datasets, %d described", last, len(datasets), len(described.Resources))
	}
	all := write(t, datasets, meta)
	for i, f := range kept[:last] {
		sum := fmt.Sprintf("sha256:%x", sha256.Sum256(f.Bytes))
		if r := described.Resources[i]; Folder+r.Path != f.Path || r.Hash != sum {
			t.Errorf("%s is described as %+v", f.Path, r)
		}
		if ending := path.Ext(f.Path); ending != ".csv" && ending != ".json" || !bytes.Equal(f.Bytes, all[f.Path]) {
			t.Errorf("%s is kept", f.Path)
		}
	}
}

func TestLabelsAreUnique(t *testing.T) {
	got := Meta{}.packageCategories([]Category{{"a", vi("Một")}, {"b", vi("Một")}, {"c", nil}})
	if want := []packageCategory{{"a", "Một"}, {"b", ""}, {"c", ""}}; !slices.Equal(got, want) {
		t.Error(got)
	}
}

func TestPackageName(t *testing.T) {
	for base, want := range map[string]string{
		"https://kontum.example/":               "kontum.example",
		"https://Tri-Thuc.Example:8080/cong/bố": "tri-thuc.example-cong-b",
		"":  "du-lieu",
		"/": "du-lieu",
		":": "du-lieu",
	} {
		if got := packageName(base); got != want {
			t.Errorf("packageName(%q) = %q, want %q", base, got, want)
		}
	}
}

func TestLicence(t *testing.T) {
	for words, want := range map[string]licence{
		"CC BY 4.0": {name: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/"},
		"Dữ liệu theo giấy phép cc-by-sa 4.0.": {name: "CC-BY-SA-4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/"},
		"CC0 1.0":                               {name: "CC0-1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/"},
		"Xem (https://tinh.example/giay-phep).": {url: "https://tinh.example/giay-phep"},
		"Được dùng lại tự do nếu ghi rõ nguồn": {url: "https://t.example/du-lieu/"},
		"CC BY-NC 4.0": {url: "https://t.example/du-lieu/"},
	} {
		want.title = words
		m := Meta{Site: model.Site{BaseURL: "https://t.example", Licence: vi(words)}}
		if got := m.licence(); got != want {
			t.Errorf("%q: %+v, want %+v", words, got, want)
		}
	}
}
