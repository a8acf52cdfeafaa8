package chart

import "testing"

// BenchmarkDraw draws one variant of each kind in turn.
func BenchmarkDraw(b *testing.B) {
	e, err := drawer(b).code.start()
	if err != nil {
		b.Fatal(err)
	}
	defer e.close()
	for _, fig := range gallery() {
		normal := normalise(fig)
		b.Run(string(fig.Kind), func(b *testing.B) {
			for b.Loop() {
				if _, err := e.variant(normal, Narrow); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkStart starts an engine.
func BenchmarkStart(b *testing.B) {
	code := drawer(b).code
	for b.Loop() {
		e, err := code.start()
		if err != nil {
			b.Fatal(err)
		}
		e.close()
	}
}
