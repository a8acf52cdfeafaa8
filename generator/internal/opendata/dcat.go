package opendata

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// The catalogue for other portals: W3C's Data Catalog Vocabulary, version 3
// (2024), written as JSON-LD.
const (
	dcatName = "dcat.jsonld"
	jsonLD   = "application/ld+json"
)

// dcatContext says what the names below mean.
var dcatContext = map[string]any{
	"dcat": "http://www.w3.org/ns/dcat#",
	"dct":  "http://purl.org/dc/terms/",
	"foaf": "http://xmlns.com/foaf/0.1/",
	"rdfs": "http://www.w3.org/2000/01/rdf-schema#",
	"spdx": "http://spdx.org/rdf/terms#",
	"xsd":  "http://www.w3.org/2001/XMLSchema#",
}

type node struct {
	ID string `json:"@id"`
}

type typedValue struct {
	Type  string `json:"@type"`
	Value string `json:"@value"`
}

type dcatCatalogue struct {
	Context     map[string]any `json:"@context"`
	ID          string         `json:"@id"`
	Type        string         `json:"@type"`
	Title       []langString   `json:"dct:title"`
	Description []langString   `json:"dct:description,omitempty"`
	Modified    typedValue     `json:"dct:modified"`
	Publisher   dcatAgent      `json:"dct:publisher"`
	Licence     dcatLicence    `json:"dct:license"`
	Homepage    node           `json:"foaf:homepage"`
	Datasets    []dcatDataset  `json:"dcat:dataset"`
}

type dcatAgent struct {
	Type string       `json:"@type"`
	Name []langString `json:"foaf:name"`
}

type dcatLicence struct {
	ID    string       `json:"@id"`
	Type  string       `json:"@type"`
	Label []langString `json:"rdfs:label,omitempty"`
}

type dcatDataset struct {
	ID            string             `json:"@id"`
	Type          string             `json:"@type"`
	Identifier    string             `json:"dct:identifier"`
	Title         []langString       `json:"dct:title"`
	Description   []langString       `json:"dct:description,omitempty"`
	Notes         []langString       `json:"rdfs:comment,omitempty"`
	Keywords      []langString       `json:"dcat:keyword,omitempty"`
	Modified      typedValue         `json:"dct:modified"`
	Licence       node               `json:"dct:license"`
	Page          node               `json:"dcat:landingPage"`
	Sources       []node             `json:"dct:source,omitempty"`
	Citation      []langString       `json:"dct:bibliographicCitation"`
	Distributions []dcatDistribution `json:"dcat:distribution"`
}

type dcatDistribution struct {
	ID        string       `json:"@id"`
	Type      string       `json:"@type"`
	AccessURL node         `json:"dcat:accessURL"`
	Download  node         `json:"dcat:downloadURL"`
	Media     node         `json:"dcat:mediaType"`
	Bytes     typedValue   `json:"dcat:byteSize"`
	Checksum  dcatChecksum `json:"spdx:checksum"`
}

type dcatChecksum struct {
	Type      string     `json:"@type"`
	Algorithm node       `json:"spdx:algorithm"`
	Value     typedValue `json:"spdx:checksumValue"`
}

func writeDCAT(c *catalogue) ([]byte, error) {
	m := c.meta
	terms := m.licence()
	catalogue := dcatCatalogue{
		Context:     dcatContext,
		ID:          m.url(Folder) + "#catalogue",
		Type:        "dcat:Catalog",
		Title:       m.langStrings(m.Site.Title),
		Description: m.langStrings(m.Site.Description),
		Modified:    m.dcatDay(),
		Publisher:   dcatAgent{"foaf:Organization", m.langStrings(m.Site.Publisher.Name)},
		Licence:     dcatLicence{terms.url, "dct:LicenseDocument", m.langStrings(m.Site.Licence)},
		Homepage:    node{m.url("")},
		Datasets:    []dcatDataset{},
	}
	for i := range c.entries {
		catalogue.Datasets = append(catalogue.Datasets, m.dcatDataset(&c.entries[i], terms))
	}
	return encodeJSON(catalogue)
}

func (m Meta) dcatDataset(entry *catalogueEntry, terms licence) dcatDataset {
	d := dcatDataset{
		ID:          m.identity(entry.Dataset),
		Type:        "dcat:Dataset",
		Identifier:  entry.path(),
		Title:       m.langStrings(entry.Title),
		Description: m.langStrings(entry.Description),
		Keywords:    m.keywords(entry.Dataset),
		Modified:    m.dcatDay(),
		Licence:     node{terms.url},
		Page:        node{m.url(entry.Page())},
		Citation:    m.langStrings(entry.Citation(m)),
	}
	for _, note := range m.allNotes(entry.Dataset) {
		d.Notes = append(d.Notes, m.langStrings(note)...)
	}
	for _, s := range entry.Sources {
		if isWebAddress(s.URL) {
			d.Sources = append(d.Sources, node{s.URL})
		}
	}
	for i, file := range entry.files {
		if formats[i].Name != "" {
			d.Distributions = append(d.Distributions, m.dcatDistribution(file))
		}
	}
	return d
}

// identity names a dataset for good, by the address of its JSON file, which
// carries the description too.
func (m Meta) identity(d *Dataset) string { return m.url(Folder+d.path()) + ".json#dataset" }

func (m Meta) dcatDay() typedValue { return typedValue{"xsd:date", m.AsOf.String()} }

// keywords lets portals find, and filter out, what is not real.
func (m Meta) keywords(d *Dataset) []langString {
	if !d.Illustrative {
		return nil
	}
	return m.langStrings(m.Words.Say("data_illustrative"))
}

func (m Meta) dcatDistribution(file File) dcatDistribution {
	sum := sha256.Sum256(file.Bytes)
	address := m.url(file.Path)
	return dcatDistribution{
		ID:        address,
		Type:      "dcat:Distribution",
		AccessURL: node{address},
		Download:  node{address},
		Media:     node{"https://www.iana.org/assignments/media-types/" + file.Media},
		Bytes:     typedValue{"xsd:nonNegativeInteger", strconv.Itoa(len(file.Bytes))},
		Checksum: dcatChecksum{
			Type:      "spdx:Checksum",
			Algorithm: node{"spdx:checksumAlgorithm_sha256"},
			Value:     typedValue{"xsd:hexBinary", hex.EncodeToString(sum[:])},
		},
	}
}
