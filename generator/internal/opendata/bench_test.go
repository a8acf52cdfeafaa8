package opendata

import (
	"strconv"
	"testing"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// BenchmarkFiles writes thirty tables of two thousand cells each.
func BenchmarkFiles(b *testing.B) {
	world := province(b)
	var datasets []Dataset
	for i := range 30 {
		table := degrees()
		table.Declared.ID = "bang-" + strconv.Itoa(i)
		for len(table.Cells) < 2000 {
			table.Cells = append(table.Cells, workforce.Cell{Codes: []string{"master", "30-39"}, Year: 2019 + len(table.Cells)%6, Count: len(table.Cells)})
		}
		datasets = append(datasets, describer(world).Table(table))
	}
	for b.Loop() {
		if _, err := Files(datasets, Meta{world.Site, model.Date{Year: 2026, Month: 11, Day: 22}, spoken}); err != nil {
			b.Fatal(err)
		}
	}
}
