package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A LineReader returns the text of one line of a file of the site, without its
// end, and whether there is one. It lets the printer show the faulty line.
type LineReader func(file string, line int) (string, bool)

// WriteText writes problems for people: place, severity, message and code on
// one line, the faulty line with a caret, and a hint.
func WriteText(w io.Writer, problems []Problem, lang string, line LineReader) error {
	var out strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&out, "%s: %s: %s [%s]\n", place(p.Position), p.Rule.Severity, p.Message(lang), p.Rule.Code)
		if text, ok := line(p.File, p.Line); ok && p.Column > 0 {
			writeExcerpt(&out, text, p.Column)
		}
		if hint := p.Hint(lang); hint != "" {
			fmt.Fprintf(&out, "  %s: %s\n", hintWord(lang), hint)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func hintWord(lang string) string {
	if lang == "en" {
		return "hint"
	}
	return "gợi ý"
}

func place(p Position) string {
	p = p.shown()
	if p.Column == 0 {
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// shown is where an editor is sent to: to the beginning of a file that is
// meant as a whole.
func (p Position) shown() Position {
	if p.Line == 0 {
		return Position{p.File, 1, 1}
	}
	return p
}

// excerptWidth is how many characters of a faulty line are shown; a window
// around the column where the line is longer.
const excerptWidth = 100

func writeExcerpt(out *strings.Builder, text string, column int) {
	runes := []rune(strings.ReplaceAll(text, "\t", " "))
	column = min(column, len(runes)+1)
	start := 0
	if column > excerptWidth {
		start = column - excerptWidth/2
	}
	end := min(len(runes), start+excerptWidth)
	fmt.Fprintf(out, "    %s\n    %s^\n", string(runes[start:end]), strings.Repeat(" ", column-1-start))
}

// record is the JSON form of a problem; its keys are part of the contract.
type record struct {
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
}

// WriteJSON writes problems for programs: one array, [] for none.
func WriteJSON(w io.Writer, problems []Problem, lang string) error {
	records := make([]record, len(problems))
	for i, p := range problems {
		at := p.shown()
		records[i] = record{at.File, at.Line, at.Column, p.Rule.Severity, p.Rule.Code, p.Message(lang), p.Hint(lang)}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(records)
}
