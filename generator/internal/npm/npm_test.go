package npm_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"congbo/generator/internal/npm"
)

// The test binary itself is the fake npm: linked or copied as "npm" on PATH,
// it acts as FAKE_NPM says.
func TestMain(m *testing.M) {
	if how := os.Getenv("FAKE_NPM"); how != "" && strings.HasPrefix(filepath.Base(os.Args[0]), "npm") {
		os.Exit(fakeNPM(how))
	}
	os.Exit(m.Run())
}

func fakeNPM(how string) int {
	os.Stdout.WriteString("args: " + strings.Join(os.Args[1:], " ") + "\n")
	switch how {
	case "fail":
		os.MkdirAll("node_modules/half", 0o755)
		return 1
	case "empty":
		return 0
	case "slow":
		os.MkdirAll("node_modules/half", 0o755)
		os.WriteFile(os.Getenv("FAKE_NPM_STARTED"), nil, 0o644)
		never, _, _ := os.Pipe()
		never.Read(make([]byte, 1)) // until the parent is told to stop
	}
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		return 2
	}
	os.MkdirAll("node_modules/thing", 0o755)
	os.WriteFile("node_modules/thing/lock", lock, 0o644)
	os.WriteFile("node_modules/thing/args", []byte(strings.Join(os.Args[1:], " ")), 0o644)
	return 0
}

// withNPM makes the fake npm the only program on PATH.
func withNPM(t *testing.T, how string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := "npm"
	if runtime.GOOS == "windows" {
		name = "npm.exe"
	}
	bin := t.TempDir()
	if err := os.Link(self, filepath.Join(bin, name)); err != nil {
		data, err := os.ReadFile(self)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(bin, name), data, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	t.Setenv("FAKE_NPM", how)
}

func lock(text string) fs.FS {
	return fstest.MapFS{
		"package.json":      {Data: []byte(`{}`)},
		"package-lock.json": {Data: []byte(text)},
	}
}

func silent(string) {}

// entries lists what the cache holds.
func entries(t *testing.T, dir string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range list {
		names = append(names, entry.Name())
	}
	return names
}

func TestInstallsOnceForEachLockfile(t *testing.T) {
	withNPM(t, "ok")
	cache := t.TempDir()
	var said []string
	say := func(line string) { said = append(said, line) }

	first, err := npm.Ensure(context.Background(), lock("one"), cache, say)
	if err != nil {
		t.Fatal(err)
	}
	args, _ := os.ReadFile(filepath.Join(first, "node_modules/thing/args"))
	if want := "ci --ignore-scripts --no-audit --no-fund"; string(args) != want {
		t.Errorf("npm was run with %q, want %q", args, want)
	}
	// sha256("one")
	if want := "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"; filepath.Base(first) != want {
		t.Errorf("folder %s, want %s", filepath.Base(first), want)
	}

	t.Setenv("FAKE_NPM", "fail")
	again, err := npm.Ensure(context.Background(), lock("one"), cache, say)
	if err != nil || again != first {
		t.Errorf("second call: %q, %v; want %q without running npm", again, err, first)
	}
	if len(said) != 1 || said[0] != first {
		t.Errorf("said %q, want the folder once", said)
	}

	t.Setenv("FAKE_NPM", "ok")
	other, err := npm.Ensure(context.Background(), lock("two"), cache, silent)
	if err != nil || other == first {
		t.Errorf("another lockfile: %q, %v; want a folder of its own", other, err)
	}
}

func TestFailureLeavesNothing(t *testing.T) {
	for _, how := range []string{"fail", "empty"} {
		withNPM(t, how)
		cache := t.TempDir()
		_, err := npm.Ensure(context.Background(), lock("one"), cache, silent)
		var failed *npm.InstallError
		if !errors.As(err, &failed) || !strings.Contains(failed.Output, "args: ci") {
			t.Errorf("%s: error %v, want an InstallError with npm's output", how, err)
		}
		if left := entries(t, cache); len(left) != 0 {
			t.Errorf("%s: left %q behind", how, left)
		}
	}
}

func TestCutInstallIsNotTakenForWhole(t *testing.T) {
	withNPM(t, "slow")
	cache, started := t.TempDir(), filepath.Join(t.TempDir(), "started")
	t.Setenv("FAKE_NPM_STARTED", started)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for {
			if _, err := os.Stat(started); err == nil {
				cancel()
				return
			}
			runtime.Gosched()
		}
	}()
	if _, err := npm.Ensure(ctx, lock("one"), cache, silent); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if left := entries(t, cache); len(left) != 0 {
		t.Errorf("left %q behind", left)
	}
}

func TestMissingNPM(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := npm.Ensure(context.Background(), lock("one"), t.TempDir(), silent)
	var missing *npm.MissingError
	if !errors.As(err, &missing) {
		t.Errorf("error %v, want a MissingError", err)
	}
}

func TestIncompleteLock(t *testing.T) {
	half := fstest.MapFS{"package.json": {Data: []byte(`{}`)}}
	_, err := npm.Ensure(context.Background(), half, t.TempDir(), silent)
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "package-lock.json") {
		t.Errorf("error %v, want one that names package-lock.json", err)
	}
}

func TestManyAtOnce(t *testing.T) {
	withNPM(t, "ok")
	cache := t.TempDir()
	dirs := make([]string, 8)
	var wg sync.WaitGroup
	for i := range dirs {
		wg.Go(func() {
			dir, err := npm.Ensure(context.Background(), lock("one"), cache, silent)
			if err != nil {
				t.Error(err)
			}
			dirs[i] = dir
		})
	}
	wg.Wait()
	for _, dir := range dirs {
		if dir != dirs[0] {
			t.Errorf("folders differ: %q and %q", dir, dirs[0])
		}
	}
	if left := entries(t, cache); len(left) != 1 {
		t.Errorf("the cache holds %q, want one folder", left)
	}
}
