// Package chart draws figures as SVG, at build time.
//
// In goes a [Figure]: numbers with their status, and every word that the
// drawing shows, already in the reader's language. Out come two SVG drawings
// of it, one for phones and one for wider screens, and the ECharts option that
// they were drawn from. The road is
//
//	Figure → go-echarts options → JSON → ECharts in a pure Go engine → SVG → tidied SVG
//
// ECharts draws the marks (bars, lines, cells, areas). Where text goes, how
// names are wrapped and how tall a drawing gets is settled in Go beforehand,
// since only here is known how wide Vietnamese text runs; it reaches the
// option as "graphic" elements at exact places.
//
// A drawing depends on its figure alone: the same figure gives the same bytes,
// whatever was drawn before it. It holds no script, no style and no font name,
// and each of its colours is a token of [Palette], as a class and as an
// attribute, so that the page's CSS can set another.
//
// The package refuses a figure without an id or of an unknown kind. Numbers
// that cannot be drawn (NaN, infinite) count as missing; a figure that lacks
// what its kind needs falls back on a simpler kind.
package chart

// A Kind is a way of drawing a figure. Its value is the word used in data
// files.
type Kind string

// The kinds, and what each makes of a figure's categories and series.
const (
	Bar            Kind = "bar"             // a row for each category, a bar for each series
	StackedBar     Kind = "stacked-bar"     // a row for each category, series end to end
	Line           Kind = "line"            // categories are points in time
	Area           Kind = "area"            // lines whose areas are stacked
	HeatMap        Kind = "heatmap"         // series are rows, categories are columns
	Pyramid        Kind = "pyramid"         // two series, back to back; the first category lowest
	SmallMultiples Kind = "small-multiples" // a panel for each series, on one scale
	TileMap        Kind = "tile-map"        // categories are places, at their Tiles
	TreeMap        Kind = "treemap"         // areas for the categories of the first series
	Slope          Kind = "slope"           // two categories: before and after
	Dumbbell       Kind = "dumbbell"        // two series: plan and actual
	Bullet         Kind = "bullet"          // the first series against its Targets
	Calendar       Kind = "calendar"        // categories are dates (2024-03-01) or months (2024-03)
	Funnel         Kind = "funnel"          // categories are stages
	Gantt          Kind = "gantt"           // categories are rows, filled by Spans
	Matrix         Kind = "matrix"          // coverage: more than zero is yes, zero is no
	Fan            Kind = "fan"             // lines with the Bands of a forecast
)

// Kinds lists all kinds.
func Kinds() []Kind {
	return []Kind{
		Bar, StackedBar, Line, Area, HeatMap, Pyramid, SmallMultiples, TileMap, TreeMap,
		Slope, Dumbbell, Bullet, Calendar, Funnel, Gantt, Matrix, Fan,
	}
}

// A Variant is one of the two sizes in which each figure is drawn.
type Variant string

// The variants: 328 units wide with text of 12 units, and 680 with 13. Shown
// at one CSS pixel a unit or larger, no text is under 12 pixels.
const (
	Narrow Variant = "narrow"
	Wide   Variant = "wide"
)
