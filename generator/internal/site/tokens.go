package site

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A scheme is what a reader's system asks of colours.
type scheme struct{ dark, moreContrast bool }

// schemes is every scheme, the usual first.
var schemes = []scheme{{}, {dark: true}, {moreContrast: true}, {dark: true, moreContrast: true}}

// tokens is the custom properties of the theme's style sheets, in order.
type tokens []tokenRule

// A tokenRule sets values where all its conditions hold.
type tokenRule struct {
	conditions []string // media features, such as "prefers-color-scheme: dark"; none for all readers
	names      []string // in order
	values     map[string]string
}

// tokenSheets hold every custom property with a value.
var tokenSheets = []string{"assets/css/tokens.css", "assets/css/chart.css"}

func readTokens(theme fs.FS) (tokens, error) {
	var all tokens
	for _, name := range tokenSheets {
		data, err := fs.ReadFile(theme, name)
		if err != nil {
			return nil, fmt.Errorf("tokens: %w", err)
		}
		all = append(all, parseTokens(string(data))...)
	}
	return all, nil
}

var (
	rootRule    = regexp.MustCompile(`(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}`)
	declaration = regexp.MustCompile(`--([\w-]+):\s*([^;]+);`)
	cssComment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	feature     = regexp.MustCompile(`\(([^)]+)\)`)
	reference   = regexp.MustCompile(`^var\(--([\w-]+)\)$`)
)

func parseTokens(css string) tokens {
	var all tokens
	for _, m := range rootRule.FindAllStringSubmatch(cssComment.ReplaceAllString(css, ""), -1) {
		r := tokenRule{values: map[string]string{}}
		for _, f := range feature.FindAllStringSubmatch(m[1], -1) {
			r.conditions = append(r.conditions, f[1])
		}
		for _, d := range declaration.FindAllStringSubmatch(m[2], -1) {
			r.names = append(r.names, d[1])
			r.values[d[1]] = strings.TrimSpace(d[2])
		}
		all = append(all, r)
	}
	return all
}

// in is every token's value in a scheme on a small screen, references followed.
func (t tokens) in(s scheme) map[string]string {
	held := map[string]string{}
	for _, r := range t {
		if s.meets(r.conditions) {
			for name, value := range r.values {
				held[name] = value
			}
		}
	}
	resolved := map[string]string{}
	for name, value := range held {
		for range len(held) { // no longer chain than there are tokens
			m := reference.FindStringSubmatch(value)
			if m == nil {
				break
			}
			value = held[m[1]]
		}
		resolved[name] = value
	}
	return resolved
}

func (s scheme) meets(conditions []string) bool {
	return !slices.ContainsFunc(conditions, func(c string) bool {
		switch c {
		case "prefers-color-scheme: dark":
			return !s.dark
		case "prefers-contrast: more":
			return !s.moreContrast
		}
		return true
	})
}

// luminance is the relative luminance of a colour written #rrggbb (WCAG 2.2).
func luminance(hex string) float64 {
	rgb, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	linear := func(shift uint) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}

// contrast is the contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}
