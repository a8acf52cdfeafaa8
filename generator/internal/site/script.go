package site

import (
	"fmt"
	"slices"
	"strings"
)

// The theme's scripts are aids: every page is whole without them. A page names
// those that it has a use for, and brings the words that they say.
const (
	pageScript   = "trang"    // what has aged, tables, filters
	figureScript = "hinh"     // reading charts
	searchScript = "tim-kiem" // finding pages
)

// scripts lists the scripts that a page has a use for, in the order in which
// they run.
func (p page) scripts() []string {
	uses := map[string]bool{pageScript: len(p.Marks) > 0}
	for _, part := range p.Parts {
		switch part := part.(type) {
		case text, facts, links, passage, *written: // words stay as they are
		case datasets:
			uses[pageScript] = uses[pageScript] || slices.ContainsFunc(part.Datasets, func(d dataset) bool { return d.Preview != nil })
		case searchBox:
			uses[searchScript] = true
		case *figure:
			uses[pageScript] = true
			uses[figureScript] = uses[figureScript] || part.Drawing != nil
		default:
			uses[pageScript] = true
		}
	}
	var list []string
	for _, name := range []string{pageScript, figureScript, searchScript} {
		if uses[name] {
			list = append(list, name)
		}
	}
	return list
}

// bundleOf names the file that holds these scripts, so that a page asks for
// one; empty for none.
func bundleOf(scripts []string) string { return strings.Join(scripts, "-") }

// writeBundle lays down the file that brings these scripts together. One of a
// single script is the theme's own.
func (t tree) writeBundle(scripts []string) error {
	if len(scripts) < 2 {
		return nil
	}
	var code strings.Builder
	for _, script := range scripts {
		fmt.Fprintf(&code, "import './%s.js';\n", script)
	}
	return t.write("themes/"+themeName+"/assets/js/"+bundleOf(scripts)+".js", []byte(code.String()))
}

// saidBy is the strings that each script says.
var saidBy = map[string][]string{
	pageScript: {"due_passed", "dues_passed", "filter_any", "filter_clear", "filter_count"},
	figureScript: {
		"chart_keys", "chart_png", "chart_png_failed", "chart_embed", "chart_embed_code", "chart_copy", "chart_copied",
		"chart_copy_yourself", "chart_series", "chart_interactive", "chart_interactive_failed", "chart_interactive_nothing",
	},
	searchScript: {"search_failed", "search_found", "search_found_some", "search_nothing", "search_more", "illustrative"},
}

// scriptWords is what scripts say, in this language. {n} and the like are
// filled in by them.
func (e *edition) scriptWords(scripts []string) map[string]string {
	words := map[string]string{}
	for _, script := range scripts {
		for _, said := range saidBy[script] {
			words[said] = e.T(said)
		}
		if script != searchScript {
			continue
		}
		for nav := range sectionPath { // results are grouped by section
			words["kind_"+nav] = e.T("section_" + nav)
		}
	}
	return words
}
