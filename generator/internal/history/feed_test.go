package history

import (
	"bytes"
	"encoding/xml"
	"io"
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
func story(t testing.TB) ([]Change, Input) {
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
	return Timeline(changes, nil, Recorded(in, State(in, prev), news)), in
}

func TestTimeline(t *testing.T) {
	timeline, _ := story(t)
	var got []string
	for _, c := range timeline {
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

func feeds(t testing.TB) map[string][]byte {
	t.Helper()
	timeline, in := story(t)
	files, err := Feeds(timeline, in, base)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string][]byte{}
	for _, f := range files {
		if byPath[f.Path] != nil {
			t.Errorf("%s is written twice", f.Path)
		}
		byPath[f.Path] = f.Bytes
	}
	return byPath
}

func TestFeedsSayWhatHappened(t *testing.T) {
	files := feeds(t)
	for path, want := range map[string][]string{
		"thay-doi/atom.xml": {
			`<id>tag:example.vn,2026:/cong-khai/thay-doi/atom.xml</id>`,
			`<link rel="self" type="application/atom+xml" href="https://example.vn/cong-khai/thay-doi/atom.xml"></link>`,
			`<title>[Minh họa] Họp: thêm dòng 05/04/2025</title>`,
			`<title>Tin</title>`,
			`<title>Lao động qua đào tạo: đính chính số liệu 2010</title>`,
			`<summary>Trước: 33. Nay: 34. Lý do: in nhầm</summary>`,
		},
		"en/thay-doi/atom.xml": {
			`xml:lang="en"`,
			`<title>Dialogue: added log entry of 20 December 2024</title>`,
			`<summary>Reported: done. finished. Evidence: Thông báo (https://example.vn/tb)</summary>`,
			`href="https://example.vn/cong-khai/en/nhiem-vu/doi-thoai/"`,
		},
		"nhiem-vu/doi-thoai/atom.xml": {
			`<updated>2025-12-01T00:00:00+07:00</updated>`,
			`<id>tag:example.vn,2026:/cong-khai/nhiem-vu/doi-thoai/#added-log.2025-02-01</id>`,
			`<summary>&lt;b&gt;muộn&lt;/b&gt; &amp; ` + "\uFFFD" + `. Ghi nhận ngày 01/12/2025</summary>`,
		},
		"chuong-trinh/iii-1-1/atom.xml": {`<title>Khoản III.1-1 – Công bố chương trình</title>`, `href="https://example.vn/cong-khai/tin-tuc/tin/"`},
		"co-quan/so-noi-vu/atom.xml":    {`<title>Sở Nội vụ – Công bố chương trình</title>`, `#added-rows.2025-04-05`, `#added-log.2024-12-20`},
	} {
		for _, text := range want {
			if !bytes.Contains(files[path], []byte(text)) {
				t.Errorf("%s lacks %s:\n%s", path, text, files[path])
			}
		}
	}
	if got := string(files["chuong-trinh/iii-2-4b/atom.xml"]); strings.Contains(got, "lao-dong") || strings.Contains(got, "doi-thoai") {
		t.Errorf("a clause's feed tells of what is not its own:\n%s", got)
	}
}

var (
	rfc3339 = regexp.MustCompile(`^\d{4}-\d\d-\d\dT00:00:00\+07:00$`)
	tagURI  = regexp.MustCompile(`^tag:[a-z0-9.-]+,\d{4}:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]+(#[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*)?$`)
)

// TestFeedsAreAtom checks what RFC 4287 asks of feeds such as ours; the rules
// are written out here from its sections 4.1 and 4.2.
func TestFeedsAreAtom(t *testing.T) {
	for path, text := range feeds(t) {
		wellFormed(t, path, text)
		var f atomFeed
		if err := xml.Unmarshal(text, &f); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if f.Author.Name == "" || f.Title == "" || !tagURI.MatchString(f.ID) || !rfc3339.MatchString(f.Updated) {
			t.Errorf("%s: head %+v", path, f)
		}
		var self []string
		for _, l := range f.Links {
			absolute(t, path, l.Href)
			if l.Rel == "self" {
				self = append(self, l.Href)
			}
		}
		if !slices.Equal(self, []string{base + "/" + path}) {
			t.Errorf("%s: self is %q", path, self)
		}
		ids := map[string]bool{}
		for _, e := range f.Entries {
			if e.Title == "" || !tagURI.MatchString(e.ID) || !rfc3339.MatchString(e.Updated) || ids[e.ID] || e.Link.Rel != "alternate" {
				t.Errorf("%s: entry %+v", path, e)
			}
			ids[e.ID] = true
			absolute(t, path, e.Link.Href)
			if e.Updated > f.Updated {
				t.Errorf("%s: an entry of %s is later than the feed of %s", path, e.Updated, f.Updated)
			}
		}
	}
}

func wellFormed(t *testing.T, path string, text []byte) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Space != "http://www.w3.org/2005/Atom" {
			t.Errorf("%s: <%s> is not in Atom's namespace", path, start.Name.Local)
		}
	}
}

func absolute(t *testing.T, path, href string) {
	t.Helper()
	if u, err := url.Parse(href); err != nil || u.Scheme != "https" || u.Host == "" {
		t.Errorf("%s: %q is not absolute", path, href)
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
		for i, id := range entryIDs(timeline) {
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
	timeline, in := story(t)
	for _, address := range []string{"", "/cong-khai/", "://", "example.vn"} {
		if _, err := Feeds(timeline, in, address); err == nil {
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
