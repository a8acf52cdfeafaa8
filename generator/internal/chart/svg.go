package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tidy makes of ECharts' SVG one that may stand in an HTML page: titled, its
// ids derived from the figure's, its colours tokens, without styles, scripts,
// fonts and everything else that the page would refuse or has no use for.
func tidy(raw string, fig *Figure, variant Variant, o option) (string, error) {
	w := &writer{prefix: fig.ID + "-" + string(variant), size: o.size, names: slices.Concat(fig.Categories, fig.seriesNames()), series: fig.seriesNames()}
	if err := w.body(raw); err != nil {
		return "", fmt.Errorf("chart: figure %s: the SVG of ECharts: %w", fig.ID, err)
	}
	return w.head(fig, variant, o) + w.out.String() + "</svg>", nil
}

// A writer collects the drawing's elements.
type writer struct {
	out     strings.Builder
	prefix  string // of ids
	size    float64
	names   []string // that texts may have been shortened from
	series  []string
	hatched bool
}

// body copies the shapes and texts, and drops the rest.
func (w *writer) body(raw string) error {
	dec := xml.NewDecoder(strings.NewReader(raw))
	dec.Strict = true
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		open, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch open.Name.Local {
		case "svg", "g", "rect": // a rect is the empty background
		case "path", "circle", "polygon", "polyline", "line":
			w.shape(open.Name.Local, attributes(open))
		case "text":
			var text struct {
				Words string `xml:",chardata"`
			}
			if err := dec.DecodeElement(&text, &open); err != nil {
				return err
			}
			w.text(attributes(open), text.Words)
		case "style", "defs":
			if err := dec.Skip(); err != nil {
				return err
			}
		default:
			return fmt.Errorf("an element %q was not expected", open.Name.Local)
		}
	}
}

// attributes returns an element's attributes, those of its style included.
func attributes(e xml.StartElement) map[string]string {
	out := make(map[string]string)
	for _, a := range e.Attr {
		if a.Name.Local != "style" {
			out[a.Name.Local] = a.Value
			continue
		}
		for _, rule := range strings.Split(a.Value, ";") {
			if name, value, ok := strings.Cut(rule, ":"); ok {
				out[strings.TrimSpace(name)] = strings.TrimSpace(value)
			}
		}
	}
	return out
}

// unitCircle is how ECharts writes the circle of a symbol, before scaling it.
var unitCircle = regexp.MustCompile(`^M1 0A1 1 0 1 1 1 -0\.0*1A1 1 0 0 1 1 0$`)

// kept lists the attributes of shapes that stay as they are but for rounding,
// with their default, which is left out.
var kept = []struct{ name, standard string }{
	{"d", ""}, {"cx", "0"}, {"cy", "0"}, {"r", "0"}, {"points", ""},
	{"x1", "0"}, {"y1", "0"}, {"x2", "0"}, {"y2", "0"},
	{"transform", ""}, {"stroke-width", "1"}, {"stroke-dasharray", ""},
	{"stroke-linejoin", "miter"}, {"fill-opacity", "1"}, {"stroke-opacity", "1"}, {"opacity", "1"},
}

// shape writes a mark, unless it cannot be seen.
func (w *writer) shape(name string, a map[string]string) {
	if invisible(a) {
		return
	}
	name, a = plainCircle(name, a)
	w.out.WriteString("<" + name)
	w.colours(a)
	w.about(a)
	for _, k := range kept {
		value, ok := a[k.name]
		if ok = ok && value != k.standard && value != ""; ok {
			w.attribute(k.name, roundAll(value))
		}
	}
	w.out.WriteString("/>")
}

// mereStart is a path that begins and goes nowhere: a line of one point.
var mereStart = regexp.MustCompile(`^M[^A-Za-z]*$`)

// invisible tells whether a shape paints nothing.
func invisible(a map[string]string) bool {
	bare := func(c string) bool { return c == "" || c == "none" || c == "transparent" }
	unfilled := a["fill"] == "none" || a["fill"] == "transparent" || a["fill-opacity"] == "0"
	return unfilled && bare(a["stroke"]) || mereStart.MatchString(a["d"]) || a["d"] == "" && a["points"] == "" && a["r"] == "" && a["x2"] == "" && a["y2"] == ""
}

var matrix2D = regexp.MustCompile(`^matrix\(([^,]+),0,0,([^,]+),([^,]+),([^,]+)\)$`)

// plainCircle writes the scaled unit circle of a symbol as a circle, which
// survives rounding and needs no scaled stroke.
func plainCircle(name string, a map[string]string) (string, map[string]string) {
	m := matrix2D.FindStringSubmatch(a["transform"])
	if name != "path" || !unitCircle.MatchString(a["d"]) || m == nil || m[1] != m[2] {
		return name, a
	}
	r, _ := strconv.ParseFloat(m[1], 64)
	for _, length := range []string{"stroke-width", "stroke-dasharray"} {
		if value, ok := a[length]; ok {
			a[length] = scaled(value, math.Abs(r))
		}
	}
	delete(a, "d")
	delete(a, "transform")
	a["cx"], a["cy"], a["r"] = m[3], m[4], m[1]
	return "circle", a
}

var numeral = regexp.MustCompile(`\d*\.?\d+`)

// scaled multiplies each number of a value.
func scaled(value string, by float64) string {
	return numeral.ReplaceAllStringFunc(value, func(s string) string {
		x, _ := strconv.ParseFloat(s, 64) // numeral matches nothing else
		return strconv.FormatFloat(x*by, 'f', -1, 64)
	})
}

// text writes a line of text. The place that ECharts gives is its middle; the
// base line is put where browsers agree, a third of the size below.
func (w *writer) text(a map[string]string, words string) {
	words = strings.TrimSpace(words)
	if words == "" {
		return
	}
	size := w.size
	if px, err := strconv.ParseFloat(strings.TrimSuffix(a["font-size"], "px"), 64); err == nil {
		size = px
	}
	w.out.WriteString("<text")
	w.colours(map[string]string{"fill": a["fill"], "stroke": a["stroke"]})
	if a["stroke"] != "" && a["stroke"] != "none" { // a halo, which stays behind the letters
		w.attribute("stroke-width", a["stroke-width"])
		w.attribute("paint-order", "stroke")
	}
	w.about(a)
	x, y, turn := place(a)
	if turn != "" {
		w.attribute("transform", turn)
		w.attribute("y", number1(0.35*size))
	} else {
		w.attribute("x", number1(x))
		w.attribute("y", number1(y+0.35*size))
	}
	if anchor := a["text-anchor"]; anchor != "" && anchor != "start" {
		w.attribute("text-anchor", anchor)
	}
	if size != w.size {
		w.attribute("font-size", number1(size))
	}
	if weight := a["font-weight"]; weight != "" && weight != "normal" {
		w.attribute("font-weight", weight)
	}
	w.out.WriteString(">" + escape(words))
	if whole := w.whole(words); whole != "" {
		w.out.WriteString("<title>" + escape(whole) + "</title>")
	}
	w.out.WriteString("</text>")
}

// whole returns the name that a text was shortened from, if it is the only one
// that it can be.
func (w *writer) whole(words string) (name string) {
	kept, shortened := strings.CutSuffix(words, "…")
	if !shortened || kept == "" {
		return ""
	}
	for _, n := range w.names {
		if strings.Contains(n, kept) && n != name {
			if name != "" {
				return ""
			}
			name = n
		}
	}
	return name
}

var (
	translation = regexp.MustCompile(`^translate\(([^ ,]+)[ ,]([^ ,]+)\)$`)
	quarterTurn = regexp.MustCompile(`^matrix\(0,-1,1,0,([^,]+),([^,]+)\)$`)
)

// place adds up where a text stands. A turned text keeps its transform.
func place(a map[string]string) (x, y float64, turn string) {
	x, _ = strconv.ParseFloat(a["x"], 64)
	y, _ = strconv.ParseFloat(a["y"], 64)
	if m := translation.FindStringSubmatch(a["transform"]); m != nil {
		dx, _ := strconv.ParseFloat(m[1], 64)
		dy, _ := strconv.ParseFloat(m[2], 64)
		return x + dx, y + dy, ""
	}
	if m := quarterTurn.FindStringSubmatch(a["transform"]); m != nil {
		return 0, 0, "translate(" + roundAll(m[1]+" "+m[2]) + ") rotate(-90)"
	}
	return x, y, a["transform"]
}

// colours writes fill and stroke, each as a class and as an attribute.
func (w *writer) colours(a map[string]string) {
	var classes []string
	for _, property := range []string{"fill", "stroke"} {
		if token := tokenOf(a[property]); token != "" && token != "hatch" {
			classes = append(classes, property+"-"+token)
		}
	}
	if len(classes) > 0 {
		w.attribute("class", strings.Join(classes, " "))
	}
	for _, property := range []string{"fill", "stroke"} {
		switch value := a[property]; {
		case property == "fill" && value == hatch:
			w.hatched = true
			w.attribute("fill", "url(#"+w.prefix+"-hatch)")
		case value != "" && !(property == "stroke" && value == "none"):
			w.attribute(property, value)
		}
	}
}

// about writes of which series an element is, where there are several, and
// what it tells.
func (w *writer) about(a map[string]string) {
	of, _ := url.PathUnescape(a["ecmeta_of"]) // the engine has escaped both
	told, _ := url.PathUnescape(a["ecmeta_told"])
	if len(w.series) > 1 && slices.Contains(w.series, of) {
		w.attribute("data-of", of)
	}
	if told != "" {
		w.attribute("data-told", told)
	}
}

func tokenOf(colour string) string {
	i := slices.IndexFunc(palette, func(t Token) bool { return t.Hex == colour })
	if i < 0 {
		return ""
	}
	return palette[i].Name
}

func (w *writer) attribute(name, value string) {
	w.out.WriteString(" " + name + `="` + escape(value) + `"`)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(s) }

var decimals = regexp.MustCompile(`-?\d*\.\d+(e-?\d+)?`)

// roundAll keeps one decimal of each number in a value.
func roundAll(value string) string {
	return decimals.ReplaceAllStringFunc(value, func(s string) string {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return s
		}
		return number1(x)
	})
}

// number1 writes a number with at most one decimal.
func number1(x float64) string {
	x = math.Round(x*10) / 10
	return strconv.FormatFloat(x+0, 'f', -1, 64) // + 0 makes a plain zero of −0
}

// head opens the drawing: size, title, description, and the hatched pattern
// where it is used.
func (w *writer) head(fig *Figure, variant Variant, o option) string {
	width, height := number1(o.width), number1(o.height)
	title, desc := w.prefix+"-title", w.prefix+"-desc"
	id := func(s string) string { return escape(s) }
	head := `<svg class="chart-` + string(variant) + `" viewBox="0 0 ` + width + " " + height +
		`" width="` + width + `" height="` + height + `" font-size="` + number1(o.size) +
		`" role="img" aria-labelledby="` + id(title) + " " + id(desc) + `">` +
		`<title id="` + id(title) + `">` + escape(clean(fig.Title)) + `</title>` +
		`<desc id="` + id(desc) + `">` + escape(clean(fig.Description)) + `</desc>`
	if w.hatched {
		head += `<defs><pattern id="` + id(w.prefix) + `-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
			`<path class="fill-paper" fill="` + paper + `" d="M0 0H6V6H0Z"/>` +
			`<path class="stroke-hatch" stroke="` + hatch + `" stroke-width="2.4" d="M3 0V6"/></pattern></defs>`
	}
	return head
}
