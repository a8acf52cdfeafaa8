package publish

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSweepClearsAwayWhatKilledRunsLeft(t *testing.T) {
	left := map[string]string{
		".public.work-1/marker":            "public",
		".public.work-1/site/index.html":   "nửa",
		".public.work-2/":                  "",
		".public.work-3/marker":            "",
		".public.work-kept/của tôi":        "x",
		".public.work-a.work-7/marker":     "public.work-a",
		".public.work-a.work-7/site/x.txt": "x",
		".khac.work-1/marker":              "khac",
	}
	out := newOut(t)
	publish(t, out, map[string]string{"index.html": "cũ"})
	write(t, filepath.Dir(out), left)
	open(t, out).Abort()
	equal(t, "beside the site", names(t, filepath.Dir(out)), []string{
		".khac.work-1/", ".khac.work-1/marker",
		".public.work-a.work-7/", ".public.work-a.work-7/marker", ".public.work-a.work-7/site/", ".public.work-a.work-7/site/x.txt",
		".public.work-kept/", ".public.work-kept/của tôi",
		"public/", "public/index.html", "public/manifest.json",
	})
}

func TestSweepFinishesASwapCutBetweenItsRenames(t *testing.T) {
	cases := map[string]struct {
		left map[string]string
		want string
	}{
		"new one whole": {map[string]string{"site/manifest.json": `{"generator": "congbo"}`, "site/index.html": "mới"}, "mới"},
		"new one gone":  {nil, "cũ"},
	}
	for name, c := range cases {
		out := newOut(t)
		publish(t, out, map[string]string{"index.html": "cũ"})
		work := filepath.Join(filepath.Dir(out), ".public.work-9")
		write(t, work, map[string]string{"marker": "public"})
		write(t, work, c.left)
		if err := os.Rename(out, filepath.Join(work, "old")); err != nil {
			t.Fatal(err)
		}
		open(t, out).Abort()
		if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != c.want {
			t.Errorf("%s: the site says %q, want %q", name, text, c.want)
		}
		equal(t, name, names(t, filepath.Dir(out)), []string{"public/", "public/index.html", "public/manifest.json"})
	}
}

func TestMoveBothSwapsWhereNothingCanBeExchanged(t *testing.T) {
	out := newOut(t)
	publish(t, out, map[string]string{"index.html": "cũ"})
	stage := open(t, out)
	defer stage.Abort()
	write(t, stage.Dir(), map[string]string{"index.html": "mới"})
	if err := moveBoth(stage.work, out); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != "mới" {
		t.Errorf("the site says %q", text)
	}
	if err := moveBoth(stage.work, out); err == nil {
		t.Error("moved in a site that isn't there")
	}
	if text, _ := os.ReadFile(filepath.Join(out, "index.html")); string(text) != "mới" {
		t.Errorf("after a failure the site says %q", text)
	}
}
