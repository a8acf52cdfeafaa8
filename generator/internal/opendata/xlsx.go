package opendata

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// writeXLSX writes Office Open XML (ECMA-376): a sheet with the rows, one with
// what goes with them for each language, one with what the codes among them
// mean; numbers and dates as such, text
// as text even where it begins like a formula. Nothing in it depends on the
// clock.
func writeXLSX(c *catalogue, entry *catalogueEntry) ([]byte, error) {
	b, err := newWorkbook(c.meta)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	if err := b.writeData(c.meta.say("data_sheet"), entry.Dataset); err != nil {
		return nil, err
	}
	for _, lang := range c.meta.languages() {
		if err := b.writeNotes(c.meta.speaking(lang).say("data_sheet_notes"), lang, c.notes(entry.Dataset, lang)); err != nil {
			return nil, err
		}
	}
	if err := b.writeCodes(c.meta.say("data_sheet_codes"), c.codes(entry.Dataset)); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = b.Write(&out)
	return out.Bytes(), err
}

// workbook is a file of excelize and the styles made in it so far. Only one
// sheet of it is streamed: excelize would order several at random.
type workbook struct {
	*excelize.File
	styles map[string]int // by number format
	bold   int
	prose  int
}

func newWorkbook(meta Meta) (*workbook, error) {
	b := &workbook{File: excelize.NewFile(), styles: map[string]int{}}
	day := meta.AsOf.String() + "T00:00:00Z"
	err := b.SetDocProps(&excelize.DocProperties{
		Creator: meta.text(meta.Site.Publisher.Name), Created: day, Modified: day, Language: meta.language(),
	})
	if err != nil {
		return nil, err
	}
	if b.bold, err = b.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}); err != nil {
		return nil, err
	}
	b.prose, err = b.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	return b, err
}

// writeData fills the first sheet: the names of the fields, then the rows.
func (b *workbook) writeData(name string, d *Dataset) error {
	if err := b.SetSheetName(b.GetSheetName(0), name); err != nil {
		return err
	}
	w, err := b.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := b.layOut(w, d); err != nil {
		return err
	}
	cells := make([]any, len(d.Fields))
	for i := range d.Fields {
		cells[i] = excelize.Cell{StyleID: b.bold, Value: d.Fields[i].Name}
	}
	if err := w.SetRow("A1", cells); err != nil {
		return err
	}
	for n, row := range d.Rows {
		for i, cell := range row {
			if cells[i], err = b.cell(&d.Fields[i], cell); err != nil {
				return err
			}
		}
		if err := w.SetRow("A"+strconv.Itoa(n+2), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// layOut keeps the names in sight and gives text more room than numbers.
func (b *workbook) layOut(w *excelize.StreamWriter, d *Dataset) error {
	for i, f := range d.Fields {
		width := float64(max(12, len(f.Name)+2))
		if f.Type == String && len(f.Categories) == 0 && f.References == nil {
			width = 24
		}
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	return w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// cell is a value of the type that its field has; what is not known is empty,
// and what is withheld is text.
func (b *workbook) cell(f *Field, cell string) (any, error) {
	switch {
	case cell == "":
		return nil, nil
	case f.Withholds && cell == Withheld:
		return cell, nil
	case f.Type == Boolean:
		return true, nil
	case f.Type == Date:
		day, err := time.Parse(time.DateOnly, cell)
		return b.formatted("yyyy-mm-dd", day, err)
	case f.Type == Integer || f.Type == Year:
		n, err := strconv.Atoi(cell)
		return b.formatted("0", n, err)
	case f.Type == Number:
		n, err := strconv.ParseFloat(cell, 64)
		return b.formatted(numberFormat(cell), n, err)
	}
	return cellText(cell), nil
}

// numberFormat shows as many decimals as the source has.
func numberFormat(cell string) string {
	_, decimals, _ := strings.Cut(cell, ".")
	if decimals == "" {
		return "0"
	}
	return "0." + strings.Repeat("0", len(decimals))
}

func (b *workbook) formatted(format string, value any, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	style, made := b.styles[format]
	if !made {
		if style, err = b.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return nil, err
		}
		b.styles[format] = style
	}
	return excelize.Cell{StyleID: style, Value: value}, nil
}

// cellText cuts what a cell of a spreadsheet can't hold, visibly.
func cellText(text string) string {
	units := utf16.Encode([]rune(text))
	if len(units) <= excelize.TotalCellChars {
		return text
	}
	return string(utf16.Decode(units[:excelize.TotalCellChars-2])) + "…"
}

// writeNotes adds a sheet with a line a row, headings in the margin. Two
// languages may have one word for it.
func (b *workbook) writeNotes(name, lang string, notes []note) error {
	if slices.Contains(b.GetSheetList(), name) {
		name += " (" + lang + ")"
	}
	if _, err := b.NewSheet(name); err != nil {
		return err
	}
	n := 0
	for _, note := range notes {
		for i, line := range note.lines {
			n++
			head := ""
			if i == 0 {
				head = note.head
			}
			if err := b.writeRow(name, n, head, line); err != nil {
				return err
			}
		}
	}
	return b.finishSheet(name, n, 20, 100)
}

// writeCodes adds a sheet with a row a code, if there are any.
func (b *workbook) writeCodes(name string, codes [][]string) error {
	if len(codes) < 2 {
		return nil
	}
	if _, err := b.NewSheet(name); err != nil {
		return err
	}
	for i, row := range codes {
		if err := b.writeRow(name, i+1, row...); err != nil {
			return err
		}
	}
	return b.finishSheet(name, len(codes), 16, 20, 40, 40)
}

func (b *workbook) writeRow(sheet string, n int, cells ...string) error {
	for i, cell := range cells {
		at, err := excelize.CoordinatesToCellName(i+1, n)
		if err != nil {
			return err
		}
		if err := b.SetCellStr(sheet, at, cellText(cell)); err != nil {
			return err
		}
	}
	return nil
}

// finishSheet sets the columns' widths and has long lines wrapped.
func (b *workbook) finishSheet(sheet string, rows int, widths ...float64) error {
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.SetColWidth(sheet, column, column, width); err != nil {
			return err
		}
		style := b.prose
		if i == 0 {
			style = b.bold
		}
		if err := b.SetCellStyle(sheet, column+"1", column+strconv.Itoa(rows), style); err != nil {
			return err
		}
	}
	return nil
}
