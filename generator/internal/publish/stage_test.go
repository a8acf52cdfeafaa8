package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// write makes files below dir; a name that ends in a slash is a folder.
func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// names lists everything below dir, folders with a slash.
func names(t testing.TB, dir string) []string {
	t.Helper()
	found := []string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || path == ".":
		case d.IsDir():
			found = append(found, path+"/")
		default:
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func equal(t testing.TB, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func open(t testing.TB, out string) *Stage {
	t.Helper()
	stage, err := Open(context.Background(), Target{Out: out})
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

// publish puts files in place as a site of 22 November 2026.
func publish(t testing.TB, out string, files map[string]string) Summary {
	t.Helper()
	stage := open(t, out)
	defer stage.Abort()
	write(t, stage.Dir(), files)
	summary, err := stage.Commit("2026-11-22")
	if err != nil {
		t.Fatal(err)
	}
	return summary
}

// newOut is the path of a site to be, in a folder of its own; locks go into
// the test's own cache.
func newOut(t testing.TB) string {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "public")
}

func TestCommitPublishesListedReadableFiles(t *testing.T) {
	out := newOut(t)
	summary := publish(t, out, map[string]string{"index.html": "chào", "a/b.csv": "id\n"})
	want := Summary{Dir: out, Files: 2, Pages: 1, Bytes: 8}
	if summary != want {
		t.Errorf("summary is %+v, want %+v", summary, want)
	}
	equal(t, "site", names(t, out), []string{"a/", "a/b.csv", "index.html", "manifest.json"})
	equal(t, "beside it", names(t, filepath.Dir(out))[:1], []string{"public/"})

	text, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	const listed = `{
 "generator": "congbo",
 "as_of": "2026-11-22",
 "files": [
  {
   "path": "a/b.csv",
   "sha256": "984a644ec3b56d32b0404777e1eb73390c4b0742a6a0e183f07861056b6746de",
   "size": 3
  },
  {
   "path": "index.html",
   "sha256": "63212601c9d62167abf48fb83d3a8f7700ceb25493b5fa06fc4d83bf05d3d841",
   "size": 5
  }
 ]
}
`
	if got := string(text); got != listed {
		t.Errorf("manifest is\n%s", got)
	}
	for _, name := range names(t, out) {
		info, err := os.Stat(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		mode := fs.FileMode(0o644)
		if info.IsDir() {
			mode = 0o755
		}
		if info.Mode().Perm() != mode {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
	}
}

func TestCommitReplacesTheOldSiteAndKeepsGit(t *testing.T) {
	out := newOut(t)
	write(t, out, map[string]string{
		".gitkeep": "giữ", ".gitattributes": "* -text\n", ".git/objects/ab/c": "o", ".git/refs/heads/": "",
	})
	publish(t, out, map[string]string{"cũ.html": "cũ"})
	publish(t, out, map[string]string{"index.html": "mới"})
	equal(t, "site", names(t, out), []string{
		".git/", ".git/objects/", ".git/objects/ab/", ".git/objects/ab/c", ".git/refs/", ".git/refs/heads/",
		".gitattributes", ".gitkeep", "index.html", "manifest.json",
	})
	if text, _ := os.ReadFile(filepath.Join(out, ".gitkeep")); string(text) != "giữ" {
		t.Errorf(".gitkeep holds %q", text)
	}
	if text, _ := os.ReadFile(filepath.Join(out, "manifest.json")); strings.Contains(string(text), ".git") {
		t.Error("the manifest lists what is git's")
	}
}

func TestAbortLeavesEverythingAsItWas(t *testing.T) {
	out := newOut(t)
	publish(t, out, map[string]string{"index.html": "cũ"})
	before := names(t, filepath.Dir(out))
	stage := open(t, out)
	write(t, stage.Dir(), map[string]string{"index.html": "mới"})
	write(t, stage.Work(), map[string]string{"hugo/cache": "x"})
	stage.Abort()
	stage.Abort()
	equal(t, "after Abort", names(t, filepath.Dir(out)), before)

	deep := filepath.Join(filepath.Dir(out), "sâu", "hơn", "public")
	open(t, deep).Abort()
	equal(t, "after Abort in a new folder", names(t, filepath.Dir(out)), before)
	publish(t, deep, nil)
	if !isOurs(deep) {
		t.Error("nothing was published into a new folder")
	}
}

func TestCommitRefusesWhatIsNoFile(t *testing.T) {
	out := newOut(t)
	publish(t, out, map[string]string{"index.html": "cũ"})
	spoil := map[string]func(dir string) error{
		"symbolic link": func(dir string) error { return os.Symlink("/etc/passwd", filepath.Join(dir, "x")) },
		"own manifest": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "manifest.json"), nil, 0o644)
		},
	}
	for name, spoil := range spoil {
		stage := open(t, out)
		if err := spoil(stage.Dir()); err != nil {
			t.Fatal(err)
		}
		if _, err := stage.Commit("2026-11-22"); err == nil {
			t.Errorf("%s: published", name)
		}
		stage.Abort()
		equal(t, name, names(t, out), []string{"index.html", "manifest.json"})
	}
}

func TestSecondRunWaitsForTheFirst(t *testing.T) {
	out := newOut(t)
	first := open(t, out)
	ctx, cancel := context.WithCancel(context.Background())
	if _, err := Open(ctx, Target{Out: out, Waiting: cancel}); !errors.Is(err, context.Canceled) {
		t.Errorf("an impatient second run got %v", err)
	}
	waiting, opened := make(chan bool), make(chan *Stage)
	go func() {
		second, err := Open(context.Background(), Target{Out: out, Waiting: func() { close(waiting) }})
		if err != nil {
			t.Error(err)
		}
		opened <- second
	}()
	<-waiting
	write(t, first.Dir(), map[string]string{"index.html": "một"})
	if _, err := first.Commit("2026-11-22"); err != nil {
		t.Fatal(err)
	}
	(<-opened).Abort()
	equal(t, "site", names(t, out), []string{"index.html", "manifest.json"})
}

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

func TestSweepClearsAwayWhatKilledRunsLeft(t *testing.T) {
	left := map[string]string{
		".public.work-1/marker":            "public",
		".public.work-1/site/index.html":   "nửa",
		".public.work-2/":                  "",
		".public.work-3/marker":            "",
		".public.work-kept/của tôi":        "x",
		".public.work-a.work-7/marker":     "public.work-a",
		".public.work-a.work-7/site/x.txt": "x",
		".khac.work-1/marker":              "khac",
	}
	out := newOut(t)
	publish(t, out, map[string]string{"index.html": "cũ"})
	write(t, filepath.Dir(out), left)
	open(t, out).Abort()
	equal(t, "beside the site", names(t, filepath.Dir(out)), []string{
		".khac.work-1/", ".khac.work-1/marker",
		".public.work-a.work-7/", ".public.work-a.work-7/marker", ".public.work-a.work-7/site/", ".public.work-a.work-7/site/x.txt",
		".public.work-kept/", ".public.work-kept/của tôi",
		"public/", "public/index.html", "public/manifest.json",
	})
}

func TestSweepFinishesASwapCutBetweenItsRenames(t *testing.T) {
	cases := map[string]struct {
		left map[string]string
		want string
	}{
		"new one whole": {map[string]string{"site/manifest.json": `{"generator": "congbo"}`, "site/index.html": "mới"}, "mới"},
		"new one gone":  {nil, "cũ"},
	}
	for name, c := range cases {
		out := newOut(t)
		publish(t, out, map[string]string{"index.html": "cũ"})
		work := filepath.Join(filepath.Dir(out), ".public.work-9")
		write(t, work, map[string]string{"marker": "public"})
		write(t, work, c.left)
		if err := os.Rename(out, filepath.Join(work, "old")); err != nil {
			t.Fatal(err)
		}
		open(t, out).Abort()
		if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != c.want {
			t.Errorf("%s: the site says %q, want %q", name, text, c.want)
		}
		equal(t, name, names(t, filepath.Dir(out)), []string{"public/", "public/index.html", "public/manifest.json"})
	}
}

func TestMoveBothSwapsWhereNothingCanBeExchanged(t *testing.T) {
	out := newOut(t)
	publish(t, out, map[string]string{"index.html": "cũ"})
	stage := open(t, out)
	defer stage.Abort()
	write(t, stage.Dir(), map[string]string{"index.html": "mới"})
	if err := moveBoth(stage.work, out); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != "mới" {
		t.Errorf("the site says %q", text)
	}
	if err := moveBoth(stage.work, out); err == nil {
		t.Error("moved in a site that isn't there")
	}
	if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != "mới" {
		t.Errorf("after a failure the site says %q", text)
	}
}

// whole returns an error unless out is exactly what its manifest lists.
func whole(out string) error {
	data, err := os.ReadFile(filepath.Join(out, manifestName))
	if err != nil {
		return err
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	listed := map[string]manifestFile{}
	for _, f := range m.Files {
		listed[f.Path] = f
	}
	err = walk(out, func(path string, d fs.DirEntry) error {
		if d.IsDir() || path == manifestName {
			return nil
		}
		found, err := describe(filepath.Join(out, path), path)
		if err == nil && listed[path] != found {
			err = fmt.Errorf("%s is not as listed", path)
		}
		delete(listed, path)
		return err
	})
	if err == nil && len(listed) > 0 {
		err = fmt.Errorf("missing: %v", slices.Sorted(maps.Keys(listed)))
	}
	return err
}

func BenchmarkCommit(b *testing.B) {
	out := newOut(b)
	files := map[string]string{}
	for i := range 2000 {
		files[fmt.Sprintf("trang/%d/index.html", i)] = strings.Repeat("nội dung ", 2000)
	}
	for b.Loop() {
		stage := open(b, out)
		write(b, stage.Dir(), files)
		start := time.Now()
		if _, err := stage.Commit("2026-11-22"); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(time.Since(start).Milliseconds()), "ms/commit")
	}
}
