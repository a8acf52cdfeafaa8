package opendata

import (
	"strconv"
	"strings"

	"congbo/generator/internal/model"
	"congbo/generator/internal/tracking"
)

// tasksID is the id, and so the address, of the list of tasks.
const tasksID = "nhiem-vu"

// Tasks describes all tasks with the three answers on each: what its body
// reports, what the evidence shows, what the calendar says.
func Tasks(report *tracking.Report) Dataset {
	d := Dataset{
		ID:    tasksID,
		Kind:  TasksKind,
		Title: words("Nhiệm vụ", "Tasks"),
		Description: words(
			"Các nhiệm vụ thực hiện chương trình: điều cơ quan báo cáo, điều bằng chứng cho thấy và điều lịch cho biết là ba câu trả lời riêng.",
			"The tasks under the programme: what the body reports, what the evidence shows and what the calendar says are three separate answers."),
		Fields: taskFields(),
		Key:    []string{"id"},
	}
	for i := range report.Tasks {
		d.Rows = append(d.Rows, taskRow(&report.Tasks[i]))
	}
	d.Illustrative = anyIllustrative(d.Rows)
	return d
}

func taskFields() []Field {
	return []Field{
		required("id", String),
		reference("lead", Reference{CodesKind, agenciesList, "code"}),
		field("clauses", List),
		field("start", Date),
		field("first_due", Date),
		field("due", Date),
		category("reported", reportedValues),
		field("reported_on", Date),
		category("evidence", proofs),
		category("schedule", schedules),
		field("days", Integer),
		field(illustrativeName, Boolean),
	}
}

func taskRow(t *tracking.Task) []string {
	return []string{
		t.ID, t.Lead, strings.Join(t.Clauses, " "),
		t.Plan.Start.String(), t.Plan.Due.String(), t.Due.String(),
		string(t.Reported), t.ReportedOn.String(), string(t.Proof), string(t.Schedule),
		strconv.Itoa(t.Days), flag(t.Illustrative),
	}
}

var (
	reportedValues = []Category{
		{string(tracking.NothingReported), words("chưa báo cáo", "nothing reported")},
		{string(model.NotStarted), words("chưa bắt đầu", "not started")},
		{string(model.UnderWay), words("đang thực hiện", "under way")},
		{string(model.Done), words("đã xong", "done")},
		{string(model.Stopped), words("đã dừng", "stopped")},
	}
	proofs = []Category{
		{string(tracking.Documented), words("có tài liệu hoặc bộ dữ liệu", "documents or datasets")},
		{string(tracking.Announced), words("chỉ có tin hoặc ảnh", "news or pictures only")},
		{string(tracking.NoProof), words("không có bằng chứng", "no evidence")},
	}
	schedules = []Category{
		{string(tracking.Closed), words("đã khép lại", "closed")},
		{string(tracking.Overdue), words("quá hạn", "overdue")},
		{string(tracking.DueSoon), words("sắp đến hạn", "due soon")},
		{string(tracking.NotDue), words("chưa đến hạn", "not due")},
	}
)
