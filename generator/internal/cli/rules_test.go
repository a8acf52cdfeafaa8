package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
)

// TestEveryRuleHasAStory wants each code to be provoked somewhere: in a story
// here, or in a test or its data in the room that defines the rule.
func TestEveryRuleHasAStory(t *testing.T) {
	stories := readStories(t)
	severities := map[string]diag.Severity{}
	for _, rule := range diag.Rules() {
		if known, ok := severities[rule.Code]; ok && known != rule.Severity {
			t.Errorf("[%s] is an error in one place and a warning in another", rule.Code)
		}
		severities[rule.Code] = rule.Severity
		if !strings.Contains(stories, "["+rule.Code+"]") && !strings.Contains(stories, `"`+rule.Code+`"`) {
			t.Errorf("no test provokes [%s]", rule.Code)
		}
		if rule.Message.Vi == "" || rule.Message.En == "" || (rule.Hint.Vi == "") != (rule.Hint.En == "") {
			t.Errorf("[%s] is not worded in both languages", rule.Code)
		}
	}
	if len(severities) == 0 {
		t.Error("there are no rules")
	}
}

// inPatterns reads the brackets of a code as stories' patterns write them.
var inPatterns = strings.NewReplacer(`\[`, "[", `\]`, "]")

// readStories returns all tests and their data, of all rooms.
func readStories(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(name) == "rules_test.go" {
			return err
		}
		inData := strings.Contains(filepath.ToSlash(name), "/testdata/")
		if !inData && !strings.HasSuffix(name, "_test.go") || inData && strings.HasSuffix(name, ".svg") {
			return nil
		}
		text, err := os.ReadFile(name)
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return inPatterns.Replace(all.String())
}
