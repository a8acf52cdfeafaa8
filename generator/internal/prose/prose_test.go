package prose

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// page makes an Input of a body that begins on the first line of bai.md.
func page(body string) Input {
	return Input{Body: body, At: func(offset int) diag.Position {
		before := body[:min(offset, len(body))]
		line := before[strings.LastIndexByte(before, '\n')+1:]
		return diag.Position{File: "bai.md", Line: 1 + strings.Count(before, "\n"), Column: 1 + utf8.RuneCountInString(line)}
	}}
}

// smallSite is a site with three pages, a picture, a table and an indicator.
type smallSite struct{}

func (smallSite) Page(address string) (string, bool) {
	switch address {
	case "/tin-tuc/", "/tin-tuc/a/", "/phuong-phap/":
		return address, true
	case "/phuong-phap":
		return "/phuong-phap/", true
	}
	return "", false
}

func (smallSite) Addresses() []string { return []string{"/phuong-phap/", "/tin-tuc/", "/tin-tuc/a/"} }
func (smallSite) Pictures() []string  { return []string{"anh.jpg"} }

func (smallSite) Picture(name string) (Picture, bool) {
	return Picture{Src: "/tin-tuc/a/anh.jpg", Width: 640, Height: 480}, name == "anh.jpg"
}

func (smallSite) Point(indicator, period string) (Figure, *UnknownName) {
	switch {
	case indicator != "lao-dong":
		return Figure{}, &UnknownName{"id", indicator, []string{"dan-so", "lao-dong"}}
	case period != "" && period != "2018":
		return Figure{}, &UnknownName{"ky", period, []string{"2017", "2018"}}
	}
	return Figure{Text: "9.800", Value: "9800", Note: "Cục Thống kê, 2018", Href: "/chi-tieu/lao-dong/"}, nil
}

func (smallSite) Cell(table, year string, codes map[model.Dimension]string) (Figure, *UnknownName) {
	switch {
	case table != "trinh-do":
		return Figure{}, &UnknownName{"bang", table, []string{"trinh-do"}}
	case codes[model.ByDegree] == "doctor":
		return Figure{Text: "không công bố", Note: "Bảng trình độ", Withheld: true, Illustrative: true}, nil
	case codes[model.ByDegree] != "":
		return Figure{}, &UnknownName{"degree", codes[model.ByDegree], []string{"doctor", "master"}}
	}
	return Figure{Text: "1.234", Value: "1234", Note: "Bảng trình độ", Illustrative: true}, nil
}

var small = Context{
	Address: "/tin-tuc/a/", Site: smallSite{}, Figures: smallSite{},
	Words: Words{Table: "Bảng", Notes: "Chú thích", BackToText: "Về chỗ nhắc tới chú thích", Illustrative: "số liệu minh họa"},
}

// render parses and renders, and returns the HTML and the problems as
// "line:column code".
func render(in Input) (html, problems string) {
	var list diag.List
	html = Parse(in, &list).Render(small, &list)
	return html, listed(&list)
}

func listed(list *diag.List) string {
	var out []string
	for _, p := range list.Problems() {
		out = append(out, fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Rule.Code))
	}
	return strings.Join(out, "; ")
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"nothing wrong", "Một câu *nghiêng* và [một trang](/phuong-phap/).", ""},
		{"HTML block", "Đầu\n\n<script>alert(1)</script>", "3:1 raw-html"},
		{"HTML block, indented", "  <div onclick=x>\nchữ\n</div>", "1:3 raw-html"},
		{"inline HTML", "Ông <b>Đỗ</b> nói", "1:5 raw-html; 1:10 raw-html"},
		{"HTML after Vietnamese letters", "Đường tới Đăk Tô <img src=x onerror=y>", "1:18 raw-html"},
		{"HTML in a list in a quote", "> - một\n>   <i>hai</i>", "2:5 raw-html; 2:11 raw-html"},
		{"less-than is no HTML", "tuổi <30, a < b, 3<x", ""},
		{"HTML in code is text", "`<b>` và\n\n    <script>\n", ""},
		{"comment in a line", "trước <!-- ghi chú <b> --> sau", ""},
		{"comment over lines with HTML in it", "<!-- ghi\n\n<script>x</script>\n-->\n\nsau", ""},
		{"HTML behind a comment", "<!-- ghi\nchú --> sau <b>x", "2:13 raw-html"},
		{"open comment", "đầu\n\n<!-- ghi chú\n\nmất", "3:1 unclosed-comment"},
		{"scheme", "[x](javascript:alert(1))", "1:1 forbidden-scheme"},
		{"scheme with entity and case", "chữ [x](JaVa&#115;cript:alert)", "1:5 forbidden-scheme"},
		{"scheme with percent signs", "[x](java%73cript%3Aalert)", "1:1 forbidden-scheme"},
		{"scheme encoded twice", "[x](java%2573cript:alert)", "1:1 forbidden-scheme"},
		{"scheme with a tab", "[x](<java\tscript:alert>)", "1:1 forbidden-scheme"},
		{"scheme with a reference to a line end", "[x](java&#10;script&colon;alert)", "1:1 forbidden-scheme"},
		{"data", "![x](data:image/png;base64,AAAA)", "1:1 forbidden-scheme"},
		{"autolink", "xem <vbscript:x>", "1:5 forbidden-scheme"},
		{"autolink with upper case", "xem <FILE:///etc/passwd>", "1:5 forbidden-scheme"},
		{"reference", "[x][y] và [y]\n\n[y]: javascript:x", "3:1 forbidden-scheme"},
		{"drive letter", `[x](C:\tệp.doc)`, "1:1 forbidden-scheme"},
		{"allowed schemes", "[a](https://a.vn) [b](http://b.vn) [c](mailto:c@d.vn) [d](tel:+84) <https://e.vn> <f@g.vn> //h.vn", ""},
		{"no such page", "[x](/phuong-phab/)", "1:1 unknown-address"},
		{"no such page, relative", "và [x](../b/)", "1:4 unknown-address"},
		{"pages, however written", "[a](../../phuong-phap/#x) [b](/tin-tuc/?q=1) [c](/phuong-phap) [d](.) [e](#duoi)", ""},
		{"no such picture", "![x](anh.png)", "1:1 unknown-picture"},
		{"picture of another host", "![x](https://a.vn/anh.jpg)", "1:1 unknown-picture"},
		{"picture", "![x](./anh.jpg)", ""},
		{"shortcode of another house", "a {{< youtube x >}}", "1:3 unknown-shortcode"},
		{"shortcode in code", "`{{< youtube x >}}` `{{< chi-tieu id=\"lao-dong\" >}}`", "1:2 unknown-shortcode; 1:22 misplaced-shortcode"},
		{"shortcode in a code block", "    {{% raw %}}", "1:5 unknown-shortcode"},
		{"escaped shortcode", "{{</* chi-tieu */>}}", "1:1 unknown-shortcode"},
		{"HTML as a shortcode", "{{<script>}}", "1:1 unknown-shortcode"},
		{"shortcode in a comment", "a <!-- {{< youtube >}} --> b\n\n<!-- {{< x -->", ""},
		{"shortcode in a link", "[{{< chi-tieu id=\"lao-dong\" >}}](/tin-tuc/)", "1:2 misplaced-shortcode"},
		{"shortcode that only looks like an address", "[x](<{{< chi-tieu id=\"lao-dong\" >}}>)", "1:1 unread-link"},
		{"shortcode in plain brackets", "[{{< chi-tieu id=\"lao-dong\" >}}]", ""},
		{"shortcode without end", "a {{< chi-tieu id=\"lao-dong\" \n\nb", "3:2 shortcode-syntax"},
		{"shortcode with curly quotes", "{{< chi-tieu id=“lao-dong” >}}", "1:17 shortcode-syntax"},
		{"shortcode without id", "{{< chi-tieu ky=\"2018\" >}}", "1:1 missing-argument"},
		{"unknown argument", "{{< so-lieu bang=\"trinh-do\" năm=\"2024\" >}}", "1:29 unknown-argument"},
		{"argument twice", "{{< so-lieu bang=\"trinh-do\" nam=\"2024\" nam=\"2024\" >}}", "1:40 repeated-argument"},
		{"no such indicator", "Có {{< chi-tieu id=\"lao-dog\" >}}", "1:21 unknown-figure"},
		{"no such code", "{{% so-lieu bang=trinh-do degree=`docter` %}}", "1:35 unknown-figure"},
		{"several at once", "# Đề\n\n<b>\n\n[x](about:x) {{< y >}}", "3:1 raw-html; 5:1 forbidden-scheme; 5:14 unknown-shortcode"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := render(page(c.body)); got != c.want {
				t.Errorf("problems of %q:\n got %s\nwant %s", c.body, got, c.want)
			}
		})
	}
}

// TestMessages shows one of each kind as press staff see it.
func TestMessages(t *testing.T) {
	body := strings.Join([]string{
		`# Đề`,
		`<b>`,
		`[x](javascript:y) [x](/phuong-phab/) ![x](anh.jpeg)`,
		`{{< chitieu >}} {{< chi-tieu ky="2018" >}} {{< chi-tieu id="lao-dong" kỳ="2018" >}}`,
		`{{< so-lieu bang="trinh-do" degree="docter" >}} {{< chi-tieu id=“x” >}}`,
		`Có 9.800 người`,
	}, "\n\n")
	want := `bai.md:3:1: error: không được viết HTML trong bài: «<b>» [raw-html]
  gợi ý: dùng Markdown (**đậm**, *nghiêng*, [chữ](địa chỉ)); nếu là dấu nhỏ hơn, viết \<
bai.md:5:1: error: đường dẫn bắt đầu bằng «javascript:» không được dùng [forbidden-scheme]
  gợi ý: chỉ dùng http, https, mailto, tel, hoặc một địa chỉ trong trang này
bai.md:5:19: error: trang này không có địa chỉ «/phuong-phab/» [unknown-address]
  gợi ý: có phải ý bạn là «/phuong-phap/»?
bai.md:5:38: error: không tìm thấy ảnh «anh.jpeg» trong thư mục của bài [unknown-picture]
  gợi ý: có phải ý bạn là «anh.jpg»?
bai.md:7:1: error: không có mã chèn «chitieu» [unknown-shortcode]
  gợi ý: có phải ý bạn là «chi-tieu»?
bai.md:7:17: error: mã chèn «chi-tieu» thiếu «id» [missing-argument]
  gợi ý: thêm mục ấy, ví dụ {{< chi-tieu id="ma" >}}
bai.md:7:71: error: mã chèn «chi-tieu» không có mục «kỳ» [unknown-argument]
  gợi ý: có phải ý bạn là «ky»?
bai.md:9:37: error: dữ liệu không có degree «docter» [unknown-figure]
  gợi ý: có phải ý bạn là «doctor»?
bai.md:9:65: error: mã chèn «chi-tieu» viết chưa đúng từ chỗ này [shortcode-syntax]
  gợi ý: viết như {{< chi-tieu id="…" ky="2018" >}}, với dấu nháy thẳng và dấu đóng >}}
bai.md:11:4: warning: số «9.800» được gõ tay trong trang thống kê, nên sẽ không đổi khi dữ liệu đổi [bare-figure]
  gợi ý: gọi số theo tên, ví dụ {{< chi-tieu id="…" ky="2018" >}} hoặc {{< so-lieu bang="…" nam="2024" >}}
`
	in := page(body)
	in.Statistical = true
	var list diag.List
	Parse(in, &list).Render(small, &list)
	var out strings.Builder
	if err := diag.WriteText(&out, list.Problems(), "vi", func(string, int) (string, bool) { return "", false }); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestOfficialTextTakesNoShortcode(t *testing.T) {
	var list diag.List
	ParseOfficial(page("# Đề\n\nxem {{< chi-tieu id=\"lao-dong\" >}} và <i>"), &list)
	if got, want := listed(&list), "3:5 shortcode-in-official-text; 3:39 raw-html"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRender(t *testing.T) {
	note := func(n int, body, backs string) string {
		return fmt.Sprintf("<li id=\"chu_thich_%d\">%s%s</li>\n", n, body, backs)
	}
	back := func(n int, ref string, i int) string {
		return fmt.Sprintf(` <a class="note-back" href="#%s" role="doc-backlink" aria-label="Về chỗ nhắc tới chú thích %d.%d">↩</a>`, ref, n, i)
	}
	ref := func(n int, id string) string {
		return fmt.Sprintf(`<sup class="note-ref"><a id="%s" href="#chu_thich_%d" role="doc-noteref">%d</a></sup>`, id, n, n)
	}
	notes := func(items ...string) string {
		return `<section class="notes" role="doc-endnotes" aria-label="Chú thích">` + "\n<ol>\n" + strings.Join(items, "") + "</ol>\n</section>\n"
	}
	for _, c := range []struct{ name, body, want string }{
		{"paragraph", "Một *hai* **ba** ~~bốn~~ `năm`\nsáu\\\nbảy", "<p>Một <em>hai</em> <strong>ba</strong> <del>bốn</del> <code>năm</code>\nsáu<br>\nbảy</p>\n"},
		{"nothing is set in other type", `"Trích" -- ... \< &amp;amp; \&lt;`, "<p>&#34;Trích&#34; -- ... &lt; &amp;amp; &amp;lt;</p>\n"},
		{"headings", "## Đăk Tô: Ủy ban\n\n### Đăk Tô, ủy ban\n\n## !!!", "<h2 id=\"dak-to-uy-ban\">Đăk Tô: Ủy ban</h2>\n<h3 id=\"dak-to-uy-ban-2\">Đăk Tô, ủy ban</h3>\n<h2 id=\"muc\">!!!</h2>\n"},
		{"headings of the first level", "# A\n\nb\n\n## C\n\n###### D", "<h2 id=\"a\">A</h2>\n<p>b</p>\n<h3 id=\"c\">C</h3>\n<h6 id=\"d\">D</h6>\n"},
		{"heading that has another's number", "## a 2\n\n## a\n\n## a", "<h2 id=\"a-2\">a 2</h2>\n<h2 id=\"a\">a</h2>\n<h2 id=\"a-3\">a</h2>\n"},
		{"lists", "3. ba\n4. bốn\n   - x\n\n- a\n\n- b", "<ol start=\"3\">\n<li>ba</li>\n<li>bốn\n<ul>\n<li>x</li>\n</ul>\n</li>\n</ol>\n<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"},
		{"quote and rule", "> một\n\n---", "<blockquote>\n<p>một</p>\n</blockquote>\n<hr>\n"},
		{"code", "```go\nif a < b {\n```", "<pre tabindex=\"0\"><code>if a &lt; b {\n</code></pre>\n"},
		{"table", "| Huyện | Số |\n|---|--:|\n| Đăk Tô | x \\| y |", "<div class=\"table-scroll\" role=\"region\" aria-label=\"Bảng 1\" tabindex=\"0\">\n<table>\n<thead>\n<tr><th scope=\"col\">Huyện</th><th scope=\"col\" class=\"align-right\">Số</th></tr>\n</thead>\n<tbody>\n<tr><td>Đăk Tô</td><td class=\"align-right\">x | y</td></tr>\n</tbody>\n</table>\n</div>\n"},
		{"links", "[a](https://x.vn/á?b=1&c=\"d\" \"Đề\") [b](../../phuong-phap#c) <d@e.vn>", "<p><a href=\"https://x.vn/%C3%A1?b=1&amp;c=%22d%22\" title=\"Đề\" rel=\"external\">a</a> <a href=\"/phuong-phap/#c\">b</a> <a href=\"mailto:d@e.vn\">d@e.vn</a></p>\n"},
		{"bare addresses", "https://x.vn/a và www.y.vn", "<p><a href=\"https://x.vn/a\" rel=\"external\">https://x.vn/a</a> và <a href=\"http://www.y.vn\" rel=\"external\">www.y.vn</a></p>\n"},
		{"refused link leaves its words", "[chữ](javascript:x) [khác](/khong/)", "<p>chữ khác</p>\n"},
		{"picture", "![Một *cảnh*](anh.jpg \"Đề\")", "<p><img src=\"/tin-tuc/a/anh.jpg\" alt=\"Một cảnh\" title=\"Đề\" width=\"640\" height=\"480\" loading=\"lazy\"></p>\n"},
		{"comments", "<!-- a --> Chữ <!-- b -->sau\n\n<!-- c\n\nd -->\n- mục", "<p>Chữ sau</p>\n<ul>\n<li>mục</li>\n</ul>\n"},
		{"comment in code", "`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>\n"},
		{"templates", "{{ .Site }} {{{ \\{{ `{{ x }}`", "<p>&#123;&#123; .Site }} &#123;&#123;{ &#123;&#123; <code>&#123;&#123; x }}</code></p>\n"},
		{"control characters", "a\x01b&#1;c\x7f", "<p>a\uFFFDb\uFFFDc\uFFFD</p>\n"},
		{
			"figure", "Có {{< chi-tieu id=\"lao-dong\" ky=\"2018\" >}} người, {{< chi-tieu id=\"lao-dong\" >}}.",
			`<p>Có <data class="figure" value="9800">9.800</data>` + ref(1, "ve_chu_thich_1") + ` người, <data class="figure" value="9800">9.800</data>` + ref(1, "ve_chu_thich_1_2") + ".</p>\n" +
				notes(note(1, `<a href="/chi-tieu/lao-dong/">Cục Thống kê, 2018</a>`, back(1, "ve_chu_thich_1", 1)+back(1, "ve_chu_thich_1_2", 2))),
		},
		{
			"figure over two lines, illustrative, withheld", "{{< so-lieu\nbang=\"trinh-do\" degree=\"doctor\" >}}",
			`<p><span class="figure illustrative withheld">không công bố</span> <span class="illustrative-note">(số liệu minh họa)</span>` + ref(1, "ve_chu_thich_1") + "</p>\n" +
				notes(note(1, "Bảng trình độ", back(1, "ve_chu_thich_1", 1))),
		},
		{
			"footnotes and sources are numbered together", "a[^x] {{< so-lieu bang=\"trinh-do\" >}} b[^y]\n\n[^y]: sau [^x]\n[^x]: trước",
			"<p>a" + ref(1, "ve_chu_thich_1") + ` <data class="figure illustrative" value="1234">1.234</data> <span class="illustrative-note">(số liệu minh họa)</span>` + ref(2, "ve_chu_thich_2") + " b" + ref(3, "ve_chu_thich_3") + "</p>\n" +
				notes(note(1, "<p>trước</p>\n", back(1, "ve_chu_thich_1", 1)+back(1, "ve_chu_thich_1_2", 2)),
					note(2, "Bảng trình độ", back(2, "ve_chu_thich_2", 1)),
					note(3, "<p>sau "+ref(1, "ve_chu_thich_1_2")+"</p>\n", back(3, "ve_chu_thich_3", 1))),
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := render(page(c.body)); got != c.want {
				t.Errorf("HTML of %q:\n got %s\nwant %s", c.body, got, c.want)
			}
		})
	}
}

func TestBareFigures(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"Có 9.800 người, tăng 2,5% (khoảng 300).", "1:4 bare-figure; 1:22 bare-figure; 1:35 bare-figure"},
		{"Năm 2024, giai đoạn 2021-2025 và 2010–2018; từ 2019.", ""},
		{"Ngày 24 tháng 11 năm 2023, 24-11-2023, 24/11/2023, 2023-11-24, 8:30, lúc 8h30", ""},
		{"Nghị quyết số 45-NQ/TW, Quyết định 27/2018/QĐ-TTg, văn bản số 12, Điều 5, khoản 2, khóa 13", ""},
		{"1. một\n2. hai\n\n(1) ba; 4) bốn", ""},
		{"## 3. Kết quả\n\nCó {{< chi-tieu id=\"lao-dong\" >}} người và `12` mã, <https://x.vn/99>", ""},
		{"| Huyện | Số |\n|---|---|\n| Đăk Tô | 120 |", "3:12 bare-figure"},
		{"Tổng **12 người**,\nhai *nhóm 5*", "1:8 bare-figure; 2:11 bare-figure"},
	} {
		in := page(c.body)
		in.Statistical = true
		if _, got := render(in); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.body, got, c.want)
		}
		if _, got := render(page(c.body)); got != "" {
			t.Errorf("%q is no page of statistics, yet: %s", c.body, got)
		}
	}
}

func TestUnreadLinks(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"Xem ![](Ảnh 1.jpg) và [văn bản](văn bản số 1.pdf).", "1:5 unread-link; 1:23 unread-link"},
		{"Xem [a](<https://x.vn/b c>), [b](https://x.vn \"Đề\") và [c] (d), mảng[1] (hai).", ""},
		{"`[a](b c)`\n\n    [a](b c)", ""},
		{"- *một [a](b c)*", "1:8 unread-link"},
	} {
		if _, got := render(page(c.body)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.body, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for words, want := range map[string]string{
		"Đội ngũ trí thức": "doi-ngu-tri-thuc",
		"  ẪM, ự – Ễ! ":    "am-u-e",
		"2045":             "2045",
		"…":                "",
	} {
		if got := Fold(words); got != want {
			t.Errorf("Fold(%q) = %q, want %q", words, got, want)
		}
	}
}
