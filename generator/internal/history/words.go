package history

import (
	"fmt"
	"strings"
	"time"

	"congbo/generator/internal/model"
)

// words is a text of ours, in the two languages that the program speaks.
func words(vi, en string) model.Text { return model.Text{"vi": vi, "en": en} }

// kindWords says what became of something.
var kindWords = map[Kind]model.Text{
	Added:     words("thêm", "added"),
	Changed:   words("đổi", "changed"),
	Removed:   words("bỏ", "removed"),
	Withheld:  words("không công bố nữa", "now withheld"),
	Revealed:  words("nay công bố", "now published"),
	Withdrawn: words("tên người đã rút lại đồng ý", "a name withdrawn with its consent"),
	Real:      words("số liệu thật thay minh họa", "real instead of illustrative"),
	Corrected: words("đính chính", "corrected"),
}

// fieldWords says what within a record; the verb is a date, a period or a name.
var fieldWords = map[string]model.Text{
	"cadence":  words("nhịp độ", "cadence"),
	"clauses":  words("các khoản", "clauses"),
	"columns":  words("cột %s", "column %s"),
	"evidence": words("bằng chứng ngày %s", "evidence of %s"),
	"kind":     words("loại", "kind"),
	"lead":     words("cơ quan chủ trì", "lead body"),
	"log":      words("nhật ký ngày %s", "log entry of %s"),
	"plan":     words("kế hoạch đầu tiên", "first plan"),
	"quote":    words("trích dẫn", "quote"),
	"rows":     words("dòng %s", "row %s"),
	"series":   words("số liệu %s", "value of %s"),
	"targets":  words("mục tiêu %s", "target for %s"),
	"title":    words("tên", "title"),
}

// subjectWords names a record that has no title, or is gone with it.
var subjectWords = map[Subject]model.Text{
	OfTask:      words("Nhiệm vụ", "Task"),
	OfIndicator: words("Chỉ tiêu", "Indicator"),
	OfRegister:  words("Sổ theo dõi", "Register"),
	OfClause:    words("Khoản", "Clause"),
	OfTable:     words("Bảng", "Table"),
	OfNews:      words("Tin", "News"),
}

var statusWords = map[model.TaskStatus]model.Text{
	model.NotStarted: words("chưa bắt đầu", "not started"),
	model.UnderWay:   words("đang làm", "under way"),
	model.Done:       words("đã xong", "done"),
	model.Stopped:    words("đã dừng", "stopped"),
}

var (
	illustrativeMark = words("[Minh họa] ", "[Illustrative] ")
	reportedLabel    = words("Báo cáo: %s", "Reported: %s")
	dueLabel         = words("Hạn mới: %s", "New due date: %s")
	reasonLabel      = words("Lý do: %s", "Reason: %s")
	evidenceLabel    = words("Bằng chứng: %s", "Evidence: %s")
	recordedLabel    = words("Ghi nhận ngày %s", "Recorded on %s")
	wasLabel         = words("Trước: %s", "Was: %s")
	nowLabel         = words("Nay: %s", "Now: %s")
	cellsLabel       = words("%d ô", "%d cells")
	changesLabel     = words("Thay đổi", "Changes")
)

// A voice says changes in one language, or in the site's first where a text
// is not translated.
type voice struct{ lang, first string }

func (v voice) say(t model.Text) string {
	text, _ := t.In(v.lang, v.first, "vi")
	return text
}

func (v voice) sayf(t model.Text, args ...any) string { return fmt.Sprintf(v.say(t), args...) }

// headline says in one line what became of what.
func (v voice) headline(c *Change) string {
	mark := ""
	if c.Illustrative {
		mark = v.say(illustrativeMark)
	}
	if c.Of == OfNews {
		return mark + v.say(c.Title)
	}
	done := v.say(kindWords[c.Kind])
	if field := v.field(c); field != "" {
		done += " " + field
	}
	return mark + v.name(c) + ": " + done
}

// date writes the date that text begins with as the language does; a text that
// begins with none stays as it is.
func (v voice) date(text string) string {
	digits, rest, _ := strings.Cut(text, ".")
	d, err := model.ParseDate(digits)
	if err != nil {
		return text
	}
	layout := "02/01/2006"
	if v.lang == "en" {
		layout = "2 January 2006"
	}
	said := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format(layout)
	return strings.TrimSpace(said + " " + rest)
}

func (v voice) name(c *Change) string {
	if title := v.say(c.Title); title != "" {
		return title
	}
	return v.say(subjectWords[c.Of]) + " " + c.ID
}

func (v voice) field(c *Change) string {
	root, rest, _ := strings.Cut(c.Field, ".")
	phrase, known := fieldWords[root]
	if !known {
		return c.Field
	}
	text := v.say(phrase)
	if !strings.Contains(text, "%s") {
		return text
	}
	return strings.TrimSpace(strings.Replace(text, "%s", v.date(rest), 1))
}

// detail says all that there is to say of a change, in a few short sentences.
func (v voice) detail(c *Change) string {
	var said []string
	switch {
	case c.Entry != nil:
		said = v.entry(c.Entry)
	case len(c.Cells) > 0:
		said = append(said, v.sayf(cellsLabel, len(c.Cells)))
	default:
		if c.Was != "" {
			said = append(said, v.sayf(wasLabel, c.Was))
		}
		if c.Now != "" {
			said = append(said, v.sayf(nowLabel, c.Now))
		}
	}
	if reason := v.say(c.Reason); reason != "" {
		said = append(said, v.sayf(reasonLabel, reason))
	}
	return strings.Join(said, ". ")
}

func (v voice) entry(e *Entry) []string {
	var said []string
	if e.Status != "" {
		said = append(said, v.sayf(reportedLabel, v.say(statusWords[model.TaskStatus(e.Status)])))
	}
	if !e.Due.IsZero() {
		said = append(said, v.sayf(dueLabel, v.date(e.Due.String())))
	}
	if reason := v.say(e.Reason); reason != "" {
		said = append(said, v.sayf(reasonLabel, reason))
	}
	if note := v.say(e.Note); note != "" {
		said = append(said, note)
	}
	for _, evidence := range e.Evidence {
		said = append(said, v.sayf(evidenceLabel, v.say(evidence.Title)+" ("+evidence.URL+")"))
	}
	if !e.Recorded.IsZero() {
		said = append(said, v.sayf(recordedLabel, v.date(e.Recorded.String())))
	}
	return said
}
