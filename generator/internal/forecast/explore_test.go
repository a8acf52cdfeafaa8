package forecast

import (
	"testing"

	"congbo/generator/internal/model"
)

func TestExplore2(t *testing.T) {
	late := ordinary
	late.retiring = 0.25
	late.leaving = [groups]float64{0.06, 0.04, 0.02, 0.03, 0.03}
	small := ordinary
	small.entry = 25
	for _, c := range []struct {
		name  string
		tr    truth
		years int
	}{{"ordinary", ordinary, 6}, {"uneven", uneven(), 6}, {"ordinary", ordinary, 21}, {"late", late, 10}, {"small", small, 10}} {
		cv := covered(c.tr, 30, c.years, nil)
		for _, d := range []model.Dimension{"", model.ByDegree, model.ByField, model.ByLocality} {
			t.Logf("%s %d %q: 50: %.3f 90: %.3f", c.name, c.years, d, cv.share(d, 1), cv.share(d, 2))
		}
	}
}
