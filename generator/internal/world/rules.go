package world

import "congbo/generator/internal/diag"

// The faults of meaning that data can have, sorted by code.
var (
	badBaseURL = diag.Define(diag.Rule{
		Code: "bad-base-url", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«base_url» phải là địa chỉ đầy đủ của trang, không phải «%s»", En: "\"base_url\" must be the full address of the site, not %q"},
		Hint:    diag.Phrase{Vi: "ví dụ https://congbo.example.vn/", En: "such as https://congbo.example.vn/"},
	})
	badClauseID = diag.Define(diag.Rule{
		Code: "bad-clause-id", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không theo cách đánh số của văn bản", En: "%q does not follow the numbering of the text"},
		Hint:    diag.Phrase{Vi: "điều khoản: số La Mã, chấm, số, rồi -đoạn và chữ nếu cần, ví dụ III.2-4b; phần: III hoặc III.1", En: "a clause: Roman numeral, point, number, then -block and letter where needed, such as III.2-4b; a section: III or III.1"},
	})
	badCode = diag.Define(diag.Rule{
		Code: "bad-code", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không dùng làm mã phân loại được", En: "%q can't be a code of a classification"},
		Hint:    diag.Phrase{Vi: "mã không có dấu cách; _T (tổng) và _Z (không có) đã dành riêng", En: "codes have no spaces; _T (total) and _Z (none) are reserved"},
	})
	badLanguage = diag.Define(diag.Rule{
		Code: "bad-language", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không phải mã ngôn ngữ", En: "%q is no language code"},
		Hint:    diag.Phrase{Vi: "viết vi (tiếng Việt), en (tiếng Anh)…", En: "write vi, en and so on"},
	})
	badPersonID = diag.Define(diag.Rule{
		Code: "bad-person-id", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không dùng làm mã người được", En: "%q can't be the id of a person"},
		Hint:    diag.Phrase{Vi: "chỉ dùng chữ cái không dấu, chữ số và gạch nối, ví dụ KT-000123", En: "use only letters without accents, digits and hyphens, such as KT-000123"},
	})
	badTile = diag.Define(diag.Rule{
		Code: "bad-tile", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«tile» phải gồm đúng hai số: cột và hàng", En: "\"tile\" must be exactly two numbers: column and row"},
		Hint:    diag.Phrase{Vi: "ví dụ [2, 3]", En: "such as [2, 3]"},
	})
	baselineWithoutPoint = diag.Define(diag.Rule{
		Code: "baseline-without-point", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "«series» không có số liệu nào ở kỳ gốc %s", En: "\"series\" has no point at the baseline %s"},
		Hint:    diag.Phrase{Vi: "thêm số liệu của kỳ ấy vào «series», hoặc sửa «baseline»", En: "add the point of that period to \"series\", or correct \"baseline\""},
	})
	changeAmountUnused = diag.Define(diag.Rule{
		Code: "change-amount-unused", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không dùng với of: %s", En: "%q is not for of: %s"},
		Hint:    diag.Phrase{Vi: "«times» (nhân) dùng cho entry, leaving, upgrading; «plus» (cộng) dùng cho entry, retirement-age", En: "\"times\" is for entry, leaving and upgrading; \"plus\" is for entry and retirement-age"},
	})
	changeWithoutAmount = diag.Define(diag.Rule{
		Code: "change-without-amount", Severity: diag.Error,
		Message: diag.Phrase{Vi: "giả định này không nói thay đổi bao nhiêu", En: "this change doesn't say how much"},
		Hint:    diag.Phrase{Vi: "thêm «times» (nhân lên mấy lần) hoặc «plus» (cộng thêm bao nhiêu)", En: "add \"times\" (a factor) or \"plus\" (an amount)"},
	})
	circularReference = diag.Define(diag.Rule{
		Code: "circular-reference", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» đi thành vòng: %s", En: "%q goes round in a circle: %s"},
		Hint:    diag.Phrase{Vi: "bỏ một mắt xích của vòng", En: "take one link out of the circle"},
	})
	copyChanged = diag.Define(diag.Rule{
		Code: "copy-changed", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«sha256» không phải của tệp «%s», tệp ấy có mã %s", En: "\"sha256\" is not that of the file %q, which has %s"},
		Hint:    diag.Phrase{Vi: "nếu tệp đúng là bản đã xem thì chép mã này vào «sha256»; nếu tệp đã bị đổi thì đặt lại bản cũ", En: "if the file is the one that was seen, copy its hash into \"sha256\"; if it was changed, put the old one back"},
	})
	dateOrder = diag.Define(diag.Rule{
		Code: "date-order", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» (%s) trước «%s» (%s)", En: "%q (%s) is before %q (%s)"},
		Hint:    diag.Phrase{Vi: "xem lại hai ngày, có thể đã đổi chỗ", En: "check both dates; they may have been exchanged"},
	})
	dueWithoutReason = diag.Define(diag.Rule{
		Code: "due-without-reason", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "hạn mới không kèm lý do", En: "the due date changes without a reason"},
		Hint:    diag.Phrase{Vi: "thêm «reason»: người đọc thấy hạn cũ và muốn biết vì sao đổi", En: "add \"reason\": readers see the old date and want to know why it changed"},
	})
	duplicateDimension = diag.Define(diag.Rule{
		Code: "duplicate-dimension", Severity: diag.Error,
		Message: diag.Phrase{Vi: "bảng đã có chiều «%s»", En: "the table already has the dimension %q"},
		Hint:    diag.Phrase{Vi: "xóa một trong hai chỗ", En: "delete one of the two"},
	})
	duplicateID = diag.Define(diag.Rule{
		Code: "duplicate-id", Severity: diag.Error,
		Message: diag.Phrase{Vi: "mã «%s» đã dùng ở %s, dòng %d", En: "id %q is already used in %s, line %d"},
		Hint:    diag.Phrase{Vi: "đặt một mã khác, hoặc xóa bản thừa", En: "choose another id, or delete the one too many"},
	})
	duplicatePeriod = diag.Define(diag.Rule{
		Code: "duplicate-period", Severity: diag.Error,
		Message: diag.Phrase{Vi: "kỳ %s đã có số liệu ở dòng %d", En: "period %s already has a point on line %d"},
		Hint:    diag.Phrase{Vi: "mỗi kỳ chỉ giữ một số liệu", En: "keep one point a period"},
	})
	emptyList = diag.Define(diag.Rule{
		Code: "empty-list", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» cần ít nhất một mục", En: "%q needs at least one item"},
		Hint:    diag.Phrase{Vi: "viết ít nhất một mục, ví dụ [a]", En: "write at least one item, such as [a]"},
	})
	everyMonthsUnused = diag.Define(diag.Rule{
		Code: "every-months-unused", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "«every_months» chỉ dùng với cadence: periodic, không dùng với «%s»", En: "\"every_months\" is for cadence: periodic, not for %q"},
		Hint:    diag.Phrase{Vi: "xóa «every_months» hoặc sửa «cadence»", En: "delete \"every_months\" or correct \"cadence\""},
	})
	hiddenDate = diag.Define(diag.Rule{
		Code: "hidden-date", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "cột ngày «%s» không công khai, nên không dòng nào của sổ được tính là việc đã làm", En: "the date column %q is not public, so no row of the register counts as done"},
		Hint:    diag.Phrase{Vi: "ghi «public: true» cho cột này, hoặc thêm trước nó một cột ngày được đăng", En: "give it \"public: true\", or add before it a date column that may be published"},
	})
	historyGap = diag.Define(diag.Rule{
		Code: "history-gap", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» chưa có giá trị vào cuối năm %d, năm mà người này được đếm", En: "%q has no value at the end of %d, a year in which this person is counted"},
		Hint:    diag.Phrase{Vi: "thêm giá trị từ năm bắt đầu được đếm (entered)", En: "add a value from the year of entry on"},
	})
	historyOrder = diag.Define(diag.Rule{
		Code: "history-order", Severity: diag.Error,
		Message: diag.Phrase{Vi: "các năm phải tăng dần: %d đứng sau %d", En: "years must ascend: %d comes after %d"},
		Hint:    diag.Phrase{Vi: "xếp năm trước lên trên", En: "put the earlier year first"},
	})
	illustrativeInRelease = diag.Define(diag.Rule{
		Code: "illustrative-in-release", Severity: diag.Error,
		Message: diag.Phrase{Vi: "số liệu minh họa không được có trong bản phát hành chính thức", En: "illustrative data can't be part of a release"},
		Hint:    diag.Phrase{Vi: "thay bằng số liệu thật có nguồn, hoặc xóa; hoặc dựng không có --release", En: "replace it by real data with a source, or delete it; or build without --release"},
	})
	interfaceNotTranslated = diag.Define(diag.Rule{
		Code: "interface-not-translated", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "giao diện chưa có chữ bằng ngôn ngữ «%s»", En: "the interface has no words in the language %q"},
		Hint:    diag.Phrase{Vi: "trang vẫn dựng được, chữ của giao diện là tiếng Việt; thêm tệp i18n của ngôn ngữ này vào giao diện", En: "the site is built all the same, with the interface in Vietnamese; add this language's i18n file to the theme"},
	})
	leftBeforeEntered = diag.Define(diag.Rule{
		Code: "left-before-entered", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«left» (%d) phải sau «entered» (%d)", En: "\"left\" (%d) must be after \"entered\" (%d)"},
		Hint:    diag.Phrase{Vi: "«left» là năm đầu tiên không còn được đếm", En: "\"left\" is the first year no longer counted"},
	})
	leftMissing = diag.Define(diag.Rule{
		Code: "left-missing", Severity: diag.Error,
		Message: diag.Phrase{Vi: "có «left_reason» mà không có «left»", En: "there is \"left_reason\" but no \"left\""},
		Hint:    diag.Phrase{Vi: "thêm «left»: năm đầu tiên không còn được đếm", En: "add \"left\": the first year no longer counted"},
	})
	levelUnused = diag.Define(diag.Rule{
		Code: "level-unused", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "«levels» nêu chiều «%s» mà bảng không có", En: "\"levels\" names the dimension %q, which the table doesn't have"},
		Hint:    diag.Phrase{Vi: "thêm chiều ấy vào «dimensions», hoặc xóa khỏi «levels»", En: "add it to \"dimensions\", or delete it from \"levels\""},
	})
	localityNotValid = diag.Define(diag.Rule{
		Code: "locality-not-valid", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» không còn hoặc chưa có vào ngày 31-12-%d, năm mà người này được đếm", En: "%q did not exist on 31 December %d, a year in which this person is counted"},
		Hint:    diag.Phrase{Vi: "ghi địa bàn theo từng năm: [{from: …, code: …}]", En: "give the locality by year: [{from: …, code: …}]"},
	})
	logOrder = diag.Define(diag.Rule{
		Code: "log-order", Severity: diag.Error,
		Message: diag.Phrase{Vi: "nhật ký phải theo thứ tự ngày: %s đứng sau %s", En: "the log must be in order of date: %s comes after %s"},
		Hint:    diag.Phrase{Vi: "ghi mục mới vào cuối nhật ký; xem lại hai ngày", En: "add new entries at the end of the log; check both dates"},
	})
	misplacedPage = diag.Define(diag.Rule{
		Code: "misplaced-page", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "trang đặt ở đây sẽ không hiện ra", En: "a page in this place would not be shown"},
		Hint:    diag.Phrase{Vi: "đặt trang trong tin-tuc/, gioi-thieu/ hoặc phuong-phap/; chuong-trinh/ chỉ có văn bản chính thức, _index.md", En: "put it into tin-tuc/, gioi-thieu/ or phuong-phap/; chuong-trinh/ has the official text only, _index.md"},
	})
	missingFile = diag.Define(diag.Rule{
		Code: "missing-file", Severity: diag.Error,
		Message: diag.Phrase{Vi: "thiếu tệp này", En: "this file is missing"},
		Hint:    diag.Phrase{Vi: "trang cần site.yaml, programme.yaml, clauses.yaml trong data/ và văn bản chính thức content/vi/chuong-trinh/_index.md", En: "a site needs site.yaml, programme.yaml and clauses.yaml in data/ and the official text content/vi/chuong-trinh/_index.md"},
	})
	missingList = diag.Define(diag.Rule{
		Code: "missing-list", Severity: diag.Error,
		Message: diag.Phrase{Vi: "chưa có danh sách mã cho «%s»", En: "there is no list of codes for %q"},
		Hint:    diag.Phrase{Vi: "thêm danh sách ấy vào data/", En: "add that list to data/"},
	})
	noPeople = diag.Define(diag.Rule{
		Code: "no-people", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "có khai báo bảng nhưng không có hồ sơ người nào để đếm", En: "tables are declared, and there are no person records to count"},
		Hint:    diag.Phrase{Vi: "đặt hồ sơ trong data/intellectuals/ hoặc chỉ nơi chứa bằng --people", En: "put records into data/intellectuals/ or name their folder with --people"},
	})
	outOfRange = diag.Define(diag.Rule{
		Code: "out-of-range", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải từ %v đến %v", En: "%q must be from %v to %v"},
		Hint:    diag.Phrase{Vi: "sửa cho nằm trong khoảng ấy", En: "correct it so that it lies within"},
	})
	reasonOfStayers = diag.Define(diag.Rule{
		Code: "reason-of-stayers", Severity: diag.Error,
		Message: diag.Phrase{Vi: "chiều «%s» chỉ có ở người rời đi", En: "only those who leave have the dimension %q"},
		Hint:    diag.Phrase{Vi: "thêm measure: left vào bảng này", En: "add measure: left to this table"},
	})
	reservedID = diag.Define(diag.Rule{
		Code: "reserved-id", Severity: diag.Error,
		Message: diag.Phrase{Vi: "mã «%s» đã dành riêng", En: "id %q is reserved"},
		Hint:    diag.Phrase{Vi: "đặt một mã khác", En: "choose another id"},
	})
	seriesDimension = diag.Define(diag.Rule{
		Code: "series-dimension", Severity: diag.Error,
		Message: diag.Phrase{Vi: "chuỗi kiểu «%s» cần bảng có chiều «%s», mà bảng «%s» không có", En: "a series of kind %q needs a table with the dimension %q, which the table %q doesn't have"},
		Hint:    diag.Phrase{Vi: "chọn bảng khác ở «of», hoặc thêm chiều ấy vào bảng", En: "name another table in \"of\", or add the dimension to the table"},
	})
	sharesSum = diag.Define(diag.Rule{
		Code: "shares-sum", Severity: diag.Error,
		Message: diag.Phrase{Vi: "các phần trăm cộng lại bằng %s, không phải 100", En: "the percentages add up to %s, not to 100"},
		Hint:    diag.Phrase{Vi: "sửa các phần cho đủ 100", En: "correct the shares so that they add up"},
	})
	tooSmall = diag.Define(diag.Rule{
		Code: "too-small", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» phải từ %d trở lên", En: "%q must be %d or more"},
		Hint:    diag.Phrase{Vi: "viết một số lớn hơn", En: "write a greater number"},
	})
	tooYoung = diag.Define(diag.Rule{
		Code: "too-young", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "người sinh năm %[2]d được đếm từ năm %[1]d khi chưa đủ %[3]d tuổi", En: "who was born in %[2]d is counted from %[1]d on, below the age of %[3]d"},
		Hint:    diag.Phrase{Vi: "xem lại hai năm ấy", En: "check both years"},
	})
	unknownChart = diag.Define(diag.Rule{
		Code: "unknown-chart", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "không có kiểu biểu đồ «%s»", En: "there is no kind of chart %q"},
		Hint:    diag.Phrase{Vi: "chọn kiểu khác; không thì hình được chọn theo bảng", En: "choose another; otherwise the drawing follows from the table"},
	})
	unknownContentLanguage = diag.Define(diag.Rule{
		Code: "unknown-content-language", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "trang không có ngôn ngữ «%s», nên phần này sẽ không hiện ra", En: "the site has no language %q, so this is not shown"},
		Hint:    diag.Phrase{Vi: "thêm vào «languages» trong data/site.yaml, hoặc xóa thư mục", En: "add it to \"languages\" in data/site.yaml, or delete the folder"},
	})
	unknownReference = diag.Define(diag.Rule{
		Code: "unknown-reference", Severity: diag.Error,
		Message: diag.Phrase{Vi: "không có «%s» trong %s", En: "there is no %q in %s"},
		Hint:    diag.Phrase{Vi: "thêm vào đó, hoặc sửa mã ở đây", En: "add it there, or correct the id here"},
	})
	unusedCopy = diag.Define(diag.Rule{
		Code: "unused-copy", Severity: diag.Warning,
		Message: diag.Phrase{Vi: "không bằng chứng nào nhắc tới bản chụp này, nên nó không được đăng", En: "no evidence names this copy, so it is not published"},
		Hint:    diag.Phrase{Vi: "thêm «copy» vào bằng chứng của nó, hoặc xóa tệp", En: "add \"copy\" to its evidence, or delete the file"},
	})
	withheldName = diag.Define(diag.Rule{
		Code: "withheld-name", Severity: diag.Error,
		Message: diag.Phrase{Vi: "ở đây có tên một người chưa đồng ý, hoặc đã rút lại sự đồng ý, để được nêu tên", En: "this names somebody who has not agreed to be named, or no longer does"},
		Hint:    diag.Phrase{Vi: "bỏ tên ấy, hoặc ghi sự đồng ý trong sổ theo dõi", En: "leave the name out, or record the consent in the register"},
	})
	yearOrder = diag.Define(diag.Rule{
		Code: "year-order", Severity: diag.Error,
		Message: diag.Phrase{Vi: "«%s» (%d) trước «%s» (%d)", En: "%q (%d) is before %q (%d)"},
		Hint:    diag.Phrase{Vi: "xem lại hai năm, có thể đã đổi chỗ", En: "check both years; they may have been exchanged"},
	})
)
