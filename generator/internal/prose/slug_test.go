package prose

import "testing"

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"bai-1.md":                 "bai-1",
		"_index.md":                "",
		"2024/_index.md":           "2024",
		"2024/bai.md":              "2024/bai",
		"BÀI có Đủ dấu.md":         "bai-co-du-dau",
		"a#b?c%20d.md":             "a-b-c-20d",
		"bai.vi.md":                "bai-vi",
		"index.md":                 "index",
		"日本.md":                    "u65e5",
		"Bai_mot (ban 2).final.MD": "bai-mot-ban-2-final",
	} {
		if got := Slug(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
