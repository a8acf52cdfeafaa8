package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"congbo/generator/internal/balance"
	"congbo/generator/internal/chart"
	"congbo/generator/internal/diag"
	"congbo/generator/internal/forecast"
	"congbo/generator/internal/history"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/model"
	"congbo/generator/internal/npm"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/picture"
	"congbo/generator/internal/programme"
	"congbo/generator/internal/prose"
	"congbo/generator/internal/publish"
	"congbo/generator/internal/series"
	"congbo/generator/internal/site"
	"congbo/generator/internal/source"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
	"congbo/generator/internal/world"
)

// A request is what the command line asks for.
type request struct {
	Site    string // folder that holds data/ and content/
	People  string // folder of the person records; empty: where the site keeps them
	Lang    string // of messages
	Out     string
	BaseURL string // empty: the site's own
	AsOf    model.Date
	Theme   fs.FS
	Release bool
	Disk    bool // the site is to be read from a disk
	Build   bool // else only check

	Previous string // folder of the site published last; empty: none
}

// A result is what came of a request.
type result struct {
	Line  diag.LineReader // lines of the files that were read; nil: none were
	Pages int             // published
}

// run carries out a request: files → world → figures → pages → public/.
// Faults of the site's files go to problems and end the run before anything is
// written.
func run(ctx context.Context, req request, problems *diag.List, say func(vi, en string)) (result, error) {
	say("Đang đọc dữ liệu và nội dung", "Reading data and content")
	files, err := source.Open(req.Site, req.People, problems)
	if err != nil {
		return result{}, err
	}
	res := result{Line: files.Line}
	prev, err := readPrevious(req)
	if err != nil {
		return res, err
	}
	stated, index := world.Load(files, world.Options{ChartKinds: chartKinds(), Spoken: locale.Languages(req.Theme), Release: req.Release}, problems)
	documents := readOfficial(files, stated, index, problems)
	whole := !problems.HasErrors()
	articles := readArticles(files, stated, problems)
	if !whole { // else go on with faulty articles, whose links are checked as well
		return res, nil
	}
	say("Đang đếm và bảo vệ số liệu", "Counting and protecting figures")
	tables, err := workforce.Publish(stated, earlierFigures(prev)...)
	if err != nil {
		return res, err
	}
	registers, exposed, err := workforce.Registers(stated, req.AsOf, earlierCounts(prev, stated, req.AsOf))
	if err != nil {
		return res, err
	}
	stated.Registers = registers
	composed, err := compose(req, material{files, stated, index, documents, articles, tables, exposed, prev}, problems)
	if err != nil || problems.HasErrors() || !req.Build {
		return res, err
	}
	res.Pages = composed.Pages()
	return res, publishSite(ctx, req, stated, tables, composed, say)
}

func chartKinds() []string {
	var kinds []string
	for _, k := range chart.Kinds() {
		kinds = append(kinds, string(k))
	}
	return kinds
}

// officialText is the file that holds the programme's text, below its
// language's folder of content/.
const officialText = "chuong-trinh/_index.md"

// shownPages are the pages in the languages that the site is read in, and the
// official text.
func shownPages(files *source.Files, s model.Site) []*source.Page {
	return slices.DeleteFunc(slices.Clone(files.Pages()), func(p *source.Page) bool {
		return !s.Shows(p.Language) && (p.Language != s.Original || p.Path != officialText)
	})
}

// readOfficial finds in each language's official text what the records say
// about it.
func readOfficial(files *source.Files, stated *model.World, index *world.Index, problems *diag.List) map[string]*programme.Document {
	documents := map[string]*programme.Document{}
	at := func(kind, id, key string) diag.Position { return index.At(world.Kind(kind), id, key) }
	for _, page := range shownPages(files, stated.Site) {
		if page.Path == officialText {
			prose.ReadOfficialTitle(page)
			in := prose.Input{Body: page.Body, At: page.At}
			documents[page.Language] = programme.Read(in, page.Language, stated, at, problems)
		}
	}
	return documents
}

// readArticles parses every page of content/ but the official text.
func readArticles(files *source.Files, stated *model.World, problems *diag.List) []site.Article {
	var known prose.Known
	for _, c := range stated.Clauses {
		known.Clauses = append(known.Clauses, c.ID)
	}
	for _, t := range stated.Tasks {
		known.Tasks = append(known.Tasks, t.ID)
	}
	var articles []site.Article
	var slugs prose.Slugs
	for _, page := range shownPages(files, stated.Site) {
		section, _, _ := strings.Cut(page.Path, "/")
		if page.Path == officialText {
			continue
		}
		front := prose.ReadFrontMatter(page, known)
		articles = append(articles, site.Article{
			Lang:        page.Language,
			Section:     section,
			Slug:        slugs.Take(page),
			FrontMatter: front,
			Body:        prose.Parse(prose.Input{Body: page.Body, At: page.At, Statistical: front.Statistical, Headed: front.Headed}, problems),
		})
	}
	return articles
}

// material is what the site is made from, read and checked.
type material struct {
	files     *source.Files
	world     *model.World
	index     *world.Index
	documents map[string]*programme.Document
	articles  []site.Article
	tables    *workforce.Publication
	exposed   []workforce.RegisterCount
	previous  *history.Previous // nil: none
}

// compose computes everything that the site states and makes its pages.
func compose(req request, m material, problems *diag.List) (*site.Composition, error) {
	stated, tables := m.world, m.tables
	words, err := locale.LoadAll(req.Theme, stated.Site.Languages)
	if err != nil {
		return nil, err
	}
	in := site.Input{
		World:     stated,
		Documents: m.documents,
		Articles:  m.articles,
		Report:    tracking.Assess(stated, req.AsOf),
		Tables:    tables,
		Series:    series.Compute(tables, stated.Statistics.Series, stated.Localities),
		Balance:   balance.Compute(tables, stated.Localities, stated.Forecast.Structures),
		AsOf:      req.AsOf,
		BaseURL:   baseURL(req, stated),
		Disk:      req.Disk,
		Theme:     req.Theme,
		Locales:   words,
	}
	in.Forecast, in.NoForecast = forecast.Run(tables, stated.Forecast, stated.Statistics)
	for _, p := range m.files.Pictures() {
		if !stated.Site.Shows(p.Language) && (p.Language != stated.Site.Original || path.Dir(p.Path) != path.Dir(officialText)) {
			continue
		}
		in.Pictures = append(in.Pictures, site.Picture{Lang: p.Language, Path: p.Path, From: filepath.Join(req.Site, p.File)})
	}
	for _, c := range m.files.Copies() {
		in.Evidence = append(in.Evidence, site.Copy{Path: c.Path, From: filepath.Join(req.Site, c.File)})
	}
	kept, err := addData(&in)
	if err != nil {
		return nil, err
	}
	if err := giveAccount(&in, kept, m.exposed, m.previous, m.index, problems); err != nil {
		return nil, err
	}
	return site.Compose(in, problems)
}

func baseURL(req request, stated *model.World) string {
	base := req.BaseURL
	if base == "" {
		base = stated.Site.BaseURL
	}
	return strings.TrimSuffix(base, "/") + "/"
}

// addData writes every dataset of the site in every format. Kept is what stays
// with the release.
func addData(in *site.Input) (kept []opendata.File, err error) {
	describe := opendata.Describer{World: in.World, Words: in.Locales}
	datasets := []opendata.Dataset{describe.Tasks(in.Report), describe.Clauses(in.Report)}
	notes := in.World.Statistics.Notes()
	for _, t := range in.Tables.Tables {
		datasets = append(datasets, describe.Table(t, notes...))
	}
	for _, s := range in.Series {
		datasets = append(datasets, describe.Series(s, notes...))
	}
	for i := range in.World.Indicators {
		datasets = append(datasets, describe.Indicator(&in.World.Indicators[i]))
	}
	for i := range in.World.Registers {
		datasets = append(datasets, describe.Register(&in.World.Registers[i], in.AsOf))
	}
	datasets = append(datasets, describe.Balance(in.Balance))
	if in.Forecast != nil {
		datasets = append(datasets, describe.Forecast(in.Forecast))
	}
	datasets = append(datasets, describe.CodeLists()...)
	settled := in.World.Site
	settled.BaseURL = in.BaseURL
	in.Datasets, in.Meta = datasets, opendata.Meta{Site: settled, AsOf: in.AsOf, Words: in.Locales}
	written, err := opendata.Files(in.Datasets, in.Meta)
	if err != nil {
		return nil, err
	}
	for _, f := range written {
		in.Files = append(in.Files, site.File{Path: f.Path, Bytes: f.Bytes})
	}
	return opendata.Kept(in.Datasets, in.Meta, written)
}

// publishSite draws and renders the site beside the old one, checks it, and
// swaps it in.
func publishSite(ctx context.Context, req request, stated *model.World, tables *workforce.Publication, composed *site.Composition, say func(vi, en string)) error {
	stage, err := publish.Open(ctx, publish.Target{
		Out:     req.Out,
		Inputs:  inputs(req),
		Waiting: func() { say("Đang chờ một lần dựng khác xong", "Waiting for another build to end") },
	})
	if err != nil {
		return err
	}
	defer stage.Abort()
	tools, err := toolsOf(ctx, req.Theme, say)
	if err != nil {
		return err
	}
	say("Đang vẽ hình và dựng trang", "Drawing charts and rendering pages")
	if err := composed.Write(ctx, tools, stage.Work(), stage.Dir()); err != nil {
		return err
	}
	if err := composed.History.Carry(func(f history.File) error { return stage.Put(f.Path, f.Bytes) }); err != nil {
		return err
	}
	say("Đang kiểm tra trang", "Checking the site")
	if err := stage.Check(ctx, publish.Promises{BaseURL: composed.BaseURL, People: personIDs(stated)}); err != nil {
		return err
	}
	if err := auditFiles(stage.Dir(), tables, req.Previous); err != nil {
		return err
	}
	_, err = stage.Commit(req.AsOf.String())
	return err
}

func inputs(req request) []string {
	folders := []string{filepath.Join(req.Site, "data"), filepath.Join(req.Site, "content")}
	if req.People != "" {
		folders = append(folders, req.People)
	}
	return folders
}

func personIDs(stated *model.World) []string {
	ids := make([]string, len(stated.People))
	for i, p := range stated.People {
		ids[i] = p.ID
	}
	return ids
}

// toolsOf installs what charts and pictures are drawn with, if need be.
func toolsOf(ctx context.Context, theme fs.FS, say func(vi, en string)) (site.Tools, error) {
	folder, err := npm.Ensure(ctx, theme, "", func(line string) { say(line, line) })
	if err != nil {
		return site.Tools{}, err
	}
	modules := filepath.Join(folder, "node_modules")
	echarts, err := os.ReadFile(filepath.Join(modules, "echarts", "dist", "echarts.min.js"))
	if err != nil {
		return site.Tools{}, fmt.Errorf("charts: %w", err)
	}
	fonts, err := fontsOf(filepath.Join(modules, "@expo-google-fonts", "be-vietnam-pro"))
	if err != nil {
		return site.Tools{}, fmt.Errorf("pictures: %w", err)
	}
	return site.Tools{
		NewDrawer: func() (site.Drawer, error) { return chart.NewDrawer(echarts) },
		Fonts:     fonts,
		Modules:   modules,
	}, nil
}

func fontsOf(folder string) (picture.Fonts, error) {
	text, err := os.ReadFile(filepath.Join(folder, "400Regular", "BeVietnamPro_400Regular.ttf"))
	if err != nil {
		return picture.Fonts{}, err
	}
	title, err := os.ReadFile(filepath.Join(folder, "700Bold", "BeVietnamPro_700Bold.ttf"))
	return picture.Fonts{Text: text, Title: title}, err
}
