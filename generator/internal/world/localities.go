package world

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// localities reads data/localities.yaml.
func (l *loader) localities() {
	parents, formers := newGraph(Locality, "parent"), newGraph(Locality, "former")
	for _, r := range l.list("localities", Locality) {
		place := l.locality(r)
		l.world.Localities = append(l.world.Localities, place)
		parents.add(place.ID, given(place.Parent)...)
		formers.add(place.ID, given(place.Former)...)
	}
	l.reportCircles(parents)
	l.reportCircles(formers)
}

func (l *loader) locality(r *source.Record) model.Locality {
	defer r.Done()
	illustrative := l.mark(r) || l.whole["localities"]
	place := model.Locality{
		ID:           l.enter(Locality, r),
		Code:         r.String("code", source.Required),
		Name:         r.Text("name", source.Required),
		Kind:         r.Text("kind", source.Required),
		Parent:       l.ref(Locality, r.Value("parent", source.Optional)),
		Former:       l.ref(Locality, r.Value("former", source.Optional)),
		ValidFrom:    r.Date("valid_from", source.Optional),
		ValidTo:      r.Date("valid_to", source.Optional),
		Population:   l.points(r, "population", source.Optional, illustrative),
		AreaKM2:      l.area(r, illustrative),
		Remote:       remote(r),
		Tile:         tile(r),
		Illustrative: illustrative,
	}
	forward(r, "valid_from", place.ValidFrom, "valid_to", place.ValidTo)
	return place
}

func (l *loader) area(r *source.Record, illustrative bool) *model.Point {
	record, ok := r.Record("area_km2", source.Optional)
	if !ok {
		return nil
	}
	point := l.point(record, illustrative)
	return &point
}

func remote(r *source.Record) *bool {
	value, said := r.Value("remote", source.Optional).Bool()
	if !said {
		return nil
	}
	return &value
}

// tile reads a pair [column, row].
func tile(r *source.Record) *model.Tile {
	value := r.Value("tile", source.Optional)
	if !value.Given() {
		return nil
	}
	pair := value.List()
	if len(pair) != 2 {
		value.Report(badTile)
		return nil
	}
	column, okColumn := pair[0].Int()
	row, okRow := pair[1].Int()
	if !okColumn || !okRow {
		return nil
	}
	return &model.Tile{Column: column, Row: row}
}

// given makes a list of an id that may be empty.
func given(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}
