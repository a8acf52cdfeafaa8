package chart

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"congbo/generator/internal/npm"
)

// shared is one drawer for all tests: ECharts takes its time to load.
var shared = sync.OnceValues(func() (*Drawer, error) {
	dir, err := npm.Ensure(context.Background(), os.DirFS("../../../themes/gazette"), "", func(string) {})
	if err != nil {
		return nil, err
	}
	echarts, err := os.ReadFile(filepath.Join(dir, "node_modules/echarts/dist/echarts.min.js"))
	if err != nil {
		return nil, err
	}
	return NewDrawer(echarts)
})

func drawer(t testing.TB) *Drawer {
	t.Helper()
	d, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func draw(t testing.TB, fig Figure) Drawing {
	t.Helper()
	drawing, err := drawer(t).Draw(fig)
	if err != nil {
		t.Fatal(err)
	}
	return drawing
}
