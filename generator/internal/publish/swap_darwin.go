package publish

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// exchange makes a and b change places in one step (macOS 10.12). Its error is
// a syscall.Errno.
func exchange(a, b string) error { return unix.RenamexNp(a, b, unix.RENAME_SWAP) }

// cannotExchange reports whether a file system has no exchange.
func cannotExchange(err syscall.Errno) bool { return err == unix.ENOTSUP || err == unix.EINVAL }

// flush starts writing everything out. Waiting for the drive, file by file,
// would take longer than the build.
func flush(string) error { return unix.Sync() }
