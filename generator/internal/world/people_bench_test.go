package world_test

import (
	"fmt"
	"strings"
	"testing"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/source"
	"congbo/generator/internal/world"
)

// manyPeople makes files of person records, a hundred a file.
func manyPeople(s site, total int) site {
	for f := range total / 100 {
		var out strings.Builder
		for i := range 100 {
			fmt.Fprintf(&out, "- id: KT-%06d\n  birth_year: %d\n  sex: female\n  ethnicity: xo-dang\n"+
				"  locality: [{from: 2000, code: dak-ha}, {from: 2025, code: xa-dak-ha}]\n"+
				"  degree: [{from: 2000, code: bachelor}, {from: 2012, code: master}]\n"+
				"  field: \"505\"\n  sector: public-service\n  entered: 2007\n  left: 2024\n  left_reason: retired\n",
				f*100+i, 1950+i%35)
		}
		s[fmt.Sprintf("data/intellectuals/%03d.yaml", f)] = out.String()
	}
	return s
}

func BenchmarkLoad30000People(b *testing.B) {
	s := baseSite(b)
	delete(s, "data/intellectuals/a.yaml")
	folder := manyPeople(s, 30_000).write(b)
	b.ReportAllocs()
	for b.Loop() {
		problems := new(diag.List)
		files, err := source.Open(folder, "", problems)
		if err != nil {
			b.Fatal(err)
		}
		w, _ := world.Load(files, options, problems)
		if len(w.People) != 30_000 || len(problems.Problems()) != 0 {
			b.Fatalf("%d people, %v", len(w.People), problems.Problems()[:1])
		}
	}
}
