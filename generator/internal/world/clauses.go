package world

import (
	"regexp"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

var (
	clauseID  = regexp.MustCompile(`^[IVXLC]+\.[1-9][0-9]*(-[1-9][0-9]*)?[a-z]?$`)
	sectionID = regexp.MustCompile(`^[IVXLC]+(\.[1-9][0-9]*)?$`)
)

// clauses reads data/clauses.yaml.
func (l *loader) clauses() {
	r, ok := l.topic("clauses", Clause)
	if !ok {
		return
	}
	whole := l.mark(r) || l.whole["clauses"]
	for _, section := range r.Records("sections", source.Optional) {
		l.world.Sections = append(l.world.Sections, l.section(section, whole))
	}
	for _, clause := range r.Records("clauses", source.Required) {
		l.world.Clauses = append(l.world.Clauses, l.clause(clause, whole))
	}
	r.Done()
}

func (l *loader) section(r *source.Record, whole bool) model.Section {
	defer r.Done()
	return model.Section{
		ID:           l.enterText(Section, r, sectionID),
		Quote:        r.TextIn(l.world.Site.Original, "quote", source.Optional),
		Lead:         l.refs(Agency, r.Refs("lead", source.Optional)),
		Coordinate:   l.refs(Agency, r.Refs("coordinate", source.Optional)),
		Direct:       l.refs(Agency, r.Refs("direct", source.Optional)),
		Implement:    l.refs(Agency, r.Refs("implement", source.Optional)),
		Illustrative: l.mark(r) || whole,
	}
}

func (l *loader) clause(r *source.Record, whole bool) model.Clause {
	defer r.Done()
	kind := model.ClauseKind(r.Enum("kind", source.Required, "duty", "objective", "vision", "principle", "requirement"))
	cadence := cadence(r, kind)
	return model.Clause{
		ID:           l.enterText(Clause, r, clauseID),
		Quote:        r.TextIn(l.world.Site.Original, "quote", source.Required),
		Kind:         kind,
		Cadence:      cadence,
		EveryMonths:  everyMonths(r, cadence),
		Illustrative: l.mark(r) || whole,
	}
}

// cadence reads how often a clause calls for an act; what is not a duty may
// leave it out.
func cadence(r *source.Record, kind model.ClauseKind) model.Cadence {
	presence := source.Presence(kind == model.Duty)
	read := r.Enum("cadence", presence, "standing", "periodic", "yearly", "once", "none")
	if read == "" {
		return model.NoCadence
	}
	return model.Cadence(read)
}

func everyMonths(r *source.Record, cadence model.Cadence) int {
	months, ok := r.Value("every_months", source.Optional).Int()
	switch {
	case !ok:
		return 0
	case months < 1:
		r.Report("every_months", tooSmall, "every_months", 1)
		return 0
	case cadence != model.Periodic:
		r.Report("every_months", everyMonthsUnused, cadence)
	}
	return months
}

// enterText reads an id that follows the numbering of the official text.
func (l *loader) enterText(kind Kind, r *source.Record, shape *regexp.Regexp) string {
	id := r.String("id", source.Required)
	if id != "" && !shape.MatchString(id) {
		r.Report("id", badClauseID, id)
		return ""
	}
	if !l.file(kind, id, r) {
		return "" // what is wrong with a second one can't be told at its place
	}
	return id
}
