package world

import (
	"slices"

	"congbo/generator/internal/diag"
)

// officialText is the path of the programme's text below a language's folder.
const officialText = "chuong-trinh/_index.md"

// content checks that content/ has the official text, and folders only of the
// languages that site.yaml declares.
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
}
