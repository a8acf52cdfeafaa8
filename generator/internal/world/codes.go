package world

import (
	"slices"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// A codeList is what an attribute of people may be: the codes of a
// classification, the ids of localities, or a few fixed words.
type codeList struct {
	place  string // the file that has them; empty where none does
	codes  []string
	known  map[string]bool
	unread bool // the file can't be read: nothing is known of its codes
}

func newCodeList(place string, codes []string) *codeList {
	known := make(map[string]bool, len(codes))
	for _, c := range codes {
		known[c] = true
	}
	return &codeList{place: place, codes: codes, known: known}
}

// classificationOf says which classification an attribute is coded by.
var classificationOf = map[model.Dimension]string{
	model.ByDegree: "degrees", model.ByRank: "ranks", model.ByField: "fields",
	model.BySector: "sectors", model.ByBranch: "branches", model.ByEthnicity: "ethnicities",
}

// The attributes whose values are fixed.
var (
	sexes       = []string{"female", "male"}
	ageGroups   = []string{"<30", "30-39", "40-49", "50-59", "60+"}
	leftReasons = []string{"retired", "moved", "died", "other"}
)

// codesOf returns the list of an attribute, which is made once.
func (l *loader) codesOf(d model.Dimension) *codeList {
	if l.lists[d] == nil {
		l.lists[d] = l.newCodesOf(d)
	}
	return l.lists[d]
}

func (l *loader) newCodesOf(d model.Dimension) *codeList {
	switch d {
	case model.BySex:
		return newCodeList("data/statistics.yaml", sexes)
	case model.ByReason:
		return newCodeList("data/statistics.yaml", leftReasons)
	case model.ByAgeGroup:
		return newCodeList("data/statistics.yaml", ageGroups)
	case model.ByLocality:
		return l.localityList()
	}
	id := classificationOf[d]
	for _, c := range l.world.Classifications {
		if c.ID == id {
			return newCodeList(l.index.At(Classification, id, "").File, codesIn(c))
		}
	}
	return &codeList{unread: l.unread[Classification]}
}

func (l *loader) localityList() *codeList {
	if _, ok := l.files.Topic("localities"); !ok || l.unread[Locality] {
		return &codeList{unread: l.unread[Locality]}
	}
	return newCodeList(places[Locality], l.index.IDs(Locality))
}

func codesIn(c model.Classification) []string {
	codes := make([]string, len(c.Codes))
	for i, code := range c.Codes {
		codes[i] = code.Code
	}
	return codes
}

// listFile is where the codes of an attribute should be.
func listFile(d model.Dimension) string {
	if d == model.ByLocality {
		return places[Locality]
	}
	return "data/classifications/" + classificationOf[d] + ".yaml"
}

// requireList reports an attribute of which no list of codes exists.
func (l *loader) requireList(d model.Dimension, v source.Value) {
	if list := l.codesOf(d); list.place == "" && !list.unread {
		v.Report(missingList, d).Hint(diag.Phrase{Vi: "thêm tệp %s", En: "add the file %s"}, listFile(d))
	}
}

// checkCode reports a code that is not in the list of its attribute. Who has
// no rank or no branch can be meant by _Z.
func (l *loader) checkCode(d model.Dimension, v source.Value) {
	list, code := l.codesOf(d), v.Plain()
	none := code == "_Z" && slices.Contains([]model.Dimension{model.ByRank, model.ByBranch}, d)
	switch {
	case list.unread:
	case list.place == "":
		l.requireList(d, v)
	case !none && !list.known[code]:
		v.Report(unknownReference, code, list.place).DidYouMean(code, list.codes)
	}
}
