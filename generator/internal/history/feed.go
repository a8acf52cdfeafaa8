package history

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

const (
	feedName  = "atom.xml"
	feedLimit = 100 // entries; what is older stands on the pages
)

// minted is the year of our tag URIs (RFC 4151), one in which whoever has the
// site's host had it already. It is fixed, as ids must never change.
const minted = "2026"

// Feeds writes the changes of timeline, latest first, as Atom feeds (RFC 4287)
// in each of the site's languages: of the whole site at thay-doi/atom.xml, and
// as atom.xml beside the page of each clause, task and body. base is the site's
// address; one that is not absolute is a fault of the caller.
func Feeds(timeline []Change, in Input, base string) ([]File, error) {
	root, err := url.Parse(strings.TrimSuffix(base, "/") + "/")
	if err != nil || root.Host == "" {
		return nil, fmt.Errorf("history: feeds: %q is no absolute address", base)
	}
	s := &syndication{in: in, base: root, timeline: timeline, ids: entryIDs(timeline)}
	var files []File
	for i, lang := range in.World.Site.Languages {
		v := voice{lang, firstLanguage(in.World)}
		prefix := ""
		if i > 0 {
			prefix = lang + "/"
		}
		for _, c := range s.channels(v) {
			file, err := s.write(c, v, prefix)
			if err != nil {
				return nil, fmt.Errorf("history: feed of %s: %w", c.page, err)
			}
			files = append(files, file)
		}
	}
	return files, nil
}

// syndication carries what all feeds have in common.
type syndication struct {
	in       Input
	base     *url.URL
	timeline []Change
	ids      []string // of the entries, by place in timeline
}

// A channel is one feed: whose page it belongs to, and which changes it tells.
type channel struct {
	page    string // below the site's root
	title   string
	changes []int // places in the timeline
}

func (s *syndication) channels(v voice) []channel {
	byClause, byTask, byAgency := map[string][]int{}, map[string][]int{}, map[string][]int{}
	all := make([]int, len(s.timeline))
	for i, c := range s.timeline {
		all[i] = i
		file(byClause, c.Clauses, i)
		file(byTask, c.Tasks, i)
		file(byAgency, c.Agencies, i)
	}
	channels := []channel{{"thay-doi/", v.say(changesLabel), all}}
	for _, c := range s.in.World.Clauses {
		channels = append(channels, channel{clausePage(c.ID), v.say(subjectWords[OfClause]) + " " + c.ID, byClause[c.ID]})
	}
	for _, t := range s.in.World.Tasks {
		channels = append(channels, channel{"nhiem-vu/" + t.ID + "/", v.say(t.Title), byTask[t.ID]})
	}
	for _, a := range s.in.World.Agencies {
		channels = append(channels, channel{"co-quan/" + a.ID + "/", v.say(a.Name), byAgency[a.ID]})
	}
	return channels
}

// file puts a place under each of ids, once.
func file(places map[string][]int, ids []string, place int) {
	for _, id := range ids {
		if p := places[id]; len(p) == 0 || p[len(p)-1] != place {
			places[id] = append(p, place)
		}
	}
}

func (s *syndication) write(c channel, v voice, prefix string) (File, error) {
	site := s.in.World.Site
	updated := s.in.Report.AsOf
	if len(c.changes) > 0 {
		updated = s.timeline[c.changes[0]].Date
	}
	page := prefix + c.page
	feed := atomFeed{
		Lang:    v.lang,
		ID:      s.tag(page + feedName),
		Title:   c.title + " – " + v.say(site.Title),
		Updated: atomDate(updated),
		Author:  atomAuthor{v.say(site.Publisher.Name), s.address(prefix), site.Publisher.Email},
		Links: []atomLink{
			{"self", "application/atom+xml", s.address(page + feedName)},
			{"alternate", "text/html", s.address(page)},
		},
		Rights:    v.say(site.Licence),
		Generator: "congbo",
	}
	for _, i := range c.changes[:min(len(c.changes), feedLimit)] {
		feed.Entries = append(feed.Entries, s.entry(i, v, prefix))
	}
	text, err := feed.write()
	return File{page + feedName, text}, err
}

func (s *syndication) entry(i int, v voice, prefix string) atomEntry {
	c := &s.timeline[i]
	return atomEntry{
		ID:       s.tag(prefix + s.ids[i]),
		Title:    v.headline(c),
		Updated:  atomDate(c.Date),
		Link:     atomLink{"alternate", "text/html", s.address(prefix + s.page(c))},
		Category: atomCategory{string(c.Kind), v.say(kindWords[c.Kind])},
		Summary:  v.detail(c),
	}
}

// address is absolute.
func (s *syndication) address(path string) string {
	return s.base.ResolveReference(&url.URL{Path: path}).String()
}

// tag is a tag URI for what stands at path, followed by #part or not.
func (s *syndication) tag(path string) string {
	path, part, hasPart := strings.Cut(path, "#")
	id := "tag:" + s.base.Hostname() + "," + minted + ":" + (&url.URL{Path: s.base.Path + path}).EscapedPath()
	if hasPart {
		id += "#" + url.PathEscape(part)
	}
	return id
}

// page is where a reader sees what a change is about; the list of changes for
// a record that is gone.
func (s *syndication) page(c *Change) string {
	if c.Kind == Removed && c.Field == "" {
		return "thay-doi/"
	}
	return pageOf(c.Of, c.ID)
}

func pageOf(of Subject, id string) string {
	switch of {
	case OfTask:
		return "nhiem-vu/" + id + "/"
	case OfIndicator:
		return "chi-tieu/" + id + "/"
	case OfRegister:
		return "so-theo-doi/" + id + "/"
	case OfTable:
		return "thong-ke/" + id + "/"
	case OfClause:
		return clausePage(id)
	}
	return id // of news, it is the address
}

// clausePage is the address that the contract gives a clause.
func clausePage(id string) string {
	return "chuong-trinh/" + strings.ReplaceAll(strings.ToLower(id), ".", "-") + "/"
}

// entryIDs gives each change of a timeline an id that stays with it: what is
// added is named by what it is, all else by its day, too. What is alike in all
// that is counted, in order of place within the record.
func entryIDs(timeline []Change) []string {
	ids := make([]string, len(timeline))
	order := make([]int, len(timeline))
	for i := range timeline {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return timeline[a].Number - timeline[b].Number })
	used := map[string]int{}
	for _, i := range order {
		id := entryID(&timeline[i])
		if used[id]++; used[id] > 1 {
			id += "~" + strconv.Itoa(used[id])
		}
		ids[i] = id
	}
	return ids
}

func entryID(c *Change) string {
	id := pageOf(c.Of, c.ID) + "#" + string(c.Kind) + "-" + c.Field
	if c.Kind == Added {
		return id
	}
	return id + "@" + c.Date.String()
}
