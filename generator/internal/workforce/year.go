package workforce

import (
	"fmt"

	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
)

// A year is who was counted in it: the stock at its end, and who left in it.
type year struct {
	number      int
	past        bool // only an earlier release had it
	stock, left population
}

// A population is people with their categories, in the order of attributes.
type population struct {
	records      []disclosure.Record
	illustrative []bool
}

func yearOf(number int, people []model.Person, attributes []attribute) (year, error) {
	y := year{number: number}
	for i := range people {
		p := &people[i]
		into := &y.stock
		switch {
		case p.CountedIn(number):
		case p.Left == number && p.Entered < number:
			into = &y.left
		default:
			continue
		}
		categories, err := categoriesOf(p, number, attributes)
		if err != nil {
			return year{}, err
		}
		into.records = append(into.records, disclosure.Record{Categories: categories, Entered: p.Entered == number})
		into.illustrative = append(into.illustrative, p.Illustrative)
	}
	return y, nil
}

func categoriesOf(p *model.Person, year int, attributes []attribute) ([]uint16, error) {
	categories := make([]uint16, len(attributes))
	for d := range attributes {
		a := &attributes[d]
		id := a.of(p, year)
		if id == "" {
			id = NotApplicable
		}
		category, ok := a.index[id]
		if !ok {
			return nil, fmt.Errorf("workforce: a record has the %s %q, which no list has", a, id)
		}
		categories[d] = uint16(category)
	}
	return categories, nil
}

// members returns the people among whom a measure counts, and whether it
// counts the i-th of them.
func (y *year) members(measure model.Measure) (of *population, counted func(i int) bool) {
	switch measure {
	case model.Left:
		return &y.left, func(int) bool { return true }
	case model.Entered:
		return &y.stock, func(i int) bool { return y.stock.records[i].Entered }
	}
	return &y.stock, func(int) bool { return true }
}
