package history

import "strings"

// A part is one key of an entry, and what it says in the first language.
type part struct{ key, text string }

func (s *Statement) parts(e Entry) []part {
	var evidence []string
	for _, v := range e.Evidence {
		evidence = append(evidence, s.evidenceText(v))
	}
	return []part{
		{"date", e.Date.String()},
		{"status", e.Status},
		{"by", e.By},
		{"due", e.Due.String()},
		{"reason", s.text(e.Reason)},
		{"note", s.text(e.Note)},
		{"evidence", strings.Join(evidence, " / ")},
	}
}

// entryText is everything that an entry says, in one line.
func (s *Statement) entryText(e Entry) string {
	var said []string
	for _, p := range s.parts(e) {
		switch {
		case p.text == "":
		case p.key == "due":
			said = append(said, "due "+p.text)
		default:
			said = append(said, p.text)
		}
	}
	return strings.Join(said, "; ")
}

func (s *Statement) evidenceText(e Evidence) string {
	said := []string{s.text(e.Title), e.URL, e.Date.String(), e.Kind, s.text(e.Proves)}
	if e.Copy != nil {
		said = append(said, "SHA-256 "+e.Copy.SHA256, e.Copy.Seen.String())
	}
	return strings.Join(said, ", ")
}

// narrowedEntry names the key of an entry where only one changed.
func (s *Statement) narrowedEntry(about Change, was, now Entry) Change {
	before, after := s.parts(was), s.parts(now)
	changed := -1
	for i := range before {
		switch {
		case before[i] == after[i]:
		case changed >= 0:
			about.Was, about.Now = s.entryText(was), s.entryText(now)
			return about
		default:
			changed = i
		}
	}
	if changed >= 0 {
		about.Field += "." + before[changed].key
		about.Was, about.Now = before[changed].text, after[changed].text
	}
	return about
}
