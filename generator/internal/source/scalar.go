package source

import (
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/model"
)

var (
	integer = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})$`)
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})(\.([0-9]{1,17}))?$`)
)

// Int reads a whole number; false where there is none.
func (v Value) Int() (int, bool) {
	s := v.Plain()
	if s == "" {
		return 0, false
	}
	if !integer.MatchString(s) {
		v.Report(badInteger, v.key, s)
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// Number reads a number and how many decimals it is written with; false where
// there is none. Neither exponents nor thousands separators are numbers here.
func (v Value) Number() (number float64, digits int, ok bool) {
	s := v.Plain()
	if s == "" {
		return 0, 0, false
	}
	parts := decimal.FindStringSubmatch(s)
	if parts == nil {
		v.Report(badNumber, v.key, s)
		return 0, 0, false
	}
	number, err := strconv.ParseFloat(s, 64)
	return number, len(parts[3]), err == nil
}

// Year reads a year of four digits; 0 where there is none.
func (v Value) Year() int {
	s := v.Plain()
	if s == "" {
		return 0
	}
	year, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || year < 1800 || year > 2200 {
		v.Report(badYear, v.key, s)
		return 0
	}
	return year
}

// Bool reads true or false, in the spellings of YAML 1.2 (10.3.2); the second
// result tells whether there is one.
func (v Value) Bool() (value, ok bool) {
	s := v.Plain()
	switch s {
	case "":
		return false, false
	case "true", "True", "TRUE":
		return true, true
	case "false", "False", "FALSE":
		return false, true
	}
	v.Report(badBoolean, v.key, s)
	return false, false
}

// Date reads YYYY-MM-DD; zero where there is none.
func (v Value) Date() model.Date {
	s := v.Plain()
	if s == "" {
		return model.Date{}
	}
	date, err := model.ParseDate(s)
	if err != nil {
		v.Report(badDate, v.key, s)
	}
	return date
}

// Period reads YYYY, YYYY-MM or YYYY-MM-DD; zero where there is none.
func (v Value) Period() model.Period {
	s := v.Plain()
	if s == "" {
		return model.Period{}
	}
	period, err := model.ParsePeriod(s)
	if err != nil {
		v.Report(badPeriod, v.key, s)
	}
	return period
}

// Enum reads one of the values allowed; empty where there is none.
func (v Value) Enum(allowed ...string) string {
	s := v.Plain()
	if s == "" || slices.Contains(allowed, s) {
		return s
	}
	v.Report(unknownValue, v.key, s, strings.Join(allowed, ", ")).DidYouMean(s, allowed)
	return ""
}

var id = regexp.MustCompile(`^[a-z0-9-]+$`)

// ID reads an id of our own: [a-z0-9-]+.
func (v Value) ID() string {
	s := v.Plain()
	if s != "" && !id.MatchString(s) {
		v.Report(badID, v.key, s)
		return ""
	}
	return s
}

// URL reads an address that a page may link to: http, https, mailto, tel or
// one inside the site. Character references are decoded before the scheme is
// looked at.
func (v Value) URL() string {
	s := v.Plain()
	if s != "" && !linkable(html.UnescapeString(s)) {
		v.Report(badURL, v.key, s)
		return ""
	}
	return s
}

func linkable(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil || strings.ContainsAny(address, " \t\n\\") {
		return false
	}
	switch parsed.Scheme {
	case "http", "https":
		return parsed.Host != ""
	case "mailto", "tel":
		return parsed.Opaque != ""
	case "":
		return parsed.Host == "" && strings.HasPrefix(address, "/")
	}
	return false
}
