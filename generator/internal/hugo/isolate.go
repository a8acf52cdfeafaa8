package hugo

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

// policy is a configuration that is laid over the tree's own: no command is
// run, nothing is fetched, no template reads the environment. Content may be
// HTML, since all of it is generated.
const policy = `security:
  exec: {allow: none}
  http: {urls: none}
  funcs: {getenv: none}
  allowContent: ".*"
`

// isolate takes every variable away by which the environment could configure
// Hugo (HUGO_TITLE, HUGOxPARAMSxY …) and returns what puts it back.
func isolate() (restore func()) {
	saved := map[string]string{}
	for _, pair := range os.Environ() {
		name, value, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(strings.ToUpper(name), "HUGO") {
			saved[name] = value
			os.Unsetenv(name)
		}
	}
	return func() {
		for name, value := range saved {
			os.Setenv(name, value)
		}
	}
}

// capture runs do while everything that is written to os.Stdout, os.Stderr and
// the standard logger goes into the returned text. Writers that hold on to the
// original files are not affected.
func capture(do func()) (said string, err error) {
	reader, writer, err := os.Pipe()
	if err != nil {
		return "", fmt.Errorf("capturing its output: %w", err)
	}
	heard := make(chan string)
	go func() {
		text, _ := io.ReadAll(reader)
		heard <- string(text)
	}()
	func() {
		defer redirect(writer)()
		do()
	}()
	writer.Close()
	said = <-heard
	reader.Close()
	return said, nil
}

// redirect points the process's output at w and returns what points it back.
func redirect(w *os.File) (restore func()) {
	stdout, stderr, logger := os.Stdout, os.Stderr, log.Writer()
	os.Stdout, os.Stderr = w, w
	return func() {
		os.Stdout, os.Stderr = stdout, stderr
		log.SetOutput(logger)
	}
}
