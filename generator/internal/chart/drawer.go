package chart

import (
	"encoding/json"
	"fmt"
	"runtime"
	"sync"
)

// A Drawing is a figure drawn twice. CSS shows the one that suits the screen.
type Drawing struct{ Narrow, Wide string }

// A Drawer draws figures. It may be used by several goroutines at once; each
// that draws at the same time gets an engine of its own, at most one for each
// processor.
type Drawer struct {
	code  script
	slots chan *engine // nil stands for an engine not started yet
	once  sync.Once
}

// NewDrawer readies a drawer. echartsJS is the whole of ECharts 6 as one
// script: dist/echarts.min.js of its npm package.
func NewDrawer(echartsJS []byte) (*Drawer, error) {
	code, err := compile(echartsJS)
	if err != nil {
		return nil, err
	}
	d := &Drawer{code: code, slots: make(chan *engine, runtime.GOMAXPROCS(0))}
	for range cap(d.slots) {
		d.slots <- nil
	}
	return d, nil
}

// Draw draws both variants of a figure. An error is a fault in the program:
// whatever numbers and words a figure holds can be drawn.
func (d *Drawer) Draw(fig Figure) (Drawing, error) {
	if err := fig.check(); err != nil {
		return Drawing{}, err
	}
	e := <-d.slots
	defer func() { d.slots <- e }()
	if e == nil {
		var err error
		if e, err = d.code.start(); err != nil {
			return Drawing{}, err
		}
	}
	normal := normalise(fig)
	narrow, err := e.variant(normal, Narrow)
	if err != nil {
		return Drawing{}, err
	}
	wide, err := e.variant(normal, Wide)
	return Drawing{Narrow: narrow, Wide: wide}, err
}

func (e *engine) variant(fig *Figure, variant Variant) (string, error) {
	o, err := lay(fig, variant)
	if err != nil {
		return "", err
	}
	raw, err := e.draw(o)
	if err != nil {
		return "", fmt.Errorf("figure %s: %w", fig.ID, err)
	}
	return tidy(raw, fig, variant, o)
}

// Option returns the ECharts option that a variant of a figure is drawn from.
// It is data only. Custom series name their shapes, "span" and "band", which
// whoever hands the option to ECharts has to register.
func (d *Drawer) Option(fig Figure, variant Variant) (json.RawMessage, error) {
	if err := fig.check(); err != nil {
		return nil, err
	}
	o, err := lay(normalise(fig), variant)
	return o.json, err
}

// Close frees the engines, after waiting for those that draw. The drawer
// cannot be used any more.
func (d *Drawer) Close() {
	d.once.Do(func() {
		for range cap(d.slots) {
			if e := <-d.slots; e != nil {
				e.close()
			}
		}
	})
}
