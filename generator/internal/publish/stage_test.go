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
