// Package cli is the command line: arguments go in, an exit code and what the
// person at the keyboard reads come out. It is the only place that joins the
// rooms (see pipeline.go). It refuses a command line that it doesn't fully
// understand.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"congbo/generator/internal/diag"
)

// Exit codes; the first four are part of the contract.
const (
	exitDone        = 0
	exitProblems    = 1 // the site's data or content has errors
	exitUsage       = 2 // the command line is wrong
	exitMachine     = 3 // disk, permission, missing program
	exitInterrupted = 130
)

// Main runs the program with the arguments after its name and returns its exit
// code. Nothing is read from stdin.
func Main(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	inv, err := parse(args, os.Getenv)
	if err != nil {
		return report(stderr, inv.req.Lang, err)
	}
	if inv.help {
		io.WriteString(stdout, usage(inv.command, inv.req.Lang))
		return exitDone
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	defer stop()
	return inv.carryOut(ctx, stdout, stderr)
}

// carryOut runs the request and prints what came of it.
func (inv invocation) carryOut(ctx context.Context, stdout, stderr io.Writer) int {
	var problems diag.List
	progress := newProgress(stderr, inv.req.Lang)
	res, err := run(ctx, inv.req, &problems, progress.say)
	progress.stop()
	if errors.Is(ctx.Err(), context.Canceled) && errors.Is(err, context.Canceled) {
		err = errInterrupted
	}
	if printErr := inv.print(res, &problems, err == nil, stdout, stderr); err == nil {
		err = printErr
	}
	if err != nil {
		return report(stderr, inv.req.Lang, err)
	}
	if problems.HasErrors() {
		return exitProblems
	}
	return exitDone
}

// print shows the problems and, if all went well, what to do next. In the JSON
// format the problems are all that stdout ever gets, and only of a finished run.
func (inv invocation) print(res result, problems *diag.List, finished bool, stdout, stderr io.Writer) error {
	lang := inv.req.Lang
	if inv.format == "json" {
		if !finished {
			return nil
		}
		return diag.WriteJSON(stdout, problems.Problems(), lang)
	}
	line := res.Line
	if line == nil {
		line = func(string, int) (string, bool) { return "", false }
	}
	if err := diag.WriteText(stderr, problems.Problems(), lang, line); err != nil {
		return err
	}
	if !finished || problems.HasErrors() {
		return nil
	}
	_, err := fmt.Fprintln(stdout, inv.success(res))
	return err
}

// success tells where the site is and how to look at it, or that all is well.
func (inv invocation) success(res result) string {
	lang := inv.req.Lang
	if !inv.req.Build {
		return words{"Mọi thứ đều ổn: dữ liệu và nội dung không có lỗi.", "All is well: data and content have no errors."}.in(lang)
	}
	out := display(inv.req.Out)
	if inv.req.Disk {
		return words{
			"Trang đã dựng xong: %s (%d trang).\nXem thử: mở %s bằng trình duyệt",
			"The site is ready: %s (%d pages).\nTo look at it: open %s in a browser",
		}.in(lang, out+string(filepath.Separator), res.Pages, filepath.Join(out, "index.html"))
	}
	return words{
		"Trang đã dựng xong: %s (%d trang).\nXem thử: npx --yes http-server %s   (hoặc: python3 -m http.server -d %[3]s)",
		"The site is ready: %s (%d pages).\nTo look at it: npx --yes http-server %s   (or: python3 -m http.server -d %[3]s)",
	}.in(lang, out+string(filepath.Separator), res.Pages, quote(out))
}
