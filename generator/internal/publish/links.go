package publish

import (
	"net/url"
	"path"
	"strings"
)

// A site knows where its links may lead.
type site struct {
	base  *url.URL
	files map[string]*file
}

// follow says what is wrong with a link of the file at from; "" where it leads
// to something.
func (s *site) follow(from string, l link) string {
	ref, err := url.Parse(l.target)
	if err != nil {
		return "is no URL"
	}
	switch strings.ToLower(ref.Scheme) {
	case "javascript", "vbscript":
		return "runs a script"
	case "data":
		if l.loads {
			return ""
		}
		return "opens what it carries itself"
	}
	to := s.base.JoinPath(from).ResolveReference(ref)
	if ref.Host == "" && ref.Scheme != "" {
		return "" // mailto, tel
	}
	if !s.holds(to) {
		if l.states && strings.EqualFold(to.Host, s.base.Host) {
			return "leads out of the site"
		}
		return outside(ref, l)
	}
	if ref.Host != "" && !l.loads && !l.states {
		return "" // an address of this site spelled out in somebody's text
	}
	return s.land(strings.TrimPrefix(to.Path, s.base.Path), to.Fragment)
}

// holds reports whether an address belongs to the site.
func (s *site) holds(to *url.URL) bool {
	return strings.EqualFold(to.Host, s.base.Host) && strings.HasPrefix(to.Path, s.base.Path)
}

func outside(ref *url.URL, l link) string {
	switch {
	case ref.Host == "":
		return "leads out of the site"
	case l.loads:
		return "is loaded from another host"
	}
	return ""
}

// land says what is wrong with ending up at a path of the site.
func (s *site) land(target, fragment string) string {
	f := s.file(target)
	switch {
	case f == nil:
		return "leads to nothing"
	case fragment == "", fragment == "top", strings.HasPrefix(fragment, ":~:"), f.excerpt.ids == nil:
		return ""
	case !f.excerpt.ids[fragment]:
		return "leads to no such place in " + f.path
	}
	return ""
}

// file finds what a web server would answer a path with.
func (s *site) file(target string) *file {
	if f := s.files[target]; f != nil {
		return f
	}
	return s.files[path.Join(target, "index.html")]
}
