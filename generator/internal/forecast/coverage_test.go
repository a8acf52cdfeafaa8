package forecast

import (
	"os"
	"strconv"
	"testing"
	"time"

	"congbo/generator/internal/model"
)

// trials is how many populations a property is checked on: a fixed share, or
// SOAK of them.
func trials(t *testing.T, share int) int {
	n, err := strconv.Atoi(os.Getenv("SOAK"))
	if err != nil {
		return share
	}
	t.Logf("%d populations", n)
	return n
}

// A tally counts how often bands held, by dimension.
type tally map[model.Dimension]*[3]float64

func (c tally) add(dimension model.Dimension, b Bands, actual int) {
	if c[dimension] == nil {
		c[dimension] = new([3]float64)
	}
	n := c[dimension]
	n[0]++
	if b.Low50 <= actual && actual <= b.High50 {
		n[1]++
	}
	if b.Low90 <= actual && actual <= b.High90 {
		n[2]++
	}
}

func (c tally) share(dimension model.Dimension, of int) float64 {
	return c[dimension][of] / c[dimension][0]
}

func (c tally) all() (fifty, ninety float64) {
	var sum [3]float64
	for _, n := range c {
		for i := range sum {
			sum[i] += n[i]
		}
	}
	return sum[1] / sum[0], sum[2] / sum[0]
}

// covered forecasts populations that move by t for some years and counts how
// often what then came lies in the bands; spoil may falsify what was fitted.
func covered(t truth, populations, years int, spoil func(f *fitted)) tally {
	counted := tally{}
	for seed := range uint64(populations) {
		e := live(t, seed, firstYear+5+years)
		known := e.records(between(firstYear, firstYear+5))
		later := e.records(between(firstYear, firstYear+5+years))
		f := fit(known)
		if spoil != nil {
			spoil(f)
		}
		ahead := between(firstYear+6, firstYear+5+years)
		fans := f.simulate(f.draw(simulations), nil, ahead).fans(known)
		for i, s := range later.series(0) {
			for y, year := range ahead {
				actual, _ := s.observedIn(year)
				counted.add(s.Dimension, fans[i][y], actual)
			}
		}
	}
	return counted
}

func TestExplore(t *testing.T) {
	for name, tr := range map[string]truth{"ordinary": ordinary, "uneven": uneven()} {
		start := time.Now()
		c := covered(tr, trials(t, 30), 6, nil)
		for _, d := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
			t.Logf("%s %q: 50: %.3f 90: %.3f", name, d, c.share(d, 1), c.share(d, 2))
		}
		a, b := c.all()
		t.Log(a, b, time.Since(start))
	}
}

func uneven() truth {
	t := ordinary
	t.unevenness = 0.3
	return t
}
