package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Promises are what a site is checked against.
type Promises struct {
	BaseURL string   // absolute, ends with a slash
	People  []string // ids that must not occur anywhere
}

// A BrokenPromiseError lists what is wrong in a rendered tree, in order of the
// files. All of it is a fault of the program, not of who wrote the data.
type BrokenPromiseError struct{ Violations []string }

func (e *BrokenPromiseError) Error() string {
	const shown = 20
	text := strings.Join(e.Violations[:min(shown, len(e.Violations))], "\n  ")
	if more := len(e.Violations) - shown; more > 0 {
		text += fmt.Sprintf("\n  and %d more", more)
	}
	return fmt.Sprintf("the rendered site breaks its promises:\n  %s", text)
}

// Check reads every file of the stage and returns a *BrokenPromiseError unless
// no person's id occurs, every link within the site leads to a file and every
// fragment to an element, nothing is loaded from another host, and no page has
// an inline script, a style element or attribute, or an event handler.
func (s *Stage) Check(ctx context.Context, promises Promises) error {
	base, err := url.Parse(promises.BaseURL)
	if err != nil || base.Host == "" || !strings.HasSuffix(base.Path, "/") {
		return fmt.Errorf("publish: %q is no base URL", promises.BaseURL)
	}
	files, err := read(ctx, s.Dir(), newSeeker(promises.People))
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if violations := judge(files, &site{base: base, files: byPath(files)}); len(violations) > 0 {
		return &BrokenPromiseError{violations}
	}
	return nil
}

// A file is what the check needs to know of one file of the site.
type file struct {
	path    string // slash-separated, relative to the site
	leak    string // a person's id that occurs in it
	excerpt page   // of HTML, CSS and XML
}

func byPath(files []file) map[string]*file {
	index := make(map[string]*file, len(files))
	for i := range files {
		index[files[i].path] = &files[i]
	}
	return index
}

// read scans the files below dir with all processors.
func read(ctx context.Context, dir string, people *seeker) ([]file, error) {
	var files []file
	err := walk(dir, func(path string, d fs.DirEntry) error {
		if !d.IsDir() {
			files = append(files, file{path: path})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	workers := runtime.GOMAXPROCS(0)
	faults := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(files) && faults[w] == nil; i += workers {
				faults[w] = errors.Join(ctx.Err(), files[i].scan(dir, people))
			}
		})
	}
	wait.Wait()
	return files, errors.Join(faults...)
}

func (f *file) scan(dir string, people *seeker) error {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.path)))
	if err != nil {
		return err
	}
	f.leak = people.seek([]byte(f.path))
	if f.leak == "" {
		f.leak = people.seek(data)
	}
	switch path.Ext(f.path) {
	case ".html":
		f.excerpt, err = readPage(data)
	case ".css":
		f.excerpt = readStyle(data)
	case ".xml":
		f.excerpt, err = readXML(data)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	return nil
}

func judge(files []file, site *site) []string {
	var violations []string
	for i := range files {
		f := &files[i]
		if f.leak != "" {
			violations = append(violations, f.path+": the id of a person occurs")
		}
		for _, inline := range f.excerpt.inline {
			violations = append(violations, f.path+": "+inline)
		}
		for _, link := range f.excerpt.links {
			if fault := site.follow(f.path, link); fault != "" {
				violations = append(violations, fmt.Sprintf("%s: %s %q: %s", f.path, link.place, link.target, fault))
			}
		}
	}
	return slices.Compact(violations)
}
