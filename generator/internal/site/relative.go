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
// below. A site for a disk is served by nobody, and names the file in each
// folder, which a browser would list.
func relativize(root, base string, disk bool) error {
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
		data = markLanguages(data)
		return os.WriteFile(name, rewriteAddresses(data, resolver(filepath.ToSlash(page), base, disk)), 0o644)
	})
}

// resolver says how an address from the root is written on a page.
func resolver(page, base string, disk bool) func(string) string {
	up := strings.Repeat("../", strings.Count(page, "/"))
	switch {
	case disk:
		return func(address string) string { return up + strings.TrimPrefix(fileOf(address), "/") }
	case strings.HasSuffix(page, "404.html"):
		return func(address string) string { return base + address }
	}
	return func(address string) string {
		if relative := up + strings.TrimPrefix(address, "/"); relative != "" {
			return relative
		}
		return "./"
	}
}

// fileOf names the file that a host would serve at an address: /a/#b is
// /a/index.html#b.
func fileOf(address string) string {
	end := strings.IndexAny(address, "?#")
	if end < 0 {
		end = len(address)
	}
	if !strings.HasSuffix(address[:end], "/") {
		return address
	}
	return address[:end] + "index.html" + address[end:]
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
