package site

import (
	"slices"
	"testing"
)

func TestNumbersOfDocumentsStayWhole(t *testing.T) {
	for text, want := range map[string][]run{
		"không có số":           {{Text: "không có số"}},
		"số 45-NQ/TW, 20-KH/TW": {{Text: "số "}, {Text: "45-NQ/TW", Kind: "unbroken"}, {Text: ", "}, {Text: "20-KH/TW", Kind: "unbroken"}, {}},
		"ngày 24-11-2023":       {{Text: "ngày 24-11-2023"}},
	} {
		if got := unbroken(run{Text: text}); !slices.Equal(got, want) {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}
