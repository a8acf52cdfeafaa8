package prose

import (
	"strings"
	"unicode/utf8"

	"congbo/generator/internal/diag"
)

// A manuscript is the body of a page as the parser sees it, without the
// comments that have been cut out of it, and the way back to the file.
type manuscript struct {
	body []byte
	at   func(offset int) diag.Position // of the body before any cut
	cuts []span                         // in the order they were made, each in the offsets of its time
}

// A span is a range of byte offsets.
type span struct{ start, end int }

// cut removes spans, which are sorted and don't overlap, from the body.
func (m *manuscript) cut(spans []span) {
	var kept []byte
	from := 0
	for _, s := range spans {
		kept = append(kept, m.body[from:s.start]...)
		from = s.end
	}
	m.body = append(kept, m.body[from:]...)
	for i := len(spans) - 1; i >= 0; i-- { // from behind: what stands before keeps its offset
		m.cuts = append(m.cuts, spans[i])
	}
}

// position returns where the byte at offset of the body stands in the file.
func (m *manuscript) position(offset int) diag.Position {
	for i := len(m.cuts) - 1; i >= 0; i-- {
		if c := m.cuts[i]; c.start <= offset {
			offset += c.end - c.start
		}
	}
	return m.at(offset)
}

// clean replaces what HTML forbids in text: control characters other than tab
// and newline, noncharacters, and bytes that are no UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r < ' ', r >= 0x7f && r <= 0x9f, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
			return utf8.RuneError
		}
		return r
	}, s)
}
