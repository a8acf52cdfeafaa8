package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/programme"
	"congbo/generator/internal/tracking"
)

// official is the official text in this language or, where there is none, as
// it was issued; lang is its language where that is not the edition's.
func (e *edition) official() (d *programme.Document, lang string) {
	if d := e.Documents[e.Lang]; d != nil {
		return d, ""
	}
	original := e.World.Site.Original
	return e.Documents[original], original
}

// programmePage is the official text with its state in the margin.
func (e *edition) programmePage() page {
	w := e.World.Programme
	p := page{
		Key: "chuong-trinh", Path: sectionPath["programme"], Nav: "programme",
		Title:       e.T("programme_title"),
		Description: e.T("programme_description"),
		Lead:        unbroken(e.words(w.Title)),
		Notice:      e.notice(),
		Contents:    e.documentContents(),
		Document:    true,
	}
	return e.withPart(p, e.fullText(), e.programmeFacts(), e.errata(), e.upstream(), links{Links: [][]run{
		{linked(e.T("functions"), e.address("/chuong-trinh/chuc-nang/"))},
		{linked(e.T("coverage"), e.address("/chuong-trinh/do-phu/"))},
	}})
}

// documentContents is the numbered sections of the official text.
func (e *edition) documentContents() []contentsLine {
	d, _ := e.official()
	var list []contentsLine
	for _, s := range d.Sections {
		if s.Anchor != "" {
			list = append(list, contentsLine{Number: s.ID, Text: e.sectionName(s.ID), Href: "#" + s.Anchor, Inner: s.Roman() != s.ID})
		}
	}
	return list
}

func (e *edition) fullText() *document {
	_, lang := e.official()
	return &document{heading: heading{ID: "toan-van", Heading: e.T("full_text"), Intro: plain(e.T("full_text_intro"))}, Lang: lang}
}

func (d *document) finish(e *edition, path string, known addresses, problems *diag.List) {
	official, _ := e.official()
	view := e.view(path, known)
	official.CheckLinks(path, view.Site, problems)
	for _, b := range official.Blocks {
		if d.only != "" && !slices.Contains(b.Clauses, d.only) {
			continue
		}
		d.Blocks = append(d.Blocks, block{
			Class:   string(b.Kind),
			HTML:    official.BlockHTML(b, view),
			Clauses: mapped(b.Clauses, e.marginNote),
		})
	}
}

// view is how the official text's surroundings are shown; its headings stand
// below that of the page's part.
func (e *edition) view(path string, known addresses) programme.View {
	official, _ := e.official()
	return programme.View{
		Address: path,
		Site:    &surroundings{edition: e, lang: official.Lang, section: "chuong-trinh", addresses: known},
		Agency:  e.agencyAddress,
		Erratum: func(x model.Erratum) string { return locale.Tag("["+e.erratumReading(x)+"]", e.Lang) },
		Deeper:  2,
	}
}

func (e *edition) erratumReading(x model.Erratum) string {
	return e.T("erratum_read_as", locale.Args{"ReadAs": e.Text(x.ReadAs)})
}

func (e *edition) marginNote(clause string) marginNote {
	c, _ := e.Report.Clause(clause)
	return marginNote{Number: clause, Href: e.clauseAddress(clause), Mark: e.dutyMark(c)}
}

// clausePassage is a clause's words in the blocks that they stand in.
func (e *edition) clausePassage(c tracking.Clause) *passage {
	_, lang := e.official()
	return &passage{heading: heading{ID: "trong-van-ban", Heading: e.T("clause_in_context")}, Lang: lang, clause: c.ID}
}

func (p *passage) finish(e *edition, _ string, known addresses, _ *diag.List) {
	official, _ := e.official()
	clause := official.Clause(p.clause)
	if clause == nil { // the translation doesn't say which words are the clause's
		p.Lang = e.World.Site.Original
		official = e.Documents[p.Lang]
		clause = official.Clause(p.clause)
	}
	p.HTML = official.ClauseHTML(clause, e.view(sectionPath["programme"], known))
	p.Intro = e.translations(official.Lang, p.clause)
}

// translations leads from a clause's words in one language to those in the
// others, and says which are no more than a translation.
func (e *edition) translations(shown, clause string) []run {
	original := e.World.Site.Original
	var said []run
	if shown != original {
		said = plain(e.T("translation_unofficial") + " ")
	}
	for _, l := range e.Locales {
		d := e.Documents[l.Lang]
		if l.Lang == shown || d == nil || d.Clause(clause) == nil || shown != original && l.Lang != original {
			continue
		}
		words := e.T("translation_of")
		if l.Lang == original {
			words = e.T("translation_original")
		}
		link := linked(locale.Tag(l.T("language_name"), l.Lang), e.addressIn(l.Lang, "/chuong-trinh/"+clauseSlug(clause)+"/")+"#trong-van-ban")
		said = append(said, run{Text: words + " "}, link, run{Text: ". "})
	}
	return said
}

// sectionTitle is a section's number and title.
func (e *edition) sectionTitle(id string) string {
	if name := e.sectionName(id); name != "" {
		return id + ". " + name
	}
	return id
}

// sectionName is the title of a numbered section, its number left out; nothing
// where the text shown here doesn't have it.
func (e *edition) sectionName(id string) string {
	d, lang := e.official()
	s := d.Section(id)
	if s == nil {
		return ""
	}
	_, title, _ := strings.Cut(s.Title, ".")
	title, _, _ = strings.Cut(strings.TrimSpace(title), ":")
	return locale.Tag(shortened(sentenceCase(title), sectionNameLength), lang)
}

// sectionNameLength keeps sections whose first block runs on from being named
// by a whole paragraph; in characters.
const sectionNameLength = 120

// sentenceCase spells a title that is all capitals like a sentence.
func sentenceCase(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	_, size := utf8.DecodeRuneInString(s)
	return s[:size] + strings.ToLower(s[size:])
}

// shortened cuts s at a word's end so that it has at most n characters.
func shortened(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := string(runes[:n-1])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// programmeFacts is what is known of the document, and what is not.
func (e *edition) programmeFacts() facts {
	w := e.World.Programme
	known := func(s string) [][]run {
		if s == "" {
			return [][]run{{{Text: e.T("unknown"), Kind: "unknown"}}}
		}
		return [][]run{plain(s)}
	}
	list := []fact{
		{e.T("programme_number"), known(w.Number)},
		{e.T("programme_date"), known(e.Date(w.Date))},
		{e.T("programme_status"), [][]run{plain(e.programmeStatus())}},
		{e.T("programme_issuer"), known(e.Text(w.Issuer))},
		{e.T("programme_term"), known(e.Text(w.Term))},
		{e.T("programme_signatory"), [][]run{{e.words(w.Signatory.Name), {Text: ", "}, e.words(w.Signatory.Role)}}},
	}
	return facts{heading: heading{ID: "van-ban", Heading: e.T("programme_record")}, Facts: list}
}

func (e *edition) errata() part {
	head := heading{ID: "sai-sot", Heading: e.T("programme_errata"), Intro: plain(e.T("programme_errata_intro"))}
	if len(e.World.Programme.Errata) == 0 {
		return text{heading: head, Paragraphs: [][]run{plain(e.T("programme_errata_none"))}}
	}
	list := facts{heading: head}
	for _, x := range e.World.Programme.Errata {
		list.Facts = append(list.Facts, fact{x.Section, [][]run{
			plain(e.T("erratum_line", locale.Args{"Found": textOf(e.original(x.Found)), "ReadAs": e.Text(x.ReadAs)})),
			{e.words(x.Reason)},
		}})
	}
	return list
}

// mentions is where the official text names a body, each place once.
func (e *edition) mentions(agency string) []*programme.Mention {
	d, _ := e.official()
	return slices.DeleteFunc(slices.Clone(d.Mentions), func(m *programme.Mention) bool { return m.Agency != agency })
}
