package cli

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
)

var update = flag.Bool("update", false, "write docs/problem-codes.md anew")

const codesFile = "../../docs/problem-codes.md"

// TestProblemCodesAreListed holds the list of codes to the rules of the rooms.
func TestProblemCodesAreListed(t *testing.T) {
	want := codeList()
	if *update {
		if err := os.WriteFile(codesFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if string(read(t, codesFile)) != want {
		t.Errorf("%s is not what the rules say; go test ./generator/internal/cli -run Codes -update writes it", codesFile)
	}
}

// correctable are the codes whose hint is a line for data/corrections.yaml,
// made where they are reported.
var correctable = strings.Fields(`became-illustrative changed-name changed-plan removed-record rewritten-log
	unlisted-cells unlisted-change unlisted-column unlisted-removal`)

// TestEveryProblemHasAHint wants advice even where nothing better is known at
// the place of a problem.
func TestEveryProblemHasAHint(t *testing.T) {
	for _, rule := range diag.Rules() {
		if (rule.Hint.Vi == "" || rule.Hint.En == "") && !slices.Contains(correctable, rule.Code) {
			t.Errorf("%s has no hint", rule.Code)
		}
	}
}

// codeList is every code once, with its messages as the rules word them; what
// a message fills in stands as …
func codeList() string {
	var out strings.Builder
	out.WriteString(`# Problem codes

What ` + "`check` and `build`" + ` can answer, by the code in brackets. An error keeps the
site from being published, a warning doesn't. The messages are those of the
rules in each room, which this list is written from; … stands for what a message
fills in.

| code | | tiếng Việt | English |
|---|---|---|---|
`)
	previous := ""
	for _, rule := range diag.Rules() {
		line := fmt.Sprintf("| `%s` | %s | %s | %s |\n", rule.Code, rule.Severity, cellOf(rule.Message.Vi), cellOf(rule.Message.En))
		if line != previous {
			out.WriteString(line)
		}
		previous = line
	}
	return out.String()
}

// cellOf writes a message without its verbs.
func cellOf(message string) string {
	for _, verb := range []string{"%[1]s", "%[1]d", "%[2]d", "%[2]s", "%[3]d", "%02X", "%s", "%q", "%d", "%v", "%U"} {
		message = strings.ReplaceAll(message, verb, "…")
	}
	return strings.ReplaceAll(message, "|", `\|`)
}
