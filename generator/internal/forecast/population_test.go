package forecast

import (
	"math/rand/v2"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A truth is the rates by which an invented workforce really moves.
type truth struct {
	entry      float64         // people a year
	leaving    [groups]float64 // yearly probabilities before the legal age
	retiring   float64         // from it on
	upgrading  [2]float64      // to master, to doctor, under 45; a quarter of it later
	moving     float64         // to a place drawn anew
	unevenness float64         // half-width of the yearly factor on entry and leaving
}

var ordinary = truth{
	entry:     150,
	leaving:   [groups]float64{0.03, 0.02, 0.01, 0.012, 0.012},
	retiring:  0.8,
	upgrading: [2]float64{0.025, 0.02},
	moving:    0.01,
}

// A worker is one invented person.
type worker struct {
	birth, sex, degree, field, place int
	entered, left                    int
	degrees                          []int // years of entry and of each further degree
	places                           []model.Since
}

var (
	degreeCodes = []string{"bachelor", "master", "doctor"}
	fieldCodes  = []string{"1", "2", "3", "4"}
	placeCodes  = []string{"a", "b", "c", "d", "e"}
	fieldShares = []float64{0.4, 0.3, 0.2, 0.1}
	placeShares = []float64{0.5, 0.2, 0.15, 0.1, 0.05}
)

const (
	founded   = 1970
	firstYear = 2019
)

// An era is an invented workforce from its foundation to some year.
type era struct {
	truth   truth
	random  *rand.Rand
	workers []*worker
}

// live lets a workforce live until the end of last.
func live(t truth, seed uint64, last int) *era {
	e := &era{truth: t, random: rand.New(rand.NewPCG(seed, 7))}
	for year := founded; year <= last; year++ {
		e.pass(year)
	}
	return e
}

func (e *era) pass(year int) {
	effect := 1 + e.truth.unevenness*(2*e.random.Float64()-1)
	for _, w := range e.workers {
		if w.left == 0 {
			e.age(w, year, effect)
		}
	}
	mean := e.truth.entry * (1 + e.truth.unevenness*(2*e.random.Float64()-1))
	for range e.poisson(mean) {
		e.workers = append(e.workers, e.newcomer(year))
	}
}

// age decides what a year brings to somebody who was there at its beginning.
func (e *era) age(w *worker, year int, effect float64) {
	age := year - w.birth
	eligible := reached(w.sex, min(age, oldest), year, 0)
	hazard := (1-eligible)*e.truth.leaving[groupOf(age)]*effect + eligible*e.truth.retiring
	if e.random.Float64() < hazard {
		w.left = year
		return
	}
	if w.degree < 2 {
		rate := e.truth.upgrading[w.degree]
		if age >= 45 {
			rate /= 4
		}
		if e.random.Float64() < rate {
			w.degree++
			w.degrees = append(w.degrees, year)
		}
	}
	if e.random.Float64() < e.truth.moving {
		w.place = e.draw(placeShares)
		w.places = append(w.places, model.Since{From: year, Code: placeCodes[w.place]})
	}
}

func (e *era) newcomer(year int) *worker {
	age := 22 + e.random.IntN(6)
	if e.random.Float64() < 0.25 {
		age = 28 + e.random.IntN(20)
	}
	w := &worker{birth: year - age, sex: e.random.IntN(2), entered: year, field: e.draw(fieldShares), place: e.draw(placeShares)}
	w.degree = e.draw([]float64{0.8, 0.17, 0.03})
	for range w.degree + 1 {
		w.degrees = append(w.degrees, year)
	}
	w.places = []model.Since{{From: year, Code: placeCodes[w.place]}}
	return w
}

func (e *era) draw(shares []float64) int {
	at := e.random.Float64()
	for i, share := range shares {
		if at -= share; at < 0 {
			return i
		}
	}
	return len(shares) - 1
}

func (e *era) poisson(mean float64) int {
	n := 0
	for t := e.random.ExpFloat64(); t < mean; t += e.random.ExpFloat64() {
		n++
	}
	return n
}

func groupOf(age int) int {
	return min(max(0, (age-20)/10), groups-1)
}

// in counts a year.
func (e *era) in(year int) (stock, entered, left grid, women, fields, places []float64) {
	stock, entered, left = newGrid(3), newGrid(3), newGrid(3)
	women, fields, places = make([]float64, groups), make([]float64, len(fieldCodes)), make([]float64, len(placeCodes))
	for _, w := range e.workers {
		g, d := groupOf(year-w.birth), w.degreeIn(year)
		switch {
		case w.entered > year || w.left != 0 && w.left < year:
			continue
		case w.left == year:
			left[g][d]++
			continue
		case w.entered == year:
			entered[g][d]++
		}
		stock[g][d]++
		fields[w.field]++
		places[w.placeIn(year)]++
		if w.sex == female {
			women[g]++
		}
	}
	for g := range women {
		women[g] = quotient(women[g], sumOf(stock[g]))
	}
	return stock, entered, left, women, fields, places
}

func (w *worker) degreeIn(year int) int {
	d := -1
	for _, from := range w.degrees {
		if from <= year {
			d++
		}
	}
	return max(d, 0)
}

func (w *worker) placeIn(year int) int {
	place := 0
	for _, s := range w.places {
		if s.From <= year {
			for i, code := range placeCodes {
				if code == s.Code {
					place = i
				}
			}
		}
	}
	return place
}

// records are what would be published of an era, with nothing withheld.
func (e *era) records(years []int) *records {
	r := &records{years: years, degrees: degreeCodes, byDegree: true}
	r.everybody.Code = workforce.Total
	r.ladder = make([]Series, 3)
	fields := partition{series: make([]Series, len(fieldCodes))}
	places := partition{series: make([]Series, len(placeCodes))}
	for _, year := range years {
		stock, entered, left, women, byField, byPlace := e.in(year)
		r.stock, r.entered, r.left = append(r.stock, stock), append(r.entered, entered), append(r.left, left)
		r.women = append(r.women, women)
		fields.counts, places.counts = append(fields.counts, byField), append(places.counts, byPlace)
		see(&r.everybody, "", workforce.Total, year, stock.total())
		for d, code := range degreeCodes {
			people := 0.0
			for g := range groups {
				people += stock[g][d]
			}
			see(&r.ladder[d], model.ByDegree, code, year, people)
		}
		for i, code := range fieldCodes {
			see(&fields.series[i], model.ByField, code, year, byField[i])
		}
		for i, code := range placeCodes {
			see(&places.series[i], model.ByLocality, code, year, byPlace[i])
		}
	}
	r.partitions = []partition{fields, places}
	return r
}

func see(s *Series, dimension model.Dimension, code string, year int, people float64) {
	s.Dimension, s.Code = dimension, code
	s.Observed = append(s.Observed, Observation{Year: year, Count: int(people)})
}

// persons are an era's person records, as the world holds them.
func (e *era) persons(from, to int) []model.Person {
	var all []model.Person
	for _, w := range e.workers {
		if w.left != 0 && w.left < from || w.entered > to {
			continue
		}
		p := model.Person{BirthYear: w.birth, Sex: sexCodes[w.sex], Ethnicity: "kinh", Locality: w.places,
			Field: model.History{{Code: fieldCodes[w.field]}}, Sector: model.History{{Code: "x"}}, Entered: w.entered, Left: w.left}
		for d, year := range w.degrees {
			p.Degree = append(p.Degree, model.Since{From: year, Code: degreeCodes[d]})
		}
		all = append(all, p)
	}
	return all
}
