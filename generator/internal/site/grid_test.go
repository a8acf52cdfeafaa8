package site

import (
	"testing"

	"congbo/generator/internal/locale"
	"congbo/themes"
)

// What stands behind a number of per cent is the language's sign alone.
func TestPercentSign(t *testing.T) {
	for lang, want := range map[string]string{"vi": "\u00a0%", "en": "%"} {
		l, err := locale.Load(themes.Gazette(), lang, lang)
		if err != nil {
			t.Fatal(err)
		}
		e := &edition{Locale: l}
		if got := e.percentSign(); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		if got := e.signed(-0.04, 1); got != e.Number(0, 1) {
			t.Errorf("%s: next to nothing is written %q", lang, got)
		}
		if got := e.signed(-2.5, 1); got != "−"+e.Number(2.5, 1) {
			t.Errorf("%s: a loss is written %q", lang, got)
		}
	}
}
