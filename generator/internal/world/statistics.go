package world

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// defaultThreshold holds where no statistics.yaml sets one: registers count
// people, too.
const defaultThreshold = 5

// statistics reads data/statistics.yaml.
func (l *loader) statistics() {
	l.world.Statistics.Threshold = defaultThreshold
	l.world.Statistics.SensitiveThreshold = defaultThreshold
	file, ok := l.files.Topic("statistics")
	if !ok {
		return
	}
	r, ok := l.record(file, Table)
	if !ok {
		return
	}
	defer r.Done()
	l.index.add(Statistics, "", r)
	threshold := atLeast(r, "threshold", source.Required, 1)
	l.world.Statistics = model.Statistics{
		Years:              years(r, "years"),
		Threshold:          threshold,
		SensitiveThreshold: max(threshold, atLeast(r, "sensitive_threshold", source.Optional, threshold)),
	}
	whole := l.mark(r) || l.whole["statistics"]
	for _, q := range r.Records("questions", source.Optional) {
		l.world.Statistics.Questions = append(l.world.Statistics.Questions, l.question(q))
	}
	for _, t := range r.Records("tables", source.Required) {
		l.world.Statistics.Tables = append(l.world.Statistics.Tables, l.table(t, whole))
	}
	l.world.Statistics.Definition = r.Text("definition", source.Optional)
	l.world.Statistics.Coverage = r.Text("coverage", source.Optional)
	for _, s := range r.Records("series", source.Optional) {
		l.world.Statistics.Series = append(l.world.Statistics.Series, l.series(s, whole))
	}
	if len(l.world.Statistics.Tables) > 0 && len(l.files.Folder("intellectuals")) == 0 {
		r.Report("tables", noPeople)
	}
}

// atLeast reads a whole number that must not be below least.
func atLeast(r *source.Record, key string, p source.Presence, least int) int {
	n, ok := r.Value(key, p).Int()
	if ok && n < least {
		r.Report(key, tooSmall, key, least)
		return least
	}
	return n
}

// atLeastOne reads a list that must not be empty.
func atLeastOne(r *source.Record, key string) []source.Value {
	value := r.Value(key, source.Required)
	items := value.List()
	if value.IsList() && len(items) == 0 {
		value.Report(emptyList, key)
	}
	return items
}

// years reads a list of years, in order.
func years(r *source.Record, key string) []int {
	var years []int
	for _, v := range atLeastOne(r, key) {
		if year := v.Year(); year != 0 {
			years = append(years, year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

func (l *loader) question(r *source.Record) model.Question {
	defer r.Done()
	return model.Question{ID: l.enter(Question, r), Title: r.Text("title", source.Required)}
}

func (l *loader) table(r *source.Record, whole bool) model.Table {
	defer r.Done()
	dimensions := l.dimensions(r)
	table := model.Table{
		ID:           l.enterDataset(Table, r),
		Title:        r.Text("title", source.Required),
		Dimensions:   dimensions,
		Measure:      measure(r),
		Levels:       levels(r, orAny(dimensions)),
		Where:        l.where(r, source.Optional),
		Question:     l.ref(Question, r.Value("question", source.Optional)),
		Clauses:      l.refs(Clause, r.Refs("clauses", source.Required)),
		Illustrative: l.mark(r) || whole,
	}
	if picksReasons(table) && table.Measure != model.Left {
		r.Report("dimensions", reasonOfStayers, model.ByReason)
	}
	axes := []string{string(model.Year)}
	for _, d := range orAny(dimensions) {
		axes = append(axes, string(d))
	}
	chart := l.chart(r, source.Required, axes)
	table.Chart = model.TableChart{Kind: chart.kind, X: model.Dimension(chart.x), Series: model.Dimension(chart.series)}
	return table
}

// picksReasons reports whether a table tells the reasons of leaving apart.
func picksReasons(t model.Table) bool {
	_, picked := t.Where[model.ByReason]
	return picked || slices.Contains(t.Dimensions, model.ByReason)
}

// orAny admits every dimension where a table has, by a fault already reported,
// none.
func orAny(dimensions []model.Dimension) []model.Dimension {
	if len(dimensions) == 0 {
		return model.Dimensions
	}
	return dimensions
}

func measure(r *source.Record) model.Measure {
	read := r.Enum("measure", source.Optional, "stock", "entered", "left")
	if read == "" {
		return model.Stock
	}
	return model.Measure(read)
}

// dimensionNames are those that a table may declare.
func dimensionNames() []string {
	var names []string
	for _, d := range model.Dimensions {
		names = append(names, string(d))
	}
	return names
}

func (l *loader) dimensions(r *source.Record) []model.Dimension {
	var dimensions []model.Dimension
	for _, v := range atLeastOne(r, "dimensions") {
		d := model.Dimension(v.Enum(dimensionNames()...))
		switch {
		case d == "":
		case slices.Contains(dimensions, d):
			v.Report(duplicateDimension, d)
		default:
			l.requireList(d, v)
			dimensions = append(dimensions, d)
		}
	}
	return dimensions
}

// levels reads how deep the codes of each dimension go.
func levels(r *source.Record, dimensions []model.Dimension) map[model.Dimension]int {
	named, ok := r.Record("levels", source.Optional)
	if !ok {
		return nil
	}
	depths := map[model.Dimension]int{}
	for _, key := range named.Keys() {
		d := model.Dimension(key)
		if !slices.Contains(model.Dimensions, d) {
			continue
		}
		if depth := atLeast(named, key, source.Required, 1); depth > 0 {
			depths[d] = depth
		}
		if !slices.Contains(dimensions, d) {
			named.Report(key, levelUnused, d)
		}
	}
	doneAmongDimensions(named)
	return depths
}

// where reads which codes a table is limited to.
func (l *loader) where(r *source.Record, p source.Presence) map[model.Dimension][]string {
	named, ok := r.Record("where", p)
	if !ok {
		return nil
	}
	only := map[model.Dimension][]string{}
	for _, key := range named.Keys() {
		d := model.Dimension(key)
		if !slices.Contains(model.Dimensions, d) {
			continue
		}
		for _, v := range named.Refs(key, source.Required) {
			l.checkCode(d, v)
			only[d] = append(only[d], v.Plain())
		}
	}
	doneAmongDimensions(named)
	return only
}

// doneAmongDimensions reports the keys of a record that are no dimensions, and
// suggests one.
func doneAmongDimensions(r *source.Record) {
	r.Expect(dimensionNames()...)
	r.Done()
}
