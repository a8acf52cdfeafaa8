// Package picture draws what a page is shown by where it is shared: a card of
// 1200 × 630 points with the site's name, the page's title and, where figures
// are not real, a band that says so. Words and two typefaces go in, the bytes
// of a PNG come out, the same for the same card. It refuses a typeface that it
// can't read; a letter that the typeface lacks is left out.
package picture

import (
	"bytes"
	"image"
	"image/png"
)

// The size that readers of such cards agree on.
const (
	Width  = 1200
	Height = 630
)

// A Card is the words of a picture, NFC or not.
type Card struct {
	Site      string // whose page it is
	Kicker    string // what stands over the title: a number, a section; may be empty
	Title     string
	Publisher string
	Mark      string // that figures are not real; empty where they are
}

const (
	margin    = 72
	ruleTop   = 48
	ruleHigh  = 12
	measure   = Width - 2*margin
	siteLine  = 118 // base line of the site's name
	top       = 160 // of the space for kicker and title
	kickerGap = 24
	footLine  = 576
	bandHigh  = 92
	mostLines = 4
)

// titleSizes are tried from the largest; the last one cuts what is too long.
var titleSizes = []float64{76, 64, 54, 46}

const (
	nameSize   = 30
	kickerSize = 32
	footSize   = 26
	markSize   = 40
	leading    = 1.32 // of the size: stacked accents don't touch the line above
)

// Draw returns the card as a PNG.
func (p *Press) Draw(c Card) ([]byte, error) {
	sheet := image.NewPaletted(image.Rect(0, 0, Width, Height), colours)
	fill(sheet, image.Rect(margin, ruleTop, Width-margin, ruleTop+ruleHigh), red)
	p.line(sheet, p.text, nameSize, c.Site, siteLine, measure)
	p.heading(sheet, c)
	if c.Mark == "" {
		p.line(sheet, p.text, footSize, c.Publisher, footLine, measure)
	} else {
		p.band(sheet, c.Mark)
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	err := encoder.Encode(&out, sheet)
	return out.Bytes(), err
}

// heading sets the kicker and the title below it, from the top of their space.
func (p *Press) heading(sheet *image.Paletted, c Card) {
	y := top
	if c.Kicker != "" {
		p.line(sheet, p.title, kickerSize, c.Kicker, y+kickerSize, measure)
		y += kickerSize + kickerGap
	}
	bottom := footLine - footSize - kickerGap
	if c.Mark != "" {
		bottom = Height - bandHigh - kickerGap
	}
	size, lines := p.fit(c.Title, bottom-y)
	for i, words := range lines {
		p.line(sheet, p.title, size, words, y+int(size*(1+leading*float64(i))), measure)
	}
}

// fit finds the largest size at which a title fills no more lines than there
// are, and no more height; the smallest cuts it.
func (p *Press) fit(title string, high int) (float64, []string) {
	for _, size := range titleSizes {
		lines := p.title.wrap(title, size, measure)
		if len(lines) <= mostLines && int(size*leading*float64(len(lines))) <= high {
			return size, p.title.even(title, size, lines)
		}
	}
	size := titleSizes[len(titleSizes)-1]
	lines := p.title.wrap(title, size, measure)
	if len(lines) > mostLines {
		lines = lines[:mostLines]
		lines[mostLines-1] = p.title.cut(lines[mostLines-1], size, measure)
	}
	return size, lines
}

// band is the hatched strip at the foot, its words on plain ground.
func (p *Press) band(sheet *image.Paletted, mark string) {
	const pitch, thick = 24, 8
	for y := Height - bandHigh; y < Height; y++ {
		for x := range Width {
			if (x+y)%pitch < thick {
				sheet.SetColorIndex(x, y, hatch)
			}
		}
	}
	wide := p.title.width(mark, markSize)
	plate := image.Rect(margin-pitch, Height-bandHigh+12, margin+wide+pitch, Height-12)
	fill(sheet, plate, paper)
	p.line(sheet, p.title, markSize, mark, Height-bandHigh/2+14, measure)
}

func fill(sheet *image.Paletted, area image.Rectangle, colour uint8) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			sheet.SetColorIndex(x, y, colour)
		}
	}
}
