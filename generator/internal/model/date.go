package model

import (
	"cmp"
	"fmt"
	"time"
)

// A Date is a day of the civil calendar, without time or zone. The zero Date
// stands for "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads YYYY-MM-DD and refuses days that the calendar doesn't have.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is no date of the form YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}

// DateOf returns the day that t falls on in its own zone.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// EndOfYear is 31 December of year.
func EndOfYear(year int) Date { return Date{year, time.December, 31} }

// IsZero reports whether d stands for "no date".
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders dates by the calendar; "no date" comes first.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// DaysSince counts the days from e to d; negative when e is later.
func (d Date) DaysSince(e Date) int {
	return int(d.utc().Sub(e.utc()) / (24 * time.Hour))
}

// AddMonths moves d by whole months; a day that the month reached doesn't have
// becomes its last one, so 29 February + 12 months is 28 February.
func (d Date) AddMonths(months int) Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// MonthsSince counts the whole months from e to d, where AddMonths says when a
// month is whole; 0 when e is later.
func (d Date) MonthsSince(e Date) int {
	months := max(0, (d.Year-e.Year)*12+int(d.Month-e.Month))
	for months > 0 && e.AddMonths(months).After(d) {
		months--
	}
	return months
}

// String writes YYYY-MM-DD, or nothing for "no date".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText writes what String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// A Period is a year, a month or a day, as precisely as a source gives it:
// Month and Day are 0 where it doesn't.
type Period struct {
	Year  int
	Month time.Month
	Day   int
}

// ParsePeriod reads 2018, 2018-03 or 2018-03-31.
func ParsePeriod(s string) (Period, error) {
	switch len(s) {
	case len("2018"):
		if t, err := time.Parse("2006", s); err == nil {
			return Period{Year: t.Year()}, nil
		}
	case len("2018-03"):
		if t, err := time.Parse("2006-01", s); err == nil {
			return Period{Year: t.Year(), Month: t.Month()}, nil
		}
	default:
		if d, err := ParseDate(s); err == nil {
			return Period(d), nil
		}
	}
	return Period{}, fmt.Errorf("%q is no period of the form YYYY, YYYY-MM or YYYY-MM-DD", s)
}

// Compare orders periods by their beginning, the coarser first.
func (p Period) Compare(q Period) int { return Date(p).Compare(Date(q)) }

// IsZero reports whether p stands for "no period".
func (p Period) IsZero() bool { return p == Period{} }

// End is the last day of the period.
func (p Period) End() Date {
	switch {
	case p.Month == 0:
		return EndOfYear(p.Year)
	case p.Day == 0:
		return DateOf(time.Date(p.Year, p.Month+1, 0, 0, 0, 0, 0, time.UTC))
	}
	return Date(p)
}

// String writes the period as precisely as it is known.
func (p Period) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Month == 0:
		return fmt.Sprintf("%04d", p.Year)
	case p.Day == 0:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	}
	return Date(p).String()
}

// MarshalText writes what String does.
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }
