package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
)

// embedFolder is what other sites show figures from. Below it, a figure lies at
// the address of the page that it belongs to, so that no two can clash.
const embedFolder = "/nhung"

// kept is where a figure can be had outside its page.
type kept struct {
	Page  string `json:"page"`  // a page of its own, for frames
	Image string `json:"image"` // a picture of its own, title and source burned in
}

const (
	imageFile = "hinh.svg"
	toolsFile = "bieu-do.js" // what a figure's tools need: the picture again, which from a disk no script may read, and what ECharts explores
)

// embed is the address of the page of a figure's own, from the root. A figure
// that another page has too is kept there.
func (e *edition) embed(p page, f *figure) string {
	home := e.address(p.Path)
	if f.Href != "" {
		home = f.Href
	}
	home = strings.TrimPrefix(home, strings.TrimSuffix(e.address("/"), "/"))
	return e.address(embedFolder + home + strings.TrimPrefix(f.Anchor, "hinh-") + "/")
}

// keepFigures says of every figure that was drawn where it can be had, and
// returns the pages for frames.
func (e *edition) keepFigures(pages []page) []page {
	var embeds []page
	for _, p := range pages {
		for _, part := range p.Parts {
			f, ok := part.(*figure)
			if !ok || f.Drawing == nil {
				continue
			}
			at := e.embed(p, f)
			f.Kept = &kept{Page: at, Image: at + imageFile}
			if f.Href == "" {
				embeds = append(embeds, e.embedPage(p, f))
			}
		}
	}
	return embeds
}

// embedPage is a figure alone: its title leads to the page that has it.
func (e *edition) embedPage(p page, f *figure) page {
	alone := *f
	alone.heading, alone.Title = heading{}, ""
	path := strings.TrimPrefix(f.Kept.Page, strings.TrimSuffix(e.address("/"), "/"))
	return page{
		Key:          "nhung" + strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(path, embedFolder), "/"), "/", "--"),
		Path:         path,
		Layout:       "embed",
		Title:        f.chart.Title,
		Description:  f.chart.Description,
		Trail:        []run{linked(f.chart.Title, e.address(p.Path)+"#"+f.Anchor)},
		Illustrative: f.Illustrative,
		Parts:        []part{&alone},
	}
}

// writeEmbeds lays the picture of each figure, and what its tools need, beside
// its page for frames.
func (c *Composition) writeEmbeds(embeds [][]page, destination string) error {
	for i, e := range c.editions {
		for _, p := range embeds[i] {
			if err := e.writeEmbed(p, destination); err != nil {
				return err
			}
		}
	}
	return nil
}

func (e *edition) writeEmbed(p page, destination string) error {
	f := p.Parts[0].(*figure)
	image, err := chart.Standalone(f.Drawing.Wide, e.caption(f))
	if err != nil {
		return err
	}
	if err := writeFile(destination, f.Kept.Image, []byte(image)); err != nil {
		return err
	}
	explored, err := chart.Interactive(plainDrawing(*f.chart))
	if err != nil {
		return err
	}
	picture, err := json.Marshal(image)
	if err != nil {
		return err
	}
	code := fmt.Sprintf("__bieuDo({\"picture\":%s,\"explored\":%s});\n", picture, cmp.Or(string(explored), "null"))
	return writeFile(destination, f.Kept.Page+toolsFile, []byte(code))
}

// caption is what a picture says of itself once it has left its page.
func (e *edition) caption(f *figure) chart.Caption {
	var source strings.Builder
	for _, r := range f.Source {
		source.WriteString(r.Text)
	}
	lines := []string{f.Measure, e.T("source") + ": " + source.String() + ". " + e.T("computed_on", map[string]any{"Date": f.Computed})}
	if f.Illustrative {
		lines = append([]string{e.T("illustrative_figure")}, lines...)
	}
	lines = append(lines, e.Text(e.World.Site.Title)+" – "+strings.TrimSuffix(e.BaseURL, "/")+f.Kept.Page)
	return chart.Caption{Title: locale.Plain(f.chart.Title), Lines: mapped(lines, locale.Plain)}
}
