package site

import (
	"html"

	"congbo/generator/internal/chart"
)

// examples is every kind of part once, with words that say what it is for.
func (e *edition) examples() []part {
	list := []part{
		e.exampleSummary(), e.exampleStrip(), e.exampleText(), e.exampleProse(), e.exampleFacts(), e.exampleEntries(),
		e.exampleAnswers(), e.exampleTimeline(), e.exampleTable(), e.exampleFigure(), e.exampleDatasets(), e.exampleLinks(),
		searchBox{heading: e.example("search"), Action: e.address(sectionPath["search"])},
	}
	if len(e.Report.Clauses) > 0 {
		first := e.Report.Clauses[0]
		words := e.clausePassage(first)
		words.heading = e.example("passage")
		official := e.fullText()
		official.heading, official.only = e.example("document"), first.ID
		list = append(list, words, official)
	}
	return list
}

// example is the heading of a kind of part: its name and when it is used.
func (e *edition) example(name string) heading {
	return heading{ID: "mau-" + name, Heading: e.T("part_" + name), Intro: plain(e.T("part_" + name + "_use"))}
}

// words of an example, which say that it is one.
func (e *edition) sample() string { return e.T("example") }

func (e *edition) exampleMark(state string) mark {
	return mark{Code: state, Word: e.T("state_" + key(state)), Illustrative: true}
}

func (e *edition) exampleSummary() summary {
	home := e.address("/")
	return summary{heading: e.example("summary"), Lines: []summaryLine{
		{Question: e.T("ask_promised"), Href: home, Figure: e.Int(1234), Unit: e.sample(), Text: plain(e.sample()), Illustrative: true},
		{Question: e.T("ask_late"), Href: home, Figure: e.Int(5), Unit: e.sample(), Text: plain(e.sample()), Late: true, Illustrative: true},
	}}
}

func (e *edition) exampleStrip() strip {
	group := stripGroup{Number: "I.1", Name: e.sample(), Href: "#mau-strip"}
	for i, state := range states {
		m := e.exampleMark(string(state))
		group.Tiles = append(group.Tiles, tile{Number: e.Int(i + 1), Href: "#mau-strip", Title: e.sample() + " – " + m.Word, Mark: m})
	}
	return strip{heading: e.example("strip"), Groups: []stripGroup{group}, Note: e.T("promises_illustrative")}
}

func (e *edition) exampleText() text {
	return text{heading: e.example("text"), Paragraphs: [][]run{plain(e.T("example_sentence"))}}
}

func (e *edition) exampleProse() *written {
	sentence := html.EscapeString(e.T("example_sentence"))
	return &written{heading: e.example("prose"), HTML: "<h3>" + html.EscapeString(e.sample()) + "</h3><p>" + sentence +
		"</p><blockquote><p>" + sentence + "</p></blockquote><ul><li>" + html.EscapeString(e.sample()) + "</li></ul>"}
}

func (e *edition) exampleFacts() facts {
	return facts{heading: e.example("facts"), Facts: []fact{
		{e.T("source"), [][]run{plain(e.sample())}},
		{e.T("note"), [][]run{{{Text: e.T("unknown"), Kind: "unknown"}}}},
	}}
}

func (e *edition) exampleEntries() entries {
	return entries{heading: e.example("entries"), Entries: []entry{
		{Number: "I.1", Marks: []mark{e.exampleMark("silent")}, Title: e.sample(), Href: "#mau-entries", Illustrative: true, Lines: [][]run{plain(e.T("example_sentence"))}},
		{Number: "I.2", Marks: []mark{e.exampleMark("active")}, Title: e.sample(), Href: "#mau-entries", Illustrative: true, Lines: [][]run{plain(e.T("example_sentence"))}},
	}}
}

func (e *edition) exampleAnswers() answers {
	return answers{heading: e.example("answers"), Answers: []answer{
		{Question: e.T("what_body_says"), Mark: mark{Code: "reported-done", Word: e.T("reported_done_without_evidence"), Illustrative: true}},
		{Question: e.T("what_evidence_shows"), Mark: mark{Code: "proof-none", Word: e.T("proof_none"), Illustrative: true}},
		{Question: e.T("what_calendar_says"), Mark: mark{Code: "overdue", Word: e.T("schedule_overdue"), Illustrative: true}},
	}}
}

func (e *edition) exampleTimeline() timeline {
	return timeline{heading: e.example("timeline"), Entries: []moment{
		{Date: e.Date(e.AsOf), DateTime: e.AsOf.String(), Lines: [][]run{{{Text: e.sample() + " "}, {Text: e.T("illustrative"), Kind: "illustrative"}}}},
	}}
}

func (e *edition) exampleTable() tablePart {
	t := table{Caption: e.sample(), Note: e.T("illustrative_figure"), Columns: []column{
		{Name: e.T("note"), Head: true}, {Name: e.T("people"), Numeric: true},
	}}
	for i, value := range e.exampleCells() {
		t.Rows = append(t.Rows, row{Cells: []cell{{Runs: plain(e.sample() + " " + e.Int(i+1))}, value}})
	}
	t.Rows = append(t.Rows, row{Total: true, Cells: []cell{{Runs: plain(e.T("total"))}, {Runs: plain(e.Int(4800))}}})
	return tablePart{heading: e.example("table"), Table: t}
}

func (e *edition) exampleCells() []cell {
	return []cell{{Runs: plain(e.Int(3500))}, {Runs: plain(e.Int(1300)), Status: "preliminary"}, withheldCell}
}

// standings is every standing of a value with the string that names it.
var standings = []struct {
	status chart.Status
	word   string
}{
	{chart.Present, "style_present"}, {chart.Preliminary, "preliminary"}, {chart.Forecast, "drawing_forecast"},
	{chart.Withheld, "withheld"}, {chart.Missing, "drawing_missing"},
}

// exampleFigure shows each standing that a value can have, as every drawing
// draws it.
func (e *edition) exampleFigure() *figure {
	f := &figure{
		heading: e.example("figure"), Anchor: "hinh-mau", Title: e.sample(), Measure: e.T("people"),
		Sentence: e.T("illustrative_figure"), Source: plain(e.sample()), Computed: e.Date(e.AsOf), Illustrative: true,
	}
	t := e.exampleTable().Table
	f.Table = &t
	drawn := e.figureOf(f, chart.Bar)
	drawn.Unit = e.T("people")
	values := make([]chart.Value, len(standings))
	for i, s := range standings {
		drawn.Categories = append(drawn.Categories, e.T(s.word))
		values[i] = chart.Value{Number: float64(3500 - 500*i), Status: s.status}
	}
	drawn.Series = []chart.Series{{Values: values}}
	f.chart = drawn
	return f
}

func (e *edition) exampleLinks() links {
	return links{heading: e.example("links"), Links: [][]run{{linked(e.T("section_programme"), e.address(sectionPath["programme"]))}, {linked(e.T("section_data"), e.address(sectionPath["data"]))}}}
}

func (e *edition) exampleDatasets() datasets {
	return datasets{heading: e.example("datasets"), Datasets: []dataset{{
		Title: e.sample(), Href: e.address(sectionPath["data"]), Illustrative: true, Extent: e.sample(),
		Columns: []fact{{"value", [][]run{plain(e.sample())}}},
	}}}
}
