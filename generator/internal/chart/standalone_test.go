package chart

import (
	"encoding/xml"
	"strings"
	"testing"
)

func TestStandalone(t *testing.T) {
	svg := draw(t, barFigure()).Wide
	got, err := Standalone(svg, Caption{
		Title: "Trí thức theo địa bàn, năm 2024",
		Lines: []string{"Nguồn: số liệu minh họa & <không có thật>.", "Tính ngày 22/11/2026."},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`xmlns="http://www.w3.org/2000/svg"`, `font-family="sans-serif"`, `fill="#ffffff"/><text`,
		">Trí thức theo địa bàn, năm 2024</text>", ">Nguồn: số liệu minh họa &amp; &lt;không có thật&gt;.</text>",
		">Tính ngày 22/11/2026.</text>", `viewBox="0 0 704 `, "SỐ LIỆU MINH HỌA",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %.400s", want, got)
		}
	}
	if strings.Count(got, "viewBox=") != 1 || strings.Count(got, "<svg") != 1 {
		t.Errorf("two drawings in one: %.400s", got)
	}
	if err := xml.Unmarshal([]byte(got), new(struct{})); err != nil {
		t.Error(err)
	}
}

func TestStandaloneRefusesOthers(t *testing.T) {
	for _, svg := range []string{"", "<svg>", "<svg></svg>", `<svg viewBox="0 0 a b" font-size="12"></svg>`} {
		if _, err := Standalone(svg, Caption{}); err == nil || !strings.HasPrefix(err.Error(), "chart: not a drawing of ours") {
			t.Errorf("%q: %v", svg, err)
		}
	}
}
