package cli

import (
	"fmt"
	"os"

	"congbo/generator/internal/audit"
	"congbo/generator/internal/publish"
	"congbo/generator/internal/workforce"
)

// auditFiles attacks the figures of the rendered site in dir, together with
// those of earlier releases. What they give away is a broken promise; the
// message names the figure and not its count.
func auditFiles(dir string, tables *workforce.Publication, earlier []workforce.Earlier) error {
	site, err := audit.Read(os.DirFS(dir))
	if err != nil {
		return err
	}
	var recalled []audit.Earlier
	for _, e := range earlier {
		f := audit.Figure{Table: e.Table, Codes: e.Codes, Year: e.Year}
		recalled = append(recalled, audit.Earlier{Figure: f, Count: e.Count, Withheld: e.Withheld, Same: tables.Still(e)})
	}
	site.Recall(recalled)
	report, err := site.Attack(insider{tables})
	if err != nil {
		return err
	}
	var violations []string
	for _, f := range report.Findings {
		violation := fmt.Sprintf("du-lieu/%s.csv: the withheld figure %s can be worked out", f.Table, f.Figure)
		if f.Owner != nil {
			violation += fmt.Sprintf(" by who stands alone in %s", f.Owner)
		}
		violations = append(violations, violation)
	}
	if len(violations) > 0 {
		return &publish.BrokenPromiseError{Violations: violations}
	}
	return nil
}

// insider judges an attack by the true counts, without telling them.
type insider struct{ tables *workforce.Publication }

func (i insider) Safe(f audit.Figure, low, high int) bool {
	return i.tables.LeavesOpen(f.Table, f.Codes, f.Year, low, high)
}

func (i insider) Alone(owner, other audit.Figure) bool {
	return i.tables.Stands(owner.Table, other.Table, owner.Codes, other.Codes, owner.Year, other.Year)
}
