package chart

import (
	"encoding/json"
	"strings"
	"testing"
)

// What a reader explores holds every value that is published and none that
// isn't, and says what is illustrative.
func TestInteractive(t *testing.T) {
	for _, fig := range gallery() {
		raw, err := Interactive(fig)
		if err != nil {
			t.Fatal(err)
		}
		if raw == nil {
			if fig.Kind != Gantt {
				t.Errorf("%s: nothing to explore", fig.Kind)
			}
			continue
		}
		var option struct {
			Title  struct{ Subtext string }
			Series []struct {
				Type, Name string
				Data       []struct {
					Value *float64
					Told  string
				}
			}
		}
		if err := json.Unmarshal(raw, &option); err != nil {
			t.Fatal(err)
		}
		if (option.Title.Subtext == fig.Words.Illustrative) != fig.Illustrative {
			t.Errorf("%s: illustrative is %v, it says %q", fig.Kind, fig.Illustrative, option.Title.Subtext)
		}
		f := normalise(fig)
		for i, s := range f.Series {
			for j, v := range s.Values {
				got := option.Series[i].Data[j]
				if v.drawn() != (got.Value != nil) || v.drawn() && *got.Value != v.Number || got.Told != f.told(i, j) {
					t.Errorf("%s: %s, %s is %v", fig.Kind, s.Name, f.Categories[j], got)
				}
			}
		}
		if strings.Contains(string(raw), "function") {
			t.Errorf("%s: the option holds code", fig.Kind)
		}
	}
}
