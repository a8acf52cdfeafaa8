package opendata

import (
	"fmt"

	"congbo/generator/internal/model"
)

// words is a text of ours, in the two languages that the program speaks.
func words(vi, en string) model.Text { return model.Text{"vi": vi, "en": en} }

// wordsf is words with the same values set into both.
func wordsf(vi, en string, args ...any) model.Text {
	return words(fmt.Sprintf(vi, args...), fmt.Sprintf(en, args...))
}

// fieldTitles names the fields that are ours; a register's are named by itself.
var fieldTitles = map[string]model.Text{
	"remote":         words("Vùng sâu, vùng xa", "Remoteness"),
	"high":           words("Đầu trên", "Upper end"),
	"low":            words("Đầu dưới; bằng đầu trên khi biết chính xác", "Lower end; the same as the upper end where it is known exactly"),
	"part":           words("Mã thứ hai; trống là không có", "Second code; empty where there is none"),
	"table":          words("Bảng đã tính", "Table it is computed from"),
	"measure":        words("Độ đo", "Measure"),
	"bound":          words("Giới hạn", "Bound"),
	"cadence":        words("Nhịp độ", "Cadence"),
	"certainty":      words("Độ chắc chắn của nguồn (A, B, C)", "Certainty of the source (A, B, C)"),
	"clauses":        words("Các khoản của chương trình", "Clauses of the programme"),
	"code":           words("Mã", "Code"),
	"days":           words("Số ngày còn lại; số âm là quá hạn", "Days to go; negative once overdue"),
	"dimension":      words("Chiều phân tổ", "Dimension"),
	"derived":        words("Cách suy ra, khi nguồn không ghi trực tiếp", "How it was derived, where the source doesn't state it"),
	"due":            words("Hạn hiện nay", "Due, as last changed"),
	"evidence":       words("Bằng chứng cho thấy", "What the evidence shows"),
	"first_due":      words("Hạn ban đầu", "Due, as first planned"),
	"former":         words("Địa bàn trước đây", "Former locality"),
	"id":             words("Mã", "Id"),
	illustrativeName: words("Số liệu minh họa", "Illustrative"),
	"high_50":        words("Dải 50 %: trên", "50 % band: upper end"),
	"high_90":        words("Dải 90 %: trên", "90 % band: upper end"),
	"indicators":     words("Số chỉ tiêu", "Number of indicators"),
	"kind":           words("Loại", "Kind"),
	"last_act":       words("Việc làm gần nhất", "Last act"),
	"lead":           words("Cơ quan chủ trì", "Lead body"),
	"licence":        words("Giấy phép", "Licence"),
	"low_50":         words("Dải 50 %: dưới", "50 % band: lower end"),
	"low_90":         words("Dải 90 %: dưới", "90 % band: lower end"),
	"name":           words("Tên", "Name"),
	"next_due":       words("Hạn tiếp theo", "Next due"),
	"official_code":  words("Mã hành chính", "Official code"),
	"parent":         words("Thuộc", "Parent"),
	"period":         words("Thời kỳ", "Period"),
	"producer":       words("Cơ quan phát hành nguồn", "Producer of the source"),
	"published":      words("Ngày công bố", "Published"),
	"reported":       words("Cơ quan báo cáo", "What the body reports"),
	"reported_on":    words("Ngày báo cáo", "Reported on"),
	"scenario":       words("Kịch bản; trống là năm đã đếm", "Scenario; empty for years counted"),
	"schedule":       words("Theo lịch", "What the calendar says"),
	"silent_months":  words("Số tháng im lặng", "Months of silence"),
	"source":         words("Nguồn", "Source"),
	"start":          words("Bắt đầu", "Start"),
	"state":          words("Trạng thái", "State"),
	"status":         words("Tình trạng của số liệu", "Status of the value"),
	"tasks":          words("Số nhiệm vụ", "Number of tasks"),
	"url":            words("Địa chỉ", "Address"),
	"valid_from":     words("Có hiệu lực từ", "Valid from"),
	"valid_to":       words("Có hiệu lực đến", "Valid to"),
	"value":          words("Giá trị", "Value"),
	"year":           words("Năm", "Year"),
}

// dimensionTitles names what tables are broken down by.
var dimensionTitles = map[model.Dimension]model.Text{
	model.ByLocality:  words("Địa bàn", "Locality"),
	model.ByDegree:    words("Trình độ", "Degree"),
	model.ByRank:      words("Chức danh khoa học", "Academic rank"),
	model.ByField:     words("Lĩnh vực", "Field"),
	model.BySector:    words("Khu vực công tác", "Sector"),
	model.ByBranch:    words("Ngành kinh tế", "Branch of the economy"),
	model.BySex:       words("Giới tính", "Sex"),
	model.ByEthnicity: words("Dân tộc", "Ethnicity"),
	model.ByAgeGroup:  words("Nhóm tuổi", "Age group"),
	model.ByReason:    words("Lý do rời đi", "Reason of leaving"),
}

// measures says what a table counts.
var measures = map[model.Measure]model.Text{
	model.Stock: words(
		"Số người được tính đến ngày 31 tháng 12 của từng năm, đếm từ hồ sơ không công bố. Mỗi dòng là một ô; _T là tổng, _Z là không có.",
		"People counted on 31 December of each year, from records that are not published. One row a cell; _T is a total, _Z means none."),
	model.Entered: words(
		"Số người bắt đầu được tính trong từng năm, đếm từ hồ sơ không công bố. Mỗi dòng là một ô; _T là tổng, _Z là không có.",
		"People first counted in each year, from records that are not published. One row a cell; _T is a total, _Z means none."),
	model.Left: words(
		"Số người thôi được tính trong từng năm, đếm từ hồ sơ không công bố. Mỗi dòng là một ô; _T là tổng, _Z là không có.",
		"People no longer counted from each year on, from records that are not published. One row a cell; _T is a total, _Z means none."),
}

var (
	illustrativeNote = words(
		"SỐ LIỆU MINH HỌA: không phải số liệu thật, chỉ để cho thấy cách trình bày.",
		"ILLUSTRATIVE: not real figures; they only show how real ones would be presented.")
	formulaNote = words(
		"Trong tệp CSV, văn bản mà phần mềm bảng tính có thể hiểu là công thức có thêm dấu ' ở đầu; tệp JSON và Excel giữ nguyên văn bản.",
		"In CSV, text that a spreadsheet could take for a formula has an apostrophe put before it; JSON and Excel keep the text as it is.")
)

// withholdingNote is what a table says of the cells that it doesn't show.
func withholdingNote(threshold int) model.Text {
	return wordsf(
		"Số đếm từ 1 đến %d người không công bố; những ô cho phép suy ra chúng cũng vậy. Ô như thế để trống, cột status ghi «c».",
		"Counts from 1 to %d people are withheld, and so is every cell that would let a reader derive them. Such a cell is empty and its status is “c”.",
		threshold-1)
}

// countNote is what a register says of the counts of people in it.
func countNote(threshold int) model.Text {
	return wordsf(
		"Số đếm từ 1 đến %d người không công bố và ghi «c».",
		"Counts from 1 to %d people are withheld and written “c”.",
		threshold-1)
}

var consentNote = words(
	"Tên người chỉ công bố khi có sự đồng ý được ghi nhận và chưa rút lại; nếu không, ghi «c».",
	"A person is named only with recorded consent that still stands; otherwise “c” is written.")

// The values of the fields that are ours.
var (
	statuses = []Category{
		{"c", words("không công bố", "withheld")},
		{"p", words("sơ bộ", "preliminary")},
		{"f", words("dự báo", "forecast")},
	}
	pointStatuses = []Category{statuses[1]}
	pointKinds    = []Category{
		{"series", words("số liệu", "observed value")},
		{"target", words("mục tiêu", "target")},
	}
	bounds = []Category{
		{string(model.AtLeast), words("ít nhất", "at least")},
		{string(model.MoreThan), words("hơn", "more than")},
		{string(model.About), words("khoảng", "about")},
	}
	sexes = []Category{
		{"female", words("Nữ", "Female")},
		{"male", words("Nam", "Male")},
	}
	leftReasons = []Category{
		{"retired", words("Nghỉ hưu", "Retired")},
		{"moved", words("Chuyển đi", "Moved away")},
		{"died", words("Qua đời", "Died")},
		{"other", words("Lý do khác", "Other reasons")},
	}
	ageGroups = []Category{
		{"<30", words("Dưới 30 tuổi", "Under 30")},
		{"30-39", words("30–39 tuổi", "30 to 39")},
		{"40-49", words("40–49 tuổi", "40 to 49")},
		{"50-59", words("50–59 tuổi", "50 to 59")},
		{"60+", words("Từ 60 tuổi", "60 and over")},
	}
	clauseKinds = []Category{
		{string(model.Duty), words("nhiệm vụ", "duty")},
		{string(model.Objective), words("mục tiêu", "objective")},
		{string(model.Vision), words("tầm nhìn", "vision")},
		{string(model.Principle), words("nguyên tắc", "principle")},
		{string(model.Requirement), words("yêu cầu", "requirement")},
	}
	cadences = []Category{
		{string(model.Standing), words("thường xuyên", "standing")},
		{string(model.Periodic), words("định kỳ", "periodic")},
		{string(model.Yearly), words("hằng năm", "yearly")},
		{string(model.Once), words("một lần", "once")},
		{string(model.NoCadence), words("không có nhịp", "none")},
	}
)
