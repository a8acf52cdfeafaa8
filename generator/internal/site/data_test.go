package site

import (
	"testing"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/opendata"
	"congbo/themes"
)

// What is computed of a table stands with the tables, what is of no shelf on
// the first, and nothing on two.
func TestEachDatasetStandsOnOneShelf(t *testing.T) {
	for kind, want := range map[opendata.Kind]string{
		opendata.TasksKind: "chung", opendata.ForecastKind: "chung", opendata.BalanceKind: "chung", "unheard-of": "chung",
		opendata.TableKind: "bang", opendata.SeriesKind: "bang", opendata.IndicatorKind: "chi-tieu",
		opendata.RegisterKind: "so-theo-doi", opendata.CodesKind: "tu-dien",
	} {
		var on []string
		for _, s := range shelves {
			if s.holds(&opendata.Dataset{Kind: kind}) {
				on = append(on, s.folder)
			}
		}
		if len(on) != 1 || on[0] != want {
			t.Errorf("%s stands on %q, want %s", kind, on, want)
		}
	}
}

func TestFileSizesAreRoundedUp(t *testing.T) {
	words, err := locale.Load(themes.Gazette(), "vi", "vi")
	if err != nil {
		t.Fatal(err)
	}
	e := &edition{Locale: words}
	for bytes, want := range map[int]string{1: "1\u00a0kB", 1000: "1\u00a0kB", 1001: "2\u00a0kB", 999_000: "999\u00a0kB", 999_001: "1,0\u00a0MB", 2_450_000: "2,5\u00a0MB"} {
		if got := e.fileSize(bytes); got != want {
			t.Errorf("%d bytes are %q, want %q", bytes, got, want)
		}
	}
}
