package world

import (
	"runtime"
	"sync"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
)

// people reads the person records, several files at a time.
func (l *loader) people() {
	files := l.files.Folder("intellectuals")
	if len(files) == 0 {
		return
	}
	census := l.newCensus()
	batches := make([]batch, len(files))
	inParallel(len(files), func(i int) { batches[i] = census.read(files[i]) })
	l.gather(batches)
}

// A batch is what one file of person records holds.
type batch struct {
	people []model.Person
	ids    []diag.Position
	absent map[model.Dimension]source.Value // first use of a list that isn't there
}

// gather joins the batches in the order of files and checks what concerns all
// of them.
func (l *loader) gather(batches []batch) {
	total := 0
	for _, b := range batches {
		total += len(b.people)
	}
	first := make(map[string]diag.Position, total)
	l.world.People = make([]model.Person, 0, total)
	for _, b := range batches {
		for i, p := range b.people {
			if at, taken := first[p.ID]; taken && p.ID != "" {
				l.problems.Report(b.ids[i], duplicateID, p.ID, at.File, at.Line)
			} else {
				first[p.ID] = b.ids[i]
			}
		}
		l.world.People = append(l.world.People, b.people...)
	}
	l.reportAbsent(batches)
}

// reportAbsent reports every list of codes that isn't there once, where it is
// first needed.
func (l *loader) reportAbsent(batches []batch) {
	for _, d := range coded {
		for _, b := range batches {
			if v := b.absent[d]; v.Given() {
				l.requireList(d, v)
				break
			}
		}
	}
}

// inParallel calls do(0) … do(n-1) on as many workers as there are processors.
func inParallel(n int, do func(i int)) {
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
}
