package opendata

// schemaProfile is Table Schema 2.0, by which a Data Package describes columns.
const schemaProfile = "https://datapackage.org/profiles/2.0/tableschema.json"

type packageSchema struct {
	Profile     string              `json:"$schema"`
	Fields      []packageField      `json:"fields"`
	PrimaryKey  []string            `json:"primaryKey,omitempty"`
	ForeignKeys []packageForeignKey `json:"foreignKeys,omitempty"`
}

type packageField struct {
	Name        string            `json:"name"`
	Type        FieldType         `json:"type"`
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Missing     []string          `json:"missingValues,omitempty"`
	TrueValues  []string          `json:"trueValues,omitempty"`
	Categories  []packageCategory `json:"categories,omitempty"`
	Constraints map[string]any    `json:"constraints,omitempty"`
}

type packageCategory struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty"`
}

type packageForeignKey struct {
	Fields    []string         `json:"fields"`
	Reference packageReference `json:"reference"`
}

type packageReference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

func (c *catalogue) schema(d *Dataset) *packageSchema {
	schema := &packageSchema{Profile: schemaProfile, PrimaryKey: d.Key}
	for i := range d.Fields {
		f := &d.Fields[i]
		schema.Fields = append(schema.Fields, c.meta.packageField(f, len(d.Key) == 1 && d.Key[0] == f.Name))
		if target := c.find(f.References); target != nil {
			schema.ForeignKeys = append(schema.ForeignKeys, packageForeignKey{
				Fields:    []string{f.Name},
				Reference: packageReference{target.resourceName(), []string{f.References.Field}},
			})
		}
	}
	return schema
}

func (m Meta) packageField(f *Field, unique bool) packageField {
	p := packageField{
		Name:        f.Name,
		Type:        f.Type,
		Title:       m.text(f.Title),
		Description: m.text(f.Unit),
		Categories:  m.packageCategories(f.Categories),
		Constraints: map[string]any{},
	}
	if f.Required {
		p.Constraints["required"] = true
	}
	if unique {
		p.Constraints["unique"] = true
	}
	if f.Pattern != "" {
		p.Constraints["pattern"] = f.Pattern
	}
	if f.Withholds {
		p.Missing = []string{"", Withheld}
	}
	switch f.Type {
	case List: // in the standard's text, but not in its published JSON Schema
		p.Type = String
		p.Constraints["pattern"] = `[^ ]+( [^ ]+)*`
	case Boolean:
		p.TrueValues = []string{"true"}
	}
	return p
}

// packageCategories leaves out a label that an earlier value has, since the
// standard wants labels to be unique.
func (m Meta) packageCategories(categories []Category) []packageCategory {
	var result []packageCategory
	taken := map[string]bool{}
	for _, c := range categories {
		label := m.text(c.Label)
		if taken[label] {
			label = ""
		}
		taken[label] = true
		result = append(result, packageCategory{c.Value, label})
	}
	return result
}
