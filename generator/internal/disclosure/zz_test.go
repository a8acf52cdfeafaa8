package disclosure

import (
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	for _, n := range []int{5, 30, 150, 300, 1000, 3000, 10000, 17000, 50000} {
		for seed := range uint64(2) {
			p := province(seed, n, 7, thirty())
			start := time.Now()
			_, r, err := Protect(p)
			t.Logf("%d people: %v %+v %.2f%% %v", len(p.Years[0].Stock), time.Since(start), r, 100*float64(r.HiddenEntries)/float64(r.Entries), err)
		}
	}
}
