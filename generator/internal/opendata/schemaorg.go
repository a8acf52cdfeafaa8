package opendata

import "encoding/json"

// webDataset is a dataset as search engines read it (schema.org/Dataset).
type webDataset struct {
	Context       string        `json:"@context"`
	Type          string        `json:"@type"`
	ID            string        `json:"@id"`
	Name          string        `json:"name"`
	Description   string        `json:"description"`
	URL           string        `json:"url"`
	Language      string        `json:"inLanguage"`
	Modified      string        `json:"dateModified"`
	Licence       string        `json:"license"`
	Free          bool          `json:"isAccessibleForFree"`
	Credit        string        `json:"creditText"`
	Keywords      []string      `json:"keywords,omitempty"`
	Creator       webOrg        `json:"creator"`
	Publisher     webOrg        `json:"publisher"`
	Sources       []string      `json:"isBasedOn,omitempty"`
	Measured      []webVariable `json:"variableMeasured"`
	Distributions []webDownload `json:"distribution"`
}

type webOrg struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type webVariable struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	Text string `json:"description,omitempty"`
}

type webDownload struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

// SchemaOrg describes a dataset for the page that shows it, as schema.org has
// it, in one of the site's languages. The JSON is safe inside a script element
// of type application/ld+json: <, > and & are escaped.
func SchemaOrg(d *Dataset, meta Meta, lang string) ([]byte, error) {
	meta = meta.speaking(lang)
	publisher := webOrg{"Organization", meta.text(meta.Site.Publisher.Name)}
	w := webDataset{
		Context:     "https://schema.org/",
		Type:        "Dataset",
		ID:          meta.identity(d),
		Name:        meta.text(d.Title),
		Description: meta.plainDescription(d),
		URL:         meta.url(d.Page()),
		Language:    lang,
		Modified:    meta.AsOf.String(),
		Licence:     meta.licence().url,
		Free:        true,
		Credit:      meta.text(d.Citation(meta)),
		Creator:     publisher,
		Publisher:   publisher,
	}
	if d.Illustrative {
		w.Keywords = []string{meta.say("data_illustrative")}
	}
	for _, s := range d.Sources {
		w.Sources = append(w.Sources, meta.text(s.Title))
	}
	for _, f := range d.Fields {
		w.Measured = append(w.Measured, webVariable{"PropertyValue", f.Name, meta.text(f.Title)})
	}
	for _, f := range Formats() {
		w.Distributions = append(w.Distributions, webDownload{"DataDownload", f.media, meta.url(d.File(f))})
	}
	return json.Marshal(w)
}
