package site

import (
	"regexp"

	"congbo/generator/internal/locale"
)

// documentNumber is how documents of the Party are numbered: 45-NQ/TW.
var documentNumber = regexp.MustCompile(`\d+-\p{Lu}+/\p{Lu}+`)

// unbroken divides words so that no line ends within a document's number.
// Words in another language than the page's stay whole, as their tag does.
func unbroken(r run) []run {
	if locale.Tagged(r.Text) {
		return []run{r}
	}
	var runs []run
	from := 0
	for _, at := range documentNumber.FindAllStringIndex(r.Text, -1) {
		runs = append(runs, run{Text: r.Text[from:at[0]]}, run{Text: r.Text[at[0]:at[1]], Kind: "unbroken"})
		from = at[1]
	}
	return append(runs, run{Text: r.Text[from:]})
}
