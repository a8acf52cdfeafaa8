package world

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
)

// officialText is the path of the programme's text below a language's folder.
const officialText = "chuong-trinh/_index.md"

// sections are the folders of a language that hold pages.
var sections = []string{"tin-tuc", "gioi-thieu", "phuong-phap"}

// content checks that content/ has the official text, folders only of the
// languages that site.yaml declares, and pages only in their sections.
func (l *loader) content() {
	languages := l.world.Site.Languages
	if len(languages) == 0 {
		return
	}
	file := "content/" + languages[0] + "/" + officialText
	if !l.files.Has(file) {
		l.problems.Report(diag.Position{File: file}, missingFile)
	}
	for _, folder := range l.files.ContentFolders() {
		if !slices.Contains(languages, folder) {
			l.problems.Report(diag.Position{File: "content/" + folder}, unknownContentLanguage, folder).DidYouMean(folder, languages)
		}
	}
	for _, page := range l.files.Pages() {
		section, _, inSection := strings.Cut(page.Path, "/")
		if page.Path != officialText && !(inSection && slices.Contains(sections, section)) {
			l.problems.Report(diag.Position{File: page.File}, misplacedPage).DidYouMean(section, sections)
		}
	}
}
