package chart

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What a reader explores tells every value that the drawing tells, bears the
// series' names, and says what is illustrative.
func TestExploredTellsEverything(t *testing.T) {
	for _, fig := range gallery() {
		f := normalise(fig)
		got := explore(t, fig)
		if got.Kind != string(fig.Kind) || got.Height < 200 {
			t.Errorf("%s: kind %q, height %v", fig.Kind, got.Kind, got.Height)
		}
		if strings.Contains(got.Option.Title.Subtext, fig.Words.Illustrative) != fig.Illustrative {
			t.Errorf("%s: illustrative is %v, it says %q", fig.Kind, fig.Illustrative, got.Option.Title.Subtext)
		}
		told := got.told()
		for _, want := range f.exploredWords() {
			if !slices.Contains(told, want) {
				t.Errorf("%s: %q is not told: %q", fig.Kind, want, told)
			}
		}
	}
}

// exploredWords lists what must be told: that which has a number, and where a
// form has room for it, that which is withheld.
func (f *Figure) exploredWords() []string {
	var all []string
	for _, sp := range f.Spans {
		all = append(all, f.duration(sp))
	}
	for i, s := range f.Series {
		for j, v := range s.Values {
			switch {
			case v.Status == Missing, f.Kind == Gantt, f.Kind == TreeMap && v.Status == Withheld:
			case f.Kind == HeatMap:
				all = append(all, s.Name+", "+f.told(i, j))
			case f.Kind == Matrix:
				all = append(all, f.covered(s, j))
			default:
				all = append(all, f.told(i, j))
			}
		}
	}
	return all
}

// A withheld value has no number in any form, and what is broken isn't joined.
func TestExploredKeepsGaps(t *testing.T) {
	line := explore(t, lineFigure()).Option.Series
	if len(line) != 3 { // two parts and the targets
		t.Fatalf("%d series", len(line))
	}
	for i, s := range line[:2] {
		for j, item := range s.Data {
			if (item.Value != nil) != ((j < 2) == (i == 0) && j < 6) {
				t.Errorf("part %d has %v at %d", i, item.Value, j)
			}
		}
	}
	for _, s := range explore(t, areaFigure()).Option.Series {
		if s.Data[1].Value != nil {
			t.Errorf("%s is stacked where a part is withheld", s.Name)
		}
	}
	for _, item := range explore(t, pyramidFigure()).Option.Series[1].Data {
		if strings.Contains(item.Told, vietnamese.Withheld) && item.Value != nil {
			t.Errorf("%q has the number %v", item.Told, item.Value)
		}
	}
}

// Nothing that a browser would run reaches it, and a figure without a value
// has nothing to explore.
func TestExploredIsData(t *testing.T) {
	for _, fig := range slices.Concat(gallery(), edges()) {
		raw, err := Interactive(fig)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "function") || strings.Contains(string(raw), `"data":null`) {
			t.Errorf("%s: the option holds code, or a series without data", fig.ID)
		}
	}
	if raw, err := Interactive(figure(Bar, "t", []string{"a"}, Series{Values: []Value{{Status: Withheld}}})); raw != nil || err != nil {
		t.Errorf("%s, %v", raw, err)
	}
}

type exploredFigure struct {
	Kind   string
	Height float64
	Option struct {
		Title  struct{ Subtext string }
		Series []struct {
			Type, Name string
			Data       []struct {
				Value any
				Told  string
			}
		}
	}
}

func explore(t *testing.T, fig Figure) exploredFigure {
	t.Helper()
	raw, err := Interactive(fig)
	if err != nil {
		t.Fatal(err)
	}
	var got exploredFigure
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(fmt.Errorf("%s: %w", fig.Kind, err))
	}
	return got
}

func (e exploredFigure) told() []string {
	var told []string
	for _, s := range e.Option.Series {
		for _, item := range s.Data {
			told = append(told, item.Told)
		}
	}
	return told
}
