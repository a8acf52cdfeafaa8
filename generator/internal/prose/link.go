package prose

import (
	"fmt"
	"html"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"congbo/generator/internal/diag"
)

// allowedSchemes are those that a link may have; without one it is relative.
var allowedSchemes = []string{"http", "https", "mailto", "tel"}

// Destination returns where the destination of a link, as written, leads.
func Destination(written []byte) string { return resolve(written) }

// scheme returns the scheme of a destination as the most generous reader would
// see it: references and percent signs decoded however often they were
// encoded, white space and invisible characters gone, lower case.
func scheme(destination string) string {
	s := destination
	for range 8 {
		decoded := html.UnescapeString(s)
		if unescaped, err := url.PathUnescape(decoded); err == nil {
			decoded = unescaped
		}
		if decoded == s {
			break
		}
		s = decoded
	}
	s = strings.Map(visible, s)
	if end := strings.IndexAny(s, ":/?#\\"); end > 0 && s[end] == ':' {
		return strings.ToLower(s[:end])
	}
	return ""
}

func visible(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
		return -1
	}
	return r
}

func allowed(destination string) bool {
	s := scheme(destination)
	return s == "" || slices.Contains(allowedSchemes, s)
}

// External reports whether a destination leads to a host of its own.
func External(destination string) bool {
	s := scheme(destination)
	return s == "http" || s == "https" || strings.HasPrefix(destination, "//")
}

// internal reports whether a destination is an address of the site, other than
// the page itself.
func internal(destination string) bool {
	return scheme(destination) == "" && !External(destination) && !strings.HasPrefix(destination, "#")
}

// checkSchemes reports links and pictures with a scheme that is not allowed:
// references where they are defined, all others where they stand.
func (t *Tree) checkSchemes(problems *diag.List) {
	check := func(n ast.Node, destination string) {
		if !allowed(destination) {
			problems.Report(t.At(n.Pos()), forbiddenScheme, scheme(destination))
		}
	}
	each(t.Root, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			if n.Reference == nil {
				check(n, resolve(n.Destination))
			}
		case *ast.Image:
			if n.Reference == nil {
				check(n, resolve(n.Destination))
			}
		case *ast.LinkReferenceDefinition:
			check(n, resolve(n.Destination))
		case *ast.AutoLink:
			check(n, t.AutoLink(n))
		}
	})
}

// AutoLink returns where a bare address leads.
func (t *Tree) AutoLink(n *ast.AutoLink) string {
	destination := clean(string(n.URL(t.Source)))
	if n.AutoLinkType == ast.AutoLinkEmail && scheme(destination) != "mailto" {
		return "mailto:" + destination
	}
	return destination
}

// CheckLinks reports links to addresses that the site doesn't answer and
// pictures that the page doesn't have. address is the page's own.
func (t *Tree) CheckLinks(address string, site Site, problems *diag.List) {
	each(t.Root, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			destination := resolve(n.Destination)
			if _, ok := Href(destination, address, site); !ok && allowed(destination) {
				note := problems.Report(t.At(n.Pos()), unknownAddress, destination)
				note.DidYouMean(absolute(destination, address), site.Addresses())
			}
		case *ast.Image:
			name := resolve(n.Destination)
			if _, ok := site.Picture(pictureName(name)); !ok && allowed(name) {
				problems.Report(t.At(n.Pos()), unknownPicture, name).DidYouMean(pictureName(name), site.Pictures())
			}
		}
	})
}

// CheckAnchors reports links to a place that its page doesn't have. address is
// the page's own; anchors lists the places of a page of the site.
func (t *Tree) CheckAnchors(address string, anchors func(address string) []string, problems *diag.List) {
	each(t.Root, func(n ast.Node) {
		link, ok := n.(*ast.Link)
		if !ok {
			return
		}
		destination := resolve(link.Destination)
		to, place, named := strings.Cut(destination, "#")
		if scheme(destination) != "" || External(destination) || !named || place == "" {
			return
		}
		page := address
		if to != "" {
			page = absolute(to, address)
		}
		if known := anchors(page); known != nil && !slices.Contains(known, place) {
			problems.Report(t.At(n.Pos()), unknownAnchor, page, place).DidYouMean(place, known)
		}
	})
}

// Href returns what to write for a destination on the page at address, and
// whether it leads anywhere that it may.
func Href(destination, address string, site Site) (href string, ok bool) {
	if !allowed(destination) {
		return "", false
	}
	if !internal(destination) {
		return escapeURL(destination), true
	}
	href, ok = site.Page(absolute(destination, address))
	if !ok {
		return "", false
	}
	if i := strings.IndexAny(destination, "?#"); i >= 0 {
		href += destination[i:]
	}
	return escapeURL(href), true
}

// absolute resolves an internal destination against the page's address; query
// and fragment are dropped, a final slash is kept.
func absolute(destination, address string) string {
	if i := strings.IndexAny(destination, "?#"); i >= 0 {
		destination = destination[:i]
	}
	if decoded, err := url.PathUnescape(destination); err == nil {
		destination = decoded
	}
	joined := destination
	if !strings.HasPrefix(destination, "/") {
		joined = address[:strings.LastIndexByte(address, '/')+1] + destination
	}
	folder := strings.HasSuffix(joined, "/") || strings.HasSuffix(joined, "/.") || strings.HasSuffix(joined, "/..")
	joined = path.Clean("/" + joined)
	if folder && joined != "/" {
		joined += "/"
	}
	return joined
}

func pictureName(destination string) string {
	if decoded, err := url.PathUnescape(destination); err == nil {
		destination = decoded
	}
	return path.Clean(destination)
}

// escapeURL encodes every byte that has no place in an address (RFC 3986) and
// leaves what is encoded already.
func escapeURL(s string) string {
	var out strings.Builder
	fragment := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]),
			c == '#' && !fragment,
			'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
			strings.IndexByte("-._~:/?@!$&'()*+,;=", c) >= 0:
			out.WriteByte(c)
		default:
			fmt.Fprintf(&out, "%%%02X", c)
		}
		fragment = fragment || c == '#'
	}
	return out.String()
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
