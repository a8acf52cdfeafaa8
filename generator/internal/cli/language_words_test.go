package cli

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// own is what a site itself says, everything in its data and content, and what
// the theme's strings quote from other languages.
type own struct{ said string }

func readOwn(t *testing.T, site string) own {
	t.Helper()
	var said strings.Builder
	for _, folder := range []string{"data", "content"} {
		err := filepath.WalkDir(filepath.Join(site, folder), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.Contains(name, "intellectuals") {
				return err
			}
			data, err := os.ReadFile(name)
			said.Write(data)
			said.WriteByte('\n')
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, quoted := range regexp.MustCompile(`foreign \\"[a-z]+\\" \\"(.*?)\\"`).FindAllSubmatch(vietnamese(t), -1) {
		said.Write(quoted[1])
		said.WriteByte('\n')
	}
	return own{folded(said.String())}
}

// folded is a text in small letters and with what sets it out taken for space.
func folded(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("\"'\\*_`#", r)
	}), " ")
}

var (
	// named are values of colours, addresses, ids, names of files and the places of scripts' words.
	named = regexp.MustCompile(`#[0-9a-f]{6}|#[0-9a-f]{3}|\S*[\pL\d][-/@_.:=][\pL\d]\S*|{[a-z]+}`)
	// between is what sets the words of a site apart within a sentence of the
	// theme: its letters, signs and figures.
	between = regexp.MustCompile("[\\p{Georgian}«»“”()\\[\\]:;,.–—…|·/<>{}=+×%0-9\n]+")
)

// inOurLetters lists what a text says in our letters.
func inOurLetters(text string) []string {
	var found []string
	for _, piece := range between.Split(named.ReplaceAllString(text, "|"), -1) {
		if speaks(piece) {
			found = append(found, strings.TrimSpace(piece))
		}
	}
	return found
}

// foreign lists what a text says in our letters and the site doesn't say.
func (o own) foreign(text string) []string {
	return slices.DeleteFunc(inOurLetters(text), func(piece string) bool { return strings.Contains(o.said, folded(piece)) })
}

// neutral is what is the same in every language, beside ids, names of files
// and codes of one letter. The last lines are names that style sheets and
// files use.
var neutral = []string{"Excel", "Atom", "kB", "Chromium", "link", "csv", "json", "jsonld", "xlsx", "zip", "ch", invented, "English", "Tiếng", "Việt",
	"illustrative", "datapackage", "dcat", "ink", "accent", "rule", "paper", "underline", "leading", "measure"}

// speaks reports whether a text has words that are not neutral.
func speaks(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(word string) bool {
		word = strings.Trim(word, "-?!'\"")
		return len(word) > 1 && !slices.Contains(neutral, word) && strings.ContainsFunc(word, unicode.IsLower)
	})
}

// foreignIn lists what a file says that it shouldn't, by its kind. Files that
// know one language only are in the first.
func foreignIn(name string, data []byte, site own) []string {
	below := strings.HasPrefix(filepath.ToSlash(name), invented+"/")
	var found []string
	if bytes.ContainsRune(data, '\U000E0001') {
		found = append(found, "tags of languages")
	}
	switch {
	case below && strings.HasSuffix(name, ".html"):
		return append(found, foreignInPage(data, site)...)
	case below && strings.HasSuffix(name, ".xml") || below && strings.HasSuffix(name, ".svg"):
		return append(found, foreignInXML(data, site)...)
	case strings.HasSuffix(name, "metadata.json") || strings.HasSuffix(name, "jsonld") || strings.HasPrefix(name, "du-lieu") && strings.HasSuffix(name, ".json"):
		return append(found, foreignInJSON(data, site)...)
	case strings.HasSuffix(name, ".zip"):
		return append(found, foreignInArchive(data, site)...)
	case strings.HasSuffix(name, ".xlsx"):
		return append(found, foreignInWorkbook(data, site)...)
	}
	return found
}

// foreignInPage lists what a page says outside the theme's language without
// marking it, and what it marks that isn't the site's. Drawings and attributes
// can't mark words within; they are tested for the site's. A look into a file
// is the file's own words.
func foreignInPage(data []byte, site own) []string {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	var walk func(n *html.Node, marked bool)
	walk = func(n *html.Node, marked bool) {
		if n.Type == html.ElementNode {
			if n.Data == "style" || n.Data == "code" || attribute(n, "class") == "hash" || inPreview(n) {
				return
			}
			if lang := attribute(n, "lang"); lang != "" {
				marked = lang != invented
			}
			for _, said := range spokenBy(n) {
				found = append(found, site.foreign(said)...)
			}
		}
		if n.Type == html.TextNode {
			found = append(found, foreignInText(n, marked, site)...)
		}
		for child := range n.ChildNodes() {
			walk(child, marked)
		}
	}
	walk(root, false)
	return found
}

func foreignInText(n *html.Node, marked bool, site own) []string {
	switch {
	case n.Parent.Data == "script":
		return foreignInScript(n, site)
	case marked || n.Parent.Namespace == "svg" || n.Parent.Data == "title" || n.Parent.Data == "option":
		return site.foreign(n.Data)
	}
	var found []string
	for _, piece := range inOurLetters(n.Data) {
		found = append(found, fmt.Sprintf("<%s class=%q> %s", n.Parent.Data, attribute(n.Parent, "class"), piece))
	}
	return found
}

// foreignInScript reads the data of scripts. What a page tells search engines
// has the words of their schema and names columns as the files do.
func foreignInScript(n *html.Node, site own) []string {
	var data any
	if json.Unmarshal([]byte(n.Data), &data) != nil {
		return nil
	}
	var found []string
	values(data, func(key, said string) {
		if !strings.HasPrefix(key, "@") && key != "encodingFormat" && !strings.Contains(said, "://") {
			found = append(found, site.foreign(said)...)
		}
	})
	return found
}

// values visits the strings of a JSON value with their keys. The first of a
// pair is an id.
func values(data any, visit func(key, said string)) {
	var walk func(key string, data any)
	walk = func(key string, data any) {
		switch v := data.(type) {
		case string:
			visit(key, v)
		case []any:
			for i, item := range v {
				if _, id := item.(string); !id || len(v) != 2 || i == 1 {
					walk(key, item)
				}
			}
		case map[string]any:
			for inner, item := range v {
				if key != "variableMeasured" || inner != "name" {
					walk(inner, item)
				}
			}
		}
	}
	walk("", data)
}

// spokenBy is what an element says by its attributes.
func spokenBy(n *html.Node) []string {
	var said []string
	for _, a := range n.Attr {
		switch {
		case slices.Contains([]string{"title", "alt", "aria-label", "aria-description", "placeholder", "data-label"}, a.Key):
			said = append(said, a.Val)
		case n.Data == "meta" && a.Key == "content" && (attribute(n, "name") == "description" || regexp.MustCompile("^og:(title|description|site_name|image:alt)$").MatchString(attribute(n, "property"))):
			said = append(said, a.Val)
		}
	}
	return said
}

func inPreview(n *html.Node) bool {
	return n.Data == "table" && n.Parent.Parent != nil && attribute(n.Parent.Parent, "class") == "dataset"
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func foreignInXML(data []byte, site own) []string {
	var found []string
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var open []string
	for {
		token, err := decoder.Token()
		if err != nil {
			break
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && !slices.Contains([]string{"generator", "id", "uri", "email", "updated", "published", "loc", "lastmod", "style"}, open[len(open)-1]) {
				found = append(found, site.foreign(string(token))...)
			}
		}
	}
	return found
}

// foreignInJSON tests texts by language, {"vi": …} and {"@language": "vi", …}:
// what only Vietnamese has is the site's.
func foreignInJSON(data []byte, site own) []string {
	var file any
	if err := json.Unmarshal(data, &file); err != nil {
		return []string{err.Error()}
	}
	var found []string
	var walk func(data any)
	walk = func(data any) {
		switch v := data.(type) {
		case []any:
			found = append(found, foreignInTexts(taggedTexts(v), site)...)
			for _, item := range v {
				walk(item)
			}
		case map[string]any:
			found = append(found, foreignInTexts(v, site)...)
			for _, item := range v {
				walk(item)
			}
		}
	}
	walk(file)
	return found
}

// taggedTexts are those of a list that say their language, by it.
func taggedTexts(list []any) map[string]any {
	texts := map[string]any{}
	for _, item := range list {
		if text, ok := item.(map[string]any); ok && text["@language"] != nil {
			texts[fmt.Sprint(text["@language"])] = text["@value"]
		}
	}
	return texts
}

func foreignInTexts(texts map[string]any, site own) []string {
	for _, lang := range []string{invented, "vi"} {
		if said, ok := texts[lang].(string); ok {
			return site.foreign(said)
		}
	}
	return nil
}

// foreignInArchive reads the guide's part in the invented language; the other
// files stand beside the archive, too.
func foreignInArchive(data []byte, site own) []string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []string{err.Error()}
	}
	guide, err := archive.Open("README.txt")
	if err != nil {
		return []string{err.Error()}
	}
	text, err := io.ReadAll(guide)
	if err != nil {
		return []string{err.Error()}
	}
	_, said, parted := strings.Cut(string(text), strings.Repeat("-", 72))
	if !parted {
		return []string{"a guide in one language"}
	}
	return foreignInLines(strings.Split(said, "\n"), site)
}

// foreignInLines passes over the names of columns and files, which stand before
// a dash.
func foreignInLines(lines []string, site own) []string {
	var found []string
	for _, line := range lines {
		if _, meaning, named := strings.Cut(line, " – "); named {
			line = meaning
		}
		found = append(found, site.foreign(line)...)
	}
	return found
}

func foreignInWorkbook(data []byte, site own) []string {
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		if !strings.ContainsFunc(sheet, func(r rune) bool { return unicode.Is(unicode.Georgian, r) }) {
			continue
		}
		rows, err := book.GetRows(sheet)
		if err != nil {
			return []string{err.Error()}
		}
		var lines []string
		for _, row := range rows {
			lines = append(lines, row...)
		}
		return foreignInLines(lines, site)
	}
	return []string{"no notes in the language"}
}
