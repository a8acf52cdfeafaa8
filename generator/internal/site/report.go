package site

import (
	"net/url"
	"strings"

	"congbo/generator/internal/locale"
)

// reportLink is the way to report an error on a page or to ask about it: by
// mail with the page and its day filled in or, where the publisher has named no
// address, by the section about the site.
func (e *edition) reportLink(p page) run {
	email := e.World.Site.Publisher.Email
	if email == "" {
		return linked(e.T("report_page"), e.address(sectionPath["about"]))
	}
	subject := locale.Plain(p.Title)
	if p.Number != "" {
		subject = p.Number + " " + subject
	}
	address := strings.TrimSuffix(e.BaseURL, "/") + e.address(p.Path)
	body := e.T("report_body", locale.Args{"Address": address, "Date": e.Date(e.AsOf)})
	return linked(e.T("report_page"), "mailto:"+email+"?subject="+mailEscaped(subject)+"&body="+mailEscaped(body))
}

// mailEscaped escapes a value of a mailto address (RFC 6068): spaces are %20.
func mailEscaped(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// askPart is that way where a reader of the page looks for it, and the way
// there is where the publisher has named no address.
func (e *edition) askPart(p page) text {
	t := text{heading: heading{ID: "hoi", Heading: e.T("ask")}, Paragraphs: [][]run{{e.reportLink(p)}}}
	if e.World.Site.Publisher.Email == "" {
		t.Paragraphs = append(t.Paragraphs, plain(e.T("ask_no_address")))
	}
	return t
}
