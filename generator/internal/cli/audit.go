package cli

import (
	"fmt"
	"os"
	"path"

	"congbo/generator/internal/audit"
	"congbo/generator/internal/history"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/publish"
	"congbo/generator/internal/workforce"
)

// auditFiles attacks the figures of the rendered site in dir, together with
// those of the site published last in the folder previous, and of its dated
// copies; empty: there is none. What they give away is a broken promise; the
// message names the figure and not its count.
func auditFiles(dir string, tables *workforce.Publication, previous string) error {
	site, err := audit.Read(os.DirFS(dir))
	if err != nil {
		return err
	}
	judge := insider{tables}
	if previous != "" {
		if err := site.Recall(os.DirFS(previous), judge.still); err != nil {
			return err
		}
	}
	report, err := site.Attack(judge)
	if err != nil {
		return err
	}
	var violations []string
	for _, f := range report.Findings {
		folder := opendata.Folder
		if f.Release != "" {
			folder = history.CopiesFolder + f.Release
		}
		violation := fmt.Sprintf("%s: the withheld figure %s can be worked out", path.Join(folder, f.Table+".csv"), f.Figure)
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
	return i.tables.LeavesOpen(workforce.Figure(f), low, high)
}

func (i insider) Alone(owner, other audit.Figure) bool {
	return i.tables.Stands(workforce.Figure(owner), workforce.Figure(other))
}

func (i insider) still(f audit.Figure, count int) bool {
	return i.tables.Still(workforce.Figure(f), count)
}
