package opendata

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1":             "'=1+1",
		"+84 260":          "'+84 260",
		"-cmd|' /C calc":   "'-cmd|' /C calc",
		"@SUM(A1)":         "'@SUM(A1)",
		"\t=1":             "'\t=1",
		"\r=1":             "'\r=1",
		"  =1":             "'  =1",
		"\n=1":             "'\n=1",
		"＝1":               "'＝1",
		"a=1":              "a=1",
		"":                 "",
		" ":                " ",
		"<30":              "<30",
		"Đăk Hà - Kon Tum": "Đăk Hà - Kon Tum",
	} {
		if got := harmless(text); got != want {
			t.Errorf("harmless(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNumbersStayNumbersInCSV(t *testing.T) {
	for _, fieldType := range []FieldType{Integer, Number, Date, Year, Boolean} {
		f := Field{Type: fieldType}
		if got := f.csvCell("-7"); got != "-7" {
			t.Errorf("%s: %q", fieldType, got)
		}
	}
}

// alphabet has what is special to CSV, to spreadsheets and to Vietnamese.
var alphabet = []string{"a", "đ", "Ộ", ",", `"`, "\n", "\r", "\t", ";", "'", "=", "+", "-", "@", " ", "\\.", "0", "c", "￼"}

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(6) {
		b.WriteString(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

// TestCSVRoundTrip reads back random texts: none is lost or split, and none
// begins like a formula.
func TestCSVRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(45, 1))
	d := Dataset{ID: "x", Fields: []Field{describer(nil).field("derived", String), describer(nil).field("name", String), describer(nil).field(illustrativeName, Boolean)}}
	want := [][]string{{"derived", "name", "illustrative"}}
	for range 2000 {
		row := []string{randomText(r), randomText(r), flag(r.IntN(2) == 0)}
		d.Rows = append(d.Rows, row)
		want = append(want, []string{f(row[0]), f(row[1]), row[2]})
	}
	out, err := writeCSV(nil, &catalogueEntry{Dataset: &d})
	if err != nil {
		t.Fatal(err)
	}
	got, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Error("what was read is not what was written")
	}
	for _, row := range got {
		if strings.IndexAny(row[0], "=+-@\t\r") == 0 {
			t.Errorf("%q begins like a formula", row[0])
		}
	}
}

// f is a text as a reader of the file gets it.
func f(text string) string {
	text = harmless(text)
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
