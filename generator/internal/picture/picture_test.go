package picture

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"congbo/generator/internal/npm"
	"congbo/themes"
)

// press has the typefaces that the theme pins.
func press(t testing.TB) *Press {
	t.Helper()
	folder, err := npm.Ensure(context.Background(), themes.Gazette(), "", func(string) {})
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(folder, "node_modules/@expo-google-fonts/be-vietnam-pro", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	p, err := NewPress(Fonts{Text: read("400Regular/BeVietnamPro_400Regular.ttf"), Title: read("700Bold/BeVietnamPro_700Bold.ttf")})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func draw(t *testing.T, p *Press, c Card) (*image.Paletted, []byte) {
	t.Helper()
	data, err := p.Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return drawn.(*image.Paletted), data
}

const letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ0123456789.,;:–…“”«»()/%"

func TestTypefacesHaveEveryVietnameseLetter(t *testing.T) {
	p := press(t)
	for name, face := range map[string]*typeface{"text": p.text, "title": p.title} {
		for _, r := range letters + strings.ToUpper(letters) {
			if face.known(string(r)) == "" {
				t.Errorf("%s lacks %q", name, r)
			}
		}
	}
}

func TestLettersThatTheTypefaceLacksAreLeftOut(t *testing.T) {
	if got := press(t).title.known("Đào\u200bta\u0323o 日本 x"); got != "Đàotạo  x" {
		t.Errorf("got %q", got)
	}
}

func TestTitlesFillFourLinesAtMost(t *testing.T) {
	p := press(t)
	long := strings.Repeat("Phát triển đội ngũ trí thức Ẫ Ự Ễ ", 30)
	for words, want := range map[string]struct {
		size  float64
		lines int
		cut   bool
	}{
		"Nhiệm vụ": {76, 1, false},
		"Chương trình thực hiện Nghị quyết về đội ngũ trí thức": {76, 3, false},
		long:                          {46, 4, true},
		strings.Repeat("nghiêng", 40): {76, 1, true},
	} {
		size, lines := p.fit(words, 350)
		if size != want.size || len(lines) != want.lines || strings.HasSuffix(lines[len(lines)-1], "…") != want.cut {
			t.Errorf("%.30s: size %v, lines %q", words, size, lines)
		}
		for _, line := range lines {
			if w := p.title.width(line, size); w > measure {
				t.Errorf("%q is %d wide, more than %d", line, w, measure)
			}
		}
	}
}

func TestLinesAreAboutAsWide(t *testing.T) {
	_, lines := press(t).fit("Chương trình thực hiện Nghị quyết về đội ngũ trí thức", 350)
	want := []string{"Chương trình thực", "hiện Nghị quyết về", "đội ngũ trí thức"}
	if !slices.Equal(lines, want) {
		t.Errorf("got %q, want %q", lines, want)
	}
}

func TestNothingLeavesTheFrame(t *testing.T) {
	long := strings.Repeat("ẪỰỄ Ạg ", 200)
	sheet, _ := draw(t, press(t), Card{Site: long, Kicker: long, Title: long, Publisher: long})
	inked := image.Rectangle{}
	for y := range Height {
		for x := range Width {
			if sheet.ColorIndexAt(x, y) != paper {
				inked = inked.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	frame := image.Rect(margin-4, ruleTop, Width-margin+4, Height-24)
	if !inked.In(frame) || inked.Dx() < measure {
		t.Errorf("ink fills %v, want within %v", inked, frame)
	}
}

func TestOnlyWhatIsNotRealHasTheBand(t *testing.T) {
	p := press(t)
	for mark, want := range map[string]bool{"": false, "SỐ LIỆU MINH HỌA": true} {
		sheet, _ := draw(t, p, Card{Site: "Trí thức", Title: "Trình độ", Publisher: "Tỉnh ủy", Mark: mark})
		hatched := bytes.IndexByte(sheet.Pix, hatch) >= 0
		if hatched != want {
			t.Errorf("mark %q: hatched is %v", mark, hatched)
		}
		if got := sheet.ColorIndexAt(margin, ruleTop); got != red {
			t.Errorf("mark %q: the rule's colour is %d", mark, got)
		}
	}
}

func TestSameCardSameBytes(t *testing.T) {
	c := Card{Site: "Trí thức", Kicker: "III.2-4b", Title: "Đối thoại hằng năm", Publisher: "Tỉnh ủy", Mark: "SỐ LIỆU MINH HỌA"}
	_, first := draw(t, press(t), c)
	shared := press(t)
	draw(t, shared, Card{Title: "Khác"})
	_, second := draw(t, shared, c)
	if !bytes.Equal(first, second) {
		t.Error("the bytes differ")
	}
	if len(first) > 20<<10 {
		t.Errorf("the picture has %d bytes", len(first))
	}
}

func TestWhatIsNoTypefaceIsRefused(t *testing.T) {
	if _, err := NewPress(Fonts{Text: []byte("x"), Title: []byte("x")}); err == nil {
		t.Error("no error")
	}
}

func BenchmarkDraw(b *testing.B) {
	p := press(b)
	c := Card{Site: "Đội ngũ trí thức", Kicker: "III.2-4b", Title: "Hằng năm tổ chức gặp gỡ, đối thoại giữa lãnh đạo tỉnh với đội ngũ trí thức", Mark: "SỐ LIỆU MINH HỌA"}
	for b.Loop() {
		if _, err := p.Draw(c); err != nil {
			b.Fatal(err)
		}
	}
}
