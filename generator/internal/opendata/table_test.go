package opendata

import (
	"slices"
	"testing"

	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

func TestTableNotes(t *testing.T) {
	world := province(t)
	d := describer(world).Table(degrees(), vi("Định nghĩa làm việc của trang."))
	var vietnamese, english []string
	for _, note := range d.Notes {
		vietnamese, english = append(vietnamese, note["vi"]), append(english, note["en"])
	}
	if want := []string{
		"Định nghĩa làm việc của trang.",
		"Chỉ tính người thuộc: Trình độ – Thạc sĩ, Tiến sĩ.",
		"Số đếm từ 1 đến 4 người không công bố; những ô cho phép suy ra chúng cũng vậy. Ô như thế để trống, cột status ghi «c».",
	}; !slices.Equal(vietnamese, want) {
		t.Errorf("%q", vietnamese)
	}
	if want := "Only people of: Degree – Master, Tiến sĩ."; english[1] != want {
		t.Errorf("%q, want %q", english[1], want)
	}
}

func TestTablesWithoutMeasureCountTheStock(t *testing.T) {
	table := degrees()
	stock := describer(province(t)).Table(table)
	table.Declared.Measure = model.Left
	left := describer(province(t)).Table(table)
	if stock.Description["en"] != spoken.Say("data_measure_stock")["en"] || left.Description["en"] != spoken.Say("data_measure_left")["en"] {
		t.Error(stock.Description, left.Description)
	}
}

func TestWhatIsDeclaredIllustrativeSaysSo(t *testing.T) {
	world, table := province(t), degrees()
	table.Illustrative, table.Declared.Illustrative = false, true
	world.Classifications[0].Illustrative = true
	world.Clauses[2].Illustrative = true
	datasets := append(describer(world).CodeLists()[:1], describer(world).Table(table), describer(world).Clauses(tracking.Assess(world, today)))
	for _, d := range datasets {
		if marked := slices.ContainsFunc(d.Rows, func(row []string) bool { return row[len(row)-1] == "true" }); !marked || !d.Illustrative {
			t.Errorf("%s is not marked: %v", d.ID, d.Rows)
		}
	}
	if last := datasets[2].Rows[2]; last[len(last)-1] != "true" {
		t.Errorf("%v", last)
	}
}

func TestEveryDimensionHasATitleAndAList(t *testing.T) {
	for _, dimension := range model.Dimensions {
		if dimensionTitle(spoken, dimension)["vi"] == "" || dimensionLists[dimension] == "" {
			t.Errorf("%s has none", dimension)
		}
	}
}

func TestEveryFieldOfOursHasATitle(t *testing.T) {
	datasets, _ := published(t)
	for _, d := range datasets {
		for _, f := range d.Fields {
			if f.Title["vi"] == "" {
				t.Errorf("%s: %s has no title", d.ID, f.Name)
			}
		}
	}
}
