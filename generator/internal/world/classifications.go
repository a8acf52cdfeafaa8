package world

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// The classifications of the contract.
var classificationIDs = []string{"degrees", "ranks", "fields", "sectors", "branches", "ethnicities"}

// classifications reads data/classifications/, one classification a file.
func (l *loader) classifications() {
	for _, file := range l.files.Folder("classifications") {
		if r, ok := l.record(file, Classification); ok {
			l.world.Classifications = append(l.world.Classifications, l.classification(r))
		}
	}
}

func (l *loader) classification(r *source.Record) model.Classification {
	defer r.Done()
	id := r.Enum("id", source.Required, classificationIDs...)
	l.file(Classification, id, r)
	codes, marked := l.codes(r)
	c := model.Classification{
		ID:           id,
		Title:        r.Text("title", source.Required),
		Source:       r.Text("source", source.Required),
		Sensitive:    sensitive(r),
		Codes:        codes,
		Illustrative: l.mark(r) || marked || l.whole["classifications"],
	}
	c.SourceID = l.mentioned(r.Value("source", source.Optional))
	return c
}

// mentioned returns the id of the source that free text names. Text that is
// almost an id is taken for one that is misspelt.
func (l *loader) mentioned(v source.Value) string {
	if v.IsMap() || !sourceID.MatchString(v.Plain()) {
		return ""
	}
	id := v.Plain()
	if !l.index.Has(Source, id) && diag.Nearest(id, l.index.IDs(Source)) == "" {
		return ""
	}
	return l.ref(Source, v)
}

func sensitive(r *source.Record) bool {
	value, _ := r.Value("sensitive", source.Required).Bool()
	return value
}

// codes reads the codes of one classification and checks their parents.
func (l *loader) codes(r *source.Record) (codes []model.Code, marked bool) {
	records := r.Records("codes", source.Required)
	parents := newGraph(Classification, "parent")
	at := map[string]*source.Record{}
	for _, c := range records {
		code := readCode(c)
		marked = l.mark(c) || marked
		c.Done()
		if earlier := at[code.Code]; earlier != nil {
			place := earlier.At("code")
			c.Report("code", duplicateID, code.Code, place.File, place.Line)
			continue
		}
		if code.Code == "" {
			continue
		}
		at[code.Code] = c
		codes = append(codes, code)
		parents.add(code.Code, given(code.Parent)...)
	}
	checkParents(codes, at)
	for _, circle := range parents.circles() {
		at[circle[0]].Report("parent", circularReference, "parent", strings.Join(circle, " → "))
	}
	return codes, marked
}

func readCode(c *source.Record) model.Code {
	code := c.String("code", source.Required)
	if strings.ContainsFunc(code, isSpace) || slices.Contains([]string{"_T", "_Z"}, code) {
		c.Report("code", badCode, code)
		code = ""
	}
	return model.Code{Code: code, Name: c.Text("name", source.Required), Parent: c.String("parent", source.Optional)}
}

func isSpace(r rune) bool { return strings.ContainsRune(" \t\n\u00A0", r) }

func checkParents(codes []model.Code, at map[string]*source.Record) {
	var known []string
	for _, c := range codes {
		known = append(known, c.Code)
	}
	for _, c := range codes {
		if c.Parent != "" && at[c.Parent] == nil {
			r := at[c.Code]
			r.Report("parent", unknownReference, c.Parent, r.Position().File).DidYouMean(c.Parent, known)
		}
	}
}
