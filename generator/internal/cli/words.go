package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// words is a text in the languages of messages; the verbs are those of fmt,
// the same in both.
type words struct{ vi, en string }

func (w words) in(lang string, args ...any) string {
	format := w.vi
	if lang == "en" {
		format = w.en
	}
	if len(args) == 0 {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// display writes a path the way a person would: relative where it lies below
// the working folder.
func display(path string) string {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	here, err := os.Getwd()
	if err != nil {
		return absolute
	}
	relative, err := filepath.Rel(here, absolute)
	if err != nil || !filepath.IsLocal(relative) {
		return absolute
	}
	return relative
}

// quote makes a path one word of a command line.
func quote(path string) string {
	if strings.ContainsAny(path, " '\"$&()*;<>?[]`{|}~#!") {
		return `"` + path + `"`
	}
	return path
}
