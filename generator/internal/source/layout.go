package source

import (
	"crypto/sha256"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"congbo/generator/internal/diag"
)

// The parts of data/: files of one topic and folders of records.
var (
	dataTopics  = []string{"site", "programme", "sources", "clauses", "agencies", "localities", "corrections", "statistics", "forecast"}
	dataFolders = []string{"classifications", "tasks", "indicators", "registers", peopleFolder, copiesFolder}
)

const (
	peopleFolder = "intellectuals"
	copiesFolder = "evidence"
)

// Topics are the names of the files that data/ itself may hold.
func Topics() []string { return slices.Clone(dataTopics) }

// copyExtensions are the kinds of files that may be kept as copies of
// evidence: none that a browser would run something from.
var copyExtensions = []string{
	".pdf", ".png", ".jpg", ".jpeg", ".webp", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".csv", ".txt",
}

// addData takes in one file below data/; place is its path there.
func (f *Files) addData(t *tree, name, place string) error {
	folder, within, inFolder := strings.Cut(place, "/")
	if inFolder && folder == copiesFolder {
		return f.addCopy(t, name, within)
	}
	if !f.isDataFile(t, name) {
		return nil
	}
	topic := strings.TrimSuffix(place, path.Ext(place))
	switch {
	case inFolder && slices.Contains(dataFolders, folder):
		file, err := f.read(t, name)
		f.folders[folder] = append(f.folders[folder], file)
		return err
	case inFolder:
		at := diag.Position{File: "data/" + folder}
		f.problems.Report(at, unknownFile, folder).DidYouMean(folder, dataFolders)
	case !slices.Contains(dataTopics, topic):
		f.reportUnknownTopic(t, name, topic)
	case f.topics[topic] != nil:
		t.report(name, duplicateFile, f.topics[topic].Name)
	default:
		file, err := f.read(t, name)
		f.topics[topic] = file
		return err
	}
	return nil
}

// addCopy takes in a copy of evidence as it is.
func (f *Files) addCopy(t *tree, name, within string) error {
	switch {
	case isReadme(name):
		return nil
	case !slices.Contains(copyExtensions, strings.ToLower(path.Ext(name))):
		t.report(name, strayFile).Hint(diag.Phrase{Vi: "bản chụp bằng chứng chỉ là một trong các loại %s", En: "copies of evidence are of the kinds %s only"}, strings.Join(copyExtensions, " "))
		return nil
	case !copyName.MatchString(within):
		t.report(name, badCopyName, within)
		return nil
	}
	saved, err := t.readFile(name)
	if err != nil {
		return err
	}
	f.copies = append(f.copies, Copy{File: t.shown(name), Path: within, SHA256: fmt.Sprintf("%x", sha256.Sum256(saved))})
	return nil
}

// copyName is what a copy's path may be made of, since it becomes an address.
var copyName = regexp.MustCompile(`^[a-z0-9]+([._/-][a-z0-9]+)*$`)

func (f *Files) reportUnknownTopic(t *tree, name, topic string) {
	note := t.report(name, unknownFile, topic)
	if slices.Contains(dataFolders, topic) {
		note.Hint(diag.Phrase{Vi: "«%s» là một thư mục: chuyển tệp vào data/%[1]s/", En: "%q is a folder: move the file into data/%[1]s/"}, topic)
		return
	}
	note.DidYouMean(topic, dataTopics)
}

// isDataFile tells files of records from those that explain them or have no
// place in data/.
func (f *Files) isDataFile(t *tree, name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml":
		return true
	case ".md":
		return false
	case ".xlsx", ".xls", ".ods", ".csv":
		t.report(name, spreadsheetNotRead)
		return false
	}
	if !isReadme(name) {
		t.report(name, strayFile).Hint(diag.Phrase{Vi: "trong data/ chỉ đặt tệp .yaml", En: "data/ holds .yaml files only"})
	}
	return false
}

func isReadme(name string) bool {
	return strings.HasPrefix(strings.ToUpper(path.Base(name)), "README")
}

// addContent takes in one file below content/; place is its path there.
func (f *Files) addContent(t *tree, name, place string) error {
	language, within, inLanguage := strings.Cut(norm.NFC.String(place), "/") // some systems take names apart
	extension := strings.ToLower(path.Ext(name))
	switch {
	case !inLanguage && isReadme(name):
	case !inLanguage:
		t.report(name, strayFile).Hint(diag.Phrase{Vi: "đặt tệp trong thư mục của một ngôn ngữ, ví dụ content/vi/", En: "put it in the folder of a language, such as content/vi/"})
	case extension == ".md":
		return f.addPage(t, name, language, within)
	case slices.Contains(pictureExtensions, extension):
		f.pictures = append(f.pictures, Picture{File: t.shown(name), Language: language, Path: within})
	case extension == ".svg":
		t.report(name, svgPicture)
	default:
		t.report(name, strayFile).Hint(diag.Phrase{Vi: "trong content/ chỉ đặt tệp .md và hình (png, jpg, jpeg, gif, webp, avif)", En: "content/ holds .md files and pictures (png, jpg, jpeg, gif, webp, avif) only"})
	}
	return nil
}

var pictureExtensions = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}
