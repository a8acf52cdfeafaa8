package site

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"congbo/generator/internal/chart"
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
		drawn, err := drawer.Draw(*f.chart)
		if err != nil {
			return err
		}
		f.Drawing = &drawing{Narrow: drawn.Narrow, Wide: drawn.Wide}
	}
	return nil
}
