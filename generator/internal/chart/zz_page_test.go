package chart

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang=vi><meta charset=utf-8><title>x</title><meta name=viewport content="width=device-width"><style>body{margin:16px;}</style>`)
	figs := gallery()
	if os.Getenv("MORE") != "" {
		figs = edges()
	}
	for _, f := range figs {
		d := draw(t, f)
		b.WriteString("<h2>" + f.Title + " (" + string(f.Kind) + ")</h2>" + d.Narrow + d.Wide)
	}
	os.WriteFile(os.Getenv("PAGE"), []byte(b.String()), 0o644)
	n := time.Now()
	for _, f := range figs {
		draw(t, f)
	}
	fmt.Println("per Draw", time.Since(n)/time.Duration(len(figs)))
}
