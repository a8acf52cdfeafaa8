package prose

import (
	"regexp"

	"congbo/generator/internal/diag"
)

// typedLink is how a link or picture is written. CommonMark reads none whose
// address has a space in it, and leaves the signs as words.
var typedLink = regexp.MustCompile(`!?\[[^\[\]]*\]\([^()]+\)`)

// checkUnreadLinks warns of what was typed as a link or picture and is read as
// words.
func (t *Tree) checkUnreadLinks(problems *diag.List) {
	t.eachPassage(func(p *passage) {
		words := p.words.String()
		for _, at := range typedLink.FindAllStringIndex(words, -1) {
			problems.Report(t.At(p.source(at[0])), unreadLink, words[at[0]:at[1]])
		}
	})
}
