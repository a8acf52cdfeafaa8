package site

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// relativize turns every address from the root ("/nhiem-vu/") in the pages
// below root into one relative to its page, so that the site works below any
// path without a rebuild. The page for what is not found is served at any
// address, so its own are set from base, the path that the site is hosted
// below.
func relativize(root, base string) error {
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		page, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		return os.WriteFile(name, rewriteAddresses(data, resolver(filepath.ToSlash(page), base)), 0o644)
	})
}

// resolver says how an address from the root is written on a page.
func resolver(page, base string) func(string) string {
	if strings.HasSuffix(page, "404.html") {
		return func(address string) string { return base + address }
	}
	up := strings.Repeat("../", strings.Count(page, "/"))
	return func(address string) string {
		if relative := up + strings.TrimPrefix(address, "/"); relative != "" {
			return relative
		}
		return "./"
	}
}

// rewriteAddresses changes the tags that hold an address from the root and
// leaves every other byte as it is.
func rewriteAddresses(data []byte, resolve func(string) string) []byte {
	var out bytes.Buffer
	tokens := html.NewTokenizer(bytes.NewReader(data))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return out.Bytes()
		}
		raw := bytes.Clone(tokens.Raw())
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			out.Write(raw)
			continue
		}
		token := tokens.Token()
		if rewriteTag(&token, resolve) {
			out.WriteString(token.String())
		} else {
			out.Write(raw)
		}
	}
}

func rewriteTag(token *html.Token, resolve func(string) string) (changed bool) {
	for i, attribute := range token.Attr {
		switch attribute.Key {
		case "href", "src", "action", "poster":
			if strings.HasPrefix(attribute.Val, "/") && !strings.HasPrefix(attribute.Val, "//") {
				token.Attr[i].Val = resolve(attribute.Val)
				changed = true
			}
		}
	}
	return changed
}
