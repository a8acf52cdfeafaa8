package opendata

import (
	"reflect"
	"testing"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/model"
)

// A measure is a row; an interval has two ends, a withheld cell none.
func TestFromBalance(t *testing.T) {
	of := balance.Origin{Table: "noi", Year: 2024, Illustrative: true}
	got := describer(nil).Balance(&balance.Balance{
		Concentrations: []balance.Concentration{{
			Origin: of, Dimension: model.ByLocality,
			Herfindahl: balance.Interval{Low: 0.5, High: 0.625}, Normalised: balance.Interval{Low: 0, High: 0.25}, Effective: balance.Interval{Low: 1.6, High: 2},
			Parts: []balance.Part{{Code: "a", Count: 6, Share: 0.75}, {Code: "b", Withheld: true}},
		}},
		Inequalities: []balance.Inequality{{
			Origin: of, Theil: balance.Interval{Low: 0.1, High: 0.1},
			Places: []balance.Place{{Part: balance.Part{Code: "a", Contribution: -1e-9}, PerTenThousand: 7.5}},
			Split:  &balance.Split{By: balance.ByKind, Between: 0.04, Groups: []balance.Group{{ID: "huyện", Within: 0.06}}},
		}},
	})
	if !got.Illustrative {
		t.Error("what is measured of illustrations is not marked")
	}
	want := [][]string{
		{"herfindahl", "noi", "2024", "_T", "locality", "0.5", "0.625", "", "true"},
		{"herfindahl-normalised", "noi", "2024", "_T", "locality", "0", "0.25", "", "true"},
		{"effective", "noi", "2024", "_T", "locality", "1.6", "2", "", "true"},
		{"share", "noi", "2024", "a", "locality", "0.75", "0.75", "", "true"},
		{"share", "noi", "2024", "b", "locality", "", "", "c", "true"},
		{"theil", "noi", "2024", "_T", "", "0.1", "0.1", "", "true"},
		{"theil-part", "noi", "2024", "a", "", "0", "0", "", "true"},
		{"per-10000", "noi", "2024", "a", "", "7.5", "7.5", "", "true"},
		{"theil-between", "noi", "2024", "_T", "", "0.04", "0.04", "", "true"},
		{"theil-within", "noi", "2024", "huyện", "kind", "0.06", "0.06", "", "true"},
	}
	if !reflect.DeepEqual(got.Rows, want) {
		t.Errorf("got\n%q\nwant\n%q", got.Rows, want)
	}
	if _, err := Files([]Dataset{got}, Meta{Site: model.Site{Languages: []string{"vi"}}, Words: spoken}); err != nil {
		t.Error(err)
	}
}
