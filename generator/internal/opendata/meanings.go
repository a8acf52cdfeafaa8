package opendata

import "congbo/generator/internal/model"

// languages is the site's, or Vietnamese.
func (m Meta) languages() []string {
	if len(m.Site.Languages) == 0 {
		return []string{"vi"}
	}
	return m.Site.Languages
}

// codes is a head and a row for every code that occurs in the dataset: field,
// code, name in each language.
func (c *catalogue) codes(d *Dataset) [][]string {
	head := []string{c.meta.say("data_column"), c.meta.say("data_field_code")}
	for _, lang := range c.meta.languages() {
		head = append(head, c.meta.speaking(lang).say("data_field_name")+" ("+lang+")")
	}
	rows := [][]string{head}
	for i := range d.Fields {
		for _, category := range c.occurring(d, i) {
			row := []string{d.Fields[i].Name, category.Value}
			for _, lang := range c.meta.languages() {
				row = append(row, category.Label[lang])
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// occurring is the values of a field that occur, in the order of the list that
// explains them.
func (c *catalogue) occurring(d *Dataset, field int) []Category {
	f := &d.Fields[field]
	known := f.Categories
	for _, list := range f.lists() {
		if entry := c.find(&list); entry != nil {
			known = append(known[:len(known):len(known)], entry.names(c.meta)...)
		}
	}
	occurs := map[string]bool{}
	for _, row := range d.Rows {
		occurs[row[field]] = true
	}
	var found []Category
	for _, category := range known {
		if occurs[category.Value] {
			found = append(found, category)
			occurs[category.Value] = false
		}
	}
	return found
}

// names is the codes of a list with their names; nothing of other datasets.
func (d *Dataset) names(meta Meta) []Category {
	if d.Kind != CodesKind {
		return nil
	}
	var names []Category
	for _, row := range d.Rows {
		name := model.Text{}
		for i, lang := range meta.languages() {
			name[lang] = row[1+i]
		}
		names = append(names, Category{row[0], name})
	}
	return names
}
