package forecast

import (
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// records are what was published, as the model takes it, over years without a
// gap. Flows of the first year are not used: who entered before the records
// began may be counted in it.
type records struct {
	years        []int
	degrees      []string    // lowest first
	stock        []grid      // by year
	entered      []grid      // by year
	left         []grid      // by year
	byDegree     bool        // left knows degrees; else it is spread evenly and only its rows count
	women        [][]float64 // share by year and age group; nil where not published
	everybody    Series
	ladder       []Series // by degree
	partitions   []partition
	tables       []string
	missing      []Missing
	filled       float64
	illustrative bool
}

func (r *records) origin() int { return r.years[len(r.years)-1] }

// upTo is the records as they were known at the end of the n-th year.
func (r *records) upTo(n int) *records {
	cut := *r
	cut.years, cut.stock, cut.entered, cut.left = r.years[:n], r.stock[:n], r.entered[:n], r.left[:n]
	if r.women != nil {
		cut.women = r.women[:n]
	}
	cut.partitions = nil
	for _, p := range r.partitions {
		if q, ok := p.upTo(n, len(r.years)); ok {
			cut.partitions = append(cut.partitions, q)
		}
	}
	return &cut
}

// series are the quantities that are forecast; degrees come before partitions.
func (r *records) series(horizon int) []Series {
	all := append([]Series{r.everybody}, r.ladder...)
	for _, p := range r.partitions {
		all = append(all, p.series...)
	}
	for i := range all {
		all[i].Growth = compound(all[i].Observed, horizon)
	}
	return all
}

// A reader takes the records out of a publication.
type reader struct {
	published *workforce.Publication
	records   *records
	used      map[string]bool
}

func read(published *workforce.Publication, statistics model.Statistics) (*records, *Reason) {
	years := lastRun(statistics.Years)
	if len(years) < neededYears {
		return nil, &Reason{Code: TooFewYears, Found: len(years), Needed: neededYears}
	}
	in := &reader{published: published, records: &records{years: years}, used: map[string]bool{}}
	if reason := in.people(statistics.Threshold); reason != nil {
		return nil, reason
	}
	in.sexes()
	in.partition(ByField, model.ByField, statistics.Threshold)
	in.partition(ByPlace, model.ByLocality, statistics.Threshold)
	for _, t := range published.Tables {
		if in.used[t.Declared.ID] {
			in.records.tables = append(in.records.tables, t.Declared.ID)
		}
	}
	return in.records, nil
}

// lastRun is the longest run of years without a gap that ends in the last.
func lastRun(years []int) []int {
	sorted := slices.Clone(years)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	from := max(0, len(sorted)-1)
	for from > 0 && sorted[from-1] == sorted[from]-1 {
		from--
	}
	return sorted[from:]
}

// look finds a table and notes that it is used.
func (in *reader) look(measure model.Measure, dimensions ...model.Dimension) (view, bool) {
	t := find(in.published, measure, dimensions...)
	if t == nil {
		return view{}, false
	}
	in.used[t.Declared.ID] = true
	in.records.illustrative = in.records.illustrative || t.Illustrative || t.Declared.Illustrative
	return viewOf(t, dimensions...), true
}

// miss notes what can't be said for want of a table.
func (in *reader) miss(of Aspect, reason Reason) {
	in.records.missing = append(in.records.missing, Missing{of, reason})
}

// people reads stock and flows by age group and degree.
func (in *reader) people(threshold int) *Reason {
	stock, ok := in.look(model.Stock, model.ByAgeGroup, model.ByDegree)
	if !ok {
		return missingTable(model.Stock, model.ByAgeGroup, model.ByDegree)
	}
	if total, published := stock.value(in.records.origin()); !published || total < float64(threshold) {
		return &Reason{Code: TooFewPeople, Found: int(total), Needed: threshold}
	}
	in.records.degrees = stock.codes(in.records.origin(), 1)
	if reason := in.stock(stock); reason != nil {
		return reason
	}
	in.titles(stock, threshold)
	if reason := in.entered(); reason != nil {
		return reason
	}
	return in.left()
}

func (in *reader) stock(v view) *Reason {
	r := in.records
	for _, year := range r.years {
		if _, published := v.value(year); !published {
			return withheldIn(year, model.Stock, model.ByAgeGroup, model.ByDegree)
		}
		cells, filled := v.read2(year, groupCodes[:], r.degrees)
		if r.filled = max(r.filled, filled); filled > mostFilled {
			return withheldIn(year, model.Stock, model.ByAgeGroup, model.ByDegree)
		}
		r.stock = append(r.stock, gridOf(cells, len(r.degrees)))
	}
	return nil
}

// titles names the series of everybody and of each degree.
func (in *reader) titles(v view, threshold int) {
	r := in.records
	id := v.table.Declared.ID
	r.everybody = Series{Code: workforce.Total, Table: id, Observed: observe(v, r.years)}
	for _, degree := range r.degrees {
		s := Series{Dimension: model.ByDegree, Code: degree, Table: id, Observed: observe(v, r.years, workforce.Total, degree)}
		s.Reason = s.tooLittle(threshold)
		r.ladder = append(r.ladder, s)
	}
}

// observe lists the published counts of some codes.
func observe(v view, years []int, codes ...string) []Observation {
	var all []Observation
	for _, year := range years {
		count, published := v.value(year, codes...)
		all = append(all, Observation{year, int(count), !published})
	}
	return all
}

// tooLittle says why a part can't be shown: a year of it is withheld, or there
// are fewer people in it than the threshold.
func (s Series) tooLittle(threshold int) *Reason {
	for _, o := range s.Observed {
		if o.Withheld {
			return &Reason{Code: CellsWithheld, Year: o.Year, Measure: model.Stock, Dimensions: []model.Dimension{s.Dimension}}
		}
	}
	if last := s.Observed[len(s.Observed)-1]; last.Count < threshold {
		return &Reason{Code: TooFewPeople, Found: last.Count, Needed: threshold}
	}
	return nil
}

// sexes reads the share of women by age group.
func (in *reader) sexes() {
	v, ok := in.look(model.Stock, model.ByAgeGroup, model.BySex)
	if !ok {
		in.miss(Sexes, *missingTable(model.Stock, model.ByAgeGroup, model.BySex))
		return
	}
	for t, year := range in.records.years {
		cells, filled := v.read2(year, groupCodes[:], sexCodes[:])
		if filled > mostFilled {
			in.records.women = nil
			in.miss(Sexes, *withheldIn(year, model.Stock, model.ByAgeGroup, model.BySex))
			return
		}
		in.records.women = append(in.records.women, sharesOfWomen(cells, in.records.stock[t]))
	}
}

// sharesOfWomen is by age group; half where a group is empty.
func sharesOfWomen(cells []float64, stock grid) []float64 {
	shares := make([]float64, groups)
	for g := range groups {
		shares[g] = 0.5
		if both := cells[g*sexes+female] + cells[g*sexes+male]; both > 0 && sumOf(stock[g]) > 0 {
			shares[g] = cells[g*sexes+female] / both
		}
	}
	return shares
}

// gridOf cuts cells, row by row, into a grid.
func gridOf(cells []float64, degrees int) grid {
	var g grid
	for i := range g {
		g[i] = cells[i*degrees : (i+1)*degrees]
	}
	return g
}

func missingTable(measure model.Measure, dimensions ...model.Dimension) *Reason {
	return &Reason{Code: MissingTable, Measure: measure, Dimensions: dimensions}
}

func withheldIn(year int, measure model.Measure, dimensions ...model.Dimension) *Reason {
	return &Reason{Code: CellsWithheld, Year: year, Measure: measure, Dimensions: dimensions}
}
