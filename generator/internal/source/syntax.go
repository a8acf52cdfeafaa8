package source

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	goccy "github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"

	"congbo/generator/internal/diag"
)

// reportSyntax tells where a text stops being YAML. yaml.v3, which reads the
// files, gives no column and sometimes a line too early, so the text is read a
// second time by a parser that knows positions.
func (f *File) reportSyntax(text string, err error) {
	line, column, message := locateAgain(text, err)
	if column == 0 {
		line, column = locateSpecial(text, err)
	}
	at := diag.Position{File: f.Name, Line: line, Column: column}
	message += "; " + err.Error()
	if curlyLine, curlyColumn := locateCurly(text, line); curlyColumn > 0 {
		at.Line, at.Column = curlyLine, curlyColumn
		f.files.problems.Report(at, yamlSyntax).Hint(curlyAdvice)
		return
	}
	note := f.files.problems.Report(at, yamlSyntax)
	for _, advice := range syntaxAdvice {
		if advice.about.MatchString(message) {
			note.Hint(advice.hint)
			return
		}
	}
}

// locateAgain reads a faulty text, or the part that matters, a second time.
func locateAgain(text string, err error) (line, column int, message string) {
	if isTooDeep(err) {
		return 0, 0, ""
	}
	part, above := suspectPart(text, lineOf(err))
	line, column, message = locate(part)
	return line + above, column, message
}

// longestLocated bounds what is read twice, in bytes: the second parser's time
// grows with the square of the length, and of the depth.
const longestLocated = 128 << 10

// isTooDeep reports whether yaml.v3 gave up on brackets within brackets.
func isTooDeep(err error) bool { return strings.Contains(err.Error(), "exceeded max depth") }

// suspectPart is the part of a text in which the fault must be, and how many
// lines stand above it. That is all of a short text. Of a long one, it is some
// lines from the item or key on that begins before the line yaml.v3 names.
func suspectPart(text string, line int) (part string, above int) {
	if len(text) <= longestLocated {
		return text, 0
	}
	lines := splitLines(text)
	above = min(max(line-2, 0), len(lines)-1)
	for above > 0 && (lines[above] == "" || strings.ContainsAny(lines[above][:1], " \t#")) {
		above--
	}
	part = strings.Join(lines[above:], "\n")
	if len(part) > longestLocated {
		part = part[:strings.LastIndexByte(part[:longestLocated], '\n')+1]
	}
	return part, above
}

// locate returns where goccy's parser sees the first fault and what it says of
// it; line 0 where it sees none.
func locate(text string) (line, column int, message string) {
	defer func() {
		if recover() != nil {
			line, column, message = 0, 0, ""
		}
	}()
	_, err := parser.ParseBytes([]byte(text), 0)
	var fault goccy.Error
	if !errors.As(err, &fault) || fault.GetToken() == nil {
		return 0, 0, ""
	}
	at := fault.GetToken().Position
	line, column, ok := clamp(text, at.Line, at.Column)
	if !ok {
		return 0, 0, ""
	}
	return line, column, fault.GetMessage()
}

// clamp keeps a place inside the text, since parsers report some faults at or
// after its end; false where it was outside.
func clamp(text string, line, column int) (int, int, bool) {
	lines := splitLines(text)
	inside := line >= 1 && line <= len(lines)
	line = min(max(line, 1), len(lines))
	length := utf8.RuneCountInString(lines[line-1])
	return line, min(max(column, 1), length+1), inside
}

var (
	lineNumber    = regexp.MustCompile(`line (\d+)`)
	unknownAnchor = regexp.MustCompile(`unknown anchor '(.+)' referenced`)
	special       = regexp.MustCompile("(?:^|[-:,{\\[])\\s*([*&!%@`])")
)

// locateSpecial places an error of yaml.v3 that the other parser doesn't see:
// it is then about a sign that begins a value and has a meaning in YAML. The
// column is 0 where there is no such sign.
func locateSpecial(text string, err error) (line, column int) {
	if found := unknownAnchor.FindStringSubmatch(err.Error()); found != nil {
		if at := strings.Index(text, "*"+found[1]); at >= 0 {
			return lineAndColumn(text[:at])
		}
	}
	lines := splitLines(text)
	line = min(lineOf(err), len(lines))
	if at := special.FindStringSubmatchIndex(lines[line-1]); at != nil {
		column = utf8.RuneCountInString(lines[line-1][:at[2]]) + 1
	}
	return line, column
}

// curly is a typographic quote where a value begins: word processors make them
// of straight ones, and in YAML they quote nothing.
var curly = regexp.MustCompile("(?:^|[-:,{\\[])\\s*([“”„‘’])")

var curlyAdvice = diag.Phrase{
	Vi: "ngoặc kép cong “…” (Word hay tự đổi) không dùng được ở đây: gõ lại bằng ngoặc kép thẳng \"…\"",
	En: "curly quotes “…” (word processors put them in) quote nothing here: type straight ones \"…\"",
}

// locateCurly looks for a curly quote from the line of a fault on, since parsers
// may name a line before the one at fault; column 0 where there is none near.
func locateCurly(text string, line int) (int, int) {
	lines := splitLines(text)
	for i := max(line, 1) - 1; i < min(line+1, len(lines)); i++ {
		if at := curly.FindStringSubmatchIndex(lines[i]); at != nil {
			return i + 1, utf8.RuneCountInString(lines[i][:at[2]]) + 1
		}
	}
	return 0, 0
}

// lineOf takes the line out of an error of yaml.v3, which names none for the
// first line.
func lineOf(err error) int {
	found := lineNumber.FindStringSubmatch(err.Error())
	if found == nil {
		return 1
	}
	line, _ := strconv.Atoi(found[1])
	return max(line, 1)
}

// syntaxAdvice says in plain words what usually is behind a parser's message.
var syntaxAdvice = []struct {
	about *regexp.Regexp
	hint  diag.Phrase
}{
	{regexp.MustCompile(`'\t'|tab character`), diag.Phrase{
		Vi: "thụt đầu dòng bằng dấu cách, không dùng phím Tab",
		En: "indent with spaces, not with the Tab key",
	}},
	{regexp.MustCompile(`document start`), diag.Phrase{
		Vi: "trên dòng này đã có một giá trị trọn vẹn, như «[]»: xóa nó rồi mới ghi các mục",
		En: "above this line stands a value that is whole, such as []: delete it before you list items",
	}},
	{regexp.MustCompile(`mapping value`), diag.Phrase{
		Vi: "chữ có dấu hai chấm ở giữa phải đặt trong ngoặc kép: \"Nghị quyết: …\"; nếu không thì kiểm tra thụt đầu dòng",
		En: "text with a colon in it must stand in double quotes; otherwise check the indentation",
	}},
	{regexp.MustCompile(`end character|end of stream`), diag.Phrase{
		Vi: "thiếu dấu ngoặc kép hoặc dấu nháy đóng",
		En: "the closing quote is missing",
	}},
	{regexp.MustCompile(`'[\]}]'`), diag.Phrase{
		Vi: "thiếu dấu phẩy, thiếu ngoặc đóng «]» hay «}», hoặc thiếu dấu nháy đóng",
		En: "a comma, the closing bracket or the closing quote is missing",
	}},
	{regexp.MustCompile(`reserved character|cannot start|directive|anchor|\btag\b|escape|alphabetic`), diag.Phrase{
		Vi: "chữ có ký hiệu đặc biệt phải đặt trong dấu nháy đơn: '…'",
		En: "text with special signs must stand in single quotes: '…'",
	}},
	{regexp.MustCompile(`non-map value|could not find expected ':'`), diag.Phrase{
		Vi: "dòng này thiếu dấu hai chấm sau tên khóa, hoặc là chữ của dòng trên chưa thụt vào",
		En: "a colon is missing after the key, or this text belongs to the line above and is not indented",
	}},
}
