package world

import (
	"math"
	"strconv"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// forecast reads data/forecast.yaml, as model.Forecast describes it.
func (l *loader) forecast() {
	file, ok := l.files.Topic("forecast")
	if !ok {
		return
	}
	r, ok := file.Record()
	if !ok {
		return
	}
	defer r.Done()
	illustrative := l.mark(r) || l.whole["forecast"]
	f := model.Forecast{Horizons: years(r, "horizons"), Illustrative: illustrative}
	for _, v := range atLeastOne(r, "scenarios") {
		if s, ok := v.Record(); ok {
			f.Scenarios = append(f.Scenarios, l.scenario(s))
		}
	}
	for _, s := range r.Records("structures", source.Optional) {
		f.Structures = append(f.Structures, l.structure(s, illustrative))
	}
	f.Official = l.refs(Indicator, r.Refs("official", source.Optional))
	f.Demand = l.demand(r)
	l.world.Forecast = f
}

// demand reads where posts that are needed are recorded; the register has been
// read before.
func (l *loader) demand(r *source.Record) model.Demand {
	d, ok := r.Record("demand", source.Optional)
	if !ok {
		return model.Demand{}
	}
	defer d.Done()
	demand := model.Demand{
		Register:  l.ref(Register, d.Value("register", source.Required)),
		Dimension: model.Dimension(d.Enum("dimension", source.Optional, dimensionNames()...)),
	}
	var columns, numbers []string
	for _, register := range l.world.Registers {
		for _, c := range register.Columns {
			if register.ID != demand.Register || !c.Public {
				continue
			}
			if c.Type == model.CountColumn || c.Type == model.NumberColumn {
				numbers = append(numbers, c.ID)
			} else {
				columns = append(columns, c.ID)
			}
		}
	}
	among := func(key string, columns []string) string {
		if !l.index.Has(Register, demand.Register) {
			return d.String(key, source.Required) // the register's id is the fault
		}
		return d.Enum(key, source.Required, columns...)
	}
	demand.By, demand.Needed, demand.Supplied = among("by", columns), among("needed", numbers), among("supplied", numbers)
	return demand
}

func (l *loader) scenario(r *source.Record) model.Scenario {
	defer r.Done()
	scenario := model.Scenario{
		ID:          l.enter(Scenario, r),
		Title:       r.Text("title", source.Required),
		Description: r.Text("description", source.Optional),
	}
	for _, c := range r.Records("changes", source.Optional) {
		scenario.Changes = append(scenario.Changes, change(c))
	}
	return scenario
}

func change(r *source.Record) model.Change {
	defer r.Done()
	of := model.Flow(r.Enum("of", source.Required, "entry", "leaving", "upgrading", "retirement-age"))
	times, plus := amounts(r, of)
	c := model.Change{
		Of: of, Times: times, Plus: plus,
		From:   r.Year("from", source.Required),
		Until:  r.Year("until", source.Optional),
		Reason: r.Text("reason", source.Required),
	}
	if c.Until != 0 && c.Until < c.From {
		r.Report("until", yearOrder, "until", c.Until, "from", c.From)
	}
	return c
}

// amounts reads by how much a flow changes: a factor, 1 where none is given,
// and an amount. What a flow can't have is reported.
func amounts(r *source.Record, of model.Flow) (times, plus float64) {
	times, hasTimes := between(r, "times", source.Optional, 0, 10)
	low, high := -math.MaxFloat64, math.MaxFloat64
	if of == model.RetirementAge {
		low, high = -5, 10
	}
	plus, hasPlus := between(r, "plus", source.Optional, low, high)
	switch {
	case hasTimes && of == model.RetirementAge:
		r.Report("times", changeAmountUnused, "times", of)
	case hasPlus && (of == model.Leaving || of == model.Upgrading):
		r.Report("plus", changeAmountUnused, "plus", of)
	case !r.Has("times") && !r.Has("plus"):
		r.Report("of", changeWithoutAmount)
	}
	if !hasTimes {
		times = 1
	}
	return times, plus
}

// between reads a number and reports one that is below low or above high.
func between(r *source.Record, key string, p source.Presence, low, high float64) (number float64, ok bool) {
	number, _, ok = r.Value(key, p).Number()
	if ok && (number < low || number > high) {
		r.Report(key, outOfRange, key, low, high)
	}
	return number, ok
}

func (l *loader) structure(r *source.Record, inherited bool) model.Structure {
	defer r.Done()
	illustrative := l.mark(r) || inherited
	dimension := model.Dimension(r.Enum("dimension", source.Required, "degree", "field", "sector", "branch", "locality"))
	return model.Structure{
		ID:           l.enter(Structure, r),
		Title:        r.Text("title", source.Required),
		Dimension:    dimension,
		Source:       l.ref(Source, r.Value("source", source.Presence(!illustrative))),
		Period:       r.Period("period", source.Optional),
		Shares:       l.shares(r, dimension),
		Illustrative: illustrative,
	}
}

// sharesTolerance is by how much rounded percentages may miss 100.
const sharesTolerance = 0.5

func (l *loader) shares(r *source.Record, dimension model.Dimension) []model.Share {
	var shares []model.Share
	lines := map[string]int{}
	sum := 0.0
	for _, s := range r.Records("shares", source.Required) {
		share := l.share(s, dimension)
		at := s.At("code")
		if line, twice := lines[share.Code]; twice && share.Code != "" {
			s.Report("code", duplicateID, share.Code, at.File, line)
		}
		lines[share.Code] = at.Line
		shares = append(shares, share)
		sum += share.Percent
	}
	if r.Has("shares") && math.Abs(sum-100) > sharesTolerance {
		r.Report("shares", sharesSum, strconv.FormatFloat(sum, 'f', -1, 64))
	}
	return shares
}

func (l *loader) share(r *source.Record, dimension model.Dimension) model.Share {
	defer r.Done()
	code := r.Value("code", source.Required)
	if dimension != "" && code.Given() {
		l.checkCode(dimension, code)
	}
	percent, _ := between(r, "percent", source.Required, 0, 100)
	return model.Share{Code: code.Plain(), Percent: percent}
}
