package cli

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"congbo": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts tells the stories of testdata/script: what a person types, and
// exactly what comes back.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Setup:               setUp,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"edit":  edit,
			"exits": exits,
			"same":  same,
			"lists": lists,
			"tells": tells,
		},
	})
}

// setUp gives each story a small whole site in site/, a home and a cache of its
// own and a fixed day. What npm fetched once is shared, since fetching it again
// proves nothing.
func setUp(env *testscript.Env) error {
	if err := os.CopyFS(filepath.Join(env.WorkDir, "site"), os.DirFS("testdata/site")); err != nil {
		return err
	}
	home := filepath.Join(env.WorkDir, ".home")
	env.Setenv("HOME", home)
	env.Setenv("XDG_CACHE_HOME", filepath.Join(home, "cache"))
	env.Setenv("SOURCE_DATE_EPOCH", "1795305600") // 2026-11-22 07:00 in Vietnam
	return shareInstalled(home)
}

func shareInstalled(home string) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	installed := filepath.Join(cache, "congbo", "npm")
	if err := os.MkdirAll(installed, 0o755); err != nil {
		return err
	}
	link := filepath.Join(home, "cache", "congbo", "npm")
	if err := os.MkdirAll(filepath.Dir(link), 0o755); err != nil {
		return err
	}
	return os.Symlink(installed, link)
}

// edit FILE OLD NEW replaces a text that occurs exactly once; \n is a line end.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	text, file := ts.ReadFile(args[0]), ts.MkAbs(args[0])
	old, replacement := strings.ReplaceAll(args[1], `\n`, "\n"), strings.ReplaceAll(args[2], `\n`, "\n")
	if n := strings.Count(text, old); n != 1 {
		ts.Fatalf("%q occurs %d times in %s", old, n, args[0])
	}
	ts.Check(os.WriteFile(file, []byte(strings.Replace(text, old, replacement, 1)), 0o644))
}

// exits CODE COMMAND… runs a command and wants exactly this exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code is %d, want %d", code, want)
	}
}

// same A B wants two folders to hold the same files with the same bytes.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same A B")
	}
	a, b := ts.MkAbs(args[0]), ts.MkAbs(args[1])
	difference := lacking(ts, a, b)
	if difference == "" {
		difference = lacking(ts, b, a)
	}
	switch {
	case difference != "" && !neg:
		ts.Fatalf("%s differs", difference)
	case difference == "" && neg:
		ts.Fatalf("%s and %s are the same", args[0], args[1])
	}
}

// lacking returns a file below a that b doesn't hold, or holds with other bytes.
func lacking(ts *testscript.TestScript, a, b string) (different string) {
	for _, name := range files(ts, a) {
		left, err := os.ReadFile(filepath.Join(a, name))
		ts.Check(err)
		right, err := os.ReadFile(filepath.Join(b, name))
		if err != nil || !bytes.Equal(left, right) {
			return name
		}
	}
	return ""
}

// lists DIR NAME… wants a folder to hold these entries and no others; stories'
// own home apart.
func lists(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: lists DIR NAME…")
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	found := ""
	for _, e := range entries {
		if e.Name() != ".home" && e.Name() != ".tmp" {
			found += " " + e.Name()
		}
	}
	want := ""
	for _, name := range args[1:] {
		want += " " + name
	}
	if found != want {
		ts.Fatalf("%s holds%s, want%s", args[0], found, want)
	}
}

// tells DIR TEXT wants a text to stand in some file below a folder, also in what
// is packed in it.
func tells(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: tells DIR TEXT")
	}
	dir, where := ts.MkAbs(args[0]), ""
	for _, name := range files(ts, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		ts.Check(err)
		if holds(data, args[1]) || strings.Contains(name, args[1]) {
			where = name
		}
	}
	switch {
	case where == "" && !neg:
		ts.Fatalf("nothing below %s tells %q", args[0], args[1])
	case where != "" && neg:
		ts.Fatalf("%s tells %q", where, args[1])
	}
}

// holds reports whether a text stands in data or in a file packed in it.
func holds(data []byte, text string) bool {
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return bytes.Contains(data, []byte(text))
	}
	for _, f := range packed.File {
		r, err := f.Open()
		if err != nil {
			return true // not to be read is not to be known
		}
		unpacked, err := io.ReadAll(r)
		if err != nil || holds(unpacked, text) {
			return true
		}
	}
	return false
}

func files(ts *testscript.TestScript, dir string) []string {
	var names []string
	ts.Check(fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	}))
	return names
}
