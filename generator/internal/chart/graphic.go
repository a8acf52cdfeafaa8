package chart

import "math"

// An element is one of ECharts' "graphic" elements, which go-echarts has no
// type for: text, rules and signs at exact places.
type element struct {
	Type     string         `json:"type"`
	X        float64        `json:"x,omitempty"`
	Y        float64        `json:"y,omitempty"`
	Rotation float64        `json:"rotation,omitempty"` // radians, anticlockwise
	Shape    map[string]any `json:"shape,omitempty"`
	Style    map[string]any `json:"style"`
	Z        int            `json:"z"`
	Silent   bool           `json:"silent"` // no value's: a sign that tells nothing
	Info     *about         `json:"info,omitempty"`
}

// about is whose a sign is and what it tells a reader who asks.
type about struct {
	Of   string `json:"of"` // name of a series
	Told string `json:"told,omitempty"`
}

// The layers of a drawing. ECharts puts the marks of series on layer 2.
const (
	below = 0
	above = 10
)

// An anchor says which end of a text its place is.
type anchor string

const (
	start  anchor = "left"
	middle anchor = "center"
	end    anchor = "right"
)

// A pen writes and draws onto a sheet; its zero value is not usable, see
// [sheet.pen].
type pen struct {
	sheet  *sheet
	colour string
	bold   bool
	halo   bool // of paper, where the text may cross a rule or a line
	size   float64
}

// text writes one line, centred on y.
func (p pen) text(x, y float64, a anchor, line string) {
	if line == "" {
		return
	}
	style := map[string]any{
		"text": line, "fill": p.colour, "fontSize": p.size,
		"align": string(a), "verticalAlign": "middle",
	}
	if p.bold {
		style["fontWeight"] = "bold"
	}
	if p.halo {
		style["stroke"], style["lineWidth"] = paper, 3
	}
	p.sheet.add(element{Type: "text", X: round(x), Y: round(y), Style: style, Z: above})
}

// lines writes lines below each other; y is the middle of the block.
func (p pen) lines(x, y float64, a anchor, lines []string) {
	y -= float64(len(lines)-1) * p.sheet.leading() / 2
	for _, line := range lines {
		p.text(x, y, a, line)
		y += p.sheet.leading()
	}
}

// upright writes one line that runs upwards from (x, y).
func (p pen) upright(x, y float64, line string) {
	p.sheet.add(element{
		Type: "text", X: round(x), Y: round(y), Rotation: math.Pi / 2, Z: above,
		Style: map[string]any{
			"text": line, "fill": p.colour, "fontSize": p.size,
			"align": "left", "verticalAlign": "middle",
		},
	})
}

// rule draws a hairline, dashed where wanted.
func (s *sheet) rule(x1, y1, x2, y2 float64, colour string, dashed bool) {
	style := map[string]any{"stroke": colour, "fill": noColour, "lineWidth": 1}
	if dashed {
		style["lineDash"] = []int{4, 3}
	}
	s.add(element{Type: "line", Z: below, Style: style, Shape: map[string]any{
		"x1": round(x1), "y1": round(y1), "x2": round(x2), "y2": round(y2),
	}})
}

// box draws a rectangle; stroke may be noColour.
func (s *sheet) box(x, y, width, height float64, fill, stroke string, z int) {
	style := map[string]any{"fill": fill}
	if stroke != noColour {
		style["stroke"], style["lineWidth"] = stroke, 1
	}
	s.add(element{Type: "rect", Z: z, Style: style, Shape: map[string]any{
		"x": round(x), "y": round(y), "width": round(width), "height": round(height),
	}})
}

// dashedBox draws the outline of a rectangle whose value is missing.
func (s *sheet) dashedBox(x, y, width, height float64, colour string) {
	s.box(x, y, width, height, noColour, colour, above)
	s.elements[len(s.elements)-1].Style["lineDash"] = []int{3, 2}
}

// dot draws a circle.
func (s *sheet) dot(x, y, r float64, fill, stroke string) {
	s.add(element{Type: "circle", Z: above,
		Shape: map[string]any{"cx": round(x), "cy": round(y), "r": r},
		Style: map[string]any{"fill": fill, "stroke": stroke, "lineWidth": 1.5},
	})
}

// diamond draws the sign of a target.
func (s *sheet) diamond(x, y, r float64) {
	corner := func(dx, dy float64) []float64 { return []float64{round(x + dx*r), round(y + dy*r)} }
	s.add(element{Type: "polygon", Z: above,
		Shape: map[string]any{"points": [][]float64{corner(0, -1), corner(1, 0), corner(0, 1), corner(-1, 0)}},
		Style: map[string]any{"fill": paper, "stroke": ink, "lineWidth": 1.5},
	})
}

// withheld draws the one sign of a value that is not published: a hatched box,
// which tells so.
func (s *sheet) withheld(x, y, width, height float64) {
	s.box(x, y, width, height, hatch, inkSoft, above)
	if s.about != nil {
		s.elements[len(s.elements)-1].Info = &about{Of: s.about.Of, Told: s.told}
	}
}

func (s *sheet) add(e element) {
	e.Info = s.about
	e.Silent = e.Info == nil // ECharts keeps nothing about a silent one
	s.elements = append(s.elements, e)
}

// round keeps two decimals: finer than any screen shows.
func round(x float64) float64 { return math.Round(x*100) / 100 }
