package chart

import (
	"math"
	"strings"
	"testing"
)

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#777777", "#ffffff", 4.48},
		{"#c8102e", "#ffffff", 5.88},
	} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("contrast(%s, %s) = %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestPaletteCanBeRead(t *testing.T) {
	for _, token := range Palette() {
		c := contrast(token.Hex, paper)
		switch {
		case token.Name == "ink" || token.Name == "ink-soft" || token.Name == "accent":
			if c < 4.5 {
				t.Errorf("text in %s has only %.2f to 1 on paper", token.Name, c)
			}
		case strings.HasPrefix(token.Name, "data-") || token.Name == "hatch":
			if c < 3 {
				t.Errorf("marks in %s have only %.2f to 1 on paper", token.Name, c)
			}
		}
		if strings.HasPrefix(token.Name, "data-") || strings.HasPrefix(token.Name, "seq-") {
			if on := contrast(textOn(token.Hex), token.Hex); on < 4.5 {
				t.Errorf("text on %s has only %.2f to 1", token.Name, on)
			}
		}
	}
}

// Grey print and colour-blind readers have lightness alone.
func TestDataColoursDifferInLightness(t *testing.T) {
	for i := range 8 {
		for j := range i {
			if c := contrast(dataColour(i), dataColour(j)); c < 1.15 {
				t.Errorf("data-%d and data-%d are as light as each other: %.2f to 1", j+1, i+1, c)
			}
		}
	}
	for i := range 3 { // the first few stand beside each other most
		if c := contrast(dataColour(i), dataColour(i+1)); c < 1.5 {
			t.Errorf("data-%d and data-%d: %.2f to 1", i+1, i+2, c)
		}
	}
}

func TestSequentialColoursDarken(t *testing.T) {
	for step := 2; step <= 7; step++ {
		if c := contrast(seqColour(step-1), seqColour(step)); c < 1.2 || luminance(seqColour(step)) > luminance(seqColour(step-1)) {
			t.Errorf("seq-%d after seq-%d: %.2f to 1", step, step-1, c)
		}
	}
}

func TestTokensAreDistinct(t *testing.T) {
	seen := make(map[string]string)
	for _, token := range Palette() {
		if other, taken := seen[token.Hex]; taken {
			t.Errorf("%s and %s are both %s", other, token.Name, token.Hex)
		}
		seen[token.Hex] = token.Name
	}
}
