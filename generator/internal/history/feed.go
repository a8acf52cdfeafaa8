package history

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"congbo/generator/internal/model"
)

// FeedName is the file of a feed beside the page that it belongs to.
const FeedName = "atom.xml"

const feedLimit = 100 // entries; what is older stands on the pages

// minted is the year of our tag URIs (RFC 4151), one in which whoever has the
// site's host had it already. It is fixed, as ids must never change.
const minted = "2026"

// An Imprint is what all feeds of a site have in common.
type Imprint struct {
	Base      string // address of the site, absolute
	Publisher string
	Email     string // may be empty
}

// A Feed is changes in the words of one language, beside the page that they
// belong to. Paths are from the site's root.
type Feed struct {
	Lang   string
	Page   string // ends with a slash
	Home   string // of the language: where the publisher is to be found
	Title  string
	Rights string
	AsOf   model.Date // stands for the latest change where there is none
	Items  []Item     // the latest first
}

// An Item is one change in words.
type Item struct {
	ID      string // of EntryIDs
	Title   string
	Summary string // may be empty
	Page    string // where a reader sees it
	Date    model.Date
	Kind    Kind
	Label   string // the kind in words
}

// Write writes the feed as Atom (RFC 4287). A base that is not absolute is a
// fault of the caller.
func (f Feed) Write(imprint Imprint) (File, error) {
	root, err := url.Parse(strings.TrimSuffix(imprint.Base, "/") + "/")
	if err != nil || root.Host == "" {
		return File{}, fmt.Errorf("history: feed of %s: %q is no absolute address", f.Page, imprint.Base)
	}
	w := feedWriter{root}
	feed := w.head(f, imprint)
	for _, item := range f.Items[:min(len(f.Items), feedLimit)] {
		feed.Entries = append(feed.Entries, w.entry(f.Lang, item))
	}
	text, err := feed.write()
	if err != nil {
		return File{}, fmt.Errorf("history: feed of %s: %w", f.Page, err)
	}
	return File{f.Page + FeedName, text}, nil
}

type feedWriter struct{ root *url.URL }

func (w feedWriter) head(f Feed, imprint Imprint) atomFeed {
	updated := f.AsOf
	if len(f.Items) > 0 {
		updated = f.Items[0].Date
	}
	return atomFeed{
		Lang:    f.Lang,
		ID:      w.tag(f.Page+FeedName, ""),
		Title:   f.Title,
		Updated: atomDate(updated),
		Author:  atomAuthor{imprint.Publisher, w.address(f.Home), imprint.Email},
		Links: []atomLink{
			{"self", "application/atom+xml", w.address(f.Page + FeedName)},
			{"alternate", "text/html", w.address(f.Page)},
		},
		Rights:    f.Rights,
		Generator: "congbo",
	}
}

func (w feedWriter) entry(lang string, item Item) atomEntry {
	return atomEntry{
		ID:       w.tag(lang+"/", item.ID),
		Title:    item.Title,
		Updated:  atomDate(item.Date),
		Link:     atomLink{"alternate", "text/html", w.address(item.Page)},
		Category: atomCategory{string(item.Kind), item.Label},
		Summary:  item.Summary,
	}
}

// address is absolute; path may end in a #fragment.
func (w feedWriter) address(path string) string {
	path, fragment, _ := strings.Cut(path, "#")
	return w.root.ResolveReference(&url.URL{Path: path, Fragment: fragment}).String()
}

// tag is a tag URI for a part of what stands at path.
func (w feedWriter) tag(path, part string) string {
	id := "tag:" + w.root.Hostname() + "," + minted + ":" + (&url.URL{Path: w.root.Path + path}).EscapedPath()
	if part != "" {
		id += "#" + url.PathEscape(part)
	}
	return id
}

// EntryIDs gives each change of a timeline an id that stays with it: what is
// added is named by what it is, all else by its day, too. What is alike in all
// that is counted, in order of place within the record.
func EntryIDs(timeline []Change) []string {
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
	id := strings.Join([]string{string(c.Of), c.ID, string(c.Kind)}, ".")
	if c.Field != "" {
		id += "." + c.Field
	}
	if c.Kind == Added {
		return id
	}
	return id + "@" + c.Date.String()
}
