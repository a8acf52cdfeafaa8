package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

var committed = filepath.Join("..", "..", "data", "intellectuals")

// The files in data/ are what a run writes, byte for byte: nobody edited them,
// and nobody changed the program without running it.
func TestCommittedFilesAreReproduced(t *testing.T) {
	folder := t.TempDir()
	if err := write(folder); err != nil {
		t.Fatal(err)
	}
	written, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(written) != 10 {
		t.Fatalf("wrote %d files (%v), want one for each of the ten districts", len(written), err)
	}
	for _, file := range written {
		want := read(t, file)
		if got := read(t, filepath.Join(committed, filepath.Base(file))); !bytes.Equal(got, want) {
			t.Errorf("%s is not what this program writes: run go run ./generator/illustrate", filepath.Base(file))
		}
	}
}

func TestTenThousandRecordsWithIDsOfTheirOwn(t *testing.T) {
	id := regexp.MustCompile(`(?m)^- \{id: (MH-[0-9]{5}), `)
	seen := map[string]bool{}
	for name, content := range files(invent()) {
		for _, match := range id.FindAllSubmatch(content, -1) {
			if seen[string(match[1])] {
				t.Errorf("%s comes twice, again in %s", match[1], name)
			}
			seen[string(match[1])] = true
		}
	}
	if len(seen) != 10_000 {
		t.Errorf("%d records, want 10000", len(seen))
	}
}

func TestARecordAsWritten(t *testing.T) {
	p := person{
		number: 7, birthYear: 1962, sex: "female", ethnicity: "xo-dang",
		locality: history{{1986, "dak-ha"}},
		degree:   history{{1986, "bachelor"}, {1994, "doctor"}},
		rank:     history{{2001, "associate-professor"}},
		field:    "505", sector: "public-service", branch: "Q",
		entered: 1986, left: 2020, leftReason: "retired",
	}
	want := `- {id: MH-00007, birth_year: 1962, sex: female, ethnicity: xo-dang, locality: dak-ha, ` +
		`degree: [{from: 1986, code: bachelor}, {from: 1994, code: doctor}], rank: [{from: 2001, code: associate-professor}], ` +
		`field: "505", sector: public-service, branch: Q, entered: 1986, left: 2020, left_reason: retired}`
	if got := p.yaml(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestCareersAreCoherent(t *testing.T) {
	for _, p := range invent() {
		age := p.entered - p.birthYear
		if age < 22 || age > 27 || p.entered < firstYear || p.entered > lastYear {
			t.Errorf("MH-%05d entered at %d in %d", p.number, age, p.entered)
		}
		if (p.left == 0) != (p.leftReason == "") || p.left != 0 && (p.left <= p.entered || p.left > lastYear) {
			t.Errorf("MH-%05d entered %d, left %d (%q)", p.number, p.entered, p.left, p.leftReason)
		}
		if p.leftReason == "retired" && p.left-p.birthYear < 55 {
			t.Errorf("MH-%05d retired at %d", p.number, p.left-p.birthYear)
		}
		checkHistory(t, p, p.locality, p.entered)
		checkHistory(t, p, p.degree, p.entered)
		checkClimb(t, p, p.degree, "bachelor", "master", "doctor")
		checkClimb(t, p, p.rank, "associate-professor", "professor")
	}
}

// checkHistory wants the first code from the first year on, and every later
// one in a later year.
func checkHistory(t *testing.T, p person, h history, first int) {
	t.Helper()
	if h[0].year != first {
		t.Errorf("MH-%05d entered in %d: %v", p.number, first, h)
	}
	for i := 1; i < len(h); i++ {
		if h[i].year <= h[i-1].year {
			t.Errorf("MH-%05d: %v", p.number, h)
		}
	}
}

// checkClimb wants every code to stand higher on the ladder than the one
// before.
func checkClimb(t *testing.T, p person, h history, ladder ...string) {
	t.Helper()
	for i := 1; i < len(h); i++ {
		if slices.Index(ladder, h[i].code) <= slices.Index(ladder, h[i-1].code) {
			t.Errorf("MH-%05d: %v", p.number, h)
		}
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
