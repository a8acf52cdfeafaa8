// Package site lays out everything that a site states as pages, and lets Hugo
// write them: records, what was computed of them, the official text, articles
// and drawings go in; a folder of HTML comes out. It is the only room that
// knows the theme and Hugo's tree. It refuses nothing: what can't be stated was
// reported by the rooms before it.
package site

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/diag"
	"congbo/generator/internal/forecast"
	"congbo/generator/internal/history"
	"congbo/generator/internal/hugo"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/programme"
	"congbo/generator/internal/series"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
)

// Input is everything that the site states.
type Input struct {
	World      *model.World
	Documents  map[string]*programme.Document // the official text by language
	Articles   []Article
	Pictures   []Picture
	Evidence   []Copy // of evidence, shown or not
	Report     *tracking.Report
	Tables     *workforce.Publication
	Series     []*series.Series
	Balance    *balance.Balance
	Forecast   *forecast.Forecast
	NoForecast *forecast.Reason // why there is none
	Datasets   []opendata.Dataset
	Meta       opendata.Meta    // of the datasets
	Files      []File           // published as they are: data, descriptions
	Copies     []File           // what of the same stays with the release, under its day
	History    *history.Account // what became of what was stated
	AsOf       model.Date
	BaseURL    string
	Disk       bool // to be read from a disk, by double click
	Theme      fs.FS
	Locales    locale.Locales // of the languages of the site
}

// A File is published as it is; Path is from the site's root, slash-separated.
type File struct {
	Path  string
	Bytes []byte
}

// A Picture is an image of an article, copied as it is.
type Picture struct {
	Lang string
	Path string // below its language's folder of content: tin-tuc/a.png
	From string // on this machine
}

// A Composition is a site composed but not drawn or rendered.
type Composition struct {
	*Input
	editions []*edition
	pages    [][]page // by edition
}

// Compose makes every page of the site. Faults in articles that only the whole
// site can tell (links that lead nowhere, figures that the data don't have) go
// to problems.
func Compose(in Input, problems *diag.List) (*Composition, error) {
	editions, err := in.editions()
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	c := &Composition{Input: &in, editions: editions}
	for _, e := range editions {
		e.past = e.retell()
		feeds, err := e.feeds()
		if err != nil {
			return nil, fmt.Errorf("site: %w", err)
		}
		c.Files = append(c.Files, feeds...)
	}
	for _, e := range editions {
		pages := e.withDatasets(e.pages())
		e.finishPages(pages, problems)
		c.pages = append(c.pages, pages)
	}
	return c, nil
}

// Pages counts the pages of all languages.
func (c *Composition) Pages() int {
	n := 0
	for _, pages := range c.pages {
		n += len(pages)
	}
	return n
}

// Write draws the figures and renders the site into destination, with work as
// scratch space. Both folders must exist and be empty.
func (c *Composition) Write(ctx context.Context, tools Tools, work, destination string) error {
	var embeds [][]page // by edition
	for i, pages := range c.pages {
		if err := drawAll(ctx, tools.NewDrawer, pages); err != nil {
			return fmt.Errorf("site: %w", err)
		}
		embeds = append(embeds, c.editions[i].keepFigures(pages))
	}
	t := tree{filepath.Join(work, "hugo")}
	if err := c.writeTree(t, embeds); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := t.lend(tools.Modules); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := hugo.Render(ctx, t.root, destination); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := relativize(destination, basePath(c.BaseURL), c.Disk); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := c.writeSearch(destination); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := c.writeEmbeds(embeds, destination); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := c.drawCards(ctx, tools.Fonts, destination); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return c.writeFiles(destination)
}

func (in *Input) editions() ([]*edition, error) {
	x := newIndex(in)
	var editions []*edition
	look, err := readTokens(in.Theme)
	if err != nil {
		return nil, err
	}
	checked, err := readChecks(in.Theme)
	if err != nil {
		return nil, err
	}
	for _, l := range in.Locales {
		editions = append(editions, &edition{Input: in, Locale: l, index: x, look: look, checks: checked})
	}
	return editions, nil
}

func (c *Composition) writeTree(t tree, embeds [][]page) error {
	if err := t.copyTheme(c.Theme); err != nil {
		return err
	}
	config, err := json.Marshal(c.settings(c.editions))
	if err != nil {
		return err
	}
	if err := t.write("hugo.yaml", config); err != nil {
		return err
	}
	for i, e := range c.editions {
		if err := t.writeWords(e); err != nil {
			return err
		}
		for _, p := range slices.Concat(c.pages[i], embeds[i]) {
			if err := t.writePage(e, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// pages is every page of the edition. Lists come before what they list.
func (e *edition) pages() []page {
	pages := []page{e.homePage(), e.programmePage()}
	for _, c := range e.Report.Clauses {
		pages = append(pages, e.clausePage(c))
	}
	pages = append(pages, e.coveragePage(), e.functionPage(), e.tasksPage())
	for _, f := range facets {
		pages = append(pages, e.facetPage(f))
	}
	for _, t := range e.Report.Tasks {
		pages = append(pages, e.taskPage(t))
	}
	pages = append(pages, e.agenciesPage())
	for i := range e.World.Agencies {
		pages = append(pages, e.agencyPage(&e.World.Agencies[i]))
	}
	pages = append(pages, e.indicatorsPage())
	for i := range e.World.Indicators {
		pages = append(pages, e.indicatorPage(&e.World.Indicators[i]))
	}
	pages = append(pages, e.tablesPage())
	for _, t := range e.Tables.Tables {
		pages = append(pages, e.tablePage(t))
	}
	for _, s := range e.Series {
		pages = append(pages, e.seriesPage(s))
	}
	pages = append(pages, e.balancePage())
	pages = append(pages, e.forecastPages()...)
	pages = append(pages, e.registersPage())
	for i := range e.World.Registers {
		pages = append(pages, e.registerPage(&e.World.Registers[i]))
	}
	pages = append(pages, e.newsPage())
	for _, a := range e.news() {
		pages = append(pages, e.articlePage(a, "news"))
	}
	for _, s := range []struct{ section, nav string }{{"gioi-thieu", "about"}, {"phuong-phap", "method"}} {
		pages = append(pages, e.sectionPage(s.section, s.nav))
		for _, a := range e.in(s.section) {
			pages = append(pages, e.articlePage(a, s.nav))
		}
	}
	pages = append(pages, e.changesPages()...)
	pages = append(pages, e.correctionsPages()...)
	pages = append(pages, e.calendarPage())
	pages = append(pages, e.dataPages()...)
	pages = append(pages, e.stylePage(), e.accessibilityPage())
	pages = append(pages, e.releasesPages()...)
	return append(pages, e.searchPage(pages))
}

// writeFiles lays the data files and the articles' pictures beside the pages.
func (c *Composition) writeFiles(destination string) error {
	for _, f := range slices.Concat(c.Files, c.Copies) {
		if err := writeFile(destination, f.Path, f.Bytes); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	for _, p := range c.Pictures {
		data, err := os.ReadFile(p.From)
		if err != nil {
			return fmt.Errorf("site: %w", err)
		}
		if err := writeFile(destination, c.pictureAddress(p), data); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	for _, copied := range c.shownCopies() {
		data, err := os.ReadFile(copied.From)
		if err != nil {
			return fmt.Errorf("site: %w", err)
		}
		if err := writeFile(destination, copyAddress(copied.Path), data); err != nil {
			return fmt.Errorf("site: %w", err)
		}
	}
	return nil
}

// pictureAddress is where a picture is published, from the site's root.
func (in *Input) pictureAddress(p Picture) string {
	if p.Lang == in.World.Site.Languages[0] {
		return "/" + p.Path
	}
	return "/" + p.Lang + "/" + p.Path
}

func writeFile(root, name string, data []byte) error {
	path := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
