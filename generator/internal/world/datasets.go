package world

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/source"
)

// datasets are the kinds that share the addresses below /du-lieu/, so that an
// id is unique in all of them together.
var datasets = []Kind{Table, Indicator, Register}

// reservedIDs are the addresses there that have a meaning of their own.
var reservedIDs = []string{"nhiem-vu", "dieu-khoan", "datapackage", "tu-dien", "phat-hanh"}

// enterDataset reads the id of a table, an indicator or a register.
func (l *loader) enterDataset(kind Kind, r *source.Record) string {
	id := r.ID("id")
	if slices.Contains(reservedIDs, id) {
		r.Report("id", reservedID, id)
		return id
	}
	for _, other := range datasets {
		if other != kind && l.index.Has(other, id) {
			at := l.index.At(other, id, "id")
			r.Report("id", duplicateID, id, at.File, at.Line)
			break
		}
	}
	l.file(kind, id, r)
	return id
}

// chartKind warns of a kind of drawing that doesn't exist.
func (l *loader) chartKind(v source.Value) string {
	kind := v.Plain()
	if kind != "" && len(l.options.ChartKinds) > 0 && !slices.Contains(l.options.ChartKinds, kind) {
		note := v.Report(unknownChart, kind)
		note.Hint(diag.Phrase{Vi: "có các kiểu: %s", En: "there are: %s"}, strings.Join(l.options.ChartKinds, ", "))
		note.DidYouMean(kind, l.options.ChartKinds)
	}
	return kind
}

// A drawing is what a key chart says: a kind, or {kind, x, series}.
type drawing struct{ kind, x, series string }

// chart reads the key chart.
func (l *loader) chart(r *source.Record, p source.Presence, axes []string) drawing {
	return l.drawing(r.Value("chart", p), axes)
}

// drawing reads one drawing. The axes must be among those that there are.
func (l *loader) drawing(value source.Value, axes []string) drawing {
	if !value.IsMap() {
		return drawing{kind: l.chartKind(value)}
	}
	c, _ := value.Record()
	defer c.Done()
	return drawing{
		kind:   l.chartKind(c.Value("kind", source.Required)),
		x:      c.Enum("x", source.Optional, axes...),
		series: c.Enum("series", source.Optional, axes...),
	}
}
