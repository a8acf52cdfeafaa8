package site

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/chart"
	"congbo/themes"
)

func readTheme(t *testing.T, name string) string {
	t.Helper()
	data, err := fs.ReadFile(themes.Gazette(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func look(t *testing.T) tokens {
	t.Helper()
	all, err := readTokens(themes.Gazette())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Black on white is 21, equal colours are 1; the grey is WebAIM's example of
// what just passes for text.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want string
	}{{"#000000", "#ffffff", "21.00"}, {"#123456", "#123456", "1.00"}, {"#767676", "#ffffff", "4.54"}} {
		if got := fmt.Sprintf("%.2f", contrast(c.a, c.b)); got != c.want {
			t.Errorf("contrast of %s and %s is %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestTokensFollowTheScheme(t *testing.T) {
	all := parseTokens(`:root { --raw: #000000; /* --not: x; */ --ink: var(--raw); }
@media (prefers-color-scheme: dark) { :root { --raw: #ffffff; } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --raw: #eeeeee; } }
@media (min-width: 60rem) { :root { --raw: #111111; } }`)
	for s, want := range map[scheme]string{{}: "#000000", {dark: true}: "#ffffff", {moreContrast: true}: "#000000", {true, true}: "#eeeeee"} {
		values := all.in(s)
		if values["ink"] != want || len(values) != 2 {
			t.Errorf("%+v: %v, want ink %s", s, values, want)
		}
	}
}

// Text has a contrast of 4.5 with what it stands on, 7 for who asks for more
// (WCAG 2.2, 1.4.3 and 1.4.6).
func TestTextIsReadableInEveryScheme(t *testing.T) {
	pairs := [][2]string{
		{"ink", "paper"}, {"ink", "paper-set-off"}, {"ink-soft", "paper"}, {"link", "paper"}, {"link", "paper-set-off"},
		{"accent", "paper"}, {"on-accent", "accent"}, {"paper", "ink"},
	}
	for _, s := range schemes {
		values := look(t).in(s)
		least := 4.5
		if s.moreContrast {
			least = 7
		}
		for _, p := range pairs {
			if c := contrast(values[p[0]], values[p[1]]); c < least {
				t.Errorf("%+v: %s on %s has contrast %.2f, want %v", s, p[0], p[1], c, least)
			}
		}
	}
}

// Drawings keep every token coloured, their marks at 3 with the paper, and the
// text that they set on a colour readable (1.4.3, 1.4.11).
func TestDrawingsStayReadableInEveryScheme(t *testing.T) {
	drawings := readTheme(t, "assets/css/chart.css")
	light := look(t).in(scheme{})
	for _, token := range chart.Palette() {
		for _, class := range []string{".fill-" + token.Name + " ", ".stroke-" + token.Name + " "} {
			if !strings.Contains(drawings, class) {
				t.Errorf("chart.css doesn't colour %s", class)
			}
		}
		if !strings.HasPrefix(token.Name, "data-") && !strings.HasPrefix(token.Name, "seq-") {
			continue
		}
		if light[token.Name] != token.Hex {
			t.Errorf("%s is %s in chart.css and %s in drawings", token.Name, light[token.Name], token.Hex)
		}
		for _, s := range schemes {
			checkDataColour(t, s, token)
		}
	}
}

func checkDataColour(t *testing.T, s scheme, token chart.Token) {
	values := look(t).in(s)
	colour, on := values[token.Name], values["ink"]
	if contrast("#ffffff", token.Hex) >= contrast("#1b1f24", token.Hex) {
		on = values["paper"] // what the drawing chose for the light scheme
	}
	if c := contrast(on, colour); c < 4.5 {
		t.Errorf("%+v: text on %s (%s) has contrast %.2f", s, token.Name, colour, c)
	}
	if c := contrast(colour, values["paper"]); strings.HasPrefix(token.Name, "data-") && c < 3 {
		t.Errorf("%+v: %s (%s) has contrast %.2f on paper", s, token.Name, colour, c)
	}
}

// Where the system forces its colours, every meaning is one of the system's.
func TestForcedColoursAreTheSystems(t *testing.T) {
	at := slices.IndexFunc(look(t), func(r tokenRule) bool { return slices.Contains(r.conditions, "forced-colors: active") })
	if at < 0 {
		t.Fatal("tokens.css says nothing of forced colours")
	}
	values := look(t)[at].values
	for _, c := range intents {
		if !slices.Contains([]string{"Canvas", "CanvasText", "LinkText"}, values[c.name]) {
			t.Errorf("%s is %q where colours are forced", c.name, values[c.name])
		}
		if values[c.name] == values[c.on] {
			t.Errorf("%s can't be told from %s where colours are forced", c.name, c.on)
		}
	}
}

// Red is for what is late and for the rule at the top, nothing else.
func TestRedIsForWhatIsLate(t *testing.T) {
	allowed := regexp.MustCompile(`^(\.masthead|\.mark-silent|\.mark-overdue|\.tile\.mark-silent|\.summary \.is-late|\.fill-accent|\.stroke-accent|\.swatch-accent|\.swatch-on-accent)`)
	for name, css := range sheets(t) {
		for _, m := range regexp.MustCompile(`([^{}]+)\{[^{}]*var\(--(?:on-)?accent\)`).FindAllStringSubmatch(css, -1) {
			if selector := strings.TrimSpace(m[1]); !allowed.MatchString(selector) {
				t.Errorf("%s: %s is red", name, selector)
			}
		}
	}
}

// The page on style names the oldest browsers; what they lack may only stand
// where a browser without it loses nothing.
func TestSheetsKeepToTheOldestBrowsers(t *testing.T) {
	tooNew := []string{"@container", "@layer", "@property", ":has(", ":is(", ":where(", "color-mix(", "oklch(", "lab(", "subgrid", "dvh", "svh", "inset:", "aspect-ratio:", "rgb(from", "\n  &"}
	for name, css := range sheets(t) {
		for _, word := range tooNew {
			if strings.Contains(css, word) {
				t.Errorf("%s uses %s", name, word)
			}
		}
	}
}

// The type has three sizes and one for numerals.
func TestSizesAreTokens(t *testing.T) {
	for name, css := range sheets(t) {
		for _, m := range regexp.MustCompile(`font-size:\s*([^;}]+)`).FindAllStringSubmatch(css, -1) {
			size := strings.TrimSpace(m[1])
			if !strings.HasPrefix(size, "var(--size-") && !strings.HasSuffix(size, "pt") && size != "100%" {
				t.Errorf("%s: a size of its own, %s", name, size)
			}
		}
	}
}

func sheets(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(themes.Gazette(), "assets/css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range names {
		all[name] = cssComment.ReplaceAllString(readTheme(t, name), "")
	}
	return all
}
