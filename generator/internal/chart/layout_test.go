package chart

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// A written is a text of a drawing and where it was put.
type written struct {
	extent
	words string
}

// texts reads the texts of an option and measures them as the layout did.
func texts(t testing.TB, o option) []written {
	t.Helper()
	var parsed struct {
		Graphic struct {
			Elements []struct {
				Type           string
				X, Y, Rotation float64
				Style          struct {
					Text, Align, FontWeight string
					FontSize                float64
				}
			}
		}
	}
	if err := json.Unmarshal(o.json, &parsed); err != nil {
		t.Fatal(err)
	}
	var out []written
	for _, e := range parsed.Graphic.Elements {
		if e.Type != "text" {
			continue
		}
		size := e.Style.FontSize
		if e.Style.FontWeight == "bold" {
			size *= boldFactor
		}
		w, half := textWidth(e.Style.Text, size), e.Style.FontSize*0.55
		left := map[string]float64{"left": e.X, "center": e.X - w/2, "right": e.X - w}[e.Style.Align]
		box := extent{left, e.Y - half, left + w, e.Y + half}
		if e.Rotation != 0 {
			box = extent{e.X - half, e.Y - w, e.X + half, e.Y}
		}
		out = append(out, written{box, e.Style.Text})
	}
	return out
}

// faults lists what a reader could not read: text beyond the edge, or on other
// text.
func faults(all []written, o option) (out []string) {
	const slack = 0.6
	for i, a := range all {
		if a.left < -slack || a.right > o.width+slack || a.top < -slack || a.bottom > o.height+slack {
			out = append(out, fmt.Sprintf("%q is cut: %.1f", a.words, a.extent))
		}
		for _, b := range all[:i] {
			if a.left < b.right-slack && b.left < a.right-slack && a.top < b.bottom-slack && b.top < a.bottom-slack {
				out = append(out, fmt.Sprintf("%q and %q overlap: %.1f %.1f", a.words, b.words, a.extent, b.extent))
			}
		}
	}
	return out
}

func TestTextsStandApart(t *testing.T) {
	for _, fig := range append(gallery(), edges()...) {
		for _, variant := range []Variant{Narrow, Wide} {
			o, err := lay(normalise(fig), variant)
			if err != nil {
				t.Fatal(err)
			}
			all := texts(t, o)
			if len(all) == 0 {
				t.Errorf("%s %s: no text at all", fig.ID, variant)
			}
			for _, fault := range faults(all, o) {
				t.Errorf("%s %s: %s", fig.ID, variant, fault)
			}
		}
	}
}

func TestNoTextIsSmall(t *testing.T) {
	for _, fig := range append(gallery(), edges()...) {
		for _, variant := range []Variant{Narrow, Wide} {
			o, _ := lay(normalise(fig), variant)
			for _, field := range strings.Split(string(o.json), `"fontSize":`)[1:] {
				if !strings.HasPrefix(field, "12") && !strings.HasPrefix(field, "13") {
					t.Errorf("%s %s: a text of size %.6s", fig.ID, variant, field)
				}
			}
		}
	}
}

// randomFigure makes a figure of any kind that its kind may not be made for.
func randomFigure(r *rand.Rand) Figure {
	words := []string{"", "Đăk Hà", "Ia H'Drai", "Khoa học kỹ thuật và công nghệ", "Nghiêng", "a<b>&\"c\"", "2024", "2024-03-01", "x\x00y", "Thạc\tsĩ"}
	word := func() string { return words[r.IntN(len(words))] }
	kinds := Kinds()
	f := figure(kinds[r.IntN(len(kinds))], word(), nil)
	f.ID = "random"
	f.Unit, f.AxisName, f.Illustrative = word(), word(), r.IntN(2) == 0
	for range r.IntN(9) {
		f.Categories = append(f.Categories, word())
		f.Tiles = append(f.Tiles, Tile{r.IntN(6), r.IntN(6)})
	}
	for range r.IntN(6) {
		s := Series{Name: word(), Dashed: r.IntN(4) == 0}
		for range r.IntN(10) {
			s.Values = append(s.Values, randomValue(r))
		}
		if r.IntN(4) == 0 {
			s.Bands = []Band{{word(), []float64{1, 2, 3}, []float64{3, r.NormFloat64() * 9}}}
		}
		f.Series = append(f.Series, s)
	}
	f.Breaks = []Break{{r.IntN(6) - 1, word()}}
	f.Targets = []Target{{r.IntN(9) - 1, r.IntN(4) - 1, randomValue(r)}}
	return f
}

func randomValue(r *rand.Rand) Value {
	numbers := []float64{0, 1, 12, 3412, 0.5, 1e6, 1e9, r.Float64() * 100, float64(r.IntN(5000))}
	v := Value{Number: numbers[r.IntN(len(numbers))], Status: Status(r.IntN(7) - 1), Bound: Bound(r.IntN(4)), Alert: r.IntN(9) == 0}
	if r.IntN(6) == 0 {
		v.Number = -v.Number
	}
	return v
}

func TestAnyFigureCanBeLaidOut(t *testing.T) {
	r := rand.New(rand.NewPCG(45, 2026))
	for range 1500 {
		fig := randomFigure(r)
		for _, variant := range []Variant{Narrow, Wide} {
			o, err := lay(normalise(fig), variant)
			if err != nil {
				t.Fatalf("%+v: %v", fig, err)
			}
			if !json.Valid(o.json) || o.height < 20 || o.height > 4000 {
				t.Fatalf("%+v: height %v, option %s", fig, o.height, o.json)
			}
			if found := faults(texts(t, o), o); len(found) > 0 {
				t.Fatalf("%+v: %s: %s", fig, variant, strings.Join(found, "\n"))
			}
		}
	}
}
