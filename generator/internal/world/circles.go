package world

import "strings"

// A graph is who leads to whom by one key of one kind of records.
type graph struct {
	kind  Kind
	key   string
	nodes []string // in file order
	next  map[string][]string
}

func newGraph(kind Kind, key string) *graph {
	return &graph{kind: kind, key: key, next: map[string][]string{}}
}

func (g *graph) add(from string, to ...string) {
	if from == "" || len(to) == 0 {
		return
	}
	if _, known := g.next[from]; !known {
		g.nodes = append(g.nodes, from)
	}
	g.next[from] = append(g.next[from], to...)
}

// reportCircles reports every circle once, at the record where following the
// key in file order first comes back to itself.
func (l *loader) reportCircles(g *graph) {
	for _, circle := range g.circles() {
		l.problems.Report(l.index.At(g.kind, circle[0], g.key), circularReference, g.key, strings.Join(circle, " → "))
	}
}

// circles walks the graph depth first and returns the circles met, each as a
// path whose last element is its first.
func (g *graph) circles() [][]string {
	var found [][]string
	var path []string
	const open, done = 1, 2
	state := map[string]int{}
	var visit func(id string)
	visit = func(id string) {
		state[id] = open
		path = append(path, id)
		for _, next := range g.next[id] {
			switch state[next] {
			case open:
				found = append(found, circleFrom(path, next))
			case done:
			default:
				visit(next)
			}
		}
		path = path[:len(path)-1]
		state[id] = done
	}
	for _, id := range g.nodes {
		if state[id] == 0 {
			visit(id)
		}
	}
	return found
}

// circleFrom cuts from a path the part that begins at id, and closes it.
func circleFrom(path []string, id string) []string {
	start := len(path) - 1
	for path[start] != id {
		start--
	}
	circle := append([]string{}, path[start:]...)
	return append(circle, id)
}
