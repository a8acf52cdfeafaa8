package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestSymbolicLinkToTheSiteStays(t *testing.T) {
	out := newOut(t)
	link := filepath.Join(t.TempDir(), "liên-kết")
	publish(t, out, map[string]string{"index.html": "cũ"})
	if err := os.Symlink(out, link); err != nil {
		t.Fatal(err)
	}
	publish(t, link, map[string]string{"index.html": "mới"})
	if target, err := os.Readlink(link); err != nil || target != out {
		t.Errorf("the link is now %q, %v", target, err)
	}
	if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != "mới" {
		t.Errorf("the site says %q", text)
	}
}

func TestRefusedTargets(t *testing.T) {
	ours := `{"generator": "congbo"}`
	cases := map[string]struct {
		there  map[string]string
		out    string
		inputs []string
		reason Reason
	}{
		"file":               {map[string]string{"public": "x"}, "public", nil, IsFile},
		"below a file":       {map[string]string{"public": "x"}, "public/sâu/hơn", nil, IsFile},
		"foreign":            {map[string]string{"public/luận-án.docx": "x"}, "public", nil, NotOurs},
		"hidden foreign":     {map[string]string{"public/.bashrc": "x"}, "public", nil, NotOurs},
		"foreign manifest":   {map[string]string{"public/manifest.json": `{"name": "app"}`}, "public", nil, NotOurs},
		"broken manifest":    {map[string]string{"public/manifest.json": ours[:9]}, "public", nil, NotOurs},
		"data in it":         {map[string]string{"public/manifest.json": ours, "public/data/": ""}, "public", nil, HoldsInputs},
		"content in it":      {map[string]string{"public/content/": ""}, "public", nil, HoldsInputs},
		"the site folder":    {map[string]string{"manifest.json": ours, "data/": ""}, ".", []string{"data"}, HoldsInputs},
		"above the inputs":   {map[string]string{"manifest.json": ours, "a/b/người/": ""}, "a", []string{"a/b/người"}, HoldsInputs},
		"an input":           {map[string]string{"data/": ""}, "data", []string{"data"}, HoldsInputs},
		"in an input":        {map[string]string{"data/": ""}, "data/mới/public", []string{"data"}, InsideInput},
		"in an input to be":  {nil, "data/public", []string{"data"}, InsideInput},
		"the file system":    {nil, "/", nil, TooMuch},
		"the home, if empty": {map[string]string{"home/": ""}, "home", nil, TooMuch},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Dir(newOut(t))
			t.Setenv("HOME", filepath.Join(dir, "home"))
			write(t, dir, c.there)
			before := names(t, dir)
			target := Target{Out: c.out}
			if !filepath.IsAbs(c.out) {
				target.Out = filepath.Join(dir, c.out)
			}
			for _, input := range c.inputs {
				target.Inputs = append(target.Inputs, filepath.Join(dir, input))
			}
			_, err := Open(context.Background(), target)
			var refused *RefusedError
			if !errors.As(err, &refused) || refused.Reason != c.reason {
				t.Errorf("got %v, want reason %d", err, c.reason)
			}
			equal(t, "folder", names(t, dir), before)
		})
	}
}

func TestAcceptedTargets(t *testing.T) {
	for name, there := range map[string]map[string]string{
		"nothing":      {},
		"empty":        {"public/": ""},
		"git's alone":  {"public/.gitkeep": "", "public/.git/HEAD": "x"},
		"site of ours": {"public/manifest.json": `{"generator": "congbo", "later": true}`, "public/x": ""},
	} {
		out := newOut(t)
		write(t, filepath.Dir(out), there)
		inputs := []string{filepath.Join(filepath.Dir(out), "data"), t.TempDir()}
		stage, err := Open(context.Background(), Target{Out: out, Inputs: inputs})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		stage.Abort()
	}
}
