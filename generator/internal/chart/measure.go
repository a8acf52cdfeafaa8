package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// advance holds the widths of characters in thousandths of the font size,
// rounded up: of each the wider of DejaVu Sans and Liberation Sans (as wide as
// Arial), so that a text takes at most this much room with the sans-serif
// family of any common system. What else is drawn counts as defaultAdvance.
var advance = make(map[rune]int)

const defaultAdvance = 640

func init() {
	for width, characters := range map[int]string{
		280: "'ijl", 300: "I", 320: " \u00a0,.·’", 340: `/:;\|`, 360: "f", 370: "-", 390: "()[]",
		400: "t", 410: "!", 420: "r", 460: `"`, 500: "*J`", 520: "“”", 530: "sz", 550: "c",
		560: "?L_–", 580: "k", 600: "vxy", 620: "FTaeoơ", 640: "$0123456789bdghnpqu{}ưđ┊",
		670: "EKPSY", 690: "ABVXZ", 730: "CR", 740: "U", 750: "N", 760: "H", 770: "D",
		780: "&GĐ", 790: "OQ", 820: "w", 840: "#+<=>^~−≥≤≈", 860: "Ư", 870: "M", 920: "Ơ",
		950: "%", 980: "m", 990: "W", 1000: "—…", 1020: "@",
	} {
		for _, r := range characters {
			advance[r] = width
		}
	}
}

// textWidth estimates how wide a text runs, in units of the drawing.
// Vietnamese letters are as wide as what remains of them without their marks.
func textWidth(text string, size float64) float64 {
	total := 0
	for _, r := range text {
		total += runeWidth(r)
	}
	return float64(total) * size / 1000
}

func runeWidth(r rune) int {
	if w, known := advance[r]; known {
		return w
	}
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	if base := bareLetter(r); base != r {
		return runeWidth(base)
	}
	if r >= 0x1100 && !unicode.IsLetter(r) || r >= 0x2E80 {
		return 1100 // signs, ideographs
	}
	return defaultAdvance
}

// bareLetter takes the marks off a letter, but leaves the horn of ơ and ư,
// which makes them wider.
func bareLetter(r rune) rune {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	base := []rune(norm.NFD.String(string(buf[:n])))
	if len(base) > 1 && base[1] == '\u031B' {
		return []rune(norm.NFC.String(string(base[:2])))[0]
	}
	return base[0]
}

// wrap breaks a text into lines that are at most width wide, at most lines of
// them; what does not fit is cut off behind "…".
func wrap(text string, size, width float64, lines int) []string {
	var out []string
	words := words(text)
	for len(words) > 0 {
		n := 1
		for n < len(words) && textWidth(strings.Join(words[:n+1], " "), size) <= width {
			n++
		}
		if len(out) == lines-1 && n < len(words) {
			return append(out, shorten(strings.Join(words, " "), size, width))
		}
		out = append(out, shorten(strings.Join(words[:n], " "), size, width))
		words = words[n:]
	}
	return out
}

// shorten cuts a text so that it and a "…" are at most width wide.
func shorten(text string, size, width float64) string {
	if textWidth(text, size) <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 1 && textWidth(string(runes)+"…", size) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,;–-") + "…"
}

// fits tells whether wrap would keep the whole text.
func fits(text string, size, width float64, lines int) bool {
	wrapped := wrap(text, size, width, lines)
	return strings.Join(wrapped, " ") == strings.Join(words(text), " ")
}

// words parts a text where it may be broken: not at a no-break space.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' })
}

// widest returns the width of the widest text.
func widest(texts []string, size float64) float64 {
	w := 0.0
	for _, t := range texts {
		w = max(w, textWidth(t, size))
	}
	return w
}
