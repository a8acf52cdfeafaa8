package chart

import (
	"fmt"
	"strconv"
	"strings"
)

// A Caption is what a drawing says of itself once it has left its page.
type Caption struct {
	Title string
	Lines []string // source, date, whatever its reader must know
}

// Standalone makes a file of its own of a drawing: with the namespace that a
// file needs, a white background, a margin, and title and caption burned in. It
// refuses what [Drawer.Draw] did not make.
func Standalone(svg string, caption Caption) (string, error) {
	open, inner, found := strings.Cut(svg, ">")
	inner, closed := strings.CutSuffix(inner, "</svg>")
	view := between(open, `viewBox="0 0 `, `"`)
	width, height, size, err := dimensions(view, between(open, `font-size="`, `"`))
	if !found || !closed || err != nil {
		return "", fmt.Errorf("chart: not a drawing of ours: %.60s", svg)
	}
	const margin = 12.0
	page := &writer{size: size}
	y := page.paragraph(clean(caption.Title), width, size*1.25, margin, margin, true)
	page.out.WriteString(`<g transform="translate(` + number1(margin) + " " + number1(y+6) + `)">` + inner + `</g>`)
	y += 6 + height + 8
	for _, line := range caption.Lines {
		y = page.paragraph(clean(line), width, size, margin, y, false)
	}
	w, h := number1(width+2*margin), number1(y+margin)
	open = strings.Replace(open, `viewBox="0 0 `+view+`" width="`+number1(width)+`" height="`+number1(height)+`"`,
		`xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `+w+" "+h+`" width="`+w+`" height="`+h+`" font-family="sans-serif"`, 1)
	background := `<rect width="` + w + `" height="` + h + `" fill="` + paper + `"/>`
	return open + ">" + background + page.out.String() + "</svg>\n", nil
}

// paragraph writes wrapped text from y on and returns where it ends.
func (w *writer) paragraph(text string, width, size, x, y float64, bold bool) float64 {
	measured, weight, colour := size, "", inkSoft
	if bold {
		measured, weight, colour = size*boldFactor, "bold", ink
	}
	for _, line := range wrap(text, measured, width, 8) {
		w.text(map[string]string{
			"x": strconv.FormatFloat(x, 'f', -1, 64), "y": strconv.FormatFloat(y+size*0.675, 'f', -1, 64),
			"font-size": strconv.FormatFloat(size, 'f', -1, 64), "font-weight": weight, "fill": colour,
		}, line)
		y += size * 1.35
	}
	return y
}

// dimensions reads the size of a drawing and of its text.
func dimensions(view, font string) (width, height, size float64, err error) {
	w, h, _ := strings.Cut(view, " ")
	for _, part := range []struct {
		text string
		into *float64
	}{{w, &width}, {h, &height}, {font, &size}} {
		if *part.into, err = strconv.ParseFloat(part.text, 64); err != nil {
			return 0, 0, 0, err
		}
	}
	return width, height, size, nil
}

// between returns what stands in s between two marks, or "".
func between(s, before, after string) string {
	_, rest, _ := strings.Cut(s, before)
	inside, _, _ := strings.Cut(rest, after)
	return inside
}
