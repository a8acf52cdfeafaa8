package disclosure

import "testing"

func BenchmarkProtect(b *testing.B) {
	p := province(1, 17000, 7, thirty())
	b.Logf("%d people in 2019", len(p.Years[0].Stock))
	for b.Loop() {
		_, report, err := Protect(p)
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("%+v", report)
	}
}
