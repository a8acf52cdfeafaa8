package chart

import (
	"math"
	"time"
)

// vietnamese are the words of a drawing as the site gives them.
var vietnamese = Words{
	Illustrative: "SỐ LIỆU MINH HỌA",
	Withheld:     "không công bố (dưới ngưỡng)",
	Missing:      "chưa có số liệu",
	Preliminary:  "sơ bộ",
	Forecast:     "dự báo",
	Target:       "chỉ tiêu",
	Planned:      "kế hoạch ban đầu",
	Alert:        "quá hạn, im lặng",
	Today:        "Ngày tính:",
	Yes:          "đã ban hành",
	No:           "chưa ban hành",
	Nothing:      "Chưa có số liệu nào được công bố.",
	AllWithheld:  "Mọi số liệu của biểu đồ này đều dưới ngưỡng công bố.",
}

var (
	districts = []string{
		"Thành phố Kon Tum", "Đăk Glei", "Ngọc Hồi", "Đăk Tô", "Kon Plông",
		"Kon Rẫy", "Đăk Hà", "Sa Thầy", "Tu Mơ Rông", "Ia H'Drai",
	}
	fields = []string{
		"Khoa học tự nhiên", "Khoa học kỹ thuật và công nghệ", "Khoa học y, dược", "Khoa học nông nghiệp",
		"Khoa học xã hội", "Khoa học nhân văn", "Quốc phòng, an ninh", "Khác",
	}
	years     = []string{"2019", "2020", "2021", "2022", "2023", "2024"}
	degrees   = []string{"Đại học", "Thạc sĩ", "Tiến sĩ"}
	ageGroups = []string{"<30", "30–39", "40–49", "50–59", "60+"}
)

func present(numbers ...float64) []Value {
	out := make([]Value, len(numbers))
	for i, x := range numbers {
		out[i] = Value{Number: x}
	}
	return out
}

// with sets the status of one value.
func with(values []Value, i int, status Status) []Value {
	values[i].Status = status
	return values
}

func figure(kind Kind, title string, categories []string, series ...Series) Figure {
	return Figure{
		ID: "f-" + string(kind), Kind: kind, Title: title, Description: title + ", theo số liệu minh họa.",
		Categories: categories, Series: series, Unit: "Đơn vị: người", Words: vietnamese, Illustrative: true,
	}
}

// gallery has one figure of each kind, with every status somewhere, in the
// order of [Kinds].
func gallery() []Figure {
	return []Figure{
		barFigure(), stackedFigure(), lineFigure(), areaFigure(), heatFigure(), pyramidFigure(),
		multiplesFigure(), tileFigure(), treeFigure(), slopeFigure(), dumbbellFigure(), bulletFigure(),
		calendarFigure(), funnelFigure(), ganttFigure(), matrixFigure(), fanFigure(),
	}
}

func barFigure() Figure {
	values := present(3412, 512, 688, 701, 344, 298, 1205, 590, 0, 96)
	values[8] = Value{Status: Withheld}
	values[9].Status = Preliminary
	values[0].Bound = MoreThan
	values[4] = Value{Status: Missing}
	return figure(Bar, "Trí thức theo địa bàn, năm 2024", districts, Series{Name: "2024", Values: values})
}

func stackedFigure() Figure {
	a := present(2801, 420, 560, 570, 280, 240, 980, 480, 250, 70)
	b := present(560, 88, 120, 123, 60, 54, 213, 104, 46, 24)
	c := with(present(51, 4, 8, 8, 4, 4, 12, 6, 0, 0), 1, Withheld)
	return figure(StackedBar, "Trình độ theo địa bàn, năm 2024", districts,
		Series{Name: "Đại học", Values: a}, Series{Name: "Thạc sĩ", Values: b}, Series{Name: "Tiến sĩ", Values: with(c, 8, Missing)})
}

func lineFigure() Figure {
	f := figure(Line, "Lao động qua đào tạo", append(append([]string{}, years...), "2025"),
		Series{Name: "Tỷ lệ", Values: append(with(present(45.2, 47.8, 46.1, 50, 52.4, 55), 5, Preliminary), Value{Status: Missing})})
	f.Unit, f.Numbers = "Đơn vị: %", Numbers{Decimals: 1}
	f.Breaks = []Break{{Before: 2, Label: "đổi phạm vi điều tra"}}
	f.Targets = []Target{{Category: 6, Value: Value{Number: 60, Bound: AtLeast}}}
	return f
}

func areaFigure() Figure {
	return figure(Area, "Cơ cấu theo trình độ", years,
		Series{Name: "Đại học", Values: with(present(5200, 5400, 5600, 5900, 6100, 6400), 5, Preliminary)},
		Series{Name: "Thạc sĩ", Values: present(800, 860, 930, 1010, 1100, 1190)},
		Series{Name: "Tiến sĩ và tương đương", Values: with(present(60, 66, 70, 75, 81, 88), 1, Withheld)})
}

func heatFigure() Figure {
	f := figure(HeatMap, "Lĩnh vực theo địa bàn, năm 2024", fields)
	f.AxisName = "Lĩnh vực theo bảng phân loại"
	for i, d := range districts {
		values := make([]Value, len(fields))
		for j := range values {
			values[j].Number = float64((i*37+j*53)%29*(10-i)*(j%3+1)) / 2
		}
		f.Series = append(f.Series, Series{Name: d, Values: values})
	}
	f.Series[3].Values[2] = Value{Status: Withheld}
	f.Series[8].Values[5] = Value{Status: Withheld}
	f.Series[9].Values[6] = Value{Status: Missing}
	f.Series[1].Values[1].Status = Preliminary
	return f
}

func pyramidFigure() Figure {
	return figure(Pyramid, "Tuổi và giới, năm 2024", ageGroups,
		Series{Name: "Nữ", Values: present(820, 1640, 1210, 540, 32)},
		Series{Name: "Nam", Values: with(present(610, 1490, 1320, 760, 0), 4, Withheld)})
}

func multiplesFigure() Figure {
	f := figure(SmallMultiples, "Trí thức theo lĩnh vực", years)
	for i, name := range fields {
		values := present(100, 120, 118, 140, 165, 180)
		for j := range values {
			values[j].Number = math.Round(values[j].Number * float64(8-i) * 0.7)
		}
		f.Series = append(f.Series, Series{Name: name, Values: values})
	}
	f.Series[2].Values[3] = Value{Status: Withheld}
	f.Series[5].Values[5].Status = Preliminary
	return f
}

func tileFigure() Figure {
	f := figure(TileMap, "Trí thức theo địa bàn, năm 2024", districts, Series{Name: "2024",
		Values: with(present(3412, 512, 688, 701, 344, 298, 1205, 590, 0, 96), 8, Withheld)})
	f.Tiles = []Tile{{2, 3}, {1, 0}, {0, 1}, {1, 1}, {3, 1}, {3, 2}, {2, 2}, {1, 2}, {2, 1}, {0, 3}}
	return f
}

func treeFigure() Figure {
	return figure(TreeMap, "Trí thức theo lĩnh vực, năm 2024", fields, Series{Name: "2024",
		Values: with(with(present(1210, 880, 940, 610, 1420, 320, 9, 22), 6, Withheld), 3, Preliminary)})
}

func slopeFigure() Figure {
	var series []Series
	for i, d := range districts {
		series = append(series, Series{Name: d, Values: present(float64(900-i*83), float64(1000-(i*i*7)%640))})
	}
	series[4].Values[1] = Value{Status: Withheld}
	series[7].Values[0] = Value{Status: Missing}
	return figure(Slope, "Trước và sau", []string{"2019", "2024"}, series...)
}

func dumbbellFigure() Figure {
	return figure(Dumbbell, "Kế hoạch và thực hiện đề án nguồn nhân lực",
		[]string{"Đào tạo thạc sĩ trong nước", "Đào tạo tiến sĩ", "Thu hút chuyên gia", "Bồi dưỡng ngoại ngữ, tin học cho cán bộ trẻ", "Học bổng"},
		Series{Name: "Kế hoạch", Values: present(120, 15, 40, 300, 60)},
		Series{Name: "Thực hiện", Values: with(with(present(98, 18, 12, 300, 0), 1, Preliminary), 4, Withheld)})
}

func bulletFigure() Figure {
	f := figure(Bullet, "Chỉ tiêu đến năm 2025",
		[]string{"Tỷ lệ lao động qua đào tạo", "Cán bộ có trình độ sau đại học", "Doanh nghiệp khoa học và công nghệ"},
		Series{Name: "Thực hiện", Values: present(52.4, 18, 3)})
	f.Series[0].Values[2].Alert = true
	f.Numbers.Decimals = 1
	for i, x := range []float64{60, 15, 25} {
		f.Targets = append(f.Targets, Target{Category: i, Value: Value{Number: x, Bound: AtLeast}})
	}
	return f
}

func calendarFigure() Figure {
	f := figure(Calendar, "Hoạt động phổ biến theo ngày", nil, Series{Name: "Hoạt động"})
	f.Unit = "Đơn vị: hoạt động"
	day := time.Date(2024, 1, 3, 0, 0, 0, 0, time.UTC)
	for i := range 40 {
		f.Categories = append(f.Categories, day.Format("2006-01-02"))
		f.Series[0].Values = append(f.Series[0].Values, Value{Number: float64(i*i%7 + 1)})
		day = day.AddDate(0, 0, i*3%17+1)
	}
	return f
}

func funnelFigure() Figure {
	return figure(Funnel, "Kỳ tuyển dụng viên chức 2024",
		[]string{"Hồ sơ nộp", "Hồ sơ hợp lệ", "Dự thi vòng 1", "Đạt vòng 1", "Trúng tuyển", "Nhận việc"},
		Series{Name: "2024", Values: with(with(present(640, 588, 530, 241, 120, 0), 3, Preliminary), 5, Withheld)})
}

func ganttFigure() Figure {
	date := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	f := figure(Gantt, "Nhiệm vụ theo kế hoạch và thực tế", []string{
		"Ví dụ: Hội nghị gặp mặt, đối thoại với trí thức năm 2024", "Ví dụ: Xây dựng cơ sở dữ liệu", "Ví dụ: Kế hoạch của huyện ủy",
	})
	f.Unit, f.AsOf = "", date(2025, 2, 20)
	f.Spans = []Span{
		{Category: 0, Start: date(2024, 3, 1), End: date(2024, 12, 31), Planned: true},
		{Category: 0, Start: date(2024, 3, 10), End: date(2024, 12, 20)},
		{Category: 1, Start: date(2024, 6, 1), End: date(2025, 6, 30), Planned: true},
		{Category: 1, Start: date(2024, 7, 1), End: date(2025, 2, 20)},
		{Category: 2, Start: date(2024, 1, 1), End: date(2024, 9, 30), Planned: true},
		{Category: 2, Start: date(2024, 10, 1), End: date(2025, 2, 20), Alert: true},
	}
	return f
}

func matrixFigure() Figure {
	f := figure(Matrix, "Đơn vị đã ban hành kế hoạch", []string{"Kế hoạch", "Báo cáo 2023", "Báo cáo 2024", "Sơ kết"})
	f.Unit = ""
	for i, d := range districts {
		f.Series = append(f.Series, Series{Name: d, Values: present(1, float64(i%2), float64((i+1)%3), 0)})
	}
	f.Series[2].Values[3] = Value{Status: Missing}
	f.Series[5].Values[0].Alert, f.Series[5].Values[0].Number = true, 0
	f.Series[6].Values[1] = Value{Status: Withheld}
	return f
}

func fanFigure() Figure {
	nan := math.NaN()
	values := present(7000, 7200, 7450, 7700, 7980, 8200, 8450, 8700, 8960, 9230)
	for i := 6; i < len(values); i++ {
		values[i].Status = Forecast
	}
	f := figure(Fan, "Dự báo đến năm 2028",
		[]string{"2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028"},
		Series{Name: "Kịch bản giữ nguyên", Values: values, Bands: []Band{
			{"Khoảng 90 %", []float64{nan, nan, nan, nan, nan, 8200, 8250, 8340, 8400, 8440}, []float64{nan, nan, nan, nan, nan, 8200, 8650, 9060, 9520, 10020}},
			{"Khoảng 50 %", []float64{nan, nan, nan, nan, nan, 8200, 8370, 8550, 8730, 8910}, []float64{nan, nan, nan, nan, nan, 8200, 8530, 8850, 9190, 9550}},
		}},
		Series{Name: "Kịch bản thu hút thêm", Dashed: true, Values: []Value{{Status: Missing}, {Status: Missing}, {Status: Missing}, {Status: Missing}, {Status: Missing},
			{Number: 8200}, {Number: 8600, Status: Forecast}, {Number: 9000, Status: Forecast}, {Number: 9500, Status: Forecast}, {Number: 9990, Status: Forecast}}})
	return f
}
