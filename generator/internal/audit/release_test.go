package audit

import (
	"math/rand/v2"
	"slices"
	"testing"

	"congbo/generator/internal/model"
	"congbo/generator/internal/workforce"
)

// later is a world a while after: other tables, some still the same, and in
// half of the cases people who were recorded late.
func later(random *rand.Rand, world *model.World) *model.World {
	after := *world
	after.People = slices.Clone(world.People)
	after.Statistics.Tables = slices.Clone(world.Statistics.Tables)
	if random.IntN(2) == 0 {
		for range 1 + random.IntN(6) {
			after.People = append(after.People, person(random, world))
		}
	}
	for i := range 1 + random.IntN(3) {
		after.Statistics.Tables = append(after.Statistics.Tables, declared(random, "moi-"+string(rune('a'+i))))
	}
	return &after
}

// told is what a release said.
func told(p *workforce.Publication) []workforce.Earlier {
	var figures []workforce.Earlier
	for _, t := range p.Tables {
		for _, c := range t.Cells {
			figures = append(figures, workforce.Earlier{
				Table: t.Declared.ID, Codes: c.Codes, Year: c.Year, Count: c.Count, Withheld: c.Status == workforce.Withheld,
			})
		}
	}
	return figures
}

// TestTwoReleases protects two releases, attacks both together, and makes sure
// that what was withheld stays so. Protected each alone, they give cells away.
func TestTwoReleases(t *testing.T) {
	leaks, alone := 0, 0
	for seed := range rounds(t, 25) {
		random := rand.New(rand.NewPCG(seed, 7))
		world := invented(random)
		first, err := workforce.Publish(world)
		if err != nil {
			t.Fatal(err)
		}
		after, earlier := later(random, world), told(first)
		second, err := workforce.Publish(after, earlier...)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range earlier {
			table, _ := second.Table(e.Table)
			value, withheld, ok := table.Value(e.Codes, e.Year)
			if e.Withheld && ok && !withheld && value > 0 {
				t.Fatalf("seed %d: %v was withheld and is published", seed, e)
			}
		}
		if found := together(t, after, second, earlier); len(found) > 0 {
			t.Fatalf("seed %d: %v\n%s\nthen\n%s", seed, found, describe(world), describe(after))
		}
		unaware, err := workforce.Publish(after)
		if err != nil {
			t.Fatal(err)
		}
		alone++
		if len(together(t, after, unaware, earlier)) > 0 {
			leaks++
		}
	}
	t.Logf("protected each alone, %d of %d releases give cells away", leaks, alone)
	if leaks == 0 {
		t.Error("releases protected each alone give nothing away: the comparison tests nothing")
	}
}

// together attacks a release along with what was said before.
func together(t *testing.T, world *model.World, p *workforce.Publication, earlier []workforce.Earlier) []Finding {
	t.Helper()
	files, err := filesOf(world, p)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	var recalled []Earlier
	for _, e := range earlier {
		recalled = append(recalled, Earlier{Figure{e.Table, e.Codes, e.Year}, e.Count, e.Withheld, p.Still(e)})
	}
	s.Recall(recalled)
	report, err := s.Attack(counted{p})
	if err != nil {
		t.Fatal(err)
	}
	return report.Findings
}
