package site

import (
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// coveragePage lists what is missing over the whole text: clauses with no
// task, duties with no act or no indicator, tasks with no evidence; and the
// documents that the programme stands between.
func (e *edition) coveragePage() page {
	p := page{
		Key: "chuong-trinh--do-phu", Path: "/chuong-trinh/do-phu/", Nav: "programme",
		Title:       e.T("coverage"),
		Description: e.T("coverage_description"),
		Trail:       []run{linked(e.T("section_programme"), e.address(sectionPath["programme"]))},
		Lead:        plain(e.T("coverage_lead")),
		Notice:      e.notice(),
	}
	return e.withPart(p, e.coverageCounts(),
		e.clausesWithout("khong-hoat-dong", "coverage_no_act", e.duties(), func(c *tracking.Clause) bool { return len(c.Acts) > 0 }),
		e.clausesWithout("khong-nhiem-vu", "coverage_no_task", e.Report.Clauses, func(c *tracking.Clause) bool { return len(c.Tasks) > 0 }),
		e.clausesWithout("khong-chi-tieu", "coverage_no_indicator", e.duties(), func(c *tracking.Clause) bool { return len(c.Indicators) > 0 }),
		e.tasksWithoutEvidence(),
		e.upstream(),
	)
}

func (e *edition) duties() []tracking.Clause {
	var duties []tracking.Clause
	for _, c := range e.Report.Clauses {
		if c.Kind == model.Duty {
			duties = append(duties, c)
		}
	}
	return duties
}

// coverageCounts says how many of how many, never as a share of what is done.
func (e *edition) coverageCounts() tablePart {
	count := func(clauses []tracking.Clause, has func(*tracking.Clause) bool) int {
		n := 0
		for i := range clauses {
			if has(&clauses[i]) {
				n++
			}
		}
		return n
	}
	duties := e.duties()
	t := table{
		Caption: e.T("coverage_caption"),
		Columns: []column{{Name: e.T("coverage_question"), Head: true}, {Name: e.T("coverage_yes"), Numeric: true}, {Name: e.T("coverage_no"), Numeric: true}},
	}
	add := func(question string, of, have int) {
		t.Rows = append(t.Rows, row{Cells: []cell{{Runs: plain(e.T(question))}, {Runs: plain(e.Int(have))}, {Runs: plain(e.Int(of - have))}}})
	}
	add("coverage_acts", len(duties), count(duties, func(c *tracking.Clause) bool { return len(c.Acts) > 0 }))
	add("coverage_tasks", len(e.Report.Clauses), count(e.Report.Clauses, func(c *tracking.Clause) bool { return len(c.Tasks) > 0 }))
	add("coverage_indicators", len(duties), count(duties, func(c *tracking.Clause) bool { return len(c.Indicators) > 0 }))
	documented := 0
	for _, task := range e.Report.Tasks {
		if task.Proof == tracking.Documented {
			documented++
		}
	}
	add("coverage_evidence", len(e.Report.Tasks), documented)
	return tablePart{heading: heading{ID: "con-so", Heading: e.T("coverage_counts")}, Table: t}
}

func (e *edition) clausesWithout(id, key string, clauses []tracking.Clause, has func(*tracking.Clause) bool) entries {
	list := entries{heading: heading{ID: id, Heading: e.T(key)}, Empty: e.T("coverage_none")}
	for i := range clauses {
		if !has(&clauses[i]) {
			list.Entries = append(list.Entries, e.clauseEntry(clauses[i]))
		}
	}
	return list
}

func (e *edition) tasksWithoutEvidence() entries {
	list := entries{heading: heading{ID: "khong-bang-chung", Heading: e.T("coverage_no_evidence")}, Empty: e.T("coverage_none")}
	for _, t := range e.Report.Tasks {
		if t.Proof != tracking.Documented {
			list.Entries = append(list.Entries, e.taskEntry(t))
		}
	}
	return list
}

// upstream is the chain of documents that the programme stands in.
func (e *edition) upstream() facts {
	list := facts{heading: heading{ID: "van-ban-lien-quan", Heading: e.T("upstream"), Intro: plain(e.T("upstream_intro"))}}
	for _, d := range e.World.Programme.LegalBasis {
		list.Facts = append(list.Facts, e.legalFact(d))
	}
	for _, d := range e.World.Programme.Related {
		list.Facts = append(list.Facts, e.legalFact(d))
	}
	return list
}

// legalFact is a document with its number and date; what is not known says so.
func (e *edition) legalFact(d model.LegalDocument) fact {
	term := e.T("unknown")
	if d.Number != "" {
		term = e.T("legal_basis_line", locale.Args{"Number": d.Number, "Date": e.Date(d.Date)})
	}
	title := e.words(d.Title)
	title.Href, title.External = d.URL, d.URL != ""
	return fact{term, [][]run{{title}}}
}
