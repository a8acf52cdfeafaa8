package publish

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// readXML collects the addresses that a feed (RFC 4287) or a sitemap
// (sitemaps.org) states. What isn't well-formed is an error.
func readXML(data []byte) (page, error) {
	var p page
	seen := map[link]bool{}
	add := func(place, target string) {
		l := link{place: place, target: strings.TrimSpace(target), states: true}
		if !seen[l] {
			seen[l] = true
			p.links = append(p.links, l)
		}
	}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	inside := ""
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return p, nil
		}
		if err != nil {
			return p, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
			for _, a := range token.Attr {
				if a.Name.Local == "href" {
					add(inside+" href", a.Value)
				}
			}
		case xml.EndElement:
			inside = ""
		case xml.CharData:
			if inside == "loc" || inside == "uri" {
				add(inside, string(token))
			}
		}
	}
}
