package source

import (
	"path"
	"slices"
	"strings"

	"congbo/generator/internal/diag"
)

// The parts of data/: files of one topic and folders of records.
var (
	dataTopics  = []string{"site", "programme", "sources", "clauses", "agencies", "localities", "corrections", "statistics", "forecast"}
	dataFolders = []string{"classifications", "tasks", "indicators", "registers", peopleFolder}
)

const peopleFolder = "intellectuals"

// addData takes in one file below data/; place is its path there.
func (f *Files) addData(t *tree, name, place string) error {
	if !f.isDataFile(t, name) {
		return nil
	}
	folder, _, inFolder := strings.Cut(place, "/")
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
	language, within, inLanguage := strings.Cut(place, "/")
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
