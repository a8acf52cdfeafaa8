package audit

import (
	"path/filepath"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
	"congbo/generator/internal/workforce"
	"congbo/generator/internal/world"
)

// BenchmarkAudit reads and attacks the files of 30,000 people in the project's
// own tables over seven years, by themselves and together with an earlier
// release. The numbers to hold are CPU seconds.
func BenchmarkAudit(b *testing.B) {
	own := manyPeople(b)
	tables, err := workforce.Publish(own)
	if err != nil {
		b.Fatal(err)
	}
	first := tell(b, "2025-01-01", own, tables)
	b.Run("alone", func(b *testing.B) { attackFiles(b, first.files, nil, tables) })
	before := cpu()
	next, err := workforce.Publish(own, first.said)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("counted and protected after an earlier release in %.1f s of CPU", cpu()-before)
	second := tell(b, "2025-02-01", own, next, first)
	b.Run("after another", func(b *testing.B) { attackFiles(b, second.files, first.files, next) })
}

func attackFiles(b *testing.B, files, previous fstest.MapFS, tables *workforce.Publication) {
	before := cpu()
	for b.Loop() {
		s, err := Read(files)
		if err != nil {
			b.Fatal(err)
		}
		if previous != nil {
			if err := s.Recall(previous, func(f Figure, count int) bool { return tables.Still(workforce.Figure(f), count) }); err != nil {
				b.Fatal(err)
			}
		}
		report, err := s.Attack(counted{tables})
		if err != nil || len(report.Findings) > 0 {
			b.Fatal(report.Findings, err)
		}
		b.ReportMetric(float64(report.Withheld), "figures")
	}
	b.ReportMetric((cpu()-before)/float64(b.N), "cpu-s/op")
}

// manyPeople is the project's own site with its people repeated, each copy a
// year or more apart in age.
func manyPeople(b *testing.B) *model.World {
	problems := &diag.List{}
	files, err := source.Open(filepath.Join("..", "..", ".."), "", problems)
	if err != nil {
		b.Fatal(err)
	}
	own, _ := world.Load(files, world.Options{}, problems)
	people := own.People
	for i := len(people); i < 30000; i++ {
		p := people[i%len(people)]
		p.BirthYear -= i / len(people) % 3
		own.People = append(own.People, p)
	}
	own.Statistics.Years = []int{2018, 2019, 2020, 2021, 2022, 2023, 2024}
	return own
}

// cpu is the seconds that the program has worked so far, as the system counts
// them: a busy machine changes nothing.
func cpu() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}
