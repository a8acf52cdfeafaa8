package source

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
)

// otherBreaks are characters that YAML 1.1 takes for line ends and no editor
// does. As spaces they change neither the meaning nor the columns.
var otherBreaks = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ")

// root reads the whole file as one YAML document; see parse.
func (f *File) root() (*yaml.Node, bool) {
	if !f.whole {
		return nil, false
	}
	return f.parse(f.text)
}

// parse reads the first lines of a file, or all of it, as one YAML document.
// It returns nil for an empty one, and false where the text is faulty.
func (f *File) parse(text string) (*yaml.Node, bool) {
	text = otherBreaks.Replace(text)
	if rest, ok := strings.CutPrefix(text, "%YAML 1.2"); ok {
		text = "%YAML 1.1" + rest // all that the library takes; the types that 1.2 changed play no part here
	}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var document yaml.Node
	if err := decodeNode(decoder, &document); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, true
		}
		f.reportSyntax(text, err)
		return nil, false
	}
	if !f.endsHere(decoder, text) {
		return nil, false
	}
	if written := f.writeOut(&document); !newInspector(f).inspect(&document) || !written {
		return nil, false
	}
	root := document.Content[0]
	if isNull(root) {
		return nil, true
	}
	return root, true
}

// endsHere reports whether nothing follows the first document.
func (f *File) endsHere(decoder *yaml.Decoder, text string) bool {
	var second yaml.Node
	err := decodeNode(decoder, &second)
	switch {
	case errors.Is(err, io.EOF):
		return true
	case err != nil:
		f.reportSyntax(text, err)
	default:
		at := f.at(second.Content[0])
		at.Line, at.Column, _ = clamp(text, at.Line, at.Column)
		f.files.problems.Report(at, secondDocument)
	}
	return false
}

// decodeNode turns a panic of the YAML library into an error: a strange file
// is its owner's fault, not the program's.
func decodeNode(decoder *yaml.Decoder, node *yaml.Node) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("yaml: unreadable")
		}
	}()
	return decoder.Decode(node)
}

// An inspector walks a document once: it normalises every text to NFC and
// reports what this reader refuses wherever it stands.
type inspector struct {
	file  *File
	lines map[string]int // key of the mapping at hand → its line
}

func newInspector(f *File) inspector { return inspector{f, map[string]int{}} }

func (i inspector) inspect(node *yaml.Node) bool {
	switch {
	case node.Style&yaml.TaggedStyle != 0:
		return i.refuse(node, tagNotAllowed, node.Tag)
	case node.Kind == yaml.ScalarNode:
		node.Value = norm.NFC.String(node.Value)
		i.warnOfLostText(node)
		return true
	}
	ok := true
	for _, child := range node.Content {
		ok = i.inspect(child) && ok
	}
	if node.Kind == yaml.MappingNode {
		ok = i.inspectKeys(node) && ok
	}
	return ok
}

// warnOfLostText tells a comment that may be meant as text, such as the number
// of a question: comments have a space after their sign.
func (i inspector) warnOfLostText(node *yaml.Node) {
	if comment := node.LineComment; node.Style == 0 && node.Value != "" && len(comment) > 1 && !strings.ContainsAny(comment[1:2], " \t#") {
		i.file.files.problems.Report(i.file.at(node), lostText, comment)
	}
}

// inspectKeys reports keys that are no text and keys that are there twice. Of
// the latter the first counts, so that reading can go on.
func (i inspector) inspectKeys(node *yaml.Node) bool {
	clear(i.lines)
	for at := 0; at < len(node.Content); at += 2 {
		key := node.Content[at]
		if key.Kind != yaml.ScalarNode {
			return i.refuse(key, yamlSyntax)
		}
		if first, twice := i.lines[key.Value]; twice {
			i.file.files.problems.Report(i.file.at(key), duplicateKey, key.Value, first)
			continue
		}
		i.lines[key.Value] = key.Line
	}
	return true
}

func (i inspector) refuse(node *yaml.Node, rule *diag.Rule, args ...any) bool {
	i.file.files.problems.Report(i.file.at(node), rule, args...)
	return false
}

// isNull reports whether a node says nothing: empty, ~ or null.
func isNull(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.Style == 0 && node.Tag == "!!null"
}

// at is where a node begins.
func (f *File) at(node *yaml.Node) diag.Position {
	return diag.Position{File: f.Name, Line: node.Line, Column: node.Column}
}
