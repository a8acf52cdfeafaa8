package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// patience is how long a run may take before it shows what it is doing.
const patience = time.Second

// progress shows the step that a long run is at, one line a step, to a
// terminal and to nothing else.
type progress struct {
	mu     sync.Mutex
	w      io.Writer // nil: shows nothing
	lang   string
	step   string
	late   bool
	alarm  *time.Timer
	closed bool
}

func newProgress(w io.Writer, lang string) *progress {
	p := &progress{lang: lang}
	if isTerminal(w) {
		p.w = w
		p.alarm = time.AfterFunc(patience, p.lose)
	}
	return p
}

// isTerminal also takes the null device for one, which nobody will notice.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// say names the step that begins.
func (p *progress) say(vi, en string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.step = words{vi, en}.in(p.lang)
	if p.late {
		p.show()
	}
}

// lose ends the patience: from now on steps are shown.
func (p *progress) lose() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.late = true
	if p.step != "" {
		p.show()
	}
}

func (p *progress) show() {
	if p.w != nil && !p.closed {
		fmt.Fprintf(p.w, "… %s\n", p.step)
	}
}

// stop shows nothing from now on.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	if p.alarm != nil {
		p.alarm.Stop()
	}
}
