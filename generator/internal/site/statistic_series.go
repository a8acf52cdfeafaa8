package site

import (
	"fmt"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/series"
)

// seriesPage shows figures that are derived from a table's, or says why there
// are none yet.
func (e *edition) seriesPage(s *series.Series) page {
	g := e.seriesGrid(s)
	p := e.gridPage(g)
	if len(g.years) == 0 {
		p.Parts = append(p.Parts, text{Paragraphs: [][]run{plain(e.T("series_none_" + string(s.Declared.Kind)))}})
	} else {
		for i, part := range g.geographies() {
			f := e.seriesFigure(s, part)
			f.TableOpen, f.Title = true, ""
			p.Parts = append(p.Parts, e.geography(f, part, i, len(g.geographies())))
		}
	}
	p.Parts = append(p.Parts, e.seriesFacts(s))
	return p
}

func (e *edition) seriesFigure(s *series.Series, g *grid) *figure {
	f := e.gridFigure(g)
	f.Measure = e.derived(s)
	f.Sentence = e.gridSentence(g, e.T("series_measure_"+string(s.Declared.Kind), e.seriesArgs(s)))
	f.Source = []run{linked(e.Text(s.Of.Declared.Title), e.tableAddress(s.Of.Declared.ID))}
	for _, id := range s.Sources {
		f.Source = append(f.Source, run{Text: "; "}, e.source(id))
	}
	cross := e.crossTable(g)
	f.Table = &cross
	f.chart = e.gridChart(g, f)
	return f
}

// derived says what a series holds.
func (e *edition) derived(s *series.Series) string {
	return e.T("series_derived_"+string(s.Declared.Kind), e.seriesArgs(s))
}

func (e *edition) seriesArgs(s *series.Series) locale.Args {
	args := locale.Args{"Of": "", "Where": e.filter(s.Declared.Where), "Years": fmt.Sprint(s.Declared.YearsAhead)}
	if s.Of != nil {
		args["Of"] = e.Text(s.Of.Declared.Title)
	}
	return args
}

func (e *edition) seriesFacts(s *series.Series) facts {
	list := []fact{
		{e.T("measure"), [][]run{plain(e.derived(s))}},
		{e.T("series_method"), [][]run{plain(e.T("series_method_"+string(s.Declared.Kind), e.seriesArgs(s)))}},
		{e.T("withholding"), [][]run{plain(e.T("series_withholding"))}},
	}
	list = append(list, e.whoCounts()...)
	if len(s.Declared.Clauses) > 0 {
		list = append(list, fact{e.T("task_clauses"), mapped(s.Declared.Clauses, e.clauseWithWords)})
	}
	return facts{heading: heading{ID: "phuong-phap", Heading: e.T("definition_and_method")}, Facts: list}
}
