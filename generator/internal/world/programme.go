package world

import (
	"regexp"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// programme reads data/programme.yaml.
func (l *loader) programme() {
	r, ok := l.topic("programme", Programme)
	if !ok {
		return
	}
	l.index.add(Programme, "", r)
	marked := l.mark(r) || l.whole["programme"]
	basis, basisMarked := l.documents(r, "legal_basis", source.Required)
	related, relatedMarked := l.documents(r, "related", source.Optional)
	errata, errataMarked := l.errata(r)
	l.world.Programme = model.Programme{
		Title:        r.Text("title", source.Required),
		Number:       r.String("number", source.Optional),
		Date:         r.Date("date", source.Optional),
		Issuer:       r.Text("issuer", source.Required),
		Term:         r.Text("term", source.Required),
		Signatory:    signatory(r),
		Status:       model.Status(r.Enum("status", source.Required, "in-force", "ended", "replaced", "unknown")),
		ValidTo:      r.Date("valid_to", source.Optional),
		ReplacedBy:   l.replacement(r),
		LegalBasis:   basis,
		Related:      related,
		Errata:       errata,
		Illustrative: marked || basisMarked || relatedMarked || errataMarked,
	}
	forward(r, "date", l.world.Programme.Date, "valid_to", l.world.Programme.ValidTo)
	r.Done()
}

func signatory(r *source.Record) model.Signatory {
	s, ok := r.Record("signatory", source.Required)
	if !ok {
		return model.Signatory{}
	}
	defer s.Done()
	return model.Signatory{Name: s.Text("name", source.Required), Role: s.Text("role", source.Required)}
}

// sourceID is what a mention of a source must look like to be taken for the id
// of one rather than for free text.
var sourceID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

func (l *loader) replacement(r *source.Record) *model.Replacement {
	by, ok := r.Record("replaced_by", source.Optional)
	if !ok {
		return nil
	}
	defer by.Done()
	from := by.Value("source", source.Optional)
	if sourceID.MatchString(from.Plain()) {
		l.ref(Source, from)
	}
	return &model.Replacement{
		Title:  by.Text("title", source.Required),
		URL:    by.URL("url", source.Optional),
		Source: from.Plain(),
	}
}

// documents reads a list of legal documents: those that the programme rests on
// or stands beside.
func (l *loader) documents(r *source.Record, key string, p source.Presence) (documents []model.LegalDocument, marked bool) {
	for _, d := range r.Records(key, p) {
		documents = append(documents, model.LegalDocument{
			Number: d.String("number", source.Optional),
			Date:   d.Date("date", source.Optional),
			Title:  d.Text("title", source.Required),
			URL:    d.URL("url", source.Optional),
		})
		marked = l.mark(d) || marked
		d.Done()
	}
	return documents, marked
}

func (l *loader) errata(r *source.Record) (errata []model.Erratum, marked bool) {
	for _, e := range r.Records("errata", source.Optional) {
		l.index.addNext(Erratum, e)
		errata = append(errata, model.Erratum{
			Section: e.String("section", source.Required),
			Found:   e.String("found", source.Required),
			ReadAs:  e.TextIn(l.world.Site.Original, "read_as", source.Required),
			Reason:  e.Text("reason", source.Required),
		})
		marked = l.mark(e) || marked
		e.Done()
	}
	return errata, marked
}
