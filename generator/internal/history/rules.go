package history

import "congbo/generator/internal/diag"

// The ways to rewrite the past, sorted by code.
var (
	becameExample = diag.Define(diag.Rule{
		Code: "became-illustrative", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s»: điều đã công bố là thật (%s), nay ghi là minh họa", En: "%q: what was published as real (%s) is now illustrative"},
	})
	changedName = diag.Define(diag.Rule{
		Code: "changed-name", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s»: tên người đã công bố ở «%s» nay là một tên khác mà không có đính chính", En: "%q: the name published at %q is now another, with no correction listed"},
	})
	changedPlan = diag.Define(diag.Rule{
		Code: "changed-plan", Severity: diag.Error,
		Message: diag.Phrase{Vi: "kế hoạch đầu tiên của «%s» không bao giờ sửa: «%s» đã công bố là %s, nay ghi %s", En: "the first plan of %q never changes: %q was published as %s and is now %s"},
	})
	changedValue = diag.Define(diag.Rule{
		Code: "unlisted-change", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s»: «%s» đã công bố là «%s», nay là «%s» mà không có đính chính", En: "%q: %q was published as %q and is now %q, with no correction listed"},
	})
	exposedCount = diag.Define(diag.Rule{
		Code: "exposed-figure", Severity: diag.Error,
		Message: diag.Phrase{Vi: "sổ «%s», cột «%s»: số giữ lại ở dòng này sẽ tính ra được từ những gì đã công bố trước đây", En: "register %q, column %q: the withheld count of this row would follow from what was published before"},
		Hint:    diag.Phrase{Vi: "gộp dòng này với một dòng khác, hoặc bỏ dòng tổng", En: "join this row with another, or leave out the row of the total"},
	})
	exposedFigure = diag.Define(diag.Rule{
		Code: "exposed-figure", Severity: diag.Error,
		Message: diag.Phrase{Vi: "bảng «%s», năm %d: số giữ lại ở ô «%s» sẽ tính ra được từ các số 0 và từ những gì đã công bố trước đây", En: "table %q, year %d: the withheld figure of cell %q would follow from zeros and from what was published before"},
		Hint:    diag.Phrase{Vi: "để bảng này, hoặc bảng mới cùng đếm những người ấy, như lần công bố trước, hoặc chưa đăng năm ấy", En: "leave this table, or a new one that counts the same people, as it was published last, or don't publish that year yet"},
	})
	lostCorrection = diag.Define(diag.Rule{
		Code: "lost-correction", Severity: diag.Error,
		Message: diag.Phrase{Vi: "đính chính ngày %s (%s «%s») đã công bố, nay không còn hoặc đã bị sửa", En: "the correction of %s (%s %q) was published and is now gone or changed"},
		Hint:    diag.Phrase{Vi: "ghi lại như cũ; muốn sửa tiếp thì thêm một đính chính mới", En: "restore it; to correct further, add a new one"},
	})
	removedColumn = diag.Define(diag.Rule{
		Code: "unlisted-column", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s»: cột đã công bố («%s») nay không còn mà không có đính chính", En: "%q: a published column (%q) is gone, with no correction listed"},
	})
	removedRecord = diag.Define(diag.Rule{
		Code: "removed-record", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» đã công bố, nay không còn mà không có đính chính", En: "%q was published and is gone, with no correction listed"},
	})
	removedValue = diag.Define(diag.Rule{
		Code: "unlisted-removal", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s»: «%s» đã công bố («%s») nay không còn mà không có đính chính", En: "%q: %q was published (%q) and is gone, with no correction listed"},
	})
	rewrittenLog = diag.Define(diag.Rule{
		Code: "rewritten-log", Severity: diag.Error,
		Message: diag.Phrase{Vi: "nhật ký của «%s» phải bắt đầu bằng nhật ký đã công bố: «%s» trước là «%s», nay là «%s»", En: "the log of %q must begin with the one published: %q was %q and is now %q"},
	})
	rewrittenTable = diag.Define(diag.Rule{
		Code: "unlisted-cells", Severity: diag.Error,
		Message: diag.Phrase{Vi: "bảng «%s», năm %s: số đã công bố của %d ô nay khác mà không có đính chính, như ô «%s»: trước là «%s», nay là «%s»", En: "table %q, year %s: published figures have changed in %d cell(s) with no correction listed; cell %q was %q and is now %q"},
	})
	unmatchedCorrection = diag.Define(diag.Rule{
		Code: "unmatched-correction", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "đính chính này (%s «%s») không ứng với thay đổi nào so với lần công bố trước", En: "this correction (%s %q) is about nothing that has changed since the last publication"},
		Hint:    diag.Phrase{Vi: "xem lại id, field, was và now", En: "check id, field, was and now"},
	})
	vagueCorrection = diag.Define(diag.Rule{
		Code: "vague-correction", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "«was» và «now» của đính chính này (%s «%s») không khớp với điều trước và nay được ghi", En: "\"was\" and \"now\" of this correction (%s %q) are not what was and is stated"},
		Hint:    diag.Phrase{Vi: "ghi đúng điều đã công bố và điều nay công bố: người đọc sẽ thấy cả hai", En: "give what was published and what is now: readers see both"},
	})
)

// The advice of each rule: what to do instead, and the line to add to
// data/corrections.yaml otherwise.
var advice = map[*diag.Rule]diag.Phrase{
	becameExample: {
		Vi: "bỏ «illustrative»; nếu điều đã công bố quả là minh họa, thêm vào data/corrections.yaml rồi ghi lý do: %s",
		En: "drop \"illustrative\"; if what was published was an example indeed, add to data/corrections.yaml and give the reason: %s",
	},
	changedPlan: {
		Vi: "giữ kế hoạch đầu tiên và ghi hạn mới vào cuối log (date, due, reason); nếu đã công bố nhầm, thêm vào data/corrections.yaml rồi ghi lý do: %s",
		En: "keep the first plan and add the new date at the end of the log (date, due, reason); if it was published wrongly, add to data/corrections.yaml and give the reason: %s",
	},
	rewrittenLog: {
		Vi: "giữ các mục đã công bố và chỉ ghi thêm vào cuối log; nếu đã công bố nhầm, thêm vào data/corrections.yaml rồi ghi lý do: %s",
		En: "keep the published entries and only add at the end of the log; if one was published wrongly, add to data/corrections.yaml and give the reason: %s",
	},
}

// plainAdvice is that of all other rules.
var plainAdvice = diag.Phrase{
	Vi: "ghi lại như đã công bố; nếu thay đổi là đúng, thêm vào data/corrections.yaml rồi ghi lý do: %s",
	En: "put back what was published; if the change is right, add to data/corrections.yaml and give the reason: %s",
}
