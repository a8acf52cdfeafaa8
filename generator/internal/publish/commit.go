package publish

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
)

// A Summary says what was published.
type Summary struct {
	Dir   string // absolute
	Files int    // without the manifest
	Pages int    // those of them that are HTML
	Bytes int64
}

// Commit publishes the stage as the state of day asOf (YYYY-MM-DD). On an
// error the target is as it was, and Abort is still due.
func (s *Stage) Commit(asOf string) (Summary, error) {
	m, err := writeManifest(s.Dir(), asOf)
	if err != nil {
		return Summary{}, fmt.Errorf("publish: %w", err)
	}
	if err := s.replace(); err != nil {
		return Summary{}, fmt.Errorf("publish: %w", err)
	}
	discard(s.work) // what can't be removed now is swept by the next run
	s.work = ""
	s.release()
	return summarize(s.out, m), nil
}

func (s *Stage) replace() error {
	if err := carryOver(s.out, s.Dir()); err != nil {
		return err
	}
	if err := flush(s.Dir()); err != nil {
		return err
	}
	return s.moveIn()
}

func (s *Stage) moveIn() error {
	if !exists(s.out) {
		return os.Rename(s.Dir(), s.out)
	}
	err := exchange(s.Dir(), s.out)
	if errno, ok := err.(syscall.Errno); ok && cannotExchange(errno) {
		return moveBoth(s.work, s.out)
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: s.Dir(), New: s.out, Err: err}
	}
	return nil
}

// moveBoth swaps where the system can't exchange two folders in one step. A
// run killed between the two renames is finished by the next (see finish).
func moveBoth(work, out string) error {
	old := filepath.Join(work, oldName)
	if err := os.Rename(out, old); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(work, siteName), out); err != nil {
		if back := os.Rename(old, out); back != nil {
			return fmt.Errorf("%w; the old site is in %s: %v", err, old, back)
		}
		return err
	}
	return nil
}

// carryOver gives the new site what git keeps at the top of the old one. It is
// there twice until the old site is removed, so that neither ever lacks it.
func carryOver(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, e := range entries {
		if !isGit(e.Name()) {
			continue
		}
		if err := linkAll(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// linkAll makes to the same tree as from by hard links, or by copies where the
// file system has none.
func linkAll(from, to string) error {
	return filepath.WalkDir(from, func(source string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(from, source)
		if err != nil {
			return err
		}
		target := filepath.Join(to, relative)
		info, err := d.Info()
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.Mkdir(target, info.Mode().Perm()|0o700)
		case d.Type() == fs.ModeSymlink:
			return copyLink(source, target)
		case os.Link(source, target) == nil:
			return nil
		}
		return copyFile(source, target, info.Mode().Perm())
	})
}

func copyLink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	return os.Symlink(target, to)
}

func copyFile(from, to string, mode fs.FileMode) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

func summarize(dir string, m manifest) Summary {
	summary := Summary{Dir: dir, Files: len(m.Files)}
	for _, f := range m.Files {
		summary.Bytes += f.Size
		if path.Ext(f.Path) == ".html" {
			summary.Pages++
		}
	}
	return summary
}
