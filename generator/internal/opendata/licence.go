package opendata

import (
	"regexp"
	"strings"
)

// licence is what programs want to know of a site's licence: a name that they
// know and an address; either may be empty.
type licence struct{ name, url, title string }

// knownLicences are those that a site is likely to name in words.
var knownLicences = []struct {
	form *regexp.Regexp
	licence
}{
	{regexp.MustCompile(`(?i)\bCC[ -]BY[ -]4\.0\b`), licence{name: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/"}},
	{regexp.MustCompile(`(?i)\bCC[ -]BY-SA[ -]4\.0\b`), licence{name: "CC-BY-SA-4.0", url: "https://creativecommons.org/licenses/by-sa/4.0/"}},
	{regexp.MustCompile(`(?i)\bCC0[ -]1\.0\b`), licence{name: "CC0-1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/"}},
}

// licence reads the site's own words: a known name in them, else an address in
// them, else the address of the page that states them.
func (m Meta) licence() licence {
	title := m.text(m.Site.Licence)
	for _, known := range knownLicences {
		if known.form.MatchString(title) {
			return licence{known.name, known.url, title}
		}
	}
	for _, word := range strings.Fields(title) {
		if address := strings.Trim(word, "<>()[].,;"); isWebAddress(address) {
			return licence{url: address, title: title}
		}
	}
	return licence{url: m.url(Folder), title: title}
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// url is the full address of path below the site's root.
func (m Meta) url(path string) string {
	return strings.TrimRight(m.Site.BaseURL, "/") + "/" + path
}
