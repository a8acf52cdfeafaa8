package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const manifestName = "manifest.json"

// generator is what the manifest of every site of ours names.
const generator = "congbo"

// manifest lists what was published. Files are in order of their paths; git's
// entries at the top and the manifest itself are not among them.
type manifest struct {
	Generator string         `json:"generator"`
	AsOf      string         `json:"as_of"` // YYYY-MM-DD
	Files     []manifestFile `json:"files"`
}

type manifestFile struct {
	Path   string `json:"path"` // slash-separated, relative to the site
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"` // bytes
}

// isOurs reports whether dir holds a site that this program published.
func isOurs(dir string) bool {
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return false
	}
	var m manifest
	return json.Unmarshal(data, &m) == nil && m.Generator == generator
}

// writeManifest lists the files of site and sets the modes that a web server
// needs, whatever the umask was.
func writeManifest(site, asOf string) (manifest, error) {
	m := manifest{Generator: generator, AsOf: asOf, Files: []manifestFile{}}
	err := walk(site, func(path string, d fs.DirEntry) error {
		full := filepath.Join(site, filepath.FromSlash(path))
		if d.IsDir() {
			return os.Chmod(full, 0o755)
		}
		if path == manifestName {
			return fmt.Errorf("the rendered tree has a %s of its own", manifestName)
		}
		file, err := describe(full, path)
		m.Files = append(m.Files, file)
		return err
	})
	if err != nil {
		return manifest{}, err
	}
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return manifest{}, err
	}
	return m, writeFile(filepath.Join(site, manifestName), append(text, '\n'))
}

func describe(full, path string) (manifestFile, error) {
	if err := os.Chmod(full, 0o644); err != nil {
		return manifestFile{}, err
	}
	f, err := os.Open(full)
	if err != nil {
		return manifestFile{}, err
	}
	defer f.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, f)
	return manifestFile{Path: path, SHA256: hex.EncodeToString(hash.Sum(nil)), Size: size}, err
}

// writeFile writes data for everyone to read.
func writeFile(path string, data []byte) error {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return err
	}
	return os.Chmod(path, 0o644)
}

// walk visits the folders and files of site in order of their paths, itself
// first, and refuses whatever is neither. Git's entries at the top are left out.
func walk(site string, visit func(path string, d fs.DirEntry) error) error {
	return fs.WalkDir(os.DirFS(site), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case isGit(path) && !strings.Contains(path, "/"):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.IsDir() && !d.Type().IsRegular():
			return fmt.Errorf("%s is neither a file nor a folder", path)
		}
		return visit(path, d)
	})
}
