package site

import (
	"encoding/json"
	"slices"
	"testing"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/model"
)

func TestAddressesAreMadeRelative(t *testing.T) {
	for _, c := range []struct{ page, base, in, want string }{
		{"index.html", "", `<a href="/nhiem-vu/">x</a>`, `<a href="nhiem-vu/">x</a>`},
		{"index.html", "", `<a href="/">x</a>`, `<a href="./">x</a>`},
		{"nhiem-vu/a/index.html", "/tinh", `<a href="/">x</a><link href="/kieu.css">`, `<a href="../../">x</a><link href="../../kieu.css">`},
		{"404.html", "/tinh", `<a href="/nhiem-vu/">x</a>`, `<a href="/tinh/nhiem-vu/">x</a>`},
		{"en/404.html", "", `<a href="/en/">x</a>`, `<a href="/en/">x</a>`},
		{"a/index.html", "", `<a href="https://x.vn/">x</a><a href="//x.vn/y">y</a><a href="#z">z</a>`, `<a href="https://x.vn/">x</a><a href="//x.vn/y">y</a><a href="#z">z</a>`},
		{"a/index.html", "", `<svg viewBox="0 0 1 1"><p title="/x">"/y"</p>`, `<svg viewBox="0 0 1 1"><p title="/x">"/y"</p>`},
	} {
		if got := string(rewriteAddresses([]byte(c.in), resolver(c.page, c.base, false))); got != c.want {
			t.Errorf("%s below %q: %s\n got %s\nwant %s", c.page, c.base, c.in, got, c.want)
		}
	}
}

func TestADiskNamesFiles(t *testing.T) {
	for _, c := range []struct{ page, address, want string }{
		{"index.html", "/", "index.html"},
		{"index.html", "/nhiem-vu/", "nhiem-vu/index.html"},
		{"nhiem-vu/a/index.html", "/", "../../index.html"},
		{"nhiem-vu/a/index.html", "/nhiem-vu/?nam=2024#x/", "../../nhiem-vu/index.html?nam=2024#x/"},
		{"nhiem-vu/a/index.html", "/du-lieu/a.csv", "../../du-lieu/a.csv"},
		{"404.html", "/nhiem-vu/", "nhiem-vu/index.html"},
	} {
		if got := resolver(c.page, "/tinh", true)(c.address); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.address, c.page, got, c.want)
		}
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string][2]string{
		"https://x.vn/":               {"https://x.vn/", ""},
		"https://x.vn":                {"https://x.vn/", ""},
		"https://x.vn:8443/a/b/":      {"https://x.vn:8443/", "/a/b"},
		"http://127.0.0.1:80/tri-tue": {"http://127.0.0.1:80/", "/tri-tue"},
	} {
		if got := [2]string{origin(base), basePath(base)}; got != want {
			t.Errorf("%s: %v, want %v", base, got, want)
		}
	}
}

func TestGroupsOfClauses(t *testing.T) {
	for clause, want := range map[string][2]string{
		"I.1": {"I", "I.1"}, "III.2-4b": {"III", "III.2"}, "IV.2a": {"IV", "IV.2"}, "XII.10-3": {"XII", "XII.10"},
	} {
		if got := [2]string{partOf(clause), groupOf(clause)}; got != want {
			t.Errorf("%s: %v, want %v", clause, got, want)
		}
	}
}

func TestTheNearestSectionAnswers(t *testing.T) {
	for _, c := range []struct {
		section, clause string
		want            bool
	}{
		{"III", "III.2-4b", true}, {"III.2", "III.2-4b", true}, {"III.2-4", "III.2-4b", false},
		{"III.2", "III.21", false}, {"II", "III.1", false}, {"IV.2", "IV.2a", false}, {"III.1", "III.1", true},
	} {
		if got := above(c.section, c.clause); got != c.want {
			t.Errorf("above(%s, %s) = %v, want %v", c.section, c.clause, got, c.want)
		}
	}
}

func TestAxesOfDrawings(t *testing.T) {
	one := []model.Dimension{model.ByDegree}
	two := []model.Dimension{model.ByLocality, model.ByDegree}
	for _, c := range []struct {
		name      string
		table     model.Table
		x, series model.Dimension
	}{
		{"a bar shows the first dimension", model.Table{Dimensions: two, Chart: model.TableChart{Kind: "bar"}}, model.ByLocality, ""},
		{"stacked bars show both", model.Table{Dimensions: two, Chart: model.TableChart{Kind: "stacked-bar"}}, model.ByLocality, model.ByDegree},
		{"stacked bars of one dimension run over the years", model.Table{Dimensions: one, Chart: model.TableChart{Kind: "stacked-bar"}}, model.Year, model.ByDegree},
		{"a line runs over the years", model.Table{Dimensions: two, Chart: model.TableChart{Kind: "line"}}, model.Year, model.ByLocality},
		{"what is declared holds", model.Table{Dimensions: two, Chart: model.TableChart{Kind: "line", Series: model.ByDegree}}, model.Year, model.ByDegree},
		{"also crosswise", model.Table{Dimensions: two, Chart: model.TableChart{Kind: "stacked-bar", X: model.ByDegree}}, model.ByDegree, model.ByLocality},
		{"years as series", model.Table{Dimensions: one, Chart: model.TableChart{Kind: "bar", Series: model.Year}}, model.ByDegree, model.Year},
		{"a map shows places", model.Table{Dimensions: []model.Dimension{model.ByLocality}, Chart: model.TableChart{Kind: "tile-map"}}, model.ByLocality, ""},
	} {
		if x, series := axes(&c.table, chart.Kind(c.table.Chart.Kind)); x != c.x || series != c.series {
			t.Errorf("%s: x %q, series %q; want %q, %q", c.name, x, series, c.x, c.series)
		}
	}
}

func TestNoChangeIsComputedAcrossABreak(t *testing.T) {
	year := func(y int) model.Period { return model.Period{Year: y} }
	i := &model.Indicator{Breaks: []model.Break{{From: year(2015)}}}
	for _, c := range []struct {
		from, to int
		want     bool
	}{{2010, 2014, false}, {2010, 2015, true}, {2014, 2018, true}, {2015, 2018, false}} {
		if got := broken(i, year(c.from), year(c.to)); got != c.want {
			t.Errorf("from %d to %d: broken = %v, want %v", c.from, c.to, got, c.want)
		}
	}
}

func TestAWithheldPartWithholdsItsSum(t *testing.T) {
	s := newSums()
	s.add("a", "x", chart.Value{Number: 7})
	s.add("a", "x", chart.Value{Status: chart.Withheld})
	s.add("a", "x", chart.Value{Number: 9})
	s.add("b", "x", chart.Value{Number: 2})
	s.add("b", "x", chart.Value{Status: chart.Missing})
	s.add("c", "x", chart.Value{Status: chart.Missing})
	for category, want := range map[string]chart.Value{
		"a": {Status: chart.Withheld}, "b": {Number: 2}, "c": {Status: chart.Missing},
	} {
		if got := s.value(category, "x"); got != want {
			t.Errorf("%s: %v, want %v", category, got, want)
		}
	}
	if want := []string{"a", "b", "c"}; !slices.Equal(s.categories, want) {
		t.Errorf("categories %v, want %v", s.categories, want)
	}
}

func TestPartsCarryTheirNames(t *testing.T) {
	for want, p := range map[string]part{
		`{"part":"links","id":"x","links":null}`: links{heading: heading{ID: "x"}},
		`{"part":"prose","html":"<p>đ</p>"}`:     &written{HTML: "<p>đ</p>"},
	} {
		got, err := marshal(named{p})
		if err != nil {
			t.Fatal(err)
		}
		if trimmed := string(got[:len(got)-1]); trimmed != want || !json.Valid(got) {
			t.Errorf("got %s, want %s", trimmed, want)
		}
	}
}

func TestSectionNames(t *testing.T) {
	for in, want := range map[string]string{
		"NHIỆM VỤ, GIẢI PHÁP": "Nhiệm vụ, giải pháp", "ĐỔI MỚI": "Đổi mới", "Mục đích": "Mục đích", "": "",
	} {
		if got := sentenceCase(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got, want := shortened("một hai ba bốn", 9), "một hai…"; got != want {
		t.Errorf("shortened to %q, want %q", got, want)
	}
}
