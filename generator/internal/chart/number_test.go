package chart

import (
	"html"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestNumbers(t *testing.T) {
	english := Numbers{Decimal: ".", Group: ",", Decimals: 2}
	for _, c := range []struct {
		as   Numbers
		x    float64
		want string
	}{
		{Numbers{}, 9800, "9.800"},
		{Numbers{}, 999.5, "1.000"},
		{Numbers{}, -1234567, "−1.234.567"},
		{Numbers{}, -0.2, "0"},
		{Numbers{Decimals: 1}, 52.44, "52,4"},
		{Numbers{Decimals: 1}, 50, "50"},
		{Numbers{Decimals: 1, Suffix: " %"}, 47.85, "47,9 %"},
		{Numbers{Decimals: 9}, 1.0 / 3, "0,333333"},
		{english, 1234.5, "1,234.5"},
		{Numbers{Decimal: ","}, 12345, "12345"},
		{Numbers{}, 1e15, "1.000.000.000.000.000"},
	} {
		if got := c.as.format(c.x); got != c.want {
			t.Errorf("%+v writes %v as %q, want %q", c.as, c.x, got, c.want)
		}
	}
}

func TestLabels(t *testing.T) {
	f := Figure{Words: Words{Missing: "chưa có số liệu"}}
	for _, c := range []struct {
		v    Value
		want string
	}{
		{Value{Number: 9800, Bound: MoreThan}, "> 9.800"},
		{Value{Number: 60, Bound: AtLeast, Status: Preliminary}, "≥ 60"},
		{Value{Number: 200, Bound: About}, "≈ 200"},
		{Value{Number: 3, Status: Withheld, Bound: About}, "…"},
		{Value{Number: 3, Status: Missing}, "chưa có số liệu"},
	} {
		if got := f.label(c.v); got != c.want {
			t.Errorf("%+v is labelled %q, want %q", c.v, got, c.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      []float64
	}{
		{0, 100, []float64{0, 50, 100}},
		{0, 7600, []float64{0, 2000, 4000, 6000, 8000}},
		{-3, 9, []float64{-5, 0, 5, 10}},
		{0, 0, []float64{0, 0.5, 1}},
	} {
		at, _ := ticks(c.low, c.high, 4)
		if len(at) != len(c.want) {
			t.Errorf("ticks(%v, %v) = %v, want %v", c.low, c.high, at, c.want)
			continue
		}
		for i := range at {
			if at[i] != c.want[i] {
				t.Errorf("ticks(%v, %v) = %v, want %v", c.low, c.high, at, c.want)
			}
		}
	}
	if got := (Numbers{}).tick(0.5, 0.5); got != "0,5" {
		t.Errorf("a tick of half a unit is written %q", got)
	}
}

// Classes part numbers where they are far apart, and only there.
func TestClasses(t *testing.T) {
	for _, c := range []struct {
		name    string
		numbers []float64
		want    []string
	}{
		{"one far from the rest", []float64{2137, 644, 599, 621, 614, 643, 614, 607, 654, 616}, []string{"599–654", "2.137"}},
		// Means 2 and 12, with squares of 2 each around them: 304 of 308.
		{"two groups", []float64{1, 2, 3, 11, 12, 13}, []string{"1–3", "11–13"}},
		// Evenly spread, n classes explain 1-1/n²: four are too few, 24/25 is enough.
		{"even", []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}, []string{"1–4", "5–8", "9–12", "13–16", "17–20"}},
		{"zero apart", []float64{0, 5, 0, 9}, []string{"5", "9"}},
		{"equal", []float64{7, 7}, []string{"7"}},
		{"nothing", []float64{0, 0}, nil},
	} {
		got := classify(c.numbers)
		var names []string
		for i := range got.count() {
			names = append(names, got.name(i, Numbers{}))
		}
		if !slices.Equal(names, c.want) {
			t.Errorf("%s: classes %q, want %q", c.name, names, c.want)
		}
	}
}

func TestShades(t *testing.T) {
	c := classify([]float64{599, 654, 2137})
	for x, want := range map[float64]string{0: paper, 599: seqColour(3), 654: seqColour(3), 2137: seqColour(6)} {
		if got := c.colour(x); got != want {
			t.Errorf("%v is shaded %s, want %s", x, got, want)
		}
	}
	if none := classify(nil); none.colour(3) != paper {
		t.Error("without classes there is no shade")
	}
}

// No other way to part the numbers, tried one by one, explains more.
func TestBreaksAreTheBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		numbers := make([]float64, 3+random.IntN(8))
		for i := range numbers {
			numbers[i] = float64(1 + random.IntN(30))
		}
		slices.Sort(numbers)
		within := spreads(numbers)
		best := within(0, len(numbers))
		for i := 1; i < len(numbers); i++ {
			best = min(best, within(0, i)+within(i, len(numbers)))
			for j := i + 1; j < len(numbers); j++ {
				best = min(best, within(0, i)+within(i, j)+within(j, len(numbers)))
			}
		}
		_, explained := naturalBreaks(numbers, 3)
		if whole := within(0, len(numbers)); whole > 0 && math.Abs(explained-(1-best/whole)) > 1e-9 {
			t.Fatalf("%v: %v explained, %v can be", numbers, explained, 1-best/whole)
		}
	}
}

func TestTilesBeginAtTheOrigin(t *testing.T) {
	got := fromOrigin([]Tile{{3, 2}, {1, 4}, {2, 1}})
	if want := []Tile{{2, 1}, {0, 3}, {1, 0}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A mark tells its category, its value as it is written, and its standing.
func TestTold(t *testing.T) {
	f := figure(Bar, "t", []string{"Đăk Hà"}, Series{Name: "a"})
	for want, v := range map[string]Value{
		"Đăk Hà: 1.205":               {Number: 1205},
		"Đăk Hà: > 3.412":             {Number: 3412, Bound: MoreThan},
		"Đăk Hà: 96 (sơ bộ)":          {Number: 96, Status: Preliminary},
		"Đăk Hà: 96 (dự báo)":         {Number: 96, Status: Forecast},
		"Đăk Hà: chưa có số liệu":     {Status: Missing},
		"Đăk Hà: " + f.Words.Withheld: {Number: 3, Status: Withheld},
	} {
		f.Series[0].Values = []Value{v}
		if got := f.told(0, 0); got != want {
			t.Errorf("%v tells %q, want %q", v, got, want)
		}
	}
}

// In each drawing of each kind a reader gets told every value, each once for its
// series: by a mark of its own, or by its line.
func TestEveryValueIsTold(t *testing.T) {
	for _, fig := range gallery() {
		f := normalise(fig)
		drawing := draw(t, fig)
		for variant, svg := range map[Variant]string{Narrow: drawing.Narrow, Wide: drawing.Wide} {
			told := toldBy(svg)
			for _, want := range f.allTold() {
				if !slices.Contains(told, want) {
					t.Errorf("%s, %s: %q is not told; %q", fig.Kind, variant, want, told)
				}
			}
		}
	}
}

var toldMark = regexp.MustCompile(`(?: data-of="([^"]*)")? data-told="([^"]*)"`)

// toldBy lists what the marks of a drawing tell, with their series.
func toldBy(svg string) []string {
	var told []string
	for _, m := range toldMark.FindAllStringSubmatch(svg, -1) {
		for line := range strings.Lines(html.UnescapeString(m[2])) {
			told = append(told, html.UnescapeString(m[1])+"|"+strings.TrimSuffix(line, "\n"))
		}
	}
	return told
}

// allTold lists what a drawing must tell of a figure.
func (f *Figure) allTold() []string {
	var all []string
	for _, sp := range f.Spans {
		all = append(all, "|"+f.duration(sp))
	}
	_, whole := f.totals()
	for i, s := range f.Series {
		for j, v := range s.Values {
			series, text := "", f.told(i, j)
			switch {
			case v.Status == Missing || f.Kind == Gantt:
				continue
			case f.Kind == HeatMap:
				text = s.Name + ", " + text
			case f.Kind == Matrix:
				text = f.covered(s, j)
			case f.Kind == Area && !whole[j]:
				text = f.toldTogether(j, func(Value) bool { return true })
			case f.Kind == StackedBar && v.withheld():
				text = f.toldTogether(j, Value.withheld)
			case len(f.Series) > 1 && f.Kind != TileMap:
				series = s.Name
			}
			all = append(all, series+"|"+text)
		}
	}
	return all
}
