package forecast

import (
	"testing"

	"congbo/generator/internal/model"
)

func TestExplore2(t *testing.T) {
	late := ordinary
	late.retiring = 0.25
	late.leaving = [groups]float64{0.06, 0.04, 0.02, 0.03, 0.03}
	for _, c := range []struct {
		name  string
		tr    truth
		years int
	}{{"ordinary", ordinary, 6}, {"late", late, 10}} {
		cv := covered(c.tr, 30, c.years, nil)
		for _, d := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
			t.Logf("%s %d %q: 50: %.3f 90: %.3f", c.name, c.years, d, cv.share(d, 1), cv.share(d, 2))
		}
	}
	for _, tr := range []truth{ordinary, uneven()} {
		cv := tally{}
		var own, naive float64
		for seed := range 30 {
			b := backtest(live(tr, uint64(seed), firstYear+5).records(between(firstYear, firstYear+5)))
			for _, s := range b.Tests {
				cv.add(s.Dimension, s.Bands, s.Actual)
			}
			own += b.Errors[0].MAE
			naive += b.Errors[0].GrowthMAE
		}
		for _, d := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
			t.Logf("backtest %q: 50: %.3f 90: %.3f", d, cv.share(d, 1), cv.share(d, 2))
		}
		t.Log(own/30, naive/30)
	}
	for _, hide := range []func(*records){func(r *records) { r.women = nil }, func(r *records) { r.byDegree = false }} {
		cv := tally{}
		for seed := range uint64(30) {
			e := live(ordinary, seed, firstYear+12)
			known := e.records(between(firstYear, firstYear+5))
			later := e.records(between(firstYear, firstYear+12))
			hide(known)
			if !known.byDegree {
				for i, g := range known.left {
					var ages []float64
					for _, row := range g {
						ages = append(ages, sumOf(row))
					}
					known.left[i] = spread(ages, nil, known.stock[i])
				}
			}
			ahead := between(firstYear+6, firstYear+12)
			f := fit(known)
			fans := f.simulate(f.draw(simulations), nil, ahead).fans(known)
			for i, s := range later.series(0) {
				for y, year := range ahead {
					actual, _ := s.observedIn(year)
					cv.add(s.Dimension, fans[i][y], actual)
				}
			}
		}
		for _, d := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
			t.Logf("hide %q: 50: %.3f 90: %.3f", d, cv.share(d, 1), cv.share(d, 2))
		}
	}
}
