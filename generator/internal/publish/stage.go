// Package publish puts a rendered tree in its place. A folder of rendered files
// goes in; out comes, in one step, the published site: checked, listed in a
// manifest, readable by a web server whatever the umask. It refuses to replace
// what isn't a site of ours or what the site is made from, and a tree that
// gives away a person, links to nothing or carries inline code.
//
// The tree is rendered in a working folder beside the site, so that the two can
// be exchanged by renaming. Whenever the process is killed, the site is whole,
// the old one or the new one; the next run clears away what is left.
package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// A Target is where to publish and what must not be touched by it.
type Target struct {
	Out     string   // folder of the site, as the user named it; need not be there
	Inputs  []string // folders that the site is made from
	Waiting func()   // called once when another run holds the lock; may be nil
}

// A Stage is a site in the making. It holds a lock on its target until it is
// committed or aborted.
type Stage struct {
	out     string // absolute, without symbolic links
	work    string // beside out
	created []string
	lock    *flock.Flock
}

// Open locks the target, waiting for another run if there is one, clears away
// what a killed run left, and makes the working folder. The error is a
// *RefusedError where the target is not to be written to.
func Open(ctx context.Context, target Target) (*Stage, error) {
	out, err := resolve(target.Out)
	if errors.Is(err, syscall.ENOTDIR) {
		return nil, &RefusedError{target.Out, IsFile}
	}
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	if err := refusePlace(out, target); err != nil {
		return nil, err
	}
	lock, err := acquire(ctx, out, target.Waiting)
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	stage := &Stage{out: out, lock: lock}
	if err := stage.prepare(target.Out); err != nil {
		stage.Abort()
		return nil, err
	}
	return stage, nil
}

func (s *Stage) prepare(named string) error {
	if err := sweep(s.out); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := refuseContent(s.out, named); err != nil {
		return err
	}
	if err := s.makeWork(); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// Dir is the folder to render the site into.
func (s *Stage) Dir() string { return filepath.Join(s.work, siteName) }

// Put lays a file beside what is rendered into Dir; name is slash-separated,
// from the site's root.
func (s *Stage) Put(name string, data []byte) error {
	full := filepath.Join(s.Dir(), filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if err := writeFile(full, data); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}

// Work is a folder for whatever is needed on the way; it is never published.
func (s *Stage) Work() string { return filepath.Join(s.work, scratchName) }

// Abort gives the stage up and leaves the target as it was. After Commit, or
// called again, it does nothing, so it can be deferred.
func (s *Stage) Abort() {
	if s.work != "" {
		discard(s.work)
		s.work = ""
	}
	for i := len(s.created) - 1; i >= 0; i-- {
		os.Remove(s.created[i]) // fails, as it should, where something was put in meanwhile
	}
	s.release()
}

func (s *Stage) release() {
	s.created = nil
	s.lock.Unlock()
}
