package programme

import "congbo/generator/internal/diag"

var (
	erratumNotFound = diag.Define(diag.Rule{
		Code: "erratum-not-found", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "«%s» không có trong mục %s của văn bản",
			En: "%q does not occur in section %s of the text",
		},
		Hint: diag.Phrase{
			Vi: "chép chữ sai đúng như trong văn bản, trọn từ",
			En: "copy the wrong words as they stand in the text, whole words only",
		},
	})
	quoteAmbiguous = diag.Define(diag.Rule{
		Code: "quote-ambiguous", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "câu trích này xuất hiện %d lần trong mục %s",
			En: "this quote occurs %d times in section %s",
		},
		Hint: diag.Phrase{Vi: "trích dài hơn", En: "quote more words"},
	})
	quoteNotFound = diag.Define(diag.Rule{
		Code: "quote-not-found", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "không tìm thấy câu trích này trong mục %s của văn bản",
			En: "this quote is not found in section %s of the text",
		},
		Hint: diag.Phrase{
			Vi: "chép câu trích từ văn bản, không đổi chữ hay dấu nào",
			En: "copy the quote from the text without changing a letter",
		},
	})
	repeatedSection = diag.Define(diag.Rule{
		Code: "repeated-section", Severity: diag.Warning,
		Message: diag.Phrase{
			Vi: "mục %s bắt đầu lần thứ hai ở đây",
			En: "section %s begins a second time here",
		},
		Hint: diag.Phrase{
			Vi: "nếu bản gốc đánh số như vậy thì để nguyên; câu trích được tìm ở cả hai chỗ",
			En: "leave it if the original is numbered so; quotes are searched in both places",
		},
	})
	sharedQuote = diag.Define(diag.Rule{
		Code: "shared-quote", Severity: diag.Warning,
		Message: diag.Phrase{
			Vi: "điều khoản %s bắt đầu cùng chỗ với %s, nên hai điều khoản có cùng lời",
			En: "clause %s begins where %s does, so the two have the same words",
		},
		Hint: diag.Phrase{Vi: "trích đoạn riêng của từng điều khoản", En: "quote what is each clause's own"},
	})
	uncoveredBlock = diag.Define(diag.Rule{
		Code: "uncovered-block", Severity: diag.Warning,
		Message: diag.Phrase{
			Vi: "đoạn này của mục %s không thuộc điều khoản nào",
			En: "this block of section %s belongs to no clause",
		},
		Hint: diag.Phrase{
			Vi: "thêm điều khoản trong data/clauses.yaml; nếu từ đây là phần ký, nơi nhận thì đặt một dòng --- phía trước",
			En: "add a clause in data/clauses.yaml; if recipients and signature begin here, put a line --- before them",
		},
	})
	unknownSection = diag.Define(diag.Rule{
		Code: "unknown-section", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "văn bản không có mục %s",
			En: "the text has no section %s",
		},
		Hint: diag.Phrase{
			Vi: "mục là tiêu đề, đoạn hoặc mục đánh số bắt đầu bằng I. hoặc 1.",
			En: "a section is a heading, paragraph or numbered item that begins with I. or 1.",
		},
	})

	hintPlaces = diag.Phrase{
		Vi: "trích dài hơn cho khác nhau: «%s» và «%s»",
		En: "quote more, so that they differ: %q and %q",
	}
	hintElsewhere = diag.Phrase{
		Vi: "câu này nằm ở mục %s",
		En: "it stands in section %s",
	}
	hintDifference = diag.Phrase{
		Vi: "câu trích viết «%s», văn bản viết «%s»",
		En: "the quote has %q, the text has %q",
	}
)
