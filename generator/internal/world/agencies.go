package world

import (
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// agencies reads data/agencies.yaml.
func (l *loader) agencies() {
	members, successors := newGraph(Agency, "members"), newGraph(Agency, "succeeded_by")
	for _, r := range l.list("agencies", Agency) {
		a := l.agency(r)
		l.world.Agencies = append(l.world.Agencies, a)
		members.add(a.ID, a.Members...)
		for _, s := range a.SucceededBy {
			successors.add(a.ID, s.Agency)
		}
	}
	l.reportCircles(members)
	l.reportCircles(successors)
}

func (l *loader) agency(r *source.Record) model.Agency {
	defer r.Done()
	a := model.Agency{
		ID:           l.enter(Agency, r),
		Name:         r.Text("name", source.Required),
		Short:        r.Text("short", source.Optional),
		Kind:         r.Text("kind", source.Required),
		Aliases:      plain(r.Refs("aliases", source.Optional)),
		Members:      l.refs(Agency, r.Refs("members", source.Optional)),
		Contact:      r.Text("contact", source.Optional),
		ValidFrom:    r.Date("valid_from", source.Optional),
		ValidTo:      r.Date("valid_to", source.Optional),
		SucceededBy:  l.successions(r),
		Illustrative: l.mark(r) || l.whole["agencies"],
	}
	forward(r, "valid_from", a.ValidFrom, "valid_to", a.ValidTo)
	return a
}

func (l *loader) successions(r *source.Record) []model.Succession {
	var successions []model.Succession
	for _, s := range r.Records("succeeded_by", source.Optional) {
		successions = append(successions, model.Succession{
			Agency:   l.ref(Agency, s.Value("agency", source.Required)),
			Decision: s.String("decision", source.Optional),
			Date:     s.Date("date", source.Optional),
		})
		s.Done()
	}
	return successions
}

// plain takes values as they are written.
func plain(values []source.Value) []string {
	var texts []string
	for _, v := range values {
		texts = append(texts, v.Plain())
	}
	return texts
}
