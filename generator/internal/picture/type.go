package picture

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// A palette of few colours makes a picture small: paper to ink in steps, which
// smooth the edges of letters, then what lies flat. Room for more than sixteen
// makes the encoder take a byte a point: a quarter larger, three times as fast.
const (
	paper = 0
	ink   = 5
	red   = ink + 1
	hatch = ink + 2
)

var colours = func() color.Palette {
	from, to := color.RGBA{0xff, 0xfe, 0xfb, 0xff}, color.RGBA{0x1b, 0x1a, 0x18, 0xff}
	var p color.Palette
	for i := range ink + 1 {
		between := func(a, b uint8) uint8 { return uint8((int(a)*(ink-i) + int(b)*i) / ink) }
		p = append(p, color.RGBA{between(from.R, to.R), between(from.G, to.G), between(from.B, to.B), 0xff})
	}
	p = append(p, color.RGBA{0xb8, 0x0d, 0x28, 0xff}, color.RGBA{0xcd, 0xc8, 0xbe, 0xff})
	for len(p) <= 16 {
		p = append(p, to)
	}
	return p
}()

// Fonts is the typefaces of a press, as TrueType or OpenType files.
type Fonts struct {
	Text  []byte
	Title []byte
}

// A Press draws cards, one after the other.
type Press struct{ text, title *typeface }

// NewPress reads the typefaces.
func NewPress(fonts Fonts) (*Press, error) {
	text, err := newTypeface(fonts.Text)
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	title, err := newTypeface(fonts.Title)
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return &Press{text, title}, nil
}

// A typeface keeps its faces by size; it is not safe for several goroutines.
type typeface struct {
	font   *opentype.Font
	buffer sfnt.Buffer
	faces  map[float64]font.Face
}

func newTypeface(data []byte) (*typeface, error) {
	parsed, err := opentype.Parse(data)
	if err != nil {
		return nil, err
	}
	return &typeface{font: parsed, faces: map[float64]font.Face{}}, nil
}

func (t *typeface) at(size float64) font.Face {
	if t.faces[size] == nil {
		face, err := opentype.NewFace(t.font, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic(err) // there is no size that it refuses
		}
		t.faces[size] = face
	}
	return t.faces[size]
}

// known is the words in composed letters, without those that the typeface lacks.
func (t *typeface) known(words string) string {
	return strings.Map(func(r rune) rune {
		if glyph, err := t.font.GlyphIndex(&t.buffer, r); err != nil || glyph == 0 {
			return -1
		}
		return r
	}, norm.NFC.String(strings.Join(strings.Fields(words), " ")))
}

func (t *typeface) width(words string, size float64) int {
	return font.MeasureString(t.at(size), t.known(words)).Ceil()
}

// wrap parts words into lines that are no wider than wide; a word that is
// wider than that alone is cut.
func (t *typeface) wrap(words string, size float64, wide int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(t.known(words)) {
		longer := strings.TrimSpace(line + " " + word)
		if t.width(longer, size) <= wide {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = word
		if t.width(word, size) > wide {
			line = t.cut(word, size, wide)
		}
	}
	return append(lines, line)
}

// even parts words into as many lines as before of about the same width, so
// that none is left with a single word.
func (t *typeface) even(words string, size float64, lines []string) []string {
	const step = 48
	for wide := measure - step; wide > measure/2; wide -= step {
		narrower := t.wrap(words, size, wide)
		if len(narrower) > len(lines) || slices.ContainsFunc(narrower, func(l string) bool { return strings.HasSuffix(l, "…") }) {
			break
		}
		lines = narrower
	}
	return lines
}

// cut ends words with a sign that there is more, within wide.
func (t *typeface) cut(words string, size float64, wide int) string {
	letters := []rune(strings.TrimSuffix(words, "…"))
	for len(letters) > 0 {
		short := strings.TrimRight(string(letters), " ,;:.") + "…"
		if t.width(short, size) <= wide {
			return short
		}
		letters = letters[:len(letters)-1]
	}
	return ""
}

// line sets words on one base line, cut where they are wider than wide.
func (p *Press) line(sheet *image.Paletted, t *typeface, size float64, words string, base, wide int) {
	if words = t.known(words); t.width(words, size) > wide {
		words = t.cut(words, size, wide)
	}
	face, dot, last := t.at(size), fixed.P(margin, base), rune(-1)
	for _, r := range words {
		if last >= 0 {
			dot.X += face.Kern(last, r)
		}
		area, mask, from, advance, ok := face.Glyph(dot, r)
		if ok {
			stamp(sheet, area, mask, from)
		}
		dot.X += advance
		last = r
	}
}

// stamp inks a letter; where two meet, the darker one holds.
func stamp(sheet *image.Paletted, area image.Rectangle, mask image.Image, from image.Point) {
	within := area.Intersect(sheet.Rect)
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			_, _, _, alpha := mask.At(from.X+x-area.Min.X, from.Y+y-area.Min.Y).RGBA()
			if step := uint8((alpha*ink + 0x7fff) / 0xffff); step > sheet.ColorIndexAt(x, y) {
				sheet.SetColorIndex(x, y, step)
			}
		}
	}
}
