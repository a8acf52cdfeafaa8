package locale

import (
	"slices"
	"testing"
	"testing/fstest"

	"congbo/generator/internal/model"
	"congbo/themes"
)

func speak(t *testing.T, lang, first string) *Locale {
	t.Helper()
	l, err := Load(themes.Gazette(), lang, first)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestNumbersAndDatesFollowTheLanguage(t *testing.T) {
	day := model.Date{Year: 2024, Month: 3, Day: 5}
	for _, c := range []struct{ lang, count, number, percent, date, period, short string }{
		{"vi", "1.234.567", "1.234,50", "65,0\u00a0%", "05/03/2024", "tháng 03/2024", "03/2024"},
		{"en", "1,234,567", "1,234.50", "65.0%", "5 March 2024", "March 2024", "Mar 2024"},
	} {
		l := speak(t, c.lang, "vi")
		got := []string{l.Int(1234567), l.Number(1234.5, 2), l.Percent(0.65), l.Date(day), l.Period(model.Period{Year: 2024, Month: 3}), l.ShortMonth(2024, 3)}
		if want := []string{c.count, c.number, c.percent, c.date, c.period, c.short}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.lang, got, want)
		}
	}
}

// In Vietnamese ă â đ ê ô ơ ư are letters of their own, and tones only break
// ties; in English marks over vowels do that, too.
func TestOrderFollowsTheLanguage(t *testing.T) {
	for lang, want := range map[string][]string{
		"vi": {"an", "án", "ăn", "âm", "da", "đa", "đã", "em", "êm", "on", "ôn", "ơn", "un", "ưng", "xa", "xã 9", "xã 10"},
		"en": {"âm", "an", "án", "ăn", "em", "êm", "on", "ôn", "un", "ưng", "xa", "xã 9", "xã 10"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, speak(t, lang, "vi").Compare())
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", lang, got, want)
		}
	}
}

func TestStringsQuoteOtherLanguages(t *testing.T) {
	l, err := Load(fstest.MapFS{"i18n/vi.yaml": {Data: []byte(`a: 'theo {{ foreign "en" "Trade" }}'`)}}, "vi", "vi")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := l.T("a"), "theo "+Tag("Trade", "en"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestMissingStringsComeFromTheFirstLanguageThenVietnamese(t *testing.T) {
	theme := fstest.MapFS{
		"i18n/vi.yaml": {Data: []byte("a: A\nb: B\nc: C\n")},
		"i18n/en.yaml": {Data: []byte("a: a\nb: b\n")},
		"i18n/lo.yaml": {Data: []byte("a: ກ\n")},
	}
	for _, c := range []struct {
		lang, first string
		want        [3]string
	}{
		{"lo", "en", [3]string{"ກ", Tag("b", "en"), Tag("C", "vi")}},
		{"lo", "vi", [3]string{"ກ", Tag("B", "vi"), Tag("C", "vi")}},
		{"fr", "fr", [3]string{Tag("A", "vi"), Tag("B", "vi"), Tag("C", "vi")}},
	} {
		l, err := Load(theme, c.lang, c.first)
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]string{l.T("a"), l.T("b"), l.T("c")}; got != c.want {
			t.Errorf("%s after %s: %v, want %v", c.lang, c.first, got, c.want)
		}
	}
	if got, want := Languages(theme), []string{"en", "lo", "vi"}; !slices.Equal(got, want) {
		t.Errorf("speaks %v, want %v", got, want)
	}
	if _, err := Load(fstest.MapFS{"i18n/vi.yaml": {Data: []byte("a: '{{ .X'")}}, "vi", "vi"); err == nil {
		t.Error("a string that is no template is taken")
	}
}

func TestTextsThatALanguageLacksAreMarked(t *testing.T) {
	l := speak(t, "en", "vi")
	for _, c := range []struct {
		text          model.Text
		said, foreign string
	}{
		{model.Text{"vi": "sổ", "en": "register"}, "register", ""},
		{model.Text{"vi": "sổ"}, "sổ", "vi"},
	} {
		said := l.Text(c.text)
		if said, foreign := Plain(said), Language(said); said != c.said || foreign != c.foreign {
			t.Errorf("%v: %q in %q, want %q in %q", c.text, said, foreign, c.said, c.foreign)
		}
	}
}
