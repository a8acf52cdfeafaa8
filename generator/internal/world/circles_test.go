package world

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestCircles finds, in random graphs, a circle exactly when peeling off nodes
// without successors leaves something, and only circles that are there.
func TestCircles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		g, edges := randomGraph(random)
		circles := g.circles()
		if hasCircle(edges) != (len(circles) > 0) {
			t.Fatalf("circles %v in %v", circles, edges)
		}
		for _, circle := range circles {
			checkCircle(t, circle, edges)
		}
	}
}

func randomGraph(random *rand.Rand) (*graph, map[string][]string) {
	g, edges := newGraph(Agency, "members"), map[string][]string{}
	for n := range 2 + random.IntN(6) {
		from := fmt.Sprint(n)
		for range random.IntN(3) {
			edges[from] = append(edges[from], fmt.Sprint(random.IntN(8)))
		}
		g.add(from, edges[from]...)
	}
	return g, edges
}

// hasCircle peels off nodes that lead nowhere until none is left or all lead
// somewhere.
func hasCircle(edges map[string][]string) bool {
	open := map[string]bool{}
	for from := range edges {
		open[from] = true
	}
	for changed := true; changed; {
		changed = false
		for from := range open {
			if !slices.ContainsFunc(edges[from], func(to string) bool { return open[to] }) {
				delete(open, from)
				changed = true
			}
		}
	}
	return len(open) > 0
}

func checkCircle(t *testing.T, circle []string, edges map[string][]string) {
	t.Helper()
	if circle[0] != circle[len(circle)-1] {
		t.Errorf("%v is not closed", circle)
	}
	for i := range len(circle) - 1 {
		if !slices.Contains(edges[circle[i]], circle[i+1]) {
			t.Errorf("%v: %s doesn't lead to %s", circle, circle[i], circle[i+1])
		}
	}
}
