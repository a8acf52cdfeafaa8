package history

import "strconv"

func (c *comparison) clauses() {
	before := byID(c.was.Clauses, Clause.id)
	after := byID(c.now.Clauses, Clause.id)
	for _, now := range c.now.Clauses {
		about := aboutClause(now)
		if was := before[now.ID]; was == nil {
			about.Kind, about.Now = Added, c.was.text(now.Quote)
			c.add(about)
		} else {
			c.quote(about, was, now)
			c.tell(about, "kind", was.Kind, now.Kind)
			c.tell(about, "cadence", was.rhythm(), now.rhythm())
		}
	}
	for _, was := range c.was.Clauses {
		if after[was.ID] == nil {
			about := aboutClause(was)
			about.Was = c.was.text(was.Quote)
			c.removed(about, oneOf(was.Illustrative), examplesAmong(c.now.Clauses, Clause.isExample))
		}
	}
}

func aboutClause(clause Clause) Change {
	return Change{Of: OfClause, ID: clause.ID, Clauses: []string{clause.ID}, Illustrative: clause.Illustrative}
}

// rhythm is how often a clause calls for an act, in one word or two.
func (c Clause) rhythm() string {
	if c.EveryMonths == 0 {
		return c.Cadence
	}
	return c.Cadence + " " + strconv.Itoa(c.EveryMonths)
}

func (c *comparison) quote(about Change, was *Clause, now Clause) {
	about.Field = "quote"
	about.Was, about.Now = c.was.text(was.Quote), c.was.text(now.Quote)
	switch {
	case was.Illustrative && !now.Illustrative:
		about.Kind, about.Field = Real, ""
		c.add(about)
	case about.Was != about.Now, !was.Illustrative && now.Illustrative:
		about.Kind = Changed
		c.refuse(changedValue, c.at(OfClause, now.ID, "quote"), about)
	}
}
