package diag

import "testing"

func TestNearest(t *testing.T) {
	ids := []string{"ban-tuyen-giao-tinh-uy", "so-noi-vu", "III.1", "III.2-4a", "III.2-4b", "done", "đang làm"}
	for word, want := range map[string]string{
		"so-noi-vụ":              "so-noi-vu",
		"so-nio-vu":              "so-noi-vu", // neighbours swapped
		"Ban Tuyên giáo Tỉnh ủy": "ban-tuyen-giao-tinh-uy",
		"BAN TUYÊN GIÁO TỈNH ỦY": "ban-tuyen-giao-tinh-uy",
		"iii.1":                  "III.1",
		"III.2-4c":               "III.2-4a", // the first of two as near
		"Done":                   "done",
		"ĐANG LÀM":               "đang làm",
		"Công an tỉnh":           "",
		"":                       "",
	} {
		if got := Nearest(word, ids); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
