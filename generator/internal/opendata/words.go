package opendata

import (
	"strings"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

// A Describer describes what is published about a world, in every language of
// its site.
type Describer struct {
	World *model.World
	Words locale.Locales
}

// key is a word of the contract as a part of a string's key.
func key(code string) string { return strings.ReplaceAll(code, "-", "_") }

// dimensionTitle names what tables are broken down by.
func dimensionTitle(words locale.Locales, dimension model.Dimension) model.Text {
	return words.Say("dimension_" + key(string(dimension)))
}

// named is values of a field with what they mean: the strings whose keys are
// the values behind a beginning.
func named[V ~string](words locale.Locales, beginning string, values ...V) []Category {
	var categories []Category
	for _, value := range values {
		categories = append(categories, Category{string(value), words.Say(beginning + key(string(value)))})
	}
	return categories
}

// statuses says what a value is that isn't simply known.
func statuses(words locale.Locales) []Category {
	return []Category{
		{"c", words.Say("withheld")},
		{"p", words.Say("preliminary")},
		{"f", words.Say("drawing_forecast")},
	}
}

func sexes(words locale.Locales) []Category { return named(words, "sex_", "female", "male") }

func leftReasons(words locale.Locales) []Category {
	return named(words, "left_reason_", "retired", "moved", "died", "other")
}

func ageGroups(words locale.Locales) []Category {
	groups := []Category{{"<30", words.Say("age_under_30")}}
	for _, ages := range [][2]string{{"30", "39"}, {"40", "49"}, {"50", "59"}} {
		groups = append(groups, Category{ages[0] + "-" + ages[1], words.Say("age_range", locale.Args{"From": ages[0], "To": ages[1]})})
	}
	return append(groups, Category{"60+", words.Say("age_60_and_over")})
}

// tableCodes are the codes that only tables use.
func tableCodes(words locale.Locales) []codeEntry {
	return []codeEntry{
		{code: "_T", name: words.Say("total")},
		{code: "_Z", name: words.Say("data_none")},
	}
}

// countNote is what a register says of the counts of people in it, and a table
// of its cells.
func countNote(words locale.Locales, said string, threshold int) model.Text {
	return words.Each(func(l *locale.Locale) string { return l.T(said, locale.Args{"Most": l.Int(threshold - 1)}) })
}
