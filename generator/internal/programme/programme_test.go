package programme

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/prose"
)

// input makes the Markdown of a page that begins on the first line of vb.md.
func input(body string) prose.Input {
	return prose.Input{Body: body, At: func(offset int) diag.Position {
		before := body[:min(offset, len(body))]
		line := before[strings.LastIndexByte(before, '\n')+1:]
		return diag.Position{File: "vb.md", Line: 1 + strings.Count(before, "\n"), Column: 1 + utf8.RuneCountInString(line)}
	}}
}

// at names a record's key in place of a file.
func at(kind, id, key string) diag.Position {
	return diag.Position{File: kind + " " + id + " " + key}
}

// world makes a world of clauses, written "id: quote".
func worldOf(clauses ...string) *model.World {
	w := &model.World{Site: model.Site{Languages: []string{"vi", "en"}, Original: "vi"}}
	for _, c := range clauses {
		id, quote, _ := strings.Cut(c, ": ")
		w.Clauses = append(w.Clauses, model.Clause{ID: id, Quote: model.Text{"vi": quote}})
	}
	return w
}

func read(body string, w *model.World) (*Document, string) {
	var problems diag.List
	d := Read(input(body), "vi", w, at, &problems)
	var out []string
	for _, p := range problems.Problems() {
		place := p.File
		if p.Line > 0 {
			place = fmt.Sprintf("%d:%d", p.Line, p.Column)
		}
		out = append(out, place+" "+p.Rule.Code)
	}
	return d, strings.Join(out, "; ")
}

func TestSections(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"headings", "## I. A\n\n### 1. B\n\nx\n\n### 2. C\n\n## II. D\n\n### 1. E", "I=I. A 1. B x 2. C|I.1=1. B x|I.2=2. C|II=II. D 1. E|II.1=1. E"},
		{"paragraphs, marked", "**I. A**\n\n*1.* B\n\nx\n\n**2. C:** y", "I=I. A 1. B x 2. C: y|I.1=1. B x|I.2=2. C: y"},
		{"items of one list", "I. A\n\n1. B\n   - x\n2. C", "I=I. A 1. B x 2. C|I.1=1. B x|I.2=2. C"},
		{"items of lists that go on", "I. A\n\n1. B\n\n- x\n\n2. C\n\n- y", "I=I. A 1. B x 2. C y|I.1=1. B x|I.2=2. C y"},
		{"heading, then item", "# I. A\n\n## 1. B\n\n- x\n\n2. C", "I=I. A 1. B x 2. C|I.1=1. B x|I.2=2. C"},
		{"a list that enumerates within a section", "# I. A\n\n## 1. B\n\n1. x\n2. y\n\n## 2. C", "I=I. A 1. B 1. x 2. y 2. C|I.1=1. B 1. x 2. y|I.2=2. C"},
		{"nested lists, quotes", "# I. A\n\n- x\n  1. y\n\n> 1. z\n\n1. B", "I=I. A x 1. y 1. z 1. B|I.1=1. B"},
		{"numbers with ) are no sections", "# I. A\n\n1) x", "I=I. A 1) x"},
		{"before any Roman number", "1. x\n\n# I. A", "I=I. A"},
		{"no canonical numeral", "# IIII. A\n\n# VX. B\n\n# XLIX. C", "XLIX=XLIX. C"},
		{"no section numbers", "# I. A\n\n1.000 người\n\nV. I. Lê-nin\n\nX.Y. nói\n\nI.1 z", "I=I. A 1.000 người V. I. Lê-nin X.Y. nói I.1 z"},
		{"no space behind the number", "# I.A\n\n**1.B**", "I=I.A 1.B|I.1=1.B"},
		{"Roman ends Arabic", "# I. A\n\n## 1. B\n\n# II. C\n\nx", "I=I. A 1. B|I.1=1. B|II=II. C x"},
		{"number twice", "# I. A\n\n## 1. B\n\n## 1. C", "I=I. A 1. B 1. C|I.1=1. B|I.1=1. C"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := read(c.body, worldOf())
			var got []string
			for _, s := range d.Sections {
				got = append(got, s.ID+"="+d.text[s.span.start:s.span.end])
			}
			if g := strings.Join(got, "|"); g != c.want {
				t.Errorf("sections of %q:\n got %s\nwant %s", c.body, g, c.want)
			}
		})
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 49: "XLIX", 88: "LXXXVIII"} {
		if got := roman(n); got != want || romanValue(want) != n {
			t.Errorf("roman(%d) = %s, romanValue(%s) = %d", n, got, want, romanValue(want))
		}
	}
}

const text = `# CHƯƠNG TRÌNH

Mở đầu.

## I. MỤC ĐÍCH

**1. Mục đích:** Cụ thể hóa *Nghị quyết* số 45; đến năm
2030. Còn lại.

## III. NHIỆM VỤ

### 1. Tuyên truyền

- Đẩy mạnh   tuyên truyền, phổ biến; kịp thời xử lý.

- Hằng năm gặp gỡ. Hằng năm đối thoại.

*Sở Nội vụ chủ trì, các sở thực thuộc phối hợp.*

### 2. Quản lý

Rà soát chính sách.
`

func TestClauses(t *testing.T) {
	covered := []string{"I.1: Cụ thể hóa", "III.1-1a: Đẩy mạnh tuyên truyền", "III.1-2: Hằng năm gặp gỡ", "III.2: Rà soát"}
	for _, c := range []struct {
		name     string
		clauses  []string
		problems string
		want     string
	}{
		{"to the next clause and to the block's end", append([]string{"III.1-1b: kịp thời"}, covered...), "vb.md",
			"I.1=Cụ thể hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1a=Đẩy mạnh tuyên truyền, phổ biến;|III.1-1b=kịp thời xử lý.|III.1-2=Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2=Rà soát chính sách."},
		{"across emphasis, line and block ends", []string{"I.1: hóa Nghị quyết số 45; đến năm 2030.", "III.1-1: xử lý. Hằng năm gặp gỡ. Hằng năm đối", "III.2: 2. Quản lý Rà soát"}, "",
			"I.1=hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1=xử lý. Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2=2. Quản lý Rà soát chính sách."},
		{"a quote cut short by the next", append([]string{"III.1-1b: tuyên truyền, phổ biến; kịp thời xử lý. Hằng năm gặp"}, covered...), "",
			"I.1=Cụ thể hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1a=Đẩy mạnh|III.1-1b=tuyên truyền, phổ biến; kịp thời xử lý.|III.1-2=Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2=Rà soát chính sách."},
		{"quotes are folded and composed", append([]string{"I.1: \u0020Cu\u0323 thê\u0309  ho\u0301a "}, covered[1:]...), "",
			"I.1=Cụ thể hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1a=Đẩy mạnh tuyên truyền, phổ biến; kịp thời xử lý.|III.1-2=Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2=Rà soát chính sách."},
		{"same beginning", append([]string{"III.2-1: Rà soát chính"}, covered...), "clause III.2 quote shared-quote",
			"I.1=Cụ thể hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1a=Đẩy mạnh tuyên truyền, phổ biến; kịp thời xử lý.|III.1-2=Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2-1=Rà soát chính sách.|III.2=Rà soát chính sách."},
		{"not found, ambiguous, unknown section", append([]string{"III.1-3: đổi mới", "III.1-4: Hằng năm", "III.2-9: Đẩy mạnh", "IV.1: Rà soát"}, covered...),
			"clause III.1-3 quote quote-not-found; clause III.1-4 quote quote-ambiguous; clause III.2-9 quote quote-not-found; clause IV.1 id unknown-section",
			"I.1=Cụ thể hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1a=Đẩy mạnh tuyên truyền, phổ biến; kịp thời xử lý.|III.1-2=Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2=Rà soát chính sách."},
		{"nothing in other type", append([]string{"III.2-1: chính sách…"}, covered...), "clause III.2-1 quote quote-not-found",
			"I.1=Cụ thể hóa Nghị quyết số 45; đến năm 2030. Còn lại.|III.1-1a=Đẩy mạnh tuyên truyền, phổ biến; kịp thời xử lý.|III.1-2=Hằng năm gặp gỡ. Hằng năm đối thoại.|III.2=Rà soát chính sách."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := worldOf(c.clauses...)
			w.Sections = []model.Section{{ID: "III.1", Quote: model.Text{"vi": "Sở Nội vụ chủ trì"}}}
			d, problems := read(text, w)
			if c.problems != "vb.md" && problems != c.problems {
				t.Errorf("problems:\n got %s\nwant %s", problems, c.problems)
			}
			var got []string
			for _, c := range d.Clauses {
				got = append(got, c.ID+"="+c.Text)
			}
			if g := strings.Join(got, "|"); g != c.want {
				t.Errorf("clauses:\n got %s\nwant %s", g, c.want)
			}
		})
	}
}

func TestClauseInContext(t *testing.T) {
	d, _ := read(text, worldOf("III.1-1a: Đẩy mạnh", "III.1-1b: phổ biến", "III.1-1c: kịp thời", "III.1: Tuyên truyền"))
	c := d.Clause("III.1-1b")
	got := fmt.Sprintf("%s|%s|%s|%s|%s|%s", c.Anchor, c.Section, strings.Join(c.Headings, "/"), c.Before, c.Text, c.After)
	want := "iii-1-1b|III.1|III. NHIỆM VỤ/1. Tuyên truyền|Đẩy mạnh tuyên truyền,|phổ biến;|kịp thời xử lý."
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if d.Clause("III.1").Anchor != "" || d.Section("III.1").Anchor != "iii-1" {
		t.Error("the section of the same number keeps the anchor")
	}
	if d.Clause("III.9") != nil || d.Section("IX") != nil {
		t.Error("what the text doesn't have was found")
	}
}

func TestCoverage(t *testing.T) {
	for _, c := range []struct{ name, body, clause, want string }{
		{"headings, answers and titles don't count", "# I. A\n\n1. Tiêu đề\n\n- Sở lo.\n\n- Việc.", "I.1: Việc", ""},
		{"a section of one block counts", "# I. A\n\n1. Việc.\n\n2. Việc khác.\n\nSở lo.", "I.1: Việc", ""},
		{"a section of one block alone", "# I. A\n\n1. Việc. Sở lo.\n\n2. Việc khác.", "I.1: Việc", "5:1 uncovered-block"},
		{"a block that a clause reaches", "# I. A\n\n## 1. B\n\nViệc một.\n\nTiếp theo. Sở lo.", "I.1: một. Tiếp", ""},
		{"blocks that none reaches", "# I. A\n\nMở đầu.\n\n## 1. B\n\n- Việc một. Sở lo.\n- Sót.\n\n> Sót nữa.", "I.1: Việc", "3:1 uncovered-block; 8:1 uncovered-block; 10:3 uncovered-block"},
		{"outside of sections", "Trước.\n\n# I. A\n\n## 1. B\n\nViệc. Sở lo.", "I.1: Việc", ""},
		{"behind a rule", "# I. A\n\n## 1. B\n\nViệc. Sở lo.\n\n---\n\nNơi nhận:\n\n- X", "I.1: Việc", ""},
		{"behind a heading without number", "# I. A\n\n## 1. B\n\nViệc. Sở lo.\n\n# Nơi nhận\n\n- X", "I.1: Việc", ""},
		{"below a lower heading without number", "# I. A\n\n## 1. B\n\nViệc. Sở lo.\n\n### Thêm\n\n- X", "I.1: Việc", "9:1 uncovered-block"},
		{"a table is one", "# I. A\n\n## 1. B\n\nViệc. Sở lo.\n\n| a | b |\n|---|---|\n| c | d |", "I.1: Việc", "7:1 uncovered-block"},
		{"a table is covered as one", "# I. A\n\n## 1. B\n\n| a | b |\n|---|---|\n| Việc. | Sở lo. |", "I.1: Việc", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := worldOf(c.clause)
			w.Sections = []model.Section{{ID: "I", Quote: model.Text{"vi": "Sở lo"}}}
			if _, got := read(c.body, w); got != c.want {
				t.Errorf("%q:\n got %s\nwant %s", c.body, got, c.want)
			}
		})
	}
}

func TestOtherLanguage(t *testing.T) {
	w := worldOf("I.1: Việc")
	w.Programme.Errata = []model.Erratum{{Section: "I.1", Found: "Viêc"}}
	w.Sections = []model.Section{{ID: "I", Quote: model.Text{"vi": "Sở lo"}}}
	var problems diag.List
	d := Read(input("# I. A\n\n## 1. B\n\nWork."), "en", w, at, &problems)
	if len(d.Clauses) != 0 || len(problems.Problems()) != 0 {
		t.Errorf("a text without quotes in its language: %d clauses, %d problems", len(d.Clauses), len(problems.Problems()))
	}
	w.Clauses[0].Quote["en"] = "Work"
	if d = Read(input("# I. A\n\n## 1. B\n\nWork."), "en", w, at, &problems); d.Clause("I.1").Text != "Work." {
		t.Errorf("got %q", d.Clause("I.1").Text)
	}
}

func TestMessages(t *testing.T) {
	w := worldOf("I.1: Cụ thể hóa", "III.1-1: Đẩy mạnh tuyên truyền, phố biến; kịp thời xử lý.", "III.1-2: Hằng năm",
		"III.2: kịp thời xử lý", "III.3: Rà soát", "III.2-1: Bãi bỏ", "III.2-2: Thường xuyên rà soát chính sách")
	w.Programme.Errata = []model.Erratum{{Section: "III.1", Found: "thực thuôc"}, {Section: "III.1", Found: "tuyên tru"}}
	var problems diag.List
	Read(input(text+"\n### 2. Lại\n"), "vi", w, at, &problems)
	var out strings.Builder
	if err := diag.WriteText(&out, problems.Problems(), "vi", func(string, int) (string, bool) { return "", false }); err != nil {
		t.Fatal(err)
	}
	want := `clause III.1-1 quote:1:1: error: không tìm thấy câu trích này trong mục III.1 của văn bản [quote-not-found]
  gợi ý: câu trích viết «Đẩy mạnh tuyên truyền, phố biến; kịp thời…», văn bản viết «…Đẩy mạnh tuyên truyền, phổ biến; kịp thời…»
clause III.1-2 quote:1:1: error: câu trích này xuất hiện 2 lần trong mục III.1 [quote-ambiguous]
  gợi ý: trích dài hơn cho khác nhau: «kịp thời xử lý. […] gặp gỡ. Hằng năm» và «Hằng năm gặp gỡ. […] đối thoại. Sở Nội»
clause III.2 quote:1:1: error: không tìm thấy câu trích này trong mục III.2 của văn bản [quote-not-found]
  gợi ý: câu này nằm ở mục III.1
clause III.2-1 quote:1:1: error: không tìm thấy câu trích này trong mục III.2 của văn bản [quote-not-found]
  gợi ý: chép câu trích từ văn bản, không đổi chữ hay dấu nào
clause III.2-2 quote:1:1: error: không tìm thấy câu trích này trong mục III.2 của văn bản [quote-not-found]
  gợi ý: câu trích viết «Thường xuyên rà soát…», văn bản viết «2. Quản lý Rà soát…»
clause III.3 id:1:1: error: văn bản không có mục III.3 [unknown-section]
  gợi ý: có phải ý bạn là «III.1»?
erratum 0 found:1:1: error: «thực thuôc» không có trong mục III.1 của văn bản [erratum-not-found]
  gợi ý: câu trích viết «thực thuôc», văn bản viết «…trì, các sở thực thuộc phối hợp.»
erratum 1 found:1:1: error: «tuyên tru» không có trong mục III.1 của văn bản [erratum-not-found]
  gợi ý: chép chữ sai đúng như trong văn bản, trọn từ
`
	got, _, _ := strings.Cut(out.String(), "vb.md:")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(out.String(), "vb.md:24:1: warning: mục III.2 bắt đầu lần thứ hai ở đây [repeated-section]") {
		t.Errorf("no word of the repeated section in\n%s", out.String())
	}
}

func TestMentions(t *testing.T) {
	w := worldOf("I.1: lo việc")
	w.Agencies = []model.Agency{
		{ID: "ubnd", Name: model.Text{"vi": "Ủy ban nhân dân tỉnh", "en": "People's Committee"}},
		{ID: "bcs", Name: model.Text{"vi": "Ban cán sự đảng Ủy ban nhân dân tỉnh"}},
		{ID: "huyen-uy", Name: model.Text{"vi": "Các huyện ủy"}, Aliases: []string{"các huyện ủy"}, Members: []string{"dak-ha"}},
		{ID: "hoi", Name: model.Text{"vi": "Hội"}},
	}
	d, problems := read("# I. A\n\n## 1. B\n\nTrước. Ban cán sự đảng Ủy ban nhân dân tỉnh, *Ủy ban*\nnhân dân tỉnh và các huyện ủy lo việc. Hội, Hộimới, các Huyện ủy.", w)
	if problems != "" {
		t.Error(problems)
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, fmt.Sprintf("%s=%s<%s>%s@%s/%s", m.Agency, m.Before, m.Words, m.After, m.Section, m.Clause))
	}
	want := []string{
		"bcs=<Ban cán sự đảng Ủy ban nhân dân tỉnh>, Ủy ban nhân dân tỉnh và các huyện ủy lo việc.@I.1/",
		"ubnd=Ban cán sự đảng Ủy ban nhân dân tỉnh, <Ủy ban nhân dân tỉnh> và các huyện ủy lo việc.@I.1/",
		"huyen-uy=Ban cán sự đảng Ủy ban nhân dân tỉnh, Ủy ban nhân dân tỉnh và <các huyện ủy> lo việc.@I.1/",
		"hoi=<Hội>, Hộimới, các Huyện ủy.@I.1/I.1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// view links every body to /co-quan/<id>/ and reads errata aloud.
var view = View{
	Address: "/chuong-trinh/",
	Site:    noSite{},
	Agency:  func(id string) string { return "/co-quan/" + id + "/" },
	Erratum: func(e model.Erratum) string { return "[đọc là: " + e.ReadAs["vi"] + "]" },
}

// noSite answers nothing.
type noSite struct{}

func (noSite) Page(string) (string, bool)           { return "", false }
func (noSite) Picture(string) (prose.Picture, bool) { return prose.Picture{}, false }
func (noSite) Addresses() []string                  { return nil }
func (noSite) Pictures() []string                   { return nil }

func TestHTML(t *testing.T) {
	w := worldOf("I.1-1: Việc", "I.1-2: thực thuộc xong", "I.2: Hai", "I.2-1: Hai dòng", "I.3-1: a", "I.3-2: d")
	w.Programme.Errata = []model.Erratum{{Section: "I.1", Found: "sở thực thuộc", ReadAs: model.Text{"vi": "sở <trực> thuộc"}}}
	w.Agencies = []model.Agency{{ID: "cac-so", Name: model.Text{"vi": "Các sở"}, Aliases: []string{"các sở"}}}
	body := `# CHƯƠNG TRÌNH

## I. A & B

**1. Việc:** của *các sở thực* thuộc xong {{ <https://x.vn>.

2. Hai\
dòng
   - [các sở](https://y.vn)

### 3. Bảng

| a | b |
|---|---|
| c | d |

---

> Ký

` + "```\ne <f>\n```\n"
	for _, c := range []struct {
		name string
		got  func(*Document) string
		want string
	}{
		{"whole", func(d *Document) string { return d.HTML(view) }, `<h1>CHƯƠNG TRÌNH</h1>
<h2 id="i">I. A &amp; B</h2>
<p id="i-1"><strong>1. </strong><span class="clause" id="i-1-1" data-clause="I.1-1"><strong>Việc:</strong> của <a class="agency" href="/co-quan/cac-so/"><em>các <span class="erratum">sở</span></em></a></span><span class="erratum"><em> </em></span><span class="clause" id="i-1-2" data-clause="I.1-2"><span class="erratum"><em>thực</em> thuộc<span class="erratum-note added"> [đọc là: sở &lt;trực&gt; thuộc]</span></span> xong &#123;&#123; <a href="https://x.vn" rel="external">https://x.vn</a>.</span></p>
<ol class="numbered" start="2">
<li id="i-2"><span class="number">2.</span> <span class="clause" data-clause="I.2"><span class="clause" id="i-2-1" data-clause="I.2-1">Hai<br> dòng</span></span>
<ul>
<li><a href="https://y.vn" rel="external">các sở</a>
</li>
</ul>
</li>
</ol>
<h3 id="i-3">3. Bảng</h3>
<table class="official">
<tr>
<td><span class="clause" id="i-3-1" data-clause="I.3-1">a</span></td>
<td>b</td>
</tr>
<tr>
<td>c</td>
<td><span class="clause" id="i-3-2" data-clause="I.3-2">d</span></td>
</tr>
</table>
<hr>
<blockquote>
<p>Ký</p>
</blockquote>
<p class="code">e &lt;f&gt;</p>
`},
		{"one block, lowered, with a margin", func(d *Document) string {
			v := view
			v.Deeper, v.Margin = 1, func(b *Block) string { return strings.Join(b.Clauses, " ") }
			return d.BlockHTML(d.Blocks[1], v) + d.BlockHTML(d.Blocks[3], v)
		}, `<h3 id="i">I. A &amp; B</h3>
<p class="item" id="i-2"><span class="margin added">I.2 I.2-1</span><span class="number">2.</span> <span class="clause" data-clause="I.2"><span class="clause" id="i-2-1" data-clause="I.2-1">Hai<br> dòng</span></span></p>
`},
		{"one clause", func(d *Document) string { return d.ClauseHTML(d.Clause("I.1-1"), view) },
			`<p class="paragraph"><strong>1. </strong><mark class="clause"><strong>Việc:</strong> của <a class="agency" href="/co-quan/cac-so/"><em>các <span class="erratum">sở</span></em></a></mark><span class="erratum"><em> thực</em> thuộc<span class="erratum-note added"> [đọc là: sở &lt;trực&gt; thuộc]</span></span> xong &#123;&#123; <a href="https://x.vn" rel="external">https://x.vn</a>.</p>
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, problems := read(body, w)
			if want := "clause I.2-1 quote shared-quote; 9:4 uncovered-block"; problems != want {
				t.Errorf("problems: got %s, want %s", problems, want)
			}
			if got := c.got(d); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
