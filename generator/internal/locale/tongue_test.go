package locale

import (
	"slices"
	"testing"
)

func TestTagsSayTheLanguageOfWords(t *testing.T) {
	tower := Tag("sổ "+Tag("Tower", "en-GB")+" đây", "vi")
	for _, c := range []struct {
		text, plain, lang string
		pieces            []Piece
	}{
		{"in 2024", "in 2024", "", []Piece{{"in 2024", ""}}},
		{Tag("sổ", "vi"), "sổ", "vi", []Piece{{"sổ", "vi"}}},
		{Tag("sổ", ""), "sổ", "", []Piece{{"sổ", ""}}},
		{Tag("12,5 %", "vi"), "12,5 %", "", []Piece{{"12,5 %", ""}}},
		{Tag("sổ", "vi") + " – " + Tag("trang", "vi"), "sổ – trang", "vi", []Piece{{"sổ", "vi"}, {" – ", ""}, {"trang", "vi"}}},
		{"Of " + Tag("sổ", "vi"), "Of sổ", "", []Piece{{"Of ", ""}, {"sổ", "vi"}}},
		{tower, "sổ Tower đây", "", []Piece{{"sổ ", "vi"}, {"Tower", "en-GB"}, {" đây", "vi"}}},
		{string([]rune(Tag("cắt ngang", "vi"))[:6]), "cắt", "vi", []Piece{{"cắt", "vi"}}},
		{"🏴\U000E0067\U000E0062\U000E007F cờ", "🏴\U000E0067\U000E0062\U000E007F cờ", "", []Piece{{"🏴\U000E0067\U000E0062\U000E007F cờ", ""}}},
	} {
		if got := Plain(c.text); got != c.plain {
			t.Errorf("plain %q, want %q", got, c.plain)
		}
		if got := Language(c.text); got != c.lang {
			t.Errorf("%q is in %q, want %q", c.plain, got, c.lang)
		}
		if got := Pieces(c.text); !slices.Equal(got, c.pieces) {
			t.Errorf("%q: %q, want %q", c.plain, got, c.pieces)
		}
	}
}
