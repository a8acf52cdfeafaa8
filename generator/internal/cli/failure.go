package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"syscall"

	"congbo/generator/internal/history"
	"congbo/generator/internal/npm"
	"congbo/generator/internal/publish"
)

// A usageError says what is wrong with the command line.
type usageError struct {
	words words
	args  []any
}

func (e *usageError) Error() string { return e.words.in("en", e.args...) }

// wrong makes a usage error; the verbs are those of fmt, the same in both
// languages.
func wrong(vi, en string, args ...any) error { return &usageError{words{vi, en}, args} }

// errInterrupted stands for a run that the user stopped.
var errInterrupted = errors.New("interrupted")

// report tells why a run failed and returns its exit code.
func report(stderr io.Writer, lang string, err error) int {
	text, code := explain(lang, err)
	fmt.Fprintf(stderr, "congbo: %s\n", text)
	return code
}

// explain words a failure for the person at the keyboard.
func explain(lang string, err error) (text string, code int) {
	var usage *usageError
	var refused *publish.RefusedError
	var broken *publish.BrokenPromiseError
	var missing *npm.MissingError
	var unread *history.ReadError
	switch {
	case errors.Is(err, errInterrupted):
		return words{"đã dừng theo yêu cầu; trang cũ vẫn nguyên", "stopped as asked; the site is as it was"}.in(lang), exitInterrupted
	case errors.As(err, &usage):
		return usage.words.in(lang, usage.args...), exitUsage
	case errors.As(err, &refused):
		return refusal(lang, refused), exitUsage
	case errors.As(err, &unread):
		return unreadable(lang, unread), exitUsage
	case errors.As(err, &broken):
		return words{
			"lỗi của chương trình, không phải của dữ liệu; trang cũ vẫn nguyên: %v",
			"a fault of the program, not of the data; the site is as it was: %v",
		}.in(lang, err), exitMachine
	case errors.As(err, &missing):
		return words{
			"máy này chưa có npm, cần để lấy phần vẽ biểu đồ về một lần; hãy cài Node.js (nodejs.org) rồi chạy lại",
			"this machine has no npm, which is needed once to fetch the drawing of charts; install Node.js (nodejs.org) and run again",
		}.in(lang), exitMachine
	}
	return machine(lang, err), exitMachine
}

// machine words what went wrong outside the program.
func machine(lang string, err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return words{"không có quyền đọc hoặc ghi: %v", "no permission to read or write: %v"}.in(lang, err)
	case errors.Is(err, syscall.ENOSPC):
		return words{"đĩa đã đầy: %v", "the disk is full: %v"}.in(lang, err)
	case errors.Is(err, exec.ErrNotFound):
		return words{"máy thiếu một chương trình: %v", "a program is missing: %v"}.in(lang, err)
	}
	return words{"không làm được: %v", "failed: %v"}.in(lang, err)
}

// refusal says why nothing is written into the folder of --out.
func refusal(lang string, e *publish.RefusedError) string {
	why := map[publish.Reason]words{
		publish.IsFile:      {"đó là một tệp", "it is a file"},
		publish.NotOurs:     {"trong đó có thứ không phải trang do chương trình này dựng", "it holds something that this program did not publish"},
		publish.HoldsInputs: {"trong đó có dữ liệu hoặc nội dung của trang", "the site's data or content lies in it"},
		publish.InsideInput: {"nó nằm trong dữ liệu hoặc nội dung của trang", "it lies in the site's data or content"},
		publish.TooMuch:     {"đó là thư mục gốc hoặc thư mục nhà", "it is the root of the disk or a home"},
	}
	return words{
		"--out: không ghi vào «%s»: %s; hãy chọn thư mục mới hoặc thư mục trống",
		"--out: refusing to write into %q: %s; choose a new or an empty folder",
	}.in(lang, e.Out, why[e.Reason].in(lang))
}

// unreadable says why the folder of --previous is not taken for the site
// published last.
func unreadable(lang string, e *history.ReadError) string {
	why := map[history.Reason]words{
		history.NoStatement: {
			"không phải trang do chương trình này dựng, hoặc được dựng khi chưa có «%s»; hãy chỉ tới thư mục của trang đã công bố lần trước",
			"it is no site that this program published, or one from before there was %q; name the folder of the site published last",
		},
		history.Damaged: {
			"«%s» của trang đó đã hỏng hoặc bị sửa; hãy lấy lại nguyên bản đã công bố",
			"its %q is damaged or was edited; get the published copy again",
		},
		history.OtherSchema: {
			"«%s» do một bản khác của chương trình này ghi; hãy dùng đúng bản đã dựng trang đó, hoặc bản mới hơn",
			"its %q was written by another version of this program; use the version that built it, or a newer one",
		},
	}
	return words{"--previous: «%s»: ", "--previous: %q: "}.in(lang, e.Dir) + why[e.Reason].in(lang, history.StatementPath)
}
