package world

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// registers reads data/registers/, one register a file.
func (l *loader) registers() {
	for _, file := range l.files.Folder("registers") {
		if r, ok := l.record(file, Register); ok {
			l.world.Registers = append(l.world.Registers, l.register(r))
		}
	}
}

func (l *loader) register(r *source.Record) model.Register {
	defer r.Done()
	illustrative := l.mark(r) || l.whole["registers"]
	register := model.Register{
		ID:           l.enterDataset(Register, r),
		Title:        r.Text("title", source.Required),
		Clauses:      l.refs(Clause, r.Refs("clauses", source.Required)),
		Columns:      columns(r),
		Illustrative: illustrative,
	}
	register.Charts = l.registerCharts(r, append(columnIDs(register.Columns), "year"))
	warnOfHiddenDate(r, &register)
	register.Sort = registerSort(r, columnIDs(register.PublicColumns()))
	for _, row := range r.Records("rows", source.Required) {
		register.Rows = append(register.Rows, l.row(row, register.Columns, illustrative))
	}
	return register
}

// warnOfHiddenDate says that nothing done can be told of a register whose rows
// have no day to tell.
func warnOfHiddenDate(r *source.Record, register *model.Register) {
	if register.DateColumn() != "" && register.ToldDateColumn() == "" {
		r.Report("columns", hiddenDate, register.DateColumn())
	}
}

// registerCharts reads the key chart, which in a register may be a list.
func (l *loader) registerCharts(r *source.Record, axes []string) []model.RegisterChart {
	declared := r.Value("chart", source.Optional)
	values := []source.Value{declared}
	if declared.IsList() {
		values = declared.List()
	}
	var charts []model.RegisterChart
	for _, v := range values {
		if chart := l.drawing(v, axes); chart.kind != "" {
			charts = append(charts, model.RegisterChart{Kind: chart.kind, X: chart.x, Series: chart.series})
		}
	}
	return charts
}

func columnIDs(columns []model.Column) []string {
	var ids []string
	for _, c := range columns {
		ids = append(ids, c.ID)
	}
	return ids
}

// registerSort reads the key sort: a public column, or {by, order}.
func registerSort(r *source.Record, columns []string) model.RegisterSort {
	value := r.Value("sort", source.Optional)
	if !value.IsMap() {
		return model.RegisterSort{By: value.Enum(columns...)}
	}
	s, _ := value.Record()
	defer s.Done()
	return model.RegisterSort{
		By:         s.Enum("by", source.Required, columns...),
		Descending: s.Enum("order", source.Optional, "ascending", "descending") == "descending",
	}
}

// columnTypes are those of the contract.
var columnTypes = []string{
	"text", "number", "count", "date", "money", "agency", "locality", "clause", "task", "url", "choice", "person",
}

func columns(r *source.Record) []model.Column {
	var all []model.Column
	lines := map[string]int{}
	for _, c := range r.Records("columns", source.Required) {
		column := readColumn(c)
		if line, twice := lines[column.ID]; twice {
			at := c.At("id")
			c.Report("id", duplicateID, column.ID, at.File, line)
			continue
		}
		if column.ID != "" {
			lines[column.ID] = c.At("id").Line
			all = append(all, column)
		}
	}
	return all
}

func readColumn(c *source.Record) model.Column {
	defer c.Done()
	column := model.Column{
		ID:    c.ID("id"),
		Title: c.Text("title", source.Required),
		Type:  model.ColumnType(c.Enum("type", source.Required, columnTypes...)),
	}
	column.Public, _ = c.Value("public", source.Required).Bool()
	choices := c.Value("choices", source.Presence(column.Type == model.ChoiceColumn))
	column.Choices = readChoices(choices)
	if column.ID == "illustrative" {
		c.Report("id", reservedID, column.ID)
	}
	return column
}

// readChoices reads the values that a column admits: plain ones, {id, name},
// or a map from id to name.
func readChoices(v source.Value) []model.Choice {
	if v.IsMap() {
		return choicesByID(v)
	}
	var choices []model.Choice
	for _, item := range v.List() {
		choice := readChoice(item)
		if choice.ID == "" {
			continue
		}
		if slices.ContainsFunc(choices, func(c model.Choice) bool { return c.ID == choice.ID }) {
			at := v.At()
			item.Report(duplicateID, choice.ID, at.File, at.Line)
			continue
		}
		choices = append(choices, choice)
	}
	return choices
}

func choicesByID(v source.Value) []model.Choice {
	names, _ := v.Record()
	var choices []model.Choice
	for _, key := range names.Keys() {
		choices = append(choices, model.Choice{ID: key, Name: names.Text(key, source.Required)})
	}
	return choices
}

func readChoice(v source.Value) model.Choice {
	if !v.IsMap() {
		return model.Choice{ID: v.Plain(), Name: v.Text()}
	}
	c, _ := v.Record()
	defer c.Done()
	return model.Choice{ID: c.String("id", source.Required), Name: c.Text("name", source.Required)}
}
