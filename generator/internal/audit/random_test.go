package audit

import (
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/workforce"
	"congbo/themes"
)

// rounds counts seeds from 0: usual ones in an ordinary run, as many as the
// environment's SOAK says in a long one.
func rounds(t *testing.T, usual int) iter.Seq[uint64] {
	if n, err := strconv.Atoi(os.Getenv("SOAK")); err == nil {
		usual = n
	}
	return func(yield func(uint64) bool) {
		for seed := range usual {
			if !yield(uint64(seed)) {
				return
			}
		}
		t.Logf("%d rounds", usual)
	}
}

// counted judges by the true counts.
type counted struct{ *workforce.Publication }

func (c counted) Safe(f Figure, low, high int) bool {
	return c.LeavesOpen(workforce.Figure(f), low, high)
}

func (c counted) Alone(owner, other Figure) bool {
	return c.Stands(workforce.Figure(owner), workforce.Figure(other))
}

// TestNothingComesOut invents people and tables, protects them, writes the
// files and attacks these. What fails is made smaller while it still fails,
// and printed.
func TestNothingComesOut(t *testing.T) {
	withheldFigures := 0
	for seed := range rounds(t, 40) {
		world := invented(rand.New(rand.NewPCG(seed, 5)))
		report, err := attacked(world)
		withheldFigures += report.Withheld
		if err != nil || len(report.Findings) > 0 {
			world = smallest(world)
			report, err = attacked(world)
			t.Fatalf("seed %d: %v, %v\n%s", seed, err, report.Findings, describe(world))
		}
	}
	t.Logf("%d withheld figures attacked", withheldFigures)
}

// attacked publishes a world's tables and attacks the files.
func attacked(world *model.World) (Report, error) {
	s, tables, err := published(world)
	if err != nil {
		return Report{}, err
	}
	return s.Attack(counted{tables})
}

// published is what a world's site says, read from its files.
func published(world *model.World) (*Site, *workforce.Publication, error) {
	tables, err := workforce.Publish(world)
	if err != nil {
		return nil, nil, err
	}
	files, err := filesOf(world, tables)
	if err != nil {
		return nil, nil, err
	}
	s, err := Read(files)
	return s, tables, err
}

func filesOf(world *model.World, tables *workforce.Publication) (fs.FS, error) {
	words, err := locale.LoadAll(themes.Gazette(), world.Site.Languages)
	if err != nil {
		return nil, err
	}
	describe := opendata.Describer{World: world, Words: words}
	datasets := describe.CodeLists()
	for _, t := range tables.Tables {
		datasets = append(datasets, describe.Table(t))
	}
	written, err := opendata.Files(datasets, opendata.Meta{Site: world.Site, Words: words})
	root := fstest.MapFS{}
	for _, f := range written {
		root[f.Path] = &fstest.MapFile{Data: f.Bytes}
	}
	return root, err
}

// TestTheAttackFindsWhatIsShown publishes one secondary figure after all: in
// most cases another one then comes out.
func TestTheAttackFindsWhatIsShown(t *testing.T) {
	shown, found := 0, 0
	for seed := range uint64(30) {
		random := rand.New(rand.NewPCG(seed, 5))
		world := invented(random)
		s, tables, err := published(world)
		if err != nil {
			t.Fatal(err)
		}
		if !s.show(random, world) {
			continue
		}
		shown++
		report, err := s.Attack(counted{tables})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if len(report.Findings) > 0 {
			found++
		}
	}
	t.Logf("%d figures shown, %d gave another away", shown, found)
	if shown < 15 || found*2 < shown {
		t.Errorf("of %d figures shown %d gave another away", shown, found)
	}
}

// show publishes a withheld figure that is not small, with its true count;
// false where there is none.
func (s *Site) show(random *rand.Rand, world *model.World) bool {
	for _, i := range random.Perm(len(s.tables)) {
		t := s.tables[i]
		for j := range t.cells {
			c := &t.cells[j]
			if n := t.trueCount(world, *c); c.withheld && n >= t.Threshold {
				c.withheld, c.count = false, n
				return true
			}
		}
	}
	return false
}

// trueCount counts people for one cell, straight from the records.
func (t *table) trueCount(world *model.World, c cell) int {
	n := 0
	for i := range world.People {
		p := &world.People[i]
		in := map[string]bool{
			stock:   p.CountedIn(c.year),
			entered: p.CountedIn(c.year) && p.Entered == c.year,
			left:    p.Left == c.year && p.Entered < c.year,
		}[t.Measure]
		for d, codes := range t.Where {
			in = in && slices.Contains(codes, bears(p, d, c.year))
		}
		for k, d := range t.Dimensions {
			code := bears(p, d, c.year)
			in = in && (c.codes[k] == total || c.codes[k] == code || t.coarse(k) && c.codes[k] == code[:1])
		}
		if in {
			n++
		}
	}
	return n
}

// coarse reports whether a dimension has the groups of fields only.
func (t *table) coarse(k int) bool {
	return t.Dimensions[k] == "field" && !slices.ContainsFunc(t.cells, func(c cell) bool { return len(c.codes[k]) > len(total) })
}

func bears(p *model.Person, dimension string, year int) string {
	switch dimension {
	case "sex":
		return p.Sex
	case "ethnicity":
		return p.Ethnicity
	case "locality":
		return p.Locality.In(year)
	case "degree":
		return p.Degree.In(year)
	}
	return p.Field.In(year)
}

// TestPublishedFiguresAreTrue counts every published figure again, straight
// from the records.
func TestPublishedFiguresAreTrue(t *testing.T) {
	figures := 0
	for seed := range rounds(t, 20) {
		world := invented(rand.New(rand.NewPCG(seed, 6)))
		s, _, err := published(world)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range s.tables {
			for _, c := range table.cells {
				if c.withheld {
					continue
				}
				figures++
				if n := table.trueCount(world, c); n != c.count {
					t.Fatalf("seed %d: %v is published as %d and is %d\n%s", seed, table.figure(c), c.count, n, describe(world))
				}
			}
		}
	}
	t.Logf("%d figures counted again", figures)
}

// invented is a small world of random people and tables.
func invented(random *rand.Rand) *model.World {
	w := &model.World{
		Site: model.Site{Languages: []string{"vi"}},
		Classifications: []model.Classification{
			{ID: "degrees", Codes: []model.Code{{Code: "bachelor"}, {Code: "master"}, {Code: "doctor"}}},
			{ID: "fields", Codes: []model.Code{
				{Code: "1"}, {Code: "101", Parent: "1"}, {Code: "102", Parent: "1"}, {Code: "2"}, {Code: "201", Parent: "2"}, {Code: "202", Parent: "2"},
			}},
			{ID: "ethnicities", Sensitive: true, Codes: []model.Code{{Code: "kinh"}, {Code: "xo-dang"}}},
		},
		Statistics: model.Statistics{Threshold: 5, SensitiveThreshold: 5 + random.IntN(2)*5},
	}
	for i := range 2 + random.IntN(3) {
		w.Localities = append(w.Localities, model.Locality{ID: fmt.Sprint("noi-", i)})
	}
	for y := range 1 + random.IntN(2) {
		w.Statistics.Years = append(w.Statistics.Years, 2023+y)
	}
	for range 10 + random.IntN(120) {
		w.People = append(w.People, person(random, w))
	}
	for i := range 1 + random.IntN(6) {
		w.Statistics.Tables = append(w.Statistics.Tables, declared(random, fmt.Sprint("bang-", i)))
	}
	return w
}

func pick(random *rand.Rand, codes ...string) string {
	return codes[min(random.IntN(len(codes)), random.IntN(len(codes)))]
}

func person(random *rand.Rand, w *model.World) model.Person {
	is := func(codes ...string) model.History { return model.History{{Code: pick(random, codes...)}} }
	var places []string
	for _, l := range w.Localities {
		places = append(places, l.ID)
	}
	p := model.Person{
		BirthYear: 1970, Sex: pick(random, "male", "female"), Ethnicity: pick(random, "kinh", "xo-dang"),
		Locality: is(places...), Degree: is("bachelor", "master", "doctor"), Field: is("101", "102", "201", "202"),
		Entered: 2015 + random.IntN(10),
	}
	if random.IntN(4) == 0 {
		p.Left = p.Entered + 1 + random.IntN(8)
	}
	if random.IntN(4) == 0 {
		p.Degree = append(p.Degree, model.Since{From: 2024, Code: "doctor"})
	}
	return p
}

func declared(random *rand.Rand, id string) model.Table {
	t := model.Table{ID: id, Measure: model.Stock}
	if random.IntN(4) == 0 {
		t.Measure = []model.Measure{model.Entered, model.Left}[random.IntN(2)]
	}
	all := []model.Dimension{model.ByLocality, model.ByDegree, model.ByField, model.BySex, model.ByEthnicity}
	for _, i := range random.Perm(len(all))[:1+random.IntN(3)] {
		t.Dimensions = append(t.Dimensions, all[i])
	}
	slices.Sort(t.Dimensions)
	if slices.Contains(t.Dimensions, model.ByField) && random.IntN(2) == 0 {
		t.Levels = map[model.Dimension]int{model.ByField: 1}
	}
	if random.IntN(4) == 0 {
		t.Where = map[model.Dimension][]string{model.ByDegree: {"master", "doctor"}}
	}
	return t
}

// smallest leaves out people and tables while the attack still succeeds.
func smallest(world *model.World) *model.World {
	fails := func(w *model.World) bool {
		report, err := attacked(w)
		return err != nil || len(report.Findings) > 0
	}
	for again := true; again; {
		again = false
		for i := len(world.Statistics.Tables) - 1; i >= 0; i-- {
			less := *world
			less.Statistics.Tables = slices.Delete(slices.Clone(world.Statistics.Tables), i, i+1)
			if fails(&less) {
				world, again = &less, true
			}
		}
		for i := len(world.People) - 1; i >= 0; i-- {
			less := *world
			less.People = slices.Delete(slices.Clone(world.People), i, i+1)
			if fails(&less) {
				world, again = &less, true
			}
		}
	}
	return world
}

// describe writes a world so that it can be kept as a case.
func describe(w *model.World) string {
	var b strings.Builder
	fmt.Fprintf(&b, "years %v, thresholds %d and %d, %d places\n", w.Statistics.Years, w.Statistics.Threshold, w.Statistics.SensitiveThreshold, len(w.Localities))
	for _, t := range w.Statistics.Tables {
		fmt.Fprintf(&b, "table %s %s %v %v %v\n", t.ID, t.Measure, t.Dimensions, t.Levels, t.Where)
	}
	for _, p := range w.People {
		fmt.Fprintf(&b, "person %s %s %v %v %v %d %d\n", p.Sex, p.Ethnicity, p.Locality, p.Degree, p.Field, p.Entered, p.Left)
	}
	return b.String()
}
