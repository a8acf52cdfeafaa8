package prose

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"congbo/generator/internal/diag"
)

// checkBareFigures warns about numbers that are typed where a shortcode could
// name them: a typed figure goes stale without anyone noticing.
func (t *Tree) checkBareFigures(problems *diag.List) {
	t.eachPassage(func(p *passage) {
		for _, f := range bareFigures(p.words.String()) {
			problems.Report(t.At(p.source(f.start)), bareFigure, p.words.String()[f.start:f.end])
		}
	})
}

// eachPassage visits the running words of every block.
func (t *Tree) eachPassage(visit func(*passage)) {
	each(t.Root, func(n ast.Node) {
		switch n.(type) {
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *east.TableCell:
			visit(t.passage(n, ast.KindImage, ast.KindAutoLink, ast.KindCodeSpan))
		}
	})
}

var (
	// word is what stands between spaces.
	word = regexp.MustCompile(`\S+`)
	// listNumber is 1. or (1), wherever it stands.
	listNumber = regexp.MustCompile(`^\(?\d{1,2}[.)]$`)
	// calendar is a year, years from to, 2024-03, 2024-03-01 or 01-03-2024.
	calendar = regexp.MustCompile(`^(1[89]|2[01])\d\d$|^\d{4}[-–]\d{2}(\d{2}|-\d{2})?$|^\d{1,2}-\d{1,2}-\d{4}$`)
)

// numbered are the words before a number that make it a date or a name.
var numbered = []string{
	"ngày", "tháng", "năm", "quý", "số", "điều", "khoản", "điểm", "mục", "chương", "phần", "bảng", "hình", "lục",
	"khóa", "khoá", "kỳ", "lần", "thứ", "thoại", "trang",
	"no", "article", "section", "clause", "table", "figure", "page", "chapter", "part", "term",
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
	"december",
}

// bareFigures returns where s states quantities: numbers that are no year, date,
// number of a document or of a list.
func bareFigures(s string) []span {
	var found []span
	before := ""
	for _, place := range word.FindAllStringIndex(s, -1) {
		written := s[place[0]:place[1]]
		core := strings.TrimFunc(written, isPunctuation)
		start := place[0] + strings.Index(written, core)
		if statesQuantity(core) && !listNumber.MatchString(written) && !slices.Contains(numbered, before) {
			found = append(found, span{start, start + len(core)})
		}
		before = strings.ToLower(core)
	}
	return found
}

func isPunctuation(r rune) bool { return unicode.IsPunct(r) && r != '%' }

// statesQuantity reports whether a word without punctuation around it is a
// number. Letters make it a name (45-NQ/TW), a stroke or colon a date or time.
func statesQuantity(core string) bool {
	return strings.ContainsFunc(core, unicode.IsDigit) &&
		!strings.ContainsFunc(core, func(r rune) bool { return unicode.IsLetter(r) || r == '/' || r == ':' }) &&
		!calendar.MatchString(core)
}
