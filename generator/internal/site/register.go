package site

import (
	"strconv"
	"strings"

	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
)

func (e *edition) registersPage() page {
	var list []filed
	for i := range e.World.Registers {
		list = append(list, e.registerEntry(&e.World.Registers[i]))
	}
	parts := e.bySection(list)
	if len(parts) == 0 {
		parts = []part{entries{Empty: e.T("registers_empty")}}
	}
	return page{
		Key: "so-theo-doi", Path: sectionPath["registers"], Nav: "registers",
		Title:       e.T("section_registers"),
		Description: e.T("registers_description"),
		Lead:        plain(e.T("registers_lead")),
		Notice:      e.notice(),
		Parts:       parts,
	}
}

func (e *edition) registerEntry(r *model.Register) filed {
	count := e.T("rows_none")
	if rows := len(r.RowsUpTo(e.AsOf)); rows > 0 {
		count = e.T("rows", locale.Args{"Rows": e.Int(rows)})
	}
	return filed{entry{
		Title: e.Text(r.Title), Href: e.registerAddress(r.ID),
		Illustrative: r.ShowsIllustrations(),
		Lines:        [][]run{plain(count)},
	}, r.Clauses}
}

func (e *edition) registerPage(r *model.Register) page {
	p := page{
		Key: "so-theo-doi--" + r.ID, Path: "/so-theo-doi/" + r.ID + "/", Nav: "registers",
		Title:        e.Text(r.Title),
		Description:  e.T("register_description", locale.Args{"Title": e.Text(r.Title)}),
		Trail:        []run{linked(e.T("section_registers"), e.address(sectionPath["registers"]))},
		Notice:       e.notice(),
		Illustrative: r.ShowsIllustrations(),
	}
	p.Parts = append(p.Parts, facts{Facts: []fact{{e.T("task_clauses"), mapped(r.Clauses, e.clauseWithWords)}}})
	for _, f := range e.registerFigures(r) {
		if f.Title != e.Text(r.Title) { // else the page has it
			f.heading = heading{ID: f.Anchor + "-muc", Heading: f.Title}
		}
		f.Title = ""
		p.Parts = append(p.Parts, f)
	}
	if len(r.RowsUpTo(e.AsOf)) == 0 {
		p.Parts = append(p.Parts, text{Paragraphs: [][]run{e.emptyRegister(r)}})
	} else {
		p.Parts = append(p.Parts, tablePart{Table: e.registerTable(r)})
	}
	return e.withPart(p, e.correctionsOf(history.OfRegister, r.ID)...)
}

// emptyRegister says why there is nothing, and who would fill it: the bodies
// that the text makes answer for the register's clauses.
func (e *edition) emptyRegister(r *model.Register) []run {
	var bodies []run
	seen := map[string]bool{}
	for _, clause := range r.Clauses {
		for _, id := range e.answerable(clause) {
			if !seen[id] {
				seen[id] = true
				bodies = append(bodies, e.agency(id))
			}
		}
	}
	if len(bodies) == 0 {
		return plain(e.T("no_data_yet"))
	}
	return append(plain(e.T("no_data_yet_from")+" "), append(separated(bodies), run{Text: "."})...)
}

// answerable is the bodies first in line for a clause: those that lead or, where
// the text says of no one that it leads, those that direct or carry out.
func (e *edition) answerable(clause string) []string {
	section := e.section(clause)
	if section == nil {
		return nil
	}
	for _, bodies := range [][]string{section.Lead, section.Direct, section.Implement} {
		if len(bodies) > 0 {
			return bodies
		}
	}
	return nil
}

func (e *edition) registerTable(r *model.Register) table {
	columns := r.PublicColumns()
	t := table{Caption: e.Text(r.Title), Blocks: true, Sorts: true}
	for i, c := range columns {
		t.Columns = append(t.Columns, column{Name: e.Text(c.Title), Numeric: numeric(c.Type), Head: i == 0})
	}
	illustrative := r.ShowsIllustrations()
	if illustrative {
		t.Columns = append(t.Columns, column{Name: e.T("note")})
	}
	for _, record := range e.sortedRows(r) {
		var cells []cell
		for _, c := range columns {
			if value, written := record.Values[c.ID]; written {
				cells = append(cells, e.registerCell(c, value))
			} else {
				cells = append(cells, cell{})
			}
		}
		if illustrative {
			cells = append(cells, e.illustrativeCell(r.Illustrative || record.Illustrative))
		}
		t.Rows = append(t.Rows, row{Cells: cells})
	}
	return t
}

func (e *edition) illustrativeCell(illustrative bool) cell {
	if !illustrative {
		return cell{}
	}
	return cell{Runs: []run{{Text: e.T("illustrative"), Kind: "illustrative"}}}
}

func numeric(t model.ColumnType) bool {
	return t == model.NumberColumn || t == model.CountColumn || t == model.MoneyColumn
}

// registerCell is one field as it may be published.
func (e *edition) registerCell(c model.Column, v model.Value) cell {
	switch c.Type {
	case model.TextColumn:
		return cell{Runs: []run{e.words(v.Text)}}
	case model.DateColumn:
		return cell{Runs: plain(e.Date(v.Date)), Value: v.Date.String()}
	case model.NumberColumn, model.MoneyColumn, model.CountColumn:
		return e.numberCell(v)
	case model.PersonColumn:
		return e.personCell(v.Person)
	}
	if v.Ref == "" {
		return cell{}
	}
	return cell{Runs: []run{e.reference(c, v.Ref)}}
}

// numberCell is a number, or the sign for one that may not be known.
func (e *edition) numberCell(v model.Value) cell {
	if v.Withheld {
		return withheldCell
	}
	return cell{Runs: plain(e.Number(v.Number, v.Digits)), Value: strconv.FormatFloat(v.Number, 'f', -1, 64)}
}

// withheldCell is how a withheld figure or name stands in every table.
var withheldCell = cell{Runs: plain(withheldSign), Status: "withheld"}

const withheldSign = "…"

// personCell names a person who agreed to it. In place of the name of one who
// no longer does stands that it was there.
func (e *edition) personCell(p *model.NamedPerson) cell {
	switch {
	case p == nil:
		return cell{}
	case p.MayBeNamed(e.AsOf):
		return cell{Runs: plain(p.Name)}
	case p.Consent != nil && !p.Consent.Withdrawn.IsZero():
		return cell{Runs: plain(e.T("name_withdrawn")), Status: "withheld"}
	}
	return cell{Runs: plain(e.T("name_withheld")), Status: "withheld"}
}

func (e *edition) reference(c model.Column, id string) run {
	switch c.Type {
	case model.AgencyColumn:
		return e.agency(id)
	case model.LocalityColumn:
		return e.locality(id)
	case model.ClauseColumn:
		return e.clause(id)
	case model.TaskColumn:
		t := e.index.tasks[id]
		return run{Text: e.Text(t.Title), Href: e.taskAddress(id)}
	case model.ChoiceColumn:
		for _, choice := range c.Choices {
			if choice.ID == id {
				return e.words(choice.Name)
			}
		}
	case model.URLColumn:
		return run{Text: strings.TrimPrefix(strings.TrimPrefix(id, "https://"), "http://"), Href: id, External: true}
	}
	return run{Text: id}
}
