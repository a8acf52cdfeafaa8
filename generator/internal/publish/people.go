package publish

import "strings"

// A seeker finds ids of people in text, whatever their case: as whole words of
// letters, digits and hyphens, and as whole parts of longer words between
// hyphens (so in a slug or a file's name). It looks only for ids that can't be
// mistaken for something else (see telling).
type seeker struct {
	ids              map[string]bool // lower case
	shortest, length int             // of ids, in bytes; length is the longest
}

func newSeeker(ids []string) *seeker {
	s := &seeker{ids: map[string]bool{}}
	for _, id := range ids {
		if !telling(id) {
			continue
		}
		s.ids[strings.ToLower(id)] = true
		if s.shortest == 0 || len(id) < s.shortest {
			s.shortest = len(id)
		}
		s.length = max(s.length, len(id))
	}
	return s
}

// telling reports whether finding an id means that a person was given away.
// «a», «12» or «dak-to» occur for other reasons; so do six digits, but nine
// and more are how cards of identity are numbered.
func telling(id string) bool {
	letters, digits := 0, 0
	for _, c := range []byte(id) {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c != '-':
			letters++
		}
	}
	switch {
	case letters == 0:
		return digits >= 9
	case digits == 0:
		return strings.Count(id, "-") >= 2 && letters >= 8
	}
	return len(id) >= 6
}

// seek returns an id that occurs in text, in lower case, or "".
func (s *seeker) seek(text []byte) string {
	if len(s.ids) == 0 {
		return ""
	}
	for i := 0; i < len(text); i++ {
		if folded[text[i]] == 0 {
			continue
		}
		end := i + 1
		for end < len(text) && folded[text[end]] != 0 {
			end++
		}
		if end-i >= s.shortest {
			if id := s.inWord(text[i:end], escape(text, i)); id != "" {
				return id
			}
		}
		i = end
	}
	return ""
}

// escape says how many characters at the start of a word may belong to an
// escape (\n, \u00e1, %20) and not to the word.
func escape(text []byte, start int) []int {
	if start == 0 {
		return nil
	}
	switch text[start-1] {
	case '\\':
		return []int{1, 5}
	case '%':
		return []int{2}
	}
	return nil
}

// inWord looks for ids that begin where the word, or a part of it, begins and
// end where a part ends.
func (s *seeker) inWord(word []byte, escaped []int) string {
	if id := s.beginning(word); id != "" {
		return id
	}
	for _, skip := range escaped {
		if skip < len(word) {
			if id := s.beginning(word[skip:]); id != "" {
				return id
			}
		}
	}
	for i, c := range word {
		if c == '-' {
			if id := s.beginning(word[i+1:]); id != "" {
				return id
			}
		}
	}
	return ""
}

// beginning returns the id that word begins with, up to one of its hyphens or
// its end.
func (s *seeker) beginning(word []byte) string {
	if len(word) < s.shortest {
		return ""
	}
	id := make([]byte, 0, 64)
	for i, c := range word {
		if i >= s.shortest && c == '-' && s.ids[string(id)] {
			return string(id)
		}
		if i == s.length {
			return ""
		}
		id = append(id, folded[c])
	}
	if s.ids[string(id)] {
		return string(id)
	}
	return ""
}

// folded holds the lower case of the characters of ids, 0 for all others.
var folded = func() (table [256]byte) {
	for c := range table {
		switch c := byte(c); {
		case 'A' <= c && c <= 'Z':
			table[c] = c + 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '-':
			table[c] = c
		}
	}
	return table
}()
