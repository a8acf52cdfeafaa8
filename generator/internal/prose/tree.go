package prose

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"congbo/generator/internal/diag"
)

// A Tree is the syntax tree of a page. Offsets in its nodes are those of
// Source, in bytes.
type Tree struct {
	Root       ast.Node
	Source     []byte
	manuscript *manuscript
	shortcodes []*shortcode
	comments   []span // inside lines
}

// At returns where the byte at offset of Source stands in the file.
func (t *Tree) At(offset int) diag.Position { return t.manuscript.position(offset) }

// Text returns the characters that n shows: escapes and entities resolved,
// what HTML forbids replaced. A line break that ends it is not part of it.
func (t *Tree) Text(n *ast.Text) string {
	value := n.Segment.Value(t.Source)
	if n.IsRaw() {
		return clean(string(value))
	}
	return resolve(value)
}

// resolve undoes backslash escapes and character references of Markdown.
func resolve(markdown []byte) string {
	if !bytes.ContainsAny(markdown, "\\&") {
		return clean(string(markdown))
	}
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	gmhtml.DefaultWriter.Write(w, markdown)
	w.Flush() // to memory: can't fail
	return clean(html.UnescapeString(out.String()))
}

// blockOptions find the blocks of a page; both parsers must agree on them.
func blockOptions() []parser.Option {
	return []parser.Option{
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	}
}

// blockParser finds blocks only; markdownParser finds all that we know. There
// is no typographer: words are shown as they are written.
var (
	blockParser    = parser.NewParser(blockOptions()...)
	markdownParser = parser.NewParser(append(blockOptions(),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithInlineParsers(
			util.Prioritized(figureParser{}, 90),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewLinkifyParser(
				extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)...)
)

// parse builds the tree and reports what no page may hold.
func parse(in Input, problems *diag.List) *Tree {
	m := &manuscript{body: []byte(in.Body), at: in.At}
	cutComments(m, problems)
	t := &Tree{Source: m.body, manuscript: m, shortcodes: lexShortcodes(m.body)}
	pc := parser.NewContext()
	pc.Set(shortcodesKey, t.shortcodes)
	t.Root = markdownParser.Parse(text.NewReader(t.Source), parser.WithContext(pc))
	t.checkHTML(problems)
	t.checkSchemes(problems)
	return t
}

// each calls visit for root and all below it, parents first.
func each(root ast.Node, visit func(ast.Node)) {
	visit(root)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		each(n, visit)
	}
}

// checkHTML reports raw HTML and notes where comments stand inside lines.
func (t *Tree) checkHTML(problems *diag.List) {
	each(t.Root, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			if n.HTMLBlockType != ast.HTMLBlockType2 {
				start := n.Lines().At(0)
				t.reportHTML(start.Start, string(start.Value(t.Source)), problems)
			}
		case *ast.RawHTML:
			first := n.Segments.At(0)
			if isComment(t.Source, n) {
				last := n.Segments.At(n.Segments.Len() - 1)
				t.comments = append(t.comments, span{first.Start, last.Stop})
				return
			}
			t.reportHTML(first.Start, string(n.Segments.Value(t.Source)), problems)
		}
	})
}

func (t *Tree) reportHTML(start int, written string, problems *diag.List) {
	tag := strings.TrimLeft(written, " \t")
	start += len(written) - len(tag)
	tag = strings.TrimSpace(tag)
	if end := strings.IndexByte(tag, '>'); end >= 0 {
		tag = tag[:end+1]
	}
	problems.Report(t.At(start), rawHTML, tag)
}

// heading is the first level heading that a page begins with; nil for none.
func (t *Tree) heading() *ast.Heading {
	if h, ok := t.Root.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		return h
	}
	return nil
}

// deepen sets headings a level lower where some are of the first, since that
// is the page's title alone.
func (t *Tree) deepen() {
	var headings []*ast.Heading
	first := false
	each(t.Root, func(n ast.Node) {
		if h, ok := n.(*ast.Heading); ok {
			headings = append(headings, h)
			first = first || h.Level == 1
		}
	})
	if !first {
		return
	}
	const lowest = 6
	for _, h := range headings {
		h.Level = min(h.Level+1, lowest)
	}
}
