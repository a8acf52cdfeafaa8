package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"congbo/generator/internal/diag"
)

// A tree is a folder on disk from which no link leads out.
type tree struct {
	root   *os.Root
	prefix string // how its files are named: the way here from the site
	skip   string // a folder that is not entered
	files  *Files
	names  map[string]string // path in lower case and NFC → path
}

func openTree(files *Files, folder, prefix string) (*tree, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("open folder: %w", err)
	}
	return &tree{root: root, prefix: prefix, files: files, names: map[string]string{}}, nil
}

func (t *tree) close() { t.root.Close() }

func (t *tree) shown(name string) string { return path.Join(t.prefix, name) }

func (t *tree) report(name string, rule *diag.Rule, args ...any) diag.Note {
	return t.files.problems.Report(diag.Position{File: t.shown(name)}, rule, args...)
}

func (t *tree) readFile(name string) ([]byte, error) {
	saved, err := t.root.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", t.shown(name), err)
	}
	return saved, nil
}

// walk visits every ordinary file below dir in the order of names, with its
// path in the tree. A folder that isn't there has no files.
func (t *tree) walk(dir string, visit func(name string) error) error {
	entries, err := fs.ReadDir(t.root.FS(), dir)
	if err != nil {
		return t.notWalked(dir, err)
	}
	for _, entry := range entries {
		if err := t.enter(path.Join(dir, entry.Name()), entry, visit); err != nil {
			return err
		}
	}
	return nil
}

// notWalked judges why a folder could not be read.
func (t *tree) notWalked(dir string, cause error) error {
	info, err := t.root.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && info.Mode()&fs.ModeSymlink != 0:
		t.report(dir, outsideLink)
		return nil
	}
	return fmt.Errorf("read folder %s: %w", t.shown(dir), cause)
}

func (t *tree) enter(name string, entry fs.DirEntry, visit func(name string) error) error {
	if isLitter(entry.Name()) || name == t.skip {
		return nil
	}
	if !fs.ValidPath(name) { // a name that is not UTF-8
		t.report(strings.ToValidUTF8(name, utf8Replacement), notAFile)
		return nil
	}
	t.checkClash(name)
	if entry.IsDir() {
		return t.walk(name, visit)
	}
	if !t.isFile(name, entry) {
		return nil
	}
	return visit(name)
}

// isFile reports whether an entry is an ordinary file, or a link to one that
// stays in the tree.
func (t *tree) isFile(name string, entry fs.DirEntry) bool {
	if entry.Type().IsRegular() {
		return true
	}
	info, err := t.root.Stat(name)
	switch {
	case entry.Type()&fs.ModeSymlink == 0:
		t.report(name, notAFile)
	case err != nil || !info.Mode().IsRegular():
		t.report(name, outsideLink)
	default:
		return true
	}
	return false
}

// checkClash reports a name that another system takes for one already seen.
func (t *tree) checkClash(name string) {
	folded := strings.ToLower(norm.NFC.String(name))
	if other, seen := t.names[folded]; seen {
		t.report(name, nameClash, t.shown(other))
		return
	}
	t.names[folded] = name
}

// isLitter reports whether a file is one that systems and offices leave lying
// about: hidden ones, locks and previews.
func isLitter(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		name == "Thumbs.db" || name == "desktop.ini"
}
