package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/publish"
	"congbo/generator/internal/source"
	"congbo/generator/internal/workforce"
	"congbo/generator/internal/world"
)

// Twins are two populations that differ in withheld counts alone: in one there
// are 3 masters in huyen-bac and 7 in huyen-nam, in the other 2 and 8, and
// bachelors make up for it. Whatever a site shows that depends on a withheld
// count, in any file, tells the twins apart.
var twins = [2][4]int{{3, 20, 7, 10}, {2, 21, 8, 9}} // masters and bachelors of huyen-bac, then of huyen-nam

const twinStatistics = `years: [2019, 2020, 2021, 2022, 2023, 2024]
threshold: 5
tables:
  - {id: trinh-do, title: Trình độ, dimensions: [degree], chart: line, clauses: [I.1]}
  - {id: dia-ban, title: Địa bàn và trình độ, dimensions: [locality, degree], chart: stacked-bar, clauses: [I.1]}
  - {id: tuoi-gioi, title: Tuổi và giới, dimensions: [age-group, sex], chart: pyramid, clauses: [I.1]}
  - {id: tuoi-trinh-do, title: Tuổi và trình độ, dimensions: [age-group, degree], chart: heatmap, clauses: [I.1]}
  - {id: ve-bar, title: Vẽ kiểu bar, dimensions: [locality, degree], chart: {kind: bar, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-heatmap, title: Vẽ kiểu heatmap, dimensions: [locality, degree], chart: {kind: heatmap, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-small-multiples, title: Vẽ kiểu small-multiples, dimensions: [locality, degree], chart: {kind: small-multiples, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-treemap, title: Vẽ kiểu treemap, dimensions: [locality, degree], chart: {kind: treemap, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-slope, title: Vẽ kiểu slope, dimensions: [locality, degree], chart: {kind: slope, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-dumbbell, title: Vẽ kiểu dumbbell, dimensions: [locality, degree], chart: {kind: dumbbell, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-matrix, title: Vẽ kiểu matrix, dimensions: [locality, degree], chart: {kind: matrix, x: locality, series: degree}, clauses: [I.1]}
  - {id: ve-tile-map, title: Vẽ bản đồ, dimensions: [locality], where: {degree: [master]}, chart: tile-map, clauses: [I.1]}
  - {id: ve-area, title: Vẽ miền, dimensions: [locality, degree], chart: {kind: area, x: year, series: degree}, clauses: [I.1]}
  - {id: ve-line, title: Vẽ đường, dimensions: [locality, degree], chart: {kind: line, x: year, series: locality}, clauses: [I.1]}
  - {id: moi-vao, title: Mới vào, dimensions: [age-group, degree], measure: entered, chart: bar, clauses: [I.1]}
  - {id: da-roi, title: Đã rời, dimensions: [age-group], measure: left, chart: bar, clauses: [I.1]}
series:
  - {id: ty-le-thac-si, title: Tỷ lệ thạc sĩ, kind: share, of: dia-ban, where: {degree: [master]}, chart: bar, clauses: [I.1]}
  - {id: co-cau, title: Cơ cấu, kind: structure, of: dia-ban, chart: area, clauses: [I.1]}
  - {id: co-cau-cot, title: Cơ cấu cột, kind: structure, of: dia-ban, chart: stacked-bar, clauses: [I.1]}
  - {id: tang-them, title: Tăng thêm, kind: change, of: dia-ban, chart: line, clauses: [I.1]}
  - {id: tren-van-dan, title: Trên mười nghìn dân, kind: rate, of: dia-ban, chart: bar, clauses: [I.1]}
`

const twinRegister = `id: so-ket
title: Sổ sơ kết
clauses: [II.1-1b]
columns:
  - {id: ngay, title: Ngày, type: date, public: true}
  - {id: noi, title: Nơi, type: locality, public: true}
  - {id: nguoi, title: Số người, type: count, public: true}
chart: bar
rows:
  - {ngay: 2024-06-01, noi: huyen-bac, nguoi: %d}
  - {ngay: 2024-06-01, noi: huyen-nam, nguoi: 40}
  - {ngay: 2024-07-01, noi: huyen-nam, nguoi: 9}
`

func twin(t *testing.T, counts [4]int) (site string) {
	t.Helper()
	site = t.TempDir()
	if err := os.CopyFS(site, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	people := filepath.Join(site, "data", "intellectuals")
	if err := errors.Join(os.RemoveAll(people), os.Mkdir(people, 0o755)); err != nil {
		t.Fatal(err)
	}
	places := []string{"huyen-bac", "huyen-bac", "huyen-nam", "huyen-nam"}
	var records strings.Builder
	number := map[string]int{} // by degree, so that the twins differ in places alone
	for i, n := range counts {
		degree := []string{"master", "bachelor"}[i%2]
		for range n {
			k := number[degree]
			number[degree]++
			fmt.Fprintf(&records, "- {id: MAU-%s-%04d, birth_year: %d, sex: %s, ethnicity: kinh, locality: %s, degree: %s, field: \"505\", sector: public-service, entered: %d}\n",
				degree, k, 1965+k%30, []string{"male", "female"}[k%2], places[i], degree, 2000+k%20)
		}
	}
	for file, text := range map[string]string{
		"intellectuals/mau.yaml": records.String(), "statistics.yaml": twinStatistics, "registers/so-ket.yaml": fmt.Sprintf(twinRegister, counts[0]),
	} {
		if err := os.WriteFile(filepath.Join(site, "data", filepath.FromSlash(file)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return site
}

func TestTwinsLookAlike(t *testing.T) {
	var trees [2]map[string][]byte
	var out string
	for i, counts := range twins {
		site := twin(t, counts)
		out = filepath.Join(site, "public")
		var stdout, stderr bytes.Buffer
		args := []string{"build", "--site", site, "--out", out, "--as-of", "2026-11-22", "--lang", "en"}
		if code := Main(args, strings.NewReader(""), &stdout, &stderr); code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr.String())
		}
		trees[i] = readTree(t, out)
	}
	for name, file := range trees[0] {
		if !bytes.Equal(file, trees[1][name]) {
			t.Errorf("%s tells the twins apart", name)
		}
	}
	if len(trees[0]) != len(trees[1]) {
		t.Errorf("%d files and %d", len(trees[0]), len(trees[1]))
	}
	for _, file := range []string{"du-lieu/dia-ban.csv", "du-lieu/so-ket.csv"} {
		if !bytes.Contains(trees[0][file], []byte(",c,")) && !bytes.Contains(trees[0][file], []byte(",c\n")) {
			t.Errorf("%s withholds nothing: the comparison tests nothing\n%s", file, trees[0][file])
		}
	}
	leak(t, out)
}

func readTree(t *testing.T, root string) map[string][]byte {
	t.Helper()
	tree := map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(root, path)
		tree[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// leak shows one withheld figure in the files of a site and wants the audit to
// stop the build for what then follows.
func leak(t *testing.T, out string) {
	problems := &diag.List{}
	files, err := source.Open(filepath.Dir(out), "", problems)
	if err != nil {
		t.Fatal(err)
	}
	stated, _ := world.Load(files, world.Options{ChartKinds: chartKinds()}, problems)
	tables, err := workforce.Publish(stated)
	if err != nil {
		t.Fatal(err)
	}
	if err := auditFiles(out, tables, ""); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(out, "du-lieu", "dia-ban.csv")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	shown := bytes.Replace(data, []byte("huyen-nam,bachelor,2024,,c,"), []byte("huyen-nam,bachelor,2024,9,,"), 1)
	if bytes.Equal(shown, data) {
		t.Fatalf("the figure to show isn't there:\n%s", data)
	}
	if err := os.WriteFile(file, shown, 0o644); err != nil {
		t.Fatal(err)
	}
	var broken *publish.BrokenPromiseError
	err = auditFiles(out, tables, "")
	if !errors.As(err, &broken) {
		t.Fatalf("the audit says %v", err)
	}
	follow := slices.DeleteFunc(broken.Violations, func(v string) bool { return !strings.HasPrefix(v, "du-lieu/dia-ban.csv") })
	if len(follow) != 3 {
		t.Fatalf("the audit says %v", err)
	}
	if _, code := explain("en", err); code != exitMachine {
		t.Errorf("exit code %d", code)
	}
}
