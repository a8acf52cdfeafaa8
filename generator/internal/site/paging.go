package site

import (
	"fmt"

	"congbo/generator/internal/locale"
)

// A list that would make a page too heavy stands on several: the first at the
// list's own address, the others below it, by number.

// numbered is the address of the page at, from 0, of a list.
func numbered(path string, at int) string {
	if at == 0 {
		return path
	}
	return path + fmt.Sprint(at+1) + "/"
}

// titled is the title of the page at, from 0, of a list.
func (e *edition) titled(title string, at int) string {
	if at == 0 {
		return title
	}
	return title + ": " + e.pageNumber(at)
}

func (e *edition) pageNumber(at int) string {
	return e.T("page_number", locale.Args{"Page": e.Int(at + 1)})
}

// withPages adds to the page at of a list the ways to its other pages.
func (e *edition) withPages(p page, path string, at, count int) page {
	list := links{heading: heading{ID: "cac-trang", Heading: e.T("pages")}}
	for i := range count {
		if i != at {
			list.Links = append(list.Links, []run{linked(e.pageNumber(i), e.address(numbered(path, i)))})
		}
	}
	if len(list.Links) == 0 {
		return p
	}
	return e.withPart(p, list)
}
