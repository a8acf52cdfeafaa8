package workforce

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/disclosure"
	"congbo/generator/internal/model"
	"congbo/generator/internal/source"
	"congbo/generator/internal/world"
)

// ownSite reads the project's own data.
func ownSite(t testing.TB) *model.World {
	t.Helper()
	problems := &diag.List{}
	files, err := source.Open(filepath.Join("..", "..", ".."), "", problems)
	if err != nil {
		t.Fatal(err)
	}
	own, _ := world.Load(files, world.Options{}, problems)
	if len(own.People) == 0 || len(own.Statistics.Tables) < 30 {
		t.Fatalf("%d people in %d tables", len(own.People), len(own.Statistics.Tables))
	}
	return own
}

// TestLossOnOwnTables compares what the project's own tables lose with what
// the usual way costs them: the threshold, and then the smallest neighbour in
// each line that has one withheld alone, or two of which who stands alone in
// the one could subtract himself. That way gives cells away besides.
func TestLossOnOwnTables(t *testing.T) {
	counts, err := count(ownSite(t))
	if err != nil {
		t.Fatal(err)
	}
	_, ours, err := disclosure.Protect(counts.problem())
	if err != nil {
		t.Fatal(err)
	}
	cells, entries := neighbours(counts)
	t.Logf("withheld: %d of %d cells (%d by the threshold), %d of %d people-entries; with neighbours %d cells, %d entries",
		ours.Primary+ours.Secondary, ours.Cells, ours.Primary, ours.HiddenEntries, ours.Entries, cells, entries)
	if ours.Primary+ours.Secondary > cells || ours.HiddenEntries > entries {
		t.Error("the usual way would lose less")
	}
	const most = 0.02
	if share := float64(ours.HiddenEntries) / float64(ours.Entries); share > most {
		t.Errorf("%.1f %% of the people-entries are withheld", 100*share)
	}
}

// A shared cell stands in one or several tables.
type shared struct {
	count    int
	withheld bool
}

// neighbours withholds the usual way and returns how many distinct cells with
// people in them it withholds, and how many people stand in these.
func neighbours(c *counts) (withheld, entries int) {
	const least = 5 // the threshold: one person and a small cell are this many at most
	cells := map[string]*shared{}
	var lines [][]*shared
	for _, t := range c.tables {
		for y := range t.years {
			lines = append(lines, linesOf(c, &t, y, cells)...)
		}
	}
	for again := true; again; {
		again = false
		for _, line := range lines {
			open := slices.DeleteFunc(slices.Clone(line), func(s *shared) bool { return s.withheld || s.count == 0 })
			closed := slices.DeleteFunc(slices.Clone(line), func(s *shared) bool { return !s.withheld })
			alone := len(closed) == 1
			own := len(closed) == 2 && closed[0].count+closed[1].count <= least && min(closed[0].count, closed[1].count) == 1
			if (alone || own) && len(open) > 0 {
				slices.MinFunc(open, func(a, b *shared) int { return a.count - b.count }).withheld = true
				again = true
			}
		}
	}
	for _, s := range cells {
		if s.withheld {
			withheld++
			entries += s.count
		}
	}
	return withheld, entries
}

// linesOf lists the lines of a table in a year, each with its total.
func linesOf(c *counts, t *tally, y int, cells map[string]*shared) [][]*shared {
	year := &t.years[y]
	all := make([]*shared, len(year.cells))
	for number, count := range year.cells {
		key := fmt.Sprint(c.years[y].number, year.measure, year.names(number))
		if cells[key] == nil {
			cells[key] = &shared{count: count}
		}
		all[number] = cells[key]
		all[number].withheld = all[number].withheld || count > 0 && count < t.threshold
	}
	var lines [][]*shared
	stride := len(all)
	for _, a := range year.axes {
		block := stride
		stride /= len(a.rows) + 1
		for start := 0; start < len(all); start += block {
			for offset := range stride {
				var line []*shared
				for i := start + offset; i < start+block; i += stride {
					line = append(line, all[i])
				}
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// names is the same for cells that count the same people by definition.
func (t *yearTally) names(number int) string {
	var names []string
	rest := map[int]string{}
	for _, f := range t.where {
		rest[f.Dimension] = fmt.Sprint(f.Categories)
	}
	for i := len(t.axes) - 1; i >= 0; i-- {
		a := t.axes[i]
		r := number % (len(a.rows) + 1)
		number /= len(a.rows) + 1
		if r < len(a.rows) {
			rest[a.attribute] = fmt.Sprint(a.rows[r].categories)
		}
	}
	for d, categories := range rest {
		names = append(names, fmt.Sprint(d, categories))
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// BenchmarkPublish counts, protects and audits 30,000 people in the project's
// own tables over seven years. The first is the number to hold: CPU seconds.
func BenchmarkPublish(b *testing.B) {
	own := ownSite(b)
	own.People = multiplied(own.People, 30000)
	own.Statistics.Years = []int{2018, 2019, 2020, 2021, 2022, 2023, 2024}
	before := cpu()
	for b.Loop() {
		p, err := Publish(own)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(p.Report.Primary+p.Report.Secondary), "withheld")
		b.ReportMetric(math.Round(10000*float64(p.Report.HiddenEntries)/float64(p.Report.Entries))/100, "%-of-entries")
	}
	b.ReportMetric((cpu()-before)/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(len(own.Statistics.Tables)), "tables")
}

// multiplied repeats people, each copy a year or more apart in age, until
// there are n.
func multiplied(people []model.Person, n int) []model.Person {
	var more []model.Person
	for i := 0; len(more) < n; i++ {
		p := people[i%len(people)]
		p.BirthYear -= i / len(people) % 3
		more = append(more, p)
	}
	return more
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
