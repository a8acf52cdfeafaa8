package opendata

import (
	"reflect"
	"testing"

	"congbo/generator/internal/model"
)

func TestIndicatorNotes(t *testing.T) {
	indicator := trainedWorkers()
	want := []model.Text{
		vi("Điều tra."),
		{"vi": "Kỳ gốc: 2010.", "en": "Baseline: 2010."},
		{
			"vi": "Từ tháng 07/2025, số liệu không so sánh được với trước đó: tỉnh sáp nhập",
			"en": "From July 2025 on, values can't be compared with earlier ones: tỉnh sáp nhập",
		},
	}
	if got := describer(nil).indicatorNotes(&indicator); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestIllustrativeIndicatorMarksEveryPoint(t *testing.T) {
	indicator := trainedWorkers()
	indicator.Illustrative = true
	d := describer(province(t)).Indicator(&indicator)
	for _, row := range d.Rows {
		if row[len(row)-1] != "true" {
			t.Error(row)
		}
	}
	if !d.Illustrative {
		t.Error("the dataset is not marked")
	}
}

func TestValuesKeepTheDecimalsOfTheSource(t *testing.T) {
	for _, c := range []struct {
		value  float64
		digits int
		want   string
	}{{9800, 0, "9800"}, {48.1, 2, "48.10"}, {0.1 + 0.2, 1, "0.3"}, {1.5e12, 0, "1500000000000"}, {-0.25, 2, "-0.25"}} {
		if got := decimal(c.value, c.digits); got != c.want {
			t.Errorf("decimal(%v, %d) = %q, want %q", c.value, c.digits, got, c.want)
		}
	}
}
