package world

import (
	"slices"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// copyOf reads {file, sha256, seen}: a copy of the evidence, kept in
// data/evidence/. The hash proves that it is still what was seen on that day.
func (l *loader) copyOf(evidence *source.Record) *model.Copy {
	r, ok := evidence.Record("copy", source.Optional)
	if !ok {
		return nil
	}
	defer r.Done()
	read := &model.Copy{
		File:   r.String("file", source.Required),
		SHA256: strings.ToLower(r.String("sha256", source.Optional)),
		Seen:   r.Date("seen", source.Required),
	}
	if read.File != "" {
		l.checkCopy(r, read)
	}
	return read
}

func (l *loader) checkCopy(r *source.Record, read *model.Copy) {
	kept := l.files.Copies()
	i := slices.IndexFunc(kept, func(c source.Copy) bool { return c.Path == read.File })
	if i < 0 {
		var paths []string
		for _, c := range kept {
			paths = append(paths, c.Path)
		}
		r.Report("file", unknownReference, read.File, "data/evidence/").DidYouMean(read.File, paths)
		return
	}
	l.copies[read.File] = true
	if read.SHA256 != kept[i].SHA256 {
		r.Report("sha256", copyChanged, read.File, kept[i].SHA256)
	}
}

// unusedCopies warns of copies that no evidence names: they are not published.
func (l *loader) unusedCopies() {
	for _, c := range l.files.Copies() {
		if !l.copies[c.Path] && !l.unread[Task] {
			l.problems.Report(diag.Position{File: c.File}, unusedCopy)
		}
	}
}
