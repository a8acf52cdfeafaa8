package history

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
)

// publishedFolder is a site that was published last, with files in its dated
// copies.
func publishedFolder(t *testing.T, s site, copies map[string]string) *Previous {
	t.Helper()
	in, _, _ := s.load(t, published)
	folder := t.TempDir()
	write(t, filepath.Join(folder, StatementPath), string(statementOf(t, in, nil)))
	for name, text := range copies {
		write(t, filepath.Join(folder, CopiesFolder, name), text)
	}
	prev, err := Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	return prev
}

// carried is the files of the dated copies that now publishes on a day, by path
// below their folder.
func carried(t *testing.T, prev *Previous, now site, date string) map[string]string {
	t.Helper()
	in, index, _ := now.load(t, date)
	account, err := Give(prev, in, nil, index, new(diag.List))
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string]string{}
	err = account.Carry(func(f File) error {
		name, ok := strings.CutPrefix(f.Path, CopiesFolder)
		if !ok {
			t.Errorf("%s is no dated copy", f.Path)
		}
		byPath[name] = string(f.Bytes)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return byPath
}

var copies = map[string]string{
	"2025-01-01/ton-vinh.csv":    "ngay,nguoi,illustrative\n2025-02-03,Nguyễn Văn A,\n2025-02-04,Nguyễn Văn An,\n",
	"2025-01-01/ton-vinh.json":   `{"rows":[{"nguoi":"Nguyễn Văn A","ghi":"Ông\nNguyễn Văn A và NGUYỄN  VĂN A"}]}`,
	"2025-01-01/khac/so.csv":     "a,b\n1,2\r\n",
	"2025-06-01/ton-vinh.csv":    "nguoi\nNguyễn Văn A\n",
	"2025-06-01/ton-vinh.csv.gz": "x",
	"2025-06-01/index.html":      "<p>Nguyễn Văn A</p>",
}

func TestCarryKeepsEveryByte(t *testing.T) {
	s := baseSite(t)
	got := carried(t, publishedFolder(t, s, copies), s, today)
	if len(got) != len(copies)-2 {
		t.Errorf("carried %d files", len(got))
	}
	for name, text := range got {
		if text != copies[name] {
			t.Errorf("%s is now %q", name, text)
		}
	}
}

func TestCarryLeavesOutToday(t *testing.T) {
	s := baseSite(t)
	got := carried(t, publishedFolder(t, s, copies), s, published)
	if _, ok := got["2025-06-01/ton-vinh.csv"]; ok || len(got) != 3 {
		t.Errorf("carried %v", got)
	}
}

func TestCarryForgetsNames(t *testing.T) {
	const register = "data/registers/ton-vinh.yaml"
	s := baseSite(t)
	rowStart := strings.Index(s[register], "  - {ngay: 2025-02-03")
	rowEnd := strings.Index(s[register], "  - {ngay: 2025-03-04")
	for name, now := range map[string]site{
		"withdrawn":      s.with(t, register, "scope: trang này", "scope: trang này, withdrawn: 2025-10-01"),
		"consent erased": s.with(t, register, ", consent: {basis: giấy, date: 2025-01-05, scope: trang này}", ""),
		"name erased":    s.with(t, register, "nguoi: {name: Nguyễn Văn A, consent: {basis: giấy, date: 2025-01-05, scope: trang này}}, ", ""),
		"row erased":     s.with(t, register, s[register][rowStart:rowEnd], ""),
	} {
		t.Run(name, func(t *testing.T) {
			got := carried(t, publishedFolder(t, s, copies), now, today)
			for name, want := range map[string]string{
				"2025-01-01/ton-vinh.csv":  "ngay,nguoi,illustrative\n2025-02-03,c,\n2025-02-04,Nguyễn Văn An,\n",
				"2025-01-01/ton-vinh.json": `{"rows":[{"nguoi":"c","ghi":"Ông\nc và c"}]}`,
				"2025-01-01/khac/so.csv":   copies["2025-01-01/khac/so.csv"],
				"2025-06-01/ton-vinh.csv":  "nguoi\nc\n",
				"2025-01-01/rut-ten.json":  "[\n {\n  \"on\": \"2025-12-01\",\n  \"files\": [\n   \"ton-vinh.csv\",\n   \"ton-vinh.json\"\n  ]\n }\n]\n",
			} {
				if got[name] != want {
					t.Errorf("%s is now %q, want %q", name, got[name], want)
				}
			}
		})
	}
}

// TestCarryOnAnEarlierDay holds that rows which are still to come then are not
// taken for erased ones.
func TestCarryOnAnEarlierDay(t *testing.T) {
	s := baseSite(t)
	got := carried(t, publishedFolder(t, s, copies), s, "2024-01-01")
	if got["2025-06-01/ton-vinh.csv"] != copies["2025-06-01/ton-vinh.csv"] {
		t.Errorf("carried %v", got)
	}
}

func TestRedaction(t *testing.T) {
	for _, c := range []struct{ names, text, want string }{
		{"Lê B", `"Lê B"`, `"c"`},
		{"Lê B", "Lê Bình, Mai Lê B, Lê B.", "Lê Bình, Mai c, c."},
		{"Lê B", `"\nLê B\tLê B"`, `"\nc\tc"`},
		{"Lê B", "nLê B", "nLê B"},
		{`Lê "B" C`, `"Lê ""B"" C",Lê \"B\" C,Lê &#34;B&#34; C`, `"c",c,c`},
		{"Y", "Y,Ya,x Y,Y\n\"Y\"<b>Y</b>", "c,Ya,x Y,c\n\"c\"<b>c</b>"},
		{"Lê B|Lê B C", "Lê B Cx, Lê B C", "c Cx, c"},
		{"", "Lê B", "Lê B"},
	} {
		r := newRedaction(strings.Split(c.names, "|"))
		if got := string(r.text([]byte(c.text))); got != c.want {
			t.Errorf("%q without %q is %q, want %q", c.text, c.names, got, c.want)
		}
	}
}

func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRedactionOfPackedFiles(t *testing.T) {
	r := newRedaction([]string{"Lê B"})
	clean := zipped(t, "a.xml", "<t>Lê Bình</t>")
	if got, err := r.file("a.xlsx", clean); err != nil || !bytes.Equal(got, clean) {
		t.Errorf("a file without the name has changed: %v", err)
	}
	got, err := r.file("a.xlsx", zipped(t, "xl/a.xml", "<t>Lê B</t>", "xl/b.xml", "<t>x</t>"))
	if err != nil {
		t.Fatal(err)
	}
	if want := zipped(t, "xl/a.xml", "<t>c</t>", "xl/b.xml", "<t>x</t>"); !sameZIP(t, got, want) {
		t.Errorf("packed anew: %q", got)
	}
	if _, err := r.file("a.xlsx", []byte("no ZIP")); err == nil {
		t.Error("a spoilt file is carried over unread")
	}
}

func sameZIP(t *testing.T, a, b []byte) bool {
	t.Helper()
	read := func(data []byte) string {
		r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, f := range r.File {
			text, err := unpack(f)
			if err != nil {
				t.Fatal(err)
			}
			all.WriteString(f.Name + "\n" + string(text) + "\n")
		}
		return all.String()
	}
	return read(a) == read(b)
}
