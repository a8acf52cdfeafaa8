package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"congbo/generator/internal/model"
	"congbo/generator/internal/npm"
	"congbo/generator/internal/publish"
)

func noEnvironment(string) string { return "" }

func TestParseFillsInTheRequest(t *testing.T) {
	site := t.TempDir()
	inv, err := parse([]string{
		"build", "-site", site, "--people=" + site, "--lang", "en", "--as-of", "2024-02-29", "--format=json",
		"--out", "ra", "--base-url", "https://kontum.example/tri-thuc", "--release", "--previous", site,
	}, noEnvironment)
	if err != nil {
		t.Fatal(err)
	}
	if inv.req.Theme == nil {
		t.Error("there is no theme")
	}
	inv.req.Theme = nil // two of the same are not equal
	want := request{
		Site: site, People: site, Lang: "en", Out: "ra", BaseURL: "https://kontum.example/tri-thuc/",
		AsOf: model.Date{Year: 2024, Month: time.February, Day: 29}, Release: true, Build: true, Previous: site,
	}
	if inv.req != want || inv.format != "json" {
		t.Errorf("got %+v in format %s", inv.req, inv.format)
	}
	inv, err = parse([]string{"--site", site}, noEnvironment)
	if err != nil || !inv.req.Build || inv.req.Out != filepath.Join(site, "public") || inv.req.Lang != "vi" {
		t.Errorf("without a command: %+v, %v", inv.req, err)
	}
	inv, err = parse([]string{"check"}, noEnvironment)
	if err != nil || inv.req.Build || inv.req.Site != "." || inv.format != "text" {
		t.Errorf("check: %+v, %v", inv.req, err)
	}
}

func TestDefaultDayIsTheDayInVietnam(t *testing.T) {
	for epoch, want := range map[string]string{
		"0":            "1970-01-01",
		"1795280399":   "2026-11-21", // 16:59:59 UTC
		"1795280400":   "2026-11-22", // 17:00 UTC is midnight in Vietnam
		"253402275599": "9999-12-31",
	} {
		got, err := defaultDay(epoch)
		if err != nil || got.String() != want {
			t.Errorf("%s: %v, %v; want %s", epoch, got, err, want)
		}
	}
	for _, epoch := range []string{"x", "-1", "1.5", " 1", "253402275600", "99999999999999999999"} {
		var usage *usageError
		if got, err := defaultDay(epoch); !errors.As(err, &usage) {
			t.Errorf("%s: %v, %v", epoch, got, err)
		}
	}
	if today, err := defaultDay(""); err != nil || today.IsZero() {
		t.Errorf("today: %v, %v", today, err)
	}
}

func TestAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"https://a.example":         "https://a.example/",
		"http://a.example:8080/b/c": "http://a.example:8080/b/c/",
		"https://a.example/b/":      "https://a.example/b/",
	} {
		var got string
		if err := address("base-url", &got)(text); err != nil || got != want {
			t.Errorf("%s: %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "/b/", "a.example", "ftp://a.example/", "https:///b", "https://a@b.example/", "https://a.example/#b", "https://a.example/?", ":"} {
		var got string
		if err := address("base-url", &got)(text); err == nil {
			t.Errorf("took %q for %q", text, got)
		}
	}
}

func TestFailuresHaveTheirCodeAndWords(t *testing.T) {
	wrapped := func(err error) error { return fmt.Errorf("publish: %w", err) }
	cases := []struct {
		err  error
		code int
		vi   string
	}{
		{wrong("sai", "wrong"), 2, "sai"},
		{wrapped(&publish.RefusedError{Out: "x", Reason: publish.NotOurs}), 2, "--out: không ghi vào «x»: trong đó có thứ không phải trang do chương trình này dựng; hãy chọn thư mục mới hoặc thư mục trống"},
		{wrapped(&publish.BrokenPromiseError{Violations: []string{"a.html: một"}}), 3, "lỗi của chương trình, không phải của dữ liệu; trang cũ vẫn nguyên: publish: the rendered site breaks its promises:\n  a.html: một"},
		{wrapped(&npm.MissingError{Err: errors.New("x")}), 3, "máy này chưa có npm, cần để lấy phần vẽ biểu đồ về một lần; hãy cài Node.js (nodejs.org) rồi chạy lại"},
		{wrapped(&fs.PathError{Op: "open", Path: "a", Err: syscall.EACCES}), 3, "không có quyền đọc hoặc ghi: publish: open a: permission denied"},
		{wrapped(&fs.PathError{Op: "write", Path: "a", Err: syscall.ENOSPC}), 3, "đĩa đã đầy: publish: write a: no space left on device"},
		{errors.New("x"), 3, "không làm được: x"},
		{errInterrupted, 130, "đã dừng theo yêu cầu; trang cũ vẫn nguyên"},
	}
	for _, c := range cases {
		if text, code := explain("vi", c.err); code != c.code || text != c.vi {
			t.Errorf("%v: %d %s", c.err, code, text)
		}
	}
	for reason := publish.IsFile; reason <= publish.TooMuch; reason++ {
		for _, lang := range languages {
			if text := refusal(lang, &publish.RefusedError{Reason: reason}); strings.Contains(text, ": ;") {
				t.Errorf("reason %d has no words in %s", reason, lang)
			}
		}
	}
}

func TestProgressIsShownOnlyWhenItTakesLong(t *testing.T) {
	var shown strings.Builder
	p := newProgress(&shown, "vi") // no terminal
	p.say("đọc", "reading")
	p.lose()
	p.stop()
	if shown.Len() != 0 {
		t.Errorf("to no terminal: %q", shown.String())
	}
	p = &progress{w: &shown, lang: "vi"}
	p.say("đọc", "reading")
	p.say("vẽ", "drawing")
	p.lose()
	p.say("ghi", "writing")
	p.stop()
	p.say("xong", "done")
	if got := shown.String(); got != "… vẽ\n… ghi\n" {
		t.Errorf("shown: %q", got)
	}
}
