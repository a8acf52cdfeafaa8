//go:build unix

package source

import (
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipeIsNoFile: reading a pipe would wait for ever.
func TestPipeIsNoFile(t *testing.T) {
	site := write(t, map[string]string{"data/site.yaml": "a: 1\n"})
	if err := syscall.Mkfifo(filepath.Join(site, "data", "sources.yaml"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, problems := openFolder(t, site, "")
	wantProblems(t, problems, "data/sources.yaml:1:1: error: this is no ordinary file or folder [not-a-file]")
}

func TestNameThatIsNotUTF8(t *testing.T) {
	site := write(t, map[string]string{"data/site.yaml": "a: 1\n", "data/tasks/\xffa.yaml": "[]\n"})
	_, problems := openFolder(t, site, "")
	wantProblems(t, problems, "data/tasks/\ufffda.yaml:1:1: error: this is no ordinary file or folder [not-a-file]")
}
