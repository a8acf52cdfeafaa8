// Package npm puts what a lockfile names into the user's cache.
//
// In goes a file system that holds package.json and package-lock.json; out
// comes a folder with their node_modules. A folder is filled once for each
// lockfile and shared by all later runs; it is filled beside its place and
// renamed into it, so that a run that was cut leaves nothing that could be
// taken for whole.
//
// It refuses to go on without npm ([MissingError]), and never runs a
// package's own scripts.
package npm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// The files of a lock, in the order in which they are hashed.
const (
	manifest = "package.json"
	lockfile = "package-lock.json"
)

// MissingError says that the machine has no npm to install with.
type MissingError struct {
	Err error // what looking for it answered
}

func (e *MissingError) Error() string { return "npm is not installed: " + e.Err.Error() }

func (e *MissingError) Unwrap() error { return e.Err }

// InstallError says that npm ran and failed, and holds what it printed.
type InstallError struct {
	Output string
	Err    error
}

func (e *InstallError) Error() string { return fmt.Sprintf("npm ci: %v\n%s", e.Err, e.Output) }

func (e *InstallError) Unwrap() error { return e.Err }

// Ensure returns the folder whose node_modules holds exactly what lock names,
// installing it first where it is not there yet.
//
// lock holds package.json and package-lock.json. cache is the folder that
// holds one folder for each lockfile; "" is the user's own,
// os.UserCacheDir()/congbo/npm. Before a slow install, say is told one line
// (the folder that will be filled); it is not called when nothing is to do.
//
// Several processes may ask at once: each installs, one wins, all get the
// winner's folder.
func Ensure(ctx context.Context, lock fs.FS, cache string, say func(string)) (string, error) {
	files, err := read(lock)
	if err != nil {
		return "", err
	}
	if cache, err = place(cache); err != nil {
		return "", err
	}
	dir := filepath.Join(cache, key(files))
	if whole(dir) {
		return dir, nil
	}
	npm, err := exec.LookPath("npm") // finds npm.cmd on Windows
	if err != nil {
		return "", &MissingError{Err: err}
	}
	say(dir)
	return dir, fill(ctx, npm, files, dir)
}

// read returns the lock's files by name.
func read(lock fs.FS) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for _, name := range []string{manifest, lockfile} {
		data, err := fs.ReadFile(lock, name)
		if err != nil {
			return nil, fmt.Errorf("npm: the lock is not complete: %w", err)
		}
		files[name] = data
	}
	return files, nil
}

// place returns the folder that holds the installs, as an absolute path: npm
// runs in another one.
func place(cache string) (string, error) {
	if cache != "" {
		return filepath.Abs(cache)
	}
	user, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("npm: no cache folder: %w", err)
	}
	return filepath.Join(user, "congbo", "npm"), nil
}

// key names an install after its lockfile. The lockfile repeats what the
// manifest asks for, and npm ci refuses a pair that disagrees.
func key(files map[string][]byte) string {
	sum := sha256.Sum256(files[lockfile])
	return hex.EncodeToString(sum[:])
}

// whole tells whether dir was filled: it only ever appears by a rename.
func whole(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "node_modules"))
	return err == nil && info.IsDir()
}

// fill installs files beside dir and renames the result to dir.
func fill(ctx context.Context, npm string, files map[string][]byte, dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return fmt.Errorf("npm: %w", err)
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), "install-")
	if err != nil {
		return fmt.Errorf("npm: %w", err)
	}
	defer os.RemoveAll(temp)
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(temp, name), data, 0o644); err != nil {
			return fmt.Errorf("npm: %w", err)
		}
	}
	if err := install(ctx, npm, temp); err != nil {
		return err
	}
	return settle(temp, dir)
}

// install runs npm in dir. What npm prints is shown only when it fails.
func install(ctx context.Context, npm, dir string) error {
	cmd := exec.CommandContext(ctx, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir = dir
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &InstallError{Output: out.String(), Err: err}
	}
	if !whole(dir) {
		return &InstallError{Output: out.String(), Err: errors.New("it left no node_modules")}
	}
	return nil
}

// settle renames temp to dir. A rename that fails because another process was
// first is no failure: both hold the same.
func settle(temp, dir string) error {
	err := os.Rename(temp, dir)
	if err != nil && !whole(dir) {
		return fmt.Errorf("npm: %w", err)
	}
	return nil
}
