package disclosure

import (
	"iter"
	"os"
	"strconv"
	"testing"
)

// rounds counts seeds from 0: usual ones in an ordinary run, as many as the
// environment's SOAK says in a long one, and prints how many there were.
func rounds(t *testing.T, usual int) iter.Seq[uint64] {
	if n, err := strconv.Atoi(os.Getenv("SOAK")); err == nil {
		usual = n
	}
	return func(yield func(uint64) bool) {
		for seed := range usual {
			if !yield(uint64(seed)) {
				return
			}
		}
		t.Logf("%d rounds", usual)
	}
}
