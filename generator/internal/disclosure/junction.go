package disclosure

import (
	"cmp"
	"math"
	"slices"
)

// A graph joins the variables that some table crosses. Variables are numbered
// so that the codings of one dimension follow each other, coarse to fine.
type graph struct {
	dimension []int // by variable
	classes   []int
	joined    [][]bool
}

func newGraph(dimension, classes []int) *graph {
	g := &graph{dimension: dimension, classes: classes}
	for range dimension {
		g.joined = append(g.joined, make([]bool, len(dimension)))
	}
	return g
}

// join makes the variables known to be crossed with each other.
func (g *graph) join(variables []int) {
	for _, v := range variables {
		for _, w := range variables {
			if v != w {
				g.joined[v][w] = true
			}
		}
	}
}

// cliques triangulates the graph, eliminating next the variable whose clique
// has the fewest combinations, and returns the maximal cliques, each sorted.
// A fine coding goes before the coarser ones of its dimension, so that every
// clique that holds it holds them too.
func (g *graph) cliques() [][]int {
	left := make([]bool, len(g.dimension))
	for v := range left {
		left[v] = true
	}
	var cliques [][]int
	for range left {
		v, clique := g.cheapest(left)
		left[v] = false
		g.join(clique)
		if !slices.ContainsFunc(cliques, func(c []int) bool { return contains(c, clique) }) {
			cliques = append(cliques, clique)
		}
	}
	if len(cliques) == 0 {
		cliques = append(cliques, nil)
	}
	return cliques
}

func (g *graph) cheapest(left []bool) (variable int, clique []int) {
	best := math.Inf(1)
	for v := range left {
		if !left[v] || g.finerLeft(v, left) {
			continue
		}
		around := g.around(v, left)
		if cost := g.combinations(around); cost < best {
			best, variable, clique = cost, v, around
		}
	}
	return variable, clique
}

func (g *graph) finerLeft(v int, left []bool) bool {
	return v+1 < len(left) && g.dimension[v+1] == g.dimension[v] && left[v+1]
}

func (g *graph) around(v int, left []bool) []int {
	var clique []int
	for w := range left {
		if w == v || left[w] && g.joined[v][w] {
			clique = append(clique, w)
		}
	}
	return clique
}

// combinations is the number of combinations of the finest codings.
func (g *graph) combinations(variables []int) float64 {
	product := 1.0
	for _, v := range finest(variables, g.dimension) {
		product *= float64(g.classes[v])
	}
	return product
}

// finest drops from sorted variables those that a finer one of the same
// dimension makes redundant.
func finest(variables, dimension []int) []int {
	var kept []int
	for i, v := range variables {
		if i+1 == len(variables) || dimension[variables[i+1]] != dimension[v] {
			kept = append(kept, v)
		}
	}
	return kept
}

// An edge of a junction tree joins two cliques over what they share.
type edge struct {
	a, b      int
	separator []int
}

// junctionTree joins cliques of a triangulated graph by a spanning tree of
// largest separators, which makes any counts of the cliques that agree on the
// separators the margins of some population (Lauritzen, Graphical Models, 1996).
func junctionTree(cliques [][]int) []edge {
	var edges []edge
	for a := range cliques {
		for b := range a {
			edges = append(edges, edge{a, b, shared(cliques[a], cliques[b])})
		}
	}
	slices.SortStableFunc(edges, func(e, f edge) int { return cmp.Compare(len(f.separator), len(e.separator)) })
	component := make([]int, len(cliques))
	for i := range component {
		component[i] = i
	}
	return slices.DeleteFunc(edges, func(e edge) bool {
		from, to := component[e.a], component[e.b]
		for i := range component {
			if component[i] == from {
				component[i] = to
			}
		}
		return from == to
	})
}

func shared(a, b []int) []int {
	return slices.DeleteFunc(slices.Clone(a), func(v int) bool { return !slices.Contains(b, v) })
}

func contains(all, some []int) bool {
	return !slices.ContainsFunc(some, func(v int) bool { return !slices.Contains(all, v) })
}
