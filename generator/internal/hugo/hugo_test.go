package hugo

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

const tiny = `
-- hugo.yaml --
baseURL: https://example.org/
title: Nhỏ
disableKinds: [taxonomy, term, rss]
-- content/_index.md --
---
title: Trang chủ
---
Xin chào.
-- content/mai.md --
---
title: Mai
date: 2999-01-01
---
Ngày mai.
-- layouts/home.html --
<h1>{{ .Title }}, {{ site.Title }}</h1>{{ .Content }}{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
-- layouts/page.html --
<h1>{{ .Title }}</h1>{{ .Content }}
`

func tree(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// digest lists every file below dir with the hash of its bytes.
func digest(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
		fmt.Fprintf(&out, "%x %s\n", sha256.Sum256(data), path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// obeyEnvironment makes Hugo read the environment, which it doesn't do when the
// process was started with flags of a test.
func obeyEnvironment(t *testing.T) {
	args := os.Args
	os.Args = args[:1]
	t.Cleanup(func() { os.Args = args })
}

func render(t *testing.T, archive string) (string, error) {
	t.Helper()
	destination := filepath.Join(t.TempDir(), "site")
	return destination, Render(context.Background(), tree(t, archive), destination)
}

func TestSameTreeSameBytesAnywhere(t *testing.T) {
	first, err := render(t, tiny)
	if err != nil {
		t.Fatal(err)
	}
	want := digest(t, first)
	if !strings.Contains(want, " mai/index.html\n") {
		t.Errorf("the page dated in the future is missing:\n%s", want)
	}

	obeyEnvironment(t)
	t.Setenv("HUGO_TITLE", "Khác")
	t.Setenv("HUGOxTITLE", "Khác")
	t.Setenv("HUGO_ENVIRONMENT", "development")
	t.Setenv("TZ", "America/Los_Angeles")
	t.Setenv("LANG", "tr_TR.UTF-8")
	t.Setenv("HOME", "")
	t.Setenv("XDG_CACHE_HOME", "")
	second, err := render(t, tiny)
	if err != nil {
		t.Fatal(err)
	}
	if got := digest(t, second); got != want {
		t.Errorf("second run differs\ngot:\n%s\nwant:\n%s", got, want)
	}
	if os.Getenv("HUGO_TITLE") != "Khác" {
		t.Error("the environment was not put back")
	}
}

func TestCachesStayInTheTree(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CACHE_HOME", home)
	if _, err := render(t, tiny); err != nil {
		t.Fatal(err)
	}
	if left := digest(t, home); left != "" {
		t.Errorf("written to the user's home:\n%s", left)
	}
}

func TestFaultsComeBackAndNothingIsPrinted(t *testing.T) {
	cases := map[string]struct{ replace, by, want string }{
		"template does not parse": {"{{ .Content }}{{ range", "{{ .Content }}{{ rnage", "rnage"},
		"template fails":          {"<h1>{{ .Title }}</h1>{{ .Content }}\n", `{{ errorf "hỏng %s" .Title }}` + "\n", "hỏng Mai"},
		"template warns":          {"<h1>{{ .Title }}</h1>{{ .Content }}\n", `{{ warnf "ngờ %s" .Title }}` + "\n", "ngờ Mai"},
		"two files, one address":  {"date: 2999-01-01", "url: /", "index.html"},
		"no layout":               {"layouts/page.html", "layouts/other.html", "layout"},
		"fetches":                 {"<h1>{{ .Title }}</h1>{{ .Content }}\n", `{{ resources.GetRemote "https://example.org/" }}` + "\n", "not whitelisted"},
		"reads the environment":   {"<h1>{{ .Title }}</h1>{{ .Content }}\n", `{{ os.Getenv "HUGO_X" }}` + "\n", "not whitelisted"},
		"no tree":                 {"hugo.yaml", "other.yaml", "hugo.yaml"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(tiny, c.replace) {
				t.Fatalf("the tree has no %q", c.replace)
			}
			var err error
			printed, captureErr := capture(func() {
				_, err = render(t, strings.Replace(tiny, c.replace, c.by, 1))
			})
			if captureErr != nil {
				t.Fatal(captureErr)
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v does not tell of %q", err, c.want)
			}
			if printed != "" {
				t.Errorf("printed: %s", printed)
			}
		})
	}
}

func TestEndedContextRunsNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	destination := filepath.Join(t.TempDir(), "site")
	if err := Render(ctx, tree(t, tiny), destination); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	if _, err := os.Stat(destination); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was written")
	}
}
