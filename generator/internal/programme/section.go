package programme

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"congbo/generator/internal/diag"
)

// A Section is a numbered part of the text: a heading, a paragraph or an item
// that begins with I. or 1., and what follows to the next of its rank. A Roman
// section ends an Arabic one, too.
type Section struct {
	ID     string // III or III.1
	Anchor string // HTML id; empty where an earlier section has the number
	Title  string // the words of the block that begins it, number included

	span  span
	first *Block
}

// Roman is the number of the Roman section that a section is or belongs to.
func (s *Section) Roman() string {
	roman, _, _ := strings.Cut(s.ID, ".")
	return roman
}

var (
	romanNumber  = regexp.MustCompile(`^([IVXL]+)\.`)
	arabicNumber = regexp.MustCompile(`^([1-9][0-9]{0,2})\.`)
	// initial follows the first letter of a name: V. I. Lê-nin begins no section.
	initial = regexp.MustCompile(`^ ?\p{Lu}\.`)
)

// divide finds the sections and notes for each block which it belongs to.
func (d *Document) divide(problems *diag.List) {
	var open division
	for _, b := range d.Blocks {
		if b.Kind == Footnote {
			break
		}
		if roman, ok := opensRoman(b); ok {
			open = division{roman: &Section{ID: roman}, document: d}
			d.begin(open.roman, b, problems)
		} else if arabic, ok := open.opensArabic(b); ok {
			open.arabic, open.number = &Section{ID: open.roman.ID + "." + strconv.Itoa(arabic)}, arabic
			d.begin(open.arabic, b, problems)
		}
		open.extend(b)
	}
	d.markEnd()
}

// A division is how far the division of the text has come.
type division struct {
	document      *Document
	roman, arabic *Section
	number        int // of the Arabic section
	list          ast.Node
	listOpens     bool // the items of list begin sections
}

// begin enters a section. Where the text numbers two alike, both are searched
// for quotes and the first has the anchor.
func (d *Document) begin(s *Section, b *Block, problems *diag.List) {
	s.Title, s.first, s.span = b.Text, b, b.span
	if d.Section(s.ID) != nil {
		problems.Report(b.Position, repeatedSection, s.ID)
	} else {
		s.Anchor = Anchor(s.ID)
		b.Anchor = s.Anchor
	}
	d.Sections = append(d.Sections, s)
}

// extend adds b to the open sections.
func (o *division) extend(b *Block) {
	for _, s := range []*Section{o.roman, o.arabic} {
		if s != nil {
			s.span.end = b.span.end
			b.Section = s.ID
		}
	}
}

// opensRoman reports whether a block begins a Roman section, and its number.
func opensRoman(b *Block) (number string, ok bool) {
	parts := romanNumber.FindStringSubmatch(b.Text)
	if parts == nil || !opens(b, b.Text[len(parts[0]):]) || parts[1] != roman(romanValue(parts[1])) {
		return "", false
	}
	return parts[1], true
}

// opensArabic reports whether a block begins a section below the open Roman
// one. Lists that begin at a number already passed only enumerate something
// within their section.
func (o *division) opensArabic(b *Block) (number int, ok bool) {
	parts := arabicNumber.FindStringSubmatch(b.Text)
	if o.roman == nil || parts == nil || !opens(b, b.Text[len(parts[0]):]) {
		return 0, false
	}
	number, _ = strconv.Atoi(parts[1]) // three digits at most
	if b.Number == "" {
		return number, true
	}
	if list := b.node.Parent().Parent(); list != o.list {
		o.list, o.listOpens = list, number > o.number
	}
	return number, o.listOpens
}

// opens reports whether a block stands where sections begin and its number,
// which rest follows, is one: 1.000 and V. I. Lê-nin are not.
func opens(b *Block, rest string) bool {
	top := b.node.Parent()
	if b.Number != "" {
		top = top.Parent().Parent() // of the item's list
	}
	if top.Kind() != ast.KindDocument || b.Kind == Code {
		return false
	}
	if rest == "" || b.Number != "" {
		return true
	}
	first := []rune(rest)[0]
	return (first == ' ' || unicode.IsLetter(first)) && (b.Kind == Heading || !initial.MatchString(rest))
}

var romanDigits = []struct {
	value  int
	letter string
}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// roman writes n, at least 1, in Roman numerals up to L.
func roman(n int) string {
	var out strings.Builder
	for _, d := range romanDigits {
		for ; n >= d.value; n -= d.value {
			out.WriteString(d.letter)
		}
	}
	return out.String()
}

// romanValue reads Roman numerals however they are put together; only what
// roman writes is a number.
func romanValue(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	sum := 0
	for i := range len(s) {
		if i+1 < len(s) && values[s[i]] < values[s[i+1]] {
			sum -= values[s[i]]
		} else {
			sum += values[s[i]]
		}
	}
	return sum
}

// markEnd marks the blocks behind the numbered part: what follows a rule or an
// unnumbered heading at least as high as the section's. By their place they
// belong to the last section, and quotes are found in them, but they promise
// nothing: recipients, signature.
func (d *Document) markEnd() {
	opening := map[*Block]bool{}
	for _, s := range d.Sections {
		opening[s.first] = true
	}
	level, ended := 0, false
	for _, b := range d.Blocks {
		switch {
		case opening[b]:
			ended = false
			if b.Kind == Heading {
				level = b.Level
			}
		case b.Kind == Heading && b.Level <= level, followsRule(b.node):
			ended = true
		}
		b.after = ended
	}
}

// followsRule reports whether a thematic break stands right before the block
// of the document that n is in.
func followsRule(n ast.Node) bool {
	for n.Parent() != nil && n.Parent().Kind() != ast.KindDocument {
		n = n.Parent()
	}
	before := n.PreviousSibling()
	return before != nil && before.Kind() == ast.KindThematicBreak
}
