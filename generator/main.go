// Command congbo publishes a public authority's programme as a static site.
package main

import (
	"os"

	"congbo/generator/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
