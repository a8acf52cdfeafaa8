package opendata

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// writeCSV writes UTF-8 without a byte order mark as RFC 4180 has it, except
// that lines end with LF.
func writeCSV(_ *catalogue, d *catalogueEntry) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	record := make([]string, len(d.Fields))
	for i, f := range d.Fields {
		record[i] = f.Name
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, row := range d.Rows {
		for i, cell := range row {
			record[i] = d.Fields[i].csvCell(cell)
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// csvCell is cell as CSV has it. Numbers and dates can't be formulas and stay
// what they are: −3 is a number, not an attack.
func (f *Field) csvCell(cell string) string {
	if f.Type != String && f.Type != List {
		return cell
	}
	return oneLineEnding.Replace(harmless(cell))
}

// oneLineEnding keeps a text with its line breaks readable by programs that
// take a bare CR for the end of the record.
var oneLineEnding = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// harmless puts an apostrophe before text that a spreadsheet would compute
// instead of showing (OWASP, "CSV Injection"). Full-width signs count, since
// spreadsheets in East Asian languages read them like the plain ones.
func harmless(text string) string {
	if strings.IndexAny(strings.TrimLeft(text, " \n"), "=+-@\t\r＝＋－＠") == 0 {
		return "'" + text
	}
	return text
}
