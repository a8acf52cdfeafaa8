package history

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"congbo/generator/internal/model"
)

// A Release is the dated copy of what was published on one day.
type Release struct {
	Day     model.Date
	Files   []string // below its folder, slash-separated, in order; pages and notes left out
	Erasure []Erasure

	statement *Statement // nil where the copy has none
}

// An Erasure says that names were taken out of files of a dated copy, since
// those named no longer agree to be. It doesn't say whose.
type Erasure struct {
	On    Day      `json:"on"`
	Files []string `json:"files"` // below the copy's folder, in order
}

// notes is the file of a dated copy that lists its erasures, as a JSON array.
const notes = "rut-ten.json"

// Folder is where the copy stands below the site's root.
func (r Release) Folder() string { return folderOf(r.Day) }

func folderOf(day model.Date) string { return CopiesFolder + day.String() + "/" }

// Title is what a table, indicator or register was called in the release;
// nothing where the release doesn't say.
func (r Release) Title(id string) model.Text {
	if r.statement == nil {
		return nil
	}
	for _, of := range []Subject{OfTable, OfIndicator, OfRegister} {
		if about, ok := r.statement.subjects()[record{of, id}]; ok {
			return about.Title
		}
	}
	return nil
}

// readReleases finds the dated copies of a site, the oldest first.
func readReleases(site fs.FS) ([]Release, error) {
	entries, err := fs.ReadDir(site, strings.TrimSuffix(CopiesFolder, "/"))
	if err != nil {
		return nil, err
	}
	var releases []Release
	for _, e := range entries {
		day, err := model.ParseDate(e.Name())
		if err != nil || !e.IsDir() {
			continue
		}
		release, err := readRelease(site, day)
		if err != nil {
			return nil, err
		}
		releases = append(releases, release)
	}
	return releases, nil
}

func readRelease(site fs.FS, day model.Date) (r Release, err error) {
	r.Day = day
	if r.Files, err = filesOf(site, r.Folder()); err != nil {
		return r, err
	}
	if r.statement, err = readStatement(site, r.Folder()+path.Base(StatementPath)); err != nil {
		return r, err
	}
	data, err := fs.ReadFile(site, r.Folder()+notes)
	if errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	if err == nil && json.Unmarshal(data, &r.Erasure) != nil {
		err = fmt.Errorf("%w: %s", errDamaged, r.Folder()+notes)
	}
	return r, err
}

// filesOf lists what a dated copy holds but for what this site writes anew:
// its pages, its notes, and files compressed for the server.
func filesOf(site fs.FS, folder string) ([]string, error) {
	var files []string
	err := fs.WalkDir(site, strings.TrimSuffix(folder, "/"), func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir(), slices.Contains([]string{".gz", ".br", ".html"}, path.Ext(name)), name == folder+notes:
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is neither a file nor a folder", name)
		}
		files = append(files, strings.TrimPrefix(name, folder))
		return nil
	})
	slices.Sort(files)
	return files, err
}
