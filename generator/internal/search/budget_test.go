package search

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A query of up to four words loads so much at most, on an empty cache, head
// and passages of the first results included: compressed with gzip at level 6
// (the default of Go, Apache and zlib).
func TestBudget(t *testing.T) {
	for _, c := range []struct{ pages, budget int }{{2_000, 30_000}, {20_000, 60_000}} {
		t.Run(fmt.Sprintf("%d pages", c.pages), func(t *testing.T) {
			pages := corpus(c.pages, 11)
			files := Index(pages)
			sizes := served(files)
			most, worst := 0, ""
			queries := heavyQueries(pages)
			for i, found := range ask(t, files, queries...) {
				size := 0
				for _, name := range found.Loaded {
					size += sizes(name)
				}
				if size > most {
					most, worst = size, fmt.Sprintf("%q loads %d files", queries[i], len(found.Loaded))
				}
			}
			t.Logf("%d files, the head %d bytes; at most %d bytes a query: %s", len(files), sizes("muc-luc"), most, worst)
			if most > c.budget {
				t.Errorf("%s: %d bytes, more than %d", worst, most, c.budget)
			}
		})
	}
}

// served tells what a file weighs under way, by its name without extension.
func served(files []File) func(name string) int {
	contents := map[string][]byte{}
	for _, f := range files {
		contents[strings.TrimSuffix(f.Path, ".js")] = f.Bytes
	}
	return func(name string) int {
		var out bytes.Buffer
		compress, _ := gzip.NewWriterLevel(&out, 6)
		compress.Write(contents[name])
		compress.Close()
		return out.Len()
	}
}

// heavyQueries are those that must load much: the most frequent words, words
// from all over the alphabet, words that stand beside each other, and
// beginnings of many words.
func heavyQueries(pages []Page) []string {
	random := rand.New(rand.NewPCG(5, 5))
	frequent := byFrequency(pages)
	queries := []string{strings.Join(frequent[:4], " ") + " ", strings.Join(frequent[4:8], " ")}
	for range 12 {
		var four []string
		for range 4 {
			four = append(four, frequent[random.IntN(60)])
		}
		queries = append(queries, strings.Join(four, " "))
		last := []rune(Fold(four[3]))
		queries = append(queries, strings.Join(four[:3], " ")+" "+string(last[:min(2, len(last))]))
	}
	return append(queries, sampleQueries(random, pages, 40)...)
}

func byFrequency(pages []Page) []string {
	count := map[string]int{}
	for _, p := range pages[:min(500, len(pages))] {
		for _, word := range Words(p.Text) {
			count[strings.ToLower(word)]++
		}
	}
	var words []string
	for word := range count {
		words = append(words, word)
	}
	slices.SortFunc(words, func(a, b string) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a, b)
	})
	return words
}

func BenchmarkIndex(b *testing.B) {
	pages := corpus(2_000, 11)
	for b.Loop() {
		Index(pages)
	}
}
