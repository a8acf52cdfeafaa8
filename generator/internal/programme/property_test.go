package programme

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// shown returns the words that HTML shows, white space folded, without what was
// added to the text; it fails where elements don't nest or an id comes twice.
func shown(t *testing.T, page string) string {
	t.Helper()
	var out strings.Builder
	var open []string // names of the open elements; those added begin with +
	ids := map[string]bool{}
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v in %s", open, page)
			}
			return fold(out.String())
		case html.TextToken:
			if !slices.ContainsFunc(open, func(name string) bool { return name[0] == '+' }) {
				out.WriteString(tokens.Token().Data)
			}
		case html.StartTagToken:
			open = opened(t, open, tokens.Token(), ids)
		case html.EndTagToken:
			name := tokens.Token().Data
			if len(open) == 0 || strings.TrimPrefix(open[len(open)-1], "+") != name {
				t.Fatalf("</%s> closes %v in %s", name, open, page)
			}
			open = open[:len(open)-1]
		default:
			t.Fatalf("unexpected %q in %s", tokens.Raw(), page)
		}
	}
}

func opened(t *testing.T, open []string, token html.Token, ids map[string]bool) []string {
	t.Helper()
	name := token.Data
	for _, a := range token.Attr {
		switch {
		case a.Key == "id" && ids[a.Val]:
			t.Errorf("id %q comes twice", a.Val)
		case a.Key == "id":
			ids[a.Val] = true
		case a.Key == "class" && slices.Contains(strings.Fields(a.Val), "added"):
			name = "+" + name
		}
	}
	if slices.Contains([]string{"br", "hr", "img"}, token.Data) {
		return open
	}
	if token.Data == "a" && slices.Contains(open, "a") {
		t.Errorf("a link in a link")
	}
	return append(open, name)
}

// someWords draws words from a few, so that many phrases come again.
func someWords(rnd *rand.Rand, n int) []string {
	few := []string{"phát", "triển", "đội", "ngũ", "trí", "thức", "và", "Ủy", "ban", "tỉnh;", "a.", "(b)", "các"}
	out := make([]string, n)
	for i := range out {
		out[i] = few[rnd.IntN(len(few))]
	}
	return out
}

// someMarkdown draws a document with its plain words.
func someMarkdown(rnd *rand.Rand) (markdown, plain string) {
	var out, words strings.Builder
	block := func(mark, number string) {
		line := someWords(rnd, 2+rnd.IntN(12))
		out.WriteString("\n" + mark)
		words.WriteString(number + " " + strings.Join(line, " ") + " ")
		for len(line) > 0 {
			n := min(len(line), 1+rnd.IntN(4))
			around := []string{"", "", "*", "**"}[rnd.IntN(4)]
			between := []string{" ", " ", "\n", "\\\n", "  \n"}[rnd.IntN(5)]
			if strings.HasPrefix(mark, "#") {
				between = " "
			}
			out.WriteString(around + strings.Join(line[:n], " ") + around)
			if line = line[n:]; len(line) > 0 {
				out.WriteString(between)
			}
		}
		out.WriteString("\n")
	}
	for _, roman := range []string{"I.", "II.", "III."} {
		block("## "+roman+" ", roman)
		for n := range 1 + rnd.IntN(3) {
			number := fmt.Sprintf("%d.", n+1)
			block([]string{"### " + number + " ", "**" + number + "** ", number + " "}[rnd.IntN(3)], number)
			for range rnd.IntN(4) {
				block([]string{"- ", "", "> "}[rnd.IntN(3)], "")
			}
		}
	}
	return out.String(), fold(words.String())
}

// TestAnyDocument draws documents, quotes, errata and bodies at random. A quote
// is found if and only if it stands in its section once; the words of the text
// come out unchanged whatever is laid over them.
func TestAnyDocument(t *testing.T) {
	for seed := range uint64(150) {
		rnd := rand.New(rand.NewPCG(seed, 45))
		markdown, plain := someMarkdown(rnd)
		bare, _ := read(markdown, worldOf())
		w := worldOf()
		w.Agencies = []model.Agency{
			{ID: "uy-ban", Name: model.Text{"vi": "Ủy ban"}, Aliases: []string{"ban", "các Ủy ban tỉnh"}},
			{ID: "doi-ngu", Name: model.Text{"vi": "đội ngũ trí thức"}},
		}
		want := map[string]bool{}
		for i, s := range bare.Sections {
			if s.ID == s.Roman() {
				continue
			}
			quote := someQuote(rnd, bare.text[s.span.start:s.span.end])
			id := fmt.Sprintf("%s-%d", s.ID, i+1)
			w.Clauses = append(w.Clauses, model.Clause{ID: id, Quote: model.Text{"vi": quote}})
			want[id] = quote != "" && len(occurrences(bare.text, s.span, quote)) == 1
			w.Programme.Errata = append(w.Programme.Errata, model.Erratum{Section: s.ID, Found: strings.Join(strings.Fields(quote)[:1], " ")})
		}
		d, _ := read(markdown, w)
		if d.text != plain {
			t.Fatalf("seed %d: the words of %q are\n%q, not\n%q", seed, markdown, d.text, plain)
		}
		for id, found := range want {
			if (d.Clause(id) != nil) != found {
				t.Errorf("seed %d: clause %s found: %t, want %t", seed, id, !found, found)
			}
		}
		if got := shown(t, d.HTML(view)); got != plain {
			t.Errorf("seed %d: shows\n%q, not\n%q", seed, got, plain)
		}
		for _, c := range d.Clauses {
			if got, whole := shown(t, d.ClauseHTML(c, view)), fold(c.Before+" "+c.Text+" "+c.After); got != whole {
				t.Errorf("seed %d: clause %s shows\n%q, not\n%q", seed, c.ID, got, whole)
			}
		}
	}
}

// someQuote cuts words out of a section, or changes one.
func someQuote(rnd *rand.Rand, section string) string {
	words := strings.Fields(section)
	from := rnd.IntN(len(words))
	quote := slices.Clone(words[from : from+1+rnd.IntN(min(8, len(words)-from))])
	if rnd.IntN(5) == 0 {
		quote[rnd.IntN(len(quote))] = "khác"
	}
	return strings.Join(quote, " ")
}

func FuzzDocument(f *testing.F) {
	f.Add("## I. A\n\n**1. B:** *c* d\n\n- e\n\n2. f\\\ng", "B: c", "d", "e")
	f.Add("I. A\n\n1. B\n\n   c\n   - d\n\n> e [f](https://x.vn)", "c d", "1. B", "f")
	f.Add("# I. A\n\n## 1. B\n\n| a | b |\n|---|---|\n| `c` | ~~d~~ |\n\na[^1]\n\n[^1]: x", "a b", "c d", "a")
	f.Add("<!-- x -->I. A\n\n**1.** a&nbsp;b&#x301; <b>\n\n```\n1. x\n```\n![p](q)", "a b", "1.", "A")
	f.Fuzz(func(t *testing.T, body, quote, found, name string) {
		w := worldOf("I.1: "+quote, "I.1-2: "+found, "II.1: "+name)
		w.Sections = []model.Section{{ID: "I", Quote: model.Text{"vi": name}}}
		w.Programme.Errata = []model.Erratum{{Section: "I.1", Found: found}, {Section: "I", Found: name}}
		w.Agencies = []model.Agency{{ID: "a", Name: model.Text{"vi": name}}, {ID: "b", Name: model.Text{"vi": quote}}}
		var problems diag.List
		d := Read(input(body), "vi", w, at, &problems)
		shown(t, d.HTML(view))
		for _, c := range d.Clauses {
			shown(t, d.ClauseHTML(c, view))
		}
		for _, b := range d.Blocks {
			if got := shown(t, d.BlockHTML(b, view)); got != fold(b.Text) {
				t.Errorf("block %q shows %q", b.Text, got)
			}
		}
	})
}
