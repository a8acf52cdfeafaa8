package source

import "congbo/generator/internal/diag"

// The faults of form that a file can have, sorted by code.
var (
	badAlias = diag.Define(diag.Rule{
		Code: "bad-alias", Severity: diag.Error,
		Message: diag.Phrase{Vi: "tham chiếu «*%s» dẫn về chính nó hoặc lặp lại quá nhiều", En: "the alias *%s leads back to itself or repeats too much"},
		Hint:    diag.Phrase{Vi: "viết lại đầy đủ thay cho tham chiếu", En: "write the value out instead"},
	})
	badBoolean = diag.Define(diag.Rule{
		Code: "bad-boolean", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là true hoặc false, không phải «%s»", En: "%q must be true or false, not %q"},
		Hint:    diag.Phrase{Vi: "viết true (có) hoặc false (không), không có ngoặc kép", En: "write true or false, without quotes"},
	})
	badCopyName = diag.Define(diag.Rule{
		Code: "bad-copy-name", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không dùng làm tên của bản chụp được", En: "%q can't be the name of a copy"},
		Hint:    diag.Phrase{Vi: "đổi tên tệp: chỉ dùng chữ thường không dấu, chữ số, gạch nối và dấu chấm, ví dụ bao-cao-2024.pdf", En: "rename the file: use only lower-case letters without accents, digits, hyphens and points, such as bao-cao-2024.pdf"},
	})
	badDate = diag.Define(diag.Rule{
		Code: "bad-date", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là một ngày có thật, không phải «%s»", En: "%q must be a day of the calendar, not %q"},
		Hint:    diag.Phrase{Vi: "viết năm-tháng-ngày, ví dụ 2024-03-31", En: "write year-month-day, such as 2024-03-31"},
	})
	badID = diag.Define(diag.Rule{
		Code: "bad-id", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không dùng làm mã được: «%s»", En: "%q can't be %q"},
		Hint:    diag.Phrase{Vi: "chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ so-noi-vu", En: "use only lower-case letters without accents, digits and hyphens, such as so-noi-vu"},
	})
	badInteger = diag.Define(diag.Rule{
		Code: "bad-integer", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là số nguyên, không phải «%s»", En: "%q must be a whole number, not %q"},
		Hint:    diag.Phrase{Vi: "chỉ viết chữ số, không có dấu phân cách hàng nghìn, ví dụ 12500", En: "write digits only, without thousands separators, such as 12500"},
	})
	badNumber = diag.Define(diag.Rule{
		Code: "bad-number", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là một số, không phải «%s»", En: "%q must be a number, not %q"},
		Hint:    diag.Phrase{Vi: "không tách hàng nghìn, phần thập phân sau dấu chấm, ví dụ 12500.5", En: "no thousands separators, decimals after a point, such as 12500.5"},
	})
	badPeriod = diag.Define(diag.Rule{
		Code: "bad-period", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là năm, tháng hoặc ngày, không phải «%s»", En: "%q must be a year, a month or a day, not %q"},
		Hint:    diag.Phrase{Vi: "viết 2018, 2018-03 hoặc 2018-03-31", En: "write 2018, 2018-03 or 2018-03-31"},
	})
	badURL = diag.Define(diag.Rule{
		Code: "bad-url", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không phải địa chỉ dùng được: «%s»", En: "%q is no address that can be used: %q"},
		Hint:    diag.Phrase{Vi: "địa chỉ bắt đầu bằng https:// hoặc http:// (hay mailto:, tel:, hoặc / cho trang của chính trang này)", En: "an address begins with https:// or http:// (or mailto:, tel:, or / for a page of this site)"},
	})
	badYear = diag.Define(diag.Rule{
		Code: "bad-year", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là một năm từ 1800 đến 2200, không phải «%s»", En: "%q must be a year from 1800 to 2200, not %q"},
		Hint:    diag.Phrase{Vi: "viết đủ bốn chữ số, ví dụ 2024", En: "write four digits, such as 2024"},
	})
	controlCharacter = diag.Define(diag.Rule{
		Code: "control-character", Severity: diag.Error,
		Message: diag.Phrase{Vi: "ở đây có ký tự điều khiển không nhìn thấy (%U)", En: "there is an invisible control character here (%U)"},
		Hint:    diag.Phrase{Vi: "xóa ký tự ấy, hoặc lưu lại tệp dưới dạng văn bản UTF-8", En: "delete it, or save the file again as UTF-8 text"},
	})
	duplicateFile = diag.Define(diag.Rule{
		Code: "duplicate-file", Severity: diag.Error,
		Message: diag.Phrase{Vi: "đã có tệp «%s» cho cùng nội dung này", En: "there is already %q for the same records"},
		Hint:    diag.Phrase{Vi: "gộp hai tệp làm một", En: "merge the two files"},
	})
	duplicateItem = diag.Define(diag.Rule{
		Code: "duplicate-item", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "«%s» đã ghi «%s» ở trên; chỉ tính một lần", En: "%q has %q above already; it counts once"},
		Hint:    diag.Phrase{Vi: "xóa một trong hai chỗ", En: "delete one of the two"},
	})
	duplicateKey = diag.Define(diag.Rule{
		Code: "duplicate-key", Severity: diag.Error,
		Message: diag.Phrase{Vi: "khóa «%s» đã có ở dòng %d", En: "key %q is already on line %d"},
		Hint:    diag.Phrase{Vi: "mỗi khóa chỉ viết một lần: bỏ một dòng, hoặc thêm «- » nếu đây là mục mới", En: "write each key once: remove one, or add \"- \" if this begins a new item"},
	})
	emptyFile = diag.Define(diag.Rule{
		Code: "empty-file", Severity: diag.Error,
		Message: diag.Phrase{Vi: "tệp này trống", En: "this file is empty"},
		Hint:    diag.Phrase{Vi: "điền nội dung hoặc xóa tệp", En: "fill it in or delete it"},
	})
	frontMatterOpen = diag.Define(diag.Rule{
		Code: "front-matter-open", Severity: diag.Error,
		Message: diag.Phrase{Vi: "phần đầu trang mở bằng «---» nhưng không được đóng", En: "the front matter opens with \"---\" and is never closed"},
		Hint:    diag.Phrase{Vi: "thêm một dòng «---» sau dòng cuối của phần đầu trang", En: "add a line \"---\" after its last line"},
	})
	lostText = diag.Define(diag.Rule{
		Code: "lost-text", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "chữ từ «%s» trở đi bị bỏ: dấu # sau một dấu cách mở đầu ghi chú", En: "the text from %q on is lost: # after a space begins a comment"},
		Hint:    diag.Phrase{Vi: "nếu đó là chữ thì đặt cả câu trong ngoặc kép; nếu là ghi chú thì thêm dấu cách sau #", En: "if it is text, put all of it in double quotes; if it is a comment, put a space after #"},
	})
	missingKey = diag.Define(diag.Rule{
		Code: "missing-key", Severity: diag.Error,
		Message: diag.Phrase{Vi: "thiếu «%s»", En: "%q is missing"},
		Hint:    diag.Phrase{Vi: "thêm khóa này và điền giá trị", En: "add this key with a value"},
	})
	missingLanguage = diag.Define(diag.Rule{
		Code: "missing-language", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» thiếu bản «%s», ngôn ngữ chính của trang", En: "%q has no text in %q, the first language of the site"},
		Hint:    diag.Phrase{Vi: "viết thêm bản bằng ngôn ngữ ấy, ví dụ {vi: …, en: …}", En: "add the text in that language, such as {vi: …, en: …}"},
	})
	nameClash = diag.Define(diag.Rule{
		Code: "name-clash", Severity: diag.Error,
		Message: diag.Phrase{Vi: "tên này chỉ khác «%s» ở chữ hoa, chữ thường hoặc cách gõ dấu", En: "this name differs from %q only in case or in how accents are encoded"},
		Hint:    diag.Phrase{Vi: "đổi tên một trong hai: trên Windows và macOS chúng là một", En: "rename one of them: Windows and macOS take them for the same"},
	})
	notAFile = diag.Define(diag.Rule{
		Code: "not-a-file", Severity: diag.Error,
		Message: diag.Phrase{Vi: "đây không phải là tệp hay thư mục thường", En: "this is no ordinary file or folder"},
		Hint:    diag.Phrase{Vi: "xóa hoặc chuyển ra khỏi trang", En: "delete it or move it out of the site"},
	})
	notAList = diag.Define(diag.Rule{
		Code: "not-a-list", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là một danh sách", En: "%q must be a list"},
		Hint:    diag.Phrase{Vi: "viết trong ngoặc vuông [a, b], hoặc mỗi mục một dòng bắt đầu bằng «- »", En: "write it in brackets [a, b], or one item a line beginning with \"- \""},
	})
	notAMap = diag.Define(diag.Rule{
		Code: "not-a-map", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải gồm các dòng «khóa: giá trị»", En: "%q must consist of lines \"key: value\""},
		Hint:    diag.Phrase{Vi: "kiểm tra dấu hai chấm, dấu cách sau nó và thụt đầu dòng", En: "check the colon, the space after it and the indentation"},
	})
	notAValue = diag.Define(diag.Rule{
		Code: "not-a-value", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải là một giá trị đơn, không phải danh sách hay nhiều khóa", En: "%q must be a single value, not a list or several keys"},
		Hint:    diag.Phrase{Vi: "viết một giá trị ngay sau dấu hai chấm", En: "write one value after the colon"},
	})
	notUTF8 = diag.Define(diag.Rule{
		Code: "not-utf8", Severity: diag.Error,
		Message: diag.Phrase{Vi: "tệp không được lưu bằng mã UTF-8 (byte 0x%02X)", En: "the file is not saved as UTF-8 (byte 0x%02X)"},
		Hint:    diag.Phrase{Vi: "mở tệp, chọn «Lưu thành…» với mã (Encoding) UTF-8", En: "open it and save it again with the encoding UTF-8"},
	})
	outsideLink = diag.Define(diag.Rule{
		Code: "outside-link", Severity: diag.Error,
		Message: diag.Phrase{Vi: "liên kết này không dẫn tới một tệp nằm trong trang", En: "this link leads to no file inside the site"},
		Hint:    diag.Phrase{Vi: "thay liên kết bằng chính tệp đó", En: "put the file itself in its place"},
	})
	secondDocument = diag.Define(diag.Rule{
		Code: "second-document", Severity: diag.Error,
		Message: diag.Phrase{Vi: "từ đây là tài liệu YAML thứ hai trong cùng tệp, sẽ không được đọc", En: "a second YAML document begins here; it would not be read"},
		Hint:    diag.Phrase{Vi: "bỏ dòng «---» ở giữa tệp, hoặc tách thành hai tệp", En: "remove the line \"---\" in the middle, or make two files"},
	})
	spreadsheetNotRead = diag.Define(diag.Rule{
		Code: "spreadsheet-not-read", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "bảng tính đặt trong data/ không được đọc", En: "a spreadsheet in data/ is not read"},
		Hint:    diag.Phrase{Vi: "chuyển nội dung sang tệp .yaml, rồi cất bảng tính ở nơi khác", En: "bring its content into a .yaml file and keep the spreadsheet elsewhere"},
	})
	strayFile = diag.Define(diag.Rule{
		Code: "stray-file", Severity: diag.Error,
		Message: diag.Phrase{Vi: "loại tệp này không dùng ở đây", En: "this kind of file is not used here"},
		Hint:    diag.Phrase{Vi: "chuyển tệp sang nơi khác hoặc xóa", En: "move the file elsewhere or delete it"},
	})
	svgPicture = diag.Define(diag.Rule{
		Code: "svg-picture", Severity: diag.Error,
		Message: diag.Phrase{Vi: "không nhận hình SVG: tệp SVG có thể chứa mã chạy trong trình duyệt", En: "SVG pictures are refused: they can carry code that runs in the browser"},
		Hint:    diag.Phrase{Vi: "xuất hình thành PNG hoặc WebP", En: "export the picture as PNG or WebP"},
	})
	tagNotAllowed = diag.Define(diag.Rule{
		Code: "tag-not-allowed", Severity: diag.Error,
		Message: diag.Phrase{Vi: "ở đây không dùng nhãn kiểu «%s» của YAML", En: "YAML tags such as %q are not used here"},
		Hint:    diag.Phrase{Vi: "nếu đó là chữ thì đặt trong ngoặc kép", En: "put text in double quotes"},
	})
	unknownFile = diag.Define(diag.Rule{
		Code: "unknown-file", Severity: diag.Error,
		Message: diag.Phrase{Vi: "data/ không có phần nào tên «%s»", En: "there is no part of data/ named %q"},
		Hint: diag.Phrase{
			Vi: "data/ gồm các tệp site, programme, sources, clauses, agencies, localities, corrections, statistics, forecast và các thư mục classifications, tasks, indicators, registers, intellectuals",
			En: "data/ has the files site, programme, sources, clauses, agencies, localities, corrections, statistics, forecast and the folders classifications, tasks, indicators, registers, intellectuals",
		},
	})
	unknownKey = diag.Define(diag.Rule{
		Code: "unknown-key", Severity: diag.Error,
		Message: diag.Phrase{Vi: "ở đây không có khóa «%s»", En: "there is no key %q here"},
		Hint:    diag.Phrase{Vi: "xem lại tên khóa và mức thụt đầu dòng; không cần thì xóa", En: "check its spelling and its indentation; delete it if it isn't needed"},
	})
	unknownLanguage = diag.Define(diag.Rule{
		Code: "unknown-language", Severity: diag.Error,
		Message: diag.Phrase{Vi: "trang không có ngôn ngữ «%s»", En: "the site has no language %q"},
		Hint:    diag.Phrase{Vi: "các ngôn ngữ của trang ghi ở «languages» trong data/site.yaml", En: "the site's languages are listed under \"languages\" in data/site.yaml"},
	})
	unknownValue = diag.Define(diag.Rule{
		Code: "unknown-value", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không nhận «%s»; chỉ nhận: %s", En: "%q can't be %q; it is one of: %s"},
		Hint:    diag.Phrase{Vi: "chép đúng một trong các giá trị ấy", En: "copy one of these values"},
	})
	unusedAnchor = diag.Define(diag.Rule{
		Code: "unused-anchor", Severity: diag.Error,
		Message: diag.Phrase{Vi: "không chỗ nào trong tệp tham chiếu tới neo «&%s»", En: "nothing in the file refers to the anchor &%s"},
		Hint:    diag.Phrase{Vi: "nếu đó là chữ thì đặt trong ngoặc kép; nếu không thì xóa", En: "put text in double quotes; otherwise delete it"},
	})
	yamlSyntax = diag.Define(diag.Rule{
		Code: "yaml-syntax", Severity: diag.Error,
		Message: diag.Phrase{Vi: "không đọc được: sai cú pháp YAML", En: "can't be read: this is not valid YAML"},
		Hint:    diag.Phrase{Vi: "các khóa cùng cấp phải bắt đầu ở cùng một cột, sau dấu hai chấm có dấu cách", En: "keys of one level begin in the same column, and a space follows each colon"},
	})
)
