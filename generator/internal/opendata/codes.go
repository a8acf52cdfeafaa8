package opendata

import (
	"cmp"
	"slices"

	"congbo/generator/internal/model"
)

// codesFolder is where the lists stand that explain the codes of the others.
const codesFolder = "tu-dien/"

// The lists that are made from other records than classifications.
const (
	localitiesList = "localities"
	agenciesList   = "agencies"
	sourcesList    = "sources"
	sexesList      = "sexes"
	ageGroupsList  = "age-groups"
	reasonsList    = "left-reasons"
)

// dimensionLists names the list that explains the codes of a dimension.
var dimensionLists = map[model.Dimension]string{
	model.ByLocality:  localitiesList,
	model.ByDegree:    "degrees",
	model.ByRank:      "ranks",
	model.ByField:     "fields",
	model.BySector:    "sectors",
	model.ByBranch:    "branches",
	model.BySex:       sexesList,
	model.ByEthnicity: "ethnicities",
	model.ByAgeGroup:  ageGroupsList,
	model.ByReason:    reasonsList,
}

// codeEntry is one code with its name and, in the list's further fields, what
// else is known of it.
type codeEntry struct {
	code         string
	name         model.Text
	further      []string
	illustrative bool
}

// CodeLists describes the lists that explain the ids and codes in all other
// datasets: a row a code, its name in each of the site's languages. Lists of
// dimensions also have the codes that only tables use: _T and _Z.
func (w Describer) CodeLists() []Dataset {
	var lists []Dataset
	world := w.World
	for _, c := range world.Classifications {
		list := w.codeList(c.ID, c.Title, w.field("parent", String))
		if len(c.Source) > 0 {
			list.Description = c.Source
		}
		list.Sources = citedSources(world, c.SourceID)
		list.addCodes(w.withTotals(classified(c)), world)
		lists = append(lists, list)
	}
	return append(lists,
		w.localityList(),
		w.plainList(sexesList, dimensionTitle(w.Words, model.BySex), sexes(w.Words)),
		w.plainList(ageGroupsList, w.Words.Say("data_age_groups"), ageGroups(w.Words)),
		w.plainList(reasonsList, dimensionTitle(w.Words, model.ByReason), leftReasons(w.Words)),
		w.agencyList(),
		w.sourceList())
}

// codeList begins a list; further are its fields between name and illustrative.
func (w Describer) codeList(id string, title model.Text, further ...Field) Dataset {
	d := Dataset{ID: id, Kind: CodesKind, Title: title, Key: []string{"code"}, Description: w.Words.Say("data_codes_description")}
	name := w.prose("name")
	name.Required = true
	d.Fields = append(d.Fields, w.required("code", String), name)
	for _, lang := range otherLanguages(w.World) {
		translated := w.field("name", String)
		translated.Name, translated.Lang = "name_"+lang, lang
		d.Fields = append(d.Fields, translated)
	}
	d.Fields = append(append(d.Fields, further...), w.field(illustrativeName, Boolean))
	return d
}

// otherLanguages is the site's languages after its first.
func otherLanguages(world *model.World) []string {
	return world.Site.Languages[min(1, len(world.Site.Languages)):]
}

// addCodes fills a list. What is further known may be left out altogether; a
// code without a name stands for itself.
func (d *Dataset) addCodes(entries []codeEntry, world *model.World) {
	for _, e := range entries {
		row := []string{e.code, cmp.Or(firstOf(world, e.name), e.code)}
		for _, lang := range otherLanguages(world) {
			row = append(row, e.name[lang])
		}
		row = append(row, e.further...)
		for len(row) < len(d.Fields)-1 {
			row = append(row, "")
		}
		d.Rows = append(d.Rows, append(row, flag(e.illustrative)))
		d.Illustrative = d.Illustrative || e.illustrative
	}
}

// dimensionEntries is the codes of a dimension, without those that only tables
// use.
func (w Describer) dimensionEntries(dimension model.Dimension) []codeEntry {
	switch dimension {
	case model.ByLocality:
		return localityEntries(w.World)
	case model.BySex:
		return plainEntries(sexes(w.Words))
	case model.ByAgeGroup:
		return plainEntries(ageGroups(w.Words))
	case model.ByReason:
		return plainEntries(leftReasons(w.Words))
	}
	for _, c := range w.World.Classifications {
		if c.ID == dimensionLists[dimension] {
			return classified(c)
		}
	}
	return nil
}

func classified(c model.Classification) []codeEntry {
	var entries []codeEntry
	for _, code := range c.Codes {
		entries = append(entries, codeEntry{code.Code, code.Name, []string{code.Parent}, c.Illustrative})
	}
	return entries
}

// withTotals adds the codes that tables use besides a list's own.
func (w Describer) withTotals(entries []codeEntry) []codeEntry {
	for _, ours := range tableCodes(w.Words) {
		if !slices.ContainsFunc(entries, func(e codeEntry) bool { return e.code == ours.code }) {
			entries = append(entries, ours)
		}
	}
	return entries
}

func (w Describer) plainList(id string, title model.Text, values []Category) Dataset {
	d := w.codeList(id, title)
	d.addCodes(w.withTotals(plainEntries(values)), w.World)
	return d
}

func plainEntries(values []Category) []codeEntry {
	var entries []codeEntry
	for _, v := range values {
		entries = append(entries, codeEntry{code: v.Value, name: v.Label})
	}
	return entries
}

func (w Describer) localityList() Dataset {
	d := w.codeList(localitiesList, w.Words.Say("task_localities"),
		w.prose("kind"), w.field("official_code", String), w.field("parent", String), w.field("former", String),
		w.field("valid_from", Date), w.field("valid_to", Date))
	d.addCodes(w.withTotals(localityEntries(w.World)), w.World)
	return d
}

func localityEntries(world *model.World) []codeEntry {
	var entries []codeEntry
	for _, l := range world.Localities {
		entries = append(entries, codeEntry{l.ID, l.Name,
			[]string{firstOf(world, l.Kind), l.Code, l.Parent, l.Former, l.ValidFrom.String(), l.ValidTo.String()},
			l.Illustrative})
	}
	return entries
}

func (w Describer) agencyList() Dataset {
	d := w.codeList(agenciesList, w.Words.Say("section_bodies"),
		w.prose("kind"), w.field("valid_from", Date), w.field("valid_to", Date))
	var entries []codeEntry
	for _, a := range w.World.Agencies {
		entries = append(entries, codeEntry{a.ID, a.Name,
			[]string{firstOf(w.World, a.Kind), a.ValidFrom.String(), a.ValidTo.String()},
			a.Illustrative})
	}
	d.addCodes(entries, w.World)
	return d
}

func (w Describer) sourceList() Dataset {
	d := w.codeList(sourcesList, w.Words.Say("data_sources"),
		w.prose("producer"), w.field("published", String), w.field("url", String),
		w.prose("licence"), w.field("certainty", String))
	var entries []codeEntry
	for _, s := range w.World.Sources {
		entries = append(entries, codeEntry{s.ID, s.Title,
			[]string{firstOf(w.World, s.Producer), s.Published.String(), s.URL, firstOf(w.World, s.Licence), s.Certainty},
			s.Illustrative})
	}
	d.addCodes(entries, w.World)
	return d
}
