package opendata

import (
	"strconv"

	"congbo/generator/internal/tracking"
)

// clausesID is the id, and so the address, of the list of clauses.
const clausesID = "dieu-khoan"

// Clauses describes all clauses of the programme, in the order of the file,
// with the heartbeat of those that are duties.
func Clauses(report *tracking.Report) Dataset {
	d := Dataset{
		ID:    clausesID,
		Kind:  ClausesKind,
		Title: words("Các khoản của chương trình", "Clauses of the programme"),
		Description: words(
			"Từng khoản của chương trình: việc làm gần nhất có bằng chứng, hạn tiếp theo, số tháng im lặng.",
			"Each clause of the programme: the last documented act, when the next is due, how many months it has been silent."),
		Fields: clauseFields(),
		Key:    []string{"id"},
	}
	for i := range report.Clauses {
		d.Rows = append(d.Rows, clauseRow(&report.Clauses[i]))
	}
	d.Illustrative = anyIllustrative(d.Rows)
	return d
}

func clauseFields() []Field {
	return []Field{
		required("id", String),
		category("kind", clauseKinds),
		category("cadence", cadences),
		field("last_act", Date),
		field("next_due", Date),
		field("silent_months", Integer),
		category("state", states),
		field("tasks", Integer),
		field("indicators", Integer),
		field(illustrativeName, Boolean),
	}
}

func clauseRow(c *tracking.Clause) []string {
	silent := ""
	if c.SilentMonths != nil {
		silent = strconv.Itoa(*c.SilentMonths)
	}
	return []string{
		c.ID, string(c.Kind), string(c.Cadence),
		c.LastAct.String(), c.NextDue.String(), silent, string(c.State),
		strconv.Itoa(len(c.Tasks)), strconv.Itoa(len(c.Indicators)), flag(c.Illustrative || c.Clause.Illustrative),
	}
}

var states = []Category{
	{string(tracking.Ended), words("chương trình đã kết thúc", "the programme has ended")},
	{string(tracking.DutyClosed), words("đã khép lại", "closed")},
	{string(tracking.NoData), words("chưa có dữ liệu", "no data yet")},
	{string(tracking.Silent), words("im lặng", "silent")},
	{string(tracking.Active), words("đang hoạt động", "active")},
	{string(tracking.NotTracked), words("không phải nhiệm vụ", "not a duty")},
}
