package model

import (
	"fmt"
	"reflect"
	"testing"
)

func TestRowsUpToTheDay(t *testing.T) {
	today := date(t, "2026-11-22")
	dated := func(dates ...string) Row {
		values := map[string]Value{}
		for i, d := range dates {
			if d != "" {
				values[fmt.Sprint("ngay-", i)] = Value{Date: date(t, d)}
			}
		}
		return Row{Values: values}
	}
	rows := []Row{
		dated("2026-11-22"), dated("2026-11-23"), dated("", "2027-01-01"), dated("2026-11-21", "2027-01-01"), dated("2027-01-01", "2020-01-01"),
	}
	columns := []Column{
		{ID: "ten", Type: TextColumn}, {ID: "ngay-0", Type: DateColumn}, {ID: "ngay-1", Type: DateColumn, Public: true},
	}
	register := &Register{Columns: columns, Rows: rows}
	if got, want := register.RowsUpTo(today), []Row{rows[0], rows[2], rows[3]}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	register.Columns = columns[:1]
	if got := register.RowsUpTo(today); len(got) != len(rows) {
		t.Errorf("without a date column %d of %d rows are kept", len(got), len(rows))
	}
	if len(register.Rows) != 5 || register.Rows[1].Values["ngay-0"].Date != date(t, "2026-11-23") {
		t.Error("the register itself was changed")
	}
}
