package site

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"congbo/generator/internal/chart"
	"congbo/themes"
)

// scheme reads the values of custom properties from a style sheet's rules for
// the light scheme or the dark one.
func scheme(css string, dark bool) map[string]string {
	light, rest, _ := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	if dark {
		light, _, _ = strings.Cut(rest, "\n}\n")
	}
	values := map[string]string{}
	for _, m := range regexp.MustCompile(`--([\w-]+):\s*(#[0-9a-f]{6})`).FindAllStringSubmatch(light, -1) {
		values[m[1]] = m[2]
	}
	return values
}

func luminance(hex string) float64 {
	rgb, _ := strconv.ParseUint(hex[1:], 16, 32)
	linear := func(shift uint) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}

func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// The style sheets colour every token of the drawings in both schemes, and
// text that drawings set on a colour stays readable (WCAG 2.2, 1.4.3, 1.4.11).
func TestDrawingsStayReadableInBothSchemes(t *testing.T) {
	read := func(name string) string {
		data, err := fs.ReadFile(themes.Gazette(), name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	drawings, tokens := read("assets/css/chart.css"), read("assets/css/tokens.css")
	for _, dark := range []bool{false, true} {
		data, base := scheme(drawings, dark), scheme(tokens, dark)
		paper, ink := base["white"], base["black"]
		for text, least := range map[string]float64{base["black"]: 7, base["grey-700"]: 4.5, base["red"]: 4.5, base["blue"]: 4.5} {
			if c := contrast(text, paper); c < least {
				t.Errorf("dark %v: %s on paper has contrast %.2f, want %v", dark, text, c, least)
			}
		}
		for _, token := range chart.Palette() {
			for _, class := range []string{".fill-" + token.Name + " ", ".stroke-" + token.Name + " "} {
				if !strings.Contains(drawings, class) {
					t.Errorf("chart.css doesn't colour %s", class)
				}
			}
			if !strings.HasPrefix(token.Name, "data-") && !strings.HasPrefix(token.Name, "seq-") {
				continue
			}
			colour := data[token.Name]
			if colour == "" {
				t.Errorf("dark %v: chart.css gives no value for %s", dark, token.Name)
				continue
			}
			if !dark && colour != token.Hex {
				t.Errorf("%s is %s in chart.css and %s in drawings", token.Name, colour, token.Hex)
			}
			on := ink
			if contrast("#ffffff", token.Hex) >= contrast("#1b1f24", token.Hex) {
				on = paper // what the drawing chose for the light scheme
			}
			if c := contrast(on, colour); c < 4.5 {
				t.Errorf("dark %v: text on %s (%s) has contrast %.2f", dark, token.Name, colour, c)
			}
			if c := contrast(colour, paper); strings.HasPrefix(token.Name, "data-") && c < 3 {
				t.Errorf("dark %v: %s (%s) has contrast %.2f on paper", dark, token.Name, colour, c)
			}
		}
	}
}
