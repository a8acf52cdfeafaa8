package chart

import "testing"

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

func TestClasses(t *testing.T) {
	c := classify([]float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 104}, 0)
	want := []string{"1–2", "3–4", "5–6", "7–8", "9–104"}
	if c.count() != len(want) {
		t.Fatalf("%d classes: %v", c.count(), c.breaks)
	}
	for i := range want {
		if got := c.name(i, Numbers{}); got != want[i] {
			t.Errorf("class %d is %q, want %q", i, got, want[i])
		}
	}
	for x, want := range map[float64]string{0: paper, 1: seqColour(1), 2: seqColour(1), 3: seqColour(3), 9: seqColour(7), 104: seqColour(7)} {
		if got := c.colour(x); got != want {
			t.Errorf("%v is shaded %s, want %s", x, got, want)
		}
	}
	if one := classify([]float64{7, 7}, 0); one.count() != 1 || one.name(0, Numbers{}) != "7" {
		t.Errorf("equal numbers: %v", one.breaks)
	}
	if none := classify([]float64{0, 0}, 0); none.count() != 0 || none.colour(0) != paper {
		t.Errorf("zeros: %v", none.breaks)
	}
}
