package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// What a working folder holds. The marker carries the name of the site that
// the folder was made for; a folder without it is left alone.
const (
	siteName    = "site"    // the new site; after an exchange, the old one
	oldName     = "old"     // the old site, where it had to be moved away first
	scratchName = "scratch" // never published
	markerName  = "marker"
)

// workPrefix begins the names of the working folders of out. The dot keeps
// them out of git and of what web servers and people look at.
func workPrefix(out string) string { return "." + filepath.Base(out) + ".work-" }

// acquire takes the lock on out. Its file stays in the user's cache: removing
// it could part two runs from each other's lock.
func acquire(ctx context.Context, out string, waiting func()) (*flock.Flock, error) {
	dir, err := lockDir()
	if err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(dir, fmt.Sprintf("%x.lock", sha256.Sum256([]byte(out)))))
	got, err := lock.TryLock()
	if err == nil && !got {
		if waiting != nil {
			waiting()
		}
		_, err = lock.TryLockContext(ctx, 50*time.Millisecond)
	}
	return lock, err
}

// lockDir is in the user's cache or, where there is none to write to, among
// the temporary files.
func lockDir() (string, error) {
	if cache, err := os.UserCacheDir(); err == nil {
		dir := filepath.Join(cache, "congbo", "lock")
		if os.MkdirAll(dir, 0o755) == nil {
			return dir, nil
		}
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("congbo-lock-%d", os.Getuid()))
	return dir, os.MkdirAll(dir, 0o755)
}

// makeWork makes the working folder and the folders that out is to lie in.
func (s *Stage) makeWork() error {
	parent := filepath.Dir(s.out)
	if err := s.makeParents(parent); err != nil {
		return err
	}
	work, err := os.MkdirTemp(parent, workPrefix(s.out))
	if err != nil {
		return err
	}
	s.work = work
	marker := []byte(filepath.Base(s.out))
	if err := os.WriteFile(filepath.Join(work, markerName), marker, 0o644); err != nil {
		return err
	}
	return errors.Join(os.Mkdir(s.Dir(), 0o755), os.Mkdir(s.Work(), 0o755))
}

// makeParents is os.MkdirAll that remembers what it made, for Abort.
func (s *Stage) makeParents(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	if parent := filepath.Dir(dir); parent != dir {
		if err := s.makeParents(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	s.created = append(s.created, dir)
	return nil
}

// sweep clears away the working folders that killed runs left beside out,
// after finishing a swap that was cut between its two renames. The caller
// holds the lock, so none of them is in use.
func sweep(out string) error {
	parent := filepath.Dir(out)
	entries, err := os.ReadDir(parent)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		work := filepath.Join(parent, e.Name())
		if !e.IsDir() || !strings.HasPrefix(e.Name(), workPrefix(out)) || !isWork(work, out) {
			continue
		}
		if err := finish(work, out); err != nil {
			return err
		}
		if err := discard(work); err != nil {
			return err
		}
	}
	return nil
}

// isWork reports whether dir is a working folder made for out: it is marked
// so, or empty because the run was killed before it could mark it.
func isWork(dir, out string) bool {
	marker, err := os.ReadFile(filepath.Join(dir, markerName))
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := os.ReadDir(dir)
		return err == nil && len(entries) == 0
	}
	return err == nil && (len(marker) == 0 || string(marker) == filepath.Base(out))
}

// finish completes a swap that was cut when the old site had been moved away
// and the new one not yet moved in.
func finish(work, out string) error {
	if exists(out) || !exists(filepath.Join(work, oldName)) {
		return nil
	}
	if site := filepath.Join(work, siteName); isOurs(site) {
		return os.Rename(site, out)
	}
	return os.Rename(filepath.Join(work, oldName), out)
}

// discard removes a working folder, its marker last, so that a folder half
// removed is still known for what it is.
func discard(work string) error {
	for _, name := range []string{siteName, oldName, scratchName, markerName} {
		if err := os.RemoveAll(filepath.Join(work, name)); err != nil {
			return err
		}
	}
	return os.Remove(work)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
