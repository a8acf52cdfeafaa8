package world

import (
	"path"
	"slices"
	"strings"

	"congbo/generator/internal/diag"
)

// officialText is the path of the programme's text below a language's folder.
const officialText = "chuong-trinh/_index.md"

// sections are the folders of a language that hold pages.
var sections = []string{"tin-tuc", "gioi-thieu", "phuong-phap"}

func officialIn(lang string) string { return "content/" + lang + "/" + officialText }

// original is the language that the official text was issued in: Vietnamese,
// whatever languages the site is read in, or the first of these where the text
// is there alone.
func (l *loader) original(languages []string) string {
	const vietnamese = "vi"
	if len(languages) > 0 && !l.files.Has(officialIn(vietnamese)) && l.files.Has(officialIn(languages[0])) {
		return languages[0]
	}
	return vietnamese
}

// foldersShown lists the folders of content/ that hold something which is shown
// in their language alone; the official text is shown in all.
func (l *loader) foldersShown() []string {
	var folders []string
	note := func(lang, within string) {
		if lang != l.world.Site.Original || path.Dir(within) != path.Dir(officialText) {
			folders = append(folders, lang)
		}
	}
	for _, p := range l.files.Pages() {
		note(p.Language, p.Path)
	}
	for _, p := range l.files.Pictures() {
		note(p.Language, p.Path)
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// content checks that content/ has the official text, folders only of the
// languages that site.yaml declares, and pages only in their sections.
func (l *loader) content() {
	languages := l.world.Site.Languages
	if len(languages) == 0 {
		return
	}
	if file := officialIn(l.world.Site.Original); !l.files.Has(file) {
		l.problems.Report(diag.Position{File: file}, missingFile)
	}
	for _, folder := range l.foldersShown() {
		if !slices.Contains(languages, folder) {
			l.problems.Report(diag.Position{File: "content/" + folder}, unknownContentLanguage, folder).DidYouMean(folder, languages)
		}
	}
	for _, page := range l.files.Pages() {
		if page.Path == officialText {
			continue
		}
		l.mark(page.Front)
		section, _, inSection := strings.Cut(page.Path, "/")
		if !(inSection && slices.Contains(sections, section)) {
			l.problems.Report(diag.Position{File: page.File}, misplacedPage).DidYouMean(section, sections)
		}
	}
}
