package disclosure

import (
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	p := province(0, 150, 7, thirty())
	s, _ := newSpace(p)
	t.Log("unknowns", s.unknowns, "equations", len(s.equations), "cells", len(s.cells))
	demanded := make([]bool, len(s.cells))
	for range 30 {
		st := time.Now()
		hidden := decide(s, demanded)
		t.Log("decide", time.Since(st)); st = time.Now()
		a := newAttacker(s, hidden, false)
		t.Log("new", time.Since(st)); st = time.Now()
		short := a.shortfalls()
		t.Log("shortfalls", len(short), time.Since(st)); st = time.Now()
		n := 0
		for i := range a.seen { n += len(a.seen[i].unfooled) }
		ins := a.insiders()
		t.Log("insiders", n, len(ins), time.Since(st)); st = time.Now()
		short = append(short, ins...)
		if len(short) == 0 { break }
		for _, cell := range repairs(s, hidden, short) {
			demanded[cell] = true
		}
		t.Log("repairs", time.Since(st))
	}
}
