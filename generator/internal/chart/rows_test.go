package chart

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	barPath = regexp.MustCompile(`data-told="[^"]*" d="M0 ([\d.]+)l[\d.]+ 0l0 ([\d.]+)`)
	barText = regexp.MustCompile(`<text [^>]*x="[\d.]+" y="([\d.]+)"[^>]*>(1\d\d)<`)
)

// Bars stand at their values, however many lines their names take.
func TestBarsStandAtTheirValues(t *testing.T) {
	name := "Hoạt động của Đảng Cộng sản, tổ chức chính trị - xã hội, quản lý nhà nước, an ninh quốc phòng; bảo đảm xã hội bắt buộc"
	f := figure(Bar, "Ngành", nil, Series{})
	for i := range 20 {
		f.Categories = append(f.Categories, name[:strings.LastIndex(name[:20+i*5], " ")])
		f.Series[0].Values = append(f.Series[0].Values, Value{Number: float64(100 + i)})
	}
	svg := draw(t, f).Narrow
	bars, texts := barPath.FindAllStringSubmatch(svg, -1), barText.FindAllStringSubmatch(svg, -1)
	if len(bars) != 20 || len(texts) != 20 {
		t.Fatalf("%d bars and %d values: %.2000s", len(bars), len(texts), svg)
	}
	number := func(s string) float64 { x, _ := strconv.ParseFloat(s, 64); return x }
	for i := range bars {
		middle := number(bars[i][1]) + number(bars[i][2])/2
		if y := number(texts[i][1]); math.Abs(middle-y) > 6 { // a text's base line is a little below its middle
			t.Errorf("bar %d is at %.1f, its value at %.1f", i, middle, y)
		}
	}
}
