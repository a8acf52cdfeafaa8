package chart

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSquarifyByHand(t *testing.T) {
	// The paper's example: 6, 6, 4, 3, 2, 2, 1 on 6 × 4, enlarged so that the
	// gaps do not matter: the first two stand above each other at the left.
	got := squarify([]float64{6, 6, 4, 3, 2, 2, 1}, 6000-areaGap, 4000-areaGap)
	// Equal numbers come last first, as in ECharts.
	for i, want := range []rect{{0, 2000, 3000, 2000}, {0, 0, 3000, 2000}, {3000, 0, 1714, 2333}} {
		want = rect{want.x - areaGap/2, want.y - areaGap/2, want.width, want.height}.shrunk()
		if !near(got[i], want, 1) {
			t.Errorf("area %d is %.0f, want %.0f", i, got[i], want)
		}
	}
}

func near(a, b rect, tolerance float64) bool {
	for _, d := range []float64{a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height} {
		if math.Abs(d) > tolerance {
			return false
		}
	}
	return true
}

// The labels of a tree map stand where squarify says; ECharts must put the
// areas there too.
func TestSquarifyForetellsECharts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 12 {
		fig := figure(TreeMap, "t", nil, Series{Name: "a"})
		fig.Illustrative, fig.Unit = false, ""
		var numbers []float64
		for i := range 1 + r.IntN(7) {
			numbers = append(numbers, float64(1+r.IntN(900)))
			fig.Categories = append(fig.Categories, fmt.Sprint("a", i))
		}
		fig.Series[0].Values = present(numbers...)
		svg := draw(t, fig).Narrow
		for i, area := range squarify(numbers, 328, newSheet(&fig, Narrow).plotHeight()+50) {
			if !hasArea(svg, area, i) {
				t.Errorf("%v: no area %d at %.1f in %s", numbers, i, area, svg)
			}
		}
	}
}

// hasArea looks for a path in the colour of area i that is where it should be.
func hasArea(svg string, want rect, i int) bool {
	for _, path := range strings.Split(svg, "<path ")[1:] {
		if !strings.HasPrefix(path, fmt.Sprintf(`class="fill-data-%d"`, i%8+1)) {
			continue
		}
		var x, y, w, h float64
		d := between(path, ` d="`, `"`)
		if move := between(path, `translate(`, `)`); move != "" {
			fmt.Sscanf(strings.ReplaceAll(move, ",", " "), "%g %g", &x, &y)
		}
		var dx, dy float64
		if n, _ := fmt.Sscanf(d, "M%g %gl%g 0l0 %gl", &dx, &dy, &w, &h); n == 4 && near(rect{x + dx, y + dy, w, h}, want, 0.3) {
			return true
		}
	}
	return false
}
