package site

import (
	"slices"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// A Copy is a copy of evidence, published as it is.
type Copy struct {
	Path string // below data/evidence/
	From string // on this machine
}

// copyAddress is where a copy of evidence is published, from the site's root;
// it is the same in every language.
func copyAddress(path string) string { return sectionPath["tasks"] + "bang-chung/" + path }

// shownCopies is the copies of the evidence that the tasks show on the as-of
// day, each once.
func (in *Input) shownCopies() []Copy {
	shown := map[string]bool{}
	for _, t := range in.Report.Tasks {
		for _, v := range evidenceOf(t) {
			if v.Copy != nil {
				shown[v.Copy.File] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(in.Evidence), func(c Copy) bool { return !shown[c.Path] })
}

func evidenceOf(t tracking.Task) []model.Evidence {
	var all []model.Evidence
	for _, entry := range t.Log {
		all = append(all, entry.Evidence...)
	}
	return all
}

func (e *edition) evidenceRuns(v model.Evidence) []run {
	title := e.words(v.Title)
	title.Href, title.External = v.URL, v.URL != ""
	runs := []run{title, {Text: " (" + e.T("evidence_"+string(v.Kind)) + ", " + e.Date(v.Date) + ")"}}
	if proves := e.words(v.Proves); proves.Text != "" {
		runs = append(runs, run{Text: ": "}, proves)
	}
	return runs
}

// copyRuns leads to the copy that is kept of the evidence.
func (e *edition) copyRuns(v model.Evidence) []run {
	if v.Copy == nil {
		return nil
	}
	seen := e.T("evidence_copy", locale.Args{"Date": e.Date(v.Copy.Seen)})
	return []run{{Text: " "}, linked(seen, copyAddress(v.Copy.File))}
}

// sharedEvidence names the other tasks that show the same evidence: the same
// address, or copies with the same bytes.
func (e *edition) sharedEvidence(t tracking.Task, v model.Evidence) []run {
	var others []run
	for _, other := range e.Report.Tasks {
		if other.ID != t.ID && slices.ContainsFunc(evidenceOf(other), func(w model.Evidence) bool { return same(v, w) }) {
			others = append(others, e.to(other.Title, e.taskAddress(other.ID)))
		}
	}
	if len(others) == 0 {
		return nil
	}
	return append(plain(". "+e.T("evidence_shared")+" "), separated(others)...)
}

func same(v, w model.Evidence) bool {
	return v.URL != "" && v.URL == w.URL || v.Copy != nil && w.Copy != nil && v.Copy.SHA256 == w.Copy.SHA256
}
