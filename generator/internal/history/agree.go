package history

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"congbo/generator/internal/model"
)

// states reports whether what a correction says gives a single value: a date
// or the numbers of value stand in it, or it is the same word. For no value it
// says nothing, or something without a number.
func states(said model.Text, value string) bool {
	if value == "" {
		return !slices.ContainsFunc(languagesOf(said), func(text string) bool { return digit.MatchString(text) })
	}
	return slices.ContainsFunc(languagesOf(said), func(text string) bool {
		text = folded(text)
		return text == folded(value) || givesDate(text, value) || givesNumbers(text, value)
	})
}

// mentions reports whether what a correction says is recognisably about value,
// a whole entry, row or quote: one of them contains the other. For no value it
// says nothing.
func mentions(said model.Text, value string) bool {
	texts := languagesOf(said)
	if value == "" || len(texts) == 0 {
		return value == "" && len(texts) == 0
	}
	return slices.ContainsFunc(texts, func(text string) bool {
		text, value := folded(text), folded(value)
		return strings.Contains(value, text) || strings.Contains(text, value)
	})
}

func languagesOf(t model.Text) []string {
	var texts []string
	for _, text := range t {
		if text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// folded ignores case and how words are spaced.
func folded(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

var (
	digit       = regexp.MustCompile(`[0-9]`)
	decimals    = regexp.MustCompile(`-?[0-9](?:[0-9.,]*[0-9])?`)
	dateLayouts = []string{"2006-01-02", "02-01-2006", "2-1-2006", "02/01/2006", "2/1/2006"}
)

// givesDate reports whether text has the date value in one of the ways that
// it is written in Vietnamese.
func givesDate(text, value string) bool {
	d, err := model.ParseDate(value)
	if err != nil {
		return false
	}
	day := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	return slices.ContainsFunc(dateLayouts, func(layout string) bool { return strings.Contains(text, day.Format(layout)) })
}

// givesNumbers reports whether text has all numbers of value, however it
// groups them: 9800, 9.800 and 9,800 are the same.
func givesNumbers(text, value string) bool {
	if _, err := model.ParseDate(value); err == nil {
		return false
	}
	wanted := decimals.FindAllString(value, -1)
	given := decimals.FindAllString(text, -1)
	for _, w := range wanted {
		number, err := strconv.ParseFloat(w, 64)
		if err != nil || !slices.ContainsFunc(given, func(g string) bool { return slices.Contains(readings(g), number) }) {
			return false
		}
	}
	return len(wanted) > 0
}

var (
	dotsGroup   = strings.NewReplacer(".", "", ",", ".")
	commasGroup = strings.NewReplacer(",", "")
)

// readings is what a written number can mean in Vietnamese and in English.
func readings(written string) []float64 {
	var numbers []float64
	for _, plain := range []string{written, dotsGroup.Replace(written), commasGroup.Replace(written)} {
		if number, err := strconv.ParseFloat(plain, 64); err == nil {
			numbers = append(numbers, number)
		}
	}
	return numbers
}
