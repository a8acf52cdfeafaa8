package opendata

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
)

func unzip(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	held := map[string][]byte{}
	for _, f := range r.File {
		if got := f.Modified.UTC().Format("2006-01-02 15:04:05"); got != "2026-11-22 00:00:00" {
			t.Errorf("%s is dated %s, not by the as-of day", f.Name, got)
		}
		body, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if held[f.Name], err = io.ReadAll(body); err != nil {
			t.Fatal(err)
		}
	}
	return held
}

func TestArchiveIsAPackageOfItsOwn(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	held := unzip(t, files["du-lieu/trinh-do.zip"])
	names := []string{
		"README.txt", "datapackage.json", "tu-dien/age-groups.csv", "tu-dien/age-groups.csv-metadata.json", "tu-dien/degrees.csv",
		"tu-dien/degrees.csv-metadata.json", "trinh-do.csv", "trinh-do.csv-metadata.json", "trinh-do.json", "trinh-do.xlsx",
	}
	for _, name := range names {
		if held[name] == nil {
			t.Errorf("%s is missing", name)
		}
		if published := files[Folder+name]; name != "datapackage.json" && published != nil && !bytes.Equal(published, held[name]) {
			t.Errorf("%s is not the file beside the archive", name)
		}
	}
	if len(held) != len(names) {
		t.Errorf("%d files, want %d", len(held), len(names))
	}
	var p dataPackage
	if err := json.Unmarshal(held["datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	if p.Name != "tinh.example-cong-khai.trinh-do" || len(p.Resources) != len(names)-2 {
		t.Errorf("%s describes %d files", p.Name, len(p.Resources))
	}
	if keys := p.Resources[0].Schema.ForeignKeys; len(keys) != 2 {
		t.Errorf("foreign keys %v: the lists are in the archive", keys)
	}
}

func TestReadmeSpeaksEachLanguage(t *testing.T) {
	datasets, meta := published(t)
	readme := string(unzip(t, write(t, datasets, meta)["du-lieu/lao-dong.zip"])["README.txt"])
	for _, want := range []string{
		"Bộ dữ liệu\n  Lao động qua đào tạo\n\nCảnh báo\n  SỐ LIỆU MINH HỌA",
		"\nCác cột\n  kind – Loại\n  period – Thời kỳ\n  value – Giá trị (%)\n",
		"\nKý hiệu\n  p – sơ bộ\n\nNguồn\n  Niên giám 2018, Cục Thống kê, 2019, https://thongke.example/2018\n  Báo tỉnh\n",
		"\nHow to cite\n  Tỉnh ủy, “Lao động qua đào tạo”, The programme, as of 22 November 2026, https://tinh.example/cong-khai/chi-tieu/lao-dong/ [illustrative]\n",
		"\nFiles in this archive\n  .csv – the rows",
	} {
		if !strings.Contains(readme, want) {
			t.Errorf("%q is not in\n%s", want, readme)
		}
	}
}

func TestArchiveOfAllHoldsEverything(t *testing.T) {
	datasets, meta := published(t)
	files := write(t, datasets, meta)
	held := unzip(t, files["du-lieu/datapackage.zip"])
	for path, file := range files {
		if strings.HasSuffix(path, ".zip") {
			continue
		}
		if got := held[strings.TrimPrefix(path, Folder)]; !bytes.Equal(got, file) {
			t.Errorf("%s is missing or another file", path)
		}
	}
	if !slices.Contains(strings.Split(string(held["README.txt"]), "\n"), "  trinh-do – Theo trình độ [số liệu minh họa]") {
		t.Errorf("the README doesn't list the datasets:\n%s", held["README.txt"])
	}
}
