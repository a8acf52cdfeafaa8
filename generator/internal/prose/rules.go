package prose

import "congbo/generator/internal/diag"

var (
	bareFigure = diag.Define(diag.Rule{
		Code: "bare-figure", Severity: diag.Warning,
		Message: diag.Phrase{
			Vi: "số «%s» được gõ tay trong trang thống kê, nên sẽ không đổi khi dữ liệu đổi",
			En: "the figure %q is typed by hand on a statistical page, so it will not change with the data",
		},
		Hint: diag.Phrase{
			Vi: `gọi số theo tên, ví dụ {{< chi-tieu id="…" ky="2018" >}} hoặc {{< so-lieu bang="…" nam="2024" >}}`,
			En: `name it, for example {{< chi-tieu id="…" ky="2018" >}} or {{< so-lieu bang="…" nam="2024" >}}`,
		},
	})
	forbiddenScheme = diag.Define(diag.Rule{
		Code: "forbidden-scheme", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "đường dẫn bắt đầu bằng «%s:» không được dùng",
			En: "links that begin with %q are not allowed",
		},
		Hint: diag.Phrase{
			Vi: "chỉ dùng http, https, mailto, tel, hoặc một địa chỉ trong trang này",
			En: "use http, https, mailto, tel, or an address of this site",
		},
	})
	misplacedShortcode = diag.Define(diag.Rule{
		Code: "misplaced-shortcode", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "mã chèn «%s» không thể đứng ở đây",
			En: "the shortcode %q can't stand here",
		},
		Hint: diag.Phrase{
			Vi: "đặt mã chèn trong câu văn, ngoài đường dẫn, ảnh và khối mã",
			En: "put it in a sentence, outside of links, pictures and code",
		},
	})
	missingArgument = diag.Define(diag.Rule{
		Code: "missing-argument", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "mã chèn «%s» thiếu «%s»",
			En: "the shortcode %q lacks %q",
		},
		Hint: diag.Phrase{Vi: "thêm mục ấy, ví dụ {{< chi-tieu id=\"ma\" >}}", En: "add it, such as {{< chi-tieu id=\"ma\" >}}"},
	})
	rawHTML = diag.Define(diag.Rule{
		Code: "raw-html", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "không được viết HTML trong bài: «%s»",
			En: "HTML is not allowed in a page: %q",
		},
		Hint: diag.Phrase{
			Vi: "dùng Markdown (**đậm**, *nghiêng*, [chữ](địa chỉ)); nếu là dấu nhỏ hơn, viết \\<",
			En: "use Markdown (**bold**, *italics*, [words](address)); for a less-than sign write \\<",
		},
	})
	repeatedArgument = diag.Define(diag.Rule{
		Code: "repeated-argument", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "«%s» được ghi hai lần trong một mã chèn",
			En: "%q is given twice in one shortcode",
		},
		Hint: diag.Phrase{Vi: "xóa một trong hai chỗ", En: "delete one of the two"},
	})
	shortcodeInOfficialText = diag.Define(diag.Rule{
		Code: "shortcode-in-official-text", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "văn bản chính thức không được chứa mã chèn {{…}}",
			En: "the official text can't hold a {{…}} shortcode",
		},
		Hint: diag.Phrase{
			Vi: "chép văn bản đúng như khi ban hành",
			En: "copy the text as it was issued",
		},
	})
	shortcodeSyntax = diag.Define(diag.Rule{
		Code: "shortcode-syntax", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "mã chèn «%s» viết chưa đúng từ chỗ này",
			En: "the shortcode %q can't be read from here on",
		},
		Hint: diag.Phrase{
			Vi: `viết như {{< chi-tieu id="…" ky="2018" >}}, với dấu nháy thẳng và dấu đóng >}}`,
			En: `write it like {{< chi-tieu id="…" ky="2018" >}}, with straight quotes and a closing >}}`,
		},
	})
	unclosedComment = diag.Define(diag.Rule{
		Code: "unclosed-comment", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "ghi chú mở bằng <!-- mà không đóng, nên phần sau sẽ mất",
			En: "a note is opened with <!-- and never closed, so what follows would be lost",
		},
		Hint: diag.Phrase{Vi: "đóng ghi chú bằng -->", En: "close it with -->"},
	})
	sharedAddress = diag.Define(diag.Rule{
		Code: "shared-address", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "trang này có cùng địa chỉ «%s» với «%s»",
			En: "this page has the same address %q as %q",
		},
		Hint: diag.Phrase{
			Vi: "đổi tên tệp cho khác hẳn: địa chỉ bỏ dấu, bỏ ký hiệu và viết thường",
			En: "give the file another name: addresses have no accents, no signs and no capitals",
		},
	})
	unknownAddress = diag.Define(diag.Rule{
		Code: "unknown-address", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "trang này không có địa chỉ «%s»",
			En: "this site has no address %q",
		},
		Hint: diag.Phrase{Vi: "chép địa chỉ từ thanh địa chỉ của trình duyệt, bắt đầu từ dấu / sau tên miền", En: "copy the address from the browser, from the / after the host on"},
	})
	unknownAnchor = diag.Define(diag.Rule{
		Code: "unknown-anchor", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "trang «%s» không có chỗ nào tên «#%s»",
			En: "the page %q has no place named \"#%s\"",
		},
		Hint: diag.Phrase{Vi: "bỏ phần từ dấu #, hoặc sửa tên chỗ", En: "drop the part from the # on, or correct the name"},
	})
	unknownArgument = diag.Define(diag.Rule{
		Code: "unknown-argument", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "mã chèn «%s» không có mục «%s»",
			En: "the shortcode %q doesn't take %q",
		},
		Hint: diag.Phrase{Vi: "xóa mục ấy hoặc sửa tên", En: "delete it or correct its name"},
	})
	unknownClause = diag.Define(diag.Rule{
		Code: "unknown-reference", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "không có điều khoản «%s»",
			En: "there is no clause %q",
		},
		Hint: diag.Phrase{Vi: "mã điều khoản có trong data/clauses.yaml", En: "the ids of clauses are in data/clauses.yaml"},
	})
	unknownFigure = diag.Define(diag.Rule{
		Code: "unknown-figure", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "dữ liệu không có %s «%s»",
			En: "the data have no %s %q",
		},
		Hint: diag.Phrase{Vi: "thêm số liệu ấy vào dữ liệu, hoặc sửa ở đây", En: "add it to the data, or correct it here"},
	})
	unknownPicture = diag.Define(diag.Rule{
		Code: "unknown-picture", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "không tìm thấy ảnh «%s» trong thư mục của bài",
			En: "there is no picture %q in the page's folder",
		},
		Hint: diag.Phrase{
			Vi: "chép tệp ảnh vào cùng thư mục với bài; ảnh ở nơi khác không được dùng",
			En: "copy the picture into the page's folder; pictures from elsewhere are not used",
		},
	})
	unknownShortcode = diag.Define(diag.Rule{
		Code: "unknown-shortcode", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "không có mã chèn «%s»",
			En: "there is no shortcode %q",
		},
		Hint: diag.Phrase{
			Vi: "chỉ có «chi-tieu» và «so-lieu»",
			En: "there are only \"chi-tieu\" and \"so-lieu\"",
		},
	})
	unknownTask = diag.Define(diag.Rule{
		Code: "unknown-reference", Severity: diag.Error,
		Message: diag.Phrase{
			Vi: "không có nhiệm vụ «%s»",
			En: "there is no task %q",
		},
		Hint: diag.Phrase{Vi: "mã nhiệm vụ có trong data/tasks/", En: "the ids of tasks are in data/tasks/"},
	})
	unreadLink = diag.Define(diag.Rule{
		Code: "unread-link", Severity: diag.Warning,
		Message: diag.Phrase{
			Vi: "«%s» không thành đường dẫn hay ảnh, người đọc sẽ thấy nguyên các ký hiệu ấy",
			En: "%q makes no link or picture; readers will see it as it is typed",
		},
		Hint: diag.Phrase{
			Vi: "địa chỉ có dấu cách: đổi tên tệp cho hết dấu cách, hoặc viết [chữ](<địa chỉ>)",
			En: "the address has a space in it: rename the file without, or write [text](<address>)",
		},
	})
)
