package history

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"

	"congbo/generator/internal/model"
)

// erase takes the names whose consent was withdrawn out of the dated copies of
// the site published last, wherever they stand, in text and in files packed in
// ZIP (as XLSX is); the sign for withheld stands in their place. It returns the
// copies but for that of in's own day, which this site writes, and the bytes of
// the files that change, by path from the root.
func erase(prev *Previous, names redaction, today model.Date) (kept []Release, changed map[string][]byte, err error) {
	site := os.DirFS(prev.Dir)
	changed = map[string][]byte{}
	for _, r := range prev.Releases {
		if r.Day == today {
			continue
		}
		erasure := Erasure{On: Day{today}}
		for _, name := range r.Files {
			now, differs, err := names.fileIn(site, r.Folder()+name)
			if err != nil {
				return nil, nil, fmt.Errorf("history: dated copy of %s: %w", r.Day, err)
			}
			if differs {
				changed[r.Folder()+name] = now
				erasure.Files = append(erasure.Files, name)
			}
		}
		if len(erasure.Files) > 0 {
			r.Erasure = append(slices.Clone(r.Erasure), erasure)
		}
		kept = append(kept, r)
	}
	return kept, changed, nil
}

// fileIn takes the names out of a file of site.
func (r redaction) fileIn(site fs.FS, name string) (now []byte, differs bool, err error) {
	if len(r) == 0 {
		return nil, false, nil
	}
	was, err := fs.ReadFile(site, name)
	if err != nil {
		return nil, false, err
	}
	now, err = r.file(name, was)
	return now, !bytes.Equal(was, now), err
}

// Carry hands over the files of all earlier dated copies, byte for byte but for
// names that were taken out.
func (a *Account) Carry(put func(File) error) error {
	for _, r := range a.earlier {
		for _, name := range r.Files {
			data, changed := a.changed[r.Folder()+name]
			if !changed {
				var err error
				if data, err = fs.ReadFile(os.DirFS(a.from), r.Folder()+name); err != nil {
					return fmt.Errorf("history: %w", err)
				}
			}
			if err := put(File{r.Folder() + name, data}); err != nil {
				return err
			}
		}
		if err := putNotes(r, put); err != nil {
			return err
		}
	}
	return nil
}

func putNotes(r Release, put func(File) error) error {
	if len(r.Erasure) == 0 {
		return nil
	}
	text, err := json.MarshalIndent(r.Erasure, "", " ")
	if err != nil {
		return fmt.Errorf("history: %w", err)
	}
	return put(File{r.Folder() + notes, append(text, '\n')})
}

// withdrawn lists the names that may not be told any more: those whose consent
// the records say is withdrawn, and those that were published last and whose
// rows have no name now, or are gone.
func withdrawn(prev *Previous, in Input) []string {
	names := withdrawnInRecords(in.World)
	after := map[string]Register{}
	for i := range in.World.Registers {
		r := stateRegister(&in.World.Registers[i], in)
		after[r.ID] = r
	}
	for _, was := range prev.Registers {
		now := after[was.ID]
		names = append(names, withdrawnNames(&was, &now)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func withdrawnInRecords(world *model.World) []string {
	var names []string
	for _, r := range world.Registers {
		for _, row := range r.Rows {
			for _, value := range row.Values {
				if p := value.Person; p != nil && p.Consent != nil && !p.Consent.Withdrawn.IsZero() {
					names = append(names, p.Name)
				}
			}
		}
	}
	return names
}

// file takes the names out of one file.
func (r redaction) file(name string, data []byte) ([]byte, error) {
	if len(r) == 0 {
		return data, nil
	}
	if slices.Contains([]string{".zip", ".xlsx"}, path.Ext(name)) {
		packed, err := r.archive(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return packed, nil
	}
	return r.text(data), nil
}

// archive rewrites a ZIP file only where a name stands in it.
func (r redaction) archive(data []byte) ([]byte, error) {
	packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w, changed := zip.NewWriter(&out), false
	for _, f := range packed.File {
		was, err := unpack(f)
		if err != nil {
			return nil, err
		}
		now, err := r.file(f.Name, was)
		if err != nil {
			return nil, err
		}
		changed = changed || !bytes.Equal(was, now)
		if err := pack(w, f, now); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil || !changed {
		return data, err
	}
	return out.Bytes(), nil
}

func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func pack(w *zip.Writer, f *zip.File, data []byte) error {
	entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: f.Method, Modified: f.Modified})
	if err == nil {
		_, err = entry.Write(data)
	}
	return err
}
