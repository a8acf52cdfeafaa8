package audit

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// A change is one way in which a later release can differ from the one before.
type change struct {
	name string
	make func(random *rand.Rand, w *model.World)
}

var changes = []change{
	{"tables added", func(random *rand.Rand, w *model.World) {
		for range 1 + random.IntN(3) {
			w.Statistics.Tables = append(w.Statistics.Tables, declared(random, fmt.Sprint("moi-", random.Uint32())))
		}
	}},
	{"a table removed", func(random *rand.Rand, w *model.World) {
		i := random.IntN(len(w.Statistics.Tables))
		w.Statistics.Tables = slices.Delete(w.Statistics.Tables, i, i+1)
	}},
	{"a table counts otherwise", func(random *rand.Rand, w *model.World) {
		i := random.IntN(len(w.Statistics.Tables))
		w.Statistics.Tables[i] = declared(random, w.Statistics.Tables[i].ID)
	}},
	{"a year added", func(_ *rand.Rand, w *model.World) {
		w.Statistics.Years = append(w.Statistics.Years, slices.Max(w.Statistics.Years)+1)
	}},
	{"a year removed", func(_ *rand.Rand, w *model.World) {
		if len(w.Statistics.Years) > 1 {
			w.Statistics.Years = w.Statistics.Years[1:]
		}
	}},
	{"the threshold lowered", func(_ *rand.Rand, w *model.World) { w.Statistics.Threshold = 3 }},
	{"the threshold raised", func(_ *rand.Rand, w *model.World) { w.Statistics.Threshold = 8 }},
	{"people added", func(random *rand.Rand, w *model.World) {
		for range 1 + random.IntN(6) {
			w.People = append(w.People, person(random, w))
		}
	}},
	{"people corrected", func(random *rand.Rand, w *model.World) {
		for range 1 + random.IntN(3) {
			w.People[random.IntN(len(w.People))] = person(random, w)
		}
	}},
}

// later is a world after some changes.
func later(random *rand.Rand, world *model.World) (after *model.World, changed []string) {
	copied := *world
	copied.People = slices.Clone(world.People)
	copied.Statistics.Tables = slices.Clone(world.Statistics.Tables)
	copied.Statistics.Years = slices.Clone(world.Statistics.Years)
	for _, i := range random.Perm(len(changes))[:1+random.IntN(3)] {
		if len(copied.Statistics.Tables) > 0 {
			changes[i].make(random, &copied)
			changed = append(changed, changes[i].name)
		}
	}
	return &copied, changed
}

// A told release is what it said, and its files.
type told struct {
	said  workforce.Release
	files fstest.MapFS
}

// tell publishes a world's tables on a day, with the dated copies of what was
// told before.
func tell(t testing.TB, day string, w *model.World, p *workforce.Publication, before ...told) told {
	t.Helper()
	written, err := filesOf(w, p)
	if err != nil {
		t.Fatal(err)
	}
	files := maps.Clone(written.(fstest.MapFS))
	for _, b := range before {
		for name, f := range b.files {
			if !isCopy(name) {
				files[copies+"/"+b.said.Day+name[len(folder):]] = f
			} else {
				files[name] = f
			}
		}
	}
	files[copies+"/phat-bieu.json"] = &fstest.MapFile{Data: fmt.Appendf(nil, `{"as_of": %q}`, day)}
	said := workforce.Release{Day: day}
	for _, table := range p.Tables {
		e := workforce.EarlierTable{Declared: table.Declared, Threshold: table.Threshold}
		for _, c := range table.Cells {
			e.Cells = append(e.Cells, workforce.EarlierCell{Codes: c.Codes, Year: c.Year, Count: c.Count, Withheld: c.Status == workforce.Withheld})
		}
		said.Tables = append(said.Tables, e)
	}
	return told{said, files}
}

func isCopy(name string) bool { return len(name) > len(copies) && name[:len(copies)] == copies }

// TestReleases protects a release that follows others, attacks all together,
// and makes sure that what was withheld stays so. Protected each alone, they
// give figures away.
func TestReleases(t *testing.T) {
	leaks, released, refused := map[string]int{}, 0, 0
	for seed := range rounds(t, 40) {
		random := rand.New(rand.NewPCG(seed, 7))
		world := invented(random)
		first, err := workforce.Publish(world)
		if err != nil {
			t.Fatal(err)
		}
		past := []told{tell(t, "2025-01-01", world, first)}
		for _, day := range []string{"2025-02-01", "2025-03-01"}[:1+random.IntN(2)] {
			after, changed := later(random, world)
			var said []workforce.Release
			for _, p := range past {
				said = append(said, p.said)
			}
			next, err := workforce.Publish(after, said...)
			if err != nil {
				t.Fatal(err)
			}
			now := tell(t, day, after, next, past...)
			found := together(t, now.files, past[len(past)-1].files, next)
			if len(next.Exposed) > 0 {
				refused++
				break // what follows from zeros and earlier releases is for the audit to refuse
			}
			if len(found) > 0 {
				t.Fatalf("seed %d, %s, %v: %v\n%s\nthen\n%s", seed, day, changed, found, describe(world), describe(after))
			}
			staysWithheld(t, seed, said, next)
			released++
			alone, err := workforce.Publish(after)
			if err != nil {
				t.Fatal(err)
			}
			if unaware := tell(t, day, after, alone, past...); len(together(t, unaware.files, past[len(past)-1].files, next)) > 0 {
				for _, c := range changed {
					leaks[c]++
				}
			}
			past, world = append(past, now), after
		}
	}
	t.Logf("%d releases can't be protected", refused)
	if refused*20 > released {
		t.Errorf("%d releases of %d can't be protected", refused, released)
	}
	t.Logf("of %d releases, protected each alone, these give figures away, by what had changed: %v", released, leaks)
	for _, c := range changes {
		if released >= 200 && leaks[c.name] == 0 && c.name != "a year removed" {
			t.Errorf("%s: releases protected each alone give nothing away; the comparison tests nothing", c.name)
		}
	}
}

// staysWithheld makes sure that no figure is shown that a release withheld,
// unless another one showed it as it is.
func staysWithheld(t *testing.T, seed uint64, said []workforce.Release, p *workforce.Publication) {
	t.Helper()
	shown := map[string]bool{}
	each := func(yield func(name, table string, c workforce.EarlierCell)) {
		for _, r := range said {
			for _, table := range r.Tables {
				for _, c := range table.Cells {
					yield(fmt.Sprint(table.Declared.Dimensions, table.Declared.Levels, table.Declared.Where, table.Declared.Measure, c.Codes, c.Year), table.Declared.ID, c)
				}
			}
		}
	}
	each(func(name, table string, c workforce.EarlierCell) {
		if value, withheld, ok := valueIn(p, table, name, c); ok && !withheld && !c.Withheld && value == c.Count {
			shown[name] = true
		}
	})
	each(func(name, table string, c workforce.EarlierCell) {
		if value, withheld, ok := valueIn(p, table, name, c); ok && c.Withheld && !shown[name] && !withheld && value > 0 {
			t.Fatalf("seed %d: %s of %s was withheld and is published", seed, name, table)
		}
	})
}

// valueIn looks a figure up in the table that counts now as one did then.
func valueIn(p *workforce.Publication, id, name string, c workforce.EarlierCell) (value int, withheld, ok bool) {
	table, ok := p.Table(id)
	if !ok || fmt.Sprint(table.Declared.Dimensions, table.Declared.Levels, table.Declared.Where, table.Declared.Measure, c.Codes, c.Year) != name {
		return 0, false, false
	}
	return table.Value(c.Codes, c.Year)
}

// together attacks a release along with what was published before.
func together(t *testing.T, files, previous fs.FS, p *workforce.Publication) []Finding {
	t.Helper()
	s, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Recall(previous, func(f Figure, count int) bool { return p.Still(workforce.Figure(f), count) }); err != nil {
		t.Fatal(err)
	}
	report, err := s.Attack(counted{p})
	if err != nil {
		t.Fatal(err)
	}
	return report.Findings
}
