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
func CodeLists(world *model.World) []Dataset {
	var lists []Dataset
	for _, c := range world.Classifications {
		list := codeList(c.ID, c.Title, world, field("parent", String))
		if len(c.Source) > 0 {
			list.Description = c.Source
		}
		list.Sources = citedSources(world, c.SourceID)
		list.addCodes(withTotals(classified(c)), world)
		lists = append(lists, list)
	}
	return append(lists,
		localityList(world),
		plainList(sexesList, words("Giới tính", "Sex"), sexes, world),
		plainList(ageGroupsList, words("Nhóm tuổi, theo năm trừ năm sinh", "Age groups, by year minus year of birth"), ageGroups, world),
		plainList(reasonsList, words("Lý do rời đi", "Reasons of leaving"), leftReasons, world),
		agencyList(world),
		sourceList(world))
}

// codeList begins a list; further are its fields between name and illustrative.
func codeList(id string, title model.Text, world *model.World, further ...Field) Dataset {
	d := Dataset{ID: id, Kind: CodesKind, Title: title, Key: []string{"code"}, Description: words(
		"Danh mục giải thích các mã trong những bộ dữ liệu khác.",
		"A list that explains the codes in other datasets.")}
	d.Fields = append(d.Fields, required("code", String), required("name", String))
	for _, lang := range otherLanguages(world) {
		translated := field("name", String)
		translated.Name = "name_" + lang
		d.Fields = append(d.Fields, translated)
	}
	d.Fields = append(append(d.Fields, further...), field(illustrativeName, Boolean))
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
func dimensionEntries(dimension model.Dimension, world *model.World) []codeEntry {
	switch dimension {
	case model.ByLocality:
		return localityEntries(world)
	case model.BySex:
		return plainEntries(sexes)
	case model.ByAgeGroup:
		return plainEntries(ageGroups)
	case model.ByReason:
		return plainEntries(leftReasons)
	}
	for _, c := range world.Classifications {
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

// tableCodes are the codes that only tables use.
var tableCodes = []codeEntry{
	{code: "_T", name: words("Tổng số", "Total")},
	{code: "_Z", name: words("Không có, hoặc chưa được ghi nhận", "None, or not recorded")},
}

// withTotals adds the codes that tables use besides a list's own.
func withTotals(entries []codeEntry) []codeEntry {
	for _, ours := range tableCodes {
		if !slices.ContainsFunc(entries, func(e codeEntry) bool { return e.code == ours.code }) {
			entries = append(entries, ours)
		}
	}
	return entries
}

func plainList(id string, title model.Text, values []Category, world *model.World) Dataset {
	d := codeList(id, title, world)
	d.addCodes(withTotals(plainEntries(values)), world)
	return d
}

func plainEntries(values []Category) []codeEntry {
	var entries []codeEntry
	for _, v := range values {
		entries = append(entries, codeEntry{code: v.Value, name: v.Label})
	}
	return entries
}

func localityList(world *model.World) Dataset {
	d := codeList(localitiesList, words("Địa bàn", "Localities"), world,
		field("kind", String), field("official_code", String), field("parent", String), field("former", String),
		field("valid_from", Date), field("valid_to", Date))
	d.addCodes(withTotals(localityEntries(world)), world)
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

func agencyList(world *model.World) Dataset {
	d := codeList(agenciesList, words("Cơ quan, tổ chức", "Bodies"), world,
		field("kind", String), field("valid_from", Date), field("valid_to", Date))
	var entries []codeEntry
	for _, a := range world.Agencies {
		entries = append(entries, codeEntry{a.ID, a.Name,
			[]string{firstOf(world, a.Kind), a.ValidFrom.String(), a.ValidTo.String()},
			a.Illustrative})
	}
	d.addCodes(entries, world)
	return d
}

func sourceList(world *model.World) Dataset {
	d := codeList(sourcesList, words("Nguồn", "Sources"), world,
		field("producer", String), field("published", String), field("url", String),
		field("licence", String), field("certainty", String))
	var entries []codeEntry
	for _, s := range world.Sources {
		entries = append(entries, codeEntry{s.ID, s.Title,
			[]string{firstOf(world, s.Producer), s.Published.String(), s.URL, firstOf(world, s.Licence), s.Certainty},
			s.Illustrative})
	}
	d.addCodes(entries, world)
	return d
}
