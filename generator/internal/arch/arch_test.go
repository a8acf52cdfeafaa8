// Package arch holds the tests that keep the house in order: which room may
// import which, who may use which module, and under which licences the program
// is put together. There is nothing in it but these tests.
package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	self = "congbo/"
	root = "../../.."
)

// rooms says what the code of each folder may import of ours. The way of the
// data is files → world → figures → pages → public/; arrows run against it
// only, and adapters (hugo, npm, publish, chart, picture) know nothing of ours. A new
// arrow is a decision: draw it here, and in generator/docs.
var rooms = map[string][]string{
	"generator":            {"cli"},
	"generator/illustrate": {},
	"themes":               {},

	// words and types that everything speaks in
	"diag":  {},
	"model": {},

	// files → world
	"source":    {"diag", "model"},
	"world":     {"diag", "model", "source"},
	"prose":     {"diag", "model", "source"},
	"programme": {"diag", "model", "prose"},

	// world → figures
	"tracking":   {"model"},
	"disclosure": {},
	"audit":      {}, // nothing: it must not share a fault with disclosure
	"workforce":  {"disclosure", "model"},
	"balance":    {"model", "workforce"},
	"forecast":   {"model", "workforce"},
	"series":     {"forecast", "model", "workforce"},

	// figures → pages
	"locale":   {"model"},
	"opendata": {"balance", "forecast", "locale", "model", "series", "tracking", "workforce"},
	"history":  {"diag", "model", "opendata", "tracking", "workforce", "world"},
	"search":   {},
	"site": {
		"balance", "chart", "diag", "forecast", "history", "hugo", "locale", "model", "opendata", "picture", "programme", "prose",
		"search", "series", "tracking", "workforce",
	},

	// adapters
	"chart":   {},
	"picture": {},
	"npm":     {},
	"hugo":    {},
	"publish": {},

	// joins them
	"cli": {
		"audit", "balance", "chart", "diag", "forecast", "history", "locale", "model", "npm", "opendata", "picture", "programme", "prose", "publish",
		"series", "site", "source", "tracking", "workforce", "world", "themes",
	},
}

// modules says which rooms may use a module that isn't of the standard
// library. Tests of any room may use those of testModules besides.
var modules = map[string][]string{
	"github.com/gofrs/flock":              {"publish"},
	"github.com/go-echarts/go-echarts/v2": {"chart"},
	"github.com/goccy/go-yaml":            {"source"},
	"github.com/gohugoio/hugo":            {"hugo"},
	"github.com/xuri/excelize/v2":         {"opendata"},
	"github.com/yuin/goldmark":            {"programme", "prose"},
	"golang.org/x/image":                  {"picture"},
	"golang.org/x/net":                    {"chart", "publish", "site"},
	"golang.org/x/sync":                   {"site"},
	"golang.org/x/sys":                    {"publish"},
	"golang.org/x/text":                   {"chart", "diag", "locale", "picture", "programme", "prose", "search", "source"},
	"gonum.org/v1/gonum":                  {"forecast"},
	"gopkg.in/yaml.v3":                    {"locale", "source"},
	"modernc.org/quickjs":                 {"chart"},
}

var testModules = []string{"github.com/rogpeppe/go-internal", "github.com/xuri/excelize/v2", "golang.org/x/net", "golang.org/x/text", "gopkg.in/yaml.v3"}

// A use is one import in one file.
type use struct {
	file, room, imports string
	test                bool
}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	seen := map[string]bool{}
	for _, u := range uses(t) {
		allowed, known := rooms[u.room]
		if !known {
			if !seen[u.room] {
				t.Errorf("%s: the room %s is not in the plan", u.file, u.room)
			}
			seen[u.room] = true
			continue
		}
		seen[u.room] = true
		if ours, ok := strings.CutPrefix(u.imports, self); ok && !u.test && !slices.Contains(allowed, roomOf(ours)) {
			t.Errorf("%s: %s may not import %s", u.file, u.room, roomOf(ours))
		}
	}
	for room := range maps.Keys(rooms) {
		if !seen[room] {
			t.Errorf("the room %s of the plan is not there", room)
		}
	}
}

func TestModulesAreUsedOnlyWhereTheyMay(t *testing.T) {
	for _, u := range uses(t) {
		first, _, _ := strings.Cut(u.imports, "/")
		switch module := moduleOf(u.imports); {
		case u.imports == "C":
			t.Errorf("%s uses cgo", u.file)
		case !strings.Contains(first, "."): // ours or the standard library
		case u.test && (slices.Contains(testModules, module) || slices.Contains(modules[module], u.room)):
		case !slices.Contains(modules[module], u.room):
			t.Errorf("%s: %s may not use %s", u.file, u.room, u.imports)
		}
	}
}

// TestArrowsRunOneWay finds circles that Go itself would allow, through tests
// or the plan alone.
func TestArrowsRunOneWay(t *testing.T) {
	done := map[string]bool{}
	var visit func(room string, trail []string)
	visit = func(room string, trail []string) {
		if slices.Contains(trail, room) {
			t.Errorf("a circle: %s", strings.Join(append(trail, room), " → "))
			return
		}
		if done[room] {
			return
		}
		for _, next := range rooms[room] {
			visit(next, append(trail, room))
		}
		done[room] = true
	}
	for _, room := range slices.Sorted(maps.Keys(rooms)) {
		visit(room, nil)
	}
}

// uses lists every import of every Go file of ours.
func uses(t *testing.T) []use {
	t.Helper()
	var found []use
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != root):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		relative = filepath.ToSlash(relative)
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found = append(found, use{relative, roomOf(path.Dir(relative)), imported, strings.HasSuffix(name, "_test.go")})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(found, func(u use) bool { return u.room == "arch" })
}

// roomOf names the room that a folder of the module is.
func roomOf(folder string) string { return strings.TrimPrefix(folder, "generator/internal/") }

// moduleOf returns the module of the plan that an imported package belongs to.
func moduleOf(imported string) string {
	for module := range modules {
		if imported == module || strings.HasPrefix(imported, module+"/") {
			return module
		}
	}
	for _, module := range testModules {
		if imported == module || strings.HasPrefix(imported, module+"/") {
			return module
		}
	}
	return ""
}
