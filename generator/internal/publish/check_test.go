package publish

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

const base = "https://example.org/kontum/"

// check returns what is wrong with a site of these files.
func check(t *testing.T, files map[string]string, people ...string) []string {
	t.Helper()
	stage := open(t, newOut(t))
	defer stage.Abort()
	write(t, stage.Dir(), files)
	err := stage.Check(context.Background(), Promises{BaseURL: base, People: people})
	var broken *BrokenPromiseError
	if err != nil && !errors.As(err, &broken) {
		t.Fatal(err)
	}
	if broken == nil {
		return nil
	}
	return broken.Violations
}

func TestCleanSitePasses(t *testing.T) {
	violations := check(t, map[string]string{
		"index.html": `<!doctype html><html lang="vi"><head>
<link rel="canonical" href="https://example.org/kontum/"><link rel="stylesheet" href="/kontum/a.css">
<script src="a.js" defer></script><script type="application/json">{"onclick": "<style>"}</script>
<script type="application/ld+json">{}</script></head><body id="đầu">
<a href="b/">1</a> <a href="b">2</a> <a href="b/index.html#mục-1">3</a> <a href="#%C4%91%E1%BA%A7u">4</a> <a href="#top">5</a>
<a href="b/?x=1#mục-1">6</a> <a href="https://khac.example.com/x">7</a> <a href="//khac.example.com/">8</a>
<a href="mailto:a@example.org">9</a> <a href="https://example.org/kontum/van-ban-cu.pdf">10</a> <a href="https://example.org/">11</a>
<img src="t%C3%AAn%20d%C3%A0i.png" srcset="tên%20dài.png 1x, /kontum/b/2.png 2x" alt=""><img src="data:image/png;base64,AA" alt="">
<svg><use href="#đầu"></use></svg></body></html>`,
		"b/index.html": `<p id="mục-1">ondragon="x" style="y"</p><a href="../">lên</a>`,
		"b/2.png":      "x",
		"tên dài.png":  "x",
		"a.css":        `@import "b.css"; p { background: url('b/2.png') }`,
		"b.css":        "",
		"a.js":         "element.style = 'x'",
	}, "KT-000123")
	equal(t, "violations", violations, nil)
}

func TestViolations(t *testing.T) {
	cases := []struct{ html, want string }{
		{`<p style="x">`, "p has an attribute style"},
		{`<svg><rect onclick=x /></svg>`, "rect has an attribute onclick"},
		{`<a HREF="/kontum/" oNfocus="x">`, "a has an attribute onfocus"},
		{`<style>p{}</style>`, "a style element"},
		{`<svg><style></style></svg>`, "a style element"},
		{`<script>x()</script>`, "an inline script"},
		{`<script type="module">x()</script>`, "an inline script"},
		{`<a href="nothing/">`, `a href "nothing/": leads to nothing`},
		{`<a href="/">`, `a href "/": leads out of the site`},
		{`<a href="../">`, `a href "../": leads out of the site`},
		{`<a href="#nowhere">`, `a href "#nowhere": leads to no such place in index.html`},
		{`<a href="INDEX.html">`, `a href "INDEX.html": leads to nothing`},
		{`<a href="%zz">`, `a href "%zz": is no URL`},
		{`<a href="JaVa&#115;cript:x">`, `a href "JaVascript:x": runs a script`},
		{`<a href="data:text/html,x">`, `a href "data:text/html,x": opens what it carries itself`},
		{`<img src="https://khac.example.com/a.png">`, `img src "https://khac.example.com/a.png": is loaded from another host`},
		{`<img src="//khac.example.com/a.png">`, `img src "//khac.example.com/a.png": is loaded from another host`},
		{`<img srcset="index.html 1x, no.png 2x">`, `img srcset "no.png": leads to nothing`},
		{`<link rel="stylesheet" href="https://khac.example.com/a.css">`, `link href "https://khac.example.com/a.css": is loaded from another host`},
		{`<link rel="canonical" href="https://example.org/kontum/no/">`, `link href "https://example.org/kontum/no/": leads to nothing`},
		{`<meta property="og:image" content="https://example.org/kontum/no.png">`, `meta og:image "https://example.org/kontum/no.png": leads to nothing`},
		{`<meta property="og:url" content="https://example.org/">`, `meta og:url "https://example.org/": leads out of the site`},
		{`<script src="no.js"></script>`, `script src "no.js": leads to nothing`},
		{`<use xlink:href="#no">`, `use xlink:href "#no": leads to no such place in index.html`},
		{`<form action="no/">`, `form action "no/": leads to nothing`},
	}
	for _, c := range cases {
		t.Run(c.html, func(t *testing.T) {
			equal(t, "violations", check(t, map[string]string{"index.html": c.html}), []string{"index.html: " + c.want})
		})
	}
	violations := check(t, map[string]string{"a.css": `a{b:url(no.png)}`, "b.css": `@import "//khac.example.com/x"`})
	equal(t, "style sheets", violations, []string{
		`a.css: url "no.png": leads to nothing`,
		`b.css: url "//khac.example.com/x": is loaded from another host`,
	})
}

// TestAddressesInXML looks at what feeds and sitemaps state.
func TestAddressesInXML(t *testing.T) {
	feed := func(entries string) string {
		return `<feed xmlns="http://www.w3.org/2005/Atom"><author><uri>https://example.org/kontum/</uri></author>` + entries + `</feed>`
	}
	for _, c := range []struct{ xml, want string }{
		{feed(`<link rel="self" href="https://example.org/kontum/a.xml"/><id>tag:example.org,2026:/no/</id>`), ""},
		{feed(`<link rel="alternate" href="https://khac.example.com/"/><summary>https://example.org/kontum/no/</summary>`), ""},
		{feed(`<link href="https://example.org/kontum/no/"/>`), `a.xml: link href "https://example.org/kontum/no/": leads to nothing`},
		{feed(`<link href="https://example.org/kontum/#no"/>`), `a.xml: link href "https://example.org/kontum/#no": leads to no such place in index.html`},
		{`<urlset><url><loc>https://example.org/kontum/</loc></url></urlset>`, ""},
		{`<urlset><url><loc>https://example.org/</loc></url></urlset>`, `a.xml: loc "https://example.org/": leads out of the site`},
		{`<urlset><url><loc> https://example.org/kontum/no </loc></url></urlset>`, `a.xml: loc "https://example.org/kontum/no": leads to nothing`},
	} {
		var want []string
		if c.want != "" {
			want = []string{c.want}
		}
		equal(t, c.xml, check(t, map[string]string{"index.html": "<p>", "a.xml": c.xml}), want)
	}
}

func TestViolationsAreListedInOrderAndCutShort(t *testing.T) {
	files := map[string]string{}
	for i := range 30 {
		files[fmt.Sprintf("%02d.html", i)] = "<style></style>"
	}
	err := &BrokenPromiseError{check(t, files)}
	text := err.Error()
	if len(err.Violations) != 30 || !strings.Contains(text, "\n  00.html") || !strings.HasSuffix(text, "  19.html: a style element\n  and 10 more") {
		t.Errorf("%d violations: %s", len(err.Violations), text)
	}
}

func TestPeopleAreFoundWhereverTheyOccur(t *testing.T) {
	people := []string{"KT-000123", "a", "2024", "dak-to", "062084001234", "tran-thi-b", "NV001x"}
	found := []string{
		"KT-000123", "x KT-000123.", `{"id":"KT-000123"}`, "kt-000123", "/du-lieu/KT-000123.csv", "ho-so-kt-000123-2024",
		`"a\nKT-000123"`, `\u0020KT-000123`, "%20KT-000123", "ôKT-000123ô", "062084001234", "ong-tran-thi-b", "nv001X",
		"%2FKT-000123%2F",
	}
	clean := []string{
		"KT-0001234", "KT-000124", "xKT-000123", "a 2024 dak-to", "1062084001234", "tran-thi-bich", "KT 000123", "KT-", "-", "%", `\`,
	}
	for _, text := range found {
		if got := check(t, map[string]string{"x.json": text}, people...); len(got) != 1 {
			t.Errorf("%q was not found: %v", text, got)
		}
	}
	for _, text := range clean {
		if got := check(t, map[string]string{"x.json": text}, people...); len(got) != 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
	equal(t, "name of a file", check(t, map[string]string{"KT-000123.html": ""}, people...), []string{
		"KT-000123.html: the id of a person occurs",
	})
}

func TestPlantedIDsAreAlwaysFound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const noise = "abkt019- .\n%\\<>"
	var ids []string
	for i := range 500 {
		ids = append(ids, fmt.Sprintf("KT-%06d", i))
	}
	people := newSeeker(ids)
	for range 2000 {
		text := make([]byte, random.IntN(200))
		for i := range text {
			text[i] = noise[random.IntN(len(noise))]
		}
		at := random.IntN(len(text) + 1)
		planted := string(text[:at]) + " " + ids[random.IntN(len(ids))] + "/" + string(text[at:])
		if people.seek([]byte(planted)) == "" {
			t.Fatalf("not found in %q", planted)
		}
	}
}

func TestCheckStopsWithItsContext(t *testing.T) {
	stage := open(t, newOut(t))
	defer stage.Abort()
	write(t, stage.Dir(), map[string]string{"index.html": ""})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := stage.Check(ctx, Promises{BaseURL: base}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := stage.Check(context.Background(), Promises{BaseURL: "example.org"}); err == nil {
		t.Error("took example.org for a base URL")
	}
}

func FuzzReadPage(f *testing.F) {
	f.Add([]byte(`<a href="b/" onclick=x><script>`))
	f.Add([]byte(`<svg><style>p{}</svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := readPage(data)
		if err != nil {
			return
		}
		s := &site{base: &url.URL{Scheme: "https", Host: "example.org", Path: "/kontum/"}, files: map[string]*file{}}
		for _, l := range p.links {
			s.follow("a/b.html", l)
		}
		newSeeker([]string{"KT-000123"}).seek(data)
	})
}

func BenchmarkCheck(b *testing.B) {
	stage := open(b, newOut(b))
	defer stage.Abort()
	files := map[string]string{"index.html": ""}
	for i := range 1000 {
		files[fmt.Sprintf("%d.html", i)] = strings.Repeat(`<tr><td class="so">1.234</td><td><a href="index.html">đào tạo ban-to-chuc</a></td></tr>`, 1200)
	}
	write(b, stage.Dir(), files)
	var people []string
	for i := range 30000 {
		people = append(people, fmt.Sprintf("KT-%06d", i))
	}
	for b.Loop() {
		if err := stage.Check(context.Background(), Promises{BaseURL: base, People: people}); err != nil {
			b.Fatal(err)
		}
	}
}
