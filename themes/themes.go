// Package themes carries the themes inside the program, so that a site needs
// nothing beside its data and content.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:gazette
var files embed.FS

// Gazette is the theme that sites are laid out with: layouts, assets, strings
// and, for what the browser gets from the npm registry, a package file with
// its lockfile.
func Gazette() fs.FS {
	theme, err := fs.Sub(files, "gazette")
	if err != nil {
		panic(err) // the folder is named above
	}
	return theme
}
