package forecast

import (
	"testing"

	"congbo/generator/internal/model"
)

// BenchmarkRun is a whole run, less the reading, at the project's size.
func BenchmarkRun(b *testing.B) {
	t := ordinary
	t.entry = 350
	r := live(t, 1, firstYear+5).records(between(firstYear, firstYear+5))
	b.Logf("%.0f people", r.stock[5].total())
	for b.Loop() {
		f := &Forecast{Origin: r.origin(), Scenarios: make([]model.Scenario, 3), Years: between(firstYear+6, 2045)}
		f.project(r)
		f.Backtest = backtest(r)
	}
}
