package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// newSite copies the small site to a folder of the test's own.
func newSite(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, os.DirFS("testdata/site")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// build is a child process that builds the site for a day.
func build(t *testing.T, site, day string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Args = []string{"congbo", "build", "--site", site, "--as-of", day}
	child.Stderr = os.Stderr
	return child
}

func TestBuildKilledAtAnyMomentLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	site := newSite(t)
	start := time.Now()
	if err := build(t, site, "2024-01-01").Run(); err != nil {
		t.Fatal(err)
	}
	usual := time.Since(start)
	random := rand.New(rand.NewPCG(20, 24))
	kills, finished := times(t, 3), 0
	for i := range kills {
		child := build(t, site, fmt.Sprintf("20%02d-06-01", 25+i%50))
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		killer := time.AfterFunc(time.Duration(random.Float64()*1.2*float64(usual)), func() { child.Process.Kill() })
		if child.Wait() == nil {
			finished++
		}
		killer.Stop()
		if err := whole(filepath.Join(site, "public")); err != nil {
			t.Fatalf("after kill %d: %v", i+1, err)
		}
	}
	if err := build(t, site, "2024-01-01").Run(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, site, "content", "data", "public")
	t.Logf("killed %d builds, of which %d had finished", kills, finished)
}

func TestInterruptedBuildLeavesTheSiteAsItWas(t *testing.T) {
	site := newSite(t)
	inv, err := parse([]string{"build", "--site", site, "--as-of", "2026-11-22"}, noEnvironment)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr strings.Builder
	if code := inv.carryOut(ctx, &stdout, &stderr); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if stdout.String() != "" || stderr.String() != "congbo: đã dừng theo yêu cầu; trang cũ vẫn nguyên\n" {
		t.Errorf("said %q and %q", stdout.String(), stderr.String())
	}
	wantEntries(t, site, "content", "data", "public")
	wantEntries(t, filepath.Join(site, "public"), ".gitkeep")
}

func wantEntries(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	if !slices.Equal(found, want) {
		t.Errorf("%s holds %q, want %q", dir, found, want)
	}
}

// times is how often a long test repeats: few by default, SOAK times when that
// is set.
func times(t *testing.T, few int) int {
	soak := os.Getenv("SOAK")
	if soak == "" {
		return few
	}
	n, err := strconv.Atoi(soak)
	if err != nil {
		t.Fatalf("SOAK is %q", soak)
	}
	return n
}

// whole returns an error unless the site in dir is what its manifest lists,
// with .gitkeep and nothing else.
func whole(dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		return err
	}
	var manifest struct {
		Files []struct{ Path, SHA256 string }
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		return err
	}
	want := map[string]string{}
	for _, f := range manifest.Files {
		want[f.Path] = f.SHA256
	}
	count := 0
	err = fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == "manifest.json" || path == ".gitkeep" {
			return err
		}
		count++
		text, err := os.ReadFile(filepath.Join(dir, path))
		if sum := sha256.Sum256(text); err == nil && want[path] != hex.EncodeToString(sum[:]) {
			err = fmt.Errorf("%s is not as listed", path)
		}
		return err
	})
	if err == nil && count != len(want) {
		err = fmt.Errorf("%d files of %d", count, len(want))
	}
	return err
}
