package opendata

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"congbo/generator/internal/model"
)

func open(t *testing.T, file []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func TestWorkbookHoldsTypedCells(t *testing.T) {
	datasets, meta := published(t)
	book := open(t, write(t, datasets, meta)["du-lieu/ton-vinh.xlsx"])
	if got, want := book.GetSheetList(), []string{"Số liệu", "Ghi chú", "Notes", "Mã"}; !reflect.DeepEqual(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	cells := map[string]struct {
		raw, shown string
		kind       excelize.CellType
	}{
		"A1": {"ngay", "ngay", excelize.CellTypeInlineString},
		"A2": {"46348", "2026-11-22", excelize.CellTypeUnset}, // days since 1899-12-30
		"B2": {`Gặp mặt, "đối thoại"`, `Gặp mặt, "đối thoại"`, excelize.CellTypeInlineString},
		"B3": {"- only in English", "- only in English", excelize.CellTypeInlineString},
		"C3": {"c", "c", excelize.CellTypeInlineString},
		"D2": {"5", "5", excelize.CellTypeUnset},
		"D3": {"c", "c", excelize.CellTypeInlineString},
		"D4": {"0", "0", excelize.CellTypeUnset},
		"E2": {"1.5", "1.50", excelize.CellTypeUnset},
		"H3": {"1", "TRUE", excelize.CellTypeBool},
		"H2": {"", "", excelize.CellTypeUnset},
	}
	for at, want := range cells {
		raw, err := book.GetCellValue("Số liệu", at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		shown, _ := book.GetCellValue("Số liệu", at)
		kind, _ := book.GetCellType("Số liệu", at)
		if raw != want.raw || shown != want.shown || kind != want.kind {
			t.Errorf("%s: %q shown as %q of type %d, want %+v", at, raw, shown, kind, want)
		}
		if formula, _ := book.GetCellFormula("Số liệu", at); formula != "" {
			t.Errorf("%s computes %q", at, formula)
		}
	}
}

func TestWorkbookNotesInEachLanguage(t *testing.T) {
	datasets, meta := published(t)
	book := open(t, write(t, datasets, meta)["du-lieu/trinh-do.xlsx"])
	for sheet, wanted := range map[string][]string{
		"Ghi chú": {
			"Bộ dữ liệu|Theo trình độ", "Cảnh báo|SỐ LIỆU MINH HỌA: không phải số liệu thật, chỉ để cho thấy cách trình bày.",
			"Cần biết|Định nghĩa làm việc của trang.", "Tính đến ngày|22/11/2026", "Các cột|degree – Trình độ",
			"Ký hiệu|c – giữ lại", "|f – dự báo", "|_Z – Không có, hoặc chưa được ghi nhận", "Giấy phép|CC BY 4.0",
			"Trích dẫn|Tỉnh ủy, “Theo trình độ”, Chương trình trí thức, tính đến ngày 22/11/2026, https://tinh.example/cong-khai/thong-ke/trinh-do/ [số liệu minh họa]",
		},
		"Notes": {"Warning|ILLUSTRATIVE: not real figures; they only show how real ones would be presented.", "Signs|c – withheld"},
		"Mã":    {"degree|master|Thạc sĩ|Master", "age-group|60+|Từ 60|60 and over", "status|c|giữ lại|withheld"},
	} {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, row := range rows {
			lines = append(lines, strings.Join(row, "|"))
		}
		for _, want := range wanted {
			if text := "\n" + strings.Join(lines, "\n") + "\n"; !strings.Contains(text, "\n"+want+"\n") {
				t.Errorf("%s: no row %q in%s", sheet, want, text)
			}
		}
	}
}

func TestWorkbookKeepsOddTexts(t *testing.T) {
	for _, text := range []string{"=1+1", "@x", "+84", "-", " a ", "a\nb", "a\tb", "<b>&", "_x000D_", "Ẫ Ự Ễ 🙂", strings.Repeat("đ", 32767)} {
		d := Dataset{ID: "x", Kind: RegisterKind, Title: vi("="), Fields: []Field{{Name: "a", Type: String}, describer(nil).field(illustrativeName, Boolean)}, Rows: [][]string{{text, ""}}}
		book := open(t, write(t, []Dataset{d}, Meta{AsOf: today, Words: spoken})["du-lieu/x.xlsx"])
		if got, err := book.GetCellValue("Số liệu", "A2"); err != nil || got != text {
			t.Errorf("%q came back as %q: %v", text, got, err)
		}
	}
}

func TestWorkbookCutsVisiblyWhatACellCantHold(t *testing.T) {
	if got := cellText(strings.Repeat("a", 40000)); len([]rune(got)) != excelize.TotalCellChars-1 || !strings.HasSuffix(got, "a…") {
		t.Errorf("%d characters", len([]rune(got)))
	}
}

func TestCitationsNameTheSite(t *testing.T) {
	meta := Meta{Site: model.Site{Languages: []string{"en"}, Title: model.Text{"en": "Site"}, BaseURL: "https://t.example/"}, AsOf: today, Words: spoken}
	d := Dataset{ID: "x", Kind: TableKind, Title: model.Text{"en": "Title"}}
	if got, want := meta.text(d.Citation(meta)), "“Title”, Site, as of 22 November 2026, https://t.example/thong-ke/x/"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
