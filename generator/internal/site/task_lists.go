package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"congbo/generator/internal/tracking"
)

// A facet is one way to list the tasks: under headings, for readers without
// scripts, and as a filter for those with.
type facet struct {
	key    string // of its strings and of the filter in the address
	path   string // below /nhiem-vu/theo/
	values func(*edition, tracking.Task) []facetValue
}

// A facetValue is where a task stands along a facet.
type facetValue struct {
	ID   string
	Name string
}

var facets = []facet{
	{"group", "dieu-khoan", (*edition).taskGroups},
	{"body", "co-quan", (*edition).taskBodies},
	{"place", "dia-ban", (*edition).taskPlaces},
	{"state", "tinh-trang", (*edition).taskStates},
	{"year", "nam", (*edition).taskYears},
}

func (e *edition) taskGroups(t tracking.Task) []facetValue {
	var values []facetValue
	for _, clause := range t.Clauses {
		group := groupOf(clause)
		v := facetValue{ID: group, Name: e.sectionTitle(group)}
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

func (e *edition) taskBodies(t tracking.Task) []facetValue {
	return mapped(append([]string{t.Lead}, t.With...), func(id string) facetValue {
		name := e.index.agencies[id].Name
		return facetValue{id, e.Text(name)}
	})
}

func (e *edition) taskPlaces(t tracking.Task) []facetValue {
	return mapped(t.Localities, func(id string) facetValue {
		name := e.index.localities[id].Name
		return facetValue{id, e.Text(name)}
	})
}

func (e *edition) taskStates(t tracking.Task) []facetValue {
	return []facetValue{{ID: string(t.Schedule), Name: e.T("schedule_" + key(string(t.Schedule)))}}
}

// taskYears is every year that the first plan or the present one touches.
func (e *edition) taskYears(t tracking.Task) []facetValue {
	var values []facetValue
	last := max(t.Plan.Due.Year, t.Due.Year)
	for year := t.Plan.Start.Year; year <= last; year++ {
		values = append(values, facetValue{ID: fmt.Sprint(year), Name: fmt.Sprint(year)})
	}
	return values
}

// facetPage lists the tasks under a heading for each value of the facet.
func (e *edition) facetPage(f facet) page {
	p := page{
		Key: "nhiem-vu--theo--" + f.path, Path: "/nhiem-vu/theo/" + f.path + "/", Nav: "tasks",
		Title:       e.T("tasks_by_" + f.key),
		Description: e.T("tasks_by_" + f.key),
		Trail:       []run{linked(e.T("section_tasks"), e.address(sectionPath["tasks"]))},
		Notice:      e.notice(),
	}
	lists := map[facetValue]*entries{}
	var order []facetValue
	for _, t := range e.tasksByUrgency() {
		for _, v := range f.values(e, t) {
			if lists[v] == nil {
				lists[v] = &entries{heading: heading{ID: "muc-" + clauseSlug(v.ID), Heading: v.Name}}
				order = append(order, v)
			}
			lists[v].Entries = append(lists[v].Entries, e.taskEntry(t))
		}
	}
	e.sortFacet(f, order)
	for _, v := range order {
		p.Parts = append(p.Parts, *lists[v])
	}
	if len(p.Parts) == 0 {
		p.Parts = append(p.Parts, text{Paragraphs: [][]run{plain(e.T("tasks_by_none"))}})
	}
	return p
}

// sortFacet puts names in the order of the alphabet, and what has an order of
// its own (numbers of sections, years) in that.
func (e *edition) sortFacet(f facet, values []facetValue) {
	compare := e.Compare()
	if f.key == "group" || f.key == "year" {
		compare = func(a, b string) int { return 0 }
	}
	slices.SortFunc(values, func(a, b facetValue) int { return cmp.Or(compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
}

// taskData is the facets of a task for the filter of the reader's browser.
func (e *edition) taskData(t tracking.Task) []entryData {
	return mapped(facets, func(f facet) entryData {
		ids := mapped(f.values(e, t), func(v facetValue) string { return v.ID })
		return entryData{Facet: f.path, IDs: strings.Join(ids, " ")}
	})
}

// taskFilter is by what the list of tasks can be narrowed down.
func (e *edition) taskFilter(tasks []tracking.Task) *filter {
	narrow := &filter{List: "danh-sach"}
	for _, f := range facets {
		var values []facetValue
		for _, t := range tasks {
			values = append(values, f.values(e, t)...)
		}
		e.sortFacet(f, values)
		ids := mapped(slices.Compact(values), func(v facetValue) [2]string { return [2]string{v.ID, v.Name} })
		narrow.Facets = append(narrow.Facets, sieve{Name: f.path, Title: e.T("filter_" + f.key), Values: ids})
		narrow.Static = append(narrow.Static, []run{linked(e.T("tasks_by_"+f.key), e.address("/nhiem-vu/theo/"+f.path+"/"))})
	}
	return narrow
}
