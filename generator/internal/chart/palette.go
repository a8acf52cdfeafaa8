package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// A Token is a colour by what it is for. In a drawing it is both an attribute
// (fill="#234e82") and a class (fill-data-1, stroke-data-1).
type Token struct{ Name, Hex string }

// palette is ordered so that neighbours differ in lightness as well as in hue:
// grey print and colour-blind readers tell them apart. No data or sequential
// colour lies between 3.7 and 4.5 to 1 against paper, since on those neither
// ink nor paper would be readable.
var palette = []Token{
	{"ink", "#1b1f24"},
	{"ink-soft", "#565d66"},
	{"rule", "#c9ced4"},
	{"paper", "#ffffff"},
	{"accent", "#c8102e"},
	{"data-1", "#234e82"},
	{"data-2", "#c1873d"},
	{"data-3", "#11746b"},
	{"data-4", "#482446"},
	{"data-5", "#448fb1"},
	{"data-6", "#8a4829"},
	{"data-7", "#284629"},
	{"data-8", "#9e6380"},
	{"seq-1", "#e1eef8"},
	{"seq-2", "#bcd7eb"},
	{"seq-3", "#90b8d5"},
	{"seq-4", "#6298be"},
	{"seq-5", "#3c79a2"},
	{"seq-6", "#1b5c83"},
	{"seq-7", "#024061"},
	{"hatch", "#8a9098"},
}

// Palette returns all tokens. The theme's CSS names each of them.
func Palette() []Token { return slices.Clone(palette) }

// The tokens that builders name; an option holds the hex.
var (
	ink      = hex("ink")
	inkSoft  = hex("ink-soft")
	rule     = hex("rule")
	paper    = hex("paper")
	accent   = hex("accent")
	hatch    = hex("hatch") // as a fill it stands for the hatched pattern
	noColour = "none"
)

// hex returns a token's colour. An unknown name is a fault in this package.
func hex(name string) string {
	for _, t := range palette {
		if t.Name == name {
			return t.Hex
		}
	}
	panic(fmt.Sprintf("chart: no token %q", name))
}

// dataColour returns the colour of a series, from 0. After eight they repeat.
func dataColour(i int) string { return hex("data-" + strconv.Itoa(i%8+1)) }

// seqColour returns a step of the sequential colours, from 1 to 7.
func seqColour(step int) string { return hex("seq-" + strconv.Itoa(step)) }

// textOn returns the colour of text that is readable on a fill.
func textOn(fill string) string {
	if contrast(paper, fill) >= contrast(ink, fill) {
		return paper
	}
	return ink
}

// contrast is the ratio of WCAG 2.2 between two colours, from 1 to 21.
func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// luminance is the relative luminance of WCAG 2.2, from 0 to 1.
func luminance(colour string) float64 {
	rgb, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		panic(fmt.Sprintf("chart: no colour %q", colour))
	}
	linear := func(shift uint) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}
