package cli

import "strings"

// An entry is a flag or command with what it is for.
type entry struct {
	name    string
	purpose words
}

var commandEntries = []entry{
	{"build", words{"kiểm tra, tính, vẽ rồi ghi trang vào public/ (khi không nêu lệnh)", "check, compute, draw and write the site into public/ (the default)"}},
	{"check", words{"kiểm tra mọi thứ như build nhưng không ghi gì", "check everything that build checks, writing nothing"}},
}

var flagEntries = []entry{
	{"--site DIR", words{"thư mục chứa data/ và content/ (mặc định: thư mục hiện tại)", "folder that holds data/ and content/ (default: the current one)"}},
	{"--people DIR", words{"lấy hồ sơ cá nhân ở đây thay cho SITE/data/intellectuals", "take person records from here instead of SITE/data/intellectuals"}},
	{"--lang vi|en", words{"ngôn ngữ của thông báo (mặc định: vi)", "language of messages (default: vi)"}},
	{"--as-of YYYY-MM-DD", words{"tính theo ngày này (mặc định: SOURCE_DATE_EPOCH, không có thì hôm nay)", "compute for this day (default: SOURCE_DATE_EPOCH, else today)"}},
	{"--previous DIR", words{"trang đã công bố lần trước: điều đã công bố phải còn nguyên hoặc có đính chính", "the site published last: what it stated must stand or be listed as corrected"}},
	{"--format text|json", words{"cách ghi các lỗi (mặc định: text)", "form of problems (default: text)"}},
}

var buildFlagEntries = []entry{
	{"--out DIR", words{"ghi trang vào đây (mặc định: SITE/public)", "write the site here (default: SITE/public)"}},
	{"--base-url URL", words{"địa chỉ trang sẽ đăng, thay cho base_url trong data/site.yaml", "address of the site, instead of base_url in data/site.yaml"}},
	{"--disk", words{"bản để mở từ ổ đĩa hoặc USB bằng nhấp đúp, không cần máy chủ", "to be opened from a disk or USB stick by double click, without a server"}},
	{"--release", words{"bản chính thức: từ chối số liệu minh họa", "for publication: refuse illustrative data"}},
}

// usage is the help of a command.
func usage(command, lang string) string {
	var out strings.Builder
	out.WriteString(words{
		"Dựng trang công bố chương trình từ data/ và content/.\n\nCách dùng: congbo [LỆNH] [cờ]\n\nLệnh:\n",
		"Publishes a programme as a site, from data/ and content/.\n\nUsage: congbo [COMMAND] [flags]\n\nCommands:\n",
	}.in(lang))
	list(&out, commandEntries, lang)
	out.WriteString(words{"\nCờ của %s:\n", "\nFlags of %s:\n"}.in(lang, command))
	list(&out, flagEntries, lang)
	if command == "build" {
		list(&out, buildFlagEntries, lang)
	}
	out.WriteString(words{
		"\nMã kết thúc: 0 xong; 1 dữ liệu hoặc nội dung có lỗi; 2 dòng lệnh sai; 3 máy gặp trục trặc.\n",
		"\nExit codes: 0 done; 1 data or content has errors; 2 the command line is wrong; 3 the machine failed.\n",
	}.in(lang))
	return out.String()
}

func list(out *strings.Builder, entries []entry, lang string) {
	const column = 21
	for _, e := range entries {
		out.WriteString("  " + e.name + strings.Repeat(" ", column-len(e.name)) + e.purpose.in(lang) + "\n")
	}
}
