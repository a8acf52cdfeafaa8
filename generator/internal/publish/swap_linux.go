package publish

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// exchange makes a and b change places in one step (Linux 3.15). Its error is
// a syscall.Errno.
func exchange(a, b string) error {
	return unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
}

// cannotExchange reports whether a kernel or file system has no exchange.
func cannotExchange(err syscall.Errno) bool {
	return err == unix.ENOSYS || err == unix.EINVAL || err == unix.EOPNOTSUPP
}

// flush has the file system of dir written out, so that a power cut after the
// swap doesn't leave names without content. One call for the whole file system
// costs less than one for each file.
func flush(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}
