package source

import (
	"gopkg.in/yaml.v3"

	"congbo/generator/internal/diag"
)

// mostWrittenOut bounds what the aliases of one file may stand for, in values:
// some lines of aliases to aliases could otherwise fill the memory.
const mostWrittenOut = 1 << 19

// An expansion writes out what the aliases and merge keys of a document stand
// for, so that nothing behind it knows of them. What an alias brings stands
// where the alias does.
type expansion struct {
	file *File
	open map[*yaml.Node]bool // is being written out
	used map[*yaml.Node]bool // some alias leads there
	left int                 // values that may still be written out
	full bool                // more than that was called for
	ok   bool
}

// writeOut writes out the aliases of a document; false where one can't be. An
// anchor that no alias leads to is most likely text without its quotes, whose
// first word would be lost.
func (f *File) writeOut(document *yaml.Node) bool {
	x := expansion{file: f, open: map[*yaml.Node]bool{}, used: map[*yaml.Node]bool{}, left: mostWrittenOut, ok: true}
	x.within(document)
	x.anchors(document)
	return x.ok
}

func (x *expansion) within(node *yaml.Node) {
	x.open[node] = true
	for i, child := range node.Content {
		if child.Kind == yaml.AliasNode {
			node.Content[i] = x.target(child, child)
		} else {
			x.within(child)
		}
	}
	delete(x.open, node)
	if node.Kind == yaml.MappingNode {
		x.merge(node)
	}
}

// target copies what an alias leads to. In a copy, at is the alias that the
// whole of it stands for.
func (x *expansion) target(alias, at *yaml.Node) *yaml.Node {
	x.used[alias.Alias] = true
	if !x.open[alias.Alias] && x.left > 0 {
		return x.copied(alias.Alias, at)
	}
	if x.left > 0 || !x.full { // what is too much is told once
		x.refuse(at, badAlias, alias.Value)
	}
	x.full = x.left <= 0
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: at.Line, Column: at.Column}
}

func (x *expansion) copied(node, at *yaml.Node) *yaml.Node {
	x.left--
	written := *node
	written.Anchor, written.Line, written.Column = "", at.Line, at.Column
	written.Content = make([]*yaml.Node, len(node.Content))
	x.open[node] = true
	for i, child := range node.Content {
		if child.Kind == yaml.AliasNode {
			written.Content[i] = x.target(child, at)
		} else {
			written.Content[i] = x.copied(child, at)
		}
	}
	delete(x.open, node)
	return &written
}

// merge puts the pairs of the maps under a merge key in its place, but for keys
// that the map has itself (yaml.org/type/merge.html).
func (x *expansion) merge(node *yaml.Node) {
	var own, merged []*yaml.Node
	for i := 0; i < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Tag != "!!merge" {
			own = append(own, key, value)
			continue
		}
		for _, from := range mergedMaps(value) {
			if from.Kind != yaml.MappingNode {
				x.refuse(from, notAMap, key.Value)
				continue
			}
			merged = append(merged, from.Content...)
		}
	}
	for i := 0; i < len(merged); i += 2 {
		if !hasKey(own, merged[i].Value) {
			own = append(own, merged[i], merged[i+1])
		}
	}
	node.Content = own
}

// mergedMaps is what stands under a merge key: a map or a list of maps.
func mergedMaps(value *yaml.Node) []*yaml.Node {
	if value.Kind == yaml.SequenceNode {
		return value.Content
	}
	return []*yaml.Node{value}
}

func hasKey(pairs []*yaml.Node, name string) bool {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i].Value == name {
			return true
		}
	}
	return false
}

func (x *expansion) anchors(node *yaml.Node) {
	if node.Anchor != "" && !x.used[node] {
		x.file.files.problems.Report(x.file.at(node), unusedAnchor, node.Anchor)
	}
	for _, child := range node.Content {
		x.anchors(child)
	}
}

func (x *expansion) refuse(at *yaml.Node, rule *diag.Rule, args ...any) {
	x.file.files.problems.Report(x.file.at(at), rule, args...)
	x.ok = false
}
