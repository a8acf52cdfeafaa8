package search

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// shown is how many results the page shows at first (tim-kiem.js).
const shown = 8

// An answer is what the browser's scripts find for a query.
type answer struct {
	Addresses []string
	Texts     []string // passages of the first results
	Loaded    []string // files, without their extension
}

// ask searches an index with the scripts that readers get, run by Node.
func ask(t testing.TB, files []File, queries ...string) []answer {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("this test runs the theme's scripts with Node, which is not on the PATH: install nodejs")
	}
	input, err := json.Marshal(map[string]any{"folder": lay(t, files), "queries": queries, "shown": shown})
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(node, "testdata/search.mjs")
	command.Stdin = bytes.NewReader(input)
	var complaint bytes.Buffer
	command.Stderr = &complaint
	output, err := command.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, complaint.String())
	}
	var answers []answer
	if err := json.Unmarshal(output, &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// lay writes the files of an index into a new folder.
func lay(t testing.TB, files []File) string {
	t.Helper()
	folder := t.TempDir()
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
