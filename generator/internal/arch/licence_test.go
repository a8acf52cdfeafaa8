package arch

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// licences are told apart by words that each of them holds. All of these let
// the program be passed on under its own licence; MPL asks that changes to its
// files be published, and we make none.
var licences = []struct{ name, words string }{
	{"Apache-2.0", "Apache License"},
	{"BSD", "Redistribution and use in source and binary forms"},
	{"ISC", "Permission to use, copy, modify, and"},
	{"MIT", "Permission is hereby granted, free of charge"},
	{"MPL-2.0", "Mozilla Public License"},
	{"Unlicense", "This is free and unencumbered software"},
	{"CC0", "CC0 1.0 Universal"},
}

// TestLicencesAllowPassingOn looks at every module that is linked into the
// program, not only at those that we name.
func TestLicencesAllowPassingOn(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "./generator")
	list.Dir = root
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.Compact(slices.Sorted(strings.Lines(string(out))))
	for _, line := range lines {
		module, dir, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && licence(t, dir) == "" {
			t.Errorf("%s: no licence that is known to allow passing it on", module)
		}
	}
	if len(lines) < 10 {
		t.Errorf("only %d modules were found", len(lines))
	}
}

// licence names the licence of a module by the texts at its top.
func licence(t *testing.T, dir string) string {
	t.Helper()
	var texts []byte
	for _, pattern := range []string{"LICEN[CS]E*", "License*", "license*", "COPYING*", "UNLICENSE*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if text, err := os.ReadFile(name); err == nil {
				texts = append(texts, text...)
			}
		}
	}
	texts = bytes.Join(bytes.Fields(texts), []byte(" "))
	for _, l := range licences {
		if bytes.Contains(bytes.ToLower(texts), []byte(strings.ToLower(l.words))) {
			return l.name
		}
	}
	return ""
}
