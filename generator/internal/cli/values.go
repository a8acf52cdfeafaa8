package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"congbo/generator/internal/diag"
	"congbo/generator/internal/model"
)

// The readers below turn the text of a flag into its value. What they refuse
// is a *usageError.

func folder(name string, to *string) func(string) error {
	return func(text string) error {
		if text == "" {
			return wrong("--%s cần tên một thư mục", "--%s needs the name of a folder", name)
		}
		*to = text
		return nil
	}
}

func choice(name string, to *string, choices []string) func(string) error {
	return func(text string) error {
		if !slices.Contains(choices, text) {
			list := strings.Join(choices, ", ")
			return wrong("--%s: không có «%s»; chọn một trong: %s", "--%s: there is no %q; choose one of: %s", name, text, list)
		}
		*to = text
		return nil
	}
}

func day(name string, to *model.Date) func(string) error {
	return func(text string) error {
		date, err := model.ParseDate(text)
		if err != nil || date.IsZero() {
			return wrong("--%s: «%s» không phải ngày có thật theo dạng 2026-11-22 (năm-tháng-ngày)",
				"--%s: %q is no real day of the form 2026-11-22 (year-month-day)", name, text)
		}
		*to = date
		return nil
	}
}

// address reads the URL of a site's home page and ends its path with a slash.
func address(name string, to *string) func(string) error {
	return func(text string) error {
		u, err := url.Parse(text)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" ||
			u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" {
			return wrong("--%s: «%s» không phải địa chỉ trang dạng https://ten-mien/duong-dan/",
				"--%s: %q is no address of a site such as https://host/path/", name, text)
		}
		*to = strings.TrimSuffix(u.String(), "/") + "/"
		return nil
	}
}

// vietnam is the zone of Asia/Ho_Chi_Minh, which has been UTC+7 without summer
// time since 1975; fixed, so that no time zone database is needed.
var vietnam = time.FixedZone("+07", 7*60*60)

// defaultDay is the day in Vietnam of an instant given in seconds since 1970
// (reproducible-builds.org/specs/source-date-epoch) or, where none is, today.
func defaultDay(epoch string) (model.Date, error) {
	if epoch == "" {
		return model.DateOf(time.Now().In(vietnam)), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || seconds < 0 || seconds > lastSecond {
		return model.Date{}, wrong("biến môi trường SOURCE_DATE_EPOCH: «%s» không phải số giây kể từ 1970",
			"environment variable SOURCE_DATE_EPOCH: %q is no number of seconds since 1970", epoch)
	}
	return model.DateOf(time.Unix(seconds, 0).In(vietnam)), nil
}

// lastSecond is where years stop having four digits.
var lastSecond = time.Date(9999, time.December, 31, 23, 59, 59, 0, vietnam).Unix()

// mustBeFolder refuses a folder to read that isn't there.
func mustBeFolder(name, path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return wrong("--%s: không có thư mục «%s»", "--%s: there is no folder %q", name, path)
	case err != nil:
		return fmt.Errorf("--%s: %w", name, err)
	case !info.IsDir():
		return wrong("--%s: «%s» không phải thư mục", "--%s: %q is no folder", name, path)
	}
	return nil
}

func unknownCommand(name string) error {
	list := strings.Join(commands, ", ")
	if near := diag.Nearest(name, commands); near != "" {
		return wrong("không có lệnh «%s»; có phải ý bạn là %s? Các lệnh: %s",
			"unknown command %q; did you mean %s? Commands: %s", name, near, list)
	}
	return wrong("không có lệnh «%s». Các lệnh: %s", "unknown command %q. Commands: %s", name, list)
}

func unexpected(arg string) error {
	if slices.Contains(commands, arg) {
		return wrong("lệnh %s phải đứng trước các cờ", "the command %s must stand before the flags", arg)
	}
	return wrong("thừa «%s»", "unexpected argument %q", arg)
}
