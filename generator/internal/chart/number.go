package chart

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format writes a number with the figure's signs, rounded half away from zero
// to its decimals and without trailing zeros.
func (n Numbers) format(x float64) string { return n.sign(x) + n.Suffix }

func (n Numbers) sign(x float64) string {
	scale := math.Pow(10, float64(max(0, min(n.Decimals, 6))))
	x = math.Round(x*scale) / scale
	if x < 0 {
		return "−" + n.digits(-x)
	}
	return n.digits(math.Abs(x)) // no minus before a zero
}

func (n Numbers) digits(x float64) string {
	decimal, group := n.Decimal, n.Group
	if decimal == "" {
		decimal, group = ",", "."
	}
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString(decimal + fraction)
	}
	return b.String()
}

// label writes a value as it stands beside its mark.
func (f *Figure) label(v Value) string {
	switch v.Status {
	case Withheld:
		return "…"
	case Missing:
		return clean(f.Words.Missing)
	}
	return v.Bound.sign() + f.Numbers.format(v.Number)
}

func (b Bound) sign() string {
	switch b {
	case AtLeast:
		return "≥ "
	case MoreThan:
		return "> "
	case About:
		return "≈ "
	}
	return ""
}

// tick writes a number on an axis, with as many decimals as the step has.
func (n Numbers) tick(x, step float64) string {
	n.Decimals = max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	return n.sign(x)
}

// toldTogether is what a mark tells that stands for several series of a
// category: "2020: Đại học 5.400; Tiến sĩ không công bố".
func (f *Figure) toldTogether(category int, concerned func(Value) bool) string {
	var parts []string
	for _, s := range f.Series {
		v := s.Values[category]
		label := f.label(v)
		if v.Status == Withheld {
			label = clean(f.Words.Withheld)
		}
		if concerned(v) {
			parts = append(parts, strings.TrimSpace(s.Name+" "+label))
		}
	}
	return f.Categories[category] + ": " + strings.Join(parts, "; ")
}

// named is a category as it is told: of a calendar, a day or a month.
func (f *Figure) named(category int) string {
	name := f.Categories[category]
	if f.Kind != Calendar {
		return name
	}
	if day, err := time.Parse("2006-01-02", name); err == nil {
		return f.Dates.day(day)
	}
	if month, err := time.Parse("2006-01", name); err == nil {
		return f.Dates.month(month)
	}
	return name
}

// told is what the mark of a value tells a reader who asks: "Đắk Hà: 57", or
// "2030: 8.666 (dự báo; 50 %: 8.540–8.790)". Its series is told beside it.
func (f *Figure) told(series, category int) string {
	name := f.named(category)
	v := f.Series[series].Values[category]
	if v.Status == Withheld {
		return name + ": " + clean(f.Words.Withheld)
	}
	var notes []string
	switch v.Status {
	case Preliminary:
		notes = append(notes, clean(f.Words.Preliminary))
	case Forecast:
		notes = append(notes, clean(f.Words.Forecast))
	}
	for _, b := range f.Series[series].Bands {
		if low, high := b.Low[category], b.High[category]; !math.IsNaN(low) {
			notes = append(notes, b.Name+": "+f.Numbers.sign(low)+"–"+f.Numbers.format(high))
		}
	}
	text := name + ": " + f.label(v)
	if len(notes) == 0 {
		return text
	}
	return text + " (" + strings.Join(notes, "; ") + ")"
}
