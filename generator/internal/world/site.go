package world

import (
	"net/url"
	"regexp"
	"slices"

	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// site reads data/site.yaml. It comes first, since what it declares
// illustrative holds for other files.
func (l *loader) site() {
	r, ok := l.topic("site", Site)
	if !ok {
		return
	}
	l.index.add(Site, "", r)
	languages := l.languages(r)
	l.world.Site = model.Site{
		Title:        r.Text("title", source.Required),
		Description:  r.Text("description", source.Required),
		BaseURL:      baseURL(r.Value("base_url", source.Required)),
		Languages:    languages,
		Original:     l.original(languages),
		Publisher:    publisher(r),
		Licence:      r.Text("licence", source.Required),
		Headline:     l.ref(Indicator, r.Value("headline", source.Optional)),
		Illustrative: l.markKinds(r),
	}
	r.Done()
}

func publisher(r *source.Record) model.Publisher {
	p, ok := r.Record("publisher", source.Required)
	if !ok {
		return model.Publisher{}
	}
	defer p.Done()
	return model.Publisher{
		Name:    p.Text("name", source.Required),
		Address: p.Text("address", source.Optional),
		Email:   p.String("email", source.Optional),
		Phone:   p.String("phone", source.Optional),
	}
}

// languageTag is a language and optionally its region or script (RFC 5646).
var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (l *loader) languages(r *source.Record) []string {
	var tags []string
	for _, v := range atLeastOne(r, "languages") {
		tag := v.Plain()
		switch {
		case !languageTag.MatchString(tag):
			v.Report(badLanguage, tag)
		case !slices.Contains(tags, tag):
			tags = append(tags, tag)
			if !slices.Contains(l.options.Spoken, tag) {
				v.Report(interfaceNotTranslated, tag)
			}
		}
	}
	return tags
}

// baseURL reads the address that the site will have: absolute, with no query.
func baseURL(v source.Value) string {
	s := v.URL()
	if s == "" {
		return ""
	}
	parsed, err := url.Parse(s)
	if err != nil || parsed.Host == "" || parsed.RawQuery != "" || parsed.Fragment != "" {
		v.Report(badBaseURL, s)
		return ""
	}
	return s
}
