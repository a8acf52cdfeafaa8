package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Reason says why a target was refused.
type Reason int

// The reasons, worded for the person at the keyboard by the command line.
const (
	IsFile      Reason = iota // it is a file, or would lie below one
	NotOurs                   // it holds something which is not a site of ours
	HoldsInputs               // what the site is made from lies in it
	InsideInput               // it lies in what the site is made from
	TooMuch                   // it is the root of the file system or a home
)

// A RefusedError says that a folder is not to be published into.
type RefusedError struct {
	Out    string // as the user named it
	Reason Reason
}

func (e *RefusedError) Error() string {
	why := map[Reason]string{
		IsFile:      "it is a file",
		NotOurs:     "it holds something which is not a site of ours",
		HoldsInputs: "what the site is made from lies in it",
		InsideInput: "it lies in what the site is made from",
		TooMuch:     "it is the root of the file system or a home",
	}
	return fmt.Sprintf("refusing to publish into %s: %s", e.Out, why[e.Reason])
}

// resolve makes path absolute and follows its symbolic links as far as it
// exists, so that a link to a site stays a link.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(path) == path {
		return real, err
	}
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%s is a symbolic link to nothing", path)
	}
	parent, err := resolve(filepath.Dir(path))
	return filepath.Join(parent, filepath.Base(path)), err
}

// refusePlace refuses a target for where it is.
func refusePlace(out string, target Target) error {
	if home, err := os.UserHomeDir(); filepath.Dir(out) == out || err == nil && same(out, home) {
		return &RefusedError{target.Out, TooMuch}
	}
	for _, input := range target.Inputs {
		input, err := resolve(input)
		if err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		switch {
		case within(input, out):
			return &RefusedError{target.Out, HoldsInputs}
		case within(out, input):
			return &RefusedError{target.Out, InsideInput}
		}
	}
	return nil
}

// within reports whether path is dir or lies below it. Folders are compared by
// identity, since a file system may not tell Data from data.
func within(path, dir string) bool {
	for {
		if same(path, dir) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
}

func same(a, b string) bool {
	if a == b {
		return true
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// refuseContent refuses a target for what is there already: anything but a
// site of ours, an empty folder, or one with nothing but what git keeps.
func refuseContent(out, named string) error {
	info, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if !info.IsDir() {
		return &RefusedError{named, IsFile}
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if slices.ContainsFunc(entries, isInput) {
		return &RefusedError{named, HoldsInputs}
	}
	if slices.ContainsFunc(entries, isOwn) && !isOurs(out) {
		return &RefusedError{named, NotOurs}
	}
	return nil
}

func isInput(e fs.DirEntry) bool { return e.IsDir() && (e.Name() == "data" || e.Name() == "content") }

func isOwn(e fs.DirEntry) bool { return !isGit(e.Name()) }

// isGit reports whether an entry at the top of a site is git's business and is
// carried over from one site to the next.
func isGit(name string) bool { return strings.HasPrefix(name, ".git") }
