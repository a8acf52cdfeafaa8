package locale

import (
	"cmp"
	"io/fs"

	"congbo/generator/internal/model"
)

// Locales speak the languages of a site, its first before the others.
type Locales []*Locale

// LoadAll reads the strings of a site's languages.
func LoadAll(theme fs.FS, languages []string) (Locales, error) {
	var all Locales
	for _, lang := range languages {
		l, err := Load(theme, lang, languages[0])
		if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
	return all, nil
}

// In is the one that speaks lang; nil if none does.
func (all Locales) In(lang string) *Locale {
	for _, l := range all {
		if l.Lang == lang {
			return l
		}
	}
	return nil
}

// Say says the string key in every language that has it.
func (all Locales) Say(key string, args ...Args) model.Text {
	return all.Each(func(l *Locale) string { return l.T(key, args...) })
}

// Each gathers what say makes in every language. What a language had to borrow
// stands under the one that it is from.
func (all Locales) Each(say func(*Locale) string) model.Text {
	text := model.Text{}
	for _, l := range all {
		said := say(l)
		lang := cmp.Or(Language(said), l.Lang)
		if text[lang] == "" && said != "" {
			text[lang] = Plain(said)
		}
	}
	return text
}
