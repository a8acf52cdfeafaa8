package prose

import (
	"cmp"
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// FrontMatter is what stands between the lines --- of an article.
type FrontMatter struct {
	Title, Summary string
	Date           model.Date
	Clauses, Tasks []string
	Statistical    bool // its figures are to be named, never typed
	Headed         bool // its title is the heading that it begins with
	Illustrative   bool // what it tells is not real
}

// Known lists the ids that front matter may refer to.
type Known struct{ Clauses, Tasks []string }

// ReadFrontMatter reads an article's front matter. News (tin-tuc/) is dated and
// summed up; other pages need a title only. Where none is given, it is the
// heading that the page begins with. A section's own page (_index.md) is never
// dated.
func ReadFrontMatter(page *source.Page, known Known) FrontMatter {
	dated := source.Presence(isNews(page.Path))
	front := page.Front
	heading := headingOf(page)
	title := front.String("title", source.Presence(heading == ""))
	matter := FrontMatter{
		Title:        cmp.Or(title, heading),
		Headed:       title == "",
		Summary:      front.String("summary", dated),
		Date:         front.Date("date", dated),
		Clauses:      refer(front, "clauses", known.Clauses, unknownClause),
		Tasks:        refer(front, "tasks", known.Tasks, unknownTask),
		Statistical:  front.Bool("statistical", source.Optional),
		Illustrative: front.Bool("illustrative", source.Optional),
	}
	front.Done()
	return matter
}

// headingOf is the words of the first level heading that a page begins with.
func headingOf(page *source.Page) string {
	tree := parse(Input{Body: page.Body, At: page.At}, new(diag.List)) // its faults are told when it is read as a whole
	if h := tree.heading(); h != nil {
		return tree.plain(h)
	}
	return ""
}

// ReadOfficialTitle reads the front matter of the official text, which has a
// title at most.
func ReadOfficialTitle(page *source.Page) string {
	title := page.Front.String("title", source.Optional)
	page.Front.Done()
	return title
}

func isNews(path string) bool {
	const section = "tin-tuc/"
	return strings.HasPrefix(path, section) && path != section+"_index.md"
}

func refer(front *source.Record, key string, known []string, rule *diag.Rule) []string {
	var ids []string
	for _, v := range front.Refs(key, source.Optional) {
		id := v.Plain()
		if !slices.Contains(known, id) {
			v.Report(rule, id).DidYouMean(id, known)
			continue
		}
		ids = append(ids, id)
	}
	return ids
}
