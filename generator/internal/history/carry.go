package history

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"

	"congbo/generator/internal/model"
)

// Carry takes over the dated copies of the site published last, byte for byte,
// but for names whose consent was withdrawn: they become the sign for withheld
// wherever they stand, in text and in files packed in ZIP (as XLSX is). The
// copy of in's own day is left out, since this site writes it; so are files
// that were only compressed for the server (.gz, .br), since a name can't be
// looked for in all of them. Files are in order of their paths. What can't be
// read is an error.
func Carry(prev *Previous, in Input) ([]File, error) {
	names := newRedaction(withdrawn(prev, in.notBefore(prev.AsOf.Date)))
	var files []File
	for _, day := range prev.Copies {
		if day == in.Report.AsOf.String() {
			continue
		}
		carried, err := carryFolder(os.DirFS(prev.Dir), CopiesFolder+day, names)
		if err != nil {
			return nil, fmt.Errorf("history: dated copy of %s: %w", day, err)
		}
		files = append(files, carried...)
	}
	return files, nil
}

func carryFolder(site fs.FS, folder string, names redaction) ([]File, error) {
	var files []File
	err := fs.WalkDir(site, folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir(), slices.Contains([]string{".gz", ".br"}, path.Ext(name)):
			return nil
		case !d.Type().IsRegular():
			return fmt.Errorf("%s is neither a file nor a folder", name)
		}
		data, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		data, err = names.file(name, data)
		files = append(files, File{name, data})
		return err
	})
	return files, err
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
