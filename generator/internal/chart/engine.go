package chart

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"modernc.org/quickjs"
)

//go:embed engine.js
var engineJS string

// surroundings is the little that ECharts asks of a world without a browser.
// Its warnings go nowhere: they are about our options, and tests see to those.
const surroundings = `
globalThis.console = { log() {}, warn() {}, error() {}, info() {} };
globalThis.setTimeout = () => 0;
globalThis.clearTimeout = () => {};`

// A script is ECharts and what we add to it, compiled.
type script []byte

// compile prepares ECharts for engines.
func compile(echarts []byte) (script, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("chart: engine: %w", err)
	}
	defer vm.Close()
	widths, err := json.Marshal(knownWidths())
	if err != nil {
		return nil, fmt.Errorf("chart: engine: %w", err)
	}
	source := surroundings + "\n" + string(echarts) + "\nglobalThis.widths = " + string(widths) + ";\n" + engineJS
	code, err := vm.Compile(source, quickjs.EvalGlobal)
	if err != nil {
		return nil, fmt.Errorf("chart: ECharts cannot be read: %w", err)
	}
	return code, nil
}

// knownWidths lists the width of every letter of Latin scripts, so that
// ECharts measures text as we do.
func knownWidths() map[string]int {
	widths := make(map[string]int)
	for r := range advance {
		widths[string(r)] = advance[r]
	}
	for _, block := range [][2]rune{{0x20, 0x24F}, {0x300, 0x36F}, {0x1E00, 0x1EFF}} {
		for r := block[0]; r <= block[1]; r++ {
			widths[string(r)] = runeWidth(r)
		}
	}
	return widths
}

// An engine draws one chart after another; it serves one goroutine at a time.
type engine struct{ vm *quickjs.VM }

// gcThreshold lets an engine hold some garbage: looking for cycles takes longer
// than drawing.
const gcThreshold = 64 << 20

func (code script) start() (*engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("chart: engine: %w", err)
	}
	vm.SetGCThreshold(gcThreshold)
	if _, err := vm.EvalBytecode(code); err != nil {
		vm.Close()
		return nil, fmt.Errorf("chart: ECharts does not start: %w", err)
	}
	return &engine{vm}, nil
}

// draw returns what ECharts makes of an option.
func (e *engine) draw(o option) (string, error) {
	out, err := e.vm.Call("draw", o.width, o.height, string(o.json))
	if err != nil {
		return "", fmt.Errorf("chart: ECharts: %w", err)
	}
	svg, ok := out.(string)
	if !ok {
		return "", fmt.Errorf("chart: ECharts answered %T", out)
	}
	return svg, nil
}

func (e *engine) close() { e.vm.Close() }
