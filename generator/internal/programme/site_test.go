package programme

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/prose"
	"congbo/generator/internal/source"
	"congbo/generator/internal/world"
)

// ourSite reads the official text of the site that this program publishes.
func ourSite(t *testing.T) (page *source.Page, w *model.World, index *world.Index) {
	t.Helper()
	var problems diag.List
	files, err := source.Open("../../..", t.TempDir(), &problems)
	if err != nil {
		t.Fatal(err)
	}
	w, index = world.Load(files, world.Options{Spoken: []string{"vi", "en"}}, &problems)
	for _, p := range files.Pages() {
		if p.Path == "chuong-trinh/_index.md" && p.Language == "vi" {
			return p, w, index
		}
	}
	t.Fatal("the official text is not there")
	return nil, nil, nil
}

// markup is what Markdown adds to the words of our text.
var markup = regexp.MustCompile(`(?m)^#+ |^- |^---$|[*\\]`)

// officialWords is the SHA-256 of all words of the programme as it was handed
// down, markup left out, one space between two. The words of the text are never
// set right; what is wrong in them is an erratum.
const officialWords = "1280dd5e5b1c9ab623b6e726d60273e3ad8dd07d7955cd63ee6624d8d4869c37"

func TestEveryWordStandsInOrder(t *testing.T) {
	page, _, _ := ourSite(t)
	words := fold(markup.ReplaceAllString(page.Body, ""))
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(words))); got != officialWords {
		t.Errorf("the %d words of the text are not those of the programme (%s)", len(strings.Fields(words)), got)
	}
}

func TestOurSite(t *testing.T) {
	page, w, index := ourSite(t)
	var problems diag.List
	at := func(kind, id, key string) diag.Position { return index.At(world.Kind(kind), id, key) }
	d := Read(prose.Input{Body: page.Body, At: page.At}, "vi", w, at, &problems)
	for _, p := range problems.Problems() {
		t.Errorf("%s:%d:%d: %s [%s] %s", p.File, p.Line, p.Column, p.Message("vi"), p.Rule.Code, p.Hint("vi"))
	}
	if len(d.Clauses) != len(w.Clauses) || len(d.errata) < len(w.Programme.Errata) {
		t.Errorf("%d of %d clauses, %d of %d errata", len(d.Clauses), len(w.Clauses), len(d.errata), len(w.Programme.Errata))
	}
	if got, want := shown(t, d.HTML(view)), fold(markup.ReplaceAllString(page.Body, "")); got != want {
		t.Errorf("the text shows\n%s\nnot\n%s", got, want)
	}
}
