package site

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"congbo/generator/internal/chart"
	"congbo/generator/internal/locale"
	"congbo/generator/internal/picture"
)

// A Drawer draws figures; it need not be safe for use by several goroutines.
type Drawer interface {
	Draw(chart.Figure) (chart.Drawing, error)
}

// NewDrawer makes one drawer for each worker.
type NewDrawer func() (Drawer, error)

// Tools is what drawings are made with.
type Tools struct {
	NewDrawer NewDrawer
	Fonts     picture.Fonts // of the pictures that pages are shared with
	Modules   string        // folder node_modules with what the reader's browser gets
}

// drawAll draws every figure of the pages, on all processors.
func drawAll(ctx context.Context, newDrawer NewDrawer, pages []page) error {
	queue := queueOf(pages)
	workers, ctx := errgroup.WithContext(ctx)
	for range min(runtime.GOMAXPROCS(0), len(queue)) {
		workers.Go(func() error { return drawFrom(ctx, newDrawer, queue) })
	}
	return workers.Wait()
}

// queueOf lists the figures that have something to draw.
func queueOf(pages []page) chan *figure {
	var waiting []*figure
	for _, p := range pages {
		for _, part := range p.Parts {
			if f, ok := part.(*figure); ok && f.chart != nil {
				waiting = append(waiting, f)
			}
		}
	}
	queue := make(chan *figure, len(waiting))
	for _, f := range waiting {
		queue <- f
	}
	close(queue)
	return queue
}

func drawFrom(ctx context.Context, newDrawer NewDrawer, queue <-chan *figure) error {
	drawer, err := newDrawer()
	if err != nil {
		return err
	}
	for f := range queue {
		if err := ctx.Err(); err != nil {
			return err
		}
		drawn, err := drawer.Draw(plainDrawing(*f.chart))
		if err != nil {
			return err
		}
		f.Drawing = &drawing{Narrow: drawn.Narrow, Wide: drawn.Wide}
	}
	return nil
}

// plainDrawing is a figure without the tags of its words: drawings have no
// marks for languages within them.
func plainDrawing(f chart.Figure) chart.Figure {
	f.Title, f.Description = locale.Plain(f.Title), locale.Plain(f.Description)
	f.Unit, f.AxisName = locale.Plain(f.Unit), locale.Plain(f.AxisName)
	f.Categories = mapped(f.Categories, locale.Plain)
	f.Series = mapped(f.Series, func(s chart.Series) chart.Series { s.Name = locale.Plain(s.Name); return s })
	f.Breaks = mapped(f.Breaks, func(b chart.Break) chart.Break { b.Label = locale.Plain(b.Label); return b })
	f.Spans = mapped(f.Spans, func(s chart.Span) chart.Span { s.Label = locale.Plain(s.Label); return s })
	return f
}
