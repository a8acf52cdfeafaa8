package site

import (
	"fmt"
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

// scriptWords is what scripts say, in this language. {n} and the like are
// filled in by them.
func (e *edition) scriptWords(scripts []string) map[string]string {
	words := map[string]string{}
	for _, script := range scripts {
		switch script {
		case pageScript:
			words["due_passed"] = e.T("due_passed")
			words["dues_passed"] = e.T("dues_passed")
			words["filter_any"] = e.T("filter_any")
			words["filter_clear"] = e.T("filter_clear")
			words["filter_count"] = e.T("filter_count")
		case figureScript:
			e.figureWords(words)
		case searchScript:
			e.searchWords(words)
		}
	}
	return words
}

func (e *edition) figureWords(words map[string]string) {
	words["chart_keys"] = e.T("chart_keys")
	words["chart_png"] = e.T("chart_png")
	words["chart_png_failed"] = e.T("chart_png_failed")
	words["chart_embed"] = e.T("chart_embed")
	words["chart_embed_code"] = e.T("chart_embed_code")
	words["chart_copy"] = e.T("chart_copy")
	words["chart_copied"] = e.T("chart_copied")
	words["chart_copy_yourself"] = e.T("chart_copy_yourself")
	words["chart_series"] = e.T("chart_series")
	words["chart_interactive"] = e.T("chart_interactive")
	words["chart_interactive_failed"] = e.T("chart_interactive_failed")
}

func (e *edition) searchWords(words map[string]string) {
	words["search_failed"] = e.T("search_failed")
	words["search_found"] = e.T("search_found")
	words["search_found_some"] = e.T("search_found_some")
	words["search_nothing"] = e.T("search_nothing")
	words["search_more"] = e.T("search_more")
	words["illustrative"] = e.T("illustrative")
	for nav := range sectionPath {
		words["kind_"+nav] = e.T("section_" + nav)
	}
}
