package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The site of testdata/province is of a province that doesn't exist. It was
// written from the contract alone and uses every key and every option that the
// contract names; the tests of this file hold what is published to its words.

// contractDay is the day that the province is computed for.
const contractDay = "2025-03-15"

// buildProvince builds the province for a day and returns the folder that the
// site was written to.
func buildProvince(t *testing.T, day string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	child := build(t, "testdata/province", day)
	child.Args = append(child.Args, "--out", out)
	child.Stderr = nil // two blocks of its text belong to no clause, to which it is warned
	if err := child.Run(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestContract(t *testing.T) {
	t.Parallel()
	public := buildProvince(t, contractDay)
	t.Run("addresses", func(t *testing.T) { wantAddresses(t, public) })
	t.Run("tasks", func(t *testing.T) { wantLines(t, public, "du-lieu/nhiem-vu.csv", tasksOnContractDay) })
	t.Run("clauses", func(t *testing.T) { wantLines(t, public, "du-lieu/dieu-khoan.csv", clausesOnContractDay) })
	t.Run("tables", func(t *testing.T) { wantTables(t, "testdata/province", public) })
	t.Run("downloads", func(t *testing.T) { wantDownloads(t, public) })
	t.Run("pages", func(t *testing.T) { wantPlainPages(t, public) })
	t.Run("withheld", func(t *testing.T) { wantNothingPrivate(t, public) })
	t.Run("illustrative", func(t *testing.T) { wantIllustrativeLabels(t, public) })
}

func wantAddresses(t *testing.T, public string) {
	for _, address := range strings.Fields(`
		. chuong-trinh chuong-trinh/i-1 chuong-trinh/ii-1-1a chuong-trinh/iv-1-2
		nhiem-vu nhiem-vu/tuyen-truyen-1 nhiem-vu/dung co-quan/so-bien co-quan/cac-huyen
		chi-tieu/tau chi-tieu/ngheo thong-ke/trinh-do thong-ke/linh-vuc-tu-do du-bao
		so-theo-doi/so-hop so-theo-doi/nhiem-vu-2 tin-tuc du-lieu phuong-phap tim-kiem`) {
		for _, lang := range []string{".", "en"} {
			if _, err := os.Stat(filepath.Join(public, lang, address, "index.html")); err != nil {
				t.Error(err)
			}
		}
	}
	for _, id := range strings.Fields("trinh-do linh-vuc-2 ra tau ngheo so-hop nhiem-vu-2") {
		for _, extension := range []string{".csv", ".json"} {
			if _, err := os.Stat(filepath.Join(public, "du-lieu", id+extension)); err != nil {
				t.Error(err)
			}
		}
	}
}

// Computed by hand. tuyen-truyen-1: what is dated 2025-03-20 has not happened;
// its due was moved to 30 days from now. muon was due yesterday, de-an-2 is due
// today, xa in 31 days.
const tasksOnContractDay = `id,lead,clauses,start,first_due,due,reported,reported_on,evidence,schedule,days,illustrative
tuyen-truyen-1,so-bien,II.1-1a II.1-1b,2024-01-01,2024-12-31,2025-04-14,under-way,2024-12-20,documented,due-soon,30,
de-an,so-moi,III.2-1,2023-01-01,2023-06-30,2023-06-30,done,2023-06-01,none,closed,-624,
de-an-2,so-moi,III.2-1,2023-01-01,2025-03-15,2025-03-15,not-started,2024-01-01,announced,due-soon,0,true
dung,huyen-bac,II.1-2,2023-01-01,2023-06-30,2023-06-30,stopped,2023-05-01,none,closed,-624,
muon,huyen-nam,II.1-2 III.2-3,2023-01-01,2025-03-14,2025-03-14,none,,none,overdue,-1,
xa,tinh-uy,IV.1,2025-01-01,2025-04-15,2025-04-15,none,,none,not-due,31,
`

// II.1-1a: the last document is of 29 February 2024, 12 months later is 28
// February 2025. II.1-1b and II.1-2: the register's last row up to the day is
// an illustrative one of 30 September 2024, 5 whole months ago. III.2-1: news is
// no act, and one of two tasks is still open.
const clausesOnContractDay = `id,kind,cadence,last_act,next_due,silent_months,state,tasks,indicators,illustrative
I.1,objective,none,,,,none,0,2,
I.2,vision,none,,,,none,0,0,
II.1-1a,duty,standing,2024-02-29,2025-02-28,12,silent,1,0,
II.1-1b,duty,yearly,2024-09-30,2025-12-31,5,active,1,0,true
II.1-2,duty,periodic,2024-09-30,2025-03-30,5,active,2,0,true
III.2-1,duty,once,,,,no-data,2,0,true
III.2-2,duty,periodic,,,,no-data,0,0,
III.2-3,duty,none,,,,no-data,1,0,
III.2-4,duty,standing,,,,no-data,0,0,
IV.1,principle,none,,,,none,1,1,
IV.1-2,requirement,none,,,,none,0,0,
`

// TestContractOnOtherDays is at the edges: the day on which the duty of
// II.1-1a is due, and the day after the programme's last.
func TestContractOnOtherDays(t *testing.T) {
	t.Parallel()
	public := buildProvince(t, "2025-02-28")
	wantLine(t, public, "du-lieu/dieu-khoan.csv", "II.1-1a,duty,standing,2024-02-29,2025-02-28,12,active,1,0,")
	wantLine(t, public, "du-lieu/nhiem-vu.csv", "xa,tinh-uy,IV.1,2025-01-01,2025-04-15,2025-04-15,none,,none,not-due,46,")
	public = buildProvince(t, "2026-01-01")
	for _, line := range []string{
		"I.1,objective,none,,,,none,0,2,",
		"II.1-1a,duty,standing,2025-03-19,2026-03-19,9,ended,1,0,",
		"II.1-1b,duty,yearly,2025-03-19,2026-12-31,9,ended,1,0,true",
		"II.1-2,duty,periodic,2025-03-16,2025-09-16,9,ended,2,0,true",
		"III.2-1,duty,once,,,,ended,2,0,true",
	} {
		wantLine(t, public, "du-lieu/dieu-khoan.csv", line)
	}
	wantLine(t, public, "du-lieu/nhiem-vu.csv",
		"tuyen-truyen-1,so-bien,II.1-1a II.1-1b,2024-01-01,2024-12-31,2025-04-14,done,2025-03-20,documented,closed,-262,")
}

func wantLines(t *testing.T, public, name, want string) {
	t.Helper()
	if got := read(t, filepath.Join(public, name)); string(got) != want {
		t.Errorf("%s is\n%s\nwant\n%s", name, got, want)
	}
}

func wantLine(t *testing.T, public, name, want string) {
	t.Helper()
	if got := read(t, filepath.Join(public, name)); !slices.Contains(strings.Split(string(got), "\n"), want) {
		t.Errorf("%s has no line\n%s\nbut\n%s", name, want, got)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// wantDownloads looks at the form of every file below /du-lieu/ and wants
// datapackage.json to describe them all but the package as one file and the
// dated copies, which have a description of their own.
func wantDownloads(t *testing.T, public string) {
	folder := filepath.Join(public, "du-lieu")
	var described struct{ Resources []struct{ Path string } }
	if err := json.Unmarshal(read(t, filepath.Join(folder, "datapackage.json")), &described); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"datapackage.json": true, "datapackage.zip": true}
	for _, resource := range described.Resources {
		known[resource.Path] = true
	}
	for _, name := range filesBelow(t, folder) {
		if !known[name] && path.Base(name) != "index.html" && !strings.HasPrefix(name, "phat-hanh/") {
			t.Errorf("datapackage.json doesn't describe %s", name)
		}
		if path.Ext(name) == ".csv" {
			wantCSV(t, name, read(t, filepath.Join(folder, name)), path.Dir(name) == ".")
		}
	}
}

// wantCSV wants RFC 4180 with LF, and of a dataset that its last column says
// what is illustrative.
func wantCSV(t *testing.T, name string, text []byte, dataset bool) {
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || bytes.ContainsRune(text, '\r') || !bytes.HasSuffix(text, []byte("\n")) {
		t.Errorf("%s: %v", name, err)
		return
	}
	for i, row := range rows {
		last := row[len(row)-1]
		if dataset && (i == 0 && last != "illustrative" || i > 0 && last != "" && last != "true") {
			t.Errorf("%s, row %d ends in %q", name, i, last)
		}
	}
}

var (
	script  = regexp.MustCompile(`(?s)<script\b([^>]*)>(.*?)</script>`)
	styled  = regexp.MustCompile(`(?i)<style\b|\sstyle\s*=|<[^>]*\son[a-z]+\s*=`)
	outside = regexp.MustCompile(`(?i)<(script|link|img|iframe|source|video)\b[^>]*\s(src|href)="?(https?:)?//`)
	drawn   = regexp.MustCompile(`<svg\b[^>]*>`)
)

// wantPlainPages refuses scripts within pages (data excepted), styles within
// pages, handlers of events, and requests to other hosts.
func wantPlainPages(t *testing.T, public string) {
	charts := 0
	for _, name := range filesBelow(t, public) {
		if path.Ext(name) != ".html" {
			continue
		}
		page := string(read(t, filepath.Join(public, name)))
		for _, found := range script.FindAllStringSubmatch(page, -1) {
			if !strings.Contains(found[1], "json") && strings.TrimSpace(found[2]) != "" {
				t.Errorf("%s: a script in the page", name)
			}
		}
		if found := styled.FindString(page); found != "" {
			t.Errorf("%s: %s", name, found)
		}
		for _, found := range outside.FindAllString(page, -1) {
			if !strings.Contains(found, `rel="canonical"`) && !strings.Contains(found, "rel=canonical") && !strings.Contains(found, "alternate") {
				t.Errorf("%s: %s", name, found)
			}
		}
		charts += len(drawn.FindAllString(page, -1))
	}
	if charts == 0 {
		t.Error("no page has a chart")
	}
}

// wantNothingPrivate wants no person's id, no name without consent and nothing
// of a hidden column anywhere.
func wantNothingPrivate(t *testing.T, public string) {
	private := regexp.MustCompile(`HT-0[0-9]{2}|Lê Không Đồng Ý|Phạm Rút Lại|BIMATKIN`)
	named := 0
	for _, name := range filesBelow(t, public) {
		text := read(t, filepath.Join(public, name))
		if found := private.Find(text); found != nil {
			t.Errorf("%s: %s", name, found)
		}
		named += bytes.Count(text, []byte("Trần Công Khai"))
	}
	if named == 0 {
		t.Error("who consented is not named")
	}
	wantLine(t, public, "du-lieu/so-hop.csv", `"'=Họp, ""hai""",,3,2024-09-30,,,,,,,,,c,true`)
}

// wantIllustrativeLabels looks at each of the three ways in which something is
// said to be illustrative: a kind in site.yaml, a file that is a map, a record.
func wantIllustrativeLabels(t *testing.T, public string) {
	for _, address := range strings.Fields(`
		thong-ke/trinh-do so-theo-doi/nhiem-vu-2 so-theo-doi/so-hop chi-tieu/tau nhiem-vu/de-an-2 chuong-trinh/ii-1-1b`) {
		page := read(t, filepath.Join(public, address, "index.html"))
		if !bytes.Contains(bytes.ToLower(page), []byte("minh họa")) {
			t.Errorf("%s doesn't say that it is illustrative", address)
		}
	}
	wantLine(t, public, "du-lieu/tau.csv", "series,2021,9,about,,,,true")
	wantLine(t, public, "du-lieu/tau.csv", "series,2018,100,more-than,,,bao,")
	drawing := regexp.MustCompile(`(?s)<svg\b.*?</svg>`).Find(read(t, filepath.Join(public, "thong-ke/trinh-do/index.html")))
	if !bytes.Contains(drawing, []byte("MINH HỌA")) {
		t.Error("the drawing of a table of illustrative people doesn't say so")
	}
}

// filesBelow lists the files of a folder and those below it, with slashes.
func filesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		relative, err := filepath.Rel(dir, name)
		names = append(names, filepath.ToSlash(relative))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
