package site

import (
	"testing"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/themes"
)

func TestHowPagesAreShared(t *testing.T) {
	world := &model.World{Site: model.Site{
		Languages: []string{"vi", "en"}, Title: model.Text{"vi": "Trí thức"}, Publisher: model.Publisher{Name: model.Text{"vi": "Tỉnh ủy"}},
	}}
	for _, c := range []struct {
		name, lang              string
		page                    page
		picture, sentence, alt  string
		site, kicker, publisher string
	}{
		{"the home page is its publisher's", "vi", page{Path: "/", Title: "Trí thức", Description: "Một câu."},
			"/chia-se/trang.png", "Một câu.", "Tỉnh ủy: Trí thức", "Tỉnh ủy", "", ""},
		{"a clause has a picture of its own", "en", page{Path: "/chuong-trinh/i-1/", Nav: "programme", Number: "I.1", Title: "Lời", Description: "Một câu."},
			"/en/chia-se/chuong-trinh/i-1/trang.png", "Một câu.", "Trí thức: Lời", "Trí thức", "I.1", "Tỉnh ủy"},
		{"a task has its section's, which says what is not real", "vi", page{Path: "/nhiem-vu/a/", Nav: "tasks", Number: "1", Title: "Việc", Description: "Một câu.", Illustrative: true},
			"/chia-se/nhiem-vu/minh-hoa.png", "SỐ LIỆU MINH HỌA. Một câu.", "Trí thức: Nhiệm vụ. SỐ LIỆU MINH HỌA", "Trí thức", "", "Tỉnh ủy"},
	} {
		words, err := locale.Load(themes.Gazette(), c.lang, "vi")
		if err != nil {
			t.Fatal(err)
		}
		e := &edition{Input: &Input{World: world}, Locale: words}
		if got := e.shareOf(c.page); got.Picture != c.picture || got.Sentence != c.sentence || got.Alt != c.alt {
			t.Errorf("%s: %+v", c.name, got)
		}
		if got := e.card(c.page); got.Site != c.site || got.Kicker != c.kicker || got.Publisher != c.publisher {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	e := &edition{Input: &Input{World: world}}
	if e.shareOf(page{Layout: "embed"}) != nil {
		t.Error("a page for frames is shared")
	}
}

func TestEverySectionThatSharesHasAPlaceAndAName(t *testing.T) {
	words, err := locale.Load(themes.Gazette(), "vi", "vi")
	if err != nil {
		t.Fatal(err)
	}
	for nav := range sectionPath {
		if !words.Has("section_" + nav) {
			t.Errorf("%s has no name", nav)
		}
	}
	for _, nav := range pictured {
		if sectionPath[nav] == "" {
			t.Errorf("%s is no section", nav)
		}
	}
}
