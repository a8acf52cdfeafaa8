// Package hugo renders a generated tree into a site by running Hugo in this
// process. A folder with hugo.yaml, content, layouts and assets goes in; HTML
// files come out in another folder. It refuses a tree that Hugo fails on or
// only warns about: whatever Hugo has to say about a generated tree is a fault
// of the program, so it comes back as one Go error and never reaches the
// process's own output.
//
// What Hugo would take from its surroundings is shut out: variables, commands,
// the network, the caches in the user's home, the clock (pages dated in the
// future are rendered like any other).
package hugo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/commands"
)

// running guards the process-wide state that Hugo reads and writes: its
// environment, standard output and standard error.
var running sync.Mutex

// Render runs Hugo on the tree at source and writes the site to destination,
// which is created if need be. Caches stay below source, so source must be
// writable and is the caller's to remove. Hugo can't be stopped once it
// started: when ctx ends meanwhile, Render returns its error after Hugo is done.
func Render(ctx context.Context, source, destination string) error {
	args, err := arguments(source, destination)
	if err != nil {
		return fmt.Errorf("hugo: %w", err)
	}
	running.Lock()
	defer running.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	restore := isolate()
	defer restore()
	var failure error
	said, err := capture(func() { failure = commands.Execute(args) })
	if err != nil {
		return fmt.Errorf("hugo: %w", err)
	}
	if err := verdict(failure, said); err != nil {
		return err
	}
	return ctx.Err()
}

// arguments writes the policy beside the tree's configuration and returns the
// command line that obeys both.
func arguments(source, destination string) ([]string, error) {
	from, err := filepath.Abs(source)
	if err != nil {
		return nil, err
	}
	to, err := filepath.Abs(destination)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(from, "hugo.yaml")); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(from, "policy.yaml"), []byte(policy), 0o644); err != nil {
		return nil, err
	}
	return []string{
		"--source", from,
		"--destination", to,
		"--config", "hugo.yaml,policy.yaml", // relative: a comma in the path would part it
		"--cacheDir", filepath.Join(from, "cache"),
		"--environment", "production",
		"--noBuildLock",
		"--buildFuture", "--buildExpired",
		"--printPathWarnings",
	}, nil
}

// verdict turns how Hugo ended and what it printed into an error, or nil when
// there is nothing to complain of.
func verdict(failure error, said string) error {
	complaints := complaints(said)
	switch {
	case failure != nil && complaints != "":
		return fmt.Errorf("hugo: %w\n%s", failure, complaints)
	case failure != nil:
		return fmt.Errorf("hugo: %w", failure)
	case complaints != "":
		return fmt.Errorf("hugo: %s", complaints)
	}
	return nil
}

// complaints picks the errors and warnings, with the lines that belong to
// them, out of what Hugo printed; its banner and statistics are dropped.
func complaints(said string) string {
	var kept []string
	keeping := false
	for line := range strings.Lines(said) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "ERROR"), strings.HasPrefix(line, "WARN"):
			keeping = true
		case strings.TrimSpace(line) == "":
			keeping = false
		}
		if keeping {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
