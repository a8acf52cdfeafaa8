package chart

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestMarksTakeNoRoom(t *testing.T) {
	for marked, bare := range map[string]string{
		"Ngọc Hồi": "Ngoc Hoi", "ẤẦẨẪẬ": "AAAAA", "ợ": "ơ", "ựữ": "ưư", "Đăk": "Đak",
	} {
		if got, want := textWidth(marked, 12), textWidth(bare, 12); got != want {
			t.Errorf("%s is %.2f wide, %s %.2f", marked, got, bare, want)
		}
		if got, want := textWidth(norm.NFD.String(marked), 12), textWidth(marked, 12); got < want*0.9 || got > want*1.1 {
			t.Errorf("%s is %.2f wide decomposed, %.2f composed", marked, got, want)
		}
	}
	if got := textWidth("il", 1000); got != 560 {
		t.Errorf("il is %v wide, want 560", got)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		lines int
		want  []string
	}{
		{"Khoa học kỹ thuật và công nghệ", 110, 3, []string{"Khoa học kỹ", "thuật và công", "nghệ"}},
		{"Khoa học kỹ thuật và công nghệ", 110, 2, []string{"Khoa học kỹ", "thuật và côn…"}},
		{"Đăk Hà", 110, 2, []string{"Đăk Hà"}},
		{"  ", 110, 2, nil},
		{"Abcdefghijklmnopqrst", 60, 2, []string{"Abcde…"}},
	} {
		got := wrap(c.text, 14, c.width, c.lines)
		if !slices.Equal(got, c.want) {
			t.Errorf("wrap(%q, %v, %d) = %q, want %q", c.text, c.width, c.lines, got, c.want)
		}
	}
}

func TestWrappedLinesFit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("Ban Thường vụ Tỉnh ủy lãnh đạo, chỉ đạo việc xây dựng đội ngũ trí thức (giai-đoạn) 2021–2030")
	for range 2000 {
		var text []string
		for range r.IntN(12) {
			text = append(text, words[r.IntN(len(words))])
		}
		width, lines := 30+r.Float64()*200, 1+r.IntN(4)
		got := wrap(strings.Join(text, " "), 12, width, lines)
		if len(got) > lines || widest(got, 12) > width {
			t.Fatalf("wrap(%q, %.1f, %d) = %q", text, width, lines, got)
		}
	}
}

func TestDodge(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		n := 1 + r.IntN(9)
		wanted, heights, sum := make([]float64, n), make([]float64, n), 0.0
		for i := range n {
			wanted[i], heights[i] = r.Float64()*200, 10+r.Float64()*20
			sum += heights[i]
		}
		got := dodge(wanted, heights, 0, sum+20)
		for i := range n {
			if got[i]-heights[i]/2 < -1e-9 || got[i]+heights[i]/2 > sum+20+1e-9 {
				t.Fatalf("%v of heights %v lie at %v, beyond 0 to %v", wanted, heights, got, sum+20)
			}
			for j := range i {
				apart := max(got[i]-got[j], got[j]-got[i])
				if apart < (heights[i]+heights[j])/2-1e-9 {
					t.Fatalf("%v of heights %v lie at %v", wanted, heights, got)
				}
			}
		}
	}
	if got := dodge([]float64{50, 10}, []float64{10, 10}, 0, 100); got[0] != 50 || got[1] != 10 {
		t.Errorf("labels with room were moved to %v", got)
	}
}

func TestAnUnbreakableSpaceIsKept(t *testing.T) {
	if got := wrap("Đại học 73,2\u00a0%", 12, textWidth("Đại học 73,2", 12)+1, 3); len(got) != 2 || got[1] != "73,2\u00a0%" {
		t.Errorf("%q", got)
	}
}
