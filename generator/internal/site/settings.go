package site

import (
	"strings"
)

// themeName is the folder of the theme in Hugo's tree.
const themeName = "gazette"

// settings is Hugo's configuration. Hugo doesn't learn the path that the site
// is hosted below: it writes addresses from the root, and relativize makes
// them relative afterwards.
type settings struct {
	BaseURL                        string              `json:"baseURL"`
	Theme                          string              `json:"theme"`
	TimeZone                       string              `json:"timeZone"`
	DefaultContentLanguage         string              `json:"defaultContentLanguage"`
	DefaultContentLanguageInSubdir bool                `json:"defaultContentLanguageInSubdir"`
	DisableDefaultLanguageRedirect bool                `json:"disableDefaultLanguageRedirect"`
	DisableHugoGeneratorInject     bool                `json:"disableHugoGeneratorInject"`
	DisableKinds                   []string            `json:"disableKinds"`
	EnableRobotsTXT                bool                `json:"enableRobotsTXT"`
	BuildFuture                    bool                `json:"buildFuture"`
	BuildExpired                   bool                `json:"buildExpired"`
	Languages                      map[string]language `json:"languages"`
}

type language struct {
	Locale     string       `json:"locale"`
	Label      string       `json:"label"`
	Weight     int          `json:"weight"`
	Title      string       `json:"title"`
	ContentDir string       `json:"contentDir"`
	Params     siteTemplate `json:"params"`
}

// siteTemplate is what every page of a language shows.
type siteTemplate struct {
	Home         string        `json:"home"`
	BaseURL      string        `json:"base_url"`
	Territory    string        `json:"territory"` // the language and where it is at home: vi_VN
	AsOf         string        `json:"as_of"`
	Status       string        `json:"status"`
	Illustrative string        `json:"illustrative,omitempty"`
	Licence      string        `json:"licence,omitempty"`
	Publisher    publisher     `json:"publisher"`
	Sections     []sectionLink `json:"sections"`
	Footer       []sectionLink `json:"footer"`
}

type publisher struct {
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
	Email   string `json:"email,omitempty"`
	Phone   string `json:"phone,omitempty"`
}

type sectionLink struct {
	Key  string `json:"key,omitempty"`
	Path string `json:"path"`
	Name string `json:"name"`
}

func (in Input) settings(editions []*edition) settings {
	s := settings{
		BaseURL:                        origin(in.BaseURL),
		Theme:                          themeName,
		TimeZone:                       "UTC",
		DefaultContentLanguage:         in.World.Site.Languages[0],
		DisableDefaultLanguageRedirect: true,
		DisableHugoGeneratorInject:     true,
		DisableKinds:                   []string{"taxonomy", "term", "section", "rss"},
		EnableRobotsTXT:                true,
		BuildFuture:                    true,
		BuildExpired:                   true,
		Languages:                      map[string]language{},
	}
	for i, e := range editions {
		s.Languages[e.Lang] = language{
			Locale:     e.Lang,
			Label:      e.T("language_name"),
			Weight:     i + 1,
			Title:      e.Text(in.World.Site.Title),
			ContentDir: "content/" + e.Lang,
			Params:     e.template(),
		}
	}
	return s
}

// origin is an address without its path: https://host/.
func origin(base string) string {
	scheme, rest, ok := strings.Cut(base, "://")
	if !ok {
		return "/"
	}
	host, _, _ := strings.Cut(rest, "/")
	return scheme + "://" + host + "/"
}

// basePath is the path that the site is hosted below, without a slash at its
// end: "" or "/tri-thuc".
func basePath(base string) string {
	_, rest, ok := strings.Cut(base, "://")
	if !ok {
		return ""
	}
	_, path, _ := strings.Cut(rest, "/")
	if path = strings.Trim(path, "/"); path == "" {
		return ""
	}
	return "/" + path
}

// template is what every page of the edition shows around its own parts.
func (e *edition) template() siteTemplate {
	site := e.World.Site
	t := siteTemplate{
		Home:      e.address("/"),
		BaseURL:   strings.TrimSuffix(e.BaseURL, "/"),
		Territory: e.Territory(),
		AsOf:      e.Date(e.AsOf),
		Status:    e.programmeStatus(),
		Licence:   e.Text(site.Licence),
		Publisher: publisher{
			Name:    e.Text(site.Publisher.Name),
			Address: e.Text(site.Publisher.Address),
			Email:   site.Publisher.Email,
			Phone:   site.Publisher.Phone,
		},
	}
	if e.showsIllustrations() {
		t.Illustrative = e.T("illustrative_site")
	}
	for _, key := range []string{"programme", "tasks", "statistics", "indicators", "registers", "news", "data", "search"} {
		t.Sections = append(t.Sections, sectionLink{Key: key, Path: e.address(sectionPath[key]), Name: e.T("section_" + key)})
	}
	for _, key := range []string{"bodies", "balance", "forecast", "changes", "corrections", "calendar", "method", "about", "accessibility", "style"} {
		t.Footer = append(t.Footer, sectionLink{Key: key, Path: e.address(sectionPath[key]), Name: e.T("section_" + key)})
	}
	return t
}

// sectionPath is the address of each section, the same in every language.
var sectionPath = map[string]string{
	"programme":  "/chuong-trinh/",
	"tasks":      "/nhiem-vu/",
	"bodies":     "/co-quan/",
	"statistics": "/thong-ke/",
	"indicators": "/chi-tieu/",
	"forecast":   "/du-bao/",
	"balance":    "/can-doi/",
	"registers":  "/so-theo-doi/",
	"news":       "/tin-tuc/",
	"data":       "/du-lieu/",
	"method":     "/phuong-phap/",
	"about":      "/gioi-thieu/",
	"search":     "/tim-kiem/",

	"changes":     "/thay-doi/",
	"corrections": "/dinh-chinh/",
	"calendar":    "/lich/",
	"style":       "/phong-cach/",

	"accessibility": "/tiep-can/",
}
