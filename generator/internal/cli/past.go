package cli

import (
	"path"
	"strings"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/history"
	"congbo/generator/internal/model"
	"congbo/generator/internal/opendata"
	"congbo/generator/internal/site"
	"congbo/generator/internal/tracking"
	"congbo/generator/internal/workforce"
	"congbo/generator/internal/world"
)

// readPrevious reads the site that was published last; nil where none is named.
func readPrevious(req request) (*history.Previous, error) {
	if req.Previous == "" {
		return nil, nil
	}
	return history.Read(req.Previous)
}

// earlierFigures is every figure about people that readers have of releases
// before this one.
func earlierFigures(prev *history.Previous) []workforce.Release {
	if prev == nil {
		return nil
	}
	return prev.Figures()
}

// earlierCounts is what readers have of the counts in registers.
func earlierCounts(prev *history.Previous, stated *model.World, asOf model.Date) workforce.EarlierCounts {
	if prev == nil {
		return nil
	}
	return prev.Counts(history.Input{World: stated, Report: &tracking.Report{AsOf: asOf}})
}

// giveAccount holds what the site states to what was published last, and lays
// the statement and this day's dated copies, of kept and of it, beside the data
// files.
func giveAccount(in *site.Input, kept []opendata.File, exposed []workforce.RegisterCount, prev *history.Previous, index *world.Index, problems *diag.List) error {
	stated := history.Input{World: in.World, Report: in.Report, Tables: in.Tables, Exposed: exposed}
	account, err := history.Give(prev, stated, newsOf(in), index, problems)
	if err != nil {
		return err
	}
	statement, err := account.Statement.JSON()
	if err != nil {
		return err
	}
	in.History = account
	in.Files = append(in.Files, site.File{Path: history.StatementPath, Bytes: statement})
	own := account.Releases[0].Folder()
	for _, f := range kept {
		in.Copies = append(in.Copies, site.File{Path: own + strings.TrimPrefix(f.Path, opendata.Folder), Bytes: f.Bytes})
	}
	in.Copies = append(in.Copies, site.File{Path: own + path.Base(history.StatementPath), Bytes: statement})
	return nil
}

// newsOf is the articles that are news, each once with its titles by language.
func newsOf(in *site.Input) []history.News {
	var news []history.News
	places := map[string]int{}
	for i := range in.Articles {
		a := &in.Articles[i]
		if a.Section != "tin-tuc" || a.Slug == "" {
			continue
		}
		address := a.Section + "/" + a.Slug + "/"
		at, known := places[address]
		if !known {
			at, places[address] = len(news), len(news)
			news = append(news, history.News{Date: a.Date, Title: model.Text{}, Address: address, Clauses: a.Clauses, Tasks: a.Tasks})
		}
		news[at].Title[a.Lang] = a.Title
	}
	return news
}
