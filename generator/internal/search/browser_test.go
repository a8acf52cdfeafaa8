package search

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"testing"
)

// shown is how many results the page shows at first (tim-kiem.js).
const shown = 6

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
	contents := make(map[string]string, len(files)) // in one piece: a big index is tens of thousands of files
	for _, f := range files {
		contents[f.Path] = string(f.Bytes)
	}
	input, err := json.Marshal(map[string]any{"files": contents, "queries": queries, "shown": shown})
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
