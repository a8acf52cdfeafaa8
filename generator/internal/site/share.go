package site

import (
	"context"
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"congbo/generator/internal/locale"
	"congbo/generator/internal/picture"
)

// share is what a page is shown by where somebody shares it, besides its title.
type share struct {
	Sentence string `json:"sentence"`
	Picture  string `json:"picture"` // address from the root
	Alt      string `json:"alt"`
	Width    int    `json:"width"`
	Height   int    `json:"height"`
}

// pictured are the sections whose every page has a picture of its own. Tasks,
// bodies and changes may be many thousands; they are shown by their section's.
var pictured = []string{"programme", "statistics", "indicators", "registers", "forecast", "balance", "news", "method", "about"}

// hasCard reports whether a page has a picture of its own.
func (p *page) hasCard() bool { return p.Path == "/" || slices.Contains(pictured, p.Nav) }

// shareOf says how a page is shared. A page that states what is not real says
// so before anything else, in the sentence and in the picture.
func (e *edition) shareOf(p page) *share {
	if p.Layout == "embed" {
		return nil // the page that it is a part of is what is shared
	}
	card := e.card(p)
	s := &share{Sentence: p.Description, Picture: e.cardAddress(p), Alt: card.Site + ": " + card.Title, Width: picture.Width, Height: picture.Height}
	if card.Mark != "" {
		s.Sentence = card.Mark + ". " + s.Sentence
		s.Alt += ". " + card.Mark
	}
	return s
}

// cardFolder holds the pictures, each below it at the address of its page.
const cardFolder = "/chia-se"

// cardAddress is where the picture lies: the page's own or its section's.
func (e *edition) cardAddress(p page) string {
	home := p.Path
	if !p.hasCard() {
		home = sectionPath[p.Nav]
	}
	if p.Illustrative {
		return e.address(cardFolder + home + "minh-hoa.png")
	}
	return e.address(cardFolder + home + "trang.png")
}

func (e *edition) card(p page) picture.Card {
	c := picture.Card{
		Site:      e.Text(e.World.Site.Title),
		Publisher: e.Text(e.World.Site.Publisher.Name),
	}
	switch {
	case p.Path == "/":
		c.Title, c.Site, c.Publisher = p.Title, c.Publisher, ""
	case p.hasCard():
		c.Title, c.Kicker = p.Title, p.Number
	default:
		c.Title = e.T("section_" + p.Nav)
	}
	if p.Illustrative {
		c.Mark = e.T("illustrative_band")
	}
	c.Title, c.Site, c.Publisher = locale.Plain(c.Title), locale.Plain(c.Site), locale.Plain(c.Publisher)
	return c
}

// drawCards lays every picture that a page is shared with at its address.
func (c *Composition) drawCards(ctx context.Context, fonts picture.Fonts, destination string) error {
	cards := map[string]picture.Card{}
	for i, e := range c.editions {
		for _, p := range c.pages[i] {
			cards[e.cardAddress(p)] = e.card(p)
		}
	}
	queue := make(chan string, len(cards))
	for address := range maps.Keys(cards) {
		queue <- address
	}
	close(queue)
	workers, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() error { return drawCardsFrom(ctx, queue, cards, fonts, destination) })
	}
	return workers.Wait()
}

func drawCardsFrom(ctx context.Context, queue <-chan string, cards map[string]picture.Card, fonts picture.Fonts, destination string) error {
	press, err := picture.NewPress(fonts)
	if err != nil {
		return err
	}
	for address := range queue {
		if err := ctx.Err(); err != nil {
			return err
		}
		drawn, err := press.Draw(cards[address])
		if err != nil {
			return err
		}
		if err := writeFile(destination, address, drawn); err != nil {
			return err
		}
	}
	return nil
}
