package model

import "testing"

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDateRefusesWhatTheCalendarLacks(t *testing.T) {
	for _, s := range []string{"2023-02-29", "2024-13-01", "2024-1-1", "24-01-01", "2024-01-01T00:00:00Z", "", "2024"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-12-31", 2, "2024-02-29"},
		{"2024-11-30", 12, "2025-11-30"},
		{"2024-03-31", -1, "2024-02-29"},
	} {
		if got := date(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestMonthsSince(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{
		{"2024-02-29", "2025-02-27", 11},
		{"2024-02-29", "2025-02-28", 12},
		{"2024-01-31", "2024-02-28", 0},
		{"2024-01-31", "2024-02-29", 1},
		{"2024-05-10", "2024-05-10", 0},
		{"2024-05-11", "2024-05-10", 0},
		{"2023-11-23", "2026-11-22", 35},
		{"2023-11-22", "2026-11-22", 36},
	} {
		if got := date(t, c.to).MonthsSince(date(t, c.from)); got != c.want {
			t.Errorf("from %s to %s: %d months, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestDaysSince(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{{"2024-02-28", "2024-03-01", 2}, {"2023-02-28", "2023-03-01", 1}, {"2026-11-22", "2026-11-21", -1}, {"2000-01-01", "2026-11-22", 9822}} {
		if got := date(t, c.to).DaysSince(date(t, c.from)); got != c.want {
			t.Errorf("from %s to %s: %d days, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct{ written, end string }{
		{"2018", "2018-12-31"}, {"2018-02", "2018-02-28"}, {"2020-02", "2020-02-29"}, {"2018-12", "2018-12-31"}, {"2018-03-05", "2018-03-05"},
	} {
		p, err := ParsePeriod(c.written)
		if err != nil {
			t.Fatal(err)
		}
		if p.String() != c.written || p.End().String() != c.end {
			t.Errorf("%s: written %s, ends %s, want end %s", c.written, p, p.End(), c.end)
		}
	}
	for _, s := range []string{"18", "2018-3", "2018-13", "2018-02-30", "nay"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("ParsePeriod(%q) = %v, want an error", s, p)
		}
	}
}

func TestConsent(t *testing.T) {
	given := &Consent{Date: date(t, "2024-05-01")}
	for _, c := range []struct {
		name    string
		person  NamedPerson
		on      string
		mayName bool
	}{
		{"no consent", NamedPerson{Name: "A"}, "2026-01-01", false},
		{"the day before", NamedPerson{Name: "A", Consent: given}, "2024-04-30", false},
		{"the day itself", NamedPerson{Name: "A", Consent: given}, "2024-05-01", true},
		{"withdrawn later than the day", NamedPerson{Name: "A", Consent: &Consent{Date: given.Date, Withdrawn: date(t, "2025-01-01")}}, "2024-06-01", false},
	} {
		if got := c.person.MayBeNamed(date(t, c.on)); got != c.mayName {
			t.Errorf("%s: MayBeNamed = %v, want %v", c.name, got, c.mayName)
		}
	}
}
