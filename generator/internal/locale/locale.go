// Package locale says things in a reader's language: words from the theme's
// string files, numbers, dates and order as the language writes them (CLDR, by
// way of golang.org/x/text). String files go in; a Locale per language comes
// out. A file that is no flat map of strings, or a string that is no template,
// is refused: both are faults of the theme, so Go errors.
package locale

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"text/template"
	"time"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
	"gopkg.in/yaml.v3"

	"congbo/generator/internal/model"
)

// A Locale speaks one language. It is safe for use by several goroutines.
type Locale struct {
	Lang    string
	Words   map[string]string // every string by its key, places unfilled
	strings map[string]*template.Template
	printer *message.Printer
	tag     language.Tag
	first   string // the site's first language, for texts not translated
}

// base is the language that every string of the theme exists in.
const base = "vi"

// folder is where a theme keeps its strings, a file a language.
const folder = "i18n"

// Languages lists the languages that a theme has strings in, sorted.
func Languages(theme fs.FS) []string {
	names, _ := fs.Glob(theme, folder+"/*.yaml") // the pattern is right
	for i, name := range names {
		names[i] = strings.TrimSuffix(path.Base(name), ".yaml")
	}
	return names
}

// Load reads the strings of lang from theme. Those that the language lacks are
// taken from first, the site's first language, or from Vietnamese, tagged as such.
func Load(theme fs.FS, lang, first string) (*Locale, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	l := &Locale{
		Lang: lang, first: first, tag: tag, printer: message.NewPrinter(tag),
		Words: map[string]string{}, strings: map[string]*template.Template{},
	}
	for _, source := range []string{base, first, lang} {
		if err := l.read(theme, source); err != nil && (source == base || !errors.Is(err, fs.ErrNotExist)) {
			return nil, err
		}
	}
	return l, nil
}

// read takes the strings of source, tagged if that is another language.
func (l *Locale) read(theme fs.FS, source string) error {
	name := path.Join(folder, source+".yaml")
	data, err := fs.ReadFile(theme, name)
	if err != nil {
		return err
	}
	var words map[string]string
	if err := yaml.Unmarshal(data, &words); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for key, text := range words {
		if source != l.Lang && strings.ContainsFunc(actions.ReplaceAllString(text, ""), unicode.IsLetter) {
			text = Tag(text, source)
		}
		l.Words[key] = text
		t, err := template.New(key).Option("missingkey=error").Funcs(marks).Parse(text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		l.strings[key] = t
	}
	return nil
}

// marks let a string quote another language: {{ foreign "en" "National Power" }}.
var marks = template.FuncMap{"foreign": func(lang, words string) string { return Tag(words, lang) }}

// actions are the places of a string and what chooses between its parts.
var actions = regexp.MustCompile(`{{.*?}}`)

// Args fill the places of a string, as in {{ .Months }}.
type Args map[string]any

// T says the string key. A key that the theme doesn't have, or a place that
// args doesn't fill, is a fault of the program: it panics.
func (l *Locale) T(key string, args ...Args) string {
	t, ok := l.strings[key]
	if !ok {
		panic(fmt.Sprintf("locale: no string %q", key))
	}
	var filling Args
	if len(args) > 0 {
		filling = args[0]
	}
	var out strings.Builder
	if err := t.Execute(&out, filling); err != nil {
		panic(fmt.Sprintf("locale: string %q: %v", key, err))
	}
	return out.String()
}

// Has reports whether the theme has the string key.
func (l *Locale) Has(key string) bool { return l.strings[key] != nil }

// Text is t in this language, or in the site's first where it has none, tagged
// as such.
func (l *Locale) Text(t model.Text) string {
	s, lang := t.In(l.Lang, l.first)
	if lang == l.Lang {
		return s
	}
	return Tag(s, lang)
}

// Int writes a whole number with the language's grouping.
func (l *Locale) Int(n int) string { return l.printer.Sprint(number.Decimal(n)) }

// Number writes x with exactly so many decimals.
func (l *Locale) Number(x float64, decimals int) string {
	return l.printer.Sprint(number.Decimal(x, number.Scale(decimals)))
}

// Percent writes a share (0.65) as a percentage with one decimal.
func (l *Locale) Percent(share float64) string {
	return l.T("percent", Args{"Number": l.Number(100*share, 1)})
}

// DecimalSign and GroupSign are how the language writes 1.234,5.
func (l *Locale) DecimalSign() string { return strings.Trim(l.Number(1.5, 1), "15") }

// GroupSign separates thousands.
func (l *Locale) GroupSign() string { return strings.Trim(l.Int(1000), "01") }

// Date writes a day in figures, or nothing for no date.
func (l *Locale) Date(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	return l.T("date", Args{"Year": d.Year, "Month": fmt.Sprintf("%02d", d.Month), "Day": fmt.Sprintf("%02d", d.Day)})
}

// Period writes a year, a month or a day.
func (l *Locale) Period(p model.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.Month == 0:
		return fmt.Sprint(p.Year)
	case p.Day == 0:
		return l.T("month", Args{"Year": p.Year, "Month": fmt.Sprintf("%02d", p.Month)})
	}
	return l.Date(model.Date(p))
}

// ShortMonth writes a month as short as it is understood.
func (l *Locale) ShortMonth(year int, month time.Month) string {
	return l.T("month_short", Args{"Year": year, "Month": fmt.Sprintf("%02d", month)})
}

// Point writes a published value with its bound: trên 9.800.
func (l *Locale) Point(p model.Point) string {
	value := l.Number(p.Value, p.Digits)
	if p.Bound == "" {
		return value
	}
	return l.T("bound_"+strings.ReplaceAll(string(p.Bound), "-", "_"), Args{"Value": value})
}

// Join lists words: a, b và c.
func (l *Locale) Join(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	last := len(words) - 1
	return l.T("list_last", Args{"Before": strings.Join(words[:last], ", "), "Last": words[last]})
}

// Territory is the language together with where it is most at home, as the
// Open Graph protocol writes it: vi_VN.
func (l *Locale) Territory() string {
	language, _ := l.tag.Base()
	region, _ := l.tag.Region()
	return language.String() + "_" + region.String()
}

// Compare returns a comparison of words in the language's alphabetical order,
// numbers within them by size.
// The function returned is for one goroutine.
func (l *Locale) Compare() func(a, b string) int {
	collator := collate.New(l.tag, collate.Numeric)
	return func(a, b string) int { return collator.CompareString(Plain(a), Plain(b)) }
}
