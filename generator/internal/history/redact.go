package history

import (
	"bytes"
	"cmp"
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"congbo/generator/internal/opendata"
)

// A redaction takes names out of texts: as whole words, whatever their case
// and spacing, and in the escapes of CSV, JSON and XML as this program writes
// them. A name of one word may be any word, too; it is taken out only where it
// fills a whole cell. Longer names come first.
type redaction []soughtName

type soughtName struct {
	form    *regexp.Regexp
	oneWord bool
	length  int // of the name, in bytes
}

// gap is what may stand between the words of a name.
const gap = `(?:[\s\x{00a0}]|&nbsp;|\\n|\\t|\\r)+`

func newRedaction(names []string) redaction {
	var r redaction
	for _, name := range names {
		words := strings.Fields(name)
		if len(words) == 0 {
			continue
		}
		json := quoted(name)
		var forms []string
		for _, form := range []string{name, html.EscapeString(name), json[1 : len(json)-1], strings.ReplaceAll(name, `"`, `""`)} {
			forms = append(forms, spaced(strings.Fields(form)))
		}
		slices.Sort(forms)
		form := regexp.MustCompile("(?i)" + strings.Join(slices.Compact(forms), "|"))
		r = append(r, soughtName{form, len(words) == 1, len(name)})
	}
	slices.SortStableFunc(r, func(a, b soughtName) int { return cmp.Compare(b.length, a.length) })
	return r
}

// spaced is a pattern for words with any space between them.
func spaced(words []string) string {
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	return strings.Join(words, gap)
}

// text takes the names out of data.
func (r redaction) text(data []byte) []byte {
	for _, name := range r {
		data = name.text(data)
	}
	return data
}

func (n soughtName) text(data []byte) []byte {
	var out bytes.Buffer
	kept := 0
	for at := 0; ; {
		found := n.form.FindIndex(data[at:])
		if found == nil {
			break
		}
		from, to := at+found[0], at+found[1]
		if !n.stands(data, from, to) {
			_, size := utf8.DecodeRune(data[from:])
			at = from + size
			continue
		}
		out.Write(data[kept:from])
		out.WriteString(opendata.Withheld)
		kept, at = to, to
	}
	if kept == 0 {
		return data
	}
	out.Write(data[kept:])
	return out.Bytes()
}

// stands reports whether what was found is the name and not a part of words.
func (n soughtName) stands(data []byte, from, to int) bool {
	if n.oneWord {
		return fillsCell(data, from, to)
	}
	before, _ := utf8.DecodeLastRune(data[:from])
	after, _ := utf8.DecodeRune(data[to:])
	return (!inWord(before) || afterEscape(data[:from])) && !inWord(after)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

// afterEscape reports whether text ends in an escape of JSON that ends in a
// letter: what follows is a new word.
func afterEscape(text []byte) bool { return escape.Match(text[max(0, len(text)-6):]) }

var escape = regexp.MustCompile(`\\([nrtbf]|u[0-9a-fA-F]{4})$`)

// fillsCell reports whether nothing else stands in a cell of CSV, a string of
// JSON or an element of XML.
func fillsCell(data []byte, from, to int) bool {
	const ends = ",;\"\t\r\n<>"
	return (from == 0 || strings.IndexByte(ends, data[from-1]) >= 0) &&
		(to == len(data) || strings.IndexByte(ends, data[to]) >= 0)
}
