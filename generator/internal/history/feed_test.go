package history

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"congbo/generator/internal/diag"
)

const base = "https://example.vn/cong-khai"

// story is a site with something of every kind to tell.
func story(t testing.TB) []Change {
	t.Helper()
	s := baseSite(t)
	before, _, _ := s.load(t, published)
	prev := publish(t, before, nil)
	s["data/tasks/iii.yaml"] += "    - {date: 2025-02-01, note: \"<b>muộn</b> & \\u0007\"}\n"
	s["data/corrections.yaml"] = "- {date: 2025-11-01, of: indicator, id: lao-dong, field: series.2010, was: 33, now: 34, reason: in nhầm}\n"
	s = s.with(t, "data/indicators/lao-dong.yaml", "value: 33", "value: 34").
		with(t, "data/clauses.yaml", "  - {id: III.2-4b,", "  - {id: III.9-1, quote: Mới, kind: duty, cadence: once}\n  - {id: III.2-4b,").
		with(t, "data/site.yaml", "licence: CC BY 4.0", "licence: CC BY 4.0\nillustrative: [registers]")
	s["data/registers/hop.yaml"] = "{id: hop, title: Họp, clauses: [III.1-1], columns: [{id: ngay, title: Ngày, type: date, public: true}, {id: co-quan, title: Cơ quan, type: agency, public: true}], rows: [{ngay: 2025-04-05, co-quan: so-noi-vu}]}"
	in, index, _ := s.load(t, today)
	news := []News{{Date: day(t, "2025-09-02"), Title: vi("Tin"), Address: "tin-tuc/tin/", Clauses: []string{"III.1-1"}}, {Date: day(t, "2026-01-01"), Title: vi("Ngày mai"), Address: "tin-tuc/mai/"}}
	changes := Compare(prev, in, index, new(diag.List))
	return Timeline(changes, nil, Recorded(in, State(in, prev), news))
}

func TestTimeline(t *testing.T) {
	var got []string
	for _, c := range story(t) {
		got = append(got, strings.TrimSpace(line(c)))
	}
	want := []string{
		"2025-12-01 added clause III.9-1  [] -> [Mới]",
		"2025-12-01 added register hop  [] -> [] illustrative",
		"2025-12-01 changed register ton-vinh rows.2025-02-03 [2025-02-03; Bằng khen] -> [2025-02-03; Bằng khen]",
		"2025-12-01 changed register ton-vinh rows.2025-03-04 [2025-03-04; Gặp mặt; 40] -> [2025-03-04; Gặp mặt; 40]",
		"2025-12-01 added task doi-thoai log.2025-02-01 [] -> [2025-02-01; <b>muộn</b> & \a]",
		"2025-11-01 corrected indicator lao-dong series.2010 [33] -> [34] corrected",
		"2025-09-02 added news tin-tuc/tin/  [] -> []",
		"2025-04-05 added register hop rows.2025-04-05 [] -> [2025-04-05; so-noi-vu] illustrative",
		"2025-03-04 added register ton-vinh rows.2025-03-04 [] -> [2025-03-04; Gặp mặt; 40] illustrative",
		"2025-02-03 added register ton-vinh rows.2025-02-03 [] -> [2025-02-03; Bằng khen] illustrative",
		"2024-12-20 added task doi-thoai log.2024-12-20 [] -> [2024-12-20; done; so-noi-vu; xong; Thông báo, https://example.vn/tb, 2024-12-18, document, đã họp]",
		"2024-11-02 added task doi-thoai log.2024-11-02 [] -> [2024-11-02; due 2025-01-31; bão]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the timeline is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// feedOf is the story as a feed in plain words.
func feedOf(t testing.TB) (File, Feed) {
	t.Helper()
	timeline := story(t)
	f := Feed{Lang: "vi", Page: "thay-doi/", Title: "Thay đổi – Công bố chương trình", Rights: "CC BY 4.0", AsOf: day(t, today)}
	for i, id := range EntryIDs(timeline) {
		c := timeline[i]
		f.Items = append(f.Items, Item{
			ID: id, Title: c.Field + " <i>&amp;", Summary: c.Now, Page: "nhiem-vu/" + c.ID + "/#lich-su", Date: c.Date, Kind: c.Kind, Label: "loại",
		})
	}
	file, err := f.Write(Imprint{base, "Ban Tuyên giáo", "a@example.vn"})
	if err != nil {
		t.Fatal(err)
	}
	return file, f
}

func TestFeedSaysWhatHappened(t *testing.T) {
	file, _ := feedOf(t)
	if file.Path != "thay-doi/atom.xml" {
		t.Errorf("the feed stands at %s", file.Path)
	}
	for _, text := range []string{
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">`,
		`<id>tag:example.vn,2026:/cong-khai/thay-doi/atom.xml</id>`,
		`<link rel="self" type="application/atom+xml" href="https://example.vn/cong-khai/thay-doi/atom.xml"></link>`,
		`<link rel="alternate" type="text/html" href="https://example.vn/cong-khai/nhiem-vu/doi-thoai/#lich-su"></link>`,
		`<id>tag:example.vn,2026:/cong-khai/vi/#task.doi-thoai.added.log.2025-02-01</id>`,
		`<summary>2025-02-01; &lt;b&gt;muộn&lt;/b&gt; &amp; ` + "\uFFFD" + `</summary>`,
		`<title>series.2010 &lt;i&gt;&amp;amp;</title>`,
		`<updated>2025-12-01T00:00:00+07:00</updated>`,
	} {
		if !bytes.Contains(file.Bytes, []byte(text)) {
			t.Errorf("the feed lacks %s:\n%s", text, file.Bytes)
		}
	}
}

func TestFeedsAreAtom(t *testing.T) {
	file, feed := feedOf(t)
	empty := feed
	empty.Items = nil
	bare, err := empty.Write(Imprint{Base: base, Publisher: "Ban Tuyên giáo"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []File{file, bare} {
		for _, fault := range atomFaults(f.Bytes, base+"/"+f.Path) {
			t.Error(fault)
		}
	}
}

// TestAtomFaultsAreFound spoils a valid feed in the ways that the checker is
// there to find.
func TestAtomFaultsAreFound(t *testing.T) {
	file, _ := feedOf(t)
	for name, spoil := range map[string][2]string{
		"no id":                 {`<id>tag:example.vn,2026:/cong-khai/thay-doi/atom.xml</id>`, ``},
		"an id used twice":      {`#task.doi-thoai.added.log.2024-11-02</id>`, `#task.doi-thoai.added.log.2024-12-20</id>`},
		"a relative id":         {`<id>tag:example.vn,2026:/cong-khai/thay-doi/atom.xml</id>`, `<id>thay-doi/</id>`},
		"no title":              {`<title>Thay đổi – Công bố chương trình</title>`, ``},
		"no author":             {`<name>Ban Tuyên giáo</name>`, ``},
		"an address like none":  {`<email>a@example.vn</email>`, `<email>a example.vn</email>`},
		"a day without time":    {`<updated>2025-11-01T00:00:00+07:00</updated>`, `<updated>2025-11-01</updated>`},
		"a day that isn't":      {`<updated>2025-11-01T00:00:00+07:00</updated>`, `<updated>2025-02-30T00:00:00+07:00</updated>`},
		"two times":             {`<updated>2025-11-01T00:00:00+07:00</updated>`, `<updated>2025-11-01T00:00:00+07:00</updated><updated>2025-11-01T00:00:00+07:00</updated>`},
		"an unknown element":    {`<rights>CC BY 4.0</rights>`, `<licence>CC BY 4.0</licence>`},
		"another namespace":     {`xmlns="http://www.w3.org/2005/Atom"`, `xmlns="http://purl.org/atom/ns#"`},
		"another self":          {`href="https://example.vn/cong-khai/thay-doi/atom.xml"`, `href="https://example.vn/atom.xml"`},
		"a relative link":       {`href="https://example.vn/cong-khai/thay-doi/"`, `href="thay-doi/"`},
		"no link of an entry":   {`<link rel="alternate" type="text/html" href="https://example.vn/cong-khai/nhiem-vu/tin-tuc/tin//#lich-su"></link>`, ``},
		"a category unnamed":    {`term="corrected"`, `label2="corrected"`},
		"a later entry":         {`<updated>2025-11-01T00:00:00+07:00</updated>`, `<updated>2026-11-01T00:00:00+07:00</updated>`},
		"no XML":                {`</feed>`, ``},
		"an unknown attribute":  {`<rights>`, `<rights mode="escaped">`},
		"a type that is no one": {`type="text/html"`, `type="html"`},
	} {
		text := strings.Replace(string(file.Bytes), spoil[0], spoil[1], 1)
		if text == string(file.Bytes) {
			t.Errorf("%s: nothing was spoilt", name)
		} else if len(atomFaults([]byte(text), base+"/"+file.Path)) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}

// An element is one of an XML document.
type element struct {
	name     string
	attrs    map[string]string
	text     string
	children []*element
}

func (e *element) all(name string) []*element {
	var found []*element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		}
	}
	return found
}

// readXML refuses what is not well-formed or not wholly in Atom's namespace.
func readXML(text []byte) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	root := &element{}
	open := []*element{root}
	for {
		token, err := decoder.Token()
		if err == io.EOF && len(root.children) == 1 {
			return root.children[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Space != "http://www.w3.org/2005/Atom" {
				return nil, fmt.Errorf("<%s> is not in Atom's namespace", token.Name.Local)
			}
			e := &element{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
}

// grammar is what RFC 4287, sections 4.1 and 4.2, lets the elements that we
// use hold: how often at least and at most (0: as often as one likes), and
// which attributes.
var grammar = map[string]struct {
	children map[string][2]int
	attrs    []string
}{
	"feed": {map[string][2]int{
		"author": {1, 0}, "category": {0, 0}, "contributor": {0, 0}, "generator": {0, 1}, "icon": {0, 1}, "id": {1, 1},
		"link": {1, 0}, "logo": {0, 1}, "rights": {0, 1}, "subtitle": {0, 1}, "title": {1, 1}, "updated": {1, 1}, "entry": {0, 0},
	}, []string{"xmlns", "lang", "base"}},
	"entry": {map[string][2]int{
		"author": {0, 0}, "category": {0, 0}, "content": {0, 1}, "contributor": {0, 0}, "id": {1, 1}, "link": {1, 0},
		"published": {0, 1}, "rights": {0, 1}, "source": {0, 1}, "summary": {0, 1}, "title": {1, 1}, "updated": {1, 1},
	}, nil},
	"author":    {map[string][2]int{"name": {1, 1}, "uri": {0, 1}, "email": {0, 1}}, nil},
	"category":  {nil, []string{"term", "scheme", "label"}},
	"link":      {nil, []string{"href", "rel", "type", "hreflang", "title", "length"}},
	"generator": {nil, []string{"uri", "version"}},
	"title":     {nil, []string{"type"}},
	"summary":   {nil, []string{"type"}},
	"rights":    {nil, []string{"type"}},
	"id":        {}, "updated": {}, "name": {}, "uri": {}, "email": {},
}

var (
	rfc3339   = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`)
	tagURI    = regexp.MustCompile(`^tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*(#[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*)?$`)
	mediaType = regexp.MustCompile(`^[a-z]+/[a-z0-9.+-]+$`)
)

// atomFaults says what is wrong with a feed that is to stand at an address.
func atomFaults(text []byte, address string) []string {
	feed, err := readXML(text)
	if err != nil {
		return []string{err.Error()}
	}
	c := &atomChecker{ids: map[string]bool{}}
	if feed.name != "feed" {
		c.say("the document is <%s>", feed.name)
		return c.faults
	}
	c.element(feed)
	var self []string
	for _, l := range feed.all("link") {
		if l.attrs["rel"] == "self" {
			self = append(self, l.attrs["href"])
		}
	}
	if !slices.Equal(self, []string{address}) {
		c.say("self is %q, want %q", self, address)
	}
	for _, e := range feed.all("entry") {
		if len(feed.all("updated")) == 1 && len(e.all("updated")) == 1 && e.all("updated")[0].text > feed.all("updated")[0].text {
			c.say("an entry of %s is later than the feed", e.all("updated")[0].text)
		}
		if !slices.ContainsFunc(e.all("link"), func(l *element) bool { return l.attrs["rel"] == "alternate" }) {
			c.say("an entry without content leads nowhere (4.1.2)")
		}
	}
	return c.faults
}

type atomChecker struct {
	faults []string
	ids    map[string]bool
}

func (c *atomChecker) say(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

func (c *atomChecker) element(e *element) {
	rule, known := grammar[e.name]
	if !known {
		c.say("<%s> is no element of Atom that we use", e.name)
		return
	}
	for name := range e.attrs {
		if !slices.Contains(rule.attrs, name) {
			c.say("<%s> has an attribute %s", e.name, name)
		}
	}
	for _, child := range e.children {
		if _, allowed := rule.children[child.name]; !allowed {
			c.say("<%s> stands in <%s>", child.name, e.name)
		}
		c.element(child)
	}
	for name, times := range rule.children {
		if n := len(e.all(name)); n < times[0] || times[1] > 0 && n > times[1] {
			c.say("<%s> has %d <%s>", e.name, n, name)
		}
	}
	c.value(e)
}

// value checks what an element says (RFC 4287, 3.2 and 3.3; RFC 3339; RFC 4151).
func (c *atomChecker) value(e *element) {
	text := strings.TrimSpace(e.text)
	switch e.name {
	case "id":
		if !tagURI.MatchString(text) || c.ids[text] {
			c.say("id %q is no tag URI, or is used twice", text)
		}
		c.ids[text] = true
	case "updated":
		if _, err := time.Parse(time.RFC3339, text); err != nil || !rfc3339.MatchString(text) {
			c.say("%q is no time of RFC 3339", text)
		}
	case "email":
		if a, err := mail.ParseAddress(text); err != nil || a.Address != text {
			c.say("%q is no address of mail", text)
		}
	case "uri":
		c.absolute(text)
	case "link":
		c.absolute(e.attrs["href"])
		if !mediaType.MatchString(e.attrs["type"]) || e.attrs["rel"] == "" {
			c.say("link %v", e.attrs)
		}
	case "category":
		if e.attrs["term"] == "" {
			c.say("a category has no term")
		}
	case "title", "name", "generator", "rights":
		if text == "" {
			c.say("<%s> is empty", e.name)
		}
	}
}

func (c *atomChecker) absolute(address string) {
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" {
		c.say("%q is not absolute", address)
	}
}

// TestFeedIDsStay builds the same story later, with more to tell: what was told
// keeps its id.
func TestFeedIDsStay(t *testing.T) {
	s := baseSite(t)
	in, _, _ := s.load(t, published)
	s["data/tasks/iii.yaml"] += "    - {date: 2025-08-01, note: thêm}\n"
	s = s.with(t, "data/registers/ton-vinh.yaml", "rows:\n", "rows:\n  - {ngay: 2025-02-03, noi-dung: Trước}\n  - {ngay: 2025-01-01, noi-dung: Đầu}\n")
	later, _, _ := s.load(t, today)
	ids := func(in Input) map[string]string {
		timeline := Recorded(in, State(in, nil), nil)
		told := map[string]string{}
		for i, id := range EntryIDs(timeline) {
			told[id] = timeline[i].Now
		}
		return told
	}
	after := ids(later)
	for id := range ids(in) {
		if _, ok := after[id]; !ok {
			t.Errorf("%s is gone from %v", id, after)
		}
	}
	if len(after) != len(ids(in))+3 {
		t.Errorf("ids are %v", after)
	}
}

func TestFeedsNeedAnAddress(t *testing.T) {
	_, feed := feedOf(t)
	for _, address := range []string{"", "/cong-khai/", "://", "example.vn"} {
		if _, err := feed.Write(Imprint{Base: address, Publisher: "x"}); err == nil {
			t.Errorf("%q is taken for an address", address)
		}
	}
}

func TestAtomDate(t *testing.T) {
	at, err := time.Parse(time.RFC3339, atomDate(day(t, "2025-12-01")))
	if err != nil || !at.Equal(time.Date(2025, 11, 30, 17, 0, 0, 0, time.UTC)) {
		t.Errorf("%v, %v", at, err)
	}
}
