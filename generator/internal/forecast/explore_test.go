package forecast

import (
	"testing"

	"congbo/generator/internal/model"
)

func TestExplore2(t *testing.T) {
	for name, spoil := range map[string]func(f *fitted){
		"entry":  func(f *fitted) { f.records.entered = half(f.records.entered) },
		"stay":  func(f *fitted) { 
			for _, b := range f.beliefs { for g := range groups { b.hazards.before[g] /= 2 } ; b.hazards.after /= 2 }
		},
		"study":  func(f *fitted) { 
			for _, b := range f.beliefs { b.upgraded.scale(.5) }
		},
	} {
		cv := covered(ordinary, 20, 6, spoil)
		for _, d := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
			t.Logf("%s %q: 50: %.3f 90: %.3f", name, d, cv.share(d, 1), cv.share(d, 2))
		}
		a, b := cv.all()
		t.Log(a,b)
	}
	for _, hide := range []func(*records){func(r *records) { r.women = nil }} {
		cv := tally{}
		for seed := range uint64(30) {
			e := live(ordinary, seed, firstYear+12)
			known := e.records(between(firstYear, firstYear+5))
			later := e.records(between(firstYear, firstYear+12))
			hide(known)
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

func half(gs []grid) []grid {
	var all []grid
	for _, g := range gs {
		h := newGrid(len(g[0]))
		h.add(g)
		h.scale(0.5)
		all = append(all, h)
	}
	return all
}
