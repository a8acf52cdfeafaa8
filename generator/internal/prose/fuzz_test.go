package prose

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"congbo/generator/internal/diag"
)

// written is every element that an article may become, with its attributes.
var written = map[string][]string{
	"h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
	"p": nil, "ul": nil, "ol": {"start"}, "li": {"id"}, "blockquote": nil, "hr": nil, "br": nil,
	"pre": {"tabindex"}, "code": nil, "em": nil, "strong": nil, "del": nil, "sup": {"class"},
	"a":     {"href", "title", "rel", "id", "role", "class", "aria-label"},
	"img":   {"src", "alt", "title", "width", "height", "loading"},
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
	"div": {"class", "role", "aria-label", "tabindex"}, "section": {"class", "role", "aria-label"},
	"data": {"class", "value"}, "span": {"class"},
}

// checkSafe fails when HTML has anything that an article may not become, or
// elements that don't nest.
func checkSafe(t *testing.T, page string) {
	t.Helper()
	if strings.Contains(page, "{{") || !utf8.ValidString(page) {
		t.Errorf("not fit for Hugo: %q", page)
	}
	var open []string
	ids := map[string]bool{}
	tokens := html.NewTokenizer(strings.NewReader(page))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v in %q", open, page)
			}
			return
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("unexpected %q in %q", tokens.Raw(), page)
		case html.StartTagToken:
			token := tokens.Token()
			checkTag(t, token, ids)
			if !slices.Contains([]string{"br", "hr", "img"}, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			name := tokens.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes %v in %q", name, open, page)
			}
			open = open[:len(open)-1]
		}
	}
}

func checkTag(t *testing.T, token html.Token, ids map[string]bool) {
	t.Helper()
	allowed, ok := written[token.Data]
	if !ok {
		t.Errorf("element %s", token)
	}
	for _, a := range token.Attr {
		if !slices.Contains(allowed, a.Key) {
			t.Errorf("attribute %q in %s", a.Key, token)
		}
		if a.Key == "id" && ids[a.Val] {
			t.Errorf("id %q comes twice", a.Val)
		}
		ids[a.Val] = ids[a.Val] || a.Key == "id"
		if (a.Key == "href" || a.Key == "src") && !harmless(a.Val) {
			t.Errorf("address %q", a.Val)
		}
	}
}

// harmless reads an address as a browser does: leading white space and control
// characters dropped, tabs and line ends taken out.
func harmless(address string) bool {
	address = strings.TrimLeftFunc(address, func(r rune) bool { return r <= ' ' })
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.ToLower(address))
	name, _, found := strings.Cut(address, ":")
	return !found || strings.ContainsAny(name, "/?#") || slices.Contains(allowedSchemes, name)
}

func FuzzArticle(f *testing.F) {
	for _, seed := range []string{
		"# Đề\n\n## Mục *một*\n\n1. a\n2. b\n\n> c\n",
		"<!-- a -->b <i>c</i>\n\n<script>\nd\n</script>",
		"<!-- a\n\nb --> c\n- <!-- d\n  e --> f\n<!-->g<!--->",
		"[a](JaVa&#115;cript:b) ![c](data:d) <vbscript:e> [f]\n\n[f]: javascript&colon;g 'h'",
		"[a](java%73cript:b \"c\") [d](<\x01javascript:e>) [f](&#x6a;avascript:g)",
		"{{< chi-tieu id=\"lao-dong\" >}} {{% so-lieu bang=trinh-do degree=doctor %}} {{<x>}} {{ .A }}",
		"[{{< chi-tieu id=\"lao-dong\" >}}](/tin-tuc/) `{{< chi-tieu` [^a] [^b]\n\n[^a]: {{< so-lieu\nbang=trinh-do >}}[^a]\n[^b]: c",
		"| a | b |\n|--:|:-:|\n| `c|d` | \\| |\n| {{< chi-tieu id=\"lao-dong\" >}} |",
		"a\\\nb  \nc\n\n```x\nd\n```\n\n    e\n\n~~f~~ **g*h** https://a.vn/<b> www.b.vn c@d.vn",
		"Có 9.800 người năm 2024, số 45-NQ/TW, ngày 24-11-2023 \"onclick=\"x\" style='y'",
		"[a]: <{{< b >}}>\n\n[a] [c](<d> \"{{e}}\") ![{{f](anh.jpg '{{')",
		"\t- a\n\t\tb\n \t<!-- c\n> <!-- d\ne",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		in := page(body)
		in.Statistical = true
		var problems, again diag.List
		first := Parse(in, &problems).Render(small, &problems)
		checkSafe(t, first)
		for _, p := range problems.Problems() {
			if p.Line < 1 || p.Line > 1+strings.Count(body, "\n") || p.Column < 1 {
				t.Errorf("%s at %d:%d is not in the page", p.Rule.Code, p.Line, p.Column)
			}
		}
		if second := Parse(in, &again).Render(small, &again); second != first {
			t.Errorf("rendered twice: %q and %q", first, second)
		}
		ParseOfficial(in, &problems)
	})
}
