package opendata

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"strings"

	"congbo/generator/internal/model"
)

// The profiles of Data Package 2.0 (datapackage.org).
const (
	packageProfile  = "https://datapackage.org/profiles/2.0/datapackage.json"
	resourceProfile = "https://datapackage.org/profiles/2.0/dataresource.json"
)

type dataPackage struct {
	Profile      string               `json:"$schema"`
	Name         string               `json:"name"`
	Title        string               `json:"title"`
	Description  string               `json:"description,omitempty"`
	Homepage     string               `json:"homepage,omitempty"`
	Citation     string               `json:"citation"` // ours
	Created      string               `json:"created"`
	Licences     []packageLicence     `json:"licenses"`
	Contributors []packageContributor `json:"contributors,omitempty"`
	Sources      []packageSource      `json:"sources,omitempty"`
	Resources    []packageResource    `json:"resources"`
}

type packageLicence struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

type packageContributor struct {
	Title string   `json:"title"`
	Email string   `json:"email,omitempty"`
	Roles []string `json:"roles"`
}

type packageSource struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type packageResource struct {
	Profile      string          `json:"$schema"`
	Name         string          `json:"name"`
	Type         string          `json:"type,omitempty"`
	Path         string          `json:"path"`
	Title        string          `json:"title,omitempty"`
	Description  string          `json:"description,omitempty"`
	Format       string          `json:"format"`
	Media        string          `json:"mediatype"`
	Encoding     string          `json:"encoding,omitempty"` // of text
	Bytes        int             `json:"bytes,omitempty"`
	Hash         string          `json:"hash,omitempty"`
	Illustrative bool            `json:"illustrative,omitempty"` // ours
	Sources      []packageSource `json:"sources,omitempty"`
	Dialect      *packageDialect `json:"dialect,omitempty"`
	Schema       *packageSchema  `json:"schema,omitempty"`
}

type packageDialect struct {
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	QuoteChar      string `json:"quoteChar"`
	DoubleQuote    bool   `json:"doubleQuote"`
	Header         bool   `json:"header"`
}

// packageFileName is where a Data Package describes itself.
const packageFileName = "datapackage.json"

// packageHead is what a package is called: all of the site's data or one
// dataset with what explains it.
type packageHead struct {
	name        string
	title       string
	description string
	citation    string
}

// whole is the head of the package that holds all datasets.
func (c *catalogue) whole() packageHead {
	m := c.meta
	return packageHead{packageName(m.Site.BaseURL), m.text(m.Site.Title), m.text(m.Site.Description), m.siteCitation()}
}

// writeDataPackage describes every file of the catalogue and those of further,
// without size and hash where they aren't written yet.
// Its texts are in the site's first language, as the standard knows only one.
func writeDataPackage(c *catalogue, head packageHead, further ...File) ([]byte, error) {
	m := c.meta
	terms := m.licence()
	p := dataPackage{
		Profile:     packageProfile,
		Name:        head.name,
		Title:       head.title,
		Description: strings.TrimSpace(head.description + "\n\n" + m.say("data_formulas")),
		Citation:    head.citation,
		Homepage:    homepage(m.Site.BaseURL),
		Created:     m.AsOf.String() + "T00:00:00+07:00",
		Licences:    []packageLicence{{terms.name, terms.url, terms.title}},
	}
	if publisher := m.Site.Publisher; len(publisher.Name) > 0 {
		p.Contributors = []packageContributor{{m.text(publisher.Name), publisher.Email, []string{"publisher"}}}
	}
	seen := map[string]bool{}
	for i := range c.entries {
		for _, s := range c.entries[i].Sources {
			if !seen[s.ID] {
				p.Sources = append(p.Sources, m.packageSource(s))
			}
			seen[s.ID] = true
		}
		p.Resources = append(p.Resources, c.resources(&c.entries[i])...)
	}
	for _, file := range further {
		r := resource(file)
		if file.Bytes == nil { // not written yet
			r.Bytes, r.Hash = 0, ""
		}
		p.Resources = append(p.Resources, r)
	}
	return encodeJSON(p)
}

// packageName is the site's host and path in the characters that a package's
// name may have.
func packageName(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return "du-lieu"
	}
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, strings.ToLower(u.Hostname()+u.Path))
	return cmp.Or(strings.Trim(name, "-."), "du-lieu")
}

func homepage(base string) string {
	if isWebAddress(base) {
		return base
	}
	return ""
}

func (m Meta) packageSource(s model.Source) packageSource {
	source := packageSource{Title: cmp.Or(m.text(s.Title), s.ID)}
	if isWebAddress(s.URL) {
		source.Path = s.URL
	}
	return source
}

// resourceName is a dataset's name among the resources; those of its files in
// other formats than CSV have the format's ending appended.
func (d *Dataset) resourceName() string { return strings.ReplaceAll(d.path(), "/", ".") }

func resource(file File) packageResource {
	sum := sha256.Sum256(file.Bytes)
	name := strings.TrimPrefix(file.Path, Folder)
	return packageResource{
		Profile:  resourceProfile,
		Name:     strings.ReplaceAll(name, "/", "."),
		Path:     name,
		Format:   strings.TrimPrefix(path.Ext(name), "."),
		Media:    file.Media,
		Encoding: encoding(file.Media),
		Bytes:    len(file.Bytes),
		Hash:     "sha256:" + hex.EncodeToString(sum[:]),
	}
}

// encoding is that of all our text; workbooks and archives have none.
func encoding(media string) string {
	if strings.HasSuffix(media, "json") || strings.HasPrefix(media, "text/") {
		return "utf-8"
	}
	return ""
}

// resources describes the files of one dataset: the CSV field by field, the
// others in short.
func (c *catalogue) resources(entry *catalogueEntry) []packageResource {
	var resources []packageResource
	for i, file := range entry.files {
		r := resource(file)
		r.Title = c.meta.text(entry.Title)
		r.Illustrative = entry.Illustrative
		if i == 0 {
			c.detail(&r, entry.Dataset)
		}
		resources = append(resources, r)
	}
	return resources
}

func (c *catalogue) detail(r *packageResource, d *Dataset) {
	r.Name = d.resourceName()
	r.Type = "table"
	r.Description = c.meta.plainDescription(d)
	for _, s := range d.Sources {
		r.Sources = append(r.Sources, c.meta.packageSource(s))
	}
	r.Dialect = &packageDialect{Delimiter: ",", LineTerminator: "\n", QuoteChar: `"`, DoubleQuote: true, Header: true}
	r.Schema = c.schema(d)
}

// plainDescription is all that a reader must know, as one text.
func (m Meta) plainDescription(d *Dataset) string {
	var paragraphs []string
	if d.Illustrative {
		paragraphs = append(paragraphs, m.say("data_not_real"))
	}
	if text := m.text(d.Description); text != "" {
		paragraphs = append(paragraphs, text)
	}
	for _, note := range d.Notes {
		paragraphs = append(paragraphs, m.text(note))
	}
	return strings.Join(paragraphs, "\n\n")
}
