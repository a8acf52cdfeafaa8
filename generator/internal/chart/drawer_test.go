package chart

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"congbo/generator/internal/npm"
)

var update = flag.Bool("update", false, "write the golden drawings anew")

// shared is one drawer for all tests: ECharts takes its time to load.
var shared = sync.OnceValues(func() (*Drawer, error) {
	dir, err := npm.Ensure(context.Background(), os.DirFS("../../../themes/gazette"), "", func(string) {})
	if err != nil {
		return nil, err
	}
	echarts, err := os.ReadFile(filepath.Join(dir, "node_modules/echarts/dist/echarts.min.js"))
	if err != nil {
		return nil, err
	}
	return NewDrawer(echarts)
})

func drawer(t testing.TB) *Drawer {
	t.Helper()
	d, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func draw(t testing.TB, fig Figure) Drawing {
	t.Helper()
	drawing, err := drawer(t).Draw(fig)
	if err != nil {
		t.Fatal(err)
	}
	return drawing
}

func TestGalleryHasEveryKind(t *testing.T) {
	var kinds []Kind
	for _, fig := range gallery() {
		kinds = append(kinds, fig.Kind)
	}
	if !slices.Equal(kinds, Kinds()) {
		t.Errorf("gallery %v, kinds %v", kinds, Kinds())
	}
	if len(builders) != len(Kinds()) {
		t.Errorf("%d builders for %d kinds", len(builders), len(Kinds()))
	}
}

func TestGoldens(t *testing.T) {
	for _, fig := range gallery() {
		drawing := draw(t, fig)
		for variant, got := range map[Variant]string{Narrow: drawing.Narrow, Wide: drawing.Wide} {
			name := filepath.Join("testdata", string(fig.Kind)+"-"+string(variant)+".svg")
			got = strings.ReplaceAll(got, "><", ">\n<") + "\n" // for the reader of a difference
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n")); got != string(want) {
				t.Errorf("%s differs; -update writes it anew, then look at it", name)
			}
		}
	}
}

func TestSameBytesInAnyOrder(t *testing.T) {
	figures := slices.Concat(gallery(), edges())
	first := make([]Drawing, len(figures))
	for i, fig := range figures {
		first[i] = draw(t, fig)
	}
	var wg sync.WaitGroup
	for i := len(figures) - 1; i >= 0; i-- {
		wg.Go(func() {
			again, err := drawer(t).Draw(figures[i])
			if err != nil || again != first[i] {
				t.Errorf("%s: drawn again it differs (%v)", figures[i].ID, err)
			}
		})
	}
	wg.Wait()
}

// allowed are the elements and attributes that a drawing may have.
var allowed = map[string]string{
	"svg":     "class viewBox width height font-size role aria-labelledby",
	"title":   "id", // of the drawing, or of a shortened text
	"desc":    "id",
	"defs":    "",
	"pattern": "id width height patternUnits patternTransform",
	"path":    "data-of data-told class fill stroke d transform stroke-width stroke-dasharray stroke-linejoin",
	"circle":  "data-of data-told class fill stroke cx cy r stroke-width stroke-dasharray",
	"polygon": "data-of data-told class fill stroke points stroke-width",
	"text":    "data-of class fill stroke stroke-width paint-order x y text-anchor font-weight transform",
}

var classNames = regexp.MustCompile(`^((fill|stroke)-(ink|ink-soft|rule|paper|accent|hatch|data-[1-8]|seq-[1-7]) ?)+$|^chart-(narrow|wide)$`)

// drawingFaults lists what must not be in a drawing.
func drawingFaults(svg, id string) (out []string) {
	dec := xml.NewDecoder(strings.NewReader(svg))
	ids := make(map[string]bool)
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return append(out, err.Error())
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		may, known := allowed[e.Name.Local]
		if !known {
			out = append(out, "an element "+e.Name.Local)
		}
		for _, a := range e.Attr {
			out = append(out, attributeFaults(e.Name.Local, a.Name.Local, a.Value, may)...)
			if a.Name.Local == "id" {
				if ids[a.Value] || !strings.HasPrefix(a.Value, id+"-") {
					out = append(out, "the id "+a.Value)
				}
				ids[a.Value] = true
			}
		}
	}
	for _, ref := range regexp.MustCompile(`url\(#([^)]*)\)`).FindAllStringSubmatch(svg, -1) {
		if !ids[ref[1]] {
			out = append(out, "a reference to "+ref[1])
		}
	}
	return out
}

func attributeFaults(element, name, value, may string) (out []string) {
	if !slices.Contains(strings.Fields(may), name) {
		out = append(out, "an attribute "+name+" of "+element)
	}
	if name == "class" && !classNames.MatchString(value) {
		out = append(out, "a class "+value)
	}
	if (name == "fill" || name == "stroke") && value != "none" && !strings.HasPrefix(value, "url(#") && tokenOf(value) == "" {
		out = append(out, "a colour "+value)
	}
	if strings.Contains(value, "NaN") || strings.Contains(value, "undefined") || strings.Contains(value, "Infinity") {
		out = append(out, "a value "+value)
	}
	return out
}

func TestDrawingsAreClean(t *testing.T) {
	for _, fig := range slices.Concat(gallery(), edges()) {
		drawing := draw(t, fig)
		for variant, svg := range map[Variant]string{Narrow: drawing.Narrow, Wide: drawing.Wide} {
			for _, fault := range drawingFaults(svg, fig.ID+"-"+string(variant)) {
				t.Errorf("%s %s has %s", fig.ID, variant, fault)
			}
			if fig.Illustrative != strings.Contains(svg, fig.Words.Illustrative) {
				t.Errorf("%s %s: illustrative is %v, the drawing says otherwise", fig.ID, variant, fig.Illustrative)
			}
		}
	}
}

// A withheld number must not be in a drawing, nor in the option behind it.
func TestWithheldNumbersStayOut(t *testing.T) {
	for _, kind := range Kinds() {
		fig := figure(kind, "t", []string{"2023", "2024", "2025"},
			Series{Name: "a", Values: present(10, 20, 30)}, Series{Name: "b", Values: present(15, 25, 35)})
		fig.Tiles = []Tile{{0, 0}, {1, 0}, {2, 0}}
		for _, s := range fig.Series {
			s.Values[1] = Value{Number: 7373, Status: Withheld}
		}
		other := fig
		other.Series = slices.Clone(fig.Series)
		for i := range other.Series {
			other.Series[i].Values = slices.Clone(fig.Series[i].Values)
			other.Series[i].Values[1].Number = 1
		}
		if draw(t, fig) != draw(t, other) {
			t.Errorf("%s: the drawing depends on a withheld number", kind)
		}
		option, err := drawer(t).Option(fig, Wide)
		if err != nil || bytes.Contains(option, []byte("7373")) {
			t.Errorf("%s: the option holds a withheld number (%v)", kind, err)
		}
	}
}

func TestShortenedNamesKeepTheirWhole(t *testing.T) {
	svg := draw(t, heatFigure()).Narrow
	if !strings.Contains(svg, "…<title>Khoa học kỹ thuật và công nghệ</title></text>") {
		t.Error("a shortened column has no title with its whole name")
	}
}

func TestRefusedFigures(t *testing.T) {
	for want, fig := range map[string]Figure{
		`chart: "" cannot be the id of a figure`:    {Kind: Bar},
		`chart: "a b" cannot be the id of a figure`: {ID: "a b", Kind: Bar},
		`chart: figure a: unknown kind "pie"`:       {ID: "a", Kind: "pie"},
	} {
		if _, err := drawer(t).Draw(fig); err == nil || err.Error() != want {
			t.Errorf("Draw: %v, want %s", err, want)
		}
		if _, err := drawer(t).Option(fig, Narrow); err == nil || err.Error() != want {
			t.Errorf("Option: %v, want %s", err, want)
		}
	}
}

func TestNotECharts(t *testing.T) {
	if _, err := NewDrawer([]byte("function (")); err == nil || !strings.HasPrefix(err.Error(), "chart: ECharts cannot be read: ") {
		t.Errorf("NewDrawer: %v", err)
	}
	d, err := NewDrawer([]byte("1"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for range 2 * cap(d.slots) { // a failed start must not use up an engine's place
		if _, err := d.Draw(barFigure()); err == nil || !strings.HasPrefix(err.Error(), "chart: ECharts does not start: ") {
			t.Errorf("Draw: %v", err)
		}
	}
}

// FuzzDraw draws random figures. Its seeds are part of every test run.
func FuzzDraw(f *testing.F) {
	for seed := range uint64(24) {
		f.Add(seed, "Đăk Hà")
	}
	f.Add(uint64(99), "]]></svg><script>\x00\xff&amp;")
	f.Fuzz(func(t *testing.T, seed uint64, word string) {
		fig := randomFigure(rand.New(rand.NewPCG(seed, 45)))
		fig.Title, fig.Unit = word, word
		drawing := draw(t, fig)
		for variant, svg := range map[Variant]string{Narrow: drawing.Narrow, Wide: drawing.Wide} {
			for _, fault := range drawingFaults(svg, "random-"+string(variant)) {
				t.Errorf("%s has %s", variant, fault)
			}
		}
	})
}
