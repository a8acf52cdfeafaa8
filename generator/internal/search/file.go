package search

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// newFile wraps content in the call that hands it to the page.
func newFile(name string, content any) File {
	return File{Path: name + ".js", Bytes: fmt.Appendf(nil, "__tim(%q,%s);\n", name, marshal(content))}
}

// marshal writes JSON that is also a literal of JavaScript. Only what holds
// nothing but strings and numbers is given to it, so that it can't fail.
func marshal(content any) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false) // no page holds these bytes
	if err := encoder.Encode(content); err != nil {
		panic(fmt.Sprintf("search: %v", err))
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// A shelf collects JSON members into files of about a size.
type shelf struct {
	name    string // of its files, before their number
	limit   int    // bytes after which the next member opens a file
	files   []File
	members []byte
}

// add puts a member into the current file, or opens the next one where it
// would grow past its limit; opened tells which.
func (s *shelf) add(key string, value any) (opened bool) {
	member := fmt.Appendf(nil, "%s:%s", marshal(key), marshal(value))
	if len(s.members) > 0 && len(s.members)+len(member) > s.limit {
		s.close()
	}
	if opened = len(s.members) == 0; !opened {
		s.members = append(s.members, ',')
	}
	s.members = append(s.members, member...)
	return opened
}

// close ends the current file, if it holds anything.
func (s *shelf) close() {
	if len(s.members) == 0 {
		return
	}
	content := json.RawMessage(fmt.Sprintf("{%s}", s.members))
	s.files = append(s.files, newFile(fmt.Sprintf("%s-%d", s.name, len(s.files)), content))
	s.members = nil
}
