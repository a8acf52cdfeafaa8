package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"congbo/generator/internal/diag"
)

// cutComments removes the comments that open a block. Markdown takes the rest
// of such a line for HTML as well; a writer who puts a note before a sentence
// means the sentence to stay. Comments inside a line are left to the tree.
func cutComments(m *manuscript, problems *diag.List) {
	for {
		var cuts []span
		root := blockParser.Parse(text.NewReader(m.body))
		each(root, func(n ast.Node) {
			block, ok := n.(*ast.HTMLBlock)
			if !ok || block.HTMLBlockType != ast.HTMLBlockType2 {
				return
			}
			comment, closed := openingComments(m.body, block)
			if !closed {
				problems.Report(m.position(comment[0].start), unclosedComment)
			}
			cuts = append(cuts, comment...)
		})
		if len(cuts) == 0 {
			return
		}
		m.cut(cuts)
	}
}

var (
	commentStart = []byte("<!--")
	commentEnd   = []byte("-->")
)

// openingComments returns where the comments at the beginning of an HTML block
// stand, line by line, and whether the last one is closed.
func openingComments(body []byte, block *ast.HTMLBlock) (spans []span, closed bool) {
	var written []byte
	for _, line := range lines(block) {
		written = append(written, body[line.start:line.end]...)
	}
	left, closed := commentsEnd(written)
	for _, line := range lines(block) {
		length := min(left, line.end-line.start)
		if length > 0 {
			spans = append(spans, span{line.start, line.start + length})
		}
		left -= length
	}
	return spans, closed
}

// commentsEnd returns where the comments that s begins with end.
func commentsEnd(s []byte) (end int, closed bool) {
	for {
		rest := bytes.TrimLeft(s[end:], " \t\n")
		if !bytes.HasPrefix(rest, commentStart) {
			return end, true
		}
		stop := bytes.Index(rest[len("<!"):], commentEnd) // <!--> is a comment, too
		if stop < 0 {
			return len(s), false
		}
		end = len(s) - len(rest) + len("<!") + stop + len(commentEnd)
	}
}

// lines returns the lines of an HTML block, its closing one included.
func lines(block *ast.HTMLBlock) []span {
	var all []span
	for i := range block.Lines().Len() {
		segment := block.Lines().At(i)
		all = append(all, span{segment.Start, segment.Stop})
	}
	if block.HasClosure() {
		all = append(all, span{block.ClosureLine.Start, block.ClosureLine.Stop})
	}
	return all
}

// isComment reports whether raw HTML is a comment and nothing else.
func isComment(source []byte, n *ast.RawHTML) bool {
	return n.Segments.Len() > 0 && bytes.HasPrefix(source[n.Segments.At(0).Start:], commentStart)
}
