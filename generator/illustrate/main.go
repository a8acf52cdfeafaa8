// Command illustrate invents the person records that the site counts until
// there are real ones. Nothing goes in but a seed of its own, so that
// every run gives the same bytes; out come one file a district, 10,000 records
// in all, for data/intellectuals. No figure was fitted to a published one: the
// shares are round on purpose (see shares.go), and a record that looks like
// somebody does so by chance.
//
//	go run ./generator/illustrate
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	folder := flag.String("out", filepath.Join("data", "intellectuals"), "folder that the files are written to")
	flag.Parse()
	if err := write(*folder); err != nil {
		fmt.Fprintln(os.Stderr, "illustrate:", err)
		os.Exit(1)
	}
}

// write puts the files into folder, over earlier ones of the same names; what
// else is there stays.
func write(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	for name, content := range files(invent()) {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			return fmt.Errorf("write records: %w", err)
		}
	}
	return nil
}
