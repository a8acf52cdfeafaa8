package chart

import "fmt"

// edges are figures that strain the layout: many places, long names, one
// point, nothing at all.
func edges() []Figure {
	figures := map[string]Figure{
		"forty":     fortyCommunes(),
		"crossing":  table(Line, "Nhiều đường", fields, years, func(i, j int) float64 { return float64(100 + (i*31+j*17)%67*(8-i)) }),
		"layers":    table(Area, "Tám lớp", fields, years, func(i, j int) float64 { return float64(100 + i*20 + j*11) }),
		"parts":     table(StackedBar, "Tám nhóm", fields, degrees, func(i, j int) float64 { return float64((100+i*20)/(j*j*6+1) + 1) }),
		"panels":    table(SmallMultiples, "Theo trình độ", districts, degrees, func(i, j int) float64 { return float64((500 - i*40) / (j*j*9 + 1)) }),
		"years":     table(HeatMap, "Theo năm", districts, years, func(i, j int) float64 { return float64((i*37 + j*53) % 29 * (10 - i)) }),
		"negative":  table(Bar, "Chênh lệch", []string{"2023", "2024"}, degrees, func(i, j int) float64 { return float64((i+1)*(j*31-40) + 7*i) }),
		"falling":   fallingFigure(),
		"point":     figure(Line, "Một điểm", []string{"2018"}, Series{Name: "a", Values: []Value{{Number: 9800, Bound: MoreThan}}}),
		"months":    monthsFigure(),
		"ranks":     ranksFigure(),
		"empty":     figure(Bar, "Trống", degrees),
		"withheld":  figure(Line, "Dưới ngưỡng", []string{"2023", "2024"}, Series{Name: "a", Values: []Value{{Status: Withheld}, {Status: Withheld}}}),
		"long":      longFigure(),
		"registers": registersFigure(),
		"counted":   countedFigure(),
	}
	var out []Figure
	for _, id := range []string{
		"forty", "crossing", "layers", "parts", "panels", "years", "negative", "falling", "point", "months",
		"ranks", "empty", "withheld", "long", "registers", "counted",
	} {
		f := figures[id]
		f.ID = id
		out = append(out, f)
	}
	return out
}

func table(kind Kind, title string, rows, columns []string, number func(i, j int) float64) Figure {
	f := figure(kind, title, columns)
	for i, name := range rows {
		values := make([]Value, len(columns))
		for j := range values {
			values[j].Number = number(i, j)
		}
		f.Series = append(f.Series, Series{Name: name, Values: values})
	}
	return f
}

func fortyCommunes() Figure {
	f := figure(TileMap, "Bốn mươi xã, phường", nil, Series{Name: "2026"})
	names := []string{"Xã Đăk Rơ Wa", "Phường Kon Tum", "Xã Măng Bút", "Xã Ngọk Réo", "Xã Kon Đào"}
	for i := range 40 {
		f.Categories = append(f.Categories, names[i%5])
		f.Tiles = append(f.Tiles, Tile{i % 7, i / 7})
		f.Series[0].Values = append(f.Series[0].Values, Value{Number: float64(i * i % 83 * 3)})
	}
	f.Series[0].Values[7].Status = Withheld
	f.Series[0].Values[8].Status = Missing
	return f
}

func fallingFigure() Figure {
	f := figure(Line, "Giảm dần", nil, Series{Name: "a", Values: present(90, 85, 70, 72, 60, 55, 51, 30, 38, 36, 22, 10, 12)})
	for i := range 13 {
		f.Categories = append(f.Categories, fmt.Sprint(2010+i))
	}
	return f
}

func monthsFigure() Figure {
	f := figure(Calendar, "Hoạt động theo tháng", nil, Series{Name: "Hoạt động"})
	for year := 2019; year < 2025; year++ {
		for month := 1; month < 13; month += 1 + year%2 {
			f.Categories = append(f.Categories, fmt.Sprintf("%d-%02d", year, month))
			f.Series[0].Values = append(f.Series[0].Values, Value{Number: float64(month * year % 13)})
		}
	}
	return f
}

func ranksFigure() Figure {
	f := pyramidFigure()
	f.Categories = []string{"Đại học và cao đẳng", "Thạc sĩ", "Tiến sĩ, tiến sĩ khoa học", "Phó giáo sư", "Giáo sư"}
	return f
}

func longFigure() Figure {
	f := figure(Bar, "Tên dài", []string{
		"Khoa học kỹ thuật và công nghệ, gồm cả công nghệ thông tin và chuyển đổi số của tỉnh và các huyện", "Khác",
	}, Series{Name: "a", Values: present(12.5, 3)})
	f.Numbers.Decimals, f.Numbers.Suffix, f.Illustrative = 1, " %", false
	return f
}

func registersFigure() Figure {
	f := funnelFigure()
	f.Categories = []string{"Hồ sơ đăng ký dự tuyển trên cổng thông tin của tỉnh", "Hồ sơ hợp lệ", "Dự thi", "Đạt", "Trúng tuyển", "Nhận việc"}
	return f
}

// countedFigure is a fan whose counted years are a line of their own, beside
// two scenarios.
func countedFigure() Figure {
	years := []string{"2022", "2023", "2024", "2025", "2026", "2027"}
	missing := Value{Status: Missing}
	ahead := func(name string, to float64) Series {
		s := Series{Name: name, Dashed: true, Values: []Value{missing, missing, missing}}
		for i := range 3 {
			s.Values = append(s.Values, Value{Number: 7800 + to*float64(i+1), Status: Forecast})
		}
		return s
	}
	return figure(Fan, "Dự báo tổng số", years,
		Series{Name: "đã đếm", Values: []Value{{Number: 7200}, {Number: 7500}, {Number: 7750}}},
		ahead("Như những năm qua", 150), ahead("Thu hút và đào tạo mạnh hơn", 300))
}
